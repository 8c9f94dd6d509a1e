/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: actions-updated: what can be done, or what my role allows, may be another. */
#define RC_TYPE_WINDOW (rc_window_get_type ())
G_DECLARE_FINAL_TYPE (RcWindow, rc_window, RC, WINDOW, AdwApplicationWindow)

RcWindow *rc_window_new (GtkApplication *application, RcClock *clock);
RcWindow *rc_window_new_with_workspace (GtkApplication *application, RcClock *clock, const char *path);
void rc_window_present_soon (RcWindow *self);
void rc_window_open_workspace (RcWindow *self, const char *path);
void rc_window_open_sample (RcWindow *self);
void rc_window_set_workspace (RcWindow *self, RcWorkspace *workspace);
RcWorkspace *rc_window_get_workspace (RcWindow *self);
const char *rc_window_get_path (RcWindow *self);
const char *rc_window_get_refusal (RcWindow *self, const char *action_name); /* (nullable) */
void rc_window_show_page (RcWindow *self, const char *page);

G_END_DECLS
