/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-outbox-bar"

#include "rc-outbox-bar.h"

#include "rc-format.h"
#include "rc-style.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * RcOutboxBar:
 *
 * What is to be known above the list of messages: that some are due and wait for a word (MS-1), and why those that were
 * written are not on their way (MS-2). It is not there where nothing is to be said.
 */

struct _RcOutboxBar
{
  GtkWidget parent_instance;

  GtkWidget *clamp; /* (borrowed) template child */
  GtkWidget *due_box; /* (borrowed) template child */
  GtkLabel *due_label; /* (borrowed) template child */
  GtkWidget *state_box; /* (borrowed) template child */
  GtkLabel *state_label; /* (borrowed) template child */
  GtkWidget *try_button; /* (borrowed) template child */
  GtkWidget *set_up_button; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) */
  RcOutbox *outbox; /* (owned) */
  RcDueMessages *due; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcOutboxBar, rc_outbox_bar, GTK_TYPE_WIDGET)

static void
show_due (RcOutboxBar *self)
{
  guint64 count = rc_due_messages_get_to_review (self->due);
  g_autofree char *number = rc_format_number ((gint64) count);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s message about a past due authorization or a renewal is due, and not written yet.",
                "%s messages about past due authorizations and renewals are due, and not written yet.",
                (gulong) count),
      number);

  gtk_label_set_text (self->due_label, text);
  gtk_widget_set_visible (self->due_box, count > 0);
}

/* (transfer full) (nullable) */
static char *
describe_off (RcOutboxBar *self)
{
  guint64 n_waiting = 0;
  g_autofree char *number = NULL;

  g_object_get (self->workspace, "waiting-messages", &n_waiting, NULL);
  if (n_waiting == 0)
    return NULL;
  if (rc_workspace_is_sample (self->workspace))
    return g_strdup (_ ("The messages of the sample workspace are never sent."));
  number = rc_format_number ((gint64) n_waiting);
  return g_strdup_printf (ngettext ("%s message waits to be opened in the mail program or saved.",
                                    "%s messages wait to be opened in the mail program or saved.",
                                    (gulong) n_waiting),
                          number);
}

static void
show_state (RcOutboxBar *self)
{
  RcOutboxState state = rc_outbox_get_state (self->outbox);
  g_autofree char *text =
      state == RC_OUTBOX_STATE_OFF ? describe_off (self) : g_strdup (rc_outbox_get_text (self->outbox));

  gtk_label_set_text (self->state_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->try_button,
                          state == RC_OUTBOX_STATE_PAUSED || state == RC_OUTBOX_STATE_ELSEWHERE);
  gtk_widget_set_visible (self->set_up_button,
                          (state == RC_OUTBOX_STATE_OFF || state == RC_OUTBOX_STATE_PAUSED)
                              && !rc_workspace_is_sample (self->workspace));
  gtk_widget_set_visible (self->state_box, text != NULL);
}

static void
rc_outbox_bar_dispose (GObject *object)
{
  RcOutboxBar *self = RC_OUTBOX_BAR (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->outbox);
  g_clear_object (&self->due);
  G_OBJECT_CLASS (rc_outbox_bar_parent_class)->dispose (object);
}

static void
rc_outbox_bar_class_init (RcOutboxBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_outbox_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-outbox-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, clamp);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, due_box);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, due_label);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, state_box);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, state_label);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, try_button);
  gtk_widget_class_bind_template_child (widget_class, RcOutboxBar, set_up_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_outbox_bar_init (RcOutboxBar *self)
{
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
}

/**
 * rc_outbox_bar_new:
 * @workspace: a workspace
 * @outbox: what sends its messages
 * @due: what is due in it
 *
 * Returns: (transfer none): a bar that follows all three
 */
GtkWidget *
rc_outbox_bar_new (RcWorkspace *workspace, RcOutbox *outbox, RcDueMessages *due)
{
  RcOutboxBar *self = g_object_new (RC_TYPE_OUTBOX_BAR, NULL);

  self->workspace = g_object_ref (workspace);
  self->outbox = g_object_ref (outbox);
  self->due = g_object_ref (due);
  g_signal_connect_object (due, "notify::to-review", G_CALLBACK (show_due), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "notify", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::waiting-messages", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_due (self);
  show_state (self);
  return GTK_WIDGET (self);
}
