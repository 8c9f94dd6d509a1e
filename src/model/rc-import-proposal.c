/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-mapping.h"

#include "rc-csv-writer.h"
#include "rc-import-headings.h"
#include "rc-import-words.h"
#include "rc-text.h"

#include <string.h>

/* A first guess at what a file's columns mean (IO-2), from their headings in the languages that the program speaks and
 * from the first rows. Headings are scored; the best pair of field and column is taken first, and each column once. It
 * guesses only what the file says: what stands in no column is left to the person. */

#define SCORE_ENOUGH 50
#define SCORE_OF_REPORT 1000

/* Simplified headings of a field, best first; a score is lowered by the place in the list. */
static const char *const synonyms[RC_N_CUSTOMER_FIELDS] = {
  [RC_CUSTOMER_FIELD_NAME] =
      "organization name|organisation name|customer name|nome da organizacao|nome do cliente|nazwa "
      "organizacji|nazwa klienta|"
      "navn pa organisation|kundenavn|nom de la societe|nom du client|nome organizzazione|nome del cliente|"
      "denominazione it|denominazione|ragione sociale|razao social|raison "
      "sociale|firmanavn|institution|company|"
      "company name|organization|organisation|name|nome|nazwa|navn|nom|security|entity name",
  [RC_CUSTOMER_FIELD_ENGLISH_NAME] =
      "organization name in english|english name|name in english|name english|name en|nome em ingles|nazwa "
      "angielska|"
      "engelsk navn|nom anglais|nome inglese|denomtraslitterata|transliterated name|international name",
  [RC_CUSTOMER_FIELD_SEGMENT] =
      "market segment|segment|segmento de mercado|segmento|segment rynku|markedssegment|segment de marche|"
      "segmento di mercato|sector|types|type",
  [RC_CUSTOMER_FIELD_OFFER_TYPE] =
      "type|offer type|tipo de oferta|rodzaj oferty|type d offre|tipo di offerta|tipo|plan type",
  [RC_CUSTOMER_FIELD_COUNTRY] =
      "country code|alpha two code|country|codigo do pais|pais|kod kraju|kraj|landekode|land|code pays|pays|"
      "codice paese|paese|stato estero|nation",
  [RC_CUSTOMER_FIELD_REGION] = "region|state province|state or province|state|province|regiao|uf|codigo "
                               "uf|estado|wojewodztwo|omrade|regione|"
                               "sigla provincia|siglaprovincia|provincia|area geografica|departement|county",
  [RC_CUSTOMER_FIELD_STREET] = "street|street address|address line "
                               "1|address|rua|endereco|logradouro|ulica|adres|gade|vej|adresse|rue|voie|via|"
                               "indirizzo",
  [RC_CUSTOMER_FIELD_CITY] =
      "city|town|municipality|cidade|municipio|miejscowosc|miasto|by|kommune|ville|commune|citta|comune|"
      "headquarters location|location",
  [RC_CUSTOMER_FIELD_POSTAL_CODE] = "postal code|postcode|post code|zip code|zip|cep codigo "
                                    "postal|cep|codigo postal|kod pocztowy|postnummer|postnr|"
                                    "code postal|codice postale|cap",
  [RC_CUSTOMER_FIELD_GIVEN_NAME] = "given name|first name|contact given name|contact first name|nome "
                                   "proprio|primeiro nome|imie|fornavn|prenom",
  [RC_CUSTOMER_FIELD_FAMILY_NAME] = "family name|last name|surname|contact family name|contact last "
                                    "name|sobrenome|apelido|nazwisko|efternavn|"
                                    "nom de famille|cognome",
  [RC_CUSTOMER_FIELD_EMAIL] =
      "email address|email|e mail|e mail address|contact email|security contact email|request email|endereco "
      "de email|"
      "adres e mail|e mailadresse|adresse e mail|courriel|indirizzo e mail|posta elettronica|mail|pec",
  [RC_CUSTOMER_FIELD_LANGUAGE] =
      "mail language|language|idioma|lingua|jezyk|sprog|langue|idioma do email|jezyk korespondencji",
  [RC_CUSTOMER_FIELD_ANNIVERSARY_DATE] =
      "custom anniversary date|data de aniversario personalizada|niestandardowa data rocznicy|tilpasset "
      "arsdato|"
      "date anniversaire personnalisee|data di scadenza personalizzata|anniversary date",
  [RC_CUSTOMER_FIELD_VIP_ID] =
      "vip id|id do vip|identyfikator vip|identifiant vip|id vip|vip number|membership id",
  [RC_CUSTOMER_FIELD_INVITED_ON] =
      "invited on|invitation date|convidado em|data do convite|zaproszono|data zaproszenia|inviteret|"
      "invite le|date d invitation|invitato il|data dell invito",
  [RC_CUSTOMER_FIELD_ACCEPTED_ON] =
      "accepted on|acceptance date|aceito em|data de aceitacao|zaakceptowano|data akceptacji|accepteret|"
      "accepte le|date d acceptation|accettato il|data di accettazione",
};

