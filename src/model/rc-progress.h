/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How far long work in a thread has come. Properties: fraction (0 to 1), text; notified in the main context. */
#define RC_TYPE_PROGRESS (rc_progress_get_type ())
G_DECLARE_FINAL_TYPE (RcProgress, rc_progress, RC, PROGRESS, GObject)

RcProgress *rc_progress_new (void);
void rc_progress_report (RcProgress *self, double fraction); /* from any thread */
void rc_progress_report_text (RcProgress *self, const char *text); /* from any thread; a literal */
const char *rc_progress_get_text (RcProgress *self);
double rc_progress_get_fraction (RcProgress *self);

G_END_DECLS
