/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-filter.h"

G_BEGIN_DECLS

/* Rows as they are read and written: plain, owned by whoever got them; free with the function of the type.
 * Text is UTF-8 and owned; NULL where the column may be NULL. */

typedef struct
{
  gint64 id;
  gint64 change_seq;
  char *vip_id;
  char *name;
  char *english_name; /* (nullable) */
  RcSegment segment;
  RcOfferType offer_type;
  char *country;
  char *region;
  char *street;
  char *city;
  char *postal_code;
  char *language;
  gint64 managed_by;
  char *managed_by_name;
  RcInvitationStatus invitation_status;
  RcDate invited_on;
  RcDate reminded_on;
  RcDate accepted_on;
  RcDate moved_on;
  gboolean custom_anniversary;
  RcDate anniversary_date;
  int anniversary_anchor;
  RcDate oldest_open_pa;
  RcDate newest_open_pa;
  int licences_total;
  gboolean had_order;
  int term; /* counts its terms from 0 */
  char *contact_given_name;
  char *contact_family_name;
  char *contact_email;
} RcCustomerRecord;

typedef struct
{
  gint64 id;
  char *code;
  char *name;
  char *family;
  RcOfferType offer_type;
  RcLicenceKind licence_kind;
  gboolean for_segment[3]; /* by RcSegment */
  gboolean open_to_pa;
  int min_quantity;
  gboolean retired;
} RcProductRecord;

typedef struct
{
  gint64 id;
  char *name;
  char *email;
  RcRole role;
  RcMemberStatus status;
} RcMemberRecord;

typedef struct
{
  gint64 product_id;
  char *product_code;
  char *product_name;
  RcLicenceKind licence_kind;
  int ordered;
  int pending;
  int assigned;
} RcLicenceRecord;

typedef struct
{
  gint64 id;
  gint64 product_id;
  char *product_code;
  char *product_name;
  RcLicenceKind licence_kind;
  int quantity;
  int months;
  int returned; /* of an order: returns that were approved (OR-4) */
  int return_requested; /* of an order: returns that are not decided yet */
} RcLineRecord;

typedef struct
{
  gint64 id;
  gint64 customer_id;
  char *number;
  RcDate date;
  char *po_number; /* (nullable) */
  gboolean requested_by_customer;
  RcPaStatus status;
  RcDate ended_on;
  char *reason; /* (nullable) */
  char *order_number; /* (nullable) of the order that pays for it */
  int term; /* the customer's when it was made */
  GPtrArray *lines; /* of RcLineRecord */
} RcPaRecord;

typedef struct
{
  gint64 id;
  gint64 customer_id;
  char *number;
  RcDate date;
  RcOrderKind kind;
  gint64 pa_id; /* 0: none */
  char *pa_number; /* (nullable) */
  int term; /* whose licences it pays for */
  GPtrArray *lines; /* of RcLineRecord */
} RcOrderRecord;

/* OR-4 */
typedef struct
{
  gint64 id;
  gint64 order_line_id;
  char *order_number;
  char *product_name;
  int quantity;
  RcReturnStatus status;
  RcDate requested_on;
  RcDate decided_on; /* RC_DATE_NONE: not yet */
  char *reason; /* (nullable) why it was rejected */
} RcReturnRecord;

/* A 3-year commit (VS-2). */
typedef struct
{
  gint64 id;
  int quantity;
  RcDate starts_on;
  RcDate ends_on; /* the first day without it */
} RcCommitmentRecord;

typedef struct
{
  gint64 id;
  char *order_number;
  RcDate date;
  RcDate old_anniversary_date;
  RcDate new_anniversary_date;
  GPtrArray *lines; /* of RcLineRecord */
} RcRenewalRecord;

typedef struct
{
  gint64 id;
  gint64 customer_id; /* 0: none */
  RcMessageKind kind;
  char *language;
  char *recipient_name;
  char *recipient_email;
  char *subject;
  char *body;
  char *message_id;
  RcMessageStatus status;
  gint64 created_at;
  gint64 sent_at; /* 0: not yet */
  int attempts;
  gint64 next_attempt_at; /* 0: as soon as possible */
  char *failure; /* (nullable) what went wrong last, in the server's words where it said any */
} RcMessageRecord;

typedef struct
{
  gint64 id;
  gint64 at;
  char *member_name;
  char *command; /* the command's name: "invite-customer" */
  gint64 customer_id; /* 0: none */
  char *customer_name; /* (nullable) */
  char *details; /* JSON object: {"field": [old, new], …} */
} RcActivityRecord;

/* A request to become the reseller of a membership, with its newest code (CH-1, CH-2). Times are µs, UTC. */
typedef struct
{
  gint64 id;
  char *vip_id;
  char *admin_email;
  char *language;
  gint64 requested_at;
  gint64 sent_at; /* of the newest code */
  gint64 expires_at;
  RcDate completed_on;
  gint64 customer_id; /* 0: none (any more) */
  char *customer_name; /* (nullable) */
} RcResellerChangeRecord;

void rc_customer_record_get_facts (const RcCustomerRecord *record, RcCustomerFacts *facts);
gboolean rc_customer_record_is_extended (const RcCustomerRecord *record);
void rc_customer_record_free (RcCustomerRecord *record);
void rc_product_record_free (RcProductRecord *record);
void rc_member_record_free (RcMemberRecord *record);
void rc_licence_record_free (RcLicenceRecord *record);
void rc_line_record_free (RcLineRecord *record);
void rc_pa_record_free (RcPaRecord *record);
void rc_order_record_free (RcOrderRecord *record);
void rc_return_record_free (RcReturnRecord *record);
void rc_commitment_record_free (RcCommitmentRecord *record);
gboolean rc_commitment_record_is_running (const RcCommitmentRecord *record, RcDate day);
void rc_renewal_record_free (RcRenewalRecord *record);
void rc_message_record_free (RcMessageRecord *record);
void rc_activity_record_free (RcActivityRecord *record);
RcResellerChangeState rc_reseller_change_record_get_state (const RcResellerChangeRecord *record, gint64 now);
void rc_reseller_change_record_free (RcResellerChangeRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerRecord, rc_customer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcProductRecord, rc_product_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMemberRecord, rc_member_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcLicenceRecord, rc_licence_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcLineRecord, rc_line_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcPaRecord, rc_pa_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcOrderRecord, rc_order_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcReturnRecord, rc_return_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCommitmentRecord, rc_commitment_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcRenewalRecord, rc_renewal_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMessageRecord, rc_message_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcActivityRecord, rc_activity_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcResellerChangeRecord, rc_reseller_change_record_free)

G_END_DECLS
