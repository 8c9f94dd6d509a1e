/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-catalogue.h"

#include "rc-command-resources.h"
#include "rc-csv-reader.h"
#include "rc-enum-types.h"
#include "rc-records.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a catalogue from CSV (PR-1): the built-in one and those that users import. It writes nothing; see RcImportCatalogue.
 * The first record names the columns, in any order; "retired" may be missing. */

#define BUILT_IN "/org/resellerconsole/ResellerConsole/catalogue.csv"

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_FAMILY,
  COLUMN_OFFER_TYPE,
  COLUMN_LICENCE_KIND,
  COLUMN_SEGMENTS,
  COLUMN_OPEN_TO_PA,
  COLUMN_MIN_QUANTITY,
  COLUMN_RETIRED,
  N_COLUMNS
};
#define N_REQUIRED_COLUMNS COLUMN_RETIRED

#define LONGEST_CODE 60 /* characters, as for the name */
#define LONGEST_NAME 200
#define LOOKED_AT (64 * 1024) /* bytes, for the charset and the separator */

static const char *const column_names[N_COLUMNS] = {
  "code", "name", "family", "offer_type", "licence_kind", "segments", "open_to_pa", "min_quantity", "retired",
};

/* What is to be written in a column: values of the file, which stand in no language. */
static const char *const column_values[N_COLUMNS] = {
  [COLUMN_OFFER_TYPE] = "team, enterprise",
  [COLUMN_LICENCE_KIND] = "named-user, device, consumable",
  [COLUMN_SEGMENTS] = "commercial, government, education",
  [COLUMN_OPEN_TO_PA] = "yes, no",
  [COLUMN_RETIRED] = "yes, no",
};

