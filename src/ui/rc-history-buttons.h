/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-history-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a line of the history. Property: item (RcHistoryItem, nullable). Hidden where nothing can be. */
#define RC_TYPE_HISTORY_BUTTONS (rc_history_buttons_get_type ())
G_DECLARE_FINAL_TYPE (RcHistoryButtons, rc_history_buttons, RC, HISTORY_BUTTONS, GtkWidget)

G_END_DECLS
