/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-create-purchase-authorization.h"
#include "rc-customer-data.h"
#include "rc-customer-table.h"
#include "rc-invite-customer.h"
#include "rc-log-query.h"
#include "rc-migration.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-product-line.h"
#include "rc-rule-error.h"
#include "rc-table.h"
#include "rc-workspace-setup.h"

#include <glib/gstdio.h>
#include <locale.h>

/* A new workspace in a directory of its own, with its primary admin and the built-in catalogue, on a fixed day. */

typedef struct
{
  char *folder; /* (owned) */
  RcDatabase *database; /* (owned) */
  gint64 admin;
  RcDate today;
  gint64 now; /* µs, UTC: when commands are run */
  guint serial; /* makes names and order numbers unique */
} Fixture;

#define NOW G_GINT64_CONSTANT (1767225600000000)
#define TEAM_PRODUCT "AC-PRO-TEAM"
#define OTHER_PRODUCT "PS-TEAM"
#define ENTERPRISE_PRODUCT "AI-ENT"
#define CLOSED_PRODUCT "AC-ENT"
#define COMMERCIAL_ONLY_PRODUCT "AC-STD-TEAM"

static inline void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("rc-commands-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "workspace.rcw", NULL);
  self->database = rc_database_open (path, RC_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (rc_migration_run (self->database, 0, NULL, &error));
  g_assert_no_error (error);
  self->today = rc_date_new (2026, 1, 15);
  self->now = NOW;
  rc_workspace_setup (self->database, "Primary admin", "admin@reseller.example", RC_PRESET_VIP, NOW,
                      self->today, &self->admin, &error);
  g_assert_no_error (error);
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->database);
  remove_folder (self->folder);
  g_free (self->folder);
}

/* Runs the command, which it takes. */
static inline RcCommandResult *
try_command (Fixture *self, RcCommand *command, GError **error)
{
  RcCommandResult *result = rc_command_run (command, self->database, self->now, NULL, error);

  g_assert_finalize_object (command);
  return result;
}

static inline RcCommandResult *
run_command (Fixture *self, RcCommand *command)
{
  g_autoptr (GError) error = NULL;
  RcCommandResult *result = try_command (self, command, &error);

  g_assert_no_error (error);
  return result;
}

static inline void
do_command (Fixture *self, RcCommand *command)
{
  g_autoptr (RcCommandResult) result = run_command (self, command);

  g_assert_cmpint (result->count, >, 0);
}

#define assert_refused(fixture, command, code)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (GError) refusal = NULL;                                                                       \
    g_autoptr (RcCommandResult) no_result = try_command ((fixture), (command), &refusal);                    \
    g_assert_null (no_result);                                                                               \
    g_assert_error (refusal, RC_RULE_ERROR, (code));                                                         \
    g_assert_cmpuint (strlen (refusal->message), >, 10);                                                     \
  }                                                                                                          \
  G_STMT_END

static inline RcCustomerData *
make_customer_data (Fixture *self)
{
  static const struct
  {
    RcCustomerField field;
    const char *value;
  } values[] = {
    { RC_CUSTOMER_FIELD_SEGMENT, "commercial" }, { RC_CUSTOMER_FIELD_OFFER_TYPE, "team" },
    { RC_CUSTOMER_FIELD_COUNTRY, "DK" },         { RC_CUSTOMER_FIELD_REGION, "Midtjylland" },
    { RC_CUSTOMER_FIELD_STREET, "Hovedgade 1" }, { RC_CUSTOMER_FIELD_CITY, "Skive" },
    { RC_CUSTOMER_FIELD_POSTAL_CODE, "7800" },   { RC_CUSTOMER_FIELD_GIVEN_NAME, "Licence" },
    { RC_CUSTOMER_FIELD_FAMILY_NAME, "Office" }, { RC_CUSTOMER_FIELD_EMAIL, "office@customer.example" },
    { RC_CUSTOMER_FIELD_LANGUAGE, "da" },
  };
  RcCustomerData *data = rc_customer_data_new ();
  g_autofree char *name = g_strdup_printf ("Organization %u", ++self->serial);

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, name);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    rc_customer_data_set (data, values[i].field, values[i].value);
  return data;
}

static inline gint64
invite_with (Fixture *self, RcDate date, RcCustomerField field, const char *value)
{
  g_autoptr (RcCustomerData) data = make_customer_data (self);
  g_autoptr (RcCommandResult) result = NULL;

  rc_customer_data_set (data, field, value);
  result = run_command (self, rc_invite_customer_new (self->admin, date, data, 0));
  return result->customer_id;
}

static inline gint64
invite (Fixture *self)
{
  return invite_with (self, self->today, RC_CUSTOMER_FIELD_LANGUAGE, "en");
}

static inline GPtrArray *
one_line (const char *code, int quantity)
{
  GPtrArray *lines = rc_product_lines_new ();

  g_ptr_array_add (lines, rc_product_line_new (code, quantity));
  return lines;
}

static inline RcCommand *
pa_command (Fixture *self, RcDate date, gint64 customer, const char *code, int quantity)
{
  g_autoptr (GPtrArray) lines = one_line (code, quantity);

  return rc_create_purchase_authorization_new (self->admin, date, customer, lines, NULL, FALSE);
}

static inline gint64
create_pa (Fixture *self, RcDate date, gint64 customer, const char *code, int quantity)
{
  g_autoptr (RcCommandResult) result = run_command (self, pa_command (self, date, customer, code, quantity));

  return result->object_id;
}

static inline char *
next_number (Fixture *self)
{
  return g_strdup_printf ("ORDER-%u", ++self->serial);
}

static inline RcCustomerRecord *
load_customer (Fixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  RcCustomerRecord *customer = rc_customer_table_load (self->database, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (customer);
  return customer;
}

static inline gint64
get_int (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_assert_true (rc_table_get_int (self->database, &value, &error, sql, ""));
  g_assert_no_error (error);
  return value;
}

static inline RcCommand *
direct_command (Fixture *fixture, RcDate date, gint64 id, const char *number, RcDate ordered_on,
                const char *code, int quantity)
{
  g_autoptr (GPtrArray) lines = one_line (code, quantity);

  return rc_place_direct_order_new (fixture->admin, date, id, number, ordered_on, lines);
}

static inline void
order (Fixture *fixture, RcDate date, gint64 id, RcDate ordered_on, const char *code, int quantity)
{
  g_autofree char *number = next_number (fixture);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, direct_command (fixture, date, id, number, ordered_on, code, quantity));

  g_assert_cmpint (result->count, ==, 1);
}

static inline void
place (Fixture *fixture, RcDate date, gint64 pa)
{
  g_autofree char *number = next_number (fixture);

  do_command (fixture, rc_place_order_new (fixture->admin, date, pa, number, date));
}

static inline gint64
sum (Fixture *fixture, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT sum (%s) FROM licences", column);

  return get_int (fixture, sql);
}

#define assert_date(date, iso)                                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *date_text = rc_date_to_iso (date);                                                      \
    g_assert_cmpstr (date_text, ==, (iso));                                                                  \
  }                                                                                                          \
  G_STMT_END

#define add_test(path, function)                                                                             \
  g_test_add ((path), Fixture, NULL, fixture_set_up, (function), fixture_tear_down)
