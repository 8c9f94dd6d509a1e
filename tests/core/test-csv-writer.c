/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-reader.h"
#include "rc-csv-writer.h"

#include <string.h>

/* Writing CSV (IO-1): quotes where needed and nowhere else, harmless cells, and everything comes back as it went. */

static void
test_quotes (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "plain", "plain" },
    { "a b", "a b" },
    { "a,b", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "a\nb", "\"a\nb\"" },
    { "a\rb", "\"a\rb\"" },
    { " a", "\" a\"" },
    { "a ", "\"a \"" },
    { "a;b", "a;b" },
    { "\"", "\"\"\"\"" },
    { "\xC5\x82", "\xC5\x82" },
    /* What a spreadsheet would round, or take the zero from; numbers and dates stay as they are. */
    { "00184", "\"00184\"" },
    { "12345678901234567890", "\"12345678901234567890\"" },
    { "1234567890123456E789", "\"1234567890123456E789\"" },
    { "3E5", "\"3E5\"" },
    { "0", "0" },
    { "10115", "10115" },
    { "123456789012345", "123456789012345" },
    { "00-590", "00-590" },
    { "2026-01-02", "2026-01-02" },
    { "3F21", "3F21" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const fields[] = { cases[i][0], "end", NULL };
      g_autofree char *expected = g_strconcat (cases[i][1], ",end\r\n", NULL);
      g_autoptr (GString) out = g_string_new (NULL);

      rc_csv_append_record (out, fields);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_record (void)
{
  static const char *const fields[] = { "a", "", "b,c", NULL };
  static const char *const empty[] = { "", NULL };
  g_autoptr (GString) out = g_string_new (NULL);

  rc_csv_append_record (out, fields);
  rc_csv_append_record (out, empty);
  g_assert_cmpstr (out->str, ==, "a,,\"b,c\"\r\n\"\"\r\n");
}

static void
test_disarm (void)
{
  static const char *const cases[][2] = {
    { "=1+1", "'=1+1" },        { "+1", "'+1" },   { "-1", "'-1" },   { "@sum", "'@sum" },
    { "\tx", "'\tx" },          { "\rx", "'\rx" }, { "'=1", "''=1" }, { "''-1", "'''-1" },
    { "'quoted'", "'quoted'" }, { "'", "'" },      { "", "" },        { "a=1", "a=1" },
    { "1-2", "1-2" },           { " =1", " =1" },  { "'a=", "'a=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *disarmed = rc_csv_disarm (cases[i][0]);
      g_autofree char *rearmed = rc_csv_rearm (disarmed);

      g_assert_cmpstr (disarmed, ==, cases[i][1]);
      g_assert_cmpstr (rearmed, ==, cases[i][0]);
    }
}

/* A short text of the characters that matter. */
static char *
random_field (void)
{
  static const char *const pieces[] = {
    "a",    "b", ",", ";", "\t", "\"", "'",        "\r",           "\n",
    "\r\n", " ", "=", "+", "-",  "@",  "\xC5\x82", "\xEF\xBB\xBF", "\xF0\x9F\x98\x80"
  };
  GString *field = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (field, FALSE);
}

static void
test_round_trip (void)
{
  static const RcCsvFormat format = { "UTF-8", ',' };

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (RcCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        {
          int n_fields = g_test_rand_int_range (1, 6);
          char **record = g_new0 (char *, n_fields + 1);

          for (int i = 0; i < n_fields; i++)
            record[i] = random_field ();
          g_ptr_array_add (records, record);
          rc_csv_append_record (out, (const char *const *) record);
        }

      stream = g_memory_input_stream_new_from_data (out->str, (gssize) out->len, NULL);
      reader = rc_csv_reader_new (stream, &format);
      for (guint i = 0; i < records->len; i++)
        {
          const char *const *fields = rc_csv_reader_next (reader, NULL, &error);

          g_assert_no_error (error);
          g_assert_true (g_strv_equal (fields, (const char *const *) g_ptr_array_index (records, i)));
        }
      g_assert_null (rc_csv_reader_next (reader, NULL, &error));
      g_assert_no_error (error);
    }
}

/* What is disarmed begins as no formula does, and comes back. */
static void
test_disarm_any (void)
{
  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *field = random_field ();
      g_autofree char *disarmed = rc_csv_disarm (field);
      g_autofree char *rearmed = rc_csv_rearm (disarmed);

      g_assert_true (disarmed[0] == '\0' || strchr ("=+-@\t\r", disarmed[0]) == NULL);
      g_assert_cmpstr (rearmed, ==, field);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/quotes-where-needed", test_quotes); /* IO-1 */
  g_test_add_func ("/csv-writer/record", test_record); /* IO-1 */
  g_test_add_func ("/csv-writer/disarm", test_disarm); /* IO-1 */
  g_test_add_func ("/csv-writer/disarm-any", test_disarm_any); /* IO-1 */
  g_test_add_func ("/csv-writer/round-trip", test_round_trip); /* IO-1, IO-2 */
  return g_test_run ();
}
