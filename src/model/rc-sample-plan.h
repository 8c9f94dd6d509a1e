/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that happened to a customer of the sample. */
typedef enum
{
  RC_SAMPLE_INVITE,
  RC_SAMPLE_REMIND,
  RC_SAMPLE_ACCEPT,
  RC_SAMPLE_CREATE_PA,
  RC_SAMPLE_PLACE_ORDER, /* for the customer's last purchase authorization */
  RC_SAMPLE_CANCEL_PA,
  RC_SAMPLE_CLOSE_UNPAID,
  RC_SAMPLE_PLACE_DIRECT_ORDER,
  RC_SAMPLE_SET_ASSIGNED,
  RC_SAMPLE_RENEW,
  RC_SAMPLE_ENROLL_COMMITMENT,
  RC_SAMPLE_LEAVE
} RcSampleKind;

typedef struct
{
  RcDate date;
  guint customer; /* index */
  RcSampleKind kind;
  gboolean many; /* enough licences for VIP Select (VS-1) */
  gboolean by_customer; /* a purchase authorization requested by the customer (PA-7) */
  RcDate anniversary; /* a custom one (CU-11), or RC_DATE_NONE */
} RcSampleEvent;

GArray *rc_sample_plan_make (RcDate today, guint n_customers);
char *rc_sample_make_address (const char *name);

G_END_DECLS
