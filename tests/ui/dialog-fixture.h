/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

/* A workspace of its own in a directory of its own, on a fixed day, with customers made by the program's commands. */
typedef struct
{
  RcWorkspace *workspace;
  RcClock *clock; /* (owned) that stands still */
  char *directory;
  RcDate today;
  gboolean completed; /* the last dialog that was watched ran its command */
  int count; /* of what it changed */
} DialogFixture;

#define N_LICENCES 12

void dialog_fixture_add (const char *path, void (*test) (DialogFixture *, gconstpointer));
void dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data);
void dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data);
void dialog_fixture_set_today (DialogFixture *fixture, RcDate today);
gint64 dialog_fixture_run (DialogFixture *fixture, RcCommand *command);
gint64 dialog_fixture_invite (DialogFixture *fixture, const char *name, int days_ago);
gint64 dialog_fixture_make_pa (DialogFixture *fixture, gint64 customer_id, int days_ago);
void dialog_fixture_order (DialogFixture *fixture, gint64 customer_id, int days_ago);
RcMembershipRecord *dialog_fixture_load (DialogFixture *fixture, gint64 customer_id);

void dialog_fixture_present (DialogFixture *fixture, GtkWindow *window);
void dialog_fixture_picture (GtkWindow *window, const char *name);
void dialog_fixture_press_run (GtkWindow *window);
void dialog_fixture_wait_completed (DialogFixture *fixture);
gboolean dialog_fixture_wait (gboolean (*done) (gpointer data), gpointer data);
gboolean dialog_fixture_says (gpointer widget, const char *text);
void dialog_fixture_wait_text (GtkWindow *window, const char *text);
GtkWidget *dialog_fixture_find (GtkWidget *root, GType type, guint nth);
GtkWindow *dialog_fixture_find_question (void);
GtkWindow *dialog_fixture_wait_question (void);
GtkWindow *dialog_fixture_open_preferences (DialogFixture *fixture, const char *page);

G_END_DECLS
