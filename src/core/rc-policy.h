/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"

G_BEGIN_DECLS

/* The program's numbers: immutable once made, counted in days, months or hours as named. */
typedef struct
{
  int pa_pending_to_days; /* last day of pending, 30 */
  int pa_overdue_to_days; /* last day of overdue, 60; equal to pending_to: no overdue state */
  int window_before_days; /* 30 */
  int window_after_days; /* 30 */
  int upcoming_from_days; /* 90 */
  int notify_from_days; /* 45 */
  RcProration proration;
  int extended_min_months; /* 13 */
  int extended_max_months[3]; /* by RcSegment: 36, 48, 48 */
  int select_levels_from[3]; /* licences from which levels 2, 3, 4 begin: 10, 50, 100 */
  int commitment_min_quantity; /* 10 */
  int return_days; /* 14 */
  int code_hours; /* 72 */
  int codes_a_day; /* 5 */
  int largest_quantity[2]; /* by RcOfferType: 10,000 and 200,000 */
} RcPolicy;

#define RC_TYPE_POLICY (rc_policy_get_type ())
GType rc_policy_get_type (void);

RcPolicy *rc_policy_new (RcPreset preset);
RcPolicy *rc_policy_copy (const RcPolicy *policy);
void rc_policy_free (RcPolicy *policy);
gboolean rc_policy_equal (const RcPolicy *a, const RcPolicy *b);

/* By name, for the database, the preferences and the command line. */
const char *const *rc_policy_list_names (void);
int rc_policy_get (const RcPolicy *policy, const char *name);
void rc_policy_get_range (const char *name, int *lowest, int *highest);
/* The nth pair of values of which the first may not exceed the second; FALSE past the last. */
gboolean rc_policy_get_order (gsize nth, const char **lower, const char **higher);
gboolean rc_policy_set (RcPolicy *policy, const char *name, int value, GError **error);
/* All or none: for values that are allowed only together. */
gboolean rc_policy_set_many (RcPolicy *policy, const char *const *names, const int *numbers, gsize n_values,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcPolicy, rc_policy_free)

G_END_DECLS
