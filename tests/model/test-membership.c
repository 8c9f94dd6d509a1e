/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-history-item.h"
#include "rc-membership.h"
#include "rc-place-order.h"
#include "rc-plan-item.h"
#include "rc-purchase-words.h"
#include "rc-record-acceptance.h"
#include "rc-record-departure.h"
#include "rc-remove-customers.h"
#include "rc-request-item.h"
#include "rc-words.h"

#include <string.h>

/* The detail pane's model: which actions are offered in which state, and that it follows what happens. */

/* A customer in some state, and what can be done: a letter for each action, in the order of RcAction. */
typedef struct
{
  const char *name;
  int pa_age; /* of an open purchase authorization; -1: none */
  int days_to_anniversary; /* 1000: no anniversary date */
  gboolean accepted;
  gboolean had_order;
  gboolean moved;
  RcRole role;
  /* c: create PA, d: direct order, r: remind, a: accept, x: remove, s: set assigned, m: assign manager, n: renew,
   * t: enroll in a 3-year commit, l: leave, q: request a return, v: decide one */
  const char *can;
} ActionCase;

static const ActionCase ACTION_CASES[] = {
  { "invited", -1, 1000, FALSE, FALSE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cdrax-m--l--" },
  { "accepted (CU-6)", -1, 1000, TRUE, FALSE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cd--x-m--l--" },
  { "had an order (CU-9)", -1, 1000, TRUE, TRUE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cd----m--l--" },
  { "account manager (CU-10)", -1, 1000, FALSE, FALSE, FALSE, RC_ROLE_ACCOUNT_MANAGER, "cdrax----l--" },
  { "viewer (TM-3)", -1, 1000, FALSE, FALSE, FALSE, RC_ROLE_VIEWER, "------------" },
  { "pending, last day (PA-2)", 30, 335, TRUE, FALSE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cd---sm--l--" },
  { "overdue, first day (PA-3)", 31, 334, TRUE, FALSE, FALSE, RC_ROLE_PRIMARY_ADMIN, "-d---sm--l--" },
  { "suspended (PA-3)", 61, 304, TRUE, FALSE, FALSE, RC_ROLE_PRIMARY_ADMIN, "-d---sm--l--" },
  { "window opens tomorrow (RN-1)", -1, 31, TRUE, TRUE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cd----m--l--" },
  { "window's first day (RN-1)", -1, 30, TRUE, TRUE, FALSE, RC_ROLE_ACCOUNT_MANAGER, "cd-----n-l--" },
  { "grace, last day (RN-1)", 5, -30, TRUE, TRUE, FALSE, RC_ROLE_PRIMARY_ADMIN, "cd---smn-l--" },
  { "lapsed (PA-4)", 5, -31, TRUE, TRUE, FALSE, RC_ROLE_PRIMARY_ADMIN, "-d----mn-l--" },
  { "moved (CH-5)", -1, 200, FALSE, FALSE, TRUE, RC_ROLE_PRIMARY_ADMIN, "------------" },
};

static RcMembershipRecord *
make_record (const ActionCase *item)
{
  RcMembershipRecord *record = g_new0 (RcMembershipRecord, 1);
  RcDate pa = item->pa_age >= 0 ? rc_date_add_days (FIXTURE_TODAY, -item->pa_age) : RC_DATE_NONE;

  record->customer = g_new0 (RcCustomerRecord, 1);
  record->customer->oldest_open_pa = pa;
  record->customer->newest_open_pa = pa;
  record->customer->had_order = item->had_order;
  record->customer->moved_on = item->moved ? FIXTURE_TODAY : RC_DATE_NONE;
  record->customer->invitation_status =
      item->accepted ? RC_INVITATION_STATUS_ACCEPTED : RC_INVITATION_STATUS_PENDING;
  if (item->days_to_anniversary != 1000)
    record->customer->anniversary_date = rc_date_add_days (FIXTURE_TODAY, item->days_to_anniversary);
  record->licences = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_licence_record_free);
  record->purchase_authorizations = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_pa_record_free);
  record->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_order_record_free);
  record->renewals = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_renewal_record_free);
  if (item->pa_age >= 0)
    {
      RcLicenceRecord *licence = g_new0 (RcLicenceRecord, 1);

      licence->product_id = 1;
      licence->pending = 5;
      record->customer->licences_total = 5;
      g_ptr_array_add (record->licences, licence);
    }
  return record;
}

static void
test_actions (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  for (guint i = 0; i < G_N_ELEMENTS (ACTION_CASES); i++)
    {
      const ActionCase *item = &ACTION_CASES[i];
      g_autoptr (RcMembershipRecord) record = make_record (item);
      RcActionContext context = { FIXTURE_TODAY, policy, item->role };
      char can[RC_N_ACTIONS + 1] = "cdraxsmntlqv";

      for (guint action = 0; action < RC_N_ACTIONS; action++)
        if (rc_action_get_reason ((RcAction) action, record, &context) != NULL)
          can[action] = '-';
      g_test_message ("%s", item->name);
      g_assert_cmpstr (can, ==, item->can);
    }
}

/* VS-2: from level 2 on, one at a time, and not in an extended term. */
typedef struct
{
  const char *name;
  int bought; /* of licences; the catalogue's consumables beside them */
  int pending;
  int consumables;
  int ends_in; /* days until a commitment ends; 0: none */
  int term_months; /* of a custom term; 0: none */
  int days_to_anniversary;
  gboolean can;
} EnrollCase;

static const EnrollCase ENROLL_CASES[] = {
  { "level 1", 9, 20, 20, 0, 0, 200, FALSE },     { "level 2", 10, 0, 0, 0, 0, 200, TRUE },
  { "running", 20, 0, 0, 1, 0, 200, FALSE },      { "ended", 20, 0, 0, -1, 0, 200, TRUE },
  { "extended term", 20, 0, 0, 0, 13, 0, FALSE }, { "custom term of a year", 20, 0, 0, 0, 12, 0, TRUE },
  { "grace", 20, 0, 0, 0, 0, -30, TRUE },         { "lapsed", 20, 0, 0, 0, 0, -31, FALSE },
};

static void
add_licence (RcMembershipRecord *record, gint64 product_id, RcLicenceKind kind, int ordered, int pending)
{
  RcLicenceRecord *licence = g_new0 (RcLicenceRecord, 1);

  licence->product_id = product_id;
  licence->licence_kind = kind;
  licence->ordered = ordered;
  licence->pending = pending;
  g_ptr_array_add (record->licences, licence);
}

static RcMembershipRecord *
make_enroll_record (const EnrollCase *item)
{
  ActionCase base = {
    item->name, -1, item->days_to_anniversary, TRUE, TRUE, FALSE, RC_ROLE_PRIMARY_ADMIN, ""
  };
  RcMembershipRecord *record = make_record (&base);

  record->bought = item->bought;
  add_licence (record, 1, RC_LICENCE_KIND_NAMED_USER, item->bought, item->pending);
  add_licence (record, 2, RC_LICENCE_KIND_CONSUMABLE, item->consumables, 0);
  record->customer->invited_on = FIXTURE_TODAY;
  if (item->term_months > 0)
    {
      record->customer->custom_anniversary = TRUE;
      record->customer->anniversary_date = rc_date_add_months (FIXTURE_TODAY, item->term_months, 0);
    }
  if (item->ends_in != 0)
    {
      record->commitment = g_new0 (RcCommitmentRecord, 1);
      record->commitment->starts_on = rc_date_add_days (FIXTURE_TODAY, item->ends_in - 1000);
      record->commitment->ends_on = rc_date_add_days (FIXTURE_TODAY, item->ends_in);
    }
  return record;
}

static void
test_enroll (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcActionContext context = { FIXTURE_TODAY, policy, RC_ROLE_ACCOUNT_MANAGER };

  for (guint i = 0; i < G_N_ELEMENTS (ENROLL_CASES); i++)
    {
      g_autoptr (RcMembershipRecord) record = make_enroll_record (&ENROLL_CASES[i]);
      const char *reason = rc_action_get_reason (RC_ACTION_ENROLL_COMMITMENT, record, &context);

      g_test_message ("%s: %s", ENROLL_CASES[i].name, reason);
      g_assert_true ((reason == NULL) == ENROLL_CASES[i].can);
      g_assert_cmpint (rc_membership_record_count_committable (record), ==,
                       ENROLL_CASES[i].bought + ENROLL_CASES[i].pending);
    }
}

/* OR-4, VS-3: how many of a line of 10, of 30 bought, can be returned. */
typedef struct
{
  const char *name;
  int age; /* of the order, in days */
  int returned;
  int requested;
  int assigned; /* of 10 */
  int commitment; /* 0: none */
  int days_to_anniversary;
  int term; /* of the order; the customer's is 1 */
  RcRole role;
  int most;
} ReturnCase;

static const ReturnCase RETURN_CASES[] = {
  { "same day", 0, 0, 0, 0, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 10 },
  { "last day", 14, 0, 0, 0, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 10 },
  { "too late", 15, 0, 0, 0, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 0 },
  { "partly returned", 1, 3, 2, 0, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 5 },
  { "all requested", 1, 0, 10, 0, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 0 },
  { "assigned", 1, 0, 0, 6, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 4 },
  { "assigned and requested", 1, 0, 1, 6, 0, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 3 },
  { "committed", 1, 0, 2, 0, 21, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 7 },
  { "all committed", 1, 0, 0, 0, 30, 200, 1, RC_ROLE_ACCOUNT_MANAGER, 0 },
  { "lapsed", 1, 0, 0, 0, 0, -31, 1, RC_ROLE_ACCOUNT_MANAGER, 0 },
  { "earlier term", 1, 0, 0, 0, 0, 200, 0, RC_ROLE_ACCOUNT_MANAGER, 0 },
  { "viewer", 1, 0, 0, 0, 0, 200, 1, RC_ROLE_VIEWER, 0 },
};

static RcMembershipRecord *
make_return_record (const ReturnCase *item)
{
  EnrollCase base = { item->name, 30, 0, 5, item->commitment, 0, item->days_to_anniversary, TRUE };
  RcMembershipRecord *record = make_enroll_record (&base);
  RcOrderRecord *order = g_new0 (RcOrderRecord, 1);
  RcLineRecord *line = g_new0 (RcLineRecord, 1);

  record->customer->term = 1;
  if (record->commitment != NULL)
    record->commitment->quantity = item->commitment;
  ((RcLicenceRecord *) record->licences->pdata[0])->ordered = 10 - item->returned;
  ((RcLicenceRecord *) record->licences->pdata[0])->assigned = item->assigned;
  line->id = 7;
  line->product_id = 1;
  line->quantity = 10;
  line->returned = item->returned;
  line->return_requested = item->requested;
  order->term = item->term;
  order->date = rc_date_add_days (FIXTURE_TODAY, -item->age);
  order->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_line_record_free);
  g_ptr_array_add (order->lines, line);
  g_ptr_array_add (record->orders, order);
  return record;
}

