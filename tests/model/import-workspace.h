/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-import-customers.h"
#include "rc-migration.h"
#include "rc-workspace-setup.h"

#include <glib/gstdio.h>

/* A workspace of its own folder, with one member, on a day that does not change. */
typedef struct
{
  char *folder; /* (owned) */
  char *path; /* (owned) */
  RcDatabase *database; /* (owned) */
  RcPolicy *policy; /* (owned) */
  gint64 member;
  RcDate today;
} ImportWorkspace;

#define IMPORT_WORKSPACE_NOW (G_GINT64_CONSTANT (1767225600) * G_USEC_PER_SEC)

static inline void
import_workspace_open (ImportWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  workspace->today = rc_date_new (2026, 1, 1);
  workspace->policy = rc_policy_new (RC_PRESET_VIP);
  workspace->folder = g_dir_make_tmp ("import-XXXXXX", &error);
  g_assert_no_error (error);
  workspace->path = g_build_filename (workspace->folder, "workspace.db", NULL);
  workspace->database = rc_database_open (workspace->path, RC_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  rc_migration_run (workspace->database, 0, NULL, &error);
  g_assert_no_error (error);
  rc_workspace_setup (workspace->database, "Primary admin", "admin@example.org", RC_PRESET_VIP,
                      IMPORT_WORKSPACE_NOW, workspace->today, &workspace->member, &error);
  g_assert_no_error (error);
}

static inline void
import_workspace_close (ImportWorkspace *workspace)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_finalize_object (workspace->database);
  folder = g_dir_open (workspace->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (workspace->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (workspace->folder), ==, 0);
  g_free (workspace->folder);
  g_free (workspace->path);
  rc_policy_free (workspace->policy);
}

static inline RcCommandResult *
import_workspace_run (ImportWorkspace *workspace, RcCommand *command, GError **error)
{
  g_autoptr (RcCommand) owned = command;

  return rc_command_run (owned, workspace->database, IMPORT_WORKSPACE_NOW, NULL, error);
}

static inline void
import_workspace_add (ImportWorkspace *workspace, RcCustomerRows *customers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = import_workspace_run (
      workspace,
      rc_import_customers_new (workspace->member, workspace->today, customers, workspace->member, FALSE),
      &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->count, ==, rc_customer_rows_get_n (customers));
}

/* How many entries the workspace's folder has: a writer that failed leaves none behind. */
static inline guint
import_workspace_count_files (ImportWorkspace *workspace)
{
  g_autoptr (GDir) folder = g_dir_open (workspace->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}
