/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_style_load (GdkDisplay *display);
char **rc_style_choose_term_classes (const char *plain, RcTermState state);
char **rc_style_choose_classes (const char *plain, RcRequestState state);
void rc_style_fit_texts (GtkWidget *root);
gboolean rc_style_is_narrow (GtkWidget *widget, int width);
void rc_style_suggest (GtkWidget *button, gboolean is_suggested);

G_END_DECLS
