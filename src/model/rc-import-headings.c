/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-headings.h"

#include "rc-csv-writer.h"
#include "rc-import-words.h"
#include "rc-language.h"
#include "rc-report-columns.h"

/* Finds out in which language a file's headings are, if it is a report. The same word may head different columns in two
 * languages, but a report is in one. What other lists call their columns is not here. */

/* So many of a report's headings do not stand in a list by chance. */
#define FEWEST_HEADINGS 6

/* Simplified headings of a language's report. */
static GHashTable *
list_headings (const char *language)
{
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    {
      const char *heading = rc_report_column_get_heading_in (i, language);

      if (heading != NULL)
        g_hash_table_add (headings, rc_import_words_simplify (heading));
    }
  return headings;
}

static guint
count_headings (const char *language, GPtrArray *simple)
{
  g_autoptr (GHashTable) headings = list_headings (language);
  guint count = 0;

  for (guint i = 0; i < simple->len; i++)
    count += g_hash_table_contains (headings, g_ptr_array_index (simple, i));
  return count;
}

/**
 * rc_import_headings_find_language:
 * @columns: the headings of a file
 *
 * Returns: (transfer none) (nullable): the language of the report that the file is, as rc_language_list_codes() has it; %NULL
 *   where it is no report
 */
const char *
rc_import_headings_find_language (const char *const *columns)
{
  g_autoptr (GPtrArray) simple = g_ptr_array_new_with_free_func (g_free);
  const char *found = NULL;
  guint most = FEWEST_HEADINGS - 1;

  for (; *columns != NULL; columns++)
    {
      g_autofree char *heading = rc_csv_rearm (*columns);

      g_ptr_array_add (simple, rc_import_words_simplify (heading));
    }
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      guint count = count_headings (*language, simple);

      if (count <= most)
        continue;
      most = count;
      found = *language;
    }
  return found;
}

/**
 * rc_import_headings_match:
 * @field: a field
 * @language: one of rc_language_list_codes()
 * @heading: a heading, simplified as by rc_import_words_simplify()
 *
 * Returns: whether the reports in @language have the field under this heading
 */
gboolean
rc_import_headings_match (RcCustomerField field, const char *language, const char *heading)
{
  RcReportColumn column;
  const char *own;
  g_autofree char *simple = NULL;

  if (!rc_report_column_from_field (field, &column))
    return FALSE;
  own = rc_report_column_get_heading_in (column, language);
  simple = own != NULL ? rc_import_words_simplify (own) : NULL;
  return g_strcmp0 (simple, heading) == 0;
}
