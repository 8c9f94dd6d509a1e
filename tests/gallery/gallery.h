/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-fixture.h"

#include "rc-membership.h"

G_BEGIN_DECLS

/* The window with the sample workspace, from which every other one is opened as a user does. */
typedef struct
{
  UiFixture ui;
  RcMembership *membership; /* (owned) what the details show */
} Gallery;

/* Whom a scene is about. */
typedef enum
{
  NOBODY,
  FIRST, /* of the page */
  SEVERAL, /* the first three of it */
  ABLE /* the first who can have the scene's action */
} Who;

/* Something that a user sees: a page of the window, or a window that an action opens. */
typedef struct
{
  const char *name; /* of its picture */
  const char *page; /* (nullable): the one that is shown already */
  Who who;
  RcAction able; /* where who is ABLE */
  int tab; /* RcCustomerTab */
  gboolean narrow_details; /* of a narrow window the details are looked at, not the list */
  gboolean file_gone; /* the workspace's file was moved away */
  const char *action; /* (nullable): opens a window */
  void (*prepare) (Gallery *gallery,
                   GtkWindow *window); /* (nullable): what is done in it before it is looked at */
} Scene;

extern const Scene scenes[];
extern const gsize n_scenes;

void gallery_open (Gallery *gallery, int width, int height);
void gallery_close (Gallery *gallery);
GtkWindow *gallery_show (Gallery *gallery, const Scene *scene);
void gallery_leave (Gallery *gallery, const Scene *scene, GtkWindow *window);

/* fit.c */
guint fit_check (GtkWidget *root, GHashTable *data_words, GString *faults);
guint fit_check_width (GtkWindow *window, int width, GString *faults);
GHashTable *fit_read_words (const char *workspace_path);

G_END_DECLS
