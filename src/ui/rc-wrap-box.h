/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children stand beside each other, and go to further lines where there is no room. Property: spacing (px, between children
 * and between lines). */
#define RC_TYPE_WRAP_BOX (rc_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (RcWrapBox, rc_wrap_box, RC, WRAP_BOX, GtkWidget)

G_END_DECLS
