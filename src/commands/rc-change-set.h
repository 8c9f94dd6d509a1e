/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include "rc-filter.h"

G_BEGIN_DECLS

typedef enum
{
  RC_CHANGE_CUSTOMERS = 1 << 0, /* rows, counts or order of the list */
  RC_CHANGE_MEMBERS = 1 << 1,
  RC_CHANGE_PRODUCTS = 1 << 2,
  RC_CHANGE_MESSAGES = 1 << 3,
  RC_CHANGE_ACTIVITY = 1 << 4,
  RC_CHANGE_POLICY = 1 << 5,
  RC_CHANGE_RESELLER_CHANGES = 1 << 6,
  RC_CHANGE_SETTINGS = 1 << 7
} RcChangeKinds;

/* What of a customer decides in which filters it is, and where. */
typedef struct
{
  gint64 customer_id;
  RcCustomerFacts facts;
  gint64 managed_by;
  RcInvitationStatus invitation_status;
} RcCustomerSight;

typedef struct
{
  RcCustomerSight before;
  RcCustomerSight after;
} RcChangeStep;

/* What a committed command touched. Immutable, reference counted. */
typedef struct
{
  gint64 seq; /* the workspace's change number after it */
  RcChangeKinds kinds;
  gboolean membership; /* customers were added or removed: the list has other ids */
  gboolean all; /* more customers than are worth naming; customer_ids is empty */
  GArray *customer_ids; /* of gint64 */
  GArray *steps; /* (nullable) of RcChangeStep, one for each of customer_ids; NULL where that is not known */
} RcChangeSet;

#define RC_TYPE_CHANGE_SET (rc_change_set_get_type ())
GType rc_change_set_get_type (void);
RcChangeSet *rc_change_set_new (void);
RcChangeSet *rc_change_set_ref (RcChangeSet *self);
void rc_change_set_unref (RcChangeSet *self);
void rc_change_set_add_customer (RcChangeSet *self, gint64 customer_id);
void rc_change_set_take_steps (RcChangeSet *self, GArray *steps);
gboolean rc_change_set_has_customer (const RcChangeSet *self, gint64 customer_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcChangeSet, rc_change_set_unref)

G_END_DECLS
