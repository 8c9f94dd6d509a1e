/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-picker-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: model (GListModel of RcPickerItem), selected (the key; "": none), placeholder, selected-label (read only). */
#define RC_TYPE_PICKER (rc_picker_get_type ())
G_DECLARE_FINAL_TYPE (RcPicker, rc_picker, RC, PICKER, GtkWidget)

void rc_picker_set_model (RcPicker *self, GListModel *model);
const char *rc_picker_get_selected (RcPicker *self);
void rc_picker_set_selected (RcPicker *self, const char *key);
const char *rc_picker_get_selected_label (RcPicker *self);
GtkWidget *rc_picker_get_button (RcPicker *self);

G_END_DECLS
