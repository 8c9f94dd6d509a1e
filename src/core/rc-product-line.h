/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A product and how many of it: a line of a purchase authorization or of an order. A value type. */
typedef struct
{
  char *product_code; /* (owned) UTF-8 */
  int quantity;
} RcProductLine;

RcProductLine *rc_product_line_new (const char *product_code, int quantity);
RcProductLine *rc_product_line_copy (const RcProductLine *line);
void rc_product_line_free (RcProductLine *line);

/* Lines in a command or record are a GPtrArray of RcProductLine that owns them. */
GPtrArray *rc_product_lines_new (void);
GPtrArray *rc_product_lines_copy (GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcProductLine, rc_product_line_free)

G_END_DECLS
