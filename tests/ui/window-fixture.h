/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialog-fixture.h"
#include "rc-membership.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* The window with the sample workspace, and the dialogs that it opens for the customer that is selected. */
typedef struct
{
  UiFixture ui;
  DialogFixture dialogs; /* only of what the dialog that is open tells */
  RcMembership *membership; /* (owned) */
} WindowFixture;

GtkWindow *window_fixture_get_window (WindowFixture *fixture);
RcCustomerSelection *window_fixture_get_selection (WindowFixture *fixture);
gboolean window_fixture_is_shown (gpointer data);
void window_fixture_show_page (WindowFixture *fixture, const char *page);
const RcMembershipRecord *window_fixture_select_customer (WindowFixture *fixture, const char *page,
                                                          RcAction action);
GtkWindow *window_fixture_find_dialog (WindowFixture *fixture);
GtkWindow *window_fixture_open_dialog (WindowFixture *fixture, const char *action, GVariant *parameter);
void window_fixture_complete (WindowFixture *fixture, GtkWindow *dialog, const char *toast);
GtkWidget *window_fixture_find_by_type (GtkWidget *widget, const char *type);
void window_fixture_click (GtkWindow *window, const char *label);
void window_fixture_add (const char *path, void (*test) (WindowFixture *, gconstpointer));

G_END_DECLS
