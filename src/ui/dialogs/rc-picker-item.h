/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Properties: key, label (construct-only), detail, enabled. */
#define RC_TYPE_PICKER_ITEM (rc_picker_item_get_type ())
G_DECLARE_FINAL_TYPE (RcPickerItem, rc_picker_item, RC, PICKER_ITEM, GObject)

RcPickerItem *rc_picker_item_new (const char *key, const char *label, const char *detail, gboolean enabled);
const char *rc_picker_item_get_key (RcPickerItem *self);
const char *rc_picker_item_get_label (RcPickerItem *self);
const char *rc_picker_item_get_detail (RcPickerItem *self);
gboolean rc_picker_item_get_enabled (RcPickerItem *self);
void rc_picker_item_set_state (RcPickerItem *self, gboolean enabled, const char *detail);
gboolean rc_picker_item_matches (RcPickerItem *self, const char *const *words);

G_END_DECLS
