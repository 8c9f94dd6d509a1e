/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rc_toast_show (AdwToastOverlay *overlay, AdwToast *toast);
void rc_toast_show_with_button (AdwToastOverlay *overlay, AdwToast *toast, GtkWidget *button);

G_END_DECLS
