/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"

G_BEGIN_DECLS

void rc_quantity_input_set_up (GtkSpinButton *button, RcFieldRow *row);
int rc_quantity_input_get_typed (GtkSpinButton *button);
char *rc_quantity_input_get_fault (GtkSpinButton *button);

G_END_DECLS