static gboolean
read_header (RcCsvReader *reader, int places[N_COLUMNS], GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  const char *const *header = rc_csv_reader_next (reader, cancellable, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  for (int column = 0; column < N_COLUMNS; column++)
    {
      places[column] = -1;
      for (int i = 0; header != NULL && header[i] != NULL; i++)
        if (g_ascii_strcasecmp (header[i], column_names[column]) == 0)
          places[column] = i;
      if (places[column] < 0 && column < N_REQUIRED_COLUMNS)
        {
          g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                       /* Translators: the placeholder is the name of a column, such as min_quantity */
                       _ ("The catalog has no column “%s”."), column_names[column]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_yes (const char *text, gboolean *yes)
{
  *yes = g_ascii_strcasecmp (text, "yes") == 0;
  return *yes || g_ascii_strcasecmp (text, "no") == 0;
}

static gboolean
read_segments (const char *text, RcProductRecord *product)
{
  g_auto (GStrv) nicks = g_strsplit (text, " ", -1);

  for (gsize i = 0; nicks[i] != NULL; i++)
    {
      int segment;

      if (*nicks[i] == '\0')
        continue;
      if (!rc_enum_from_nick (RC_TYPE_SEGMENT, nicks[i], &segment))
        return FALSE;
      product->for_segment[segment] = TRUE;
    }
  return product->for_segment[RC_SEGMENT_COMMERCIAL] || product->for_segment[RC_SEGMENT_GOVERNMENT]
         || product->for_segment[RC_SEGMENT_EDUCATION];
}

static gboolean
is_text (const char *text, int longest)
{
  return *text != '\0' && rc_text_is_allowed (text) && rc_text_length (text) <= longest;
}

/* The product, or NULL with the column that is wrong in @wrong. */
static RcProductRecord *
read_product (const char *const *values, int *wrong)
{
  g_autoptr (RcProductRecord) product = g_new0 (RcProductRecord, 1);
  guint64 min_quantity = 0;
  int offer_type = 0, licence_kind = 0;

  product->code = g_strdup (values[COLUMN_CODE]);
  product->name = g_strdup (values[COLUMN_NAME]);
  product->family = g_strdup (values[COLUMN_FAMILY]);
  if (!is_text (product->code, LONGEST_CODE))
    *wrong = COLUMN_CODE;
  else if (!is_text (product->name, LONGEST_NAME))
    *wrong = COLUMN_NAME;
  else if (*product->family != '\0' && !is_text (product->family, LONGEST_NAME))
    *wrong = COLUMN_FAMILY;
  else if (!rc_enum_from_nick (RC_TYPE_OFFER_TYPE, values[COLUMN_OFFER_TYPE], &offer_type))
    *wrong = COLUMN_OFFER_TYPE;
  else if (!rc_enum_from_nick (RC_TYPE_LICENCE_KIND, values[COLUMN_LICENCE_KIND], &licence_kind))
    *wrong = COLUMN_LICENCE_KIND;
  else if (!read_segments (values[COLUMN_SEGMENTS], product))
    *wrong = COLUMN_SEGMENTS;
  else if (!read_yes (values[COLUMN_OPEN_TO_PA], &product->open_to_pa))
    *wrong = COLUMN_OPEN_TO_PA;
  else if (!g_ascii_string_to_unsigned (values[COLUMN_MIN_QUANTITY], 10, 1, G_MAXINT, &min_quantity, NULL))
    *wrong = COLUMN_MIN_QUANTITY;
  else if (values[COLUMN_RETIRED] != NULL && !read_yes (values[COLUMN_RETIRED], &product->retired))
    *wrong = COLUMN_RETIRED;
  if (*wrong >= 0)
    return NULL;
  product->offer_type = (RcOfferType) offer_type;
  product->licence_kind = (RcLicenceKind) licence_kind;
  product->min_quantity = (int) min_quantity;
  return g_steal_pointer (&product);
}

static void
refuse_value (RcCsvReader *reader, int column, GError **error)
{
  gulong line = (gulong) rc_csv_reader_get_line (reader);
  /* Translators: a line number, then the name of a column, such as min_quantity */
  g_autofree char *fault = g_strdup_printf (_ ("Line %lu of the catalog has no valid value for “%s”."), line,
                                            column_names[column]);
  g_autofree char *advice = NULL;

  if (column == COLUMN_MIN_QUANTITY)
    advice = g_strdup (_ ("Write a whole number of at least 1."));
  else if (column_values[column] == NULL)
    advice = g_strdup_printf (ngettext ("Write text of at most %d character.",
                                        "Write text of at most %d characters.",
                                        column == COLUMN_CODE ? LONGEST_CODE : LONGEST_NAME),
                              column == COLUMN_CODE ? LONGEST_CODE : LONGEST_NAME);
  else if (column == COLUMN_SEGMENTS)
    /* Translators: a list of words that stand in a file, such as “commercial, government, education” */
    advice = g_strdup_printf (_ ("Write one or more of these, with a space between them: %s."),
                              column_values[column]);
  else
    /* Translators: a list of words that stand in a file, such as “team, enterprise” */
    advice = g_strdup_printf (_ ("Write one of these: %s."), column_values[column]);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE, "%s %s", fault, advice);
}

/* (transfer full) (nullable) @codes: borrowed from the products, to their lines. */
static RcProductRecord *
take_product (RcCsvReader *reader, const char *const *values, GHashTable *codes, GError **error)
{
  g_autoptr (RcProductRecord) product = NULL;
  int wrong = -1;

  product = read_product (values, &wrong);
  if (product == NULL)
    refuse_value (reader, wrong, error);
  else if (g_hash_table_add (codes, product->code))
    return g_steal_pointer (&product);
  else
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                   /* Translators: a line number, then a product's code */
                   _ ("Line %lu of the catalog has the code %s, which an earlier line has too."),
                   (gulong) rc_csv_reader_get_line (reader), product->code);
    }
  return NULL;
}

static void
free_fault (gpointer data)
{
  RcCatalogueFault *fault = data;

  g_free (fault->code);
  g_free (fault->message);
  g_free (fault);
}

static void
add_fault (RcCatalogueFile *file, guint64 line, const char *code, const GError *error)
{
  RcCatalogueFault *fault = g_new0 (RcCatalogueFault, 1);

  fault->line = line;
  fault->code = rc_text_normalize_line (code, LONGEST_CODE);
  fault->message = g_strdup (error->message);
  g_ptr_array_add (file->faults, fault);
}

/* FALSE: it cannot be read on. */
static gboolean
read_lines (RcCsvReader *reader, const int places[N_COLUMNS], RcCatalogueFile *file,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) failure = NULL;
  const char *const *fields;

  while ((fields = rc_csv_reader_next (reader, cancellable, &failure)) != NULL)
    {
      const char *values[N_COLUMNS] = { NULL };
      guint n_fields = g_strv_length ((char **) fields);
      guint64 line = rc_csv_reader_get_line (reader);
      g_autoptr (GError) fault = NULL;
      RcProductRecord *product;

      for (int column = 0; column < N_COLUMNS; column++)
        if (places[column] >= 0)
          values[column] = (guint) places[column] < n_fields ? fields[places[column]] : "";
      product = take_product (reader, values, codes, &fault);
      if (product == NULL)
        {
          add_fault (file, line, values[COLUMN_CODE], fault);
          continue;
        }
      g_ptr_array_add (file->products, product);
      g_array_append_val (file->lines, line);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* How it is written is found by looking, as for the customers' import (IO-2). */
static RcCsvReader *
open_reader (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, LOOKED_AT);
  RcCsvFormat format;
  const void *start;
  gsize length;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), LOOKED_AT, cancellable, error) < 0)
    return NULL;
  start = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  rc_csv_format_detect (start, length, &format);
  return rc_csv_reader_new (buffered, &format);
}

