/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-successor-row"

#include "rc-successor-row.h"
#include "rc-format.h"
#include "rc-member-choices.h"
#include "rc-member.h"
#include "rc-picker.h"
#include <glib/gi18n-lib.h>

/**
 * RcSuccessorRow:
 *
 * To whom the customers of a member go that cannot look after them any more (TM-2): an active member who is no viewer. It
 * says how many there are; where there is none, nobody need be chosen.
 */

struct _RcSuccessorRow
{
  RcFieldRow parent_instance;

  RcPicker *picker; /* (borrowed) the control */

  GCancellable *cancellable; /* (owned) */
  gint64 n_customers; /* -1: not counted yet, or not countable */
};

G_DEFINE_FINAL_TYPE (RcSuccessorRow, rc_successor_row, RC_TYPE_FIELD_ROW)

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcSuccessorRow) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 count = rc_workspace_count_managed_finish (RC_WORKSPACE (source), result, &error);
  g_autofree char *number = rc_format_number (MAX (count, 0));
  g_autofree char *hint = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (count < 0)
    {
      rc_field_row_set_error (RC_FIELD_ROW (self), error->message);
      return;
    }
  self->n_customers = count;
  hint = g_strdup_printf (
      ngettext ("%s customer gets another manager.", "%s customers get another manager.", (gulong) count),
      number);
  rc_field_row_set_hint (RC_FIELD_ROW (self),
                         count > 0 ? hint : _ ("No customers are managed: leave it empty."));
}

static void
on_chosen (RcSuccessorRow *self)
{
  rc_field_row_set_error (RC_FIELD_ROW (self), NULL);
}

static void
rc_successor_row_dispose (GObject *object)
{
  g_cancellable_cancel (RC_SUCCESSOR_ROW (object)->cancellable);
  G_OBJECT_CLASS (rc_successor_row_parent_class)->dispose (object);
}

static void
rc_successor_row_finalize (GObject *object)
{
  g_clear_object (&RC_SUCCESSOR_ROW (object)->cancellable);
  G_OBJECT_CLASS (rc_successor_row_parent_class)->finalize (object);
}

static void
rc_successor_row_class_init (RcSuccessorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_successor_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_successor_row_finalize;
}

static void
rc_successor_row_init (RcSuccessorRow *self)
{
  self->cancellable = g_cancellable_new ();
  self->n_customers = -1;
  self->picker = g_object_new (RC_TYPE_PICKER, "placeholder", _ ("Choose a team member"), NULL);
  g_object_set (self, "title", _ ("_Customers go to"), "use-underline", TRUE, "control", self->picker, NULL);
  g_signal_connect_object (self->picker, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
}

static GListModel *
list_choices (RcWorkspace *workspace, gint64 member_id)
{
  GListModel *members = rc_workspace_get_members (workspace);
  GListStore *choices = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);
      const RcMemberRecord *record = rc_member_get_record (member);
      g_autofree char *key = rc_member_choices_get_key (record->id);
      g_autoptr (RcPickerItem) item = rc_picker_item_new (key, record->name, record->email, TRUE);

      if (record->status == RC_MEMBER_STATUS_ACTIVE && record->role != RC_ROLE_VIEWER
          && record->id != member_id)
        g_list_store_append (choices, item);
    }
  return G_LIST_MODEL (choices);
}

/**
 * rc_successor_row_set_up:
 * @self: a row
 * @workspace: a workspace
 * @member_id: whose customers they are
 *
 * Counts them, and lists to whom they can go.
 */
void
rc_successor_row_set_up (RcSuccessorRow *self, RcWorkspace *workspace, gint64 member_id)
{
  g_autoptr (GListModel) choices = list_choices (workspace, member_id);

  g_return_if_fail (RC_IS_SUCCESSOR_ROW (self));
  rc_picker_set_model (self->picker, choices);
  rc_workspace_count_managed_async (workspace, member_id, self->cancellable, on_counted, g_object_ref (self));
}

/**
 * rc_successor_row_get_member:
 * @self: a row
 *
 * Returns: the member that was chosen; 0: none
 */
gint64
rc_successor_row_get_member (RcSuccessorRow *self)
{
  g_return_val_if_fail (RC_IS_SUCCESSOR_ROW (self), 0);
  return rc_member_choices_get_id (rc_picker_get_selected (self->picker));
}

/**
 * rc_successor_row_check:
 * @self: a row
 *
 * Says beside the field that somebody has to be chosen, where there are customers. While they are being counted the command
 * is left to say it.
 *
 * Returns: whether nothing is wrong
 */
gboolean
rc_successor_row_check (RcSuccessorRow *self)
{
  gboolean is_missing;

  g_return_val_if_fail (RC_IS_SUCCESSOR_ROW (self), FALSE);
  is_missing = self->n_customers > 0 && rc_successor_row_get_member (self) == 0;
  if (is_missing)
    {
      rc_field_row_set_error (RC_FIELD_ROW (self), _ ("Choose who manages the customers from now on."));
      rc_field_row_focus (RC_FIELD_ROW (self));
    }
  return !is_missing;
}
