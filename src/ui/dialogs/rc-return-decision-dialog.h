/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_RETURN_DECISION_DIALOG (rc_return_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcReturnDecisionDialog, rc_return_decision_dialog, RC, RETURN_DECISION_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_return_decision_dialog_new (RcWorkspace *workspace, gint64 customer_id);
void rc_return_decision_dialog_choose (RcReturnDecisionDialog *self, gint64 return_id, gboolean approved);

G_END_DECLS
