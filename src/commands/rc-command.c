/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command.h"

#include "rc-customer-rows.h"
#include "rc-product-line.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* The base of every command: an immutable object that holds all that one use case needs. A subclass says which fields it
 * has; their properties, JSON (rc-command-json.c) and memory are handled here. Running one is rc_command_run()'s. */

typedef enum
{
  PROP_ACTOR = 1,
  PROP_DATE,
  PROP_KEY
} RcCommandProperty;

/* The first property id of a subclass's fields. */
#define FIRST_FIELD 100

typedef struct
{
  gint64 actor;
  RcDate date;
  char *key; /* (owned) */
} RcCommandPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RcCommand, rc_command, G_TYPE_OBJECT)

static GParamSpec *properties[PROP_KEY + 1];

static GArray *
ids_copy (GArray *ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (ids->len > 0)
    g_array_append_vals (copy, ids->data, ids->len);
  return copy;
}

static void
set_boxed_field (gpointer place, RcCommandFieldType type, gpointer boxed)
{
  if (boxed == NULL)
    return;
  if (type == RC_COMMAND_FIELD_LINES)
    *(GPtrArray **) place = rc_product_lines_copy (boxed);
  else if (type == RC_COMMAND_FIELD_IDS)
    *(GArray **) place = ids_copy (boxed);
  else if (type == RC_COMMAND_FIELD_CUSTOMER)
    *(RcCustomerData **) place = rc_customer_data_copy (boxed);
  else if (type == RC_COMMAND_FIELD_POLICY)
    *(RcPolicy **) place = rc_policy_copy (boxed);
  else if (type == RC_COMMAND_FIELD_CUSTOMERS)
    *(RcCustomerRows **) place = rc_customer_rows_ref (boxed);
  else
    *(GPtrArray **) place = g_ptr_array_ref (boxed);
}

static void
set_field (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  const RcCommandField *field = &RC_COMMAND_GET_CLASS (object)->fields[prop_id - FIRST_FIELD];
  gpointer place = G_STRUCT_MEMBER_P (object, field->offset);

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      *(char **) place = g_value_dup_string (value);
      break;
    case RC_COMMAND_FIELD_INT:
      *(int *) place = g_value_get_int (value);
      break;
    case RC_COMMAND_FIELD_ID:
      *(gint64 *) place = g_value_get_int64 (value);
      break;
    case RC_COMMAND_FIELD_BOOLEAN:
      *(gboolean *) place = g_value_get_boolean (value);
      break;
    case RC_COMMAND_FIELD_DATE:
      *(RcDate *) place = g_value_get_uint (value);
      break;
    case RC_COMMAND_FIELD_ENUM:
      *(int *) place = g_value_get_enum (value);
      break;
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_IDS:
    case RC_COMMAND_FIELD_CUSTOMER:
    case RC_COMMAND_FIELD_CUSTOMERS:
    case RC_COMMAND_FIELD_PRODUCTS:
    case RC_COMMAND_FIELD_POLICY:
      set_boxed_field (place, field->type, g_value_get_boxed (value));
      break;
    }
}

static void
get_field (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const RcCommandField *field = &RC_COMMAND_GET_CLASS (object)->fields[prop_id - FIRST_FIELD];
  gpointer place = G_STRUCT_MEMBER_P (object, field->offset);

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      g_value_set_string (value, *(char **) place);
      break;
    case RC_COMMAND_FIELD_INT:
      g_value_set_int (value, *(int *) place);
      break;
    case RC_COMMAND_FIELD_ID:
      g_value_set_int64 (value, *(gint64 *) place);
      break;
    case RC_COMMAND_FIELD_BOOLEAN:
      g_value_set_boolean (value, *(gboolean *) place);
      break;
    case RC_COMMAND_FIELD_DATE:
      g_value_set_uint (value, *(RcDate *) place);
      break;
    case RC_COMMAND_FIELD_ENUM:
      g_value_set_enum (value, *(int *) place);
      break;
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_IDS:
    case RC_COMMAND_FIELD_CUSTOMER:
    case RC_COMMAND_FIELD_CUSTOMERS:
    case RC_COMMAND_FIELD_PRODUCTS:
    case RC_COMMAND_FIELD_POLICY:
      g_value_set_boxed (value, *(gpointer *) place);
      break;
    }
}

