/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-sample-plan.h"

#include "rc-text.h"

/* What happened to the customers of the sample, and when, so that every state of the rules is there on its today. The
 * same for the same day. It only plans: rc-sample.c runs the commands. */

typedef struct
{
  GArray *events; /* (borrowed) */
  RcDate today;
  guint customer;
  guint turn; /* how many customers with the same story came before: spreads the dates */
} Story;

static RcSampleEvent *
add (Story *story, int days_ago, RcSampleKind kind)
{
  RcSampleEvent event = { .date = rc_date_add_days (story->today, -days_ago),
                          .customer = story->customer,
                          .kind = kind };

  g_array_append_val (story->events, event);
  return &g_array_index (story->events, RcSampleEvent, story->events->len - 1);
}

/* A value from @from to @to, another one for each turn. */
static int
spread (const Story *story, int from, int to)
{
  return from + (int) (story->turn * 7 % (guint) (to - from + 1));
}

static void
join (Story *story, int days_ago)
{
  add (story, days_ago, RC_SAMPLE_INVITE);
  add (story, days_ago - 2, RC_SAMPLE_ACCEPT);
}

/* A purchase authorization so long ago that the anniversary date is @days_left away from today (negative: past), ordered
 * two weeks later. */
static void
hold (Story *story, int days_left)
{
  RcDate anniversary = rc_date_add_days (story->today, days_left);
  int ago = rc_date_days_until (rc_date_add_months (anniversary, -12, 0), story->today);

  join (story, ago + 5);
  add (story, ago, RC_SAMPLE_CREATE_PA);
  add (story, ago - 14, RC_SAMPLE_PLACE_ORDER);
  add (story, ago - 20, RC_SAMPLE_SET_ASSIGNED);
}

static void
tell_invited (Story *story)
{
  int ago = spread (story, 0, 40);

  add (story, ago, RC_SAMPLE_INVITE);
  if (ago > 14)
    add (story, ago - 14, RC_SAMPLE_REMIND);
}

static void
tell_accepted (Story *story)
{
  join (story, spread (story, 3, 60));
}

static void
tell_pending (Story *story)
{
  int ago = spread (story, 0, 30);

  join (story, ago + 10);
  add (story, ago, RC_SAMPLE_CREATE_PA);
}

static void
tell_pending_more (Story *story)
{
  hold (story, spread (story, 100, 300));
  add (story, spread (story, 0, 20), RC_SAMPLE_CREATE_PA);
}

static void
tell_by_customer (Story *story)
{
  int ago = spread (story, 1, 12);

  join (story, ago + 30);
  add (story, ago, RC_SAMPLE_CREATE_PA)->by_customer = TRUE;
}

static void
tell_overdue (Story *story)
{
  int ago = spread (story, 31, 60);

  join (story, ago + 4);
  add (story, ago, RC_SAMPLE_CREATE_PA);
  add (story, ago - 5, RC_SAMPLE_SET_ASSIGNED);
}

static void
tell_suspended (Story *story)
{
  int ago = spread (story, 61, 110);

  join (story, ago + 4);
  add (story, ago, RC_SAMPLE_CREATE_PA);
}

static void
tell_running (Story *story)
{
  hold (story, spread (story, 95, 330));
}

/* A term that a renewal began: @days_left to its end, the renewal up to four weeks before or after the one before. */
static void
hold_renewed (Story *story, int days_left)
{
  RcDate anniversary = rc_date_add_months (rc_date_add_days (story->today, days_left), -12, 0);
  int ago = rc_date_days_until (anniversary, story->today);

  hold (story, -ago);
  add (story, MAX (ago + spread (story, -28, 28), 0), RC_SAMPLE_RENEW);
}

static void
tell_renewed (Story *story)
{
  hold_renewed (story, spread (story, 35, 330));
}

static void
tell_renewed_and_ready (Story *story)
{
  hold_renewed (story, spread (story, -20, 28));
}

static void
tell_just_renewed (Story *story)
{
  int ago = spread (story, -20, 20);

  hold (story, ago);
  add (story, spread (story, 0, 5), RC_SAMPLE_RENEW);
}

static void
tell_committed (Story *story)
{
  int ago = spread (story, 60, 340);

  join (story, ago + 6);
  add (story, ago, RC_SAMPLE_PLACE_DIRECT_ORDER)->many = TRUE;
  add (story, ago - 20, RC_SAMPLE_ENROLL_COMMITMENT);
}

static void
tell_committed_and_ready (Story *story)
{
  int ago = spread (story, 345, 375);

  join (story, ago + 6);
  add (story, ago, RC_SAMPLE_PLACE_DIRECT_ORDER)->many = TRUE;
  add (story, ago - 30, RC_SAMPLE_ENROLL_COMMITMENT);
}

static void
tell_upcoming (Story *story)
{
  hold (story, spread (story, 31, 90));
}

static void
tell_ready (Story *story)
{
  hold (story, spread (story, 0, 30));
}