/**
 * rc_catalogue_file_free:
 * @file: (transfer full): what was read
 */
void
rc_catalogue_file_free (RcCatalogueFile *file)
{
  g_ptr_array_unref (file->products);
  g_array_unref (file->lines);
  g_ptr_array_unref (file->faults);
  g_free (file);
}

/**
 * rc_catalogue_check:
 * @stream: CSV in any charset and with any separator of IO-2
 * @cancellable: (nullable): a cancellable
 * @error: what makes the whole file unreadable: RC_RULE_ERROR_CATALOGUE for a missing column; RC_CSV_ERROR; G_IO_ERROR
 *
 * Reads to the end, so that all that is wrong can be mended at once (PR-1).
 *
 * Returns: (transfer full) (nullable): the products of the lines that are right, and what is wrong with the others, each in
 *   the file's order
 */
RcCatalogueFile *
rc_catalogue_check (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcCatalogueFile) file = g_new0 (RcCatalogueFile, 1);
  g_autoptr (RcCsvReader) reader = NULL;
  int places[N_COLUMNS];

  file->products = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_product_record_free);
  file->lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  file->faults = g_ptr_array_new_with_free_func (free_fault);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  reader = open_reader (stream, cancellable, error);
  if (reader == NULL || !read_header (reader, places, cancellable, error)
      || !read_lines (reader, places, file, cancellable, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * rc_catalogue_read:
 * @stream: as for rc_catalogue_check()
 * @cancellable: (nullable): a cancellable
 * @error: RC_RULE_ERROR_CATALOGUE names the line and the column; RC_CSV_ERROR; G_IO_ERROR
 *
 * Returns: (transfer full) (element-type RcProductRecord) (nullable): the products in the file's order; %NULL where a line is
 *   wrong
 */
GPtrArray *
rc_catalogue_read (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcCatalogueFile) file = rc_catalogue_check (stream, cancellable, error);

  if (file == NULL)
    return NULL;
  if (file->faults->len == 0)
    return g_ptr_array_ref (file->products);
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                       ((RcCatalogueFault *) g_ptr_array_index (file->faults, 0))->message);
  return NULL;
}

/**
 * rc_catalogue_read_built_in:
 * @error: as for rc_catalogue_read()
 *
 * Returns: (transfer full) (element-type RcProductRecord) (nullable): what a new workspace starts with (PR-1)
 */
GPtrArray *
rc_catalogue_read_built_in (GError **error)
{
  g_autoptr (GInputStream) stream = g_resource_open_stream (rc_command_resources_get_resource (), BUILT_IN,
                                                            G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return stream != NULL ? rc_catalogue_read (stream, NULL, error) : NULL;
}
