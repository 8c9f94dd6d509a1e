/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"
#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* What a command finds while it is applied: the open transaction, who runs it, the policy, and where to write what it did. */
struct _RcCommandContext
{
  RcCommand *command; /* (borrowed) */
  RcDatabase *database; /* (borrowed) in a transaction */
  const RcPolicy *policy; /* (borrowed) */
  RcDate today;
  gint64 now; /* µs, UTC */
  RcMemberRecord *actor; /* (borrowed) (nullable) NULL: the first member is being added */
  gint64 seq; /* the change number that rows get */
  RcChangeSet *changes; /* (borrowed) */
  GArray *seen; /* (borrowed) of RcCustomerSight: customers as they were when they were loaded first */
  gboolean in_bulk; /* new customers' search rows are made later (RcCustomerBulk) */
};

/* Runs @command in one transaction: role, idempotency, validate, apply, activity, mails, commit. */
RcCommandResult *rc_command_run (RcCommand *command, RcDatabase *database, gint64 now, RcChangeSet **changes,
                                 GError **error);
/* The same inside of a transaction that is the caller's to commit, or to roll back on error. */
RcCommandResult *rc_command_run_inside (RcCommand *command, RcDatabase *database, gint64 now,
                                        RcChangeSet **changes, GError **error);

/* Look-ups; what is not there is refused in the user's words. */
RcCustomerRecord *rc_command_context_load_customer (RcCommandContext *context, gint64 customer_id,
                                                    GError **error);
RcPaRecord *rc_command_context_load_open_pa (RcCommandContext *context, gint64 pa_id,
                                             RcCustomerRecord **customer, GError **error);
RcMemberRecord *rc_command_context_load_manager (RcCommandContext *context, gint64 member_id, GError **error);
RcProductRecord *rc_command_context_find_product (RcCommandContext *context, const char *code,
                                                  GError **error);
gboolean rc_command_context_is_lapsed (RcCommandContext *context, const RcCustomerRecord *customer);

/* Tells the change set what became of the customers in it. */
gboolean rc_command_context_tell_steps (RcCommandContext *context, GError **error);
/* After a customer's rows were changed. */
gboolean rc_command_context_touch (RcCommandContext *context, gint64 customer_id, GError **error);
/* AC-1. @customer NULL: not about one customer. */
gboolean rc_command_context_record (RcCommandContext *context, const RcCustomerRecord *customer,
                                    JsonObject *details, GError **error);

/* The old and new values of an entry: {"field": [old, new]}, text or null. */
void rc_activity_details_add (JsonObject *details, const char *field, const char *old_value,
                              const char *new_value);
void rc_activity_details_add_date (JsonObject *details, const char *field, RcDate old_value,
                                   RcDate new_value);
void rc_activity_details_add_int (JsonObject *details, const char *field, gint64 old_value, gint64 new_value);
void rc_activity_details_add_count (JsonObject *details, const char *field, int count);

G_END_DECLS
