/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"
#include "rc-customer-form.h"
#include "rc-product-group.h"

G_BEGIN_DECLS

#define RC_TYPE_CHANGE_COMPLETION_DIALOG (rc_change_completion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcChangeCompletionDialog, rc_change_completion_dialog, RC, CHANGE_COMPLETION_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_change_completion_dialog_new (RcWorkspace *workspace, const RcResellerChangeRecord *change);

RcCustomerForm *rc_change_completion_dialog_get_form (RcChangeCompletionDialog *self);
RcProductGroup *rc_change_completion_dialog_get_products (RcChangeCompletionDialog *self);

G_END_DECLS
