/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-mail-account.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* Where the sending of a workspace's messages stands (MS-2). */
typedef enum
{
  RC_OUTBOX_STATE_OFF, /* nobody wants them sent from here */
  RC_OUTBOX_STATE_IDLE, /* nothing is to be sent now */
  RC_OUTBOX_STATE_SENDING,
  RC_OUTBOX_STATE_OFFLINE,
  RC_OUTBOX_STATE_ELSEWHERE, /* another window or program sends */
  RC_OUTBOX_STATE_PAUSED /* something is wrong; it is tried again later */
} RcOutboxState;

/* Sends the messages of a workspace in a thread of its own, as the account says. Properties: state (RcOutboxState), text
 * (what is to be said of it; NULL: nothing). */
#define RC_TYPE_OUTBOX (rc_outbox_get_type ())
G_DECLARE_FINAL_TYPE (RcOutbox, rc_outbox, RC, OUTBOX, GObject)

RcOutbox *rc_outbox_new (RcWorkspace *workspace, RcMailAccount *account);
RcMailAccount *rc_outbox_get_account (RcOutbox *self);
RcOutboxState rc_outbox_get_state (RcOutbox *self);
const char *rc_outbox_get_text (RcOutbox *self);
void rc_outbox_try_now (RcOutbox *self);
void rc_outbox_close (RcOutbox *self);

G_END_DECLS
