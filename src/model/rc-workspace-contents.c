/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-change-table.h"
#include "rc-log-query.h"
#include "rc-settings-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a workspace keeps in memory, read in one go in the reader's thread: the policy, the team, the catalogue, the
 * filters' counts. It is data on its way to the main context; RcWorkspace takes it. */

/**
 * rc_contents_request_free:
 * @request: (transfer full): a request
 */
void
rc_contents_request_free (RcContentsRequest *request)
{
  g_clear_pointer (&request->policy, rc_policy_free);
  g_free (request);
}

/**
 * rc_contents_free:
 * @contents: (transfer full): contents
 */
void
rc_contents_free (RcContents *contents)
{
  g_clear_pointer (&contents->policy, rc_policy_free);
  g_clear_pointer (&contents->members, g_ptr_array_unref);
  g_clear_pointer (&contents->products, g_ptr_array_unref);
  g_free (contents->name);
  g_free (contents->reseller_name);
  g_free (contents->time_zone);
  g_free (contents);
}

/**
 * rc_contents_list_parts:
 * @changes: what a commit touched
 *
 * Returns: what may be another after it
 */
RcParts
rc_contents_list_parts (const RcChangeSet *changes)
{
  static const struct
  {
    RcChangeKinds kind;
    RcParts parts;
  } TABLE[] = { { RC_CHANGE_CUSTOMERS, RC_PART_COUNTS },
                { RC_CHANGE_MEMBERS, RC_PART_MEMBERS },
                { RC_CHANGE_PRODUCTS, RC_PART_PRODUCTS },
                { RC_CHANGE_MESSAGES, RC_PART_MESSAGES },
                { RC_CHANGE_RESELLER_CHANGES, RC_PART_RESELLER_CHANGES },
                { RC_CHANGE_POLICY, RC_PART_POLICY | RC_PART_COUNTS },
                { RC_CHANGE_SETTINGS, RC_PART_SETTINGS | RC_PART_RESELLER_CHANGES } };
  RcParts parts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    if ((changes->kinds & TABLE[i].kind) != 0)
      parts |= TABLE[i].parts;
  return parts;
}

/* A setting that is missing is NULL without an error. */
static gboolean
read_setting (RcDatabase *database, const char *name, char **value, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *value = rc_settings_query_get (database, name, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_settings (RcDatabase *database, RcContents *contents, GError **error)
{
  g_autofree char *me = NULL;
  g_autofree char *sample = NULL;

  if (!read_setting (database, "me", &me, error) || !read_setting (database, "sample", &sample, error)
      || !read_setting (database, "name", &contents->name, error)
      || !read_setting (database, RC_SETTING_RESELLER_NAME, &contents->reseller_name, error)
      || !read_setting (database, RC_SETTING_TIME_ZONE, &contents->time_zone, error))
    return FALSE;
  contents->me = me != NULL ? g_ascii_strtoll (me, NULL, 10) : 0;
  contents->sample = sample != NULL;
  return TRUE;
}

static gboolean
read_lists (RcDatabase *database, RcContents *contents, GError **error)
{
  if ((contents->parts & RC_PART_MEMBERS) != 0)
    {
      contents->members = rc_member_query_list (database, error);
      if (contents->members == NULL)
        return FALSE;
    }
  if ((contents->parts & RC_PART_PRODUCTS) != 0)
    {
      contents->products = rc_product_query_list (database, error);
      if (contents->products == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The counts, and which changes are in them. */
static gboolean
read_counts (RcDatabase *database, RcContents *contents, const RcContentsRequest *request,
             const RcPolicy *policy, gint64 me, GCancellable *cancellable, GError **error)
{
  gboolean counted;

  if (!rc_database_begin (database, error))
    return FALSE;
  counted = rc_change_table_get_seq (database, &contents->counts_seq, error)
            && rc_customer_query_count (database, request->today, policy, request->only_mine ? me : 0,
                                        contents->counts, cancellable, error);
  rc_database_rollback (database);
  return counted;
}

/**
 * rc_contents_read:
 * @database: an open workspace
 * @request: what to read
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full): what was asked for; %NULL with an error of #RcStoreError
 */
RcContents *
rc_contents_read (RcDatabase *database, RcContentsRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcContents) contents = g_new0 (RcContents, 1);
  const RcPolicy *policy = request->policy;
  gint64 me = request->me;

  contents->parts = request->parts;
  if ((request->parts & RC_PART_POLICY) != 0)
    {
      contents->policy = rc_policy_query_load (database, error);
      if (contents->policy == NULL)
        return NULL;
      policy = contents->policy;
    }
  if ((request->parts & RC_PART_SETTINGS) != 0)
    {
      if (!read_settings (database, contents, error))
        return NULL;
      me = contents->me;
    }
  if (!read_lists (database, contents, error))
    return NULL;
  if ((request->parts & RC_PART_COUNTS) != 0
      && !read_counts (database, contents, request, policy, me, cancellable, error))
    return NULL;
  if ((request->parts & RC_PART_MESSAGES) != 0
      && !rc_message_query_count_waiting (database, &contents->waiting_messages, error))
    return NULL;
  if ((request->parts & RC_PART_RESELLER_CHANGES) != 0
      && !rc_reseller_change_query_count (database, request->now, &contents->open_reseller_changes,
                                          &contents->codes_today, error))
    return NULL;
  return g_steal_pointer (&contents);
}

/**
 * rc_contents_choose_name:
 * @contents: what was read of a workspace, with its settings
 * @path: its file
 *
 * Returns: (transfer full): what to call it
 */
char *
rc_contents_choose_name (const RcContents *contents, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot;

  if (contents->sample)
    return g_strdup (_ ("Sample workspace"));
  if (contents->name != NULL && contents->name[0] != '\0')
    return g_strdup (contents->name);
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}
