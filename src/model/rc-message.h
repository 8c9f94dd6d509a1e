/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A mail as the list and its reader show it. Properties: kind, recipient, subject, status, created, sent, body, failure (texts);
 * id, loaded, message-status (RcMessageStatus). */
#define RC_TYPE_MESSAGE (rc_message_get_type ())
G_DECLARE_FINAL_TYPE (RcMessage, rc_message, RC, MESSAGE, RcTextItem)

RcMessage *rc_message_new (gint64 id);
void rc_message_update (RcMessage *self, RcMessageRecord *record, GTimeZone *zone); /* takes the record */
gint64 rc_message_get_id (RcMessage *self);
const RcMessageRecord *rc_message_get_record (RcMessage *self); /* (nullable) until loaded */

G_END_DECLS
