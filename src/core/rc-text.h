/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-collator.h"

G_BEGIN_DECLS

char *rc_text_fold (const char *text); /* FI-4: case and accents removed, ł ø æ ß too; for search */
char *rc_text_fold_name (const char *text); /* CU-8: case-folded, spaces collapsed and trimmed */
char *rc_text_trim (const char *text); /* Unicode white space off both ends */
char *rc_text_transliterate (const char *text); /* CU-2: a proposal in printable ASCII */
gboolean rc_text_is_printable_ascii (const char *text);
/* CU-3: valid UTF-8, no control characters, no bidirectional overrides */
gboolean rc_text_is_allowed (const char *text);
int rc_text_length (const char *text); /* characters, as CU-3 counts */
gboolean rc_text_is_blank (const char *text); /* nothing in it can be seen */
char *rc_text_normalize_line (const char *text, int longest); /* one line of text for any field */

G_END_DECLS
