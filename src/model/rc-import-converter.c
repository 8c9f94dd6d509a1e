/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-mapping.h"

#include "rc-country.h"
#include "rc-import-dates.h"
#include "rc-import-pattern.h"
#include "rc-import-words.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* A mapping brought together with the columns of a file: makes a customer's data of each row (IO-2). Whether the data are
 * right is for rc_customer_data_validate() to say; here a fault is only a word that has no value of ours. */

struct _RcImportConverter
{
  RcImportMapping *mapping; /* (owned) */
  RcImportPattern *patterns[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable) */
  GHashTable *nothing; /* (owned): case-folded words */
  GHashTable *known[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable): cells that were translated, to our values */
  RcDateOrder date_order; /* of dates with slashes */
  gboolean is_order_told; /* by the mapping or by a date; else it is a guess */
  guint n_rows_without_slash; /* that were learned from */
  char *doubtful_date; /* (owned) (nullable): the first cell that a guess decided */
};

/* A file whose dates are all written in another way need not be read twice to its end. */
#define ENOUGH_ROWS 1000

/* A closed set's words are few, unless the column is not theirs. */
#define MOST_KNOWN_CELLS 1000

static gboolean
compile_field (RcImportConverter *converter, RcCustomerField field, const char *const *columns,
               GError **error)
{
  RcImportSource source = rc_import_mapping_get_source (converter->mapping, field);
  const char *text = rc_import_mapping_get_text (converter->mapping, field);

  if (source == RC_IMPORT_SOURCE_COLUMN)
    converter->patterns[field] = rc_import_pattern_new_column (text, columns, error);
  else if (source == RC_IMPORT_SOURCE_PATTERN)
    converter->patterns[field] = rc_import_pattern_new (text, columns, error);
  else
    return TRUE;
  return converter->patterns[field] != NULL;
}

/**
 * rc_import_converter_new:
 * @mapping: a mapping; copied
 * @columns: the file's columns, each named once
 * @error: RC_IMPORT_ERROR_COLUMN, RC_IMPORT_ERROR_MAPPING: the mapping does not fit the file
 *
 * Returns: (transfer full) (nullable): the converter
 */
RcImportConverter *
rc_import_converter_new (const RcImportMapping *mapping, const char *const *columns, GError **error)
{
  g_autoptr (RcImportConverter) converter = g_new0 (RcImportConverter, 1);
  const char *const *words = rc_import_mapping_get_nothing_words (mapping);

  converter->mapping = rc_import_mapping_copy (mapping);
  converter->date_order = rc_import_mapping_get_date_order (mapping);
  converter->is_order_told = converter->date_order != RC_DATE_ORDER_NONE;
  if (!converter->is_order_told)
    converter->date_order = rc_import_date_expect_order (columns);
  converter->nothing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *words != NULL; words++)
    g_hash_table_add (converter->nothing, g_utf8_casefold (*words, -1));
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (!compile_field (converter, i, columns, error))
      return NULL;
  return g_steal_pointer (&converter);
}

/**
 * rc_import_converter_free:
 * @converter: (transfer full) (nullable): a converter
 */
void
rc_import_converter_free (RcImportConverter *converter)
{
  if (converter == NULL)
    return;
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      g_clear_pointer (&converter->patterns[i], rc_import_pattern_free);
      g_clear_pointer (&converter->known[i], g_hash_table_unref);
    }
  g_clear_pointer (&converter->mapping, rc_import_mapping_free);
  g_clear_pointer (&converter->nothing, g_hash_table_unref);
  g_free (converter->doubtful_date);
  g_free (converter);
}

/* A list in one cell ("education; funder") means the first of its words that has a value. */
static char *
translate_list (RcImportConverter *converter, RcCustomerField field, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *trimmed = rc_text_trim (*word);
      char *value = rc_import_mapping_look_up (converter->mapping, field, trimmed);

      if (value == NULL)
        value = rc_import_words_find (field, trimmed);
      if (value != NULL)
        return value;
    }
  return NULL;
}

