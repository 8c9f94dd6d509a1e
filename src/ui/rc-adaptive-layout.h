/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  RC_PANE_SIDEBAR,
  RC_PANE_LIST,
  RC_PANE_DETAIL
} RcPane;

#define RC_TYPE_ADAPTIVE_LAYOUT (rc_adaptive_layout_get_type ())
G_DECLARE_FINAL_TYPE (RcAdaptiveLayout, rc_adaptive_layout, RC, ADAPTIVE_LAYOUT, GtkWidget)

void rc_adaptive_layout_show_pane (RcAdaptiveLayout *self, RcPane pane);
int rc_adaptive_layout_guess_list_width (RcAdaptiveLayout *self, int width);
gboolean rc_adaptive_layout_get_folded (RcAdaptiveLayout *self);
gboolean rc_adaptive_layout_get_narrow (RcAdaptiveLayout *self);

G_END_DECLS