/* A full name in one column, and a domain in place of an address. */
static const char contact_synonyms[] =
    "primary contact name|primary contact|contact name|contact person|contact|contato principal|nome do "
    "contato|"
    "osoba kontaktowa|kontaktperson|kontakt|contact principal|contatto principale|contatto|contato";
static const char domain_synonyms[] = "domain|domain name|dominio|domena|domaene|domaine|internet domain";

typedef struct
{
  RcImportFile *file; /* (borrowed) */
  RcImportMapping *mapping; /* (borrowed) */
  GStrv headings; /* (owned): simplified */
  const char *language; /* (nullable): of the report that the file is */
  guint n_columns;
  gboolean *taken; /* (owned) by column */
} Proposal;

static int
score_synonyms (const char *list, const char *heading)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  int best = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int score = 0;

      if (g_str_equal (words[i], heading))
        score = 200 - (int) i;
      else if (strlen (words[i]) > 3 && g_str_has_suffix (heading, words[i])
               && heading[strlen (heading) - strlen (words[i]) - 1] == ' ')
        score = 80 - (int) i;
      else if (strlen (words[i]) > 3 && g_str_has_prefix (heading, words[i])
               && heading[strlen (words[i])] == ' ')
        score = 70 - (int) i;
      best = MAX (best, score);
    }
  return best;
}

/* A report's own heading leaves no doubt; it may be another field's in another language. */
static int
score_heading (const Proposal *proposal, RcCustomerField field, const char *heading)
{
  if (proposal->language != NULL && rc_import_headings_match (field, proposal->language, heading))
    return SCORE_OF_REPORT;
  return score_synonyms (synonyms[field], heading);
}

typedef gboolean (*CellTest) (RcCustomerField field, const char *cell);

/* What part of the filled cells of the preview passes, from 0 to 1; 1 if none is filled. */
static double
share_of_cells (const Proposal *proposal, guint column, CellTest test, RcCustomerField field)
{
  guint n_filled = 0, n_passed = 0;

  for (guint i = 0; i < rc_import_file_get_n_preview_rows (proposal->file); i++)
    {
      const char *const *row = rc_import_file_get_preview_row (proposal->file, i);
      g_autofree char *cell = NULL;

      if (column >= g_strv_length ((char **) row))
        continue;
      cell = rc_text_trim (row[column]);
      if (*cell == '\0' || g_str_equal (cell, "(blank)"))
        continue;
      n_filled++;
      n_passed += test (field, cell);
    }
  return n_filled == 0 ? 1 : (double) n_passed / n_filled;
}

static gboolean
is_address (RcCustomerField field, const char *cell)
{
  return strchr (cell, '@') != NULL;
}

static gboolean
is_domain (RcCustomerField field, const char *cell)
{
  return strchr (cell, '.') != NULL && strpbrk (cell, " @/:") == NULL;
}

