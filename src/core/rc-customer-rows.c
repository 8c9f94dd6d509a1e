/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-rows.h"

#include <gio/gio.h>
#include <string.h>

/* What an import adds: the data of customers that may be a million, kept in a quarter of the bytes that they have in the file.
 * They are written one after the other and read the same way; a single one can be looked at, at the price of its block. A row
 * is a mask of the values that it has, then these, each ended by a zero. A full block is compressed. */

#define ROWS_A_BLOCK 512
#define QUICKEST 1 /* of zlib's levels */

struct _RcCustomerRows
{
  gatomicrefcount ref_count;
  GPtrArray *blocks; /* (owned) of GBytes, compressed, of ROWS_A_BLOCK rows each */
  GByteArray *last; /* (owned) the rows behind these, as they are */
  guint n_rows;
  gsize n_compressed;
};

G_DEFINE_BOXED_TYPE (RcCustomerRows, rc_customer_rows, rc_customer_rows_ref, rc_customer_rows_unref)

/* Memory is all that it can fail for. */
static GByteArray *
convert (GConverter *converter, gconstpointer data, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 piece[16384];
      gsize n_read = 0;
      gsize n_written = 0;
      g_autoptr (GError) error = NULL;

      result = g_converter_convert (converter, data, length, piece, sizeof piece, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, &error);
      if (result == G_CONVERTER_ERROR)
        g_error ("Rows of customers are lost: %s", error->message);
      g_byte_array_append (out, piece, (guint) n_written);
      data = (const guint8 *) data + n_read;
      length -= n_read;
    }
  return out;
}

/* (transfer full): the rows of a block */
static GByteArray *
open_block (const RcCustomerRows *self, guint i)
{
  g_autoptr (GZlibDecompressor) decompressor = NULL;
  gsize length;
  gconstpointer data;

  if (i >= self->blocks->len)
    return g_byte_array_ref (self->last);
  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  data = g_bytes_get_data (g_ptr_array_index (self->blocks, i), &length);
  return convert (G_CONVERTER (decompressor), data, length);
}

static void
close_block (RcCustomerRows *self)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, QUICKEST);
  g_autoptr (GByteArray) packed = convert (G_CONVERTER (compressor), self->last->data, self->last->len);

  self->n_compressed += packed->len;
  g_ptr_array_add (self->blocks, g_bytes_new (packed->data, packed->len)); /* as many bytes as it needs */
  g_byte_array_set_size (self->last, 0);
}

/**
 * rc_customer_rows_new:
 *
 * Returns: (transfer full): rows, of which there are none yet
 */
RcCustomerRows *
rc_customer_rows_new (void)
{
  RcCustomerRows *self = g_new0 (RcCustomerRows, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->last = g_byte_array_new ();
  return self;
}

/**
 * rc_customer_rows_new_from_array:
 * @customers: (element-type RcCustomerData): customers' data
 *
 * Returns: (transfer full): the same as rows
 */
RcCustomerRows *
rc_customer_rows_new_from_array (GPtrArray *customers)
{
  RcCustomerRows *self = rc_customer_rows_new ();

  g_return_val_if_fail (customers != NULL, self);
  for (guint i = 0; i < customers->len; i++)
    rc_customer_rows_add (self, g_ptr_array_index (customers, i));
  return self;
}

/**
 * rc_customer_rows_ref:
 * @self: rows
 *
 * Returns: (transfer full): the same; from any thread
 */
RcCustomerRows *
rc_customer_rows_ref (RcCustomerRows *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * rc_customer_rows_unref:
 * @self: (transfer full): rows; from any thread
 */
void
rc_customer_rows_unref (RcCustomerRows *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_byte_array_unref (self->last);
  g_free (self);
}

/**
 * rc_customer_rows_add:
 * @self: rows that nobody reads yet
 * @customer: what the next one says; copied
 */
void
rc_customer_rows_add (RcCustomerRows *self, const RcCustomerData *customer)
{
  guint32 mask = 0;

  G_STATIC_ASSERT (RC_N_CUSTOMER_FIELDS <= 32);
  g_return_if_fail (self != NULL && customer != NULL);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    mask |= customer->values[i] != NULL ? 1u << i : 0;
  g_byte_array_append (self->last, (const guint8 *) &mask, sizeof mask);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (customer->values[i] != NULL)
      g_byte_array_append (self->last, (const guint8 *) customer->values[i],
                           (guint) strlen (customer->values[i]) + 1);
  if (++self->n_rows % ROWS_A_BLOCK == 0)
    close_block (self);
}

/**
 * rc_customer_rows_get_n:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
rc_customer_rows_get_n (const RcCustomerRows *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

/**
 * rc_customer_rows_get_size:
 * @self: rows
 *
 * Returns: how many bytes their texts take
 */
gsize
rc_customer_rows_get_size (const RcCustomerRows *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_compressed + self->last->len;
}

/**
 * rc_customer_rows_dup:
 * @self: rows
 * @row: which one, from 0
 *
 * Returns: (transfer full): what it says
 */
RcCustomerData *
rc_customer_rows_dup (const RcCustomerRows *self, guint row)
{
  g_auto (RcCustomerRowsReader) reader = { 0 };
  RcCustomerData data = { 0 };

  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);
  rc_customer_rows_reader_init (&reader, self);
  reader.next = row - row % ROWS_A_BLOCK;
  while (reader.next <= row)
    rc_customer_rows_reader_next (&reader, &data);
  return rc_customer_data_pack (&data);
}

/**
 * rc_customer_rows_reader_init:
 * @self: (out caller-allocates): stands before the first row
 * @rows: rows, which must live as long
 */
void
rc_customer_rows_reader_init (RcCustomerRowsReader *self, const RcCustomerRows *rows)
{
  *self = (RcCustomerRowsReader){ .rows = rows };
}

/**
 * rc_customer_rows_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): what the next row says; its texts are the reader's, up to the next call
 *
 * Returns: whether there was another one
 */
gboolean
rc_customer_rows_reader_next (RcCustomerRowsReader *self, RcCustomerData *row)
{
  guint32 mask;

  if (self->next >= self->rows->n_rows)
    return FALSE;
  if (self->next % ROWS_A_BLOCK == 0 || self->block == NULL)
    {
      g_clear_pointer (&self->block, g_byte_array_unref);
      self->block = open_block (self->rows, self->next / ROWS_A_BLOCK);
      self->position = 0;
    }
  memcpy (&mask, self->block->data + self->position, sizeof mask);
  self->position += sizeof mask;
  *row = (RcCustomerData){ 0 };
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if ((mask & 1u << i) != 0)
      {
        row->values[i] = (char *) self->block->data + self->position;
        self->position += strlen (row->values[i]) + 1;
      }
  self->next++;
  return TRUE;
}

/**
 * rc_customer_rows_reader_clear:
 * @self: a reader that is not needed any more
 */
void
rc_customer_rows_reader_clear (RcCustomerRowsReader *self)
{
  g_clear_pointer (&self->block, g_byte_array_unref);
}
