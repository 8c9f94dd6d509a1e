/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-approve-return.h"
#include "rc-customer-query.h"
#include "rc-due-query.h"
#include "rc-enroll-commitment.h"
#include "rc-enum-types.h"
#include "rc-membership-query.h"
#include "rc-record-acceptance.h"
#include "rc-renew-membership.h"
#include "rc-request-return.h"
#include "rc-request-state.h"
#include "rc-send-reminder.h"
#include "rc-set-assigned-licences.h"
#include "rc-vip-select.h"
#include "rc-write-due-messages.h"

/* Three years of two customers, a day at a time: what stands in the workspace after each deed, and every mail of all that
 * time. "north" renews under a 3-year commit; "south" forgets to, lapses, and comes back. */

#define FIRST_DAY rc_date_new (2026, 1, 15)
#define LAST_DAY rc_date_new (2029, 1, 15)
#define UNIX_EPOCH 719163 /* as an RcDate */

typedef enum
{
  NORTH,
  SOUTH,
  N_CUSTOMERS
} Who;

typedef struct
{
  Fixture fixture;
  RcPolicy *policy; /* (owned) */
  gint64 customers[N_CUSTOMERS];
  gint64 pa; /* the newest one */
  gint64 line; /* of the newest order */
  gint64 last_message;
  GString *mails; /* (owned) a line each */
} Story;

/* What somebody does on a day, and what is refused to them. */
typedef void (*Deed) (Story *self, RcDate today);

static void
set_up (Story *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->fixture, data);
  self->policy = rc_policy_query_load (self->fixture.database, &error);
  g_assert_no_error (error);
  self->mails = g_string_new (NULL);
}

static void
tear_down (Story *self, gconstpointer data)
{
  rc_policy_free (self->policy);
  g_string_free (self->mails, TRUE);
  fixture_tear_down (&self->fixture, data);
}

static void
add_customer (Story *self, RcDate today, Who who, const char *language, const char *email)
{
  g_autoptr (RcCustomerData) data = make_customer_data (&self->fixture);
  g_autoptr (RcCommandResult) result = NULL;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_LANGUAGE, language);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  result = run_command (&self->fixture, rc_invite_customer_new (self->fixture.admin, today, data, 0));
  self->customers[who] = result->customer_id;
}

static RcCommand *
pa_of_north (Story *self, RcDate today, const char *code, int quantity)
{
  return pa_command (&self->fixture, today, self->customers[NORTH], code, quantity);
}

static void
order_directly (Story *self, RcDate today, Who who, const char *code, int quantity)
{
  order (&self->fixture, today, self->customers[who], today, code, quantity);
  self->line = get_int (&self->fixture, "SELECT max (id) FROM order_lines");
}

static void
assign (Story *self, RcDate today, const char *code, int assigned)
{
  g_autoptr (GPtrArray) lines = one_line (code, assigned);

  do_command (&self->fixture,
              rc_set_assigned_licences_new (self->fixture.admin, today, self->customers[NORTH], lines));
}

static RcCommand *
renewal (Story *self, RcDate today, Who who, int quantity, int other_quantity)
{
  g_autofree char *number = next_number (&self->fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, quantity);

  if (other_quantity > 0)
    g_ptr_array_add (lines, rc_product_line_new (OTHER_PRODUCT, other_quantity));
  return rc_renew_membership_new (self->fixture.admin, today, self->customers[who], number, today, lines);
}

static RcCommand *
return_request (Story *self, RcDate today, int quantity)
{
  return rc_request_return_new (self->fixture.admin, today, self->line, quantity);
}

static void
north_is_invited (Story *self, RcDate today)
{
  add_customer (self, today, NORTH, "da", "north@customer.example");
}

static void
north_accepts (Story *self, RcDate today)
{
  do_command (&self->fixture, rc_record_acceptance_new (self->fixture.admin, today, self->customers[NORTH],
                                                        rc_date_add_days (today, -1)));
  assert_refused (&self->fixture,
                  rc_send_reminder_new (self->fixture.admin, today, self->customers[NORTH], NULL),
                  RC_RULE_ERROR_NOT_PENDING);
}

