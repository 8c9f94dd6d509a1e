/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-adaptive-layout.h"
#include "rc-customer-list-view.h"
#include "rc-window.h"

G_BEGIN_DECLS

/* A window with the sample workspace of a fixed day, of a size. */
typedef struct
{
  RcWindow *window;
  RcWorkspace *workspace; /* (borrowed) the window's */
  RcClock *clock; /* (owned) (nullable) that stands still */
} UiFixture;

void ui_fixture_open (UiFixture *fixture, int width, int height);
void ui_fixture_open_again (UiFixture *fixture);
void ui_fixture_close (UiFixture *fixture);
gpointer ui_fixture_child (UiFixture *fixture, const char *name);
gboolean ui_fixture_wait (gboolean (*done) (gpointer data), gpointer data);
void ui_fixture_settle (void);
void ui_fixture_picture (GtkWidget *widget, const char *name);
void ui_fixture_picture_at (GtkWidget *widget, const char *path);
void ui_fixture_check_names (GtkWidget *root);
gboolean ui_fixture_press (gpointer widget, guint key, GdkModifierType modifiers);

G_END_DECLS