static void
free_field (gpointer place, RcCommandFieldType type)
{
  switch (type)
    {
    case RC_COMMAND_FIELD_STRING:
      g_clear_pointer ((char **) place, g_free);
      break;
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_PRODUCTS:
      g_clear_pointer ((GPtrArray **) place, g_ptr_array_unref);
      break;
    case RC_COMMAND_FIELD_CUSTOMERS:
      g_clear_pointer ((RcCustomerRows **) place, rc_customer_rows_unref);
      break;
    case RC_COMMAND_FIELD_IDS:
      g_clear_pointer ((GArray **) place, g_array_unref);
      break;
    case RC_COMMAND_FIELD_CUSTOMER:
      g_clear_pointer ((RcCustomerData **) place, rc_customer_data_free);
      break;
    case RC_COMMAND_FIELD_POLICY:
      g_clear_pointer ((RcPolicy **) place, rc_policy_free);
      break;
    case RC_COMMAND_FIELD_INT:
    case RC_COMMAND_FIELD_ID:
    case RC_COMMAND_FIELD_BOOLEAN:
    case RC_COMMAND_FIELD_DATE:
    case RC_COMMAND_FIELD_ENUM:
      break;
    }
}

static GParamSpec *
make_property (const RcCommandField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case RC_COMMAND_FIELD_INT:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case RC_COMMAND_FIELD_ID:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    case RC_COMMAND_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case RC_COMMAND_FIELD_DATE:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, RC_DATE_NONE, flags);
    case RC_COMMAND_FIELD_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, field->get_enum_type (), 0, flags);
    case RC_COMMAND_FIELD_CUSTOMER:
      return g_param_spec_boxed (field->name, NULL, NULL, RC_TYPE_CUSTOMER_DATA, flags);
    case RC_COMMAND_FIELD_POLICY:
      return g_param_spec_boxed (field->name, NULL, NULL, RC_TYPE_POLICY, flags);
    case RC_COMMAND_FIELD_IDS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_ARRAY, flags);
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_PRODUCTS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    case RC_COMMAND_FIELD_CUSTOMERS:
      return g_param_spec_boxed (field->name, NULL, NULL, RC_TYPE_CUSTOMER_ROWS, flags);
    }
  g_return_val_if_reached (NULL);
}

static void
rc_command_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (RC_COMMAND (object));

  switch ((RcCommandProperty) prop_id)
    {
    case PROP_ACTOR:
      priv->actor = g_value_get_int64 (value);
      break;
    case PROP_DATE:
      priv->date = g_value_get_uint (value);
      break;
    case PROP_KEY:
      priv->key = g_value_dup_string (value);
      break;
    }
}

static void
rc_command_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (RC_COMMAND (object));

  switch ((RcCommandProperty) prop_id)
    {
    case PROP_ACTOR:
      g_value_set_int64 (value, priv->actor);
      break;
    case PROP_DATE:
      g_value_set_uint (value, priv->date);
      break;
    case PROP_KEY:
      g_value_set_string (value, priv->key);
      break;
    }
}

static void
rc_command_constructed (GObject *object)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (RC_COMMAND (object));

  G_OBJECT_CLASS (rc_command_parent_class)->constructed (object);
  if (priv->key == NULL)
    priv->key = g_uuid_string_random ();
}

static void
rc_command_finalize (GObject *object)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (RC_COMMAND (object));
  RcCommandClass *klass = RC_COMMAND_GET_CLASS (object);

  for (gsize i = 0; i < klass->n_fields; i++)
    free_field (G_STRUCT_MEMBER_P (object, klass->fields[i].offset), klass->fields[i].type);
  g_free (priv->key);
  G_OBJECT_CLASS (rc_command_parent_class)->finalize (object);
}

