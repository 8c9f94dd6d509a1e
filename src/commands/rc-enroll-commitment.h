/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* VS-2. */
#define RC_TYPE_ENROLL_COMMITMENT (rc_enroll_commitment_get_type ())
G_DECLARE_FINAL_TYPE (RcEnrollCommitment, rc_enroll_commitment, RC, ENROLL_COMMITMENT, RcCommand)

RcCommand *rc_enroll_commitment_new (gint64 actor, RcDate date, gint64 customer_id, int quantity);
RcDate rc_enroll_commitment_get_end (RcDate starts_on);

G_END_DECLS
