/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-number.h"

/* Numbers as people type them. */

static const struct
{
  const char *text;
  gint64 number; /* -1: none */
} cases[] = {
  { "0", 0 },
  { "7", 7 },
  { " 25 ", 25 },
  { "007", 7 },
  { "10001", 10001 },
  { "1 000", 1000 },
  { "1\u00a0000", 1000 },
  { "10\u202f000", 10000 },
  { "1.000", 1000 },
  { "1,250", 1250 },
  { "1'250", 1250 },
  { "1 000 000", 1000000 },
  { "999999999999999", 999999999999999 },
  { "1000000000000000", -1 },
  { "99999999999999999999", -1 },
  { "", -1 },
  { " ", -1 },
  { "7.5", -1 },
  { "1 2", -1 },
  { "1000,000", -1 },
  { "1,0000", -1 },
  { "1,000.000", -1 },
  { "1,000,00", -1 },
  { "1,", -1 },
  { ",100", -1 },
  { "1,,000", -1 },
  { "-5", -1 },
  { "+5", -1 },
  { "1e3", -1 },
  { "12x", -1 },
  { "0x10", -1 },
  { "\uff11\uff12", -1 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (rc_number_parse (cases[i].text, &number), ==, cases[i].number >= 0);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  return g_test_run ();
}
