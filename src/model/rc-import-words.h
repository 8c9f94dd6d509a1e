/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"

G_BEGIN_DECLS

/* Words of files for the values of a closed set, in the languages that the program speaks. */
gboolean rc_import_words_has_set (RcCustomerField field);
char *rc_import_words_find (RcCustomerField field, const char *word);
gboolean rc_import_words_is_known (RcCustomerField field, const char *cell);
const char *rc_import_words_describe (RcCustomerField field, const char *value);
char *rc_import_words_simplify (const char *text);

G_END_DECLS