static void
test_returnable (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  for (guint i = 0; i < G_N_ELEMENTS (RETURN_CASES); i++)
    {
      g_autoptr (RcMembershipRecord) record = make_return_record (&RETURN_CASES[i]);
      RcActionContext context = { FIXTURE_TODAY, policy, RETURN_CASES[i].role };
      const RcOrderRecord *order = record->orders->pdata[0];
      const RcLineRecord *line = order->lines->pdata[0];

      g_test_message ("%s", RETURN_CASES[i].name);
      g_assert_cmpint (rc_return_count_returnable (record, order, line, &context), ==, RETURN_CASES[i].most);
      g_assert_true ((rc_return_get_reason (record, order, line, &context) == NULL)
                     == (RETURN_CASES[i].most > 0));
      g_assert_cmpstr (rc_action_get_reason (RC_ACTION_REQUEST_RETURN, record, &context), ==,
                       rc_return_get_reason (record, order, line, &context));
    }
}

/* OR-4: approved only where as many licences are assigned to nobody, as long as they are of the current term. */
static void
test_return_decisions (void)
{
  static const struct
  {
    int assigned; /* of 10; 4 are to be returned */
    int term;
    int commitment; /* of 30 bought */
    RcReturnStatus status;
    gboolean can;
  } cases[] = {
    { 6, 1, 0, RC_RETURN_STATUS_REQUESTED, TRUE },   { 7, 1, 0, RC_RETURN_STATUS_REQUESTED, FALSE },
    { 7, 0, 0, RC_RETURN_STATUS_REQUESTED, TRUE },   { 0, 1, 26, RC_RETURN_STATUS_REQUESTED, TRUE },
    { 0, 1, 27, RC_RETURN_STATUS_REQUESTED, FALSE }, { 0, 1, 0, RC_RETURN_STATUS_APPROVED, FALSE },
    { 0, 1, 0, RC_RETURN_STATUS_REJECTED, FALSE }
  };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcActionContext context = { FIXTURE_TODAY, policy, RC_ROLE_ACCOUNT_MANAGER };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ReturnCase item = {
        "", 1, 0, 4, cases[i].assigned, cases[i].commitment, 200, cases[i].term, RC_ROLE_ACCOUNT_MANAGER, 0
      };
      g_autoptr (RcMembershipRecord) record = make_return_record (&item);
      RcReturnRecord decided = { .order_line_id = 7, .quantity = 4, .status = cases[i].status };

      g_assert_true ((rc_return_get_decision_reason (record, &decided, &context) == NULL) == cases[i].can);
    }
}

