/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report-query.h"

/* Reads what a report says of customers (IO-1), without making anything for each of them: the texts are the statement's
 * own. Rows come as they lie in the file, which is far faster than in any other order. It writes no file, and what follows
 * from the day is not in it. */

#define ROWS_BETWEEN_LOOKS 1024
/* Where at least one id in so many is asked for, reading on from row to row is faster than looking for each. */
#define MOST_IDS_PER_WANTED 8

/* CROSS: in the order of the customers' ids. */
#define REPORT_SELECT                                                                                        \
  "SELECT c.name, c.english_name, c.vip_id, c.segment, c.offer_type, c.country, c.region, c.street, "        \
  "c.city, c.postal_code, k.given_name, k.family_name, k.email, c.language, m.name, m.email, "               \
  "c.invitation_status, c.invited_on, c.reminded_on, c.accepted_on, c.anniversary_date, "                    \
  "CASE WHEN c.custom_anniversary = 1 THEN c.anniversary_date END, c.oldest_open_pa, NULL, "                 \
  "c.licences_total, c.moved_on, c.id "                                                                      \
  "FROM customers c "                                                                                        \
  "CROSS JOIN contacts k ON k.customer_id = c.id AND k.role = 'primary' "                                    \
  "CROSS JOIN members m ON m.id = c.managed_by "
#define ID_COLUMN RC_N_REPORT_COLUMNS

typedef struct
{
  const gint64 *ids; /* (borrowed) ascending */
  gsize n_ids;
  RcReportRowFunc func;
  gpointer data; /* (borrowed) */
  GCancellable *cancellable; /* (borrowed) (nullable) */
} Reading;

static gboolean
give_row (Reading *reading, RcStatement *statement, gsize position, GError **error)
{
  const char *values[RC_N_REPORT_COLUMNS + 1] = { NULL };

  for (int i = 0; i < RC_N_REPORT_COLUMNS; i++)
    {
      values[i] = rc_statement_get_text (statement, i);
      if (values[i] == NULL)
        values[i] = "";
    }
  return reading->func (values, position, reading->data, error);
}

static gboolean
is_stopped (Reading *reading, gsize n_done, GError **error)
{
  return n_done % ROWS_BETWEEN_LOOKS == 0
         && g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

/* Row by row from the first id to the last, over those that are not asked for. */
static gboolean
read_on (Reading *reading, RcDatabase *database, GError **error)
{
  RcStatement *statement =
      rc_database_prepare (database, REPORT_SELECT "WHERE c.id BETWEEN $1 AND $2 ORDER BY c.id", error);
  GError *failure = NULL;
  gboolean done = statement != NULL;
  gsize n_rows = 0;
  gsize next = 0;

  if (!done)
    return FALSE;
  rc_statement_bind_int (statement, "$1", reading->ids[0]);
  rc_statement_bind_int (statement, "$2", reading->ids[reading->n_ids - 1]);
  while (done && rc_statement_step (statement, &failure))
    {
      gint64 id = rc_statement_get_int (statement, ID_COLUMN);

      while (next < reading->n_ids && reading->ids[next] < id)
        next++;
      done = !is_stopped (reading, n_rows++, error);
      for (; done && next < reading->n_ids && reading->ids[next] == id; next++)
        done = give_row (reading, statement, next, error);
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return done;
  g_propagate_error (error, failure);
  return FALSE;
}

/* Each looked for by itself; who was removed since its id was read is left out. */
static gboolean
read_each (Reading *reading, RcDatabase *database, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, REPORT_SELECT "WHERE c.id = $1", error);
  GError *failure = NULL;
  gboolean done = statement != NULL;

  for (gsize i = 0; done && failure == NULL && i < reading->n_ids; i++)
    {
      rc_statement_reset (statement);
      rc_statement_bind_int (statement, "$1", reading->ids[i]);
      done = !is_stopped (reading, i, error);
      if (done && rc_statement_step (statement, &failure))
        done = give_row (reading, statement, i, error);
    }
  if (statement != NULL)
    rc_statement_reset (statement);
  if (failure == NULL)
    return done;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * rc_report_query_each:
 * @database: a workspace; best in a read transaction
 * @ids: customers' ids, ascending
 * @n_ids: how many
 * @func: called for each customer that is there, in this order
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
  Reading reading = { ids, n_ids, func, data, cancellable };

  if (n_ids == 0)
    return TRUE;
  if ((guint64) (ids[n_ids - 1] - ids[0]) / MOST_IDS_PER_WANTED < n_ids)
    return read_on (&reading, database, error);
  return read_each (&reading, database, error);
}
