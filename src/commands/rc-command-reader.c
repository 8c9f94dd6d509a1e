/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command.h"

#include "rc-command-list.h"
#include "rc-customer-rows.h"
#include "rc-enum-types.h"
#include "rc-product-line.h"
#include "rc-records.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Makes commands from JSON objects, as rc-command-json.c writes them. A member that is not known is refused, so that nothing
 * is dropped in silence. */

static const char *const segment_members[] = { "for-commercial", "for-government", "for-education" };

static gboolean
fail (GError **error, const char *member)
{
  g_set_error (
      error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
      /* Translators: the placeholder is the technical name of a part of a command, such as customer-id */
      _ ("“%s” is missing, unknown or malformed in this command."), member);
  return FALSE;
}

static gboolean
has_type (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
string_member (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return has_type (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

static gboolean
int_member (JsonObject *object, const char *member, int *value)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 number = has_type (node, G_TYPE_INT64) ? json_node_get_int (node) : G_MAXINT64;

  if (number < G_MININT || number > G_MAXINT)
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gpointer
line_from_json (JsonObject *object)
{
  const char *product = string_member (object, "product");
  int quantity;

  if (product == NULL || !int_member (object, "quantity", &quantity) || json_object_get_size (object) != 2)
    return NULL;
  return rc_product_line_new (product, quantity);
}

static gpointer
customer_from_json (JsonObject *object)
{
  g_autoptr (RcCustomerData) data = rc_customer_data_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *item = members; item != NULL; item = item->next)
    {
      const char *value = string_member (object, item->data);
      RcCustomerField field;

      if (value == NULL || !rc_customer_field_from_nick (item->data, &field))
        return NULL;
      rc_customer_data_set (data, field, value);
    }
  return g_steal_pointer (&data);
}

static gboolean
bool_member (JsonObject *object, const char *member, gboolean *value)
{
  JsonNode *node = json_object_get_member (object, member);

  if (!has_type (node, G_TYPE_BOOLEAN))
    return FALSE;
  *value = json_node_get_boolean (node);
  return TRUE;
}

#define N_PRODUCT_MEMBERS 11

static gpointer
product_from_json (JsonObject *object)
{
  g_autoptr (RcProductRecord) record = g_new0 (RcProductRecord, 1);
  int offer_type, licence_kind;
  gboolean complete = json_object_get_size (object) == N_PRODUCT_MEMBERS;

  record->code = g_strdup (string_member (object, "code"));
  record->name = g_strdup (string_member (object, "name"));
  record->family = g_strdup (string_member (object, "family"));
  complete =
      complete && record->code != NULL && record->name != NULL && record->family != NULL
      && rc_enum_from_nick (RC_TYPE_OFFER_TYPE, string_member (object, "offer-type"), &offer_type)
      && rc_enum_from_nick (RC_TYPE_LICENCE_KIND, string_member (object, "licence-kind"), &licence_kind)
      && bool_member (object, "open-to-pa", &record->open_to_pa)
      && bool_member (object, "retired", &record->retired)
      && int_member (object, "min-quantity", &record->min_quantity);
  for (gsize i = 0; complete && i < G_N_ELEMENTS (segment_members); i++)
    complete = bool_member (object, segment_members[i], &record->for_segment[i]);
  if (!complete)
    return NULL;
  record->offer_type = (RcOfferType) offer_type;
  record->licence_kind = (RcLicenceKind) licence_kind;
  return g_steal_pointer (&record);
}

static GPtrArray *
array_from_json (JsonNode *node, gpointer (*read) (JsonObject *object), GDestroyNotify free_item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gpointer item = JSON_NODE_HOLDS_OBJECT (element) ? read (json_node_get_object (element)) : NULL;

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return array != NULL ? g_steal_pointer (&items) : NULL;
}

static RcCustomerRows *
customers_from_json (JsonNode *node)
{
  g_autoptr (GPtrArray) customers =
      array_from_json (node, customer_from_json, (GDestroyNotify) rc_customer_data_free);

  return customers != NULL ? rc_customer_rows_new_from_array (customers) : NULL;
}

static GArray *
ids_from_json (JsonNode *node)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gint64 id = has_type (element, G_TYPE_INT64) ? json_node_get_int (element) : 0;

      if (id <= 0)
        return NULL;
      g_array_append_val (ids, id);
    }
  return array != NULL ? g_steal_pointer (&ids) : NULL;
}

/* Every value has to be there: a policy is not completed from defaults that may be others tomorrow. */
static RcPolicy *
policy_from_json (JsonObject *object)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  const char *const *names = rc_policy_list_names ();
  guint n_names = g_strv_length ((char **) names);
  g_autofree int *values = g_new0 (int, n_names);

  for (guint i = 0; i < n_names; i++)
    if (!int_member (object, names[i], &values[i]))
      return NULL;
  if (json_object_get_size (object) != n_names || !rc_policy_set_many (policy, names, values, n_names, NULL))
    return NULL;
  return g_steal_pointer (&policy);
}

