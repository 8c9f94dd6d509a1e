/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-random.h"

#include <errno.h>
#include <sys/random.h>

/* Random bytes that nobody can guess, for VIP IDs (CU-4) and codes (CH-2). GLib's own random numbers can be guessed. */

/**
 * rc_random_fill:
 * @bytes: (out caller-allocates) (array length=n_bytes): where the bytes go
 * @n_bytes: how many
 *
 * Fills @bytes from the system's secure source of random numbers. The program stops where the kernel has none, since what
 * can be guessed would be worse.
 */
void
rc_random_fill (guint8 *bytes, gsize n_bytes)
{
  gsize have = 0;

  while (have < n_bytes)
    {
      gssize got = getrandom (bytes + have, n_bytes - have, 0);

      if (got > 0)
        have += (gsize) got;
      else if (errno != EINTR)
        g_error ("The system gave no random numbers: %s", g_strerror (errno));
    }
}
