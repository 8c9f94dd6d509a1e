/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-sidebar-row"

#include "rc-sidebar-row.h"

#include "rc-format.h"

/**
 * RcSidebarRow:
 *
 * A page that the sidebar leads to: icon, name, and how many things wait there. One that warns is coloured and
 * wears a warning sign while its count is not nought. It does not count itself.
 */

struct _RcSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon; /* template children */
  GtkLabel *label;
  GtkImage *warning;
  GtkLabel *count;

  guint64 shown; /* what the count says; G_MAXUINT64: nothing yet */
  char *page; /* (owned) */
  gboolean is_warning;
};

G_DEFINE_FINAL_TYPE (RcSidebarRow, rc_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
rc_sidebar_row_finalize (GObject *object)
{
  g_clear_pointer (&RC_SIDEBAR_ROW (object)->page, g_free);
  G_OBJECT_CLASS (rc_sidebar_row_parent_class)->finalize (object);
}

static void
rc_sidebar_row_class_init (RcSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_sidebar_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RcSidebarRow, label);
  gtk_widget_class_bind_template_child (widget_class, RcSidebarRow, warning);
  gtk_widget_class_bind_template_child (widget_class, RcSidebarRow, count);
}

static void
rc_sidebar_row_init (RcSidebarRow *self)
{
  self->shown = G_MAXUINT64;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update_accessible_label (RcSidebarRow *self)
{
  const char *count = gtk_label_get_text (self->count);
  g_autofree char *label = NULL;

  label = *count ? g_strdup_printf ("%s, %s", gtk_label_get_text (self->label), count)
                 : g_strdup (gtk_label_get_text (self->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * rc_sidebar_row_new:
 * @page: what the page is called among the modules, as "no-products"
 * @label: what it is called for people
 * @icon_name: a symbolic icon
 * @is_warning: whether anything counted there is a warning
 *
 * Returns: (transfer floating): a row
 */
RcSidebarRow *
rc_sidebar_row_new (const char *page, const char *label, const char *icon_name, gboolean is_warning)
{
  RcSidebarRow *self = g_object_new (RC_TYPE_SIDEBAR_ROW, NULL);

  self->page = g_strdup (page);
  self->is_warning = is_warning;
  gtk_label_set_text (self->label, label);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  update_accessible_label (self);
  return self;
}

/**
 * rc_sidebar_row_get_page:
 *
 * Returns: (transfer none): the page as given
 */
const char *
rc_sidebar_row_get_page (RcSidebarRow *self)
{
  g_return_val_if_fail (RC_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

/**
 * rc_sidebar_row_set_count:
 * @count: how many things are on the page
 */
void
rc_sidebar_row_set_count (RcSidebarRow *self, guint64 count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RC_IS_SIDEBAR_ROW (self));

  if (count == self->shown)
    return;
  self->shown = count;
  text = rc_format_number ((gint64) count);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), self->is_warning && count > 0);
  if (self->is_warning && count > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "past-due");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past-due");
  update_accessible_label (self);
}

/**
 * rc_sidebar_row_set_description:
 * @description: which things are there, in a sentence
 */
void
rc_sidebar_row_set_description (RcSidebarRow *self, const char *description)
{
  g_return_if_fail (RC_IS_SIDEBAR_ROW (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}