static void
north_gets_licences (Story *self, RcDate today)
{
  g_autoptr (RcCommandResult) result =
      run_command (&self->fixture, pa_of_north (self, today, TEAM_PRODUCT, 12));

  self->pa = result->object_id;
  assign (self, today, TEAM_PRODUCT, 12);
}

static void
north_gets_more (Story *self, RcDate today)
{
  g_autoptr (RcCommandResult) result =
      run_command (&self->fixture, pa_of_north (self, today, OTHER_PRODUCT, 5));

  self->pa = result->object_id;
}

static void
order_is_placed (Story *self, RcDate today)
{
  place (&self->fixture, today, self->pa);
}

static void
north_is_blocked (Story *self, RcDate today)
{
  assert_refused (&self->fixture, pa_of_north (self, today, TEAM_PRODUCT, 1), RC_RULE_ERROR_PAST_DUE);
}

static void
north_commits (Story *self, RcDate today)
{
  assert_refused (&self->fixture,
                  rc_enroll_commitment_new (self->fixture.admin, today, self->customers[NORTH], 18),
                  RC_RULE_ERROR_QUANTITY);
  do_command (&self->fixture,
              rc_enroll_commitment_new (self->fixture.admin, today, self->customers[NORTH], 15));
}

static void
north_is_too_early (Story *self, RcDate today)
{
  assert_refused (&self->fixture, renewal (self, today, NORTH, 12, 5), RC_RULE_ERROR_WINDOW);
}

static void
north_renews_a_part (Story *self, RcDate today)
{
  assert_refused (&self->fixture, renewal (self, today, NORTH, 10, 4), RC_RULE_ERROR_COMMITMENT);
  do_command (&self->fixture, renewal (self, today, NORTH, 10, 5));
  assert_refused (&self->fixture, renewal (self, today, NORTH, 12, 5), RC_RULE_ERROR_WINDOW);
}

static void
north_orders_more (Story *self, RcDate today)
{
  order_directly (self, today, NORTH, OTHER_PRODUCT, 4);
}

static void
north_returns_some (Story *self, RcDate today)
{
  g_autoptr (RcCommandResult) result = NULL;

  assert_refused (&self->fixture, return_request (self, today, 5), RC_RULE_ERROR_RETURN);
  result = run_command (&self->fixture, return_request (self, today, 3));
  do_command (&self->fixture, rc_approve_return_new (self->fixture.admin, today, result->object_id));
}

static void
north_returns_too_late (Story *self, RcDate today)
{
  assert_refused (&self->fixture, return_request (self, today, 1), RC_RULE_ERROR_RETURN);
}

static void
north_renews_all (Story *self, RcDate today)
{
  do_command (&self->fixture, renewal (self, today, NORTH, 10, 6));
}

static void
south_is_invited (Story *self, RcDate today)
{
  add_customer (self, today, SOUTH, "fr", "suth@customer.example");
}

static void
south_is_reminded (Story *self, RcDate today)
{
  do_command (&self->fixture, rc_send_reminder_new (self->fixture.admin, today, self->customers[SOUTH],
                                                    "south@customer.example"));
}

static void
south_orders (Story *self, RcDate today)
{
  order_directly (self, today, SOUTH, TEAM_PRODUCT, 2);
}

