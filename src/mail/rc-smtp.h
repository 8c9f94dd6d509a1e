/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-mail-server.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of one attempt to hand a message in. */
typedef enum
{
  RC_SMTP_SENT, /* the server said that it has it */
  RC_SMTP_REFUSED, /* it will never take this message */
  RC_SMTP_LATER, /* it did not take this message now */
  RC_SMTP_SERVER, /* something is wrong with the server or the account: any message would have met it */
  RC_SMTP_UNCLEAR, /* the whole message was handed over, and no answer came */
  RC_SMTP_STOPPED /* cancelled before the whole message was handed over */
} RcSmtpResult;

typedef struct
{
  RcSmtpResult result;
  char *words; /* (owned) (nullable) the server's, or why there are none */
} RcSmtpOutcome;

RcSmtpOutcome *rc_smtp_send (const RcMailServer *server, const char *to_email, GBytes *mail,
                             GCancellable *cancellable);
void rc_smtp_outcome_free (RcSmtpOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcSmtpOutcome, rc_smtp_outcome_free)

G_END_DECLS
