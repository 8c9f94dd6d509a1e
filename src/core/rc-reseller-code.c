/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-code.h"

#include "rc-random.h"

#include <string.h>

/* Codes for a change of reseller (CH-2): made, read as people type them, and compared with the digest that is stored. How
 * long one is valid and how often one is sent is the commands' business. */

/* No two of these look alike on paper or on a screen: 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V are left out. */
#define ALPHABET "34679ACDEFGHJKMNPQRTWXY"
#define N_LETTERS (sizeof ALPHABET - 1)
#define SALT_BYTES 16
#define DIGEST_BYTES 32
/* As many rounds as take some hundredths of a second: nobody notices them once, and who tries all codes does. */
#define ROUNDS 20000

/**
 * rc_reseller_code_new:
 *
 * Returns: (transfer full): RC_RESELLER_CODE_LENGTH characters that nobody can guess (CH-2)
 */
char *
rc_reseller_code_new (void)
{
  const guint8 highest =
      (guint8) (G_MAXUINT8 / N_LETTERS * N_LETTERS); /* above it some letters were likelier */
  char *code = g_malloc0 (RC_RESELLER_CODE_LENGTH + 1);
  gsize length = 0;

  while (length < RC_RESELLER_CODE_LENGTH)
    {
      guint8 byte;

      rc_random_fill (&byte, 1);
      if (byte < highest)
        code[length++] = ALPHABET[byte % N_LETTERS];
    }
  return code;
}

/**
 * rc_reseller_code_normalize:
 * @typed: (nullable): a code as typed: in any case, with spaces and hyphens anywhere
 *
 * Returns: (transfer full) (nullable): the code, %NULL where this cannot be one
 */
char *
rc_reseller_code_normalize (const char *typed)
{
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *place = typed; place != NULL && *place != '\0'; place++)
    if (*place != ' ' && *place != '-' && *place != '\t' && *place != '\n')
      g_string_append_c (code, g_ascii_toupper (*place));
  if (code->len != RC_RESELLER_CODE_LENGTH || strspn (code->str, ALPHABET) != code->len)
    return NULL;
  return g_string_free (g_steal_pointer (&code), FALSE);
}

/**
 * rc_reseller_code_new_salt:
 *
 * Returns: (transfer full): random bytes, so that equal codes have different digests
 */
GBytes *
rc_reseller_code_new_salt (void)
{
  guint8 salt[SALT_BYTES];

  rc_random_fill (salt, sizeof salt);
  return g_bytes_new (salt, sizeof salt);
}

static void
authenticate (const char *code, const guint8 *data, gsize size, guint8 mac[DIGEST_BYTES])
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) code, strlen (code));
  gsize length = DIGEST_BYTES;

  g_hmac_update (hmac, data, (gssize) size);
  g_hmac_get_digest (hmac, mac, &length);
}

/**
 * rc_reseller_code_digest:
 * @code: a code
 * @salt: what rc_reseller_code_new_salt() gave
 *
 * Computes the first block of PBKDF2 with HMAC-SHA-256 (RFC 8018), so that the code cannot be found from it in good time.
 *
 * Returns: (transfer full): 32 bytes
 */
GBytes *
rc_reseller_code_digest (const char *code, GBytes *salt)
{
  static const guint8 first_block[] = { 0, 0, 0, 1 };
  g_autoptr (GByteArray) start = g_byte_array_new ();
  guint8 mac[DIGEST_BYTES], digest[DIGEST_BYTES];
  gsize size;
  const guint8 *bytes;

  g_return_val_if_fail (code != NULL && salt != NULL, NULL);

  bytes = g_bytes_get_data (salt, &size);
  g_byte_array_append (start, bytes, (guint) size);
  g_byte_array_append (start, first_block, sizeof first_block);
  authenticate (code, start->data, start->len, mac);
  memcpy (digest, mac, sizeof digest);
  for (int round = 1; round < ROUNDS; round++)
    {
      authenticate (code, mac, sizeof mac, mac);
      for (gsize i = 0; i < sizeof digest; i++)
        digest[i] ^= mac[i];
    }
  return g_bytes_new (digest, sizeof digest);
}

/**
 * rc_reseller_code_matches:
 * @code: a code
 * @salt: the salt of @digest
 * @digest: what is stored
 *
 * Compares in a time that does not tell how much of it is right.
 *
 * Returns: whether @digest is that of @code
 */
gboolean
rc_reseller_code_matches (const char *code, GBytes *salt, GBytes *digest)
{
  g_autoptr (GBytes) own = rc_reseller_code_digest (code, salt);
  gsize own_size, size;
  const guint8 *a = g_bytes_get_data (own, &own_size);
  const guint8 *b = g_bytes_get_data (digest, &size);
  volatile guint8 differences = 0;

  if (size != own_size)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    differences = (guint8) (differences | (a[i] ^ b[i]));
  return differences == 0;
}
