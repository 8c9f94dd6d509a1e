/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-line-list"

#include "rc-line-list.h"
#include "rc-format.h"
#include "rc-records.h"
#include "rc-value-row.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-line-list
 *
 * The lines of a purchase authorization as rows that are read: product, how many licences, for how many months.
 */

static char *
describe_line (const RcLineRecord *line)
{
  g_autofree char *number = rc_format_number (line->quantity);
  /* Translators: %s is a number with separators */
  g_autofree char *licences =
      g_strdup_printf (ngettext ("%s license", "%s licenses", (gulong) line->quantity), number);
  g_autofree char *months =
      g_strdup_printf (ngettext ("%d month", "%d months", (gulong) line->months), line->months);

  /* Translators: "12 licenses · 7 months" */
  return g_strdup_printf (_ ("%s · %s"), licences, months);
}

/**
 * rc_line_list_fill:
 * @list: an empty list
 * @lines: of RcLineRecord
 *
 * Adds a row for each line.
 */
void
rc_line_list_fill (GtkListBox *list, GPtrArray *lines)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list) && lines != NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);
      g_autofree char *text = describe_line (line);

      gtk_list_box_append (list, rc_value_row_new (line->product_name, text));
    }
}