/* The mapping's own words go first, then the ones known to everybody, then the mapping's word for all others. */
static char *
translate (RcImportConverter *converter, RcCustomerField field, const char *text)
{
  char *value = rc_import_mapping_look_up (converter->mapping, field, text);

  if (value == NULL)
    value = translate_list (converter, field, text);
  if (value == NULL)
    value = rc_import_mapping_look_up (converter->mapping, field, "*");
  return value;
}

/* (transfer none) (nullable): what translate() says, kept, since the same few words stand in all rows. */
static const char *
translate_cell (RcImportConverter *converter, RcCustomerField field, const char *text)
{
  GHashTable *known = converter->known[field];
  gpointer value = NULL;

  if (known == NULL)
    converter->known[field] = known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_lookup_extended (known, text, NULL, &value))
    return value;
  if (g_hash_table_size (known) >= MOST_KNOWN_CELLS)
    g_hash_table_remove_all (known);
  value = translate (converter, field, text);
  g_hash_table_insert (known, g_strdup (text), value);
  return value;
}

static void
add_unknown_word (GPtrArray *faults, RcCustomerField field, const char *word)
{
  RcFault *fault = g_new0 (RcFault, 1);

  fault->field = field;
  fault->code = RC_RULE_ERROR_INVALID_DATA;
  /* Translators: a word of the file, and the label of a field: “City” has no meaning for the field “Market segment”. */
  fault->message = g_strdup_printf (_ ("“%s” has no meaning for the field “%s”."), word,
                                    rc_customer_field_get_label (field));
  g_ptr_array_add (faults, fault);
}

static char *
get_text (RcImportConverter *converter, RcCustomerField field, const char *const *fields, guint n_fields)
{
  if (converter->patterns[field] != NULL)
    {
      char *text =
          rc_import_pattern_expand (converter->patterns[field], fields, n_fields, converter->nothing);

      return text != NULL ? text : g_strdup (rc_import_mapping_get_if_empty (converter->mapping, field));
    }
  if (rc_import_mapping_get_source (converter->mapping, field) == RC_IMPORT_SOURCE_VALUE)
    return g_strdup (rc_import_mapping_get_text (converter->mapping, field));
  return NULL;
}

static gboolean
is_date (RcCustomerField field)
{
  return field == RC_CUSTOMER_FIELD_ANNIVERSARY_DATE || field == RC_CUSTOMER_FIELD_INVITED_ON
         || field == RC_CUSTOMER_FIELD_ACCEPTED_ON;
}

/* What is no date stays as it is, for the check to name it. */
static void
set_date (RcImportConverter *converter, RcCustomerData *data, RcCustomerField field, const char *text)
{
  g_autofree char *trimmed = rc_text_trim (text);
  g_autofree char *iso = rc_import_date_to_iso (trimmed, converter->date_order);

  if (!converter->is_order_told && converter->doubtful_date == NULL
      && rc_import_date_tell_order (trimmed) == RC_DATE_ORDER_EITHER)
    converter->doubtful_date = g_strdup (trimmed);
  rc_customer_data_set (data, field, iso != NULL ? iso : text);
}

static void
derive (RcImportConverter *converter, RcCustomerData *data)
{
  const char *name = rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME);
  const char *country = rc_customer_data_get (data, RC_CUSTOMER_FIELD_COUNTRY);

  if (rc_import_mapping_get_source (converter->mapping, RC_CUSTOMER_FIELD_ENGLISH_NAME)
          == RC_IMPORT_SOURCE_DERIVED
      && *name != '\0' && rc_text_is_allowed (name) && !rc_text_is_printable_ascii (name))
    {
      g_autofree char *english = rc_text_transliterate (name);

      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, english);
    }
  if (rc_import_mapping_get_source (converter->mapping, RC_CUSTOMER_FIELD_LANGUAGE)
          == RC_IMPORT_SOURCE_DERIVED
      && *country != '\0')
    rc_customer_data_set (data, RC_CUSTOMER_FIELD_LANGUAGE, rc_country_get_language (country));
}

/**
 * rc_import_converter_has_dates:
 * @converter: a converter
 *
 * Returns: whether dates are read from the file
 */
