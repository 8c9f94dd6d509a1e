/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal-item.h"

#include "rc-format.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A line of the renewal history. Immutable. */

struct _RcRenewalItem
{
  RcTextItem parent_instance;
};

typedef enum
{
  TEXT_NUMBER = 1,
  TEXT_DATE,
  TEXT_OLD_ANNIVERSARY_DATE,
  TEXT_NEW_ANNIVERSARY_DATE,
  TEXT_LINES,
  TEXT_CHANGES
} RcRenewalItemText;

static const char *const TEXT_NAMES[] = { "number", "date",   "old-anniversary-date", "new-anniversary-date",
                                          "lines",  "changes" };

G_DEFINE_FINAL_TYPE (RcRenewalItem, rc_renewal_item, RC_TYPE_TEXT_ITEM)

static void
rc_renewal_item_class_init (RcRenewalItemClass *klass)
{
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
}

static void
rc_renewal_item_init (RcRenewalItem *self)
{
}

/* The order of a renewal: it says whose term's licences it paid for. (nullable) */
static const RcOrderRecord *
find_order (GPtrArray *orders, const char *number)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const RcOrderRecord *order = g_ptr_array_index (orders, i);

      if (g_str_equal (order->number, number))
        return order;
    }
  return NULL;
}

static int
count_lines (GPtrArray *lines, gint64 product_id)
{
  int quantity = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);

      if (line->product_id == product_id)
        quantity += line->quantity - line->returned;
    }
  return quantity;
}

static int
count_in_term (GPtrArray *orders, int term, gint64 product_id)
{
  int quantity = 0;

  for (guint i = 0; i < orders->len; i++)
    {
      const RcOrderRecord *order = g_ptr_array_index (orders, i);

      if (order->term == term)
        quantity += count_lines (order->lines, product_id);
    }
  return quantity;
}

static void
append_change (GString *text, const char *product, int before, int after)
{
  g_autofree char *before_number = rc_format_number (before);
  g_autofree char *after_number = rc_format_number (after);

  if (before == after)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (before == 0)
    /* Translators: a product's name, and how many licences of it came with a renewal */
    g_string_append_printf (text, _ ("%s: %s, new"), product, after_number);
  else if (after == 0)
    /* Translators: a product's name, and how many licences of it a renewal left out */
    g_string_append_printf (text, _ ("%s: %s left out"), product, before_number);
  else
    /* Translators: a product's name, and how many licences of it there were before and after a renewal */
    g_string_append_printf (text, _ ("%s: %s → %s"), product, before_number, after_number);
}

/* What the term before had and this one does not. */
static void
append_left_out (GString *text, GPtrArray *orders, int term, GPtrArray *lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (seen, &((RcLineRecord *) g_ptr_array_index (lines, i))->product_id);
  for (guint i = 0; i < orders->len; i++)
    {
      const RcOrderRecord *order = g_ptr_array_index (orders, i);

      for (guint j = 0; order->term == term && j < order->lines->len; j++)
        {
          RcLineRecord *line = g_ptr_array_index (order->lines, j);

          if (g_hash_table_add (seen, &line->product_id))
            append_change (text, line->product_name, count_in_term (orders, term, line->product_id), 0);
        }
    }
}

/* (transfer full) */
static char *
describe_changes (const RcRenewalRecord *record, GPtrArray *orders)
{
  const RcOrderRecord *order = find_order (orders, record->order_number);
  g_autoptr (GString) text = g_string_new (NULL);

  if (order == NULL)
    return g_strdup ("");
  for (guint i = 0; i < record->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (record->lines, i);

      append_change (text, line->product_name, count_in_term (orders, order->term - 1, line->product_id),
                     line->quantity);
    }
  append_left_out (text, orders, order->term - 1, record->lines);
  if (text->len == 0)
    g_string_append (text, _ ("Quantities as in the term before"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rc_renewal_item_new:
 * @record: a processed renewal order
 * @orders: (element-type RcOrderRecord): all orders of its customer
 *
 * Returns: (transfer full): a line
 */
RcRenewalItem *
rc_renewal_item_new (const RcRenewalRecord *record, GPtrArray *orders)
{
  RcTextItem *item = g_object_new (RC_TYPE_RENEWAL_ITEM, NULL);

  rc_text_item_set (item, TEXT_NUMBER, record->order_number);
  rc_text_item_take (item, TEXT_DATE, rc_format_date_long (record->date));
  rc_text_item_take (item, TEXT_OLD_ANNIVERSARY_DATE, rc_format_date_long (record->old_anniversary_date));
  rc_text_item_take (item, TEXT_NEW_ANNIVERSARY_DATE, rc_format_date_long (record->new_anniversary_date));
  rc_text_item_take (item, TEXT_LINES, rc_words_lines (record->lines));
  rc_text_item_take (item, TEXT_CHANGES, describe_changes (record, orders));
  return RC_RENEWAL_ITEM (item);
}
