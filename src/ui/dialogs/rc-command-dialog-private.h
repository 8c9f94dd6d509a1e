/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

/* What the two files of RcCommandDialog share: rc-command-dialog.c and rc-command-dialog-properties.c. */
typedef struct
{
  /* Template children. */
  GtkWidget *header_bar; /* (borrowed) */
  GtkLabel *subtitle_label; /* (borrowed) */
  GtkWidget *answers; /* (borrowed) */
  GtkWidget *error_revealer; /* (borrowed) */
  GtkLabel *error_label; /* (borrowed) */
  GtkSpinner *spinner; /* (borrowed) */
  GtkStack *states; /* (borrowed) */
  AdwStatusPage *problem_page; /* (borrowed) */
  AdwBin *content; /* (borrowed) */
  GtkWidget *leave_button; /* (borrowed) in the header bar */
  AdwBin *footer; /* (borrowed) */
  GtkWidget *run_button; /* (borrowed) in the header bar */
  GtkWidget *confirm_button; /* (borrowed) its twin of a confirmation */
  GtkWidget *keep_button; /* (borrowed) */

  RcWorkspace *workspace; /* (owned) */
  gint64 customer_id;
  RcMembershipRecord *membership; /* (owned) (nullable) until it was read */
  GCancellable *cancellable; /* (owned) */
  char *run_label; /* (owned) */
  char *cancel_label; /* (owned) */
  char *subtitle; /* (owned) */
  int n_done; /* what the commands of this run have changed */
  gboolean confirmation;
  gboolean destructive;
  gboolean compact; /* too little room for the buttons beside the title */
  guint compact_source; /* 0: none */
  gboolean can_run;
  gboolean running;
  gboolean leaving; /* nothing is asked any more */
} RcCommandDialogPrivate;

RcCommandDialogPrivate *rc_command_dialog_get_private (RcCommandDialog *self);
void rc_command_dialog_update_actions (RcCommandDialog *self);
void rc_command_dialog_update_shape (RcCommandDialog *self);
void rc_command_dialog_install_properties (GObjectClass *object_class);

G_END_DECLS