static gboolean
boxed_from_json (const RcCommandField *field, JsonNode *node, GValue *value)
{
  if (field->type == RC_COMMAND_FIELD_LINES)
    g_value_take_boxed (value, array_from_json (node, line_from_json, (GDestroyNotify) rc_product_line_free));
  else if (field->type == RC_COMMAND_FIELD_CUSTOMERS)
    g_value_take_boxed (value, customers_from_json (node));
  else if (field->type == RC_COMMAND_FIELD_PRODUCTS)
    g_value_take_boxed (value,
                        array_from_json (node, product_from_json, (GDestroyNotify) rc_product_record_free));
  else if (field->type == RC_COMMAND_FIELD_IDS)
    g_value_take_boxed (value, ids_from_json (node));
  else if (JSON_NODE_HOLDS_OBJECT (node) && field->type == RC_COMMAND_FIELD_CUSTOMER)
    g_value_take_boxed (value, customer_from_json (json_node_get_object (node)));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    g_value_take_boxed (value, policy_from_json (json_node_get_object (node)));
  return g_value_get_boxed (value) != NULL;
}

static gboolean
field_from_json (const RcCommandField *field, JsonNode *node, GValue *value)
{
  gint64 number = has_type (node, G_TYPE_INT64) ? json_node_get_int (node) : -1;
  const char *text = has_type (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
  int choice;

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      g_value_set_string (value, text);
      return text != NULL;
    case RC_COMMAND_FIELD_INT:
      if (!has_type (node, G_TYPE_INT64) || number < G_MININT || number > G_MAXINT)
        return FALSE;
      g_value_set_int (value, (int) number);
      return TRUE;
    case RC_COMMAND_FIELD_ID:
      g_value_set_int64 (value, MAX (number, 0));
      return number >= 0;
    case RC_COMMAND_FIELD_BOOLEAN:
      g_value_set_boolean (value, has_type (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node));
      return has_type (node, G_TYPE_BOOLEAN);
    case RC_COMMAND_FIELD_DATE:
      g_value_set_uint (value, rc_date_from_iso (text));
      return g_value_get_uint (value) != RC_DATE_NONE;
    case RC_COMMAND_FIELD_ENUM:
      if (!rc_enum_from_nick (field->get_enum_type (), text, &choice))
        return FALSE;
      g_value_set_enum (value, choice);
      return TRUE;
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_IDS:
    case RC_COMMAND_FIELD_CUSTOMER:
    case RC_COMMAND_FIELD_CUSTOMERS:
    case RC_COMMAND_FIELD_PRODUCTS:
    case RC_COMMAND_FIELD_POLICY:
      return boxed_from_json (field, node, value);
    }
  g_return_val_if_reached (FALSE);
}

/* The members that every command has, as if they were fields. */
static const RcCommandField common_fields[] = {
  { "actor", RC_COMMAND_FIELD_ID },
  { "date", RC_COMMAND_FIELD_DATE },
  { "key", RC_COMMAND_FIELD_STRING },
};

static const RcCommandField *
find_field (RcCommandClass *klass, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (common_fields); i++)
    if (g_str_equal (common_fields[i].name, name))
      return &common_fields[i];
  for (gsize i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];
  return NULL;
}

static void
free_values (GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    g_value_unset (&g_array_index (values, GValue, i));
  g_array_unref (values);
}

static RcCommand *
build (RcCommandClass *klass, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GArray *values = g_array_new (FALSE, TRUE, sizeof (GValue));
  RcCommand *command = NULL;
  const char *wrong = NULL;

  for (GList *item = members; item != NULL && wrong == NULL; item = item->next)
    {
      const RcCommandField *field = find_field (klass, item->data);
      GParamSpec *property = g_object_class_find_property (G_OBJECT_CLASS (klass), item->data);

      if (g_str_equal (item->data, "command"))
        continue;
      if (field == NULL)
        {
          wrong = item->data;
          break;
        }
      g_ptr_array_add (names, (gpointer) field->name);
      g_array_set_size (values, values->len + 1);
      g_value_init (&g_array_index (values, GValue, values->len - 1), G_PARAM_SPEC_VALUE_TYPE (property));
      if (!field_from_json (field, json_object_get_member (object, item->data),
                            &g_array_index (values, GValue, values->len - 1)))
        wrong = item->data;
    }
  if (wrong != NULL)
    fail (error, wrong);
  else
    command = RC_COMMAND (g_object_new_with_properties (G_OBJECT_CLASS_TYPE (klass), names->len,
                                                        (const char **) names->pdata,
                                                        (GValue *) (gpointer) values->data));
  free_values (values);
  return command;
}

/**
 * rc_command_from_json:
 * @node: what rc_command_to_json() made, or a file or a server says
 * @error: RC_RULE_ERROR_INVALID_DATA: not a command, or a member that is unknown or malformed, which is named
 *
 * Whether the command may be run is not looked at: see rc_command_validate().
 *
 * Returns: (transfer full) (nullable): the command
 */
RcCommand *
rc_command_from_json (JsonNode *node, GError **error)
{
  JsonObject *object;
  GType type;
  g_autoptr (RcCommandClass) klass = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "command");
      return NULL;
    }
  object = json_node_get_object (node);
  type = rc_command_list_find (string_member (object, "command"));
  if (type == G_TYPE_INVALID || string_member (object, "key") == NULL)
    {
      fail (error, type == G_TYPE_INVALID ? "command" : "key");
      return NULL;
    }
  klass = g_type_class_ref (type);
  return build (klass, object, error);
}
