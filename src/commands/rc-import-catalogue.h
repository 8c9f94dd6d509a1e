/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PR-1: takes over a catalogue; what it does not name is retired where it is in use, else removed. */
#define RC_TYPE_IMPORT_CATALOGUE (rc_import_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (RcImportCatalogue, rc_import_catalogue, RC, IMPORT_CATALOGUE, RcCommand)

RcCommand *rc_import_catalogue_new (gint64 actor, RcDate date, GPtrArray *products);

G_END_DECLS
