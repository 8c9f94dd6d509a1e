/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-language.h"

/* The languages that customers are written to in (CU-1, MS-1). What a language is called is for who shows it. */

/**
 * rc_language_list_codes:
 *
 * Returns: (transfer none): the codes, %NULL-terminated; English, which is for all others, is the last one
 */
const char *const *
rc_language_list_codes (void)
{
  static const char *const codes[] = { "pt_BR", "pl", "da", "fr", "it", "en", NULL };

  return codes;
}

/**
 * rc_language_is_valid:
 * @code: (nullable): a code
 *
 * Returns: whether it is one of rc_language_list_codes()
 */
gboolean
rc_language_is_valid (const char *code)
{
  return code != NULL && g_strv_contains (rc_language_list_codes (), code);
}
