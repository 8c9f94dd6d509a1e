/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* The beginnings of statements, each with the columns that its function reads. What comes after them names the tables by
 * c customers, m members, p products, a purchase authorizations, o orders, l lines, r returns or reseller changes. */
#define RC_ROW_SELECT_CUSTOMER                                                                               \
  "SELECT c.id, c.change_seq, c.vip_id, c.name, c.english_name, c.segment, c.offer_type, c.country, "        \
  "c.region, c.street, c.city, c.postal_code, c.language, c.managed_by, m.name, c.invitation_status, "       \
  "c.invited_on, c.reminded_on, c.accepted_on, c.moved_on, c.custom_anniversary, c.anniversary_date, "       \
  "c.anniversary_anchor, c.oldest_open_pa, c.newest_open_pa, c.licences_total, c.had_order, c.term, "        \
  "contacts.given_name, contacts.family_name, contacts.email FROM customers c "                              \
  "JOIN members m ON m.id = c.managed_by "                                                                   \
  "JOIN contacts ON contacts.customer_id = c.id AND contacts.role = 'primary' "
#define RC_ROW_SELECT_PRODUCT                                                                                \
  "SELECT p.id, p.code, p.name, p.family, p.offer_type, p.licence_kind, p.for_commercial, "                  \
  "p.for_government, p.for_education, p.open_to_pa, p.min_quantity, p.retired FROM products p "
#define RC_ROW_SELECT_MEMBER "SELECT m.id, m.name, m.email, m.role, m.status FROM members m "
#define RC_ROW_SELECT_RESELLER_CHANGE                                                                        \
  "SELECT r.id, r.vip_id, r.admin_email, r.language, r.requested_at, k.sent_at, k.expires_at, "              \
  "r.completed_on, r.customer_id, c.name FROM reseller_changes r JOIN reseller_codes k ON k.id = "           \
  "(SELECT max (id) FROM reseller_codes WHERE reseller_change_id = r.id) "                                   \
  "LEFT JOIN customers c ON c.id = r.customer_id "
#define RC_ROW_SELECT_PA                                                                                     \
  "SELECT a.id, a.customer_id, a.number, a.date, a.po_number, a.requested_by_customer, a.status, "           \
  "a.ended_on, a.reason, o.number, a.term FROM purchase_authorizations a LEFT JOIN orders o ON o.pa_id = "   \
  "a.id "
#define RC_ROW_SELECT_LICENCE                                                                                \
  "SELECT l.product_id, p.code, p.name, p.licence_kind, l.ordered, l.pending, l.assigned FROM licences l "   \
  "JOIN products p ON p.id = l.product_id "
#define RC_ROW_SELECT_ORDER                                                                                  \
  "SELECT o.id, o.customer_id, o.number, o.date, o.kind, o.pa_id, a.number, o.term FROM orders o LEFT JOIN " \
  "purchase_authorizations a ON a.id = o.pa_id "
#define RC_ROW_SELECT_COMMITMENT "SELECT id, quantity, starts_on, ends_on FROM commitments "
#define RC_ROW_SELECT_RETURN                                                                                 \
  "SELECT r.id, r.order_line_id, o.number, p.name, r.quantity, r.status, r.requested_on, r.decided_on, "     \
  "r.reason FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN returns r ON r.order_line_id = l.id " \
  "JOIN products p ON p.id = l.product_id "
#define RC_ROW_SELECT_LINE(table)                                                                            \
  "SELECT l.id, l.product_id, p.code, p.name, p.licence_kind, l.quantity, l.months FROM " table              \
  " l JOIN products p ON p.id = l.product_id "

typedef gpointer (*RcRowReadFunc) (RcStatement *statement);

GPtrArray *rc_row_read_all (RcStatement *statement, RcRowReadFunc read_row, GDestroyNotify free_row,
                            GError **error);
GPtrArray *rc_row_fetch (RcDatabase *database, const char *sql, RcRowReadFunc read_row,
                         GDestroyNotify free_row, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                         GError **error);
gpointer rc_row_read_customer (RcStatement *statement); /* RcCustomerRecord */
gpointer rc_row_read_product (RcStatement *statement); /* RcProductRecord */
gpointer rc_row_read_member (RcStatement *statement); /* RcMemberRecord */
gpointer rc_row_read_reseller_change (RcStatement *statement); /* RcResellerChangeRecord */
gpointer rc_row_read_pa (RcStatement *statement); /* RcPaRecord */
gpointer rc_row_read_line (RcStatement *statement); /* RcLineRecord */
gpointer rc_row_read_licence (RcStatement *statement); /* RcLicenceRecord */
gpointer rc_row_read_order (RcStatement *statement); /* RcOrderRecord */
gpointer rc_row_read_return (RcStatement *statement); /* RcReturnRecord */
gpointer rc_row_read_commitment (RcStatement *statement); /* RcCommitmentRecord */

G_END_DECLS
