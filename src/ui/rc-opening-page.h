/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-progress.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window shows while a workspace is opened. Signal: canceled. */
#define RC_TYPE_OPENING_PAGE (rc_opening_page_get_type ())
G_DECLARE_FINAL_TYPE (RcOpeningPage, rc_opening_page, RC, OPENING_PAGE, GtkWidget)

void rc_opening_page_set_progress (RcOpeningPage *self, RcProgress *progress);

G_END_DECLS
