/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-words.h"

#include "rc-country.h"
#include "rc-enum-types.h"
#include "rc-language.h"
#include "rc-text.h"
#include "rc-vocabulary.h"
#include "rc-words.h"

#include <string.h>
#include <unicode/uloc.h>

/* What files call a market segment, a type, a country and a language, in English, Portuguese, Polish, Danish, French and
 * Italian. These are words that mean nothing else; what a particular list means by its own words is for its mapping. */

typedef struct
{
  const char *word; /* simplified */
  const char *value;
} Word;

static const Word segment_words[] = {
  { "commercial", "commercial" },
  { "business", "commercial" },
  { "company", "commercial" },
  { "comercial", "commercial" },
  { "empresa", "commercial" },
  { "komercyjny", "commercial" },
  { "firma", "commercial" },
  { "erhverv", "commercial" },
  { "kommerciel", "commercial" },
  { "entreprise", "commercial" },
  { "commerciale", "commercial" },
  { "azienda", "commercial" },
  { "government", "government" },
  { "public sector", "government" },
  { "governo", "government" },
  { "setor publico", "government" },
  { "publiczny", "government" },
  { "sektor publiczny", "government" },
  { "offentlig", "government" },
  { "det offentlige", "government" },
  { "offentlig sektor", "government" },
  { "secteur public", "government" },
  { "administration", "government" },
  { "pubblico", "government" },
  { "settore pubblico", "government" },
  { "education", "education" },
  { "school", "education" },
  { "university", "education" },
  { "educacao", "education" },
  { "ensino", "education" },
  { "edukacyjny", "education" },
  { "edukacja", "education" },
  { "uddannelse", "education" },
  { "enseignement", "education" },
  { "istruzione", "education" },
  { NULL, NULL },
};

static const Word type_words[] = {
  { "team", "team" },
  { "teams", "team" },
  { "para equipes", "team" },
  { "equipes", "team" },
  { "dla zespolow", "team" },
  { "zespol", "team" },
  { "equipe", "team" },
  { "enterprise", "enterprise" },
  { "para corporacoes", "enterprise" },
  { "corporativo", "enterprise" },
  { "dla przedsiebiorstw", "enterprise" },
  { "virksomhed", "enterprise" },
  { "entreprise", "enterprise" },
  { NULL, NULL },
};

static const Word language_words[] = {
  { "pt br", "pt_BR" },     { "pt", "pt_BR" },     { "portuguese", "pt_BR" },
  { "portugues", "pt_BR" }, { "pl", "pl" },        { "polish", "pl" },
  { "polski", "pl" },       { "da", "da" },        { "danish", "da" },
  { "dansk", "da" },        { "fr", "fr" },        { "french", "fr" },
  { "francais", "fr" },     { "it", "it" },        { "italian", "it" },
  { "italiano", "it" },     { "en", "en" },        { "english", "en" },
  { "ingles", "en" },       { "angielski", "en" }, { "engelsk", "en" },
  { "anglais", "en" },      { "inglese", "en" },   { "brazilian portuguese", "pt_BR" },
  { NULL, NULL },
};

/* Names that ICU has otherwise. */
static const Word country_words[] = {
  { "usa", "US" },
  { "united states of america", "US" },
  { "uk", "GB" },
  { "great britain", "GB" },
  { "czech republic", "CZ" },
  { "viet nam", "VN" },
  { "russian federation", "RU" },
  { "korea republic of", "KR" },
  { "turkey", "TR" },
  { "ivory coast", "CI" },
  { "macedonia", "MK" },
  { "holland", "NL" },
  { NULL, NULL },
};

/* What reports for people say, which the catalogs know in each language: the text as rc-words.c marks it. */
static const struct
{
  RcCustomerField field;
  const char *context; /* (nullable) */
  const char *text;
  const char *value;
} report_words[] = {
  { RC_CUSTOMER_FIELD_SEGMENT, NULL, "Commercial", "commercial" },
  { RC_CUSTOMER_FIELD_SEGMENT, NULL, "Government", "government" },
  { RC_CUSTOMER_FIELD_SEGMENT, NULL, "Education", "education" },
  { RC_CUSTOMER_FIELD_OFFER_TYPE, "customer type", "Team", "team" },
  { RC_CUSTOMER_FIELD_OFFER_TYPE, "customer type", "Enterprise", "enterprise" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "Portuguese (Brazil)", "pt_BR" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "Polish", "pl" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "Danish", "da" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "French", "fr" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "Italian", "it" },
  { RC_CUSTOMER_FIELD_LANGUAGE, "language", "English", "en" },
};

/**
 * rc_import_words_simplify:
 * @text: a word or a heading, UTF-8
 *
 * Returns: (transfer full): its letters and digits without case and accents, words parted by one space: "Kod-pocztowy" is
 *   "kod pocztowy"
 */
