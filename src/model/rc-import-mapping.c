/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-mapping.h"

/* What somebody said the columns of a file mean (IO-2): for each field a column, one value, or a pattern; which words mean
 * nothing; and which words of the file stand for which of ours. It knows no file: a converter brings the two together. */

struct _RcImportMapping
{
  RcImportSource sources[RC_N_CUSTOMER_FIELDS];
  char *texts[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable) */
  char *if_empty[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable) */
  GHashTable *translations[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable): the file's word to our value */
  GStrv nothing_words; /* (owned) */
  RcDateOrder date_order; /* that somebody said */
};

G_DEFINE_BOXED_TYPE (RcImportMapping, rc_import_mapping, rc_import_mapping_copy, rc_import_mapping_free)

static const char *const usual_nothing_words[] = { "(blank)", "n/a", "none", "-", NULL };

static gboolean
is_field (RcCustomerField field)
{
  return (guint) field < RC_N_CUSTOMER_FIELDS;
}

/**
 * rc_import_mapping_new:
 *
 * Returns: (transfer full): a mapping that fills no field, with the usual words that mean nothing
 */
RcImportMapping *
rc_import_mapping_new (void)
{
  RcImportMapping *mapping = g_new0 (RcImportMapping, 1);

  mapping->nothing_words = g_strdupv ((char **) usual_nothing_words);
  return mapping;
}

/**
 * rc_import_mapping_copy:
 * @mapping: a mapping
 *
 * Returns: (transfer full): one that says the same
 */
RcImportMapping *
rc_import_mapping_copy (const RcImportMapping *mapping)
{
  RcImportMapping *copy;

  g_return_val_if_fail (mapping != NULL, NULL);
  copy = g_new0 (RcImportMapping, 1);
  copy->nothing_words = g_strdupv (mapping->nothing_words);
  copy->date_order = mapping->date_order;
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      GHashTableIter iter;
      gpointer word, value;

      rc_import_mapping_set (copy, i, mapping->sources[i], mapping->texts[i]);
      rc_import_mapping_set_if_empty (copy, i, mapping->if_empty[i]);
      if (mapping->translations[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, mapping->translations[i]);
      while (g_hash_table_iter_next (&iter, &word, &value))
        rc_import_mapping_translate (copy, i, word, value);
    }
  return copy;
}

/**
 * rc_import_mapping_free:
 * @mapping: (transfer full) (nullable): a mapping
 */
void
rc_import_mapping_free (RcImportMapping *mapping)
{
  if (mapping == NULL)
    return;
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      g_free (mapping->texts[i]);
      g_free (mapping->if_empty[i]);
      g_clear_pointer (&mapping->translations[i], g_hash_table_unref);
    }
  g_strfreev (mapping->nothing_words);
  g_free (mapping);
}

/**
 * rc_import_mapping_set:
 * @mapping: a mapping
 * @field: which field
 * @source: where its text comes from
 * @text: (nullable): the column's name, the value or the pattern; not used for the other sources
 */
void
rc_import_mapping_set (RcImportMapping *mapping, RcCustomerField field, RcImportSource source,
                       const char *text)
{
  char *copy;

  g_return_if_fail (mapping != NULL && is_field (field));
  copy = g_strdup (text);
  g_free (mapping->texts[field]);
  mapping->texts[field] = copy;
  mapping->sources[field] = source;
}

/**
 * rc_import_mapping_get_source:
 * @mapping: a mapping
 * @field: which field
 *
 * Returns: where its text comes from
 */
RcImportSource
rc_import_mapping_get_source (const RcImportMapping *mapping, RcCustomerField field)
{
  g_return_val_if_fail (mapping != NULL && is_field (field), RC_IMPORT_SOURCE_NOTHING);
  return mapping->sources[field];
}

/**
 * rc_import_mapping_get_text:
 * @mapping: a mapping
 * @field: which field
 *
 * Returns: (transfer none): the column's name, the value or the pattern; empty where there is none
 */
const char *
rc_import_mapping_get_text (const RcImportMapping *mapping, RcCustomerField field)
{
  g_return_val_if_fail (mapping != NULL && is_field (field), "");
  return mapping->texts[field] != NULL ? mapping->texts[field] : "";
}

/**
 * rc_import_mapping_set_if_empty:
 * @mapping: a mapping
 * @field: which field
 * @text: (nullable): the value for the rows in which the field's column or pattern says nothing; %NULL or empty: none
 */
void
rc_import_mapping_set_if_empty (RcImportMapping *mapping, RcCustomerField field, const char *text)
{
  char *copy;

  g_return_if_fail (mapping != NULL && is_field (field));
  copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  g_free (mapping->if_empty[field]);
  mapping->if_empty[field] = copy;
}

/**
 * rc_import_mapping_get_if_empty:
 * @mapping: a mapping
 * @field: which field
 *
 * Returns: (transfer none) (nullable): the value for the rows that say nothing; %NULL: there the field stays empty
 */
