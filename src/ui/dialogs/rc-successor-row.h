/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

#define RC_TYPE_SUCCESSOR_ROW (rc_successor_row_get_type ())
G_DECLARE_FINAL_TYPE (RcSuccessorRow, rc_successor_row, RC, SUCCESSOR_ROW, RcFieldRow)

void rc_successor_row_set_up (RcSuccessorRow *self, RcWorkspace *workspace, gint64 member_id);
gint64 rc_successor_row_get_member (RcSuccessorRow *self);
gboolean rc_successor_row_check (RcSuccessorRow *self);

G_END_DECLS
