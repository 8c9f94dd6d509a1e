/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-table.h"

#include <stdarg.h>

/* What the tables' modules share: a statement with its parameters in one call. No SQL of a table stands here. */

static const char *const names[] = { "$1",  "$2",  "$3",  "$4",  "$5",  "$6",  "$7",  "$8",
                                     "$9",  "$10", "$11", "$12", "$13", "$14", "$15", "$16",
                                     "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24" };

static RcStatement *
query_va (RcDatabase *database, GError **error, const char *sql, const char *types, va_list values)
{
  RcStatement *statement = rc_database_prepare (database, sql, error);

  for (guint i = 0; statement != NULL && types[i] != '\0'; i++)
    {
      const char *name = names[i];

      g_assert (i < G_N_ELEMENTS (names));
      switch (types[i])
        {
        case 'i':
          rc_statement_bind_int (statement, name, va_arg (values, int));
          break;
        case 'l':
          rc_statement_bind_int (statement, name, va_arg (values, gint64));
          break;
        case 't':
          rc_statement_bind_text (statement, name, va_arg (values, const char *));
          break;
        case 'd':
          rc_statement_bind_date (statement, name, va_arg (values, RcDate));
          break;
        case 'b':
          rc_statement_bind_blob (statement, name, va_arg (values, GBytes *));
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return statement;
}

/**
 * rc_table_query:
 * @database: a database
 * @error: RC_STORE_ERROR
 * @sql: one statement, with the parameters $1, $2, …
 * @types: a letter a parameter: i int, l gint64, t text (%NULL: NULL), d RcDate (RC_DATE_NONE: NULL), b GBytes
 * @...: the values, of exactly these types
 *
 * Returns: (transfer none) (nullable): the statement, ready for its first step; %NULL on error
 */
RcStatement *
rc_table_query (RcDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  RcStatement *statement;
  va_list values;

  va_start (values, types);
  statement = query_va (database, error, sql, types, values);
  va_end (values);
  return statement;
}

/**
 * rc_table_run:
 * @database: a database
 * @error: RC_STORE_ERROR
 * @sql: an INSERT, UPDATE or DELETE
 * @types: as in rc_table_query()
 * @...: the values
 *
 * Returns: whether it was done
 */
gboolean
rc_table_run (RcDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  RcStatement *statement;
  va_list values;

  va_start (values, types);
  statement = query_va (database, error, sql, types, values);
  va_end (values);
  return statement != NULL && rc_statement_run (statement, error);
}

/**
 * rc_table_get_int:
 * @database: a database
 * @value: (out): the first column of the first row; 0 where there is no row, or NULL in it
 * @error: RC_STORE_ERROR
 * @sql: a statement that returns a number
 * @types: as in rc_table_query()
 * @...: the values
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_table_get_int (RcDatabase *database, gint64 *value, GError **error, const char *sql, const char *types,
                  ...)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement;
  va_list values;

  va_start (values, types);
  statement = query_va (database, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;

  *value = 0;
  if (rc_statement_step (statement, &fault))
    *value = rc_statement_get_int (statement, 0);
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
