/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libintl.h>
#include <locale.h>

/* The program's languages in a test: the catalogs and locales that the build made. */

static const char *const language_fixture_locales[][2] = {
  { "da", "da_DK.UTF-8" }, { "fr", "fr_FR.UTF-8" },    { "it", "it_IT.UTF-8" },
  { "pl", "pl_PL.UTF-8" }, { "pt_BR", "pt_BR.UTF-8" }, { "en", "en_US.UTF-8" },
};

static inline gboolean
language_fixture_has_catalog (const char *language)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("RC_TEST_CATALOGS"), language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_str_equal (language, "en") || g_file_test (path, G_FILE_TEST_EXISTS);
}

/* NULL: none. FALSE, with the test skipped, where the build could not make the locales, or has no catalog. */
static inline gboolean
language_fixture_use (const char *language)
{
  const char *locale = "C.UTF-8";

  for (gsize i = 0; i < G_N_ELEMENTS (language_fixture_locales); i++)
    if (g_strcmp0 (language_fixture_locales[i][0], language) == 0)
      locale = language_fixture_locales[i][1];
  g_setenv ("LANGUAGE", language != NULL ? language : "C", TRUE);
  if (setlocale (LC_ALL, locale) != NULL && (language == NULL || language_fixture_has_catalog (language)))
    return TRUE;
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_skip ("the locales or catalogs of other languages are not there");
  return FALSE;
}

/* Once, in main(). */
static inline void
language_fixture_init (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("RC_TEST_CATALOGS"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
