/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal-batch.h"

#include "rc-format.h"
#include "rc-renew-membership.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* Renewal orders of many customers at once: read one after the other, numbered by a pattern, and run one transaction
 * each, so that what one refuses leaves the others alone. It knows of no widget. */

#define LONGEST_NUMBER 35 /* characters, as the workspace stores them */
#define MOST_DIGITS 9 /* of a running number */

struct _RcRenewalBatch
{
  GObject parent_instance;

  RcWorkspace *workspace; /* (owned) */
  GArray *customer_ids; /* (owned) of gint64 */
  GPtrArray *drafts; /* (owned) of RcRenewalDraft */
  RcDate date; /* of all orders */
  guint next; /* what is read or run now */
  double fraction;
  gboolean checked; /* faults are shown from now on */
  gboolean proposing; /* what changes is our own doing */
};

typedef enum
{
  PROP_FRACTION = 1
} RcRenewalBatchProperty;
static GParamSpec *properties[PROP_FRACTION + 1];

typedef enum
{
  SIGNAL_CHANGED
} RcRenewalBatchSignal;
static guint signals[SIGNAL_CHANGED + 1];

static GType
rc_renewal_batch_get_item_type (GListModel *model)
{
  return RC_TYPE_RENEWAL_DRAFT;
}

static guint
rc_renewal_batch_get_n_items (GListModel *model)
{
  return RC_RENEWAL_BATCH (model)->drafts->len;
}

static gpointer
rc_renewal_batch_get_item (GListModel *model, guint position)
{
  RcRenewalBatch *self = RC_RENEWAL_BATCH (model);

  return position < self->drafts->len ? g_object_ref (g_ptr_array_index (self->drafts, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = rc_renewal_batch_get_item_type;
  interface->get_n_items = rc_renewal_batch_get_n_items;
  interface->get_item = rc_renewal_batch_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RcRenewalBatch, rc_renewal_batch, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_fraction (RcRenewalBatch *self, guint done, guint total)
{
  self->fraction = total > 0 ? (double) done / total : 1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
rc_renewal_batch_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcRenewalBatchProperty) property_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, RC_RENEWAL_BATCH (object)->fraction);
      break;
    }
}

static void
rc_renewal_batch_finalize (GObject *object)
{
  RcRenewalBatch *self = RC_RENEWAL_BATCH (object);

  g_object_unref (self->workspace);
  g_array_unref (self->customer_ids);
  g_ptr_array_unref (self->drafts);
  G_OBJECT_CLASS (rc_renewal_batch_parent_class)->finalize (object);
}

