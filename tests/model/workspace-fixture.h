/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

/* A new workspace in a folder of its own, on a clock that stands at 2023-03-15, 12:00 UTC. */
typedef struct
{
  char *folder; /* (owned) */
  char *path; /* (owned) */
  RcClock *clock; /* (owned) */
  RcWorkspace *workspace; /* (owned) */
} WorkspaceFixture;

#define FIXTURE_TODAY (rc_date_new (2023, 3, 15))

void workspace_fixture_set_up (WorkspaceFixture *fixture, gconstpointer data);
void workspace_fixture_set_up_sample (WorkspaceFixture *fixture, gconstpointer data);
void workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data);

gint64 fixture_noon (RcDate date);
RcWorkspace *fixture_open (const char *path, RcClock *clock, GError **error);
RcWorkspace *fixture_create (const char *path, RcClock *clock, GError **error);
RcWorkspace *fixture_create_as (const char *path, RcClock *clock, const char *member_name, GError **error);
RcWorkspace *fixture_create_sample (RcClock *clock, GError **error);
/* Takes @command. */
RcCommandResult *fixture_run (RcWorkspace *workspace, RcCommand *command, GError **error);
RcCommandResult *fixture_try_invite (RcWorkspace *workspace, const char *name, GError **error);
gint64 fixture_invite (RcWorkspace *workspace, const char *name);
gint64 fixture_create_pa (RcWorkspace *workspace, gint64 customer_id, RcDate date, gint64 *pa_id);
void fixture_settle (void);
gboolean fixture_wait (gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
