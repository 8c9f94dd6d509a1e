/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_DEPARTURE_DIALOG (rc_departure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcDepartureDialog, rc_departure_dialog, RC, DEPARTURE_DIALOG, RcCommandDialog)

GtkWindow *rc_departure_dialog_new (RcWorkspace *workspace, gint64 customer_id);

G_END_DECLS
