/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-collator.h"
#include "rc-format.h"
#include "rc-language.h"
#include "rc-locale.h"

#include <locale.h>
#include <string.h>

/* Another language for this program alone: with its locale where the machine has it, and without. */

static void
check_order (const char *const *names)
{
  g_autoptr (RcCollator) collator = rc_collator_new (NULL);

  for (; names[1] != NULL; names++)
    {
      g_autoptr (GBytes) key = rc_collator_get_key (collator, names[0]);
      g_autoptr (GBytes) next = rc_collator_get_key (collator, names[1]);

      if (g_bytes_compare (key, next) >= 0)
        g_error ("“%s” is not before “%s”", names[0], names[1]);
    }
}

static void
check_orders (void)
{
  static const char *const danish[] = { "Banan", "Zebra", "Ærø", "Østrup", "Ål", "Aarhus", NULL };
  static const char *const polish[] = { "Lublin", "Lyski", "Łąka", "Łódź", "Mak", NULL };
  static const char *const french[] = { "Ablon", "Ålesund", "Zola", NULL };

  rc_locale_choose ("da");
  check_order (danish);
  rc_locale_choose ("pl");
  check_order (polish);
  rc_locale_choose ("fr");
  check_order (french);
}

static void
check_date (const char *language, const char *numbers, const char *month)
{
  RcDate date = rc_date_new (2026, 3, 9);
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;
  g_autofree char *in_words = NULL;

  rc_locale_choose (language);
  text = rc_format_date (date);
  full = rc_format_date_in_full (date);
  in_words = rc_format_date_long (date);
  g_assert_cmpstr (text, ==, numbers);
  g_assert_cmpstr (full, ==, numbers);
  g_assert_cmpint (rc_format_read_date (numbers), ==, date);
  g_assert_false (rc_format_is_month_first ());
  if (!strstr (in_words, month))
    g_error ("“%s” does not name %s", in_words, month);
}

/* Months and the order of numbers are those of the language, though the C library does not know them. */
static void
check_dates (void)
{
  check_date ("da", "09-03-2026", "marts");
  check_date ("en", "09/03/2026", "March");
  check_date ("fr", "09/03/2026", "mars");
  check_date ("it", "09/03/2026", "marzo");
  check_date ("pl", "09.03.2026", "marca");
  check_date ("pt_BR", "09/03/2026", "março");
  g_assert_cmpint (rc_format_read_date ("9/3/26"), ==, rc_date_new (2026, 3, 9));
  g_assert_cmpint (rc_format_read_date ("2026-03-09"), ==, rc_date_new (2026, 3, 9));
  g_assert_cmpint (rc_format_read_date ("31/02/2026"), ==, RC_DATE_NONE);
  g_assert_cmpint (rc_format_read_date ("9/3/20260"), ==, RC_DATE_NONE);
  g_assert_cmpint (rc_format_read_date ("9/3"), ==, RC_DATE_NONE);
  g_assert_cmpint (rc_format_read_date ("-9/3/2026"), ==, RC_DATE_NONE);
}

static void
check_number (const char *language, const char *thousands, const char *negative, char separator)
{
  g_autofree char *large = NULL;
  g_autofree char *small = NULL;
  g_autofree char *below = NULL;

  rc_locale_choose (language);
  large = rc_format_number (1234567);
  small = rc_format_number (999);
  below = rc_format_number (-123456);
  g_assert_cmpstr (large, ==, thousands);
  g_assert_cmpstr (small, ==, "999");
  g_assert_cmpstr (below, ==, negative);
  g_assert_cmpint (rc_format_get_separator (), ==, separator);
}

/* So are the separators. */
static void
check_numbers (void)
{
  check_number ("da", "1.234.567", "-123.456", ';');
  check_number ("en", "1,234,567", "-123,456", ',');
  check_number ("fr", "1\u202f234\u202f567", "-123\u202f456", ';');
  check_number ("it", "1.234.567", "-123.456", ';');
  check_number ("pl", "1\u00a0234\u00a0567", "-123\u00a0456", ';');
  check_number ("pt_BR", "1.234.567", "-123.456", ';');
}

/* The C library finds no locale; in the C locale gettext would be silent. */
static void
test_without_locales (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("LOCPATH"));

  g_setenv ("LOCPATH", "/nonexistent", TRUE);
  g_setenv ("LC_ALL", "C", TRUE);
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      rc_locale_choose (*language);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, *language);
      g_assert_cmpstr (g_get_language_names ()[0], ==, *language);
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "C.UTF-8");
      g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C.UTF-8");
      g_assert_cmpstr (rc_locale_get_collation (), ==, *language);
    }
  check_dates ();
  check_numbers ();
  check_orders ();
  rc_locale_choose ("");
  g_assert_cmpstr (rc_locale_get_collation (), ==, "C");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LOCPATH", folder, TRUE);
}

static void
check_locale (const char *language, const char *locale, const char *date)
{
  g_autofree char *text = NULL;

  rc_locale_choose (language);
  text = rc_format_date_in_full (rc_date_new (2026, 3, 9));
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, locale);
  g_assert_cmpstr (rc_locale_get_collation (), ==, locale);
  g_assert_cmpstr (text, ==, date);
}

static void
test_with_locales (void)
{
  if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL)
    {
      g_test_skip ("the locales of other languages are not there");
      return;
    }
  check_locale ("da", "da_DK.UTF-8", "09-03-2026");
  check_locale ("pl", "pl_PL.UTF-8", "09.03.2026");
  check_locale ("pt_BR", "pt_BR.UTF-8", "09/03/2026");
  check_orders ();
  /* The environment's own locale stays, where it speaks the language. */
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  check_locale ("en", "en_US.UTF-8", "03/09/2026");
  check_locale ("it", "it_IT.UTF-8", "09/03/2026");
  check_locale ("", "en_US.UTF-8", "03/09/2026");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

/* A desk with the language's dates alone: they stay, and words are those of the language too. */
static void
test_dates_of_the_language (void)
{
  g_autofree char *text = NULL;

  if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL)
    {
      g_test_skip ("the locales of other languages are not there");
      return;
    }
  g_unsetenv ("LC_ALL");
  g_setenv ("LANG", "C", TRUE);
  g_setenv ("LC_TIME", "da_DK.UTF-8", TRUE);
  rc_locale_choose ("da");
  text = rc_format_date_in_full (rc_date_new (2026, 3, 9));
  g_assert_cmpstr (text, ==, "09-03-2026");
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "da_DK.UTF-8");
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "C.UTF-8");
  g_unsetenv ("LC_TIME");
  g_unsetenv ("LANG");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale/without-locales", test_without_locales);
  g_test_add_func ("/locale/with-locales", test_with_locales);
  g_test_add_func ("/locale/dates-of-the-language", test_dates_of_the_language);
  return g_test_run ();
}