static void
south_is_too_late (Story *self, RcDate today)
{
  assert_refused (&self->fixture, renewal (self, today, SOUTH, 2, 0), RC_RULE_ERROR_DATE);
  assert_refused (&self->fixture, pa_command (&self->fixture, today, self->customers[SOUTH], TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_LAPSED);
}

static void
south_comes_back (Story *self, RcDate today)
{
  order_directly (self, today, SOUTH, OTHER_PRODUCT, 3);
}

static void
south_renews (Story *self, RcDate today)
{
  do_command (&self->fixture, renewal (self, today, SOUTH, 1, 0));
}

/* The days, in their order; what a customer looks like at the end of each: state of its term and of its requests, anniversary
 * date, plans as ordered + pending / assigned, level of VIP Select, and the filters besides "All customers". */
static const struct
{
  const char *day;
  Deed deed; /* NULL: nothing is done */
  Who who;
  const char *expected;
} DAYS[] = {
  { "2026-01-15", north_is_invited, NORTH, "none none – | | 0 | no-products" }, /* CU-1, AD-1 */
  { "2026-01-20", north_accepts, NORTH, "none none – | | 0 | no-products" }, /* CU-7, CU-6 */
  { "2026-02-02", north_gets_licences, NORTH,
    "running pending 2027-02-02 | AC-PRO-TEAM 0+12/12 | 0 | pending-requests" }, /* PA-1, AD-1 */
  { "2026-02-10", south_is_invited, SOUTH, "none none – | | 0 | no-products" },
  { "2026-02-17", south_is_reminded, SOUTH, "none none – | | 0 | no-products" }, /* CU-6 */
  { "2026-02-20", order_is_placed, NORTH, "running none 2027-02-02 | AC-PRO-TEAM 12+0/12 | 2 |" }, /* PA-5 */
  { "2026-03-01", south_orders, SOUTH, "running none 2027-03-01 | AC-PRO-TEAM 2+0/0 | 1 |" }, /* OR-3 */
  { "2026-03-02", north_gets_more, NORTH,
    "running pending 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 0+5/0 | 2 | pending-requests" },
  { "2026-04-01", NULL, NORTH,
    "running pending 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 0+5/0 | 2 | pending-requests" }, /* PA-2 */
  { "2026-04-02", north_is_blocked, NORTH,
    "running overdue 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 0+5/0 | 2 | past-due-requests" }, /* PA-3 */
  { "2026-05-01", NULL, NORTH,
    "running overdue 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 0+5/0 | 2 | past-due-requests" },
  { "2026-05-02", north_is_blocked, NORTH,
    "running suspended 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 0+5/0 | 2 | past-due-requests" },
  { "2026-05-04", order_is_placed, NORTH,
    "running none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 |" },
  { "2026-05-05", north_commits, NORTH,
    "running none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 |" }, /* VS-2 */
  { "2026-11-03", NULL, NORTH, "running none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 |" },
  { "2026-11-04", NULL, NORTH,
    "upcoming none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 | upcoming-renewals" }, /* RN-2 */
  { "2027-01-02", north_is_too_early, NORTH,
    "upcoming none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 | upcoming-renewals" },
  { "2027-01-03", NULL, NORTH,
    "ready none 2027-02-02 | AC-PRO-TEAM 12+0/12, PS-TEAM 5+0/0 | 2 | ready-for-renewal" }, /* RN-1 */
  { "2027-01-20", north_renews_a_part, NORTH,
    "running none 2028-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 5+0/0 | 2 |" }, /* RN-4, RN-5, RN-6 */
  { "2027-01-22", north_orders_more, NORTH,
    "running none 2028-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 9+0/0 | 2 |" }, /* AD-5 */
  { "2027-02-05", north_returns_some, NORTH,
    "running none 2028-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 6+0/0 | 2 |" }, /* OR-4 */
  { "2027-02-06", north_returns_too_late, NORTH,
    "running none 2028-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 6+0/0 | 2 |" },
  { "2027-03-01", NULL, SOUTH, "ready none 2027-03-01 | AC-PRO-TEAM 2+0/0 | 1 | ready-for-renewal" },
  { "2027-03-02", NULL, SOUTH, "grace none 2027-03-01 | AC-PRO-TEAM 2+0/0 | 1 | ready-for-renewal" },
  { "2027-03-31", NULL, SOUTH, "grace none 2027-03-01 | AC-PRO-TEAM 2+0/0 | 1 | ready-for-renewal" },
  { "2027-04-01", south_is_too_late, SOUTH,
    "lapsed none 2027-03-01 | AC-PRO-TEAM 2+0/0 | 1 | no-products" }, /* RN-7 */
  { "2027-06-15", south_comes_back, SOUTH, "running none 2028-06-15 | PS-TEAM 3+0/0 | 1 |" }, /* RN-7 */
  { "2028-02-10", north_renews_all, NORTH,
    "running none 2029-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 6+0/0 | 2 |" }, /* in the grace period */
  { "2028-06-01", south_renews, SOUTH, "running none 2029-06-15 | AC-PRO-TEAM 1+0/0 | 1 |" },
  { "2029-01-15", NULL, NORTH,
    "ready none 2029-02-02 | AC-PRO-TEAM 10+0/10, PS-TEAM 6+0/0 | 2 | ready-for-renewal" },
};

/* Each mail of the three years: the day that it was written, its kind and language, and to whom. */
#define MAILS                                                                                                \
  "2026-01-15 invitation da north@customer.example\n"                                                        \
  "2026-02-02 products-added da north@customer.example\n"                                                    \
  "2026-02-10 invitation fr suth@customer.example\n"                                                         \
  "2026-02-17 reminder fr south@customer.example\n"                                                          \
  "2026-03-01 products-added fr south@customer.example\n"                                                    \
  "2026-03-02 products-added da north@customer.example\n"                                                    \
  "2026-04-02 pa-overdue da north@customer.example\n"                                                        \
  "2026-05-02 pa-suspended da north@customer.example\n"                                                      \
  "2026-12-19 renewal-notice da north@customer.example\n"                                                    \
  "2026-12-19 renewals-coming en admin@reseller.example\n"                                                   \
  "2027-01-03 renewal-open da north@customer.example\n"                                                      \
  "2027-01-15 renewal-notice fr south@customer.example\n"                                                    \
  "2027-01-15 renewals-coming en admin@reseller.example\n"                                                   \
  "2027-01-22 products-added da north@customer.example\n"                                                    \
  "2027-01-30 renewal-open fr south@customer.example\n"                                                      \
  "2027-03-01 renewal-due fr south@customer.example\n"                                                       \
  "2027-03-31 renewal-final fr south@customer.example\n"                                                     \
  "2027-06-15 products-added fr south@customer.example\n"                                                    \
  "2027-12-19 renewal-notice da north@customer.example\n"                                                    \
  "2027-12-19 renewals-coming en admin@reseller.example\n"                                                   \
  "2028-01-03 renewal-open da north@customer.example\n"                                                      \
  "2028-02-02 renewal-due da north@customer.example\n"                                                       \
  "2028-05-01 renewal-notice fr south@customer.example\n"                                                    \
  "2028-05-01 renewals-coming en admin@reseller.example\n"                                                   \
  "2028-05-16 renewal-open fr south@customer.example\n"                                                      \
  "2028-12-19 renewal-notice da north@customer.example\n"                                                    \
  "2028-12-19 renewals-coming en admin@reseller.example\n"                                                   \
  "2029-01-03 renewal-open da north@customer.example\n"

static void
describe_plans (const RcMembershipRecord *record, GString *text)
{
  gboolean any = FALSE;

  for (guint i = 0; i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];

      if (licence->ordered + licence->pending == 0)
        continue;
      g_string_append_printf (text, "%s%s %d+%d/%d", any ? ", " : " ", licence->product_code,
                              licence->ordered, licence->pending, licence->assigned);
      any = TRUE;
    }
}

