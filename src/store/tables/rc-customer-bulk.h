/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* Adding so many customers at once that the indexes and the search are better made afterwards. */
typedef struct _RcCustomerBulk RcCustomerBulk;

RcCustomerBulk *rc_customer_bulk_begin (RcDatabase *database, guint n_new, GError **error);
gboolean rc_customer_bulk_end (RcCustomerBulk *self, GCancellable *cancellable, GError **error);
void rc_customer_bulk_free (RcCustomerBulk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerBulk, rc_customer_bulk_free)

G_END_DECLS
