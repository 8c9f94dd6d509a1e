/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks the name of a page of help/C, so that a test sees that it is there. */
#define RC_HELP_PAGE(page) (page)

char *rc_help_make_uri (const char *page);
void rc_help_show (GtkWidget *widget, const char *page);
void rc_help_attach (GtkWidget *window, const char *page);
char *rc_help_make_link (const char *sentence, const char *page);
void rc_help_follow_links (GtkLabel *label);

G_END_DECLS