/* What the filters' SQL says; the rule without SQL says the same. */
static void
describe_filters (Story *self, RcDate today, gint64 id, const RcCustomerFacts *facts, GString *text)
{
  for (int filter = RC_FILTER_ALL_CUSTOMERS; filter < RC_N_FILTERS; filter++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcCustomerQuery) query = rc_customer_query_new ((RcFilter) filter, today, self->policy);
      g_autoptr (GArray) ids = rc_customer_query_list_ids (self->fixture.database, query, 0, NULL, &error);
      gboolean found = FALSE;

      g_assert_no_error (error);
      for (guint i = 0; i < ids->len; i++)
        found = found || g_array_index (ids, gint64, i) == id;
      g_assert_cmpint (found, ==, rc_filter_contains ((RcFilter) filter, facts, today, self->policy));
      if (found && filter != RC_FILTER_ALL_CUSTOMERS)
        g_string_append_printf (text, " %s", rc_enum_to_nick (RC_TYPE_FILTER, filter));
    }
}

/* In the words of DAYS. (transfer full) */
static char *
describe (Story *self, RcDate today, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) record = rc_membership_query_load (self->fixture.database, id, &error);
  const RcCustomerRecord *customer;
  RcCustomerFacts facts;
  g_autofree char *date = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  customer = record->customer;
  facts = (RcCustomerFacts){ .anniversary_date = customer->anniversary_date,
                             .oldest_open_pa = customer->oldest_open_pa,
                             .newest_open_pa = customer->newest_open_pa,
                             .licences_total = customer->licences_total };
  date = customer->anniversary_date != RC_DATE_NONE ? rc_date_to_iso (customer->anniversary_date)
                                                    : g_strdup ("–");
  g_string_append_printf (
      text, "%s %s %s |",
      rc_enum_to_nick (RC_TYPE_TERM_STATE, (int) rc_term_state (&facts, today, self->policy)),
      rc_enum_to_nick (RC_TYPE_REQUEST_STATE,
                       (int) rc_request_state (customer->oldest_open_pa, today, self->policy)),
      date);
  describe_plans (record, text);
  g_string_append_printf (text, " | %d |", rc_vip_select_level (record->bought, self->policy));
  describe_filters (self, today, id, &facts, text);
  return g_string_free (text, FALSE);
}

