/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Every closed set of the domain. The nicks that glib-mkenums makes of the names are what the
 * database and the JSON of commands hold; they never change once released. */

typedef enum
{
  RC_SEGMENT_COMMERCIAL,
  RC_SEGMENT_GOVERNMENT,
  RC_SEGMENT_EDUCATION
} RcSegment;

typedef enum
{
  RC_OFFER_TYPE_TEAM,
  RC_OFFER_TYPE_ENTERPRISE
} RcOfferType;

typedef enum
{
  RC_LICENCE_KIND_NAMED_USER,
  RC_LICENCE_KIND_DEVICE,
  RC_LICENCE_KIND_CONSUMABLE
} RcLicenceKind;

typedef enum
{
  RC_INVITATION_STATUS_PENDING,
  RC_INVITATION_STATUS_ACCEPTED
} RcInvitationStatus;

/* What is stored of a purchase authorization. Its age is not stored: see RcRequestState (PA-2). */
typedef enum
{
  RC_PA_STATUS_OPEN,
  RC_PA_STATUS_ORDERED,
  RC_PA_STATUS_CANCELED,
  RC_PA_STATUS_CLOSED_UNPAID
} RcPaStatus;

/* What follows from the age of an open purchase authorization (PA-2). */
typedef enum
{
  RC_REQUEST_STATE_NONE,
  RC_REQUEST_STATE_PENDING,
  RC_REQUEST_STATE_OVERDUE,
  RC_REQUEST_STATE_SUSPENDED
} RcRequestState;

/* Where a membership stands in its term (RN-1, RN-2, RN-7, CH-5). */
typedef enum
{
  RC_TERM_STATE_NONE, /* no anniversary date yet */
  RC_TERM_STATE_RUNNING, /* more than the upcoming days away */
  RC_TERM_STATE_UPCOMING, /* RN-2 */
  RC_TERM_STATE_READY, /* RN-1, up to and including the anniversary date */
  RC_TERM_STATE_GRACE, /* RN-1, after the anniversary date */
  RC_TERM_STATE_LAPSED, /* RN-7 */
  RC_TERM_STATE_MOVED /* CH-5 */
} RcTermState;

typedef enum
{
  RC_ORDER_KIND_FOR_PA,
  RC_ORDER_KIND_DIRECT,
  RC_ORDER_KIND_RENEWAL
} RcOrderKind;

/* What became of a return (OR-4). */
typedef enum
{
  RC_RETURN_STATUS_REQUESTED,
  RC_RETURN_STATUS_APPROVED,
  RC_RETURN_STATUS_REJECTED
} RcReturnStatus;

typedef enum
{
  RC_FILTER_ALL_CUSTOMERS,
  RC_FILTER_NO_PRODUCTS,
  RC_FILTER_PENDING_REQUESTS,
  RC_FILTER_PAST_DUE_REQUESTS,
  RC_FILTER_UPCOMING_RENEWALS,
  RC_FILTER_READY_FOR_RENEWAL
} RcFilter;
#define RC_N_FILTERS 6

typedef enum
{
  RC_ROLE_PRIMARY_ADMIN,
  RC_ROLE_ACCOUNT_MANAGER,
  RC_ROLE_VIEWER
} RcRole;

typedef enum
{
  RC_MEMBER_STATUS_PENDING,
  RC_MEMBER_STATUS_ACTIVE,
  RC_MEMBER_STATUS_REMOVED
} RcMemberStatus;

typedef enum
{
  RC_PRORATION_ROUND_UP,
  RC_PRORATION_NEXT_PERIOD
} RcProration;

typedef enum
{
  RC_PRESET_VIP,
  RC_PRESET_VIP_MARKETPLACE
} RcPreset;

typedef enum
{
  RC_SORT_NAME,
  RC_SORT_VIP_ID,
  RC_SORT_ANNIVERSARY_DATE,
  RC_SORT_SEGMENT,
  RC_SORT_MANAGED_BY,
  RC_SORT_INVITATION_STATUS,
  RC_SORT_OLDEST_REQUEST
} RcSort;

typedef enum
{
  RC_MESSAGE_KIND_INVITATION,
  RC_MESSAGE_KIND_REMINDER,
  RC_MESSAGE_KIND_PRODUCTS_ADDED,
  RC_MESSAGE_KIND_PA_CANCELED,
  RC_MESSAGE_KIND_PA_OVERDUE,
  RC_MESSAGE_KIND_PA_SUSPENDED,
  RC_MESSAGE_KIND_RENEWAL_NOTICE,
  RC_MESSAGE_KIND_RENEWAL_OPEN,
  RC_MESSAGE_KIND_RENEWAL_DUE,
  RC_MESSAGE_KIND_RENEWAL_FINAL,
  RC_MESSAGE_KIND_RESELLER_CHANGE_CODE,
  RC_MESSAGE_KIND_REQUESTED_BY_CUSTOMER,
  RC_MESSAGE_KIND_RENEWALS_COMING,
  RC_MESSAGE_KIND_MEMBER_INVITATION
} RcMessageKind;

typedef enum
{
  RC_MESSAGE_STATUS_WAITING,
  RC_MESSAGE_STATUS_SENDING,
  RC_MESSAGE_STATUS_SENT,
  RC_MESSAGE_STATUS_FAILED,
  RC_MESSAGE_STATUS_UNCLEAR /* whoever was sending it stopped before the server's answer was known (MS-2) */
} RcMessageStatus;

/* Where a request to become the reseller of a membership stands (CH-2, CH-4). It follows from the time. */
typedef enum
{
  RC_RESELLER_CHANGE_STATE_WAITING, /* for the customer to enter the code */
  RC_RESELLER_CHANGE_STATE_EXPIRED, /* a new code can be sent */
  RC_RESELLER_CHANGE_STATE_COMPLETED
} RcResellerChangeState;

/* How the mail server is spoken to (MS-2). */
typedef enum
{
  RC_MAIL_SECURITY_TLS, /* encrypted from the first byte on */
  RC_MAIL_SECURITY_STARTTLS, /* encrypted before anything is told, or not at all */
  RC_MAIL_SECURITY_NONE /* to this computer only */
} RcMailSecurity;

/* What is done with the mails that a date brings (MS-1). */
typedef enum
{
  RC_DATED_MESSAGES_ASK,
  RC_DATED_MESSAGES_SEND,
  RC_DATED_MESSAGES_OFF
} RcDatedMessages;

const char *rc_enum_to_nick (GType type, int value);
gboolean rc_enum_from_nick (GType type, const char *nick, int *value);

G_END_DECLS
