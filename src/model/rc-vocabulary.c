/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-vocabulary.h"

/* What the catalogs of po/ say for the headings and words of a report, put in when the program is built: a report of a
 * colleague who works in another language is read where that language's catalog is not installed, or the C library lacks
 * its locale. */

typedef struct
{
  const char *language;
  const char *context; /* "" for none */
  const char *text;
  const char *word;
} Entry;

static const Entry entries[] = {
#include "rc-vocabulary-table.h"
  { NULL, NULL, NULL, NULL },
};

/**
 * rc_vocabulary_get:
 * @language: a language, as rc_language_list_codes() has them
 * @context: (nullable): the text's context
 * @text: the text in English, as rc-report-columns.c and rc-words.c mark it
 *
 * Returns: (transfer none) (nullable): the text in @language; @text itself in English; %NULL where it is not translated
 */
const char *
rc_vocabulary_get (const char *language, const char *context, const char *text)
{
  g_return_val_if_fail (language != NULL && text != NULL, NULL);

  if (g_str_equal (language, "en"))
    return text;
  for (const Entry *entry = entries; entry->language != NULL; entry++)
    if (g_str_equal (entry->language, language) && g_str_equal (entry->text, text)
        && g_str_equal (entry->context, context != NULL ? context : ""))
      return entry->word;
  return NULL;
}
