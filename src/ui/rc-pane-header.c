/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-pane-header"

#include "rc-pane-header.h"

#include <string.h>

/*
 * Each pane has a header bar of its own. The buttons of the window stand on the outermost header at either side,
 * and a button back shows where a pane covers another: both follow the form of the layout around.
 */

static void
bind (RcAdaptiveLayout *layout, const char *source, GtkWidget *target, const char *property)
{
  g_object_bind_property (layout, source, target, property, G_BINDING_SYNC_CREATE);
}

/* One pane at a time leaves room for a title and for closing, on the side where the desktop has it. */
static gboolean
choose_buttons (GBinding *binding, const GValue *is_narrow, GValue *layout, gpointer user_data)
{
  g_autofree char *usual = NULL;
  const char *end;

  if (!g_value_get_boolean (is_narrow))
    {
      g_value_set_string (layout, NULL);
      return TRUE;
    }
  g_object_get (gtk_settings_get_default (), "gtk-decoration-layout", &usual, NULL);
  end = usual ? strchr (usual, ':') : NULL;
  if (!usual || (end && strstr (end, "close")))
    g_value_set_string (layout, ":close");
  else
    g_value_set_string (layout, strstr (usual, "close") ? "close:" : ":");
  return TRUE;
}

static void
on_realize (GtkWidget *header, gpointer user_data)
{
  GtkWidget *layout = gtk_widget_get_ancestor (header, RC_TYPE_ADAPTIVE_LAYOUT);
  GtkWidget *back_button = g_object_get_data (G_OBJECT (header), "rc-back-button");
  RcPane pane = GPOINTER_TO_INT (user_data);

  g_signal_handlers_disconnect_by_func (header, on_realize, user_data);
  if (!layout)
    return;
  if (pane == RC_PANE_SIDEBAR)
    bind (RC_ADAPTIVE_LAYOUT (layout), "narrow", header, "show-end-title-buttons");
  else
    bind (RC_ADAPTIVE_LAYOUT (layout), "narrow", header, "show-start-title-buttons");
  if (pane == RC_PANE_LIST)
    bind (RC_ADAPTIVE_LAYOUT (layout), "list-at-end", header, "show-end-title-buttons");
  g_object_bind_property_full (layout, "narrow", header, "decoration-layout", G_BINDING_SYNC_CREATE,
                               choose_buttons, NULL, NULL, NULL);
  if (back_button)
    bind (RC_ADAPTIVE_LAYOUT (layout), pane == RC_PANE_DETAIL ? "folded" : "narrow", back_button, "visible");
}

/**
 * rc_pane_header_follow:
 * @header: an AdwHeaderBar
 * @back_button: (nullable): what goes back to the pane before
 * @pane: the pane that @header is on top of
 *
 * From when it is realized, @header and @back_button follow the RcAdaptiveLayout around them.
 */
void
rc_pane_header_follow (GtkWidget *header, GtkWidget *back_button, RcPane pane)
{
  g_return_if_fail (GTK_IS_WIDGET (header));

  g_object_set_data (G_OBJECT (header), "rc-back-button", back_button);
  g_signal_connect (header, "realize", G_CALLBACK (on_realize), GINT_TO_POINTER (pane));
}
