/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-filter.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* What people read for the domain's closed sets. Static, translated. */
const char *rc_words_segment (RcSegment segment);
const char *rc_words_offer_type (RcOfferType offer_type);
const char *rc_words_licence_kind (RcLicenceKind kind);
const char *rc_words_invitation_status (RcInvitationStatus status);
const char *rc_words_request_state (RcRequestState state);
const char *rc_words_term_state (RcTermState state);
const char *rc_words_pa_status (RcPaStatus status);
const char *rc_words_role (RcRole role);
const char *rc_words_member_status (RcMemberStatus status);
const char *rc_words_reseller_change_state (RcResellerChangeState state);
const char *rc_words_message_kind (RcMessageKind kind);
const char *rc_words_message_status (RcMessageStatus status);
const char *rc_words_language (const char *code);

/* Sentences of more than a label. (transfer full) */
char *rc_words_age (int days);
char *rc_words_days_left (RcTermState state, RcDate anniversary, RcDate today, const RcPolicy *policy);
char *rc_words_deadline (const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy);
char *rc_words_lines (GPtrArray *lines);
char *rc_words_full_name (const char *given_name, const char *family_name);
char *rc_words_time (gint64 at, GTimeZone *zone);

G_END_DECLS
