/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-adaptive-layout.h"

G_BEGIN_DECLS

void rc_pane_header_follow (GtkWidget *header, GtkWidget *back_button, RcPane pane);

G_END_DECLS
