/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-plan.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* A product of a renewal: what the customer holds of it, and how many the order has. */
typedef struct
{
  RcLicenceKind licence_kind;
  RcPlan held; /* all 0 where it is new */
  int quantity; /* 0: left out */
} RcRenewalLine;

/* What becomes of it. */
typedef struct
{
  int old_quantity; /* its total, what open purchase authorizations gave included (PR-4) */
  int new_quantity;
  int lost; /* licences that users lose: assigned above the new total (RN-4) */
} RcRenewalChange;

/* What a renewal order would bring (RN-3). */
typedef struct
{
  GArray *changes; /* (owned) of RcRenewalChange, in the order of the items */
  RcDate anniversary_date; /* the new one (RN-4) */
  int old_licences; /* the old quantities together, without consumables */
  int licences; /* the new ones, without consumables: what VS-1 counts in the new term */
  int lost; /* over all products */
  int select_level; /* that follows, 0 to 4 (VS-1) */
  int commitment; /* the quantity that may not be gone below; 0: none (RN-5) */
  gboolean commitment_kept;
} RcRenewalPreview;

RcRenewalPreview *rc_renewal_preview (const RcRenewalLine *items, gsize n_items, RcDate anniversary_date,
                                      int anchor_day, int commitment, const RcPolicy *policy);
void rc_renewal_preview_free (RcRenewalPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcRenewalPreview, rc_renewal_preview_free)

G_END_DECLS
