/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-term-dates.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_TERM_BAR (rc_term_bar_get_type ())
G_DECLARE_FINAL_TYPE (RcTermBar, rc_term_bar, RC, TERM_BAR, GtkWidget)

void rc_term_bar_set_dates (RcTermBar *self, const RcTermDates *dates, RcDate today);
double rc_term_bar_place (RcTermBar *self, RcDate date);

G_END_DECLS
