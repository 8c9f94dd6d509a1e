/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_STATE_PAGE (rc_state_page_get_type ())
G_DECLARE_FINAL_TYPE (RcStatePage, rc_state_page, RC, STATE_PAGE, GtkWidget)

void rc_state_page_set_state (RcStatePage *self, RcListState state);
void rc_state_page_set_empty (RcStatePage *self, const char *icon_name, const char *title,
                              const char *description);
void rc_state_page_set_error (RcStatePage *self, const char *message);

G_END_DECLS