static gboolean
is_ascii (RcCustomerField field, const char *cell)
{
  return rc_text_is_printable_ascii (cell);
}

static gboolean
has_comma (RcCustomerField field, const char *cell)
{
  return strchr (cell, ',') != NULL;
}

/* What stands in the column may speak against what the heading says. */
static gboolean
fits (const Proposal *proposal, RcCustomerField field, guint column)
{
  if (field == RC_CUSTOMER_FIELD_COUNTRY || field == RC_CUSTOMER_FIELD_LANGUAGE)
    return share_of_cells (proposal, column, rc_import_words_is_known, field) > 0.8;
  if (rc_import_words_has_set (field))
    return share_of_cells (proposal, column, rc_import_words_is_known, field) >= 0.5;
  if (field == RC_CUSTOMER_FIELD_EMAIL)
    return share_of_cells (proposal, column, is_address, field) >= 0.5;
  if (field == RC_CUSTOMER_FIELD_ENGLISH_NAME)
    return share_of_cells (proposal, column, is_ascii, field) > 0.8;
  return TRUE;
}

static void
take_column (Proposal *proposal, RcCustomerField field, guint column)
{
  rc_import_mapping_set (proposal->mapping, field, RC_IMPORT_SOURCE_COLUMN,
                         rc_import_file_get_columns (proposal->file)[column]);
  proposal->taken[column] = TRUE;
}

/* The best pair that is left; FALSE if none is good enough. */
static gboolean
take_best (Proposal *proposal)
{
  int best = SCORE_ENOUGH - 1;
  guint best_field = 0, best_column = 0;

  for (guint field = 0; field < RC_N_CUSTOMER_FIELDS; field++)
    for (guint column = 0; column < proposal->n_columns; column++)
      {
        int score;

        if (proposal->taken[column]
            || rc_import_mapping_get_source (proposal->mapping, field) != RC_IMPORT_SOURCE_NOTHING)
          continue;
        score = score_heading (proposal, field, proposal->headings[column]);
        if (score <= best || !fits (proposal, field, column))
          continue;
        best = score;
        best_field = field;
        best_column = column;
      }
  if (best < SCORE_ENOUGH)
    return FALSE;
  take_column (proposal, best_field, best_column);
  return TRUE;
}

static gboolean
find_free (const Proposal *proposal, const char *list, CellTest test, guint *found)
{
  int best = SCORE_ENOUGH - 1;

  for (guint column = 0; column < proposal->n_columns; column++)
    {
      int score = proposal->taken[column] ? 0 : score_synonyms (list, proposal->headings[column]);

      if (score <= best || (test != NULL && share_of_cells (proposal, column, test, 0) < 0.8))
        continue;
      best = score;
      *found = column;
    }
  return best >= SCORE_ENOUGH;
}

static void
set_pattern (Proposal *proposal, RcCustomerField field, guint column, const char *before, const char *part)
{
  const char *name = rc_import_file_get_columns (proposal->file)[column];
  g_autofree char *pattern = g_strdup_printf ("%s{%s%s}", before, name, part);

  if (strpbrk (name, "{}") != NULL)
    return;
  rc_import_mapping_set (proposal->mapping, field, RC_IMPORT_SOURCE_PATTERN, pattern);
  proposal->taken[column] = TRUE;
}

static gboolean
is_free (const Proposal *proposal, RcCustomerField field)
{
  return rc_import_mapping_get_source (proposal->mapping, field) == RC_IMPORT_SOURCE_NOTHING;
}

static gboolean
find_column (const Proposal *proposal, const char *name, guint *column)
{
  const char *const *columns = rc_import_file_get_columns (proposal->file);

  for (*column = 0; columns[*column] != NULL; (*column)++)
    if (g_str_equal (columns[*column], name))
      return TRUE;
  return FALSE;
}

