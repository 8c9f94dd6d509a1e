/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include <gdk/gdk.h>

G_BEGIN_DECLS

void rc_style_load (GdkDisplay *display);
char **rc_style_choose_term_classes (const char *plain, RcTermState state);
char **rc_style_choose_classes (const char *plain, RcRequestState state);

G_END_DECLS
