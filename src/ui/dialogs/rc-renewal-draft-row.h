/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-renewal-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property: draft (RcRenewalDraft, nullable, read-write). */
#define RC_TYPE_RENEWAL_DRAFT_ROW (rc_renewal_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalDraftRow, rc_renewal_draft_row, RC, RENEWAL_DRAFT_ROW, GtkBox)

G_END_DECLS
