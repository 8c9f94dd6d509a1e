/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"
#include "rc-records.h"
#include "rc-text.h"

G_BEGIN_DECLS

/* A directory of its own for each test, and rows made by plain SQL, since the commands are above the store. */
typedef struct
{
  char *directory; /* (owned) */
  char *path; /* (owned) of a workspace that is not made yet */
  RcCollator *collator; /* (owned) */
  RcDate today;
  RcPolicy *policy; /* (owned) */
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
RcDatabase *store_fixture_create (StoreFixture *fixture);
void store_fixture_add_member (StoreFixture *fixture, RcDatabase *database, gint64 id, const char *name);
/* Ids, names, dates, segment … are taken from the record; what is NULL is filled in. */
void store_fixture_add_customer (StoreFixture *fixture, RcDatabase *database, const RcCustomerRecord *record);
void store_fixture_execute (RcDatabase *database, const char *sql);
gint64 store_fixture_get_int (RcDatabase *database, const char *sql);
char *store_fixture_dup_search_text (const RcCustomerRecord *record);

#define STORE_TEST(path, func)                                                                               \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

G_END_DECLS
