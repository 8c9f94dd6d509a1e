/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-shortcuts-window"

#include "rc-shortcuts-window.h"
#include "rc-shortcut-row.h"
#include "rc-shortcuts.h"
#include "rc-text.h"

/**
 * RcShortcutsWindow:
 *
 * What the keyboard does, from the table that the application takes its accelerators from, and searchable.
 */

struct _RcShortcutsWindow
{
  AdwWindow parent_instance;

  GtkSearchEntry *search; /* (borrowed) template child */
  GtkListBox *list; /* (borrowed) template child */

  char *searched; /* (owned) folded */
};

G_DEFINE_FINAL_TYPE (RcShortcutsWindow, rc_shortcuts_window, ADW_TYPE_WINDOW)

static void
on_search_changed (RcShortcutsWindow *self)
{
  g_free (self->searched);
  self->searched = rc_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
on_search_stopped (RcShortcutsWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  RcShortcutsWindow *self = RC_SHORTCUTS_WINDOW (user_data);

  return self->searched == NULL || rc_shortcut_row_matches (RC_SHORTCUT_ROW (row), self->searched);
}

static const char *
get_group (GtkListBoxRow *row)
{
  return row != NULL ? rc_shortcut_get_group (rc_shortcut_row_get_shortcut (RC_SHORTCUT_ROW (row))) : NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *header;

  if (g_strcmp0 (get_group (row), get_group (before)) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = g_object_new (GTK_TYPE_LABEL, "label", get_group (row), "xalign", 0.0F, "wrap", TRUE,
                         "css-classes", (const char *const[]){ "heading", "shortcut-group", NULL }, NULL);
  gtk_list_box_row_set_header (row, header);
}

static void
rc_shortcuts_window_finalize (GObject *object)
{
  g_free (RC_SHORTCUTS_WINDOW (object)->searched);
  G_OBJECT_CLASS (rc_shortcuts_window_parent_class)->finalize (object);
}

static void
rc_shortcuts_window_class_init (RcShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_shortcuts_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcShortcutsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RcShortcutsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rc_shortcuts_window_init (RcShortcutsWindow *self)
{
  gsize n_shortcuts;
  const RcShortcut *shortcuts = rc_shortcuts_list (&n_shortcuts);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  for (gsize i = 0; i < n_shortcuts; i++)
    gtk_list_box_append (self->list, rc_shortcut_row_new (&shortcuts[i]));
}

/**
 * rc_shortcuts_window_new:
 *
 * Returns: (transfer none): a window of all keyboard shortcuts
 */
GtkWindow *
rc_shortcuts_window_new (void)
{
  return g_object_new (RC_TYPE_SHORTCUTS_WINDOW, NULL);
}
