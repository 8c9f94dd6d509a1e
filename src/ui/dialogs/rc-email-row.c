/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-email-row"

#include "rc-email-row.h"
#include "rc-command-dialog.h"
#include "rc-email.h"

/**
 * RcEmailRow:
 *
 * The field for an e-mail address (CU-3), which says what is wrong with it once the keyboard has left it.
 */

struct _RcEmailRow
{
  RcFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (RcEmailRow, rc_email_row, RC_TYPE_FIELD_ROW)

static void
on_text_changed (RcEmailRow *self)
{
  if (rc_field_row_get_visited (RC_FIELD_ROW (self)))
    rc_email_row_check (self);
}

static void
on_left (RcEmailRow *self)
{
  rc_email_row_check (self);
}

static void
rc_email_row_class_init (RcEmailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-email-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
rc_email_row_init (RcEmailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_email_row_check:
 * @self: a row in an #RcCommandDialog
 *
 * Returns: whether there is an address that can be right; where not, the row says why
 */
gboolean
rc_email_row_check (RcEmailRow *self)
{
  RcFieldRow *row = RC_FIELD_ROW (self);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), RC_TYPE_COMMAND_DIALOG);
  g_autoptr (GError) error = NULL;
  g_autofree char *email = NULL;

  g_return_val_if_fail (dialog != NULL, FALSE);
  email = rc_email_normalize (
      rc_field_row_get_value (row),
      rc_workspace_get_policy (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (dialog))), &error);
  rc_field_row_set_error (row, email == NULL ? error->message : NULL);
  return email != NULL;
}
