/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_WELCOME_PAGE (rc_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (RcWelcomePage, rc_welcome_page, RC, WELCOME_PAGE, GtkWidget)

G_END_DECLS
