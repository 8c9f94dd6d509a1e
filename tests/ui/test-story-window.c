/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-approve-return.h"
#include "rc-create-purchase-authorization.h"
#include "rc-detail-pane.h"
#include "rc-enroll-commitment.h"
#include "rc-membership.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-product-line.h"
#include "rc-record-acceptance.h"
#include "rc-renew-membership.h"
#include "rc-request-return.h"
#include "rc-set-assigned-licences.h"
#include "rc-style.h"

/* Three years of two customers as the window shows them: a picture and its words at each turn. What the rules make of the
 * same years, day by day, is in the story of the commands. */

#define TEAM_PRODUCT "AC-PRO-TEAM"
#define OTHER_PRODUCT "PS-TEAM"

typedef enum
{
  NORTH,
  SOUTH,
  N_CUSTOMERS
} Who;

/* The tabs of the pane. */
typedef enum
{
  OVERVIEW,
  PLANS,
  HISTORY,
  RENEWALS
} Tab;

typedef struct
{
  DialogFixture base;
  GSettings *settings; /* (owned) */
  RcWindow *window;
  GtkWidget *pane; /* (borrowed) */
  gint64 customers[N_CUSTOMERS];
  gint64 pa; /* the newest one */
  guint n_orders;
} Story;

typedef void (*Deed) (Story *self);

static GtkWidget *
get_child (Story *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->window), RC_TYPE_WINDOW, name));
}

static void
set_up (Story *self, gconstpointer data)
{
  dialog_fixture_set_up (&self->base, data);
  dialog_fixture_set_today (&self->base, rc_date_new (2026, 1, 15));
  rc_style_load (gdk_display_get_default ());
  self->settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  g_settings_set_int (self->settings, "window-width", 1280);
  g_settings_set_int (self->settings, "window-height", 860);
  g_settings_set_string (self->settings, "filter", "all-customers");
  g_settings_set_string (self->settings, "dated-messages", "send");
  self->window = rc_window_new (NULL, self->base.clock);
  rc_window_set_workspace (self->window, self->base.workspace);
  gtk_window_present (GTK_WINDOW (self->window));
  self->pane = get_child (self, "pane");
}

static void
tear_down (Story *self, gconstpointer data)
{
  g_settings_reset (self->settings, "dated-messages");
  g_clear_object (&self->settings);
  dialog_fixture_tear_down (&self->base, data);
}

static gint64
get_me (Story *self)
{
  return rc_workspace_get_me (self->base.workspace);
}

static GPtrArray *
make_lines (const char *code, int quantity)
{
  GPtrArray *lines = rc_product_lines_new ();

  g_ptr_array_add (lines, rc_product_line_new (code, quantity));
  return lines;
}

static void
create_pa (Story *self, const char *code, int quantity)
{
  g_autoptr (GPtrArray) lines = make_lines (code, quantity);

  self->pa = dialog_fixture_run (
      &self->base, rc_create_purchase_authorization_new (get_me (self), self->base.today,
                                                         self->customers[NORTH], lines, NULL, FALSE));
}

static char *
next_number (Story *self)
{
  return g_strdup_printf ("ORD-2026-%u", ++self->n_orders);
}

static void
order_is_placed (Story *self)
{
  g_autofree char *number = next_number (self);

  dialog_fixture_run (
      &self->base, rc_place_order_new (get_me (self), self->base.today, self->pa, number, self->base.today));
}

static void
order_directly (Story *self, Who who, const char *code, int quantity)
{
  g_autofree char *number = next_number (self);
  g_autoptr (GPtrArray) lines = make_lines (code, quantity);

  dialog_fixture_run (&self->base,
                      rc_place_direct_order_new (get_me (self), self->base.today, self->customers[who],
                                                 number, self->base.today, lines));
}

static void
renew (Story *self, int quantity, int other_quantity)
{
  g_autofree char *number = next_number (self);
  g_autoptr (GPtrArray) lines = make_lines (TEAM_PRODUCT, quantity);

  g_ptr_array_add (lines, rc_product_line_new (OTHER_PRODUCT, other_quantity));
  dialog_fixture_run (&self->base,
                      rc_renew_membership_new (get_me (self), self->base.today, self->customers[NORTH],
                                               number, self->base.today, lines));
}

static void
north_is_invited (Story *self)
{
  self->customers[NORTH] = dialog_fixture_invite (&self->base, "Thisted Kommune", 0);
}

static void
north_begins (Story *self)
{
  g_autoptr (GPtrArray) assigned = make_lines (TEAM_PRODUCT, 12);

  dialog_fixture_run (&self->base,
                      rc_record_acceptance_new (get_me (self), self->base.today, self->customers[NORTH],
                                                rc_date_add_days (self->base.today, -5)));
  create_pa (self, TEAM_PRODUCT, 12);
  dialog_fixture_run (&self->base, rc_set_assigned_licences_new (get_me (self), self->base.today,
                                                                 self->customers[NORTH], assigned));
}

