/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What cannot be done with a customer now, and why. */
#define RC_TYPE_WHY_POPOVER (rc_why_popover_get_type ())
G_DECLARE_FINAL_TYPE (RcWhyPopover, rc_why_popover, RC, WHY_POPOVER, GtkPopover)

void rc_why_popover_set_membership (RcWhyPopover *self, RcMembership *membership);

G_END_DECLS
