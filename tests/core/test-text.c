/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-text.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

/* Folding, transliteration, what may stand in a field, and order (FI-4, CU-2, CU-3, CU-8). */

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check (const Case *cases, gsize n_cases, char *(*function) (const char *text))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *result = function (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "", "" },
    { "Plain ASCII 123", "plain ascii 123" },
    { "Łódź", "lodz" },
    { "Zażółć gęślą jaźń", "zazolc gesla jazn" },
    { "Ærø, Ølby, Ålborg", "aero, olby, alborg" },
    { "São João d’Avó", "sao joao d'avo" },
    { "Œuvre à l’Île", "oeuvre a l'ile" },
    { "Straße STRASSE", "strasse strasse" },
    { "Þór Đorđe İstanbul ılıca", "thor dorde istanbul ilica" },
    { "e\xCC\x81", "e" },
    { "ＦＵＬＬ ﬁne", "full fine" },
    { "Ελλάδα Москва й", "ελλαδα москва и" },
    { "東京", "東京" },
    { "a\xC2\xA0"
      "b–c “d”",
      "a b-c \"d\"" },
  };

  check (cases, G_N_ELEMENTS (cases), rc_text_fold);
}

static void
test_fold_name (void)
{
  static const Case cases[] = {
    { "  Acme \t  Corp\xC2\xA0\xC2\xA0Ltd ", "acme corp ltd" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "\xC3\x89"
      "cole",
      "\xC3\xA9"
      "cole" },
    { "E\xCC\x81"
      "cole",
      "\xC3\xA9"
      "cole" },
    { " ", "" },
  };

  check (cases, G_N_ELEMENTS (cases), rc_text_fold_name);
}

static void
test_trim (void)
{
  static const Case cases[] = {
    { "", "" },
    { " \t\r\n", "" },
    { " a b ", "a b" },
    { "\xC2\xA0\xE2\x80\x83x\xE3\x80\x80\xE2\x80\xA8", "x" },
    { "\xC5\x81", "\xC5\x81" },
  };

  check (cases, G_N_ELEMENTS (cases), rc_text_trim);
}

static void
test_transliterate (void)
{
  static const Case cases[] = {
    { "Łódź", "Lodz" },
    { "Ærø Kommune", "AEro Kommune" },
    { "Universität Gießen", "Universitat Giessen" },
    { "São  Paulo", "Sao Paulo" },
    { "Москва", "Moskva" },
    { "Αθήνα", "Athena" },
    { "D’Annunzio – “Scuola”", "D'Annunzio - \"Scuola\"" },
    { "☃", "" },
    { "plain", "plain" },
    { "", "" },
  };

  check (cases, G_N_ELEMENTS (cases), rc_text_transliterate);
}

