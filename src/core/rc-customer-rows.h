/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"

G_BEGIN_DECLS

/* Customers' data by the million. Once it is filled it is immutable; reference counted. */
typedef struct _RcCustomerRows RcCustomerRows;

#define RC_TYPE_CUSTOMER_ROWS (rc_customer_rows_get_type ())
GType rc_customer_rows_get_type (void);

RcCustomerRows *rc_customer_rows_new (void);
RcCustomerRows *rc_customer_rows_new_from_array (GPtrArray *customers); /* of RcCustomerData */
RcCustomerRows *rc_customer_rows_ref (RcCustomerRows *self);
void rc_customer_rows_unref (RcCustomerRows *self);
void rc_customer_rows_add (RcCustomerRows *self, const RcCustomerData *customer);
guint rc_customer_rows_get_n (const RcCustomerRows *self);
gsize rc_customer_rows_get_size (const RcCustomerRows *self); /* bytes */
RcCustomerData *rc_customer_rows_dup (const RcCustomerRows *self, guint row);

/* One after the other, on the stack. */
typedef struct
{
  const RcCustomerRows *rows; /* (borrowed) */
  guint next;
  GByteArray *block; /* (owned) (nullable) where the next row is in */
  gsize position; /* of the next row in it */
} RcCustomerRowsReader;
void rc_customer_rows_reader_init (RcCustomerRowsReader *self, const RcCustomerRows *rows);
gboolean rc_customer_rows_reader_next (RcCustomerRowsReader *self, RcCustomerData *row);
void rc_customer_rows_reader_clear (RcCustomerRowsReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerRows, rc_customer_rows_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcCustomerRowsReader, rc_customer_rows_reader_clear)

G_END_DECLS