static void
tell_ready_overdue (Story *story)
{
  hold (story, spread (story, 2, 25));
  add (story, spread (story, 32, 58), RC_SAMPLE_CREATE_PA);
}

static void
tell_grace (Story *story)
{
  hold (story, -spread (story, 1, 30));
}

static void
tell_lapsed (Story *story)
{
  hold (story, -spread (story, 31, 90));
}

static void
tell_revived (Story *story)
{
  hold (story, -spread (story, 80, 160));
  add (story, spread (story, 5, 30), RC_SAMPLE_PLACE_DIRECT_ORDER);
}

static void
tell_moved (Story *story)
{
  hold (story, spread (story, 60, 200));
  add (story, spread (story, 3, 30), RC_SAMPLE_LEAVE);
}

static void
tell_custom (Story *story)
{
  int ago = spread (story, 20, 80);
  RcDate invited = rc_date_add_days (story->today, -ago);

  add (story, ago, RC_SAMPLE_INVITE)->anniversary = rc_date_add_months (invited, spread (story, 14, 30), 0);
  add (story, ago - 3, RC_SAMPLE_ACCEPT);
  add (story, ago - 4, RC_SAMPLE_PLACE_DIRECT_ORDER);
}

static void
tell_direct (Story *story)
{
  int ago = spread (story, 10, 240);

  join (story, ago + 6);
  add (story, ago, RC_SAMPLE_PLACE_DIRECT_ORDER);
  add (story, ago - 7, RC_SAMPLE_SET_ASSIGNED);
}

static void
tell_canceled (Story *story)
{
  int ago = spread (story, 40, 90);

  join (story, ago + 6);
  add (story, ago, RC_SAMPLE_CREATE_PA);
  add (story, ago - 6, RC_SAMPLE_CANCEL_PA);
  add (story, ago - 9, RC_SAMPLE_CREATE_PA);
  add (story, ago - 20, RC_SAMPLE_PLACE_ORDER);
}

static void
tell_closed (Story *story)
{
  int ago = spread (story, 90, 130);

  join (story, ago + 6);
  add (story, ago, RC_SAMPLE_CREATE_PA);
  add (story, ago - 75, RC_SAMPLE_CLOSE_UNPAID);
}

/* How many of a hundred customers have which story. */
static const struct
{
  void (*tell) (Story *story);
  guint share;
} STORIES[] = {
  { tell_running, 14 },      { tell_pending, 9 },      { tell_upcoming, 8 },
  { tell_direct, 8 },        { tell_pending_more, 6 }, { tell_invited, 6 },
  { tell_ready, 5 },         { tell_canceled, 5 },     { tell_accepted, 4 },
  { tell_grace, 4 },         { tell_overdue, 3 },      { tell_lapsed, 3 },
  { tell_suspended, 2 },     { tell_custom, 3 },       { tell_revived, 2 },
  { tell_moved, 2 },         { tell_by_customer, 1 },  { tell_closed, 1 },
  { tell_ready_overdue, 1 }, { tell_renewed, 6 },      { tell_renewed_and_ready, 2 },
  { tell_just_renewed, 2 },  { tell_committed, 2 },    { tell_committed_and_ready, 1 },
};

/* A story for each customer, mixed so that neighbours have different ones. */
static guint
choose_story (guint customer)
{
  guint place = customer * 37 % 100;
  guint end = 0;

  for (guint i = 0; i < G_N_ELEMENTS (STORIES); i++)
    {
      end += STORIES[i].share;
      if (place < end)
        return i;
    }
  g_assert_not_reached ();
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const RcSampleEvent *left = a;
  const RcSampleEvent *right = b;

  return (left->date > right->date) - (left->date < right->date);
}

/**
 * rc_sample_plan_make:
 * @today: the day on which every state is to be there
 * @n_customers: how many customers
 *
 * Returns: (transfer full) (element-type RcSampleEvent): what happened, oldest first; of one day in the order it must have
 */
GArray *
rc_sample_plan_make (RcDate today, guint n_customers)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (RcSampleEvent));
  guint turns[G_N_ELEMENTS (STORIES)] = { 0 };

  for (guint i = 0; i < n_customers; i++)
    {
      guint chosen = choose_story (i);
      Story story = { events, today, i, turns[chosen]++ };

      STORIES[chosen].tell (&story);
    }
  g_array_sort (events, compare_events); /* a stable merge sort */
  return events;
}

/**
 * rc_sample_make_address:
 * @name: an organization's name
 *
 * Returns: (transfer full): an e-mail address made of it, in a domain that nobody can have
 */
char *
rc_sample_make_address (const char *name)
{
  g_autofree char *plain = rc_text_transliterate (name);
  g_autoptr (GString) slug = g_string_new ("info@");
  gsize start = slug->len;

  for (const char *c = plain; *c != '\0' && slug->len < start + 40; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > start && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > start && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  g_string_append (slug, ".example");
  return g_string_free (g_steal_pointer (&slug), FALSE);
}
