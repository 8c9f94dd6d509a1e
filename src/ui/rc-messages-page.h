/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-due-messages.h"
#include "rc-log-page.h"
#include "rc-outbox.h"

G_BEGIN_DECLS

/* Signal: "told" (text): what was done, in a sentence. */
#define RC_TYPE_MESSAGES_PAGE (rc_messages_page_get_type ())
G_DECLARE_FINAL_TYPE (RcMessagesPage, rc_messages_page, RC, MESSAGES_PAGE, RcLogPage)

void rc_messages_page_set_workspace (RcMessagesPage *self, RcWorkspace *workspace, RcOutbox *outbox,
                                     RcDueMessages *due);

G_END_DECLS
