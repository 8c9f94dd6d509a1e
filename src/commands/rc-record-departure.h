/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* CH-5: the customer has moved to another reseller. */
#define RC_TYPE_RECORD_DEPARTURE (rc_record_departure_get_type ())
G_DECLARE_FINAL_TYPE (RcRecordDeparture, rc_record_departure, RC, RECORD_DEPARTURE, RcCommand)

RcCommand *rc_record_departure_new (gint64 actor, RcDate date, gint64 customer_id);

G_END_DECLS
