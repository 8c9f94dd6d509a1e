/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-locale.h"

#include "rc-language.h"

#include <locale.h>
#include <string.h>

/* The process's language: the system's, or another one that the user chose for this program alone. It goes with a locale
 * for dates, numbers and order where the machine has one of that language; the order of names comes from ICU and needs
 * none, and dates and numbers come from there where there is none (rc-locale-dates.c, rc-locale-numbers.c). Nothing here remembers the choice. */

typedef struct
{
  const char *language;
  const char *locales[3]; /* the best one first, %NULL-terminated */
} Candidates;

/* Of English, the one that says days before months, as the program's other languages do. */
static const Candidates candidates[] = {
  { "pt_BR", { "pt_BR.UTF-8", NULL, NULL } },       { "pl", { "pl_PL.UTF-8", NULL, NULL } },
  { "da", { "da_DK.UTF-8", NULL, NULL } },          { "fr", { "fr_FR.UTF-8", NULL, NULL } },
  { "it", { "it_IT.UTF-8", "it_CH.UTF-8", NULL } }, { "en", { "en_GB.UTF-8", "en_US.UTF-8", NULL } },
};

static const char *missing; /* (nullable): the language, where the machine has no locale of it */

/* "fr_CA.UTF-8" speaks "fr"; of Portuguese, only Brazil's is spoken here. */
static gboolean
speaks (const char *locale, const char *language)
{
  gsize length = strlen (language);

  return g_str_has_prefix (locale, language)
         && (locale[length] == '\0' || strchr ("_.@", locale[length]) != NULL);
}

static gboolean
is_untranslated (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

/* In the C locale gettext translates nothing, whatever LANGUAGE says; that of glibc 2.41 neither in C.UTF-8. */
static gboolean
is_silent (const char *locale)
{
  return is_untranslated (locale) || g_str_has_prefix (locale, "C.");
}

/* Any that is not silent will do, whatever it speaks. */
static void
set_translated_locale (void)
{
  if (!is_silent (setlocale (LC_MESSAGES, NULL)))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (const char *const *other = candidates[i].locales; *other != NULL; other++)
      if (setlocale (LC_MESSAGES, *other) != NULL)
        return;
  setlocale (LC_MESSAGES, "C.UTF-8");
}

/* TRUE: dates, numbers and order are now those of the language. */
static gboolean
set_whole_locale (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (const char *const *locale = candidates[i].locales; *locale != NULL; locale++)
      if (g_str_equal (candidates[i].language, language) && setlocale (LC_ALL, *locale) != NULL)
        return TRUE;
  return FALSE;
}

/**
 * rc_locale_choose:
 * @language: one of rc_language_list_codes(); "" for what the environment says
 *
 * Sets the process's locale. To be called once, before anything is translated and while there is one thread. A locale of the
 * environment that speaks the language stays, with its country's habits; otherwise the language's own is taken. Where the
 * machine lacks it, words, dates, numbers and the order of names are the language's all the same.
 * With glibc 2.41, words need a locale of any of our languages, without which they stay English.
 */
void
rc_locale_choose (const char *language)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (language != NULL);

  missing = NULL;
  setlocale (LC_ALL, "");
  if (!rc_language_is_valid (language))
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  spoken = g_strdup (setlocale (LC_TIME, NULL));
  if (speaks (spoken, language))
    {
      /* A desk may have the language's dates and nothing else of it. */
      if (is_silent (setlocale (LC_MESSAGES, NULL)))
        setlocale (LC_MESSAGES, spoken);
    }
  else if (!set_whole_locale (language))
    {
      missing = g_intern_string (language);
      set_translated_locale ();
    }
  if (is_untranslated (setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");
}

/**
 * rc_locale_get_collation:
 *
 * Returns: (transfer none): the locale in whose order names are sorted
 */
const char *
rc_locale_get_collation (void)
{
  const char *locale = missing != NULL ? missing : setlocale (LC_COLLATE, NULL);

  return locale != NULL ? locale : "C";
}

/**
 * rc_locale_get_missing:
 *
 * Returns: (transfer none) (nullable): the chosen language, where the machine has no locale of it; interned
 */
const char *
rc_locale_get_missing (void)
{
  return missing;
}
