/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_FILE_BAR (rc_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (RcFileBar, rc_file_bar, RC, FILE_BAR, GtkWidget)

void rc_file_bar_set_workspace (RcFileBar *self, RcWorkspace *workspace);

G_END_DECLS
