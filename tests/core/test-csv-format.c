/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-reader.h"

#include <string.h>

/* Finding out how a CSV file is written (IO-2). */

static void
assert_format (const char *text, const char *charset, char separator)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  RcCsvFormat format;

  g_assert_no_error (error);
  rc_csv_format_detect ((const guint8 *) bytes, length, &format);
  g_test_message ("%s", text);
  g_assert_cmpstr (format.charset, ==, charset);
  g_assert_cmpint (format.separator, ==, separator);
}

static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } cases[] = {
    { "", ',' },
    { "one column\nno separator\n", ',' },
    { "a,b\n1,2\n", ',' },
    { "a;b\n1,5;2,5\n1,7;2\n", ';' },
    { "a\tb\n1,5\t2;5\n", '\t' },
    { "\"a;b;c\",d\n\"e;f;g\",h\n", ',' },
    { "name,note\n\"x\",\"a\n;;;\nb\"\ny,z\n", ',' },
    { "a;b;c\n\"1,2\n3,4\";5;6", ';' },
    { "a;\"b\"\"c,d\";e\n1;2;3\n", ';' },
    { "a,b;c\n1,2;3\n4,5;6,7\n", ';' },
    { "a,b\r1,2\r", ',' },
    { "a;b", ';' },
    { "a,b;c;d\n1,2;3;4\n5,6", ';' }, /* the last record is cut off */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_format (cases[i].text, "UTF-8", cases[i].separator);
      if (cases[i].text[0] == '\0')
        continue;
      assert_format (cases[i].text, "UTF-16LE", cases[i].separator);
      assert_format (cases[i].text, "UTF-16BE", cases[i].separator);
    }
}

static void
test_charsets (void)
{
  static const char *const polish[] = {
    "nazwa;miasto\nUrząd Miasta Łódź;Łódź\n",
    "Szkoła;Kraków\nGmina Święciechowa;Święciechowa\n",
    "nazwa,miasto\nPowiat żarski,Żary\n",
    "Gmina Wąsosz;Wąsosz\n",
  };
  static const char *const western[] = {
    "nome;cidade\nPrefeitura de São João;São João\n",
    "navn;by\nÆrø Kommune;Ærøskøbing\n",
    "nom;ville\nMairie de Forêt;Besançon\n",
    "nome;città\nComune di Forlì;Forlì\n",
    "navn;by\nKøbenhavns Kommune;København\n",
    "name;note\nAcme “quoted”;price 5 €\n",
    "nome;cidade\n1ª Câmara;Nº 3\n",
    "nome;volume\nSão João;12 m³\nRegião;3 m³\nMaranhão;1\nSão Luís;2\n",
    "nom;ville\nL’Île-d’Œuvre;Où\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (polish); i++)
    {
      char separator = strchr (polish[i], ';') != NULL ? ';' : ',';

      assert_format (polish[i], "ISO-8859-2", separator);
      assert_format (polish[i], "UTF-8", separator);
      assert_format (polish[i], "UTF-16LE", separator);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (western); i++)
    {
      assert_format (western[i], "WINDOWS-1252", ';');
      assert_format (western[i], "UTF-8", ';');
      assert_format (western[i], "UTF-16BE", ';');
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *charset;
  } cases[] = {
    { "\xEF\xBB\xBF\xE9", 4, "UTF-8" },
    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
    { "\xFF\xFE\x41\x01;\0", 6, "UTF-16LE" },
    { "", 0, "UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcCsvFormat format;

      rc_csv_format_detect ((const guint8 *) cases[i].bytes, cases[i].length, &format);
      g_assert_cmpstr (format.charset, ==, cases[i].charset);
    }
}

/* The first bytes of a file may end in the middle of a character. */
static void
test_cut_off (void)
{
  static const char text[] = "nazwa;miasto\nUrz\xC4\x85"
                             "d;\xF0\x9F\x98\x80\n";

  for (gsize length = 1; length < sizeof text; length++)
    {
      RcCsvFormat format;

      rc_csv_format_detect ((const guint8 *) text, length, &format);
      g_assert_cmpstr (format.charset, ==, "UTF-8");
      if (length > 6)
        g_assert_cmpint (format.separator, ==, ';');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-format/separators", test_separators); /* IO-2 */
  g_test_add_func ("/csv-format/charsets", test_charsets); /* IO-2 */
  g_test_add_func ("/csv-format/marks", test_marks); /* IO-2 */
  g_test_add_func ("/csv-format/cut-off", test_cut_off); /* IO-2 */
  return g_test_run ();
}