/* As the program does on the desk that has them written by themselves. */
static void
write_due (Story *self, RcDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due =
      rc_due_query_list (self->fixture.database, today, self->policy, 100, NULL, &error);
  GArray *ids[RC_N_DUE_GROUPS];

  g_assert_no_error (error);
  for (int i = 0; i < RC_N_DUE_GROUPS; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < due->len; i++)
    {
      const RcDueRecord *record = g_ptr_array_index (due, i);

      /* Nothing was forgotten on the days before. */
      g_assert_cmpuint (record->due_on, ==, today);
      g_array_append_val (ids[record->group], record->subject_id);
    }
  if (due->len > 0)
    do_command (&self->fixture,
                rc_write_due_messages_new (self->fixture.admin, today, ids[0], ids[1], ids[2], TRUE));
  for (int i = 0; i < RC_N_DUE_GROUPS; i++)
    g_array_unref (ids[i]);
}

static void
collect_mails (Story *self)
{
  RcStatement *statement = rc_table_query (
      self->fixture.database, NULL,
      "SELECT date (created_at / 1000000, 'unixepoch') || ' ' || kind || ' ' || language || ' ' || "
      "recipient_email, id FROM messages WHERE id > $1 ORDER BY id",
      "i", self->last_message);
  g_autoptr (GError) error = NULL;

  while (rc_statement_step (statement, &error))
    {
      g_string_append_printf (self->mails, "%s\n", rc_statement_get_text (statement, 0));
      self->last_message = rc_statement_get_int (statement, 1);
    }
  g_assert_no_error (error);
  rc_statement_reset (statement);
}

/* MS-1, and most of the rules of terms, requests, orders, returns and commitments, as they follow on one another. */
static void
test_three_years (Story *self, gconstpointer data)
{
  gsize next = 0;

  for (RcDate today = FIRST_DAY; today <= LAST_DAY; today = rc_date_add_days (today, 1))
    {
      g_autofree char *day = rc_date_to_iso (today);

      self->fixture.now = (((gint64) today - UNIX_EPOCH) * 24 + 9) * 3600 * G_USEC_PER_SEC;
      write_due (self, today);
      write_due (self, today);
      for (; next < G_N_ELEMENTS (DAYS) && g_str_equal (DAYS[next].day, day); next++)
        {
          g_autofree char *found = NULL;

          g_test_message ("%s", day);
          if (DAYS[next].deed != NULL)
            DAYS[next].deed (self, today);
          found = describe (self, today, self->customers[DAYS[next].who]);
          g_assert_cmpstr (found, ==, DAYS[next].expected);
        }
      collect_mails (self);
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (DAYS));
  g_assert_cmpstr (self->mails->str, ==, MAILS);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/story/three-years", Story, NULL, set_up, test_three_years, tear_down);
  return g_test_run ();
}
