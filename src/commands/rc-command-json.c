/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command.h"

#include "rc-customer-rows.h"
#include "rc-enum-types.h"
#include "rc-product-line.h"
#include "rc-records.h"

/* Commands as JSON objects, without loss: "command", "actor", "date", "key" and the fields. They are read back in
 * rc-command-reader.c. */

static const char *const segment_members[] = { "for-commercial", "for-government", "for-education" };

static JsonNode *
lines_to_json (GPtrArray *lines)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < lines->len; i++)
    {
      RcProductLine *line = g_ptr_array_index (lines, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "product", line->product_code);
      json_object_set_int_member (object, "quantity", line->quantity);
      json_array_add_object_element (array, object);
    }
  json_array_unref (array);
  return node;
}

static JsonNode *
ids_to_json (GArray *ids)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < ids->len; i++)
    json_array_add_int_element (array, g_array_index (ids, gint64, i));
  json_array_unref (array);
  return node;
}

static JsonObject *
customer_to_json (const RcCustomerData *data)
{
  JsonObject *object = json_object_new ();

  for (int field = 0; field < RC_N_CUSTOMER_FIELDS; field++)
    if (data->values[field] != NULL)
      json_object_set_string_member (object, rc_customer_field_get_nick ((RcCustomerField) field),
                                     data->values[field]);
  return object;
}

static JsonObject *
product_to_json (const RcProductRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", record->code);
  json_object_set_string_member (object, "name", record->name);
  json_object_set_string_member (object, "family", record->family);
  json_object_set_string_member (object, "offer-type",
                                 rc_enum_to_nick (RC_TYPE_OFFER_TYPE, (int) record->offer_type));
  json_object_set_string_member (object, "licence-kind",
                                 rc_enum_to_nick (RC_TYPE_LICENCE_KIND, (int) record->licence_kind));
  for (gsize i = 0; i < G_N_ELEMENTS (segment_members); i++)
    json_object_set_boolean_member (object, segment_members[i], record->for_segment[i]);
  json_object_set_boolean_member (object, "open-to-pa", record->open_to_pa);
  json_object_set_int_member (object, "min-quantity", record->min_quantity);
  json_object_set_boolean_member (object, "retired", record->retired);
  return object;
}

static JsonNode *
customers_to_json (const RcCustomerRows *customers)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);
  g_auto (RcCustomerRowsReader) reader = { 0 };
  RcCustomerData row;

  rc_customer_rows_reader_init (&reader, customers);
  while (rc_customer_rows_reader_next (&reader, &row))
    json_array_add_object_element (array, customer_to_json (&row));
  json_array_unref (array);
  return node;
}

static JsonNode *
products_to_json (GPtrArray *products)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < products->len; i++)
    json_array_add_object_element (array, product_to_json (g_ptr_array_index (products, i)));
  json_array_unref (array);
  return node;
}

static JsonObject *
policy_to_json (const RcPolicy *policy)
{
  JsonObject *object = json_object_new ();
  const char *const *names = rc_policy_list_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    json_object_set_int_member (object, names[i], rc_policy_get (policy, names[i]));
  return object;
}

static JsonNode *
boxed_to_json (const RcCommandField *field, gpointer boxed)
{
  JsonNode *node;

  if (boxed == NULL)
    return NULL;
  if (field->type == RC_COMMAND_FIELD_LINES)
    return lines_to_json (boxed);
  if (field->type == RC_COMMAND_FIELD_IDS)
    return ids_to_json (boxed);
  if (field->type == RC_COMMAND_FIELD_CUSTOMERS)
    return customers_to_json (boxed);
  if (field->type == RC_COMMAND_FIELD_PRODUCTS)
    return products_to_json (boxed);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, field->type == RC_COMMAND_FIELD_CUSTOMER ? customer_to_json (boxed)
                                                                        : policy_to_json (boxed));
  return node;
}

/* NULL where the field has no value. */
static JsonNode *
field_to_json (RcCommand *self, const RcCommandField *field)
{
  gpointer place = G_STRUCT_MEMBER_P (self, field->offset);
  g_autofree char *date = NULL;

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      return *(char **) place != NULL ? json_node_init_string (json_node_alloc (), *(char **) place) : NULL;
    case RC_COMMAND_FIELD_INT:
      return json_node_init_int (json_node_alloc (), *(int *) place);
    case RC_COMMAND_FIELD_ID:
      return json_node_init_int (json_node_alloc (), *(gint64 *) place);
    case RC_COMMAND_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), *(gboolean *) place);
    case RC_COMMAND_FIELD_DATE:
      date = rc_date_to_iso (*(RcDate *) place);
      return date != NULL ? json_node_init_string (json_node_alloc (), date) : NULL;
    case RC_COMMAND_FIELD_ENUM:
      return json_node_init_string (json_node_alloc (),
                                    rc_enum_to_nick (field->get_enum_type (), *(int *) place));
    case RC_COMMAND_FIELD_LINES:
    case RC_COMMAND_FIELD_IDS:
    case RC_COMMAND_FIELD_CUSTOMER:
    case RC_COMMAND_FIELD_CUSTOMERS:
    case RC_COMMAND_FIELD_PRODUCTS:
    case RC_COMMAND_FIELD_POLICY:
      return boxed_to_json (field, *(gpointer *) place);
    }
  g_return_val_if_reached (NULL);
}

/**
 * rc_command_to_json:
 * @self: a command
 *
 * Returns: (transfer full): an object with all that rc_command_from_json() needs to make an equal command; fields without
 *   a value are left out
 */
JsonNode *
rc_command_to_json (RcCommand *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *date = rc_date_to_iso (rc_command_get_date (self));
  const RcCommandField *fields;
  gsize n_fields;

  json_object_set_string_member (object, "command", rc_command_get_name (self));
  json_object_set_int_member (object, "actor", rc_command_get_actor (self));
  if (date != NULL)
    json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "key", rc_command_get_key (self));

  fields = rc_command_get_fields (self, &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      JsonNode *value = field_to_json (self, &fields[i]);

      if (value != NULL)
        json_object_set_member (object, fields[i].name, value);
    }
  json_node_set_object (node, object);
  return node;
}
