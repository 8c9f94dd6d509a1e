/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-outbox-round.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Who holds the outbox's lease: this start of this machine, this process, this window; so that one whose process ended
 * without giving it back need not be waited for. */

#define BOOT_ID "/proc/sys/kernel/random/boot_id"
#define PID_NAMESPACE "/proc/self/ns/pid"

/* "boot/namespace/": numbers of processes mean something only where both are the same. */
static char *
make_place (void)
{
  g_autofree char *boot = NULL;
  char namespace[64];
  gssize length = readlink (PID_NAMESPACE, namespace, sizeof namespace - 1);

  if (length <= 0 || !g_file_get_contents (BOOT_ID, &boot, NULL, NULL))
    return NULL;
  namespace[length] = '\0';
  return g_strdup_printf ("%s/%s/", g_strstrip (boot), namespace);
}

/**
 * rc_outbox_owner_new:
 *
 * Returns: (transfer full): a name that no other holder of a lease has
 */
char *
rc_outbox_owner_new (void)
{
  g_autofree char *place = make_place ();
  g_autofree char *random = g_uuid_string_random ();

  return g_strdup_printf ("%s%d/%s", place != NULL ? place : "?/?/", (int) getpid (), random);
}

/**
 * rc_outbox_owner_is_gone:
 * @owner: (nullable): a holder's name
 *
 * Returns: whether its process is known not to run any more; %FALSE where that cannot be known
 */
gboolean
rc_outbox_owner_is_gone (const char *owner)
{
  g_autofree char *place = make_place ();
  gint64 pid;

  if (owner == NULL || place == NULL || !g_str_has_prefix (owner, place))
    return FALSE;
  pid = g_ascii_strtoll (owner + strlen (place), NULL, 10);
  return pid > 0 && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}
