/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-filter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_TERM_TIMELINE (rc_term_timeline_get_type ())
G_DECLARE_FINAL_TYPE (RcTermTimeline, rc_term_timeline, RC, TERM_TIMELINE, GtkBox)

gboolean rc_term_timeline_show (RcTermTimeline *self, const RcCustomerFacts *facts, RcDate today,
                                const RcPolicy *policy);

G_END_DECLS
