/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char *rc_text_fold (const char *text); /* FI-4: case and accents removed, ł ø æ ß too; for search */
char *rc_text_fold_name (const char *text); /* CU-8: case-folded, spaces collapsed and trimmed */
char *rc_text_trim (const char *text); /* Unicode white space off both ends */
char *rc_text_transliterate (const char *text); /* CU-2: a proposal in printable ASCII */
gboolean rc_text_is_printable_ascii (const char *text);
gboolean rc_text_is_allowed (
    const char *text); /* CU-3: valid UTF-8, no control characters, no bidirectional overrides */
int rc_text_length (const char *text); /* characters, as CU-3 counts */

/* Sort keys of one locale (ICU). Thread-safe after construction is not promised: one for each thread. */
#define RC_TYPE_COLLATOR (rc_collator_get_type ())
G_DECLARE_FINAL_TYPE (RcCollator, rc_collator, RC, COLLATOR, GObject)
RcCollator *rc_collator_new (const char *locale); /* NULL: the user's; "" never */
const char *
rc_collator_get_locale (RcCollator *self); /* what is recorded in the workspace; includes the ICU version */
GBytes *rc_collator_get_key (RcCollator *self, const char *text);

G_END_DECLS
