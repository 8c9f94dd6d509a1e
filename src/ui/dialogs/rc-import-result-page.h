/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-check.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a dry run found, and what is to be done then. Signal: "changed". */
#define RC_TYPE_IMPORT_RESULT_PAGE (rc_import_result_page_get_type ())
G_DECLARE_FINAL_TYPE (RcImportResultPage, rc_import_result_page, RC, IMPORT_RESULT_PAGE, AdwBin)

void rc_import_result_page_set_outcome (RcImportResultPage *self, RcImportOutcome *outcome);
RcImportOutcome *rc_import_result_page_get_outcome (RcImportResultPage *self);
gboolean rc_import_result_page_can_import (RcImportResultPage *self);
gboolean rc_import_result_page_saves_problems (RcImportResultPage *self);
gboolean rc_import_result_page_sends_invitations (RcImportResultPage *self);

G_END_DECLS
