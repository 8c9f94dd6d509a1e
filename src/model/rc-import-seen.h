/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"

G_BEGIN_DECLS

/* Which customers stand earlier in a file; for the dry run only. */
typedef struct _RcImportSeen RcImportSeen;

RcImportSeen *rc_import_seen_new (void);
void rc_import_seen_free (RcImportSeen *self);
void rc_import_seen_add (RcImportSeen *self, const RcCustomerData *customer, guint64 line);
guint64 rc_import_seen_find (const RcImportSeen *self, const RcCustomerData *customer); /* its line, or 0 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcImportSeen, rc_import_seen_free)

G_END_DECLS
