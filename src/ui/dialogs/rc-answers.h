/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_ANSWERS rc_answers_get_type ()
G_DECLARE_FINAL_TYPE (RcAnswers, rc_answers, RC, ANSWERS, GtkWidget)

G_END_DECLS
