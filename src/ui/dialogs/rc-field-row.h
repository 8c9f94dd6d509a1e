/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties: control (GtkWidget: a GtkEditable, an RcPicker or another one), hint, error (both text, NULL or "": none),
 * visited (gboolean, read only). The title is AdwPreferencesRow's, with mnemonic. Signal: "left": the keyboard left it. */
#define RC_TYPE_FIELD_ROW (rc_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcFieldRow, rc_field_row, RC, FIELD_ROW, AdwPreferencesRow)

struct _RcFieldRowClass
{
  AdwPreferencesRowClass parent_class;
};

GtkWidget *rc_field_row_get_control (RcFieldRow *self);
const char *rc_field_row_get_value (RcFieldRow *self);
void rc_field_row_set_value (RcFieldRow *self, const char *value);
const char *rc_field_row_get_error (RcFieldRow *self);
void rc_field_row_set_error (RcFieldRow *self, const char *error);
void rc_field_row_set_hint (RcFieldRow *self, const char *hint);
gboolean rc_field_row_get_visited (RcFieldRow *self);
void rc_field_row_focus (RcFieldRow *self);

G_END_DECLS
