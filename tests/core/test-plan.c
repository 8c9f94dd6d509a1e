/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-plan.h"
#include "rc-product-line.h"

#include <glib.h>

/* Licences and lines (PR-4, PA-1, PA-6, OR-4). */

static void
test_totals (void)
{
  RcPlan plan = { .ordered = 10, .pending = 5, .assigned = 12 };

  g_assert_cmpint (rc_plan_total (&plan), ==, 15);
  g_assert_cmpint (rc_plan_available (&plan), ==, 3);
}

static void
test_withdraw (void)
{
  RcPlan plan = { .ordered = 10, .pending = 5, .assigned = 12 };

  g_assert_true (rc_plan_can_withdraw (&plan, 0));
  g_assert_true (rc_plan_can_withdraw (&plan, 3));
  g_assert_false (rc_plan_can_withdraw (&plan, 4));
  plan.assigned = 0;
  g_assert_true (rc_plan_can_withdraw (&plan, 15));
  g_assert_false (rc_plan_can_withdraw (&plan, 16));
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (GPtrArray) copy = NULL;
  RcProductLine *line;

  g_ptr_array_add (lines, rc_product_line_new ("A-1", 3));
  g_ptr_array_add (lines, rc_product_line_new ("B-2", 7));
  copy = rc_product_lines_copy (lines);
  ((RcProductLine *) g_ptr_array_index (lines, 1))->quantity = 8;
  g_assert_cmpuint (copy->len, ==, 2);
  line = g_ptr_array_index (copy, 1);
  g_assert_cmpstr (line->product_code, ==, "B-2");
  g_assert_cmpint (line->quantity, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/totals", test_totals); /* PR-4 */
  g_test_add_func ("/plan/withdraw-what-is-unassigned", test_withdraw); /* PA-6, OR-4 */
  g_test_add_func ("/plan/lines-are-copied", test_lines); /* PA-1 */
  return g_test_run ();
}
