/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-filter.h"

/* The rules once more, as plainly as they can be said: all that ever happened is kept, and everything is counted anew from
 * it. It shares nothing with the commands but dates and error codes. */

#define N_PRODUCTS 3
#define CLOSED_PRODUCT_INDEX 2
#define PENDING_DAYS 30
#define OVERDUE_DAYS 60
#define WINDOW_DAYS 30

typedef enum
{
  NAIVE_OPEN,
  NAIVE_ORDERED,
  NAIVE_WITHDRAWN
} NaiveStatus;

typedef struct
{
  gint64 id;
  RcDate invited_on;
  gboolean accepted;
  gboolean removed;
  RcDate custom; /* until the membership came back after a lapse */
  RcDate term_start;
  int assigned[N_PRODUCTS];
} NaiveCustomer;

typedef struct
{
  gint64 id;
  NaiveCustomer *customer;
  RcDate date;
  int quantities[N_PRODUCTS];
  NaiveStatus status;
  gboolean keeps_date; /* withdrawn after something of the term was ordered (AD-3) */
} NaivePa;

typedef struct
{
  NaiveCustomer *customer;
  NaivePa *pa; /* NULL: direct */
  RcDate date;
  int quantities[N_PRODUCTS];
} NaiveOrder;

typedef struct
{
  GPtrArray *customers;
  GPtrArray *pas;
  GPtrArray *orders;
} NaiveModel;

static inline void
naive_init (NaiveModel *self)
{
  self->customers = g_ptr_array_new_with_free_func (g_free);
  self->pas = g_ptr_array_new_with_free_func (g_free);
  self->orders = g_ptr_array_new_with_free_func (g_free);
}

static inline void
naive_clear (NaiveModel *self)
{
  g_ptr_array_unref (self->customers);
  g_ptr_array_unref (self->pas);
  g_ptr_array_unref (self->orders);
}

static inline gboolean
naive_had_order (const NaiveModel *self, const NaiveCustomer *customer)
{
  for (guint i = 0; i < self->orders->len; i++)
    if (((NaiveOrder *) g_ptr_array_index (self->orders, i))->customer == customer)
      return TRUE;
  return FALSE;
}

/* The oldest, or the newest, open purchase authorization's date. */
static inline RcDate
naive_open_pa (const NaiveModel *self, const NaiveCustomer *customer, gboolean newest)
{
  RcDate found = RC_DATE_NONE;

  for (guint i = 0; i < self->pas->len; i++)
    {
      const NaivePa *pa = g_ptr_array_index (self->pas, i);

      if (pa->customer != customer || pa->status != NAIVE_OPEN)
        continue;
      if (found == RC_DATE_NONE || (newest ? pa->date > found : pa->date < found))
        found = pa->date;
    }
  return found;
}

static inline int
naive_pending (const NaiveModel *self, const NaiveCustomer *customer, int product)
{
  int sum = 0;

  for (guint i = 0; i < self->pas->len; i++)
    {
      const NaivePa *pa = g_ptr_array_index (self->pas, i);

      if (pa->customer == customer && pa->status == NAIVE_OPEN)
        sum += pa->quantities[product];
    }
  return sum;
}

static inline int
naive_ordered (const NaiveModel *self, const NaiveCustomer *customer, int product)
{
  int sum = 0;

  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);
      RcDate from = order->pa != NULL ? order->pa->date : order->date;

      if (order->customer == customer && from >= customer->term_start)
        sum += order->quantities[product];
    }
  return sum;
}

static inline int
naive_total (const NaiveModel *self, const NaiveCustomer *customer, int product)
{
  return naive_pending (self, customer, product) + naive_ordered (self, customer, product);
}

/* AD-3: withdrawn before any order of its term, it counts for nothing any more. */
static inline void
naive_withdraw (const NaiveModel *self, NaivePa *pa)
{
  pa->status = NAIVE_WITHDRAWN;
  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);
      RcDate from = order->pa != NULL ? order->pa->date : order->date;

      if (order->customer == pa->customer && from >= pa->customer->term_start)
        pa->keeps_date = TRUE;
    }
}

/* The first thing of the term that counts for the anniversary date, or RC_DATE_NONE. */
static inline RcDate
naive_first (const NaiveModel *self, const NaiveCustomer *customer)
{
  RcDate first = G_MAXUINT32;

  for (guint i = 0; i < self->pas->len; i++)
    {
      const NaivePa *pa = g_ptr_array_index (self->pas, i);

      if (pa->customer == customer && (pa->status != NAIVE_WITHDRAWN || pa->keeps_date)
          && pa->date >= customer->term_start)
        first = MIN (first, pa->date);
    }
  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);

      if (order->customer == customer && order->pa == NULL && order->date >= customer->term_start)
        first = MIN (first, order->date);
    }
  return first == G_MAXUINT32 ? RC_DATE_NONE : first;
}

/* AD-1, AD-4: the same day a year later; 28 February for 29 February. */
static inline RcDate
naive_anniversary (const NaiveModel *self, const NaiveCustomer *customer)
{
  RcDate first = naive_first (self, customer);
  RcDate later;
  int year, month, day;

  if (customer->custom != RC_DATE_NONE || first == RC_DATE_NONE)
    return customer->custom;
  rc_date_get_ymd (first, &year, &month, &day);
  while ((later = rc_date_new (year + 1, month, day)) == RC_DATE_NONE)
    day--;
  return later;
}

static inline gboolean
naive_is_lapsed (const NaiveModel *self, const NaiveCustomer *customer, RcDate today)
{
  RcDate anniversary = naive_anniversary (self, customer);

  return anniversary != RC_DATE_NONE && today > anniversary + WINDOW_DAYS;
}

/* PR-4, PA-8: assigned never exceeds the total. */
static inline void
naive_cut_assigned (const NaiveModel *self, NaiveCustomer *customer)
{
  for (int product = 0; product < N_PRODUCTS; product++)
    customer->assigned[product] = MIN (customer->assigned[product], naive_total (self, customer, product));
}

static inline RcCustomerFacts
naive_facts (const NaiveModel *self, const NaiveCustomer *customer)
{
  RcCustomerFacts facts = { .anniversary_date = naive_anniversary (self, customer),
                            .oldest_open_pa = naive_open_pa (self, customer, FALSE),
                            .newest_open_pa = naive_open_pa (self, customer, TRUE) };

  for (int product = 0; product < N_PRODUCTS; product++)
    facts.licences_total += naive_total (self, customer, product);
  return facts;
}
