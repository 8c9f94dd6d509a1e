/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* RFC 4180 with CRLF, UTF-8. */
void rc_csv_append_record (GString *out, const char *const *fields);
void rc_csv_append_record_separated (GString *out, const char *const *fields, char separator);
#define RC_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"
char *rc_csv_disarm (const char *field); /* IO-1: a cell that a spreadsheet would run is made harmless */
char *rc_csv_rearm (const char *field); /* undoes rc_csv_disarm(), for reading a report back */

G_END_DECLS
