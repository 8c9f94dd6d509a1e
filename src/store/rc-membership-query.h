/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* All that the detail pane shows of one customer, read in one transaction. */
typedef struct
{
  RcCustomerRecord *customer;
  GPtrArray *licences; /* of RcLicenceRecord, by product name */
  GPtrArray *purchase_authorizations; /* of RcPaRecord, newest first */
  GPtrArray *orders; /* of RcOrderRecord, newest first */
  GPtrArray *renewals; /* of RcRenewalRecord, newest first */
  GPtrArray *returns; /* of RcReturnRecord, newest first */
  RcCommitmentRecord *commitment; /* (nullable) the latest; see rc_commitment_record_is_running() */
  RcDate term_starts_on; /* RC_DATE_NONE: with the membership */
  int bought; /* licences bought in the current term, less those returned, without consumables (VS-1) */
} RcMembershipRecord;

void rc_membership_record_free (RcMembershipRecord *record);
int rc_membership_record_count_committable (const RcMembershipRecord *record);
/* NULL without an error where there is no such customer. */
RcMembershipRecord *rc_membership_query_load (RcDatabase *database, gint64 customer_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMembershipRecord, rc_membership_record_free)

G_END_DECLS