static void
north_gets_more (Story *self)
{
  create_pa (self, OTHER_PRODUCT, 5);
}

static void
north_commits (Story *self)
{
  order_is_placed (self);
  dialog_fixture_run (&self->base,
                      rc_enroll_commitment_new (get_me (self), self->base.today, self->customers[NORTH], 15));
}

static void
north_renews_a_part (Story *self)
{
  renew (self, 10, 5);
}

static void
north_orders_more (Story *self)
{
  order_directly (self, NORTH, OTHER_PRODUCT, 4);
}

static void
north_returns_some (Story *self)
{
  g_autoptr (RcMembershipRecord) record = dialog_fixture_load (&self->base, self->customers[NORTH]);
  const RcOrderRecord *order = g_ptr_array_index (record->orders, 0);
  const RcLineRecord *line = g_ptr_array_index (order->lines, 0);
  gint64 asked =
      dialog_fixture_run (&self->base, rc_request_return_new (get_me (self), self->base.today, line->id, 3));

  dialog_fixture_run (&self->base, rc_approve_return_new (get_me (self), self->base.today, asked));
}

static void
north_renews_all (Story *self)
{
  renew (self, 10, 6);
}

static void
south_begins (Story *self)
{
  self->customers[SOUTH] = dialog_fixture_invite (&self->base, "Gymnasiet i Syd", 0);
  order_directly (self, SOUTH, TEAM_PRODUCT, 2);
}

static void
south_comes_back (Story *self)
{
  order_directly (self, SOUTH, OTHER_PRODUCT, 3);
}

/* A turn of the story; where there is a picture, the customer is in @filter, alone, and the pane says all of @words. */
static const struct
{
  const char *day;
  guint64 messages; /* there are by then, those included that the day brings (MS-1) */
  Deed deed; /* NULL: only time has passed */
  const char *picture; /* NULL: not looked at */
  Who who;
  Tab tab;
  RcFilter filter;
  const char *words[4];
} TURNS[] = {
  { "2026-01-15",
    0,
    north_is_invited,
    "invited",
    NORTH,
    OVERVIEW,
    RC_FILTER_NO_PRODUCTS,
    { "Invitation pending", "Set by the first authorization or order" } },
  { "2026-02-02",
    1,
    north_begins,
    "first-request",
    NORTH,
    OVERVIEW,
    RC_FILTER_PENDING_REQUESTS,
    { "Order due in 30 days", "2\u00a0February 2027" } },
  { "2026-02-20", 2, order_is_placed, "ordered", NORTH, PLANS, RC_FILTER_ALL_CUSTOMERS, { "Acrobat Pro" } },
  { "2026-03-02", 2, north_gets_more },
  { "2026-04-02",
    4,
    NULL,
    "overdue",
    NORTH,
    OVERVIEW,
    RC_FILTER_PAST_DUE_REQUESTS,
    { "Overdue", "Order 1 day overdue" } },
  { "2026-05-02",
    5,
    NULL,
    "suspended",
    NORTH,
    OVERVIEW,
    RC_FILTER_PAST_DUE_REQUESTS,
    { "Suspended", "Suspended since 2\u00a0May 2026" } },
  { "2026-05-05",
    5,
    north_commits,
    "committed",
    NORTH,
    OVERVIEW,
    RC_FILTER_ALL_CUSTOMERS,
    { "Level 2", "15 licenses" } },
  { "2026-11-04",
    5,
    NULL,
    "upcoming",
    NORTH,
    OVERVIEW,
    RC_FILTER_UPCOMING_RENEWALS,
    { "Renewal window opens in 60 days", "Upcoming renewal" } },
  { "2027-01-20",
    7,
    north_renews_a_part,
    "renewed",
    NORTH,
    RENEWALS,
    RC_FILTER_ALL_CUSTOMERS,
    { "2\u00a0February 2028", "12 → 10" } },
  { "2027-01-22", 7, north_orders_more },
  { "2027-02-05",
    8,
    north_returns_some,
    "returned",
    NORTH,
    HISTORY,
    RC_FILTER_ALL_CUSTOMERS,
    { "3 returned", "Renewal order", "Direct order" } },
  { "2027-02-06", 8, south_begins },
  { "2028-02-01", 13, north_renews_all },
  { "2028-02-06",
    14,
    NULL,
    "due",
    SOUTH,
    OVERVIEW,
    RC_FILTER_READY_FOR_RENEWAL,
    { "today is the anniversary" } },
  { "2028-03-07",
    15,
    NULL,
    "grace",
    SOUTH,
    OVERVIEW,
    RC_FILTER_READY_FOR_RENEWAL,
    { "Grace period", "Renew by 7\u00a0March 2028", "Today is the last day to renew" } },
  { "2028-03-08",
    15,
    NULL,
    "lapsed",
    SOUTH,
    OVERVIEW,
    RC_FILTER_NO_PRODUCTS,
    { "Lapsed since 8\u00a0March 2028", "the licenses have expired" } },
  { "2028-06-15", 15, south_comes_back, "back", SOUTH, PLANS, RC_FILTER_ALL_CUSTOMERS, { "Photoshop" } },
  { "2029-01-15",
    18,
    NULL,
    "ready-again",
    NORTH,
    OVERVIEW,
    RC_FILTER_READY_FOR_RENEWAL,
    { "Ready for renewal", "Renew by 4\u00a0March 2029", "15 licenses" } },
};

