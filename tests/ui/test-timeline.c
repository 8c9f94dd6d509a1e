/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-style.h"
#include "rc-term-bar.h"
#include "rc-term-timeline.h"

/* An anniversary date with the VIP's numbers: notice 45 days before it, the window 30 days on both sides. */
#define ANNIVERSARY rc_date_new (2026, 3, 12)

typedef struct
{
  GtkWindow *window;
  RcTermTimeline *timeline;
  RcPolicy *policy;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  rc_style_load (gdk_display_get_default ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->timeline = g_object_new (RC_TYPE_TERM_TIMELINE, NULL);
  fixture->policy = rc_policy_new (RC_PRESET_VIP);
  gtk_window_set_default_size (fixture->window, 340, 260);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->timeline));
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  rc_policy_free (fixture->policy);
}

static gboolean
show (Fixture *fixture, int days)
{
  RcCustomerFacts facts = { .anniversary_date = ANNIVERSARY, .licences_total = 3 };

  return rc_term_timeline_show (fixture->timeline, &facts, rc_date_add_days (ANNIVERSARY, days),
                                fixture->policy);
}

/* RN-1, RN-2, RN-7: each state says its word and its sentence, on the first and on the last day of it. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int days; /* from the anniversary date */
    const char *label;
    const char *sentence;
  } CASES[] = {
    { -91, NULL, "The renewal window opens in 61 days, on 10\u00a0February 2026." },
    { -90, "Upcoming renewal", "The renewal window opens in 60 days, on 10\u00a0February 2026." },
    { -31, "Upcoming renewal", "The renewal window opens in 1 day, on 10\u00a0February 2026." },
    { -30, "Ready for renewal", "30 days to the anniversary date" },
    { -1, "Ready for renewal", "1 day to the anniversary date" },
    { 0, "Ready for renewal", "today is the anniversary date" },
    { 1, "Grace period", "Licenses work until 11\u00a0April 2026: 29 days are left to renew." },
    { 29, "Grace period", "1 day is left to renew." },
    { 30, "Grace period", "Today is the last day to renew" },
    { 31, "Lapsed", "No renewal was recorded by 11\u00a0April 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_true (show (fixture, CASES[i].days));
      dialog_fixture_wait_text (fixture->window, CASES[i].sentence);
      if (CASES[i].label)
        dialog_fixture_wait_text (fixture->window, CASES[i].label);
    }
}

/* At which place beneath @widget a text stands, in the order of reading; 0: nowhere. @n_before: how many were before. */
static guint
find_place (GtkWidget *widget, const char *text, guint *n_before)
{
  guint place = 0;

  ++*n_before;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return *n_before;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && place == 0;
       child = gtk_widget_get_next_sibling (child))
    place = find_place (child, text, n_before);
  return place;
}

static gboolean
stands_after (GtkWidget *widget, const char *first, const char *second)
{
  guint n_to_first = 0, n_to_second = 0;
  guint at_first = find_place (widget, first, &n_to_first);
  guint at_second = find_place (widget, second, &n_to_second);

  g_assert_cmpuint (at_first, >, 0);
  g_assert_cmpuint (at_second, >, 0);
  return at_second > at_first;
}

/* The dates are read in their order, with today among them. */
static void
test_today_in_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = GTK_WIDGET (fixture->timeline);

  show (fixture, -60);
  g_assert_true (stands_after (timeline, "Today", "Notice"));
  show (fixture, -10);
  g_assert_true (stands_after (timeline, "Window opens", "Today"));
  g_assert_true (stands_after (timeline, "Today", "Anniversary date"));
  show (fixture, 40);
  g_assert_true (stands_after (timeline, "Last day to renew", "Today"));
  show (fixture, -60);
  g_assert_true (stands_after (timeline, "Today", "Notice"));
}

/* On the picture days stand in their order and to scale; those beyond it at its ends. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  RcTermBar *bar = RC_TERM_BAR (dialog_fixture_find (GTK_WIDGET (fixture->timeline), RC_TYPE_TERM_BAR, 0));
  RcDate anniversary = ANNIVERSARY;
  double last = 0;

  show (fixture, 0);
  for (int days = -70; days <= 40; days += 10)
    {
      double place = rc_term_bar_place (bar, rc_date_add_days (anniversary, days));

      g_assert_cmpfloat (place, >, last);
      g_assert_cmpfloat_with_epsilon (rc_term_bar_place (bar, anniversary) - place,
                                      -days
                                          * (rc_term_bar_place (bar, anniversary)
                                             - rc_term_bar_place (bar, rc_date_add_days (anniversary, -1))),
                                      0.0001);
      last = place;
    }
  g_assert_cmpfloat (rc_term_bar_place (bar, rc_date_add_days (anniversary, -400)), ==, 0);
  g_assert_cmpfloat (rc_term_bar_place (bar, rc_date_add_days (anniversary, 400)), ==, 1);
}

/* A reader of the screen hears the picture as the sentence beside it. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *bar =
      GTK_ACCESSIBLE (dialog_fixture_find (GTK_WIDGET (fixture->timeline), RC_TYPE_TERM_BAR, 0));

  show (fixture, 30);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The anniversary date has passed. Today is the last day to renew: "
                                       "tomorrow the licenses expire.");
  ui_fixture_check_names (GTK_WIDGET (fixture->timeline));
}

/* AD-1, CH-5: where there is nothing to renew there is no timeline. */
static void
test_nothing_to_show (Fixture *fixture, gconstpointer data)
{
  RcCustomerFacts without = { .licences_total = 3 };
  RcCustomerFacts moved = { .anniversary_date = ANNIVERSARY, .moved = TRUE };

  g_assert_false (rc_term_timeline_show (fixture->timeline, &without, ANNIVERSARY, fixture->policy));
  g_assert_false (rc_term_timeline_show (fixture->timeline, &moved, ANNIVERSARY, fixture->policy));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/timeline/states", test_states);
  ADD ("/timeline/today-in-order", test_today_in_order);
  ADD ("/timeline/bar", test_bar);
  ADD ("/timeline/accessible", test_accessible);
  ADD ("/timeline/nothing-to-show", test_nothing_to_show);
#undef ADD
  return g_test_run ();
}
