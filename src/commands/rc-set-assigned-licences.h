/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PR-5: the assigned number of each product named. */
#define RC_TYPE_SET_ASSIGNED_LICENCES (rc_set_assigned_licences_get_type ())
G_DECLARE_FINAL_TYPE (RcSetAssignedLicences, rc_set_assigned_licences, RC, SET_ASSIGNED_LICENCES, RcCommand)

RcCommand *rc_set_assigned_licences_new (gint64 actor, RcDate date, gint64 customer_id, GPtrArray *lines);

G_END_DECLS
