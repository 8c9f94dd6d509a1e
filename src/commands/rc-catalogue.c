/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-catalogue.h"

#include "rc-command-resources.h"
#include "rc-csv-reader.h"
#include "rc-enum-types.h"
#include "rc-records.h"
#include "rc-rule-error.h"

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

static const char *const column_names[N_COLUMNS] = {
  "code", "name", "family", "offer_type", "licence_kind", "segments", "open_to_pa", "min_quantity", "retired",
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
  if (*product->code == '\0')
    *wrong = COLUMN_CODE;
  else if (*product->name == '\0')
    *wrong = COLUMN_NAME;
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

static gboolean
has_code (GPtrArray *products, const char *code)
{
  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (((RcProductRecord *) g_ptr_array_index (products, i))->code, code))
      return TRUE;
  return FALSE;
}

static gboolean
add_product (RcCsvReader *reader, const char *const *fields, const int places[N_COLUMNS], GPtrArray *products,
             GError **error)
{
  const char *values[N_COLUMNS] = { NULL };
  guint n_fields = g_strv_length ((char **) fields);
  RcProductRecord *product;
  int wrong = -1;

  for (int column = 0; column < N_COLUMNS; column++)
    if (places[column] >= 0)
      values[column] = (guint) places[column] < n_fields ? fields[places[column]] : "";
  product = read_product (values, &wrong);
  if (product != NULL && !has_code (products, product->code))
    {
      g_ptr_array_add (products, product);
      return TRUE;
    }
  if (product != NULL)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                   /* Translators: a line number, then a product's code */
                   _ ("Line %lu of the catalog has the code %s, which an earlier line has too."),
                   (gulong) rc_csv_reader_get_line (reader), product->code);
      rc_product_record_free (product);
      return FALSE;
    }
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
               /* Translators: a line number, then the name of a column, such as min_quantity */
               _ ("Line %lu of the catalog has no valid value for “%s”."),
               (gulong) rc_csv_reader_get_line (reader), column_names[wrong]);
  return FALSE;
}

/* Where @faults is not NULL, a line that is wrong is told there and passed over. */
static GPtrArray *
read_all (GInputStream *stream, GPtrArray *faults, GCancellable *cancellable, GError **error)
{
  const RcCsvFormat format = { "UTF-8", ',' };
  g_autoptr (RcCsvReader) reader = rc_csv_reader_new (stream, &format);
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_product_record_free);
  g_autoptr (GError) fault = NULL;
  int places[N_COLUMNS];
  const char *const *fields;

  if (!read_header (reader, places, cancellable, error))
    return NULL;
  while ((fields = rc_csv_reader_next (reader, cancellable, &fault)) != NULL)
    {
      if (add_product (reader, fields, places, products, &fault))
        continue;
      if (faults == NULL)
        break;
      g_ptr_array_add (faults, g_strdup (fault->message));
      g_clear_error (&fault);
    }
  if (fault == NULL)
    return g_steal_pointer (&products);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/**
 * rc_catalogue_read:
 * @stream: CSV in UTF-8 with commas
 * @cancellable: (nullable): a cancellable
 * @error: RC_RULE_ERROR_CATALOGUE names the line and the column; RC_CSV_ERROR; G_IO_ERROR
 *
 * Returns: (transfer full) (element-type RcProductRecord) (nullable): the products in the file's order
 */
GPtrArray *
rc_catalogue_read (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  return read_all (stream, NULL, cancellable, error);
}

/**
 * rc_catalogue_check:
 * @stream: CSV in UTF-8 with commas
 * @faults: (element-type utf8): takes a sentence for each line that is wrong, with its number, in the file's order
 * @cancellable: (nullable): a cancellable
 * @error: what makes the whole file unreadable: RC_RULE_ERROR_CATALOGUE for a missing column; RC_CSV_ERROR; G_IO_ERROR
 *
 * Reads as rc_catalogue_read() does, but to the end, so that all faults can be mended at once.
 *
 * Returns: (transfer full) (element-type RcProductRecord) (nullable): the products of the lines that are right
 */
GPtrArray *
rc_catalogue_check (GInputStream *stream, GPtrArray *faults, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (faults != NULL, NULL);
  return read_all (stream, faults, cancellable, error);
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
