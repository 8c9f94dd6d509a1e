/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_COMMAND_DIALOG (rc_command_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcCommandDialog, rc_command_dialog, RC, COMMAND_DIALOG, AdwWindow)

/* Properties: workspace, customer-id (int64, construct-only; 0: none is loaded), confirmation (gboolean, construct-only: a
 * question with two buttons beneath instead of a form), destructive, can-run, run-label, cancel-label, subtitle, child, footer (stays in
 * sight where the child is scrolled).
 * Signal: "completed" (RcCommandResult *, borrowed during the emission); then the dialog closes itself. */
struct _RcCommandDialogClass
{
  AdwWindowClass parent_class;

  /* What to run; NULL with @error: shown. NULL without: the fields say what is wrong. */
  RcCommand *(*create_command) (RcCommandDialog *self, GError **error);
  gboolean (*is_modified) (RcCommandDialog *self); /* leaving asks first; NULL: never */
  /* The customer was read: fills the fields. NULL: the dialog needs nothing of it. */
  void (*show_membership) (RcCommandDialog *self, const RcMembershipRecord *membership);
  gboolean (*advance) (RcCommandDialog *self); /* TRUE: went a step on instead of running */
  gboolean (*go_back) (RcCommandDialog *self); /* TRUE: went a step back instead of leaving */
  gboolean (*wants_more) (RcCommandDialog *self); /* TRUE: another command follows the one just run */
  gboolean (*may_skip) (RcCommandDialog *self, const GError *error); /* TRUE: goes on in spite of it */
};

RcWorkspace *rc_command_dialog_get_workspace (RcCommandDialog *self);
const RcMembershipRecord *rc_command_dialog_get_membership (RcCommandDialog *self);
gint64 rc_command_dialog_get_customer_id (RcCommandDialog *self);
RcPaRecord *rc_command_dialog_find_pa (RcCommandDialog *self, gint64 pa_id);
void rc_command_dialog_show_error (RcCommandDialog *self, const char *message);
void rc_command_dialog_show_problem (RcCommandDialog *self, const char *message);
void rc_command_dialog_set_can_run (RcCommandDialog *self, gboolean can_run);
void rc_command_dialog_focus_first (RcCommandDialog *self);

G_END_DECLS
