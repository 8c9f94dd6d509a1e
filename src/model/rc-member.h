/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A team member (TM-1). Properties: name, email, role, status (texts). */
#define RC_TYPE_MEMBER (rc_member_get_type ())
G_DECLARE_FINAL_TYPE (RcMember, rc_member, RC, MEMBER, RcTextItem)

RcMember *rc_member_new (RcMemberRecord *record); /* takes the record */
const RcMemberRecord *rc_member_get_record (RcMember *self);
gint64 rc_member_get_id (RcMember *self);
gboolean rc_member_is_active (RcMember *self);

G_END_DECLS
