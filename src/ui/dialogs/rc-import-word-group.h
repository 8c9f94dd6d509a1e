/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-mapping.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What the words of a file stand for, where the program does not know them. Signal: "changed". */
#define RC_TYPE_IMPORT_WORD_GROUP (rc_import_word_group_get_type ())
G_DECLARE_FINAL_TYPE (RcImportWordGroup, rc_import_word_group, RC, IMPORT_WORD_GROUP, AdwBin)

void rc_import_word_group_show (RcImportWordGroup *self, RcImportFile *file, const RcImportMapping *mapping);
void rc_import_word_group_apply (RcImportWordGroup *self, RcImportMapping *mapping);

G_END_DECLS
