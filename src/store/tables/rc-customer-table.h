/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* The membership that a new one would be the double of (CU-8). */
typedef struct
{
  gint64 id; /* 0: none */
  char vip_id[21];
} RcCustomerDouble;

gboolean rc_customer_table_claim_vip_id (RcDatabase *database, const char *vip_id, gboolean *claimed,
                                         GError **error);
gboolean rc_customer_table_find_vip_id (RcDatabase *database, const char *vip_id, gint64 *own,
                                        gboolean *moved, GError **error);
gboolean rc_customer_table_find_double (RcDatabase *database, const char *name, const char *email,
                                        RcCustomerDouble *found, GError **error);
gboolean rc_customer_table_prepare_search (RcDatabase *database, GError **error);
gboolean rc_customer_table_insert_unsearched (RcDatabase *database, gint64 seq, RcCustomerRecord *record,
                                              GError **error);
gboolean rc_customer_table_insert (RcDatabase *database, gint64 seq, RcCustomerRecord *record,
                                   GError **error);
RcCustomerRecord *rc_customer_table_load (RcDatabase *database, gint64 id, GError **error);
gboolean rc_customer_table_set_email (RcDatabase *database, gint64 seq, const RcCustomerRecord *record,
                                      const char *email, GError **error);
gboolean rc_customer_table_set_reminded (RcDatabase *database, gint64 seq, gint64 id, RcDate reminded_on,
                                         GError **error);
gboolean rc_customer_table_set_accepted (RcDatabase *database, gint64 seq, gint64 id, RcDate accepted_on,
                                         GError **error);
gboolean rc_customer_table_set_moved (RcDatabase *database, gint64 seq, gint64 id, RcDate moved_on,
                                      GError **error);
gboolean rc_customer_table_set_manager (RcDatabase *database, gint64 seq, gint64 id, gint64 managed_by,
                                        GError **error);
gboolean rc_customer_table_hand_over (RcDatabase *database, gint64 seq, gint64 from, gint64 to,
                                      GError **error);
gboolean rc_customer_table_count_managed (RcDatabase *database, gint64 member_id, gint64 *count,
                                          GError **error);
gboolean rc_customer_table_remove (RcDatabase *database, gint64 seq, gint64 id, GError **error);

/* The term and what is kept for the filters (rc-customer-term.c). */
gboolean rc_customer_table_set_anniversary (RcDatabase *database, gint64 seq, gint64 id,
                                            RcDate anniversary_date, int anchor, GError **error);
gboolean rc_customer_table_start_term (RcDatabase *database, gint64 seq, gint64 id, RcDate starts_on,
                                       GError **error);
gboolean rc_customer_table_get_term_start (RcDatabase *database, gint64 id, RcDate *starts_on,
                                           GError **error);
gboolean rc_customer_table_find_first_date (RcDatabase *database, gint64 id, RcDate *first, GError **error);
gboolean rc_customer_table_has_order_in_term (RcDatabase *database, gint64 id, gboolean *has_order,
                                              GError **error);
gboolean rc_customer_table_is_renewed (RcDatabase *database, gint64 id, gboolean *renewed, GError **error);
gboolean rc_customer_table_refresh_facts (RcDatabase *database, gint64 seq, gint64 id, GError **error);

G_END_DECLS
