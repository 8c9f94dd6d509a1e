/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-filter.h"

/* The rules once more, as plainly as they can be said: all that ever happened is kept, and everything is counted anew from
 * it. It shares nothing with the commands but dates and error codes. */

#define N_PRODUCTS 4
#define CLOSED_PRODUCT_INDEX 2
#define CONSUMABLE_INDEX 3
#define CONSUMABLE_LOWEST 10
#define HIGHEST 10000
#define PENDING_DAYS 30
#define OVERDUE_DAYS 60
#define WINDOW_DAYS 30
#define RETURN_DAYS 14
#define SELECT_FROM 10
#define COMMITMENT_LOWEST 10

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
  gboolean moved;
  RcDate custom; /* until the term was renewed, or the membership came back after a lapse */
  RcDate renewed; /* the anniversary date that a renewal set; RC_DATE_NONE: none did in this term */
  int anchor; /* of it */
  int term;
  RcDate term_start;
  int brought[N_PRODUCTS]; /* from another reseller, in its first term */
  int assigned[N_PRODUCTS];
  int committed;
  RcDate commitment_from;
  RcDate commitment_to; /* the first day without it */
} NaiveCustomer;

typedef struct
{
  gint64 id;
  NaiveCustomer *customer;
  RcDate date;
  int quantities[N_PRODUCTS];
  NaiveStatus status;
  int term;
  gboolean keeps_date; /* withdrawn after something of the term was ordered (AD-3) */
} NaivePa;

typedef struct
{
  gint64 id;
  NaiveCustomer *customer;
  NaivePa *pa; /* NULL: direct or a renewal */
  gboolean renewal;
  RcDate date;
  int term; /* that it pays for */
  int quantities[N_PRODUCTS];
} NaiveOrder;

typedef struct
{
  gint64 id;
  NaiveOrder *order;
  int product;
  int quantity;
  RcDate requested_on;
  gboolean decided;
  gboolean approved;
} NaiveReturn;

typedef struct
{
  GPtrArray *customers;
  GPtrArray *pas;
  GPtrArray *orders;
  GPtrArray *returns;
} NaiveModel;

static inline void
naive_init (NaiveModel *self)
{
  self->customers = g_ptr_array_new_with_free_func (g_free);
  self->pas = g_ptr_array_new_with_free_func (g_free);
  self->orders = g_ptr_array_new_with_free_func (g_free);
  self->returns = g_ptr_array_new_with_free_func (g_free);
}

static inline void
naive_clear (NaiveModel *self)
{
  g_ptr_array_unref (self->customers);
  g_ptr_array_unref (self->pas);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->returns);
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

/* What was returned of a line of an order, or is to be. */
static inline int
naive_returned (const NaiveModel *self, const NaiveOrder *order, int product, gboolean undecided)
{
  int sum = 0;

  for (guint i = 0; i < self->returns->len; i++)
    {
      const NaiveReturn *given_back = g_ptr_array_index (self->returns, i);

      if (given_back->order == order && given_back->product == product
          && (undecided ? !given_back->decided : given_back->approved))
        sum += given_back->quantity;
    }
  return sum;
}

static inline int
naive_ordered (const NaiveModel *self, const NaiveCustomer *customer, int product)
{
  int sum = customer->term == 0 ? customer->brought[product] : 0;

  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);

      if (order->customer == customer && order->term == customer->term)
        sum += order->quantities[product] - naive_returned (self, order, product, FALSE);
    }
  return sum;
}

/* What is asked back of the current term's orders and not decided. */
static inline int
naive_requested (const NaiveModel *self, const NaiveCustomer *customer, int product)
{
  int sum = 0;

  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);

      if (order->customer == customer && order->term == customer->term)
        sum += naive_returned (self, order, product, TRUE);
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

      if (order->customer == pa->customer && order->term == pa->customer->term)
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
          && pa->term == customer->term)
        first = MIN (first, pa->date);
    }
  for (guint i = 0; i < self->orders->len; i++)
    {
      const NaiveOrder *order = g_ptr_array_index (self->orders, i);

      if (order->customer == customer && order->pa == NULL && !order->renewal
          && order->term == customer->term)
        first = MIN (first, order->date);
    }
  return first == G_MAXUINT32 ? RC_DATE_NONE : first;
}

/* AD-4: the same day a year later; 28 February for 29 February. */
static inline RcDate
naive_year_later (RcDate date, int day)
{
  RcDate later;
  int year, month;

  rc_date_get_ymd (date, &year, &month, NULL);
  while ((later = rc_date_new (year + 1, month, day)) == RC_DATE_NONE)
    day--;
  return later;
}

/* AD-1, RN-4 */
static inline RcDate
naive_anniversary (const NaiveModel *self, const NaiveCustomer *customer)
{
  RcDate first = naive_first (self, customer);

  if (customer->renewed != RC_DATE_NONE)
    return customer->renewed;
  if (customer->custom != RC_DATE_NONE || first == RC_DATE_NONE)
    return customer->custom;
  return naive_year_later (first, rc_date_get_day (first));
}

static inline int
naive_anchor (const NaiveModel *self, const NaiveCustomer *customer)
{
  if (customer->renewed != RC_DATE_NONE)
    return customer->anchor;
  return rc_date_get_day (customer->custom != RC_DATE_NONE ? customer->custom : naive_first (self, customer));
}

/* VS-1 */
static inline int
naive_bought (const NaiveModel *self, const NaiveCustomer *customer)
{
  int sum = 0;

  for (int product = 0; product < N_PRODUCTS; product++)
    if (product != CONSUMABLE_INDEX)
      sum += naive_ordered (self, customer, product);
  return sum;
}

/* The floor of VS-3 and RN-5 on a day; 0: none. */
static inline int
naive_commitment (const NaiveCustomer *customer, RcDate day)
{
  return day >= customer->commitment_from && day < customer->commitment_to ? customer->committed : 0;
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
                            .newest_open_pa = naive_open_pa (self, customer, TRUE),
                            .moved = customer->moved };

  for (int product = 0; product < N_PRODUCTS; product++)
    facts.licences_total += naive_total (self, customer, product);
  return facts;
}
