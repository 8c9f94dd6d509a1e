/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-product-line.h"

/* A product's code with a quantity. It knows nothing of the catalogue: whether the product exists, and how many
 * may be had of it, is for the command that holds the line (PA-1, OR-1). */

/**
 * rc_product_line_new:
 * @product_code: a product's code, UTF-8; copied
 * @quantity: how many licences
 *
 * Returns: (transfer full): a line, to be freed with rc_product_line_free()
 */
RcProductLine *
rc_product_line_new (const char *product_code, int quantity)
{
  RcProductLine *line;

  g_return_val_if_fail (product_code != NULL, NULL);

  line = g_new0 (RcProductLine, 1);
  line->product_code = g_strdup (product_code);
  line->quantity = quantity;
  return line;
}

/**
 * rc_product_line_copy:
 * @line: a line
 *
 * Returns: (transfer full): a line with the same product and quantity
 */
RcProductLine *
rc_product_line_copy (const RcProductLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);
  return rc_product_line_new (line->product_code, line->quantity);
}

/**
 * rc_product_line_free:
 * @line: (nullable) (transfer full): a line
 */
void
rc_product_line_free (RcProductLine *line)
{
  if (line == NULL)
    return;
  g_free (line->product_code);
  g_free (line);
}

/**
 * rc_product_lines_new:
 *
 * Returns: (transfer full) (element-type RcProductLine): an empty array that owns the lines put into it
 */
GPtrArray *
rc_product_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rc_product_line_free);
}

/**
 * rc_product_lines_copy:
 * @lines: (element-type RcProductLine): lines
 *
 * Returns: (transfer full) (element-type RcProductLine): a new array with a copy of each line, in the same order
 */
GPtrArray *
rc_product_lines_copy (GPtrArray *lines)
{
  GPtrArray *copy = rc_product_lines_new ();

  g_return_val_if_fail (lines != NULL, copy);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (copy, rc_product_line_copy (g_ptr_array_index (lines, i)));
  return copy;
}