const char *
rc_import_mapping_get_if_empty (const RcImportMapping *mapping, RcCustomerField field)
{
  g_return_val_if_fail (mapping != NULL && is_field (field), NULL);
  return mapping->if_empty[field];
}

/**
 * rc_import_mapping_can_be_empty:
 * @source: where a field's text comes from
 *
 * Returns: whether a row may say nothing there, so that rc_import_mapping_set_if_empty() has a meaning
 */
gboolean
rc_import_mapping_can_be_empty (RcImportSource source)
{
  return source == RC_IMPORT_SOURCE_COLUMN || source == RC_IMPORT_SOURCE_PATTERN;
}

/**
 * rc_import_mapping_can_derive:
 * @field: a field
 *
 * Returns: whether %RC_IMPORT_SOURCE_DERIVED is possible: the name in English is transliterated where it is needed
 *   (CU-2), the mail language is that of the country
 */
gboolean
rc_import_mapping_can_derive (RcCustomerField field)
{
  return field == RC_CUSTOMER_FIELD_ENGLISH_NAME || field == RC_CUSTOMER_FIELD_LANGUAGE;
}

/**
 * rc_import_mapping_set_nothing_words:
 * @mapping: a mapping
 * @words: (nullable): what a cell says that says nothing, whatever the case: "(blank)", "n/a"
 */
void
rc_import_mapping_set_nothing_words (RcImportMapping *mapping, const char *const *words)
{
  GStrv copy;

  g_return_if_fail (mapping != NULL);
  copy = words != NULL ? g_strdupv ((char **) words) : g_new0 (char *, 1);
  g_strfreev (mapping->nothing_words);
  mapping->nothing_words = copy;
}

/**
 * rc_import_mapping_get_nothing_words:
 * @mapping: a mapping
 *
 * Returns: (transfer none): the words that mean nothing, %NULL-terminated
 */
const char *const *
rc_import_mapping_get_nothing_words (const RcImportMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);
  return (const char *const *) mapping->nothing_words;
}

/**
 * rc_import_mapping_set_date_order:
 * @mapping: a mapping
 * @order: how the file's dates with slashes are to be read: %RC_DATE_ORDER_DAY_FIRST, %RC_DATE_ORDER_MONTH_FIRST, or
 *   %RC_DATE_ORDER_NONE: as its dates tell, see rc_import_converter_learn_dates()
 */
void
rc_import_mapping_set_date_order (RcImportMapping *mapping, RcDateOrder order)
{
  g_return_if_fail (mapping != NULL && order != RC_DATE_ORDER_EITHER);
  mapping->date_order = order;
}

/**
 * rc_import_mapping_get_date_order:
 * @mapping: a mapping
 *
 * Returns: the order that was said for dates with slashes; %RC_DATE_ORDER_NONE: none
 */
RcDateOrder
rc_import_mapping_get_date_order (const RcImportMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, RC_DATE_ORDER_NONE);
  return mapping->date_order;
}

/**
 * rc_import_mapping_translate:
 * @mapping: a mapping
 * @field: which field
 * @word: the file's word, whatever its case, or "*" for every word not named
 * @value: (nullable): our value: "government", "team", "FR", "pt_BR"; %NULL: it is not known any more
 */
void
rc_import_mapping_translate (RcImportMapping *mapping, RcCustomerField field, const char *word,
                             const char *value)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (mapping != NULL && is_field (field) && word != NULL);
  if (mapping->translations[field] == NULL)
    mapping->translations[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  folded = g_utf8_casefold (word, -1);
  if (value != NULL)
    g_hash_table_insert (mapping->translations[field], g_steal_pointer (&folded), g_strdup (value));
  else
    g_hash_table_remove (mapping->translations[field], folded);
}

/**
 * rc_import_mapping_look_up:
 * @mapping: a mapping
 * @field: which field
 * @word: the file's word
 *
 * Returns: (transfer full) (nullable): our value for it, if the mapping names it ("*" too is such a name)
 */
char *
rc_import_mapping_look_up (const RcImportMapping *mapping, RcCustomerField field, const char *word)
{
  g_autofree char *folded = NULL;
  const char *value;

  g_return_val_if_fail (mapping != NULL && is_field (field) && word != NULL, NULL);
  if (mapping->translations[field] == NULL)
    return NULL;
  folded = g_utf8_casefold (word, -1);
  value = g_hash_table_lookup (mapping->translations[field], folded);
  return g_strdup (value);
}

/**
 * rc_import_mapping_get_translations:
 * @mapping: a mapping
 * @field: which field
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): case-folded words of the file and our values; %NULL: none
 */
GHashTable *
rc_import_mapping_get_translations (const RcImportMapping *mapping, RcCustomerField field)
{
  g_return_val_if_fail (mapping != NULL && is_field (field), NULL);
  return mapping->translations[field];
}