/* o: place order, c: cancel, u: close unpaid. */
static const struct
{
  const char *name;
  int age;
  int assigned; /* of 5 */
  RcPaStatus status;
  gboolean moved;
  RcRole role;
  const char *can;
} REQUEST_CASES[] = {
  { "today", 0, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "oc-" },
  { "pending, last day (PA-6)", 30, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "oc-" },
  { "overdue (PA-6)", 31, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "o--" },
  { "overdue, last day (PA-8)", 60, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "o--" },
  { "suspended (PA-8)", 61, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "o-u" },
  { "suspended, account manager (PA-8)", 61, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_ACCOUNT_MANAGER, "o--" },
  { "assigned (PA-6)", 3, 1, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_PRIMARY_ADMIN, "o--" },
  { "ordered", 3, 0, RC_PA_STATUS_ORDERED, FALSE, RC_ROLE_PRIMARY_ADMIN, "---" },
  { "moved (CH-5)", 3, 0, RC_PA_STATUS_OPEN, TRUE, RC_ROLE_PRIMARY_ADMIN, "---" },
  { "viewer (TM-3)", 3, 0, RC_PA_STATUS_OPEN, FALSE, RC_ROLE_VIEWER, "---" },
};

static RcPaRecord *
make_pa (int age, RcPaStatus status)
{
  RcPaRecord *pa = g_new0 (RcPaRecord, 1);
  RcLineRecord *line = g_new0 (RcLineRecord, 1);

  line->product_id = 1;
  line->quantity = 5;
  pa->date = rc_date_add_days (FIXTURE_TODAY, -age);
  pa->status = status;
  pa->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_line_record_free);
  g_ptr_array_add (pa->lines, line);
  return pa;
}

