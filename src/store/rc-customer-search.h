/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-id-set.h"

G_BEGIN_DECLS

/* What is searched for, folded and split into words (FI-4). For the store's own files only. */
typedef struct _RcCustomerSearch RcCustomerSearch;

RcCustomerSearch *rc_customer_search_new (const char *text);
void rc_customer_search_free (RcCustomerSearch *self);
gboolean rc_customer_search_matches (const RcCustomerSearch *self, const char *folded);
gboolean rc_customer_search_matches_id (const RcCustomerSearch *self, RcDatabase *database, gint64 id,
                                        gboolean *matches, GError **error);
gboolean rc_customer_search_guess_share (RcCustomerSearch *self, RcDatabase *database, const RcIdSet *within,
                                         gint64 largest_id, double *share, GError **error);
gboolean rc_customer_search_collect (const RcCustomerSearch *self, RcDatabase *database, RcIdSet *set,
                                     gboolean frequent, gboolean *exact, GCancellable *cancellable,
                                     GError **error);
gboolean rc_customer_search_look_at (const RcCustomerSearch *self, RcDatabase *database, const RcIdSet *set,
                                     double *share, GError **error);
gboolean rc_customer_search_refine (const RcCustomerSearch *self, RcDatabase *database, RcIdSet *set,
                                    GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerSearch, rc_customer_search_free)

G_END_DECLS
