/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* CU-7: from the invitation's date to the command's date. */
#define RC_TYPE_RECORD_ACCEPTANCE (rc_record_acceptance_get_type ())
G_DECLARE_FINAL_TYPE (RcRecordAcceptance, rc_record_acceptance, RC, RECORD_ACCEPTANCE, RcCommand)

RcCommand *rc_record_acceptance_new (gint64 actor, RcDate date, gint64 customer_id, RcDate accepted_on);

G_END_DECLS