typedef struct
{
  Story *story;
  gint64 customer;
  RcFilter filter;
  const char *text;
  guint64 messages;
} Expectation;

static gboolean
is_counted (gpointer data)
{
  const Expectation *expected = data;

  return rc_workspace_get_count (expected->story->base.workspace, expected->filter)
         == (expected->filter == RC_FILTER_ALL_CUSTOMERS && expected->story->customers[SOUTH] != 0 ? 2 : 1);
}

static gboolean
is_listed (gpointer data)
{
  const Expectation *expected = data;
  RcCustomerListView *view = RC_CUSTOMER_LIST_VIEW (get_child (expected->story, "customers"));
  RcVirtualList *list = RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view));

  return rc_virtual_list_get_state (list) == RC_LIST_STATE_CONTENT && rc_virtual_list_is_complete (list);
}

static gboolean
is_shown (gpointer data)
{
  const Expectation *expected = data;
  g_autoptr (RcMembership) membership = NULL;
  const RcMembershipRecord *record;

  g_object_get (expected->story->pane, "membership", &membership, NULL);
  record = membership != NULL ? rc_membership_get_record (membership) : NULL;
  return record != NULL && record->customer->id == expected->customer;
}

static gboolean
is_said (gpointer data)
{
  const Expectation *expected = data;

  return dialog_fixture_says (expected->story->pane, expected->text);
}

static gboolean
is_written (gpointer data)
{
  const Expectation *expected = data;
  guint64 messages;

  g_object_get (expected->story->base.workspace, "waiting-messages", &messages, NULL);
  return messages >= expected->messages;
}

static void
wait_messages (Story *self, guint64 messages)
{
  Expectation expected = { .story = self, .messages = messages };

  g_assert_true (ui_fixture_wait (is_written, &expected));
  g_object_get (self->base.workspace, "waiting-messages", &expected.messages, NULL);
  g_assert_cmpuint (expected.messages, ==, messages);
}

static void
look (Story *self, gsize turn)
{
  RcCustomerListView *view = RC_CUSTOMER_LIST_VIEW (get_child (self, "customers"));
  Expectation expected = { .story = self,
                           .customer = self->customers[TURNS[turn].who],
                           .filter = TURNS[turn].filter };
  g_autofree char *name = g_strdup_printf ("story-%02" G_GSIZE_FORMAT "-%s", turn + 1, TURNS[turn].picture);

  g_assert_true (ui_fixture_wait (is_counted, &expected));
  g_assert_true (ui_fixture_wait (is_listed, &expected));
  rc_customer_list_view_select_customer (view, expected.customer);
  g_assert_true (ui_fixture_wait (is_shown, &expected));
  rc_detail_pane_show_tab (RC_DETAIL_PANE (self->pane), (RcCustomerTab) TURNS[turn].tab);
  for (gsize i = 0; i < G_N_ELEMENTS (TURNS[turn].words) && TURNS[turn].words[i] != NULL; i++)
    {
      expected.text = TURNS[turn].words[i];
      if (!ui_fixture_wait (is_said, &expected))
        {
          g_test_message ("%s: “%s” is not said", name, expected.text);
          g_test_fail ();
        }
    }
  ui_fixture_settle ();
  ui_fixture_picture (GTK_WIDGET (self->window), name);
}

/* PA-2, RN-1, RN-2, RN-7, OR-4, VS-2 as somebody sees them who has the window open for three years; MS-1 at the end of them. */
static void
test_three_years (Story *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TURNS); i++)
    {
      dialog_fixture_set_today (&self->base, rc_date_from_iso (TURNS[i].day));
      wait_messages (self, TURNS[i].messages);
      if (TURNS[i].deed != NULL)
        TURNS[i].deed (self);
      if (TURNS[i].picture != NULL)
        look (self, i);
    }
  rc_window_show_page (self->window, "messages");
  dialog_fixture_wait_text (GTK_WINDOW (self->window), "18 messages");
  ui_fixture_settle ();
  ui_fixture_picture (GTK_WIDGET (self->window), "story-messages");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/story/window", Story, NULL, set_up, test_three_years, tear_down);
  return g_test_run ();
}