static void
rc_command_class_init (RcCommandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = rc_command_set_property;
  object_class->get_property = rc_command_get_property;
  object_class->constructed = rc_command_constructed;
  object_class->finalize = rc_command_finalize;
  klass->least_role = RC_ROLE_ACCOUNT_MANAGER;

  properties[PROP_ACTOR] = g_param_spec_int64 ("actor", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DATE] = g_param_spec_uint ("date", NULL, NULL, 0, G_MAXUINT, RC_DATE_NONE, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_command_init (RcCommand *self)
{
}

/**
 * rc_command_result_free:
 * @result: (nullable) (transfer full): a result
 */
void
rc_command_result_free (RcCommandResult *result)
{
  if (result == NULL)
    return;
  g_free (result->reference);
  g_free (result);
}

/**
 * rc_command_class_set_fields:
 * @klass: a command's class, in its class_init
 * @name: its name in JSON and in the activity log; static
 * @fields: (array length=n_fields): its fields; static
 * @n_fields: how many there are
 *
 * Gives the class its name and a construct-only property for each field.
 */
void
rc_command_class_set_fields (RcCommandClass *klass, const char *name, const RcCommandField *fields,
                             gsize n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->name = name;
  klass->fields = fields;
  klass->n_fields = n_fields;
  object_class->set_property = set_field;
  object_class->get_property = get_field;
  for (gsize i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, (guint) (FIRST_FIELD + i), make_property (&fields[i]));
}

/**
 * rc_command_get_fields:
 * @self: a command
 * @n_fields: (out): how many fields it has
 *
 * Returns: (transfer none) (array length=n_fields): the fields of its class
 */
const RcCommandField *
rc_command_get_fields (RcCommand *self, gsize *n_fields)
{
  RcCommandClass *klass = RC_COMMAND_GET_CLASS (self);

  *n_fields = klass->n_fields;
  return klass->fields;
}

/**
 * rc_command_get_actor:
 * @self: a command
 *
 * Returns: the id of the member who runs it; 0: nobody yet
 */
gint64
rc_command_get_actor (RcCommand *self)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (self);

  g_return_val_if_fail (RC_IS_COMMAND (self), 0);
  return priv->actor;
}

/**
 * rc_command_get_date:
 * @self: a command
 *
 * Returns: the day on which it is done
 */
RcDate
rc_command_get_date (RcCommand *self)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (self);

  g_return_val_if_fail (RC_IS_COMMAND (self), RC_DATE_NONE);
  return priv->date;
}

/**
 * rc_command_get_key:
 * @self: a command
 *
 * Returns: (transfer none): its idempotency key: a second command with the same key changes nothing
 */
const char *
rc_command_get_key (RcCommand *self)
{
  RcCommandPrivate *priv = rc_command_get_instance_private (self);

  g_return_val_if_fail (RC_IS_COMMAND (self), NULL);
  return priv->key;
}

/**
 * rc_command_get_name:
 * @self: a command
 *
 * Returns: (transfer none): the name of its kind, such as "invite-customer"
 */
const char *
rc_command_get_name (RcCommand *self)
{
  g_return_val_if_fail (RC_IS_COMMAND (self), NULL);
  return RC_COMMAND_GET_CLASS (self)->name;
}

/**
 * rc_command_validate:
 * @self: a command
 * @policy: the program's numbers
 * @error: RC_RULE_ERROR: what can be seen to be wrong without a database
 *
 * Returns: whether it is worth applying
 */
gboolean
rc_command_validate (RcCommand *self, const RcPolicy *policy, GError **error)
{
  RcCommandClass *klass;

  g_return_val_if_fail (RC_IS_COMMAND (self) && policy != NULL, FALSE);

  klass = RC_COMMAND_GET_CLASS (self);
  if (rc_command_get_date (self) == RC_DATE_NONE)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                           _ ("The day on which this is done is missing."));
      return FALSE;
    }
  return klass->validate == NULL || klass->validate (self, policy, error);
}
