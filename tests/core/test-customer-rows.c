/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-rows.h"

/* More than a few blocks of them, with what is long, empty, missing or beyond ASCII. */
#define N_ROWS 2600
#define MOST_BYTES_A_ROW 40

static RcCustomerData *
make_row (guint i)
{
  RcCustomerData *row = rc_customer_data_new ();
  g_autofree char *name = g_strdup_printf ("Łódź %u", i);
  g_autofree char *email = g_strdup_printf ("office%u@example.org", i);

  rc_customer_data_set (row, RC_CUSTOMER_FIELD_NAME, name);
  rc_customer_data_set (row, RC_CUSTOMER_FIELD_EMAIL, email);
  rc_customer_data_set (row, RC_CUSTOMER_FIELD_COUNTRY, "PL");
  if (i % 3 == 0)
    rc_customer_data_set (row, RC_CUSTOMER_FIELD_REGION, "");
  if (i == 700)
    {
      g_autofree char *street = g_strnfill (100000, 'x');

      rc_customer_data_set (row, RC_CUSTOMER_FIELD_STREET, street);
    }
  if (i % 7 == 0)
    rc_customer_data_set (row, RC_CUSTOMER_FIELD_ACCEPTED_ON, "2026-03-10");
  return row;
}

static RcCustomerRows *
make_rows (guint n_rows)
{
  RcCustomerRows *rows = rc_customer_rows_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (RcCustomerData) row = make_row (i);

      rc_customer_rows_add (rows, row);
    }
  return rows;
}

static void
assert_row (const RcCustomerData *row, guint i)
{
  g_autoptr (RcCustomerData) expected = make_row (i);

  for (guint field = 0; field < RC_N_CUSTOMER_FIELDS; field++)
    g_assert_cmpstr (row->values[field], ==, expected->values[field]);
}

static void
test_in_order (void)
{
  static const guint sizes[] = { 0, 1, 511, 512, 513, 1024, N_ROWS };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RcCustomerRows) rows = make_rows (sizes[i]);
      g_auto (RcCustomerRowsReader) reader = { 0 };
      RcCustomerData row;
      guint n_rows = 0;

      rc_customer_rows_reader_init (&reader, rows);
      while (rc_customer_rows_reader_next (&reader, &row))
        assert_row (&row, n_rows++);
      g_assert_cmpuint (n_rows, ==, sizes[i]);
      g_assert_cmpuint (rc_customer_rows_get_n (rows), ==, sizes[i]);
    }
}

static void
test_one_by_one (void)
{
  static const guint places[] = { N_ROWS - 1, 0, 512, 511, 700, 1024, 2559, 2560 };
  g_autoptr (RcCustomerRows) rows = make_rows (N_ROWS);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (RcCustomerData) row = rc_customer_rows_dup (rows, places[i]);

      assert_row (row, places[i]);
    }
}

static void
test_small (void)
{
  g_autoptr (RcCustomerRows) rows = make_rows (512 * 20);

  g_assert_cmpuint (rc_customer_rows_get_size (rows), <, MOST_BYTES_A_ROW * 512 * 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-rows/in-order", test_in_order);
  g_test_add_func ("/customer-rows/one-by-one", test_one_by_one);
  g_test_add_func ("/customer-rows/small", test_small);
  return g_test_run ();
}
