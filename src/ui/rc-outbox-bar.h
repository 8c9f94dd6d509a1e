/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-due-messages.h"
#include "rc-outbox.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its buttons activate messages.review, messages.try-now and messages.set-up, which whoever holds it has. */
#define RC_TYPE_OUTBOX_BAR (rc_outbox_bar_get_type ())
G_DECLARE_FINAL_TYPE (RcOutboxBar, rc_outbox_bar, RC, OUTBOX_BAR, GtkWidget)

GtkWidget *rc_outbox_bar_new (RcWorkspace *workspace, RcOutbox *outbox, RcDueMessages *due);

G_END_DECLS
