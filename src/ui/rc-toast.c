/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-toast"

#include "rc-toast.h"

/*
 * An overlay shows one toast after the other. Who is quick would read about what was done long before: what was done last is
 * said at once, in place of what came before. What stays until somebody has read it comes back afterwards.
 */

#define LAST_TOAST "rc-last-toast"

/**
 * rc_toast_show:
 * @overlay: where it is shown
 * @toast: (transfer full): what was done last
 *
 * Shows @toast at once.
 */
void
rc_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  AdwToast *before;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));
  before = g_object_get_data (G_OBJECT (overlay), LAST_TOAST);
  if (before != NULL && adw_toast_get_timeout (before) > 0)
    adw_toast_dismiss (before);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), LAST_TOAST, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}
