/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_about_present (GtkWindow *parent, RcWorkspace *workspace);
char *rc_about_describe_system (RcWorkspace *workspace);

G_END_DECLS
