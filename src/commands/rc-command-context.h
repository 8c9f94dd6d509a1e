/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"
#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* What a command finds while it is applied: the open transaction, who runs it, the policy, and where to write what it did. */
struct _RcCommandContext
{
  RcDatabase *database; /* (borrowed) in a transaction */
  const RcPolicy *policy; /* (borrowed) */
  RcDate today;
  gint64 now; /* µs, UTC */
  RcMemberRecord *actor; /* (borrowed) */
  gint64 seq; /* the change number that rows get */
  RcChangeSet *changes; /* (borrowed) */
};

/* Runs @command in one transaction: role, idempotency, validate, apply, activity, mails, commit. */
RcCommandResult *rc_command_run (RcCommand *command, RcDatabase *database, gint64 now, RcChangeSet **changes,
                                 GError **error);

G_END_DECLS
