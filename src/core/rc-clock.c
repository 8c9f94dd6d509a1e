/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-clock.h"

/* The only place that reads the system's time. A settable clock stands still until rc_clock_set(): tests and the sample
 * workspace use it. It arms no timer: the application asks for the next midnight and does that itself. Any thread may
 * ask it. */

#define UNIX_EPOCH 719163 /* 1970-01-01 as an RcDate */
#define SECONDS_OF_SEARCH (50 * 60 * 60) /* longer than any civil day */

struct _RcClock
{
  GObject parent_instance;

  gboolean is_fixed; /* set at construction */
  GMutex lock; /* of what follows */
  GTimeZone *zone; /* (owned) (nullable) NULL: the local one */
  RcDate today;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (RcClock, rc_clock, G_TYPE_OBJECT)

/* The civil date in @zone at @seconds since the epoch. */
static RcDate
get_date (GTimeZone *zone, gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) date_time = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  int year, month, day;

  if (date_time == NULL)
    return RC_DATE_NONE;
  g_date_time_get_ymd (date_time, &year, &month, &day);
  return rc_date_new (year, month, day);
}

static void
rc_clock_finalize (GObject *object)
{
  RcClock *self = RC_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (rc_clock_parent_class)->finalize (object);
}

static void
rc_clock_class_init (RcClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_clock_finalize;
}

static void
rc_clock_init (RcClock *self)
{
  g_mutex_init (&self->lock);
}

/**
 * rc_clock_new_system:
 *
 * Returns: (transfer full): the clock of the system, with the dates of the local time zone until another one is set
 */
RcClock *
rc_clock_new_system (void)
{
  return g_object_new (RC_TYPE_CLOCK, NULL);
}

/**
 * rc_clock_new_fixed:
 * @today: the civil date that it shows
 * @now: the time that it shows, µs since the epoch, UTC
 *
 * Returns: (transfer full): a clock that stands still
 */
RcClock *
rc_clock_new_fixed (RcDate today, gint64 now)
{
  RcClock *self = g_object_new (RC_TYPE_CLOCK, NULL);

  self->is_fixed = TRUE;
  self->today = today;
  self->now = now;
  return self;
}

/**
 * rc_clock_new_for_day:
 * @today: a day to pretend, or RC_DATE_NONE
 *
 * Returns: (transfer full): a clock that stands still at that day's noon, UTC; for RC_DATE_NONE, the system's
 */
RcClock *
rc_clock_new_for_day (RcDate today)
{
  if (today == RC_DATE_NONE)
    return rc_clock_new_system ();
  return rc_clock_new_fixed (today, ((gint64) today - UNIX_EPOCH) * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR);
}

/**
 * rc_clock_dup_time_zone:
 * @self: a clock
 *
 * The machine's is asked for anew each time: the machine may have travelled.
 *
 * Returns: (transfer full): the time zone whose dates it shows
 */
GTimeZone *
rc_clock_dup_time_zone (RcClock *self)
{
  GTimeZone *zone;

  g_return_val_if_fail (RC_IS_CLOCK (self), NULL);
  g_mutex_lock (&self->lock);
  zone = self->zone != NULL ? g_time_zone_ref (self->zone) : NULL;
  g_mutex_unlock (&self->lock);
  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * rc_clock_get_today:
 * @self: a clock
 *
 * Returns: the civil date
 */
RcDate
rc_clock_get_today (RcClock *self)
{
  RcDate today;

  g_return_val_if_fail (RC_IS_CLOCK (self), RC_DATE_NONE);
  if (!self->is_fixed)
    {
      g_autoptr (GTimeZone) zone = rc_clock_dup_time_zone (self);

      return get_date (zone, rc_clock_get_now (self) / G_USEC_PER_SEC);
    }

  g_mutex_lock (&self->lock);
  today = self->today;
  g_mutex_unlock (&self->lock);
  return today;
}

/**
 * rc_clock_get_now:
 * @self: a clock
 *
 * Returns: µs since the epoch, UTC
 */
gint64
rc_clock_get_now (RcClock *self)
{
  gint64 now;

  g_return_val_if_fail (RC_IS_CLOCK (self), 0);
  if (!self->is_fixed)
    return g_get_real_time ();

  g_mutex_lock (&self->lock);
  now = self->now;
  g_mutex_unlock (&self->lock);
  return now;
}

/**
 * rc_clock_set:
 * @self: a clock made by rc_clock_new_fixed()
 * @today: the civil date to show
 * @now: the time to show, µs since the epoch, UTC
 */
void
rc_clock_set (RcClock *self, RcDate today, gint64 now)
{
  g_return_if_fail (RC_IS_CLOCK (self) && self->is_fixed);

  g_mutex_lock (&self->lock);
  self->today = today;
  self->now = now;
  g_mutex_unlock (&self->lock);
}

/**
 * rc_clock_set_time_zone:
 * @self: a clock
 * @zone: (nullable): whose civil dates the system's clock shows from now on; %NULL: the machine's. A clock that stands still
 *   shows the date that it was given.
 */
void
rc_clock_set_time_zone (RcClock *self, GTimeZone *zone)
{
  g_return_if_fail (RC_IS_CLOCK (self));

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  g_mutex_unlock (&self->lock);
}

/**
 * rc_clock_get_next_midnight:
 * @self: a clock
 *
 * How long it takes from now until the civil date of the clock's time zone changes (FI-3). Where the clocks are changed at
 * midnight that is not at 0:00, so the change itself is looked for.
 *
 * Returns: µs, more than 0
 */
gint64
rc_clock_get_next_midnight (RcClock *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  gint64 now, before, after;
  RcDate today;

  g_return_val_if_fail (RC_IS_CLOCK (self), 1);

  zone = rc_clock_dup_time_zone (self);
  now = rc_clock_get_now (self);
  before = now / G_USEC_PER_SEC - (now % G_USEC_PER_SEC < 0 ? 1 : 0);
  after = before + SECONDS_OF_SEARCH;
  today = get_date (zone, before);
  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (get_date (zone, middle) > today)
        after = middle;
      else
        before = middle;
    }
  return after * G_USEC_PER_SEC - now;
}
