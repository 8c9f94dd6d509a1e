/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-country.h"

#include "rc-text.h"

#include <unicode/uloc.h>

/* What the program knows of countries: codes and names from ICU, postal codes from CU-3, and in which language a
 * customer of a country is written to unless told otherwise. How a country lays out addresses is rc-address.c's. */

#define LONGEST_POSTAL_CODE 20

typedef struct
{
  char code[3];
  const char *language; /* (nullable): English */
  const char *pattern; /* (nullable): free. N is a digit, what stands in brackets may be left out */
  const char *example; /* (nullable) */
} Country;

/* The countries of which there is something to say. */
static const Country countries[] = {
  { "BR", "pt_BR", "NNNNN[-NNN]", "01310-100" },
  { "DK", "da", "NNNN", "1620" },
  { "FR", "fr", "NNNNN", "75002" },
  { "IT", "it", "NNNNN", "00184" },
  { "PL", "pl", "NN-NNN", "00-590" },
  { "PT", NULL, "NNNN-NNN", "1000-205" },
  { "US", NULL, "NNNNN[-NNNN]", "20500-0003" },
};

/* ICU lists these too, which the standard only reserves. */
static const char *const reserved_codes[] = { "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XK", NULL };

static const Country *
find_country (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (countries[i].code, code) == 0)
      return &countries[i];
  return NULL;
}

/* Whether @text is written as @pattern says. What stands in brackets is at the end, and is there whole or not at all. */
static gboolean
matches_pattern (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern == '[')
        {
          if (*text == '\0')
            return TRUE;
          continue;
        }
      if (*pattern == ']')
        continue;
      if (*pattern == 'N' ? !g_ascii_isdigit (*text) : *text != *pattern)
        return FALSE;
      text++;
    }
  return *text == '\0';
}

/**
 * rc_country_list_codes:
 *
 * Returns: (transfer none): the codes of ISO 3166-1 alpha-2, by the alphabet, %NULL-terminated
 */
const char *const *
rc_country_list_codes (void)
{
  static gsize codes;

  if (g_once_init_enter (&codes))
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new ();

      for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
        if (!g_strv_contains (reserved_codes, *code))
          g_ptr_array_add (list, (gpointer) *code);
      g_ptr_array_add (list, NULL);
      g_once_init_leave (&codes, (gsize) g_ptr_array_free (g_steal_pointer (&list), FALSE));
    }
  return (const char *const *) codes;
}

/**
 * rc_country_is_valid:
 * @code: (nullable): a code
 *
 * Returns: whether @code is one of ISO 3166-1 alpha-2, in upper case (CU-1)
 */
gboolean
rc_country_is_valid (const char *code)
{
  return code != NULL && g_strv_contains (rc_country_list_codes (), code);
}

/**
 * rc_country_get_name:
 * @code: a code
 *
 * Returns: (transfer full): the country's name in the user's language; @code itself where it is not known
 */
char *
rc_country_get_name (const char *code)
{
  g_autofree char *region = NULL;
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;
  char *utf8;

  g_return_val_if_fail (code != NULL, NULL);

  region = g_strconcat ("und_", code, NULL);
  length = uloc_getDisplayCountry (region, g_get_language_names ()[0], name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length <= 0 || length > (int32_t) G_N_ELEMENTS (name))
    return g_strdup (code);
  utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return utf8 != NULL ? utf8 : g_strdup (code);
}

/**
 * rc_country_get_language:
 * @code: (nullable): a code
 *
 * Returns: (transfer none): the language in which its customers are written to unless told otherwise: one of pt_BR, pl,
 *   da, fr, it, en
 */
const char *
rc_country_get_language (const char *code)
{
  const Country *country = find_country (code);

  return country != NULL && country->language != NULL ? country->language : "en";
}

/**
 * rc_country_get_postal_code_pattern:
 * @code: (nullable): a code
 *
 * Returns: (transfer none) (nullable): how the country writes its postal codes, where N is a digit and what stands in
 *   brackets may be left out (CU-3); %NULL where any code of 1 to 20 characters is taken
 */
const char *
rc_country_get_postal_code_pattern (const char *code)
{
  const Country *country = find_country (code);

  return country != NULL ? country->pattern : NULL;
}

/**
 * rc_country_get_postal_code_example:
 * @code: (nullable): a code
 *
 * Returns: (transfer none) (nullable): a postal code that exists there; %NULL where any is taken
 */
const char *
rc_country_get_postal_code_example (const char *code)
{
  const Country *country = find_country (code);

  return country != NULL ? country->example : NULL;
}

/**
 * rc_country_check_postal_code:
 * @code: (nullable): a code
 * @postal_code: UTF-8, trimmed
 *
 * Returns: whether the country has postal codes of this shape (CU-3)
 */
gboolean
rc_country_check_postal_code (const char *code, const char *postal_code)
{
  const char *pattern = rc_country_get_postal_code_pattern (code);

  g_return_val_if_fail (postal_code != NULL, FALSE);
  if (pattern != NULL)
    return matches_pattern (postal_code, pattern);
  return postal_code[0] != '\0' && rc_text_length (postal_code) <= LONGEST_POSTAL_CODE;
}
