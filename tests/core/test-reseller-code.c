/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-code.h"

#include <string.h>

/* Codes for a change of reseller (CH-2). */

#define LOOK_ALIKES "01258BILOSUVZ"

static void
test_normalize (void)
{
  static const struct
  {
    const char *typed;
    const char *code;
  } cases[] = {
    { "34679ACDEF", "34679ACDEF" },
    { " 34679-acdef\n", "34679ACDEF" },
    { "3 4 6 7 9 A C D E F", "34679ACDEF" },
    { NULL, NULL },
    { "", NULL },
    { "34679ACDE", NULL },
    { "34679ACDEFG", NULL },
    { "34679ACDE0", NULL },
    { "34679ACDEé", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = rc_reseller_code_normalize (cases[i].typed);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

/* CH-2: each place shows every letter, none that looks like another one, and no two codes are the same. */
static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean shown[RC_RESELLER_CODE_LENGTH][128] = { 0 };

  for (int i = 0; i < 3000; i++)
    {
      char *code = rc_reseller_code_new ();
      g_autofree char *again = rc_reseller_code_normalize (code);

      g_assert_cmpstr (again, ==, code);
      g_assert_null (strpbrk (code, LOOK_ALIKES));
      for (int place = 0; place < RC_RESELLER_CODE_LENGTH; place++)
        shown[place][(int) code[place]] = TRUE;
      g_assert_true (g_hash_table_add (seen, code));
    }
  for (int place = 0; place < RC_RESELLER_CODE_LENGTH; place++)
    for (int letter = 0; letter < 128; letter++)
      g_assert_true (
          shown[place][letter]
          == (g_ascii_isalnum (letter) && !g_ascii_islower (letter) && strchr (LOOK_ALIKES, letter) == NULL));
}

/* As another program computes it: Python's hashlib.pbkdf2_hmac ("sha256", code, bytes (range (16)), 20000). */
static void
test_digest (void)
{
  static const guint8 salt_bytes[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
  g_autoptr (GBytes) salt = g_bytes_new_static (salt_bytes, sizeof salt_bytes);
  g_autoptr (GBytes) digest = rc_reseller_code_digest ("34679ACDEF", salt);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (digest, &size);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  g_assert_cmpstr (text->str, ==, "4c802ccc7bab5c48dddf7e4846e8d809330cd644a674990b5518aae19a1412aa");
}

static void
test_matches (void)
{
  g_autoptr (GBytes) salt = rc_reseller_code_new_salt ();
  g_autoptr (GBytes) other_salt = rc_reseller_code_new_salt ();
  g_autofree char *code = rc_reseller_code_new ();
  g_autofree char *other = rc_reseller_code_new ();
  g_autoptr (GBytes) digest = rc_reseller_code_digest (code, salt);
  g_autoptr (GBytes) begin = g_bytes_new_from_bytes (digest, 0, 8);

  g_assert_true (rc_reseller_code_matches (code, salt, digest));
  g_assert_false (rc_reseller_code_matches (other, salt, digest));
  g_assert_false (rc_reseller_code_matches (code, other_salt, digest));
  g_assert_false (rc_reseller_code_matches (code, salt, begin));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reseller-code/as-typed", test_normalize);
  g_test_add_func ("/reseller-code/random-without-look-alikes", test_random); /* CH-2 */
  g_test_add_func ("/reseller-code/digest", test_digest); /* CH-2 */
  g_test_add_func ("/reseller-code/matches", test_matches);
  return g_test_run ();
}
