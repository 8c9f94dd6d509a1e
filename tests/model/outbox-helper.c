/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-outbox-round.h"

#include <locale.h>

/* Sends what waits in a workspace to a server on this computer. test-outbox kills it in the middle. */

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcStore) store = NULL;
  g_autoptr (RcClock) clock = rc_clock_new_fixed (rc_date_new (2023, 3, 15), 0);
  g_autoptr (RcMailServer) server = rc_mail_server_new ();
  g_autofree char *owner = rc_outbox_owner_new ();
  g_autoptr (RcOutboxRoundResult) result = NULL;
  RcOutboxRound round = { .clock = clock, .server = server, .owner = owner };

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 3);
  store = rc_store_open (argv[1], FALSE, NULL, &error);
  g_assert_no_error (error);
  server->host = g_strdup ("localhost");
  server->port = (int) g_ascii_strtoll (argv[2], NULL, 10);
  server->security = RC_MAIL_SECURITY_NONE;
  server->sender_name = g_strdup ("Reseller");
  server->sender_email = g_strdup ("team@reseller.example");
  round.store = store;
  result = rc_outbox_round_run (&round);
  rc_store_close (store);
  return result->end == RC_OUTBOX_ROUND_DONE ? 0 : 1;
}
