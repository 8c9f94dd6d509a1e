/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-renewal-batch.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "completed" (RcCommandResult *, borrowed during the emission), when it is left after something was renewed. */
#define RC_TYPE_BULK_RENEWAL_DIALOG (rc_bulk_renewal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcBulkRenewalDialog, rc_bulk_renewal_dialog, RC, BULK_RENEWAL_DIALOG, AdwWindow)

GtkWindow *rc_bulk_renewal_dialog_new (RcWorkspace *workspace, GArray *customer_ids);
RcRenewalBatch *rc_bulk_renewal_dialog_get_batch (RcBulkRenewalDialog *self);

G_END_DECLS
