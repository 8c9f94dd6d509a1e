/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-change-set.h"
#include "rc-date.h"
#include "rc-policy.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a command returns: what it made, by id and by the name that people know it by. */
typedef struct
{
  gint64 customer_id; /* 0: none or many */
  gint64 object_id; /* the PA, order, … ; 0: none */
  char *reference; /* (owned) (nullable) VIP ID, PA or order number */
  RcDate due; /* a PA's order is owed by this day; else RC_DATE_NONE */
  int count; /* how many were changed */
  gboolean repeated; /* the idempotency key was known: nothing was changed this time */
} RcCommandResult;
void rc_command_result_free (RcCommandResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCommandResult, rc_command_result_free)

typedef enum
{
  RC_COMMAND_FIELD_STRING,
  RC_COMMAND_FIELD_INT,
  RC_COMMAND_FIELD_ID, /* gint64 */
  RC_COMMAND_FIELD_BOOLEAN,
  RC_COMMAND_FIELD_DATE, /* RcDate; ISO 8601 in JSON */
  RC_COMMAND_FIELD_ENUM, /* int; the nick in JSON */
  RC_COMMAND_FIELD_LINES, /* GPtrArray of RcProductLine */
  RC_COMMAND_FIELD_IDS, /* GArray of gint64 */
  RC_COMMAND_FIELD_CUSTOMER, /* RcCustomerData */
  RC_COMMAND_FIELD_CUSTOMERS, /* RcCustomerRows */
  RC_COMMAND_FIELD_PRODUCTS, /* GPtrArray of RcProductRecord */
  RC_COMMAND_FIELD_POLICY /* RcPolicy; an object of its values in JSON */
} RcCommandFieldType;

/* One field of a command: the base class makes the construct-only property, the JSON and the copying of it. */
typedef struct
{
  const char *name; /* static, as property and JSON member: "customer-id" */
  RcCommandFieldType type;
  gsize offset; /* in the instance */
  GType (*get_enum_type) (void);
} RcCommandField;

#define RC_TYPE_COMMAND (rc_command_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcCommand, rc_command, RC, COMMAND, GObject)

typedef struct _RcCommandContext RcCommandContext; /* rc-command-context.h */

struct _RcCommandClass
{
  GObjectClass parent_class;

  const char *name; /* "create-purchase-authorization" */
  RcRole least_role; /* TM-3: RC_ROLE_ACCOUNT_MANAGER or RC_ROLE_PRIMARY_ADMIN */
  const RcCommandField *fields; /* (borrowed) static */
  gsize n_fields;

  gboolean (*validate) (RcCommand *self, const RcPolicy *policy, GError **error);
  gboolean (*apply) (RcCommand *self, RcCommandContext *context, RcCommandResult *result, GError **error);
};

/* Properties of every command, construct-only: "actor" (a member's id), "date" (uint, the day it is done),
 * "key" (idempotency key; made where not given). */
void rc_command_class_set_fields (RcCommandClass *klass, const char *name, const RcCommandField *fields,
                                  gsize n_fields);
const RcCommandField *rc_command_get_fields (RcCommand *self, gsize *n_fields);
gint64 rc_command_get_actor (RcCommand *self);
RcDate rc_command_get_date (RcCommand *self);
const char *rc_command_get_key (RcCommand *self);
const char *rc_command_get_name (RcCommand *self);
gboolean rc_command_validate (RcCommand *self, const RcPolicy *policy, GError **error);
JsonNode *rc_command_to_json (RcCommand *self);
RcCommand *rc_command_from_json (JsonNode *node,
                                 GError **error); /* RC_TYPE_… of every command is known by name */

G_END_DECLS
