/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Reading CSV (IO-2): the conformance files, odd input, faults with their lines, and charsets. */

static const RcCsvFormat utf8 = { "UTF-8", ',' };

static RcCsvReader *
open_bytes (const char *bytes, gsize length, const RcCsvFormat *format)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (g_memdup2 (bytes, length), (gssize) length, g_free);

  return rc_csv_reader_new (stream, format);
}

/* What was read: fields end in |, records in a new line; then the error, if there is one, as !domain's code@line. */
static char *
read_all (const char *bytes, gsize length, const RcCsvFormat *format)
{
  g_autoptr (RcCsvReader) reader = open_bytes (bytes, length, format);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  const char *const *fields;

  while ((fields = rc_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      g_assert_cmpuint (rc_csv_reader_get_n_fields (reader), ==, g_strv_length ((char **) fields));
      g_string_append_printf (out, "%lu:", (gulong) rc_csv_reader_get_line (reader));
      for (gsize i = 0; fields[i] != NULL; i++)
        g_string_append_printf (out, "%s|", fields[i]);
      g_string_append_c (out, '\n');
    }
  if (error != NULL)
    {
      g_assert_true (error->domain == RC_CSV_ERROR);
      g_string_append_printf (out, "!%d@%lu", error->code, (gulong) rc_csv_reader_get_line (reader));
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *text;
  char separator;
  const char *expected;
} Case;

static const Case cases[] = {
  { "", ',', "" },
  { "\n\r\n\r", ',', "" },
  { "\xEF\xBB\xBF", ',', "" },
  { "\xEF\xBB\xBF"
    "a",
    ',', "1:a|\n" },
  { "\xEF\xBB\xBF\"a,b\",c", ',', "1:a,b|c|\n" },
  { "a\xEF\xBB\xBF", ',', "1:a\xEF\xBB\xBF|\n" },
  { "a,b\nc,d", ',', "1:a|b|\n2:c|d|\n" },
  { "a,b\rc,d\r", ',', "1:a|b|\n2:c|d|\n" },
  { "a,b\r\n\r\n\nc,d\r\n", ',', "1:a|b|\n4:c|d|\n" },
  { "a\n\rb", ',', "1:a|\n3:b|\n" },
  { "a,", ',', "1:a||\n" },
  { ",\n", ',', "1:||\n" },
  { "\"\"", ',', "1:|\n" },
  { "\"\"\n", ',', "1:|\n" },
  { " ", ',', "1: |\n" },
  { "a;b,c", ';', "1:a|b,c|\n" },
  { "a\tb", '\t', "1:a|b|\n" },
  { "\"a\"\"b\"", ',', "1:a\"b|\n" },
  { "\"\"\"\"", ',', "1:\"|\n" },
  { "5\" pipe,6\"\"", ',', "1:5\" pipe|6\"\"|\n" },
  { " \"a\",b", ',', "1: \"a\"|b|\n" },
  { "\"a\nb\",c\nd", ',', "1:a\nb|c|\n3:d|\n" },
  { "\"a\r\nb\r\",c\r\nd", ',', "1:a\r\nb\r|c|\n4:d|\n" },
  { "\"a\r\"\nb", ',', "1:a\r|\n3:b|\n" },
  { "a,b\nc,\"d\ne", ',', "1:a|b|\n!1@2" },
  { "\"\n\n\",\"x", ',', "!1@3" },
  { "\"", ',', "!1@1" },
  { "a\n\"b\"c\nd", ',', "1:a|\n!1@2" },
  { "a\nb\xFF", ',', "1:a|\n!0@2" },
  { "a\n\xED\xA0\x80\n", ',', "1:a|\n!0@2" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RcCsvFormat format = { "UTF-8", cases[i].separator };
      g_autofree char *result = read_all (cases[i].text, strlen (cases[i].text), &format);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_zero_byte (void)
{
  g_autofree char *result = read_all ("a\nb\0c", 5, &utf8);
  g_autofree char *quoted = read_all ("\"\n\0\"", 4, &utf8);

  g_assert_cmpstr (result, ==, "1:a|\n!0@2");
  g_assert_cmpstr (quoted, ==, "!0@2");
}

static void
test_error_stays (void)
{
  g_autoptr (RcCsvReader) reader = open_bytes ("\"a\"b\nc\n", 7, &utf8);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rc_csv_reader_next (reader, NULL, &error));
      g_assert_error (error, RC_CSV_ERROR, RC_CSV_ERROR_QUOTE);
      g_assert_cmpuint (rc_csv_reader_get_n_fields (reader), ==, 0);
    }
  g_assert_null (rc_csv_reader_next (reader, NULL, NULL));
}

static void
test_limits (void)
{
  g_autofree char *field = g_strnfill (1024 * 1024 + 1, 'x');
  g_autofree char *commas = g_strnfill (16384, ',');
  g_autofree char *too_long = read_all (field, strlen (field), &utf8);
  g_autofree char *longest = NULL;
  g_autofree char *too_many = read_all (commas, strlen (commas), &utf8);
  g_autofree char *most = NULL;

  g_assert_cmpstr (too_long, ==, "!3@1");
  longest = read_all (field, strlen (field) - 1, &utf8);
  g_assert_cmpuint (strlen (longest), ==, 1024 * 1024 + strlen ("1:|\n"));
  g_assert_cmpstr (too_many, ==, "!3@1");
  most = read_all (commas, strlen (commas) - 1, &utf8);
  g_assert_cmpuint (strlen (most), ==, 16384 + strlen ("1:\n"));
}

/* The same records come out wherever the border between two chunks lies, also through a charset. */
static void
test_chunk_borders (void)
{
  static const char text[] = "a,\"b\r\n\"\"\xC5\x82\"\"\"\r\n\r\nc,d\re,\xC5\x82\n";
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };

  for (gsize c = 0; c < G_N_ELEMENTS (charsets); c++)
    for (gsize border = 0; border <= sizeof text; border++)
      {
        const RcCsvFormat format = { charsets[c], ',' };
        g_autoptr (GString) all = g_string_new (NULL);
        g_autofree char *bytes = NULL;
        g_autofree char *result = NULL;
        gsize length;

        for (gsize i = 0; i < 64 * 1024 - border; i++)
          g_string_append_c (all, '\n');
        g_string_append (all, text);
        bytes = g_convert (all->str, (gssize) all->len, charsets[c], "UTF-8", NULL, &length, NULL);
        result = read_all (bytes, length, &format);
        g_assert_nonnull (strstr (result, ":c|d|\n"));
        g_assert_nonnull (strstr (result, ":a|b\r\n\"\xC5\x82\"|\n"));
        g_assert_true (g_str_has_suffix (result, ":e|\xC5\x82|\n"));
        g_assert_cmpuint (strtoul (result, NULL, 10), ==, 64 * 1024 - border + 1);
      }
}

static void
test_charsets (void)
{
  static const char text[] = "nazwa,\xC5\x82\xC3\xB3\n";
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_length;
  } charsets[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\xEF\xBB\xBF", 3 },
    { "UTF-16LE", "", 0 },
    { "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16BE", "\xFE\xFF", 2 },
    { "ISO-8859-2", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      const RcCsvFormat format = { charsets[i].charset, ',' };
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, charsets[i].charset, "UTF-8", NULL, &length, &error);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autofree char *result = NULL;

      g_assert_no_error (error);
      g_byte_array_append (file, (const guint8 *) charsets[i].mark, (guint) charsets[i].mark_length);
      g_byte_array_append (file, (const guint8 *) bytes, (guint) length);
      result = read_all ((const char *) file->data, file->len, &format);
      g_test_message ("%s", charsets[i].charset);
      g_assert_cmpstr (result, ==, "1:nazwa|\xC5\x82\xC3\xB3|\n");
    }
}

