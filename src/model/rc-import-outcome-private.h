/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-check.h"

G_BEGIN_DECLS

/* For the dry run, which fills it before anybody sees it. */
RcImportOutcome *rc_import_outcome_new (RcImportFile *file);
void rc_import_outcome_add_customer (RcImportOutcome *self, const RcCustomerData *customer);
void rc_import_outcome_set_doubtful_date (RcImportOutcome *self, const char *cell, RcDate read_as);
void rc_import_outcome_add_problem (RcImportOutcome *self, RcImportProblem *problem);

G_END_DECLS
