/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-rows.h"
#include "rc-database.h"
#include "rc-import-mapping.h"
#include "rc-import-problem.h"
#include "rc-policy.h"
#include "rc-progress.h"

G_BEGIN_DECLS

/* What a dry run found: which rows would go in, and which not. Immutable. */
#define RC_TYPE_IMPORT_OUTCOME (rc_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (RcImportOutcome, rc_import_outcome, RC, IMPORT_OUTCOME, GObject)

guint64 rc_import_outcome_get_n_rows (RcImportOutcome *self);
guint64 rc_import_outcome_get_n_already_there (RcImportOutcome *self);
guint64 rc_import_outcome_get_n_errors (RcImportOutcome *self);
char *rc_import_outcome_describe_doubtful_date (RcImportOutcome *self); /* (nullable): none was guessed */
RcCustomerRows *rc_import_outcome_get_customers (RcImportOutcome *self); /* the good rows */
GListModel *rc_import_outcome_get_problems (RcImportOutcome *self); /* of RcImportProblem, by line */
gboolean rc_import_outcome_save_problems (RcImportOutcome *self, GFile *target, GCancellable *cancellable,
                                          GError **error);
void rc_import_outcome_save_problems_async (RcImportOutcome *self, GFile *target, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gboolean rc_import_outcome_save_problems_finish (RcImportOutcome *self, GAsyncResult *result, GError **error);

/* The dry run (IO-2): nothing is changed. */
RcImportOutcome *rc_import_check (RcImportFile *file, const RcImportMapping *mapping, RcDatabase *database,
                                  RcDate today, const RcPolicy *policy, RcProgress *progress,
                                  GCancellable *cancellable, GError **error);
void rc_import_check_async (RcImportFile *file, const RcImportMapping *mapping, const char *workspace_path,
                            RcDate today, const RcPolicy *policy, RcProgress *progress,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
RcImportOutcome *rc_import_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