static void
test_allowed (void)
{
  static const struct
  {
    const char *text;
    gboolean allowed;
  } cases[] = {
    { "", TRUE },
    { "Łódź 東京 🏴", TRUE },
    { "\xE2\x80\x8E\xE2\x80\x8F", TRUE }, /* marks of direction */
    { "\xE2\x80\x8D", TRUE }, /* a joiner, as in emoji */
    { "tab\t", FALSE },
    { "\x01", FALSE },
    { "\x7F", FALSE },
    { "\xC2\x80", FALSE },
    { "\xC2\x9F", FALSE },
    { "\xC2\xA0", TRUE },
    { "\xE2\x80\xA8", FALSE },
    { "\xE2\x80\xA9", FALSE },
    { "\xE2\x80\xAA", FALSE },
    { "\xE2\x80\xAE", FALSE },
    { "\xE2\x80\xAF", TRUE },
    { "\xE2\x81\xA5", TRUE },
    { "\xE2\x81\xA6", FALSE },
    { "\xE2\x81\xA9", FALSE },
    { "\xE2\x81\xAA", TRUE },
    { "\xC3", FALSE },
    { "\xED\xA0\x80", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (rc_text_is_allowed (cases[i].text), ==, cases[i].allowed);
    }
  g_assert_true (rc_text_is_printable_ascii (" ~"));
  g_assert_false (rc_text_is_printable_ascii ("\x7F"));
  g_assert_false (rc_text_is_printable_ascii ("\xC3\xA9"));
  g_assert_cmpint (rc_text_length ("Łódź"), ==, 4);
}

/* The whole list where it is at hand, else the excerpt that is kept here. */
static char **
read_naughty_strings (void)
{
  const char *directory = g_getenv ("RC_SHARED_DATA");
  g_autofree char *shared =
      g_build_filename (directory != NULL ? directory : g_test_get_dir (G_TEST_DIST),
                        directory != NULL ? "." : "../../shared/data", "naughty-strings.txt", NULL);
  g_autofree char *ours = g_test_build_filename (G_TEST_DIST, "data", "naughty-strings.txt", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (shared, &contents, NULL, NULL))
    g_file_get_contents (ours, &contents, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (contents, "\n", -1);
}

static void
test_naughty_strings (void)
{
  g_auto (GStrv) strings = read_naughty_strings ();
  g_autoptr (RcCollator) collator = rc_collator_new ("pl");

  g_assert_cmpuint (g_strv_length (strings), >, 200);
  for (gsize i = 0; strings[i] != NULL; i++)
    {
      g_autofree char *folded = rc_text_fold (strings[i]);
      g_autofree char *again = rc_text_fold (folded);
      g_autofree char *upper = g_utf8_strup (strings[i], -1);
      g_autofree char *upper_folded = rc_text_fold (upper);
      g_autofree char *name = rc_text_fold_name (strings[i]);
      g_autofree char *name_again = rc_text_fold_name (name);
      g_autofree char *ascii = rc_text_transliterate (strings[i]);
      g_autoptr (GBytes) key = rc_collator_get_key (collator, strings[i]);

      g_test_message ("line %" G_GSIZE_FORMAT, i + 1);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (folded, ==, again);
      g_assert_cmpstr (name, ==, name_again);
      g_assert_true (rc_text_is_printable_ascii (ascii));
      g_assert_nonnull (key);
      if (g_str_is_ascii (strings[i]))
        g_assert_cmpstr (upper_folded, ==, folded);
    }
}

static void
test_bytes_that_are_no_text (void)
{
  for (int round = 0; round < 2000; round++)
    {
      char bytes[24] = { 0 };
      g_autofree char *folded = NULL;
      g_autofree char *trimmed = NULL;
      g_autofree char *ascii = NULL;

      for (gsize i = 0; i < sizeof bytes - 1; i++)
        bytes[i] = (char) g_test_rand_int_range (1, 256);
      folded = rc_text_fold (bytes);
      ascii = rc_text_transliterate (bytes);
      trimmed = rc_text_trim (bytes);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (rc_text_is_printable_ascii (ascii));
      g_assert_cmpint (rc_text_is_allowed (bytes) && !g_utf8_validate (bytes, -1, NULL), ==, FALSE);
    }
}

static void
assert_order (const char *locale, const char *const *sorted)
{
  g_autoptr (RcCollator) collator = rc_collator_new (locale);

  for (gsize i = 0; sorted[i + 1] != NULL; i++)
    {
      g_autoptr (GBytes) first = rc_collator_get_key (collator, sorted[i]);
      g_autoptr (GBytes) second = rc_collator_get_key (collator, sorted[i + 1]);

      g_test_message ("%s: %s < %s", locale, sorted[i], sorted[i + 1]);
      g_assert_cmpint (g_bytes_compare (first, second), <, 0);
    }
}

static void
test_order (void)
{
  static const char *const polish[] = { "lato", "lód", "lód 2", "łapa", "mak", "z", "ź", "ż", NULL };
  static const char *const danish[] = { "abe", "zoo", "æble", "ø", "ål", NULL };
  static const char *const french[] = { "ecole", "école", "école primaire", "elan", NULL };
  char long_text[2001];
  g_autoptr (RcCollator) collator = rc_collator_new ("pl_PL.UTF-8");
  g_autoptr (GBytes) short_key = NULL;
  g_autoptr (GBytes) long_key = NULL;
  g_autoptr (GBytes) short_again = NULL;
  g_autoptr (GBytes) longer_key = NULL;

  assert_order ("pl", polish);
  assert_order ("da", danish);
  assert_order ("fr", french);

  /* A long text in between leaves no trace in the next key. */
  memset (long_text, 'x', sizeof long_text - 1);
  long_text[sizeof long_text - 1] = '\0';
  short_key = rc_collator_get_key (collator, "x");
  long_key = rc_collator_get_key (collator, long_text);
  short_again = rc_collator_get_key (collator, "x");
  g_assert_cmpuint (g_bytes_get_size (long_key), >, 2000);
  g_assert_true (g_bytes_equal (short_key, short_again));

  /* It is the last letter that counts here. */
  long_text[sizeof long_text - 2] = 'z';
  longer_key = rc_collator_get_key (collator, long_text);
  g_assert_cmpint (g_bytes_compare (long_key, longer_key), <, 0);
  g_assert_cmpuint (((const guint8 *) g_bytes_get_data (long_key, NULL))[g_bytes_get_size (long_key) - 1], !=,
                    0);
}

static void
test_collation_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *prefix;
  } cases[] = { { "pl", "pl@icu" },        { "pl_PL.UTF-8", "pl@icu" }, { "da_DK", "da@icu" },
                { "C.UTF-8", "root@icu" }, { "en_US", "root@icu" },     { NULL, "root@icu" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcCollator) collator = rc_collator_new (cases[i].locale);

      g_assert_true (g_str_has_prefix (rc_collator_get_locale (collator), cases[i].prefix));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold); /* FI-4 */
  g_test_add_func ("/text/fold-name", test_fold_name); /* CU-8 */
  g_test_add_func ("/text/trim", test_trim); /* CU-3 */
  g_test_add_func ("/text/transliterate", test_transliterate); /* CU-2 */
  g_test_add_func ("/text/allowed", test_allowed); /* CU-3 */
  g_test_add_func ("/text/naughty-strings", test_naughty_strings);
  g_test_add_func ("/text/bytes-that-are-no-text", test_bytes_that_are_no_text);
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/collation-locale", test_collation_locale);
  return g_test_run ();
}
