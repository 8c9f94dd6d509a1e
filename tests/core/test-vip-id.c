/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-vip-id.h"

#include <glib.h>

/* VIP IDs (CU-4). */

static void
test_shape (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "0123456789ABCDEF0123", TRUE },
    { NULL, FALSE },
    { "", FALSE },
    { "0123456789ABCDEF012", FALSE },
    { "0123456789ABCDEF01234", FALSE },
    { "0123456789abcdef0123", FALSE },
    { "0123456789ABCDEF012G", FALSE },
    { "0123456789ABCDEF012 ", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rc_vip_id_is_valid (cases[i].text), ==, cases[i].valid);
}

static void
test_normalize (void)
{
  g_autofree char *vip_id = rc_vip_id_normalize (" 01234567 89abcdef\t0123\n");

  g_assert_cmpstr (vip_id, ==, "0123456789ABCDEF0123");
  g_assert_null (rc_vip_id_normalize ("0123456789-ABCDEF0123"));
  g_assert_null (rc_vip_id_normalize (NULL));
}

/* Each place shows every digit, in many IDs of which no two are the same. */
static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint digits[RC_VIP_ID_LENGTH] = { 0 };

  for (int i = 0; i < 5000; i++)
    {
      char *vip_id = rc_vip_id_new ();

      g_assert_true (rc_vip_id_is_valid (vip_id));
      for (int place = 0; place < RC_VIP_ID_LENGTH; place++)
        digits[place] |= 1U << g_ascii_xdigit_value (vip_id[place]);
      g_assert_true (g_hash_table_add (seen, vip_id));
    }
  for (int place = 0; place < RC_VIP_ID_LENGTH; place++)
    g_assert_cmphex (digits[place], ==, 0xFFFF);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vip-id/shape", test_shape); /* CU-4 */
  g_test_add_func ("/vip-id/as-typed", test_normalize);
  g_test_add_func ("/vip-id/random-and-unique", test_random); /* CU-4 */
  return g_test_run ();
}
