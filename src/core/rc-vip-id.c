/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-vip-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* VIP IDs (CU-4). That an ID was never issued before is not known here: the store remembers every ID, also those of
 * removed customers, and the command asks for another one in the event of a collision. */

#define N_BYTES (RC_VIP_ID_LENGTH / 2)

/**
 * rc_vip_id_new:
 *
 * Makes an ID from the system's secure source of random numbers. The program stops where the kernel has none,
 * since a guessable ID would be worse.
 *
 * Returns: (transfer full): 20 upper-case hexadecimal digits (CU-4)
 */
char *
rc_vip_id_new (void)
{
  guint8 bytes[N_BYTES];
  gsize have = 0;
  GString *vip_id = g_string_sized_new (RC_VIP_ID_LENGTH);

  while (have < sizeof bytes)
    {
      gssize got = getrandom (bytes + have, sizeof bytes - have, 0);

      if (got > 0)
        have += (gsize) got;
      else if (errno != EINTR)
        g_error ("The system gave no random numbers: %s", g_strerror (errno));
    }
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (vip_id, "%02X", bytes[i]);
  return g_string_free (vip_id, FALSE);
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
