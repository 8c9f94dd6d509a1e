/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"

G_BEGIN_DECLS

/* A row of a command dialog, whose workspace it asks for the policy. */
#define RC_TYPE_EMAIL_ROW (rc_email_row_get_type ())
G_DECLARE_FINAL_TYPE (RcEmailRow, rc_email_row, RC, EMAIL_ROW, RcFieldRow)

gboolean rc_email_row_check (RcEmailRow *self);

G_END_DECLS
