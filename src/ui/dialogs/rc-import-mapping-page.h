/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-mapping.h"
#include "rc-policy.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What the columns of a file mean, with what the first rows give. Signals: "changed", "format-changed". */
#define RC_TYPE_IMPORT_MAPPING_PAGE (rc_import_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (RcImportMappingPage, rc_import_mapping_page, RC, IMPORT_MAPPING_PAGE, AdwBin)

void rc_import_mapping_page_set_rules (RcImportMappingPage *self, RcDate today, const RcPolicy *policy);
void rc_import_mapping_page_set_file (RcImportMappingPage *self, RcImportFile *file,
                                      const RcImportMapping *mapping);
const RcImportMapping *rc_import_mapping_page_get_mapping (RcImportMappingPage *self);
void rc_import_mapping_page_get_format (RcImportMappingPage *self, RcCsvFormat *format);
gboolean rc_import_mapping_page_is_usable (RcImportMappingPage *self);

G_END_DECLS
