/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-mail-account.h"
#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_MAIL_PAGE (rc_mail_page_get_type ())
G_DECLARE_FINAL_TYPE (RcMailPage, rc_mail_page, RC, MAIL_PAGE, AdwPreferencesPage)

void rc_mail_page_set_workspace (RcMailPage *self, RcWorkspace *workspace);

G_END_DECLS
