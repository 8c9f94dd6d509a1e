/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of the table: an action, what starts it from the keyboard, and what to call it. */
typedef struct
{
  const char *group; /* untranslated; see rc_shortcut_get_group() */
  const char *action; /* detailed name, as "win.invite"; NULL: a key of a widget, shown only */
  const char *accelerators[3]; /* as for gtk_accelerator_parse(); NULL-terminated */
  const char *title; /* untranslated; see rc_shortcut_get_title() */
} RcShortcut;

const RcShortcut *rc_shortcuts_list (gsize *n_shortcuts);
const char *rc_shortcut_get_group (const RcShortcut *shortcut);
const char *rc_shortcut_get_title (const RcShortcut *shortcut);
void rc_shortcuts_apply (GtkApplication *application);

G_END_DECLS