/* "Saint Paul, Minnesota" is a city and a region. */
static void
split_place (Proposal *proposal)
{
  const char *city = rc_import_mapping_get_text (proposal->mapping, RC_CUSTOMER_FIELD_CITY);
  guint column;

  if (!is_free (proposal, RC_CUSTOMER_FIELD_REGION) || !find_column (proposal, city, &column)
      || share_of_cells (proposal, column, has_comma, RC_CUSTOMER_FIELD_CITY) < 0.8)
    return;
  set_pattern (proposal, RC_CUSTOMER_FIELD_CITY, column, "", ":before-comma");
  set_pattern (proposal, RC_CUSTOMER_FIELD_REGION, column, "", ":after-comma");
}

static void
propose_patterns (Proposal *proposal)
{
  guint column;

  if (is_free (proposal, RC_CUSTOMER_FIELD_EMAIL)
      && find_free (proposal, domain_synonyms, is_domain, &column))
    set_pattern (proposal, RC_CUSTOMER_FIELD_EMAIL, column, "info@", "");
  if (is_free (proposal, RC_CUSTOMER_FIELD_GIVEN_NAME) && is_free (proposal, RC_CUSTOMER_FIELD_FAMILY_NAME)
      && find_free (proposal, contact_synonyms, NULL, &column))
    {
      set_pattern (proposal, RC_CUSTOMER_FIELD_GIVEN_NAME, column, "", ":first-word");
      set_pattern (proposal, RC_CUSTOMER_FIELD_FAMILY_NAME, column, "", ":other-words");
    }
  split_place (proposal);
  if (is_free (proposal, RC_CUSTOMER_FIELD_ENGLISH_NAME))
    rc_import_mapping_set (proposal->mapping, RC_CUSTOMER_FIELD_ENGLISH_NAME, RC_IMPORT_SOURCE_DERIVED, NULL);
  if (is_free (proposal, RC_CUSTOMER_FIELD_LANGUAGE))
    rc_import_mapping_set (proposal->mapping, RC_CUSTOMER_FIELD_LANGUAGE, RC_IMPORT_SOURCE_DERIVED, NULL);
}

static gboolean
is_from_column (const Proposal *proposal, RcCustomerField field)
{
  return rc_import_mapping_get_source (proposal->mapping, field) == RC_IMPORT_SOURCE_COLUMN;
}

/* In a report of ours an empty cell is empty: a town called None is no word for nothing. Only reports tell both of these. */
static void
propose_nothing_words (Proposal *proposal)
{
  if (is_from_column (proposal, RC_CUSTOMER_FIELD_VIP_ID)
      && is_from_column (proposal, RC_CUSTOMER_FIELD_INVITED_ON))
    rc_import_mapping_set_nothing_words (proposal->mapping, NULL);
}

/**
 * rc_import_mapping_propose:
 * @file: a file
 *
 * Returns: (transfer full): a mapping to begin with (IO-2). Fields that the file does not speak of stay empty, but for the
 *   name in English and the mail language, which are derived.
 */
RcImportMapping *
rc_import_mapping_propose (RcImportFile *file)
{
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_new ();
  g_autofree gboolean *taken = NULL;
  g_auto (GStrv) headings = NULL;
  Proposal proposal = { file, mapping, NULL, NULL, rc_import_file_get_n_columns (file), NULL };

  taken = g_new0 (gboolean, proposal.n_columns + 1);
  headings = g_new0 (char *, proposal.n_columns + 1);
  for (guint i = 0; i < proposal.n_columns; i++)
    {
      g_autofree char *heading = rc_csv_rearm (rc_import_file_get_columns (file)[i]);

      headings[i] = rc_import_words_simplify (heading);
    }
  proposal.taken = taken;
  proposal.headings = headings;
  proposal.language = rc_import_headings_find_language (rc_import_file_get_columns (file));
  while (take_best (&proposal))
    ;
  propose_patterns (&proposal);
  propose_nothing_words (&proposal);
  return g_steal_pointer (&mapping);
}
