/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-product-table.h"

#include "rc-change-table.h"
#include "rc-enum-types.h"
#include "rc-row.h"
#include "rc-table.h"

/* The catalogue (PR-1), by code. The whole list for display comes from rc-log-query.h. */

/**
 * rc_product_table_find:
 * @database: a database
 * @code: a product's code
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the product; %NULL without an error where there is none
 */
RcProductRecord *
rc_product_table_find (RcDatabase *database, const char *code, GError **error)
{
  RcProductRecord *record = NULL;
  RcStatement *statement =
      rc_table_query (database, error, RC_ROW_SELECT_PRODUCT "WHERE p.code = $1", "t", code);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_product (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_product_table_put:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a product; its id is not looked at
 * @error: RC_STORE_ERROR
 *
 * Adds the product, or updates the one with its code.
 *
 * Returns: whether it was written
 */
gboolean
rc_product_table_put (RcDatabase *database, gint64 seq, const RcProductRecord *record, GError **error)
{
  return rc_table_run (
      database, error,
      "INSERT INTO products (id, change_seq, code, name, family, offer_type, licence_kind, for_commercial, "
      "for_government, for_education, open_to_pa, min_quantity, retired) "
      "VALUES (" RC_TABLE_NEXT_ID (
          "products",
          "product") ", $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
                     "ON CONFLICT (code) DO UPDATE SET change_seq = excluded.change_seq, name = "
                     "excluded.name, "
                     "family = excluded.family, offer_type = excluded.offer_type, licence_kind = "
                     "excluded.licence_kind, "
                     "for_commercial = excluded.for_commercial, for_government = excluded.for_government, "
                     "for_education = excluded.for_education, open_to_pa = excluded.open_to_pa, "
                     "min_quantity = excluded.min_quantity, retired = excluded.retired",
      "ltttttiiiiii", seq, record->code, record->name, record->family,
      rc_enum_to_nick (RC_TYPE_OFFER_TYPE, (int) record->offer_type),
      rc_enum_to_nick (RC_TYPE_LICENCE_KIND, (int) record->licence_kind), record->for_segment[0] ? 1 : 0,
      record->for_segment[1] ? 1 : 0, record->for_segment[2] ? 1 : 0, record->open_to_pa ? 1 : 0,
      record->min_quantity, record->retired ? 1 : 0);
}

/**
 * rc_product_table_remove:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: the id of a product that nothing refers to
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was removed; its id is not given again
 */
gboolean
rc_product_table_remove (RcDatabase *database, gint64 seq, gint64 id, GError **error)
{
  return rc_change_table_bury (database, seq, "product", id, error)
         && rc_table_run (database, error, "DELETE FROM products WHERE id = $1", "l", id);
}
