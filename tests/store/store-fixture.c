/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "rc-enum-types.h"
#include "rc-migration.h"
#include <glib/gstdio.h>

/* What the store's suites share. */

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "test.resellerconsole", NULL);
  fixture->collator = rc_collator_new ("en");
  fixture->today = rc_date_new (2024, 3, 15);
  fixture->policy = rc_policy_new (RC_PRESET_VIP);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
  g_assert_finalize_object (fixture->collator);
  rc_policy_free (fixture->policy);
}

RcDatabase *
store_fixture_create (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RcDatabase *database = rc_database_open (fixture->path, RC_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (rc_migration_run (database, 0, NULL, &error));
  g_assert_no_error (error);
  return database;
}

void
store_fixture_execute (RcDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

gint64
store_fixture_get_int (RcDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  g_assert_true (rc_database_get_int (database, sql, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
run (RcStatement *statement)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_statement_run (statement, &error));
  g_assert_no_error (error);
}

static RcStatement *
prepare (RcDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  RcStatement *statement = rc_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  return statement;
}

void
store_fixture_add_member (StoreFixture *fixture, RcDatabase *database, gint64 id, const char *name)
{
  g_autoptr (GBytes) key = rc_collator_get_key (fixture->collator, name);
  RcStatement *statement =
      prepare (database, "INSERT INTO members (id, change_seq, name, name_key, email, role, status)"
                         " VALUES ($1, 1, $2, $3, 'a@b.example', 'account-manager', 'active')");

  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_text (statement, "$2", name);
  rc_statement_bind_blob (statement, "$3", key);
  run (statement);
}

char *
store_fixture_dup_search_text (const RcCustomerRecord *record)
{
  const char *english_name = record->english_name != NULL ? record->english_name : "";
  const char *email = record->contact_email != NULL ? record->contact_email : "office@customer.example";
  const char *city = record->city != NULL ? record->city : "City";
  g_autofree char *text =
      g_strjoin ("\n", record->name, english_name, record->vip_id, "IT Department", email, city, NULL);
  g_autofree char *folded = rc_text_fold (text);

  return g_strconcat (folded, "  ", NULL);
}

static void
add_row (StoreFixture *fixture, RcDatabase *database, const RcCustomerRecord *record)
{
  g_autoptr (GBytes) key = rc_collator_get_key (fixture->collator, record->name);
  RcStatement *statement = prepare (
      database,
      "INSERT INTO customers (id, change_seq, vip_id, name, english_name, name_key, name_folded, segment, "
      "offer_type,"
      " country, region, street, city, postal_code, language, managed_by, invitation_status, invited_on, "
      "accepted_on,"
      " moved_on, anniversary_date, anniversary_anchor, oldest_open_pa, newest_open_pa, licences_total)"
      " VALUES ($1, 1, $2, $3, $4, $5, $3, $6, 'team', 'DK', 'Region', 'Street 1', $7, '8000', 'da', $8, $9,"
      " '2023-01-01', '2023-01-02', $10, $11, $12, $13, $14, $15)");

  rc_statement_bind_int (statement, "$1", record->id);
  rc_statement_bind_text (statement, "$2", record->vip_id);
  rc_statement_bind_text (statement, "$3", record->name);
  rc_statement_bind_text (statement, "$4", record->english_name);
  rc_statement_bind_blob (statement, "$5", key);
  rc_statement_bind_enum (statement, "$6", RC_TYPE_SEGMENT, record->segment);
  rc_statement_bind_text (statement, "$7", record->city != NULL ? record->city : "City");
  rc_statement_bind_int (statement, "$8", record->managed_by);
  rc_statement_bind_enum (statement, "$9", RC_TYPE_INVITATION_STATUS, record->invitation_status);
  rc_statement_bind_date (statement, "$10", record->moved_on);
  rc_statement_bind_date (statement, "$11", record->anniversary_date);
  if (record->anniversary_date != RC_DATE_NONE)
    rc_statement_bind_int (statement, "$12", rc_date_get_day (record->anniversary_date));
  rc_statement_bind_date (statement, "$13", record->oldest_open_pa);
  rc_statement_bind_date (statement, "$14", record->newest_open_pa);
  rc_statement_bind_int (statement, "$15", record->licences_total);
  run (statement);
}

void
store_fixture_add_customer (StoreFixture *fixture, RcDatabase *database, const RcCustomerRecord *record)
{
  g_autofree char *text = store_fixture_dup_search_text (record);
  const char *email = record->contact_email != NULL ? record->contact_email : "office@customer.example";
  RcStatement *statement;

  add_row (fixture, database, record);
  statement = prepare (
      database, "INSERT INTO contacts (customer_id, role, given_name, family_name, email, email_folded)"
                " VALUES ($1, 'primary', 'IT', 'Department', $2, $2)");
  rc_statement_bind_int (statement, "$1", record->id);
  rc_statement_bind_text (statement, "$2", email);
  run (statement);
  statement = prepare (database, "INSERT INTO customer_search (rowid, text) VALUES ($1, $2)");
  rc_statement_bind_int (statement, "$1", record->id);
  rc_statement_bind_text (statement, "$2", text);
  run (statement);
}