static void
test_request_actions (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  for (guint i = 0; i < G_N_ELEMENTS (REQUEST_CASES); i++)
    {
      ActionCase customer = { .pa_age = REQUEST_CASES[i].age, .days_to_anniversary = 200, .accepted = TRUE };
      g_autoptr (RcMembershipRecord) record = NULL;
      g_autoptr (RcPaRecord) pa = make_pa (REQUEST_CASES[i].age, REQUEST_CASES[i].status);
      RcActionContext context = { FIXTURE_TODAY, policy, REQUEST_CASES[i].role };
      char can[RC_N_REQUEST_ACTIONS + 1] = "ocu";

      customer.moved = REQUEST_CASES[i].moved;
      record = make_record (&customer);
      ((RcLicenceRecord *) record->licences->pdata[0])->assigned = REQUEST_CASES[i].assigned;
      for (guint action = 0; action < RC_N_REQUEST_ACTIONS; action++)
        if (rc_request_action_get_reason ((RcRequestAction) action, record, pa, &context) != NULL)
          can[action] = '-';
      g_test_message ("%s", REQUEST_CASES[i].name);
      g_assert_cmpstr (can, ==, REQUEST_CASES[i].can);
    }
}

static GListModel *
get_list (RcMembership *membership, const char *name)
{
  GListModel *model;

  g_object_get (membership, name, &model, NULL);
  g_object_unref (model); /* the membership holds it */
  return model;
}

static char *
get_text (GListModel *model, guint position, const char *name)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, position);
  char *text;

  g_object_get (item, name, &text, NULL);
  return text;
}