gboolean
rc_import_converter_has_dates (const RcImportConverter *converter)
{
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (is_date (i) && converter->patterns[i] != NULL)
      return TRUE;
  return FALSE;
}

/* The order of the row's dates if they tell one; %RC_DATE_ORDER_NONE where none has slashes. */
static RcDateOrder
tell_order (RcImportConverter *converter, const char *const *fields, guint n_fields, gboolean *has_date)
{
  RcDateOrder row = RC_DATE_ORDER_NONE;

  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      /* What stands for an empty field says nothing of how the file's dates are written. */
      g_autofree char *text =
          is_date (i) && converter->patterns[i] != NULL
              ? rc_import_pattern_expand (converter->patterns[i], fields, n_fields, converter->nothing)
              : NULL;
      g_autofree char *trimmed = rc_text_trim (text != NULL ? text : "");
      RcDateOrder order = rc_import_date_tell_order (trimmed);

      if (order == RC_DATE_ORDER_DAY_FIRST || order == RC_DATE_ORDER_MONTH_FIRST)
        return order;
      *has_date = *has_date || *trimmed != '\0';
      row = MAX (row, order);
    }
  return row;
}

/**
 * rc_import_converter_learn_dates:
 * @converter: a converter
 * @fields: a row
 * @n_fields: how many fields it has
 *
 * Dates with slashes are read from now on in the order that the row's dates have, if they tell and the mapping does not.
 *
 * Returns: whether there is no more to learn: the order is known, or so many rows have dates of other kinds only
 */
gboolean
rc_import_converter_learn_dates (RcImportConverter *converter, const char *const *fields, guint n_fields)
{
  gboolean has_date = FALSE;
  RcDateOrder order;

  if (converter->is_order_told)
    return TRUE;
  order = tell_order (converter, fields, n_fields, &has_date);
  if (order == RC_DATE_ORDER_DAY_FIRST || order == RC_DATE_ORDER_MONTH_FIRST)
    {
      converter->date_order = order;
      converter->is_order_told = TRUE;
    }
  else if (order == RC_DATE_ORDER_EITHER)
    converter->n_rows_without_slash = 0;
  else if (has_date)
    converter->n_rows_without_slash++;
  return converter->is_order_told || converter->n_rows_without_slash >= ENOUGH_ROWS;
}

/**
 * rc_import_converter_get_doubtful_date:
 * @converter: a converter
 * @read_as: (out): the date for which the cell was taken
 *
 * Returns: (transfer none) (nullable): the first cell that was converted by a guess of the order of day and month; %NULL where
 *   nothing was guessed
 */
const char *
rc_import_converter_get_doubtful_date (const RcImportConverter *converter, RcDate *read_as)
{
  g_autofree char *iso = NULL;

  if (converter->doubtful_date == NULL)
    return NULL;
  iso = rc_import_date_to_iso (converter->doubtful_date, converter->date_order);
  *read_as = rc_date_from_iso (iso);
  return converter->doubtful_date;
}

/**
 * rc_import_converter_convert:
 * @converter: a converter
 * @fields: a row
 * @n_fields: how many fields it has
 * @faults: (element-type RcFault): gets a fault for each word without a value of ours
 *
 * Returns: (transfer full): what the row says of a customer, normalized but not checked
 */
RcCustomerData *
rc_import_converter_convert (RcImportConverter *converter, const char *const *fields, guint n_fields,
                             GPtrArray *faults)
{
  g_autoptr (RcCustomerData) data = rc_customer_data_new ();

  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      g_autofree char *text = get_text (converter, i, fields, n_fields);

      if (text != NULL && rc_import_words_has_set (i))
        {
          const char *value = translate_cell (converter, i, text);

          if (value == NULL)
            add_unknown_word (faults, i, text);
          rc_customer_data_set (data, i, value);
        }
      else if (text != NULL && is_date (i))
        set_date (converter, data, i, text);
      else
        rc_customer_data_set (data, i, text);
    }
  derive (converter, data);
  return rc_customer_data_normalize (data);
}