static void
rc_renewal_batch_class_init (RcRenewalBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rc_renewal_batch_get_property;
  object_class->finalize = rc_renewal_batch_finalize;
  properties[PROP_FRACTION] = g_param_spec_double (
      "fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", RC_TYPE_RENEWAL_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rc_renewal_batch_init (RcRenewalBatch *self)
{
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * rc_renewal_batch_new:
 * @workspace: a workspace
 * @customer_ids: (element-type gint64): whose memberships are to be renewed; copied
 *
 * Returns: (transfer full): an empty list, until rc_renewal_batch_load_async()
 */
RcRenewalBatch *
rc_renewal_batch_new (RcWorkspace *workspace, GArray *customer_ids)
{
  RcRenewalBatch *self = g_object_new (RC_TYPE_RENEWAL_BATCH, NULL);

  self->workspace = g_object_ref (workspace);
  self->customer_ids = g_array_copy (customer_ids);
  self->date = rc_workspace_get_today (workspace);
  return self;
}

static void
on_draft_changed (RcRenewalBatch *self)
{
  if (self->proposing)
    return;
  if (self->checked)
    rc_renewal_batch_check (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_draft (RcRenewalBatch *self, const RcMembershipRecord *membership)
{
  const RcActionContext context = { rc_workspace_get_today (self->workspace),
                                    rc_workspace_get_policy (self->workspace),
                                    rc_workspace_get_my_role (self->workspace) };
  RcRenewalDraft *draft =
      rc_renewal_draft_new (membership, rc_workspace_get_products (self->workspace), &context);

  g_signal_connect_object (draft, "notify::ticked", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::number", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->drafts, draft);
  g_list_model_items_changed (G_LIST_MODEL (self), self->drafts->len - 1, 0, 1);
}

static void read_next (GTask *task);

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RcRenewalBatch *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) membership =
      rc_workspace_load_membership_finish (RC_WORKSPACE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (membership != NULL)
    add_draft (self, membership);
  self->next++;
  set_fraction (self, self->next, self->customer_ids->len);
  read_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_next (GTask *task)
{
  RcRenewalBatch *self = g_task_get_source_object (task);

  if (self->next < self->customer_ids->len && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      rc_workspace_load_membership_async (self->workspace,
                                          g_array_index (self->customer_ids, gint64, self->next),
                                          g_task_get_cancellable (task), on_read, task);
      return;
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * rc_renewal_batch_load_async:
 * @self: an empty batch
 * @cancellable: (nullable): stops reading
 * @callback: called when all were read
 * @user_data: for @callback
 *
 * Reads the customers one after the other; each is in the list at once. Those that are gone are passed over.
 */
void
rc_renewal_batch_load_async (RcRenewalBatch *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RC_IS_RENEWAL_BATCH (self) && self->drafts->len == 0);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_renewal_batch_load_async);
  read_next (task);
}

/**
 * rc_renewal_batch_load_finish:
 * @self: a batch
 * @result: of rc_renewal_batch_load_async()
 * @error: G_IO_ERROR_CANCELLED; RC_STORE_ERROR
 *
 * Returns: whether all were read
 */
gboolean
rc_renewal_batch_load_finish (RcRenewalBatch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * rc_renewal_batch_set_date:
 * @self: a batch
 * @date: of all its orders
 */
void
rc_renewal_batch_set_date (RcRenewalBatch *self, RcDate date)
{
  g_return_if_fail (RC_IS_RENEWAL_BATCH (self));
  self->date = date;
  if (self->checked)
    rc_renewal_batch_check (self, NULL);
}

/**
 * rc_renewal_batch_propose_numbers:
 * @self: a batch
 * @prefix: what stands before each number
 * @first: the first running number, 1 to 9 digits, whose zeros in front are kept; else nothing is proposed
 *
 * Numbers the drafts that can be run, in their order. A number typed into a row stays.
 */
void
rc_renewal_batch_propose_numbers (RcRenewalBatch *self, const char *prefix, const char *first)
{
  gsize n_digits = strspn (first, "0123456789");
  gboolean valid = n_digits > 0 && n_digits <= MOST_DIGITS && first[n_digits] == '\0';
  gint64 number = valid ? g_ascii_strtoll (first, NULL, 10) : 0;

  g_return_if_fail (RC_IS_RENEWAL_BATCH (self));
  self->proposing = TRUE;
  for (guint i = 0; i < self->drafts->len; i++)
    {
      RcRenewalDraft *draft = g_ptr_array_index (self->drafts, i);
      g_autofree char *proposal = NULL;

      if (rc_renewal_draft_get_state (draft) == RC_RENEWAL_DRAFT_STATE_REFUSED
          || rc_renewal_draft_get_state (draft) == RC_RENEWAL_DRAFT_STATE_DONE)
        continue;
      proposal = valid ? g_strdup_printf ("%s%0*" G_GINT64_FORMAT, prefix, (int) n_digits, number++) : NULL;
      rc_renewal_draft_propose_number (draft, proposal != NULL ? proposal : "");
    }
  self->proposing = FALSE;
  on_draft_changed (self);
}

/**
 * rc_renewal_batch_count_ticked:
 * @self: a batch
 *
 * Returns: how many are to be run
 */
guint
rc_renewal_batch_count_ticked (RcRenewalBatch *self)
{
  guint count = 0;

  g_return_val_if_fail (RC_IS_RENEWAL_BATCH (self), 0);
  for (guint i = 0; i < self->drafts->len; i++)
    count += rc_renewal_draft_get_ticked (g_ptr_array_index (self->drafts, i)) ? 1 : 0;
  return count;
}

/**
 * rc_renewal_batch_count:
 * @self: a batch
 * @state: what became of them
 *
 * Returns: of how many that is true
 */
guint
rc_renewal_batch_count (RcRenewalBatch *self, RcRenewalDraftState state)
{
  guint count = 0;

  g_return_val_if_fail (RC_IS_RENEWAL_BATCH (self), 0);
  for (guint i = 0; i < self->drafts->len; i++)
    count += rc_renewal_draft_get_state (g_ptr_array_index (self->drafts, i)) == state ? 1 : 0;
  return count;
}

/* @numbers: those of the drafts before it, added to. (transfer full) (nullable) */
static char *
find_fault (RcRenewalBatch *self, RcRenewalDraft *draft, GHashTable *numbers)
{
  g_autofree char *number = rc_text_trim (rc_renewal_draft_get_number (draft));
  g_autofree char *earliest = rc_format_date_long (rc_renewal_draft_get_earliest (draft));

  if (self->date != RC_DATE_NONE && self->date < rc_renewal_draft_get_earliest (draft))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("The renewal window opened on %s: the order cannot be older."), earliest);
  if (*number == '\0')
    return g_strdup (_ ("Enter the order number."));
  if (rc_text_length (number) > LONGEST_NUMBER || !rc_text_is_allowed (number))
    return g_strdup_printf (ngettext ("An order number has at most %d character and no control characters.",
                                      "An order number has at most %d characters and no control characters.",
                                      LONGEST_NUMBER),
                            LONGEST_NUMBER);
  if (!g_hash_table_add (numbers, g_steal_pointer (&number)))
    return g_strdup (_ ("Another order above has this number."));
  return NULL;
}

/**
 * rc_renewal_batch_check:
 * @self: a batch
 * @position: (out) (optional): the first ticked draft with which something is wrong
 *
 * Says beneath each ticked draft what is wrong with it, now and whenever something is typed from now on.
 *
 * Returns: whether nothing is wrong
 */
gboolean
rc_renewal_batch_check (RcRenewalBatch *self, guint *position)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean good = TRUE;

  g_return_val_if_fail (RC_IS_RENEWAL_BATCH (self), FALSE);
  self->checked = TRUE;
  for (guint i = 0; i < self->drafts->len; i++)
    {
      RcRenewalDraft *draft = g_ptr_array_index (self->drafts, i);
      g_autofree char *fault = rc_renewal_draft_get_ticked (draft) ? find_fault (self, draft, numbers) : NULL;

      rc_renewal_draft_set_fault (draft, fault);
      if (fault == NULL || !good)
        continue;
      good = FALSE;
      if (position != NULL)
        *position = i;
    }
  return good;
}

static void run_next (GTask *task);

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RcRenewalBatch *self = g_task_get_source_object (task);
  RcRenewalDraft *draft = g_ptr_array_index (self->drafts, self->next);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  if (done != NULL)
    rc_renewal_draft_set_outcome (draft, RC_RENEWAL_DRAFT_STATE_DONE, _ ("Renewed."));
  else
    rc_renewal_draft_set_outcome (draft, RC_RENEWAL_DRAFT_STATE_FAILED, error->message);
  self->next++;
  set_fraction (self, self->next, self->drafts->len);
  run_next (g_steal_pointer (&task));
}

/* (transfer full) */
static RcCommand *
create_command (RcRenewalBatch *self, RcRenewalDraft *draft)
{
  g_autofree char *number = rc_text_trim (rc_renewal_draft_get_number (draft));

  return rc_renew_membership_new (
      rc_workspace_get_me (self->workspace), rc_workspace_get_today (self->workspace),
      rc_renewal_draft_get_customer_id (draft), number, self->date, rc_renewal_draft_get_lines (draft));
}

/* Takes @task. */
static void
run_next (GTask *task)
{
  RcRenewalBatch *self = g_task_get_source_object (task);
  g_autoptr (RcCommand) command = NULL;

  while (self->next < self->drafts->len
         && !rc_renewal_draft_get_ticked (g_ptr_array_index (self->drafts, self->next)))
    self->next++;
  if (self->next >= self->drafts->len || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      if (!g_task_return_error_if_cancelled (task))
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  command = create_command (self, g_ptr_array_index (self->drafts, self->next));
  /* Not with the cancellable: what has begun is finished, so that what is shown is what became of it. */
  rc_workspace_run_async (self->workspace, command, NULL, on_run, task);
}

/**
 * rc_renewal_batch_run_async:
 * @self: a batch that rc_renewal_batch_check() found good
 * @cancellable: (nullable): stops before the next one
 * @callback: called when all ticked ones were run, or it was stopped
 * @user_data: for @callback
 *
 * Runs what is ticked, one transaction each. What one refuses stays ticked, with the reason.
 */
void
rc_renewal_batch_run_async (RcRenewalBatch *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RC_IS_RENEWAL_BATCH (self));
  self->next = 0;
  set_fraction (self, 0, self->drafts->len);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_renewal_batch_run_async);
  run_next (task);
}

/**
 * rc_renewal_batch_run_finish:
 * @self: a batch
 * @result: of rc_renewal_batch_run_async()
 * @error: G_IO_ERROR_CANCELLED
 *
 * Returns: whether all ticked ones were tried; what became of each is its own to say
 */
gboolean
rc_renewal_batch_run_finish (RcRenewalBatch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