static void
assert_text (GListModel *model, guint position, const char *name, const char *expected)
{
  g_autofree char *text = get_text (model, position, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
run (WorkspaceFixture *fixture, RcCommand *command)
{
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (RcCommandResult) result = fixture_run (fixture->workspace, command, &error);

  g_assert_no_error (error);
  fixture_settle ();
}

static void
count_call (int *n_calls)
{
  (*n_calls)++;
}

static void
test_it_follows_a_purchase (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 me = rc_workspace_get_me (fixture->workspace);
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  gint64 first, second;

  g_assert_cmpint (rc_membership_get_state (membership), ==, RC_LIST_STATE_EMPTY);
  rc_membership_set_customer_id (membership, id);
  g_assert_cmpint (rc_membership_get_state (membership), ==, RC_LIST_STATE_LOADING);
  g_assert_false (rc_membership_can (membership, RC_ACTION_CREATE_PA));
  fixture_settle ();
  g_assert_cmpint (rc_membership_get_state (membership), ==, RC_LIST_STATE_CONTENT);
  g_assert_true (rc_membership_can (membership, RC_ACTION_CREATE_PA));
  g_assert_cmpstr (rc_membership_get_reason (membership, RC_ACTION_CREATE_PA), ==, "");

  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, &first);
  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, &second);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_list (membership, "open-requests")), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (membership, "plans")), ==, 1);
  assert_text (get_list (membership, "plans"), 0, "pending", "10");
  assert_text (get_list (membership, "open-requests"), 0, "deadline", "Order due in 30 days");

  run (fixture, rc_place_order_new (me, FIXTURE_TODAY, first, "A-1", FIXTURE_TODAY));
  run (fixture, rc_cancel_purchase_authorization_new (me, FIXTURE_TODAY, second));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (membership, "open-requests")), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (membership, "history")), ==, 3);
  assert_text (get_list (membership, "history"), 0, "kind", "Order for a purchase authorization");
  assert_text (get_list (membership, "plans"), 0, "ordered", "5");
  assert_text (get_list (membership, "plans"), 0, "total", "5");
  g_assert_finalize_object (membership);
}

/* The deadline in words is of what happens next (RN-1). */
static void
test_deadline_words (WorkspaceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int days_to_anniversary;
    const char *words;
  } cases[] = { { 300, "Renewal window opens in 270 days" },
                { 90, "Renewal window opens in 60 days" },
                { 31, "Renewal window opens in 1 day" },
                { 30, "Renew by " },
                { -30, "Renew by " },
                { -31, "Lapsed since " } };
  const RcPolicy *policy = rc_workspace_get_policy (fixture->workspace);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcCustomerFacts facts = { .anniversary_date =
                                    rc_date_add_days (FIXTURE_TODAY, cases[i].days_to_anniversary) };
      g_autofree char *words = rc_words_deadline (&facts, FIXTURE_TODAY, policy);

      g_assert_true (g_str_has_prefix (words, cases[i].words));
    }
}

/* Whoever shows the customer's own data hears of each change, also where no action becomes possible or impossible. */
static void
test_it_tells_of_the_customer (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  gint64 pa;
  int n_told = 0;

  rc_membership_set_customer_id (membership, id);
  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, &pa);
  fixture_settle ();
  g_signal_connect_swapped (membership, "notify::customer", G_CALLBACK (count_call), &n_told);
  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, &pa);
  fixture_settle ();
  g_assert_cmpint (n_told, >=, 1);
  g_assert_cmpint (rc_membership_get_record (membership)->customer->licences_total, ==, 10);
  g_assert_finalize_object (membership);
}

static void
test_it_follows_the_day (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  RcDate later = rc_date_add_days (FIXTURE_TODAY, 61);

  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, NULL);
  rc_membership_set_customer_id (membership, id);
  fixture_settle ();
  g_assert_true (rc_membership_can (membership, RC_ACTION_CREATE_PA));
  rc_clock_set (fixture->clock, later, fixture_noon (later));
  rc_workspace_check_day (fixture->workspace);
  fixture_settle ();
  g_assert_false (rc_membership_can (membership, RC_ACTION_CREATE_PA));
  g_assert_cmpstr (rc_membership_get_reason (membership, RC_ACTION_CREATE_PA), !=, "");
  assert_text (get_list (membership, "open-requests"), 0, "state-label", "Suspended");
  assert_text (get_list (membership, "open-requests"), 0, "age", "61 days");
  g_assert_finalize_object (membership);
}

