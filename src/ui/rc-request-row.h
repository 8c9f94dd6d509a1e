/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-request-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_REQUEST_ROW (rc_request_row_get_type ())
G_DECLARE_FINAL_TYPE (RcRequestRow, rc_request_row, RC, REQUEST_ROW, GtkListBoxRow)

RcRequestRow *rc_request_row_new (RcRequestItem *item, gint64 customer_id);

G_END_DECLS
