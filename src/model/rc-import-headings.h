/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"

G_BEGIN_DECLS

/* The headings of the program's own reports in each of its languages, for knowing a report again (IO-2). */
const char *rc_import_headings_find_language (const char *const *columns);
gboolean rc_import_headings_match (RcCustomerField field, const char *language, const char *heading);

G_END_DECLS
