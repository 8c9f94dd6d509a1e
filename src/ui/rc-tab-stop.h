/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Holds a list of rows, however long, that is one stop for Tab: the arrows go from row to row, Tab goes on behind the list. */
#define RC_TYPE_TAB_STOP (rc_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (RcTabStop, rc_tab_stop, RC, TAB_STOP, AdwBin)

G_END_DECLS
