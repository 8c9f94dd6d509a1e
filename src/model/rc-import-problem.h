/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A row that does not go in. Properties (read-only): line (uint64), organization, reason, already-there, title ("Line 12:
 * …"). */
#define RC_TYPE_IMPORT_PROBLEM (rc_import_problem_get_type ())
G_DECLARE_FINAL_TYPE (RcImportProblem, rc_import_problem, RC, IMPORT_PROBLEM, GObject)

RcImportProblem *rc_import_problem_new (guint64 line, const char *organization, const char *reason,
                                        gboolean already_there);
guint64 rc_import_problem_get_line (RcImportProblem *self);
const char *rc_import_problem_get_organization (RcImportProblem *self);
const char *rc_import_problem_get_reason (RcImportProblem *self);
gboolean rc_import_problem_is_already_there (RcImportProblem *self);

G_END_DECLS
