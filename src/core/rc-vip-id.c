/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-vip-id.h"

#include "rc-random.h"

#include <string.h>

/* VIP IDs (CU-4). That an ID was never issued before is not known here: the store remembers every ID, also those of
 * removed customers, and the command asks for another one in the event of a collision. */

#define N_BYTES (RC_VIP_ID_LENGTH / 2)

/**
 * rc_vip_id_new:
 *
 * Makes an ID that nobody can guess.
 *
 * Returns: (transfer full): 20 upper-case hexadecimal digits (CU-4)
 */
char *
rc_vip_id_new (void)
{
  guint8 bytes[N_BYTES];
  GString *vip_id = g_string_sized_new (RC_VIP_ID_LENGTH);

  rc_random_fill (bytes, sizeof bytes);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (vip_id, "%02X", bytes[i]);
  return g_string_free (vip_id, FALSE);
}

/**
 * rc_vip_id_normalize:
 * @typed: (nullable): an ID as typed or pasted: in any case, with spaces anywhere
 *
 * Returns: (transfer full) (nullable): the ID, %NULL where this cannot be one
 */
char *
rc_vip_id_normalize (const char *typed)
{
  g_autoptr (GString) vip_id = g_string_new (NULL);

  for (const char *place = typed; place != NULL && *place != '\0'; place++)
    if (!g_ascii_isspace (*place))
      g_string_append_c (vip_id, g_ascii_toupper (*place));
  return rc_vip_id_is_valid (vip_id->str) ? g_string_free (g_steal_pointer (&vip_id), FALSE) : NULL;
}

/**
 * rc_vip_id_is_valid:
 * @vip_id: (nullable): what was read or typed
 *
 * Returns: whether @vip_id has the shape of an ID: 20 upper-case hexadecimal digits (CU-4)
 */
gboolean
rc_vip_id_is_valid (const char *vip_id)
{
  if (vip_id == NULL)
    return FALSE;
  return strspn (vip_id, "0123456789ABCDEF") == RC_VIP_ID_LENGTH && vip_id[RC_VIP_ID_LENGTH] == '\0';
}
