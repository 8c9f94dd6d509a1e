/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-member.h"
#include "rc-settings-table.h"
#include "rc-time-zone.h"

/* What a workspace is asked for, and who "me" is. The object itself stands in rc-workspace.c. */

/**
 * rc_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none): its store, for reading
 */
RcStore *
rc_workspace_get_store (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->store;
}

/**
 * rc_workspace_get_today:
 * @self: a workspace
 *
 * Returns: the day that all lists show
 */
RcDate
rc_workspace_get_today (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), RC_DATE_NONE);
  return self->today;
}

/**
 * rc_workspace_get_now:
 * @self: a workspace
 *
 * Returns: the clock's time, µs since the epoch, UTC
 */
gint64
rc_workspace_get_now (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), 0);
  return rc_clock_get_now (self->clock);
}

/**
 * rc_workspace_get_policy:
 * @self: a workspace
 *
 * Returns: (transfer none): the program's numbers, valid until "policy" is notified
 */
const RcPolicy *
rc_workspace_get_policy (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->policy;
}

/**
 * rc_workspace_get_name:
 * @self: a workspace
 *
 * Returns: (transfer none): what to call it
 */
const char *
rc_workspace_get_name (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->name;
}

/**
 * rc_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none): its file
 */
const char *
rc_workspace_get_path (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return rc_store_get_path (self->store);
}

/**
 * rc_workspace_get_reseller_name:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what the reseller is called, %NULL where nobody has said so; valid until "reseller-name"
 *   is notified
 */
const char *
rc_workspace_get_reseller_name (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->reseller_name;
}

/**
 * rc_workspace_get_time_zone:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the name of its time zone, %NULL: the machine's; valid until "time-zone" is notified
 */
const char *
rc_workspace_get_time_zone (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->time_zone;
}

/**
 * rc_workspace_dup_time_zone:
 * @self: a workspace
 *
 * Returns: (transfer full): the time zone in which its times are shown: its own, so that all who work with it see the same; the
 *   machine's where it has none
 */
GTimeZone *
rc_workspace_dup_time_zone (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return rc_time_zone_find (self->time_zone);
}

static void
take_time_zone (RcWorkspace *self, char **time_zone)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (g_strcmp0 (self->time_zone, *time_zone) == 0)
    return;
  g_free (self->time_zone);
  self->time_zone = g_steal_pointer (time_zone);
  zone = rc_time_zone_find (self->time_zone);
  rc_clock_set_time_zone (self->clock, self->time_zone != NULL ? zone : NULL);
  g_object_notify (G_OBJECT (self), "time-zone");
  if (self->today != RC_DATE_NONE)
    rc_workspace_check_day (self);
}

/**
 * rc_workspace_take_settings:
 * @self: a workspace
 * @contents: what was read, with the settings, which are taken
 *
 * Notifies of what became another.
 */
void
rc_workspace_take_settings (RcWorkspace *self, RcContents *contents)
{
  self->sample = contents->sample;
  if (self->me != contents->me)
    {
      self->me = contents->me;
      g_object_notify (G_OBJECT (self), "me");
    }
  if (g_strcmp0 (self->reseller_name, contents->reseller_name) != 0)
    {
      g_free (self->reseller_name);
      self->reseller_name = g_steal_pointer (&contents->reseller_name);
      g_object_notify (G_OBJECT (self), "reseller-name");
    }
  take_time_zone (self, &contents->time_zone);
}

/**
 * rc_workspace_is_sample:
 * @self: a workspace
 *
 * Returns: whether it is only for trying
 */
gboolean
rc_workspace_is_sample (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), FALSE);
  return self->sample;
}

/**
 * rc_workspace_get_me:
 * @self: a workspace
 *
 * Returns: the id of the member signed in (TM-4)
 */
gint64
rc_workspace_get_me (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), 0);
  return self->me;
}

/**
 * rc_workspace_get_my_role:
 * @self: a workspace
 *
 * Returns: the role of the member signed in; a viewer's where there is none (TM-3)
 */
RcRole
rc_workspace_get_my_role (RcWorkspace *self)
{
  GListModel *members;

  g_return_val_if_fail (RC_IS_WORKSPACE (self), RC_ROLE_VIEWER);
  members = G_LIST_MODEL (self->members);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (rc_member_get_id (member) == self->me && rc_member_is_active (member))
        return rc_member_get_record (member)->role;
    }
  return RC_ROLE_VIEWER;
}

/**
 * rc_workspace_write_me:
 * @database: an open workspace, outside of a transaction
 * @member_id: a member's id
 * @error: return location
 *
 * In the writer's thread.
 *
 * Returns: whether it is remembered who is signed in (TM-4)
 */
gboolean
rc_workspace_write_me (RcDatabase *database, gint64 member_id, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, member_id);

  if (!rc_database_begin (database, error))
    return FALSE;
  if (rc_settings_table_set (database, "me", value, error) && rc_database_commit (database, error))
    return TRUE;
  rc_database_rollback (database);
  return FALSE;
}

static gpointer
write_me (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_workspace_write_me (database, *(gint64 *) data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
on_me_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rc_store_call_finish (RC_STORE (source), result, &error) == NULL)
    rc_workspace_set_error_message (self, error->message);
  rc_workspace_refresh (self, RC_PART_SETTINGS | RC_PART_COUNTS);
}

/**
 * rc_workspace_set_me:
 * @self: a workspace
 * @member_id: an active member's id
 *
 * Signs a member in at this desk (TM-4), and remembers it. "me" is notified when that is done; "error-message" if it
 * could not be.
 */
void
rc_workspace_set_me (RcWorkspace *self, gint64 member_id)
{
  g_return_if_fail (RC_IS_WORKSPACE (self) && member_id > 0);
  if (member_id == self->me || self->closed)
    return;
  rc_store_write_async (self->store, write_me, g_memdup2 (&member_id, sizeof member_id), g_free, NULL, NULL,
                        on_me_written, g_object_ref (self));
}

/**
 * rc_workspace_get_count:
 * @self: a workspace
 * @filter: a filter
 *
 * Returns: how many customers are in it, for the toggle's state (FI-2)
 */
guint64
rc_workspace_get_count (RcWorkspace *self, RcFilter filter)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self) && (guint) filter < RC_N_FILTERS, 0);
  return self->counts[filter];
}

/**
 * rc_workspace_get_products:
 * @self: a workspace
 *
 * Returns: (transfer none): a list of #RcProduct, by family and name, retired ones included
 */
GListModel *
rc_workspace_get_products (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return G_LIST_MODEL (self->products);
}

/**
 * rc_workspace_get_members:
 * @self: a workspace
 *
 * Returns: (transfer none): a list of #RcMember, by name, removed ones included
 */
GListModel *
rc_workspace_get_members (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return G_LIST_MODEL (self->members);
}
