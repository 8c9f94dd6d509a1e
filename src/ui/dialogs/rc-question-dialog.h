/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "answered" (gboolean confirmed), once; then the window closes itself. */
#define RC_TYPE_QUESTION_DIALOG (rc_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcQuestionDialog, rc_question_dialog, RC, QUESTION_DIALOG, AdwWindow)

GtkWindow *rc_question_dialog_new (GtkWindow *parent, const char *heading, const char *body,
                                   const char *keep_label, const char *confirm_label);

G_END_DECLS
