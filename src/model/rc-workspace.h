/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-change-set.h"
#include "rc-clock.h"
#include "rc-command.h"
#include "rc-customer-query.h"
#include "rc-membership-query.h"
#include "rc-progress.h"
#include "rc-store.h"

G_BEGIN_DECLS

/* A workspace as the window sees it: what day it is, who "me" is, the counts, and the one way to change anything.
 * Properties: name, path, sample, today (uint), policy (boxed), me (gint64 member id), reseller-name, time-zone, count-<filter nick> (guint64, FI-2),
 * waiting-messages, open-reseller-changes, codes-today (guint64), managed-by-me (gboolean, read-write: narrows the counts), error-message,
 * obstacle. All notified in the main context.
 * Signals: "changed" (RcChangeSet) after each commit; "day-changed". */
#define RC_TYPE_WORKSPACE (rc_workspace_get_type ())
G_DECLARE_FINAL_TYPE (RcWorkspace, rc_workspace, RC, WORKSPACE, GObject)

/* What a new workspace begins with. The first member becomes its primary admin and "me". */
typedef struct
{
  const char *member_name;
  const char *member_email;
} RcWorkspaceSetup;

void rc_workspace_open_async (const char *path, RcClock *clock, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
void rc_workspace_create_async (const char *path, RcClock *clock, const RcWorkspaceSetup *setup,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The same for who waits in a window: @progress says what takes long, and how far it has come. */
void rc_workspace_open_with_progress_async (const char *path, RcClock *clock, RcProgress *progress,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);
/* The sample: a new file under the user's cache directory, filled relative to the clock's today. */
void rc_workspace_create_sample_async (RcClock *clock, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
char *rc_workspace_find_in_the_way (const char *path); /* of a new one */
RcWorkspace *rc_workspace_open_finish (GAsyncResult *result, GError **error); /* of all three */
void rc_workspace_close (RcWorkspace *self); /* after what is queued was written */
void rc_workspace_check_day (RcWorkspace *self); /* when the machine wakes up */
void
rc_workspace_check_file (RcWorkspace *self); /* whether another program wrote to it, or it is elsewhere */
const char *rc_workspace_get_obstacle (RcWorkspace *self);
const char *rc_workspace_get_refusal (RcWorkspace *self, RcRole least);
void rc_workspace_save_copy_async (RcWorkspace *self, const char *target, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean rc_workspace_save_copy_finish (RcWorkspace *self, GAsyncResult *result, GError **error);

RcStore *rc_workspace_get_store (RcWorkspace *self);
RcDate rc_workspace_get_today (RcWorkspace *self);
gint64 rc_workspace_get_now (RcWorkspace *self); /* µs since the epoch, UTC */
GTimeZone *rc_workspace_dup_time_zone (RcWorkspace *self);
const RcPolicy *rc_workspace_get_policy (RcWorkspace *self);
const char *rc_workspace_get_name (RcWorkspace *self);
const char *rc_workspace_get_path (RcWorkspace *self);
const char *rc_workspace_get_reseller_name (RcWorkspace *self);
const char *rc_workspace_get_time_zone (RcWorkspace *self);
gboolean rc_workspace_is_sample (RcWorkspace *self);
gint64 rc_workspace_get_me (RcWorkspace *self);
RcRole rc_workspace_get_my_role (RcWorkspace *self);
void rc_workspace_set_me (RcWorkspace *self, gint64 member_id); /* TM-4 */
void rc_workspace_set_managed_by_me (RcWorkspace *self, gboolean managed_by_me);
guint64 rc_workspace_get_count (RcWorkspace *self, RcFilter filter);
/* GListModels of RcProduct and RcMember (rc-product.h, rc-member.h), kept up to date. (transfer none) */
GListModel *rc_workspace_get_products (RcWorkspace *self);
GListModel *rc_workspace_get_members (RcWorkspace *self);

void rc_workspace_run_async (RcWorkspace *self, RcCommand *command, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
RcCommandResult *rc_workspace_run_finish (RcWorkspace *self, GAsyncResult *result, GError **error);

void rc_workspace_load_membership_async (RcWorkspace *self, gint64 customer_id, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
RcMembershipRecord *rc_workspace_load_membership_finish (RcWorkspace *self, GAsyncResult *result,
                                                         GError **error);
/* How many customers a member manages that would have to go to another one (TM-2). */
void rc_workspace_count_managed_async (RcWorkspace *self, gint64 member_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gint64 rc_workspace_count_managed_finish (RcWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
