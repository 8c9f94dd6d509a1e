/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-menu-names.h"

#include <gtk/gtk.h>

/*
 * What is read out of a menu. Some releases of GTK, 4.18 among them, name an item by a label that they hide from assistive
 * technologies, so that none is read; here each item is given its text as its name.
 */

static gboolean
is_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX
         || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

static void
name_items (GtkWidget *widget)
{
  GParamSpec *text = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text");

  if (is_item (widget) && text != NULL && G_IS_PARAM_SPEC_STRING (text))
    {
      g_autofree char *name = NULL;

      g_object_get (widget, text->name, &name, NULL);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static gboolean
on_show (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER_MENU (widget))
    name_items (GTK_WIDGET (widget));
  return G_SOURCE_CONTINUE;
}

/**
 * rc_menu_names_watch:
 *
 * Names the items of every menu that is opened from now on, GTK's own ones of text fields among them. To be called once, when
 * GTK has started.
 */
void
rc_menu_names_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, on_show, NULL, NULL);
}
