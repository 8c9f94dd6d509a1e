/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report-query.h"

/* Reads what a report says of customers (IO-1), one by one in a given order, without making anything for each of them: the
 * texts are the statement's own. It writes no file, and what follows from the day is not in it. */

#define ROWS_BETWEEN_LOOKS 1024

static const char report_sql[] =
    "SELECT customers.name, english_name, vip_id, segment, offer_type, country, region, street, city, "
    "postal_code, contacts.given_name, contacts.family_name, contacts.email, language, members.name, "
    "members.email, invitation_status, invited_on, reminded_on, accepted_on, anniversary_date, "
    "CASE WHEN custom_anniversary = 1 THEN anniversary_date END, oldest_open_pa, NULL, licences_total, "
    "moved_on "
    "FROM customers "
    "JOIN contacts ON contacts.customer_id = customers.id AND contacts.role = 'primary' "
    "JOIN members ON members.id = customers.managed_by "
    "WHERE customers.id = $1";

static gboolean
give_row (RcStatement *statement, gint64 id, guint64 n_done, RcReportRowFunc func, gpointer data,
          GError **error)
{
  const char *values[RC_N_REPORT_COLUMNS + 1] = { NULL };
  GError *local_error = NULL;

  rc_statement_reset (statement);
  rc_statement_bind_int (statement, "$1", id);
  if (!rc_statement_step (statement, &local_error))
    {
      if (local_error == NULL)
        return TRUE; /* removed since its id was read */
      g_propagate_error (error, local_error);
      return FALSE;
    }
  for (int i = 0; i < RC_N_REPORT_COLUMNS; i++)
    {
      values[i] = rc_statement_get_text (statement, i);
      if (values[i] == NULL)
        values[i] = "";
    }
  return func (values, n_done, data, error);
}

/**
 * rc_report_query_each:
 * @database: a workspace; best in a read transaction
 * @ids: customers' ids, in the order of the report
 * @n_ids: how many
 * @func: called for each customer that is there
 * @data: for @func
 * @cancellable: (nullable): looked at every thousand rows
 * @error: RC_STORE_ERROR, G_IO_ERROR_CANCELLED, or what @func set
 *
 * Returns: %FALSE with @error set
 */
gboolean
rc_report_query_each (RcDatabase *database, const gint64 *ids, gsize n_ids, RcReportRowFunc func,
                      gpointer data, GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, report_sql, error);
  gboolean done = statement != NULL;

  for (gsize i = 0; done && i < n_ids; i++)
    done = (i % ROWS_BETWEEN_LOOKS != 0 || !g_cancellable_set_error_if_cancelled (cancellable, error))
           && give_row (statement, ids[i], i, func, data, error);
  if (statement != NULL)
    rc_statement_reset (statement);
  return done;
}
