/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-mapping.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Where one field of an import comes from. Signal: "changed". */
#define RC_TYPE_IMPORT_FIELD_ROW (rc_import_field_row_get_type ())
G_DECLARE_FINAL_TYPE (RcImportFieldRow, rc_import_field_row, RC, IMPORT_FIELD_ROW, AdwPreferencesRow)

GtkWidget *rc_import_field_row_new (RcCustomerField field, const char *const *columns);
void rc_import_field_row_show (RcImportFieldRow *self, const RcImportMapping *mapping);
void rc_import_field_row_apply (RcImportFieldRow *self, RcImportMapping *mapping);
void rc_import_field_row_set_example (RcImportFieldRow *self, const char *example, const char *fault);

G_END_DECLS