static void
test_wrong_charset (void)
{
  const RcCsvFormat odd_length = { "UTF-16LE", ',' };
  const RcCsvFormat western = { "WINDOWS-1252", ',' };
  const RcCsvFormat unknown = { "NO-SUCH-CHARSET", ',' };
  g_autofree char *cut = read_all ("a\0\n\0b", 5, &odd_length);
  g_autofree char *undefined = read_all ("a\n\x81", 3, &western);
  g_autofree char *none = read_all ("a", 1, &unknown);

  g_assert_nonnull (strstr (cut, "!0@"));
  g_assert_nonnull (strstr (undefined, "!0@"));
  g_assert_cmpstr (none, ==, "!0@1");
}

static void
test_cancelled (void)
{
  g_autoptr (RcCsvReader) reader = open_bytes ("a\n", 2, &utf8);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rc_csv_reader_next (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
compare_with_json (RcCsvReader *reader, JsonArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) header = g_strdupv ((char **) rc_csv_reader_next (reader, NULL, &error));
  const char *const *fields;
  guint n_rows = 0;

  g_assert_no_error (error);
  while ((fields = rc_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      JsonObject *row = json_array_get_object_element (rows, n_rows++);

      g_assert_cmpuint (rc_csv_reader_get_n_fields (reader), ==, json_object_get_size (row));
      for (gsize i = 0; header[i] != NULL; i++)
        {
          /* The published JSON of location_coordinates has another telephone number than its CSV. */
          if (g_str_equal (header[i], "Contact Phone Number"))
            g_assert_cmpstr (fields[i], ==, "2095257564");
          else
            g_assert_cmpstr (fields[i], ==, json_object_get_string_member (row, header[i]));
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, json_array_get_length (rows));
}

static void
test_conformance (void)
{
  g_autofree char *directory = g_test_build_filename (G_TEST_DIST, "data", "csv-conformance", "csvs", NULL);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;
  int n_files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *csv = g_build_filename (directory, name, NULL);
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".csv"));
      g_autofree char *json_name = g_strconcat (stem, ".json", NULL);
      g_autofree char *json =
          g_test_build_filename (G_TEST_DIST, "data", "csv-conformance", "json", json_name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (csv);
      g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
      g_autoptr (RcCsvReader) reader = rc_csv_reader_new (G_INPUT_STREAM (stream), &utf8);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      JsonNode *root;
      g_autoptr (JsonArray) rows = json_array_new ();

      g_test_message ("%s", name);
      json_parser_load_from_file (parser, json, &error);
      g_assert_no_error (error);
      root = json_parser_get_root (parser);
      if (JSON_NODE_HOLDS_ARRAY (root))
        {
          json_array_unref (rows);
          rows = json_array_ref (json_node_get_array (root));
        }
      else
        json_array_add_element (rows, json_node_copy (root));
      compare_with_json (reader, rows);
      n_files++;
    }
  g_assert_cmpint (n_files, ==, 12);
}

/* Whatever the bytes, reading ends, and what comes out is text on rising lines. */
static void
test_any_bytes (void)
{
  static const char pieces[] = "a,;\t\"\"\r\n \xC5\x82\xFF\xFE\xEF\xBB\xBF";

  for (int round = 0; round < 5000; round++)
    {
      char bytes[40];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      RcCsvFormat format;
      g_autoptr (RcCsvReader) reader = NULL;
      const char *const *fields;
      guint64 line = 0;

      for (gsize i = 0; i < length; i++)
        bytes[i] = pieces[g_test_rand_int_range (0, sizeof pieces)]; /* with the zero byte */
      rc_csv_format_detect ((const guint8 *) bytes, length, &format);
      reader = open_bytes (bytes, length, &format);
      while ((fields = rc_csv_reader_next (reader, NULL, NULL)) != NULL)
        {
          g_assert_cmpuint (rc_csv_reader_get_line (reader), >, line);
          line = rc_csv_reader_get_line (reader);
          for (gsize i = 0; fields[i] != NULL; i++)
            g_assert_true (g_utf8_validate (fields[i], -1, NULL));
        }
      g_assert_cmpuint (line, <=, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/cases", test_cases); /* IO-2 */
  g_test_add_func ("/csv-reader/zero-byte", test_zero_byte); /* IO-2 */
  g_test_add_func ("/csv-reader/error-stays", test_error_stays);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/chunk-borders", test_chunk_borders);
  g_test_add_func ("/csv-reader/charsets", test_charsets); /* IO-2 */
  g_test_add_func ("/csv-reader/wrong-charset", test_wrong_charset); /* IO-2 */
  g_test_add_func ("/csv-reader/cancelled", test_cancelled);
  g_test_add_func ("/csv-reader/conformance", test_conformance); /* IO-2 */
  g_test_add_func ("/csv-reader/any-bytes", test_any_bytes); /* IO-2 */
  return g_test_run ();
}