static void
test_a_removed_customer_is_empty (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  rc_membership_set_customer_id (membership, id);
  fixture_settle ();
  g_assert_true (rc_membership_can (membership, RC_ACTION_REMOVE));
  g_array_append_val (ids, id);
  run (fixture, rc_remove_customers_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, ids));
  g_assert_cmpint (rc_membership_get_state (membership), ==, RC_LIST_STATE_EMPTY);
  g_assert_null (rc_membership_get_record (membership));
  g_assert_finalize_object (membership);
}

static void
test_a_late_answer_is_dropped (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 one = fixture_invite (fixture->workspace, "Aarhus Kommune");
  gint64 two = fixture_invite (fixture->workspace, "Odense Kommune");

  rc_membership_set_customer_id (membership, one);
  rc_membership_set_customer_id (membership, two);
  fixture_settle ();
  g_assert_cmpstr (rc_membership_get_record (membership)->customer->name, ==, "Odense Kommune");
  rc_membership_set_customer_id (membership, 0);
  g_assert_null (rc_membership_get_record (membership));
  g_assert_finalize_object (membership);
}

/* CH-5: it stays readable, and that is all. */
static void
test_a_moved_customer_can_only_be_read (WorkspaceFixture *fixture, gconstpointer data)
{
  RcMembership *membership = rc_membership_new (fixture->workspace);
  gint64 me = rc_workspace_get_me (fixture->workspace);
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  g_autoptr (GError) error = NULL;

  rc_membership_set_customer_id (membership, id);
  run (fixture, rc_record_departure_new (me, FIXTURE_TODAY, id));
  g_assert_cmpint (rc_membership_get_state (membership), ==, RC_LIST_STATE_CONTENT);
  for (guint i = 0; i < RC_N_ACTIONS; i++)
    g_assert_false (rc_membership_can (membership, (RcAction) i));
  g_assert_null (fixture_run (fixture->workspace,
                              rc_record_acceptance_new (me, FIXTURE_TODAY, id, FIXTURE_TODAY), &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_ALL_CUSTOMERS), ==, 1);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_NO_PRODUCTS), ==, 0);
  g_assert_finalize_object (membership);
}

/* VS-2, VS-3: what a 3-year commit means is said from its first day to after its end, and its end in time. */
static void
test_commitment_words (void)
{
  const RcCommitmentRecord commitment = { .quantity = 12,
                                          .starts_on = rc_date_new (2024, 2, 29),
                                          .ends_on = rc_date_new (2027, 2, 28) };
  const struct
  {
    RcDate today;
    const char *words;
  } cases[] = {
    { rc_date_new (2024, 2, 29), "Year 1 of 3. Renewals and returns cannot go below it." },
    { rc_date_new (2025, 2, 27), "Year 1 of 3." },
    { rc_date_new (2025, 2, 28), "Year 2 of 3." },
    { rc_date_new (2026, 11, 29), "Year 3 of 3." },
    { rc_date_new (2026, 11, 30), "It ends in 90 days: from " },
    { rc_date_new (2027, 2, 27), "It ends in 1 day: from " },
    { rc_date_new (2027, 2, 28), "Renewals and returns are not bound by it any more." },
  };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autofree char *none = rc_purchase_words_commitment (NULL, cases[0].today, policy);

  g_assert_cmpstr (none, ==, "None");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rc_purchase_words_commitment (&commitment, cases[i].today, policy);
      const char *second = strchr (words, '\n');

      g_assert_nonnull (second);
      g_assert_true (g_str_has_prefix (second + 1, cases[i].words));
    }
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership/actions", test_actions);
  g_test_add_func ("/membership/enroll-in-a-commitment", test_enroll);
  g_test_add_func ("/membership/commitment-words", test_commitment_words);
  g_test_add_func ("/membership/returnable", test_returnable);
  g_test_add_func ("/membership/return-decisions", test_return_decisions);
  g_test_add_func ("/membership/request-actions", test_request_actions);
  add ("/membership/it-follows-a-purchase", test_it_follows_a_purchase);
  add ("/membership/tells-of-the-customer-again", test_it_tells_of_the_customer);
  add ("/membership/deadline-words", test_deadline_words); /* RN-1 */
  add ("/membership/it-follows-the-day", test_it_follows_the_day);
  add ("/membership/a-removed-customer-is-empty", test_a_removed_customer_is_empty);
  add ("/membership/a-late-answer-is-dropped", test_a_late_answer_is_dropped);
  add ("/membership/a-moved-customer-can-only-be-read", test_a_moved_customer_can_only_be_read);
  return g_test_run ();
}