char *
rc_import_words_simplify (const char *text)
{
  g_autofree char *folded = rc_text_fold (text);
  GString *simple = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (simple, c);
      else if (simple->len > 0 && simple->str[simple->len - 1] != ' ')
        g_string_append_c (simple, ' ');
    }
  if (simple->len > 0 && simple->str[simple->len - 1] == ' ')
    g_string_truncate (simple, simple->len - 1);
  return g_string_free (simple, FALSE);
}

static const Word *
words_of (RcCustomerField field)
{
  if (field == RC_CUSTOMER_FIELD_SEGMENT)
    return segment_words;
  if (field == RC_CUSTOMER_FIELD_OFFER_TYPE)
    return type_words;
  if (field == RC_CUSTOMER_FIELD_LANGUAGE)
    return language_words;
  if (field == RC_CUSTOMER_FIELD_COUNTRY)
    return country_words;
  return NULL;
}

static void
add_country_name (GHashTable *names, const char *code, const char *locale)
{
  g_autofree char *region = g_strconcat ("und_", code, NULL);
  g_autofree char *name = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[128];
  int32_t length = uloc_getDisplayCountry (region, locale, buffer, G_N_ELEMENTS (buffer), &status);

  if (U_FAILURE (status) || length <= 0 || length > (int32_t) G_N_ELEMENTS (buffer))
    return;
  name = g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
  if (name != NULL)
    g_hash_table_insert (names, rc_import_words_simplify (name), (gpointer) code);
}

/* Made once, for ever. */
static GHashTable *
get_country_names (void)
{
  static gsize names;

  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (const char *const *code = rc_country_list_codes (); *code != NULL; code++)
        {
          add_country_name (table, *code, g_get_language_names ()[0]);
          for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
            add_country_name (table, *code, *language);
        }
      g_once_init_leave (&names, (gsize) table);
    }
  return (GHashTable *) names;
}

static char *
find_country (const char *word, const char *simple)
{
  g_autofree char *code = g_ascii_strup (word, -1);

  if (rc_country_is_valid (code))
    return g_steal_pointer (&code);
  return g_strdup (g_hash_table_lookup (get_country_names (), simple));
}

/* By field, simplified words to our values. Made once, for ever. */
static GHashTable *
get_report_words (RcCustomerField field)
{
  static gsize tables[RC_N_CUSTOMER_FIELDS];

  if (g_once_init_enter (&tables[field]))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (report_words); i++)
        for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
          {
            const char *word =
                report_words[i].field == field
                    ? rc_vocabulary_get (*language, report_words[i].context, report_words[i].text)
                    : NULL;

            if (word != NULL)
              g_hash_table_insert (table, rc_import_words_simplify (word), (gpointer) report_words[i].value);
          }
      g_once_init_leave (&tables[field], (gsize) table);
    }
  return (GHashTable *) tables[field];
}

static const char *
find_report_word (RcCustomerField field, const char *simple)
{
  return g_hash_table_lookup (get_report_words (field), simple);
}

/**
 * rc_import_words_has_set:
 * @field: a field
 *
 * Returns: whether its values are a closed set, so that a file's words have to be translated
 */
gboolean
rc_import_words_has_set (RcCustomerField field)
{
  return words_of (field) != NULL;
}

/**
 * rc_import_words_find:
 * @field: a field with a closed set
 * @word: a word of a file, trimmed
 *
 * Returns: (transfer full) (nullable): our value for it: "government", "FR", "pt_BR"
 */
char *
rc_import_words_find (RcCustomerField field, const char *word)
{
  g_autofree char *simple = rc_import_words_simplify (word);

  const char *value = NULL;

  for (const Word *known = words_of (field); known != NULL && known->word != NULL; known++)
    if (g_str_equal (known->word, simple))
      return g_strdup (known->value);
  value = find_report_word (field, simple);
  if (value != NULL)
    return g_strdup (value);
  return field == RC_CUSTOMER_FIELD_COUNTRY ? find_country (word, simple) : NULL;
}

/**
 * rc_import_words_is_known:
 * @field: a field with a closed set
 * @cell: a cell of a file, in which several words may stand, with semicolons between
 *
 * Returns: whether one of the words is known
 */
gboolean
rc_import_words_is_known (RcCustomerField field, const char *cell)
{
  g_auto (GStrv) words = g_strsplit (cell, ";", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *trimmed = rc_text_trim (*word);
      g_autofree char *value = rc_import_words_find (field, trimmed);

      if (value != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * rc_import_words_describe:
 * @field: the market segment or the type
 * @value: one of its values
 *
 * Returns: (transfer none): the value for people, in the user's language; @value itself where it is not known
 */
const char *
rc_import_words_describe (RcCustomerField field, const char *value)
{
  int number;

  if (field == RC_CUSTOMER_FIELD_SEGMENT && rc_enum_from_nick (RC_TYPE_SEGMENT, value, &number))
    return rc_words_segment ((RcSegment) number);
  if (field == RC_CUSTOMER_FIELD_OFFER_TYPE && rc_enum_from_nick (RC_TYPE_OFFER_TYPE, value, &number))
    return rc_words_offer_type ((RcOfferType) number);
  return value;
}
