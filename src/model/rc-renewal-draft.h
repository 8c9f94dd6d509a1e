/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of a renewal order that is prepared among others. */
typedef enum
{
  RC_RENEWAL_DRAFT_STATE_OPEN,
  RC_RENEWAL_DRAFT_STATE_REFUSED, /* cannot be renewed at current quantities, whatever is typed */
  RC_RENEWAL_DRAFT_STATE_FAILED, /* the command refused it; can be tried again */
  RC_RENEWAL_DRAFT_STATE_DONE
} RcRenewalDraftState;

/* One customer's renewal order at current quantities. Properties: name, lines (texts), number (text, read-write), ticked
 * (gboolean, read-write; stays FALSE where it is refused or done), state (RcRenewalDraftState, as int), note (text: why
 * not, what is wrong, or what became of it; else what should be known), can-edit (gboolean). */
#define RC_TYPE_RENEWAL_DRAFT (rc_renewal_draft_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalDraft, rc_renewal_draft, RC, RENEWAL_DRAFT, GObject)

RcRenewalDraft *rc_renewal_draft_new (const RcMembershipRecord *membership, GListModel *products,
                                      const RcActionContext *context);
gint64 rc_renewal_draft_get_customer_id (RcRenewalDraft *self);
const char *rc_renewal_draft_get_number (RcRenewalDraft *self);
void rc_renewal_draft_set_number (RcRenewalDraft *self, const char *number);
void rc_renewal_draft_propose_number (RcRenewalDraft *self, const char *number);
gboolean rc_renewal_draft_get_ticked (RcRenewalDraft *self);
void rc_renewal_draft_set_ticked (RcRenewalDraft *self, gboolean ticked);
RcRenewalDraftState rc_renewal_draft_get_state (RcRenewalDraft *self);
RcDate rc_renewal_draft_get_earliest (RcRenewalDraft *self);
const char *rc_renewal_draft_get_note (RcRenewalDraft *self);
GPtrArray *rc_renewal_draft_get_lines (RcRenewalDraft *self);
void rc_renewal_draft_set_fault (RcRenewalDraft *self, const char *fault);
gboolean rc_renewal_draft_has_fault (RcRenewalDraft *self);
void rc_renewal_draft_set_outcome (RcRenewalDraft *self, RcRenewalDraftState state, const char *text);

G_END_DECLS
