/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Sort keys of one locale (ICU). Thread-safe after construction is not promised: one for each thread. */
#define RC_TYPE_COLLATOR (rc_collator_get_type ())
G_DECLARE_FINAL_TYPE (RcCollator, rc_collator, RC, COLLATOR, GObject)
RcCollator *rc_collator_new (const char *locale); /* NULL: the user's; "" never */
/* What is recorded in the workspace beside the keys; includes the ICU version: "pl@icu72.1". */
const char *rc_collator_get_locale (RcCollator *self);
GBytes *rc_collator_get_key (RcCollator *self, const char *text);

G_END_DECLS
