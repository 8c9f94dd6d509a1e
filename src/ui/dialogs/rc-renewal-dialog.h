/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"
#include "rc-product-group.h"

G_BEGIN_DECLS

#define RC_TYPE_RENEWAL_DIALOG (rc_renewal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalDialog, rc_renewal_dialog, RC, RENEWAL_DIALOG, RcCommandDialog)

GtkWindow *rc_renewal_dialog_new (RcWorkspace *workspace, gint64 customer_id);
RcProductGroup *rc_renewal_dialog_get_additional (RcRenewalDialog *self);

G_END_DECLS
