/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-shortcut-row"

#include "rc-shortcut-row.h"
#include "rc-text.h"
#include "rc-wrap-box.h"

/**
 * RcShortcutRow:
 *
 * What the keyboard does, and by which keys: one line of the window of shortcuts.
 */

struct _RcShortcutRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *keys_label; /* (borrowed) template child */

  const RcShortcut *shortcut; /* (borrowed) of the table */
  char *folded; /* (owned) what is searched in */
};

G_DEFINE_FINAL_TYPE (RcShortcutRow, rc_shortcut_row, ADW_TYPE_PREFERENCES_ROW)

static char *
describe_keys (const RcShortcut *shortcut)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (shortcut->accelerators) && shortcut->accelerators[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (shortcut->accelerators[i], &key, &modifiers))
        g_ptr_array_add (keys, gtk_accelerator_get_label (key, modifiers));
    }
  g_ptr_array_add (keys, NULL);
  return g_strjoinv (" / ", (char **) keys->pdata);
}

static void
rc_shortcut_row_finalize (GObject *object)
{
  g_free (RC_SHORTCUT_ROW (object)->folded);
  G_OBJECT_CLASS (rc_shortcut_row_parent_class)->finalize (object);
}

static void
rc_shortcut_row_class_init (RcShortcutRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_shortcut_row_finalize;
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-shortcut-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcShortcutRow, keys_label);
}

static void
rc_shortcut_row_init (RcShortcutRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_shortcut_row_new:
 * @shortcut: a line of the table
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rc_shortcut_row_new (const RcShortcut *shortcut)
{
  const char *title = rc_shortcut_get_title (shortcut);
  RcShortcutRow *self = g_object_new (RC_TYPE_SHORTCUT_ROW, "title", title, NULL);
  g_autofree char *keys = describe_keys (shortcut);
  g_autofree char *searched = g_strdup_printf ("%s %s", title, keys);

  self->shortcut = shortcut;
  self->folded = rc_text_fold (searched);
  gtk_label_set_label (self->keys_label, keys);
  return GTK_WIDGET (self);
}

/**
 * rc_shortcut_row_get_shortcut:
 * @self: a row
 *
 * Returns: (transfer none): the line of the table
 */
const RcShortcut *
rc_shortcut_row_get_shortcut (RcShortcutRow *self)
{
  g_return_val_if_fail (RC_IS_SHORTCUT_ROW (self), NULL);
  return self->shortcut;
}

/**
 * rc_shortcut_row_matches:
 * @self: a row
 * @folded: what is searched for, folded; empty: everything matches
 *
 * Returns: whether @folded is somewhere in the title or the keys
 */
gboolean
rc_shortcut_row_matches (RcShortcutRow *self, const char *folded)
{
  g_return_val_if_fail (RC_IS_SHORTCUT_ROW (self), FALSE);
  return strstr (self->folded, folded) != NULL;
}
