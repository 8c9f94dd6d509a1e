/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-command-list.h"
#include "rc-customer-rows.h"

/* A command of any type with a value in each of its fields, made from the table of its fields. */

static GPtrArray *
sample_products (void)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_product_record_free);
  RcProductRecord *product = g_new0 (RcProductRecord, 1);

  product->code = g_strdup ("X-1");
  product->name = g_strdup ("Żółw “quoted”");
  product->family = g_strdup ("");
  product->offer_type = RC_OFFER_TYPE_ENTERPRISE;
  product->licence_kind = RC_LICENCE_KIND_CONSUMABLE;
  product->for_segment[RC_SEGMENT_EDUCATION] = TRUE;
  product->min_quantity = 7;
  product->retired = TRUE;
  g_ptr_array_add (products, product);
  return products;
}

static RcCustomerRows *
sample_customers (void)
{
  Fixture names = { 0 };
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_customer_data_free);

  g_ptr_array_add (customers, make_customer_data (&names));
  g_ptr_array_add (customers, make_customer_data (&names));
  return rc_customer_rows_new_from_array (customers);
}

static GArray *
sample_ids (void)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 values[] = { 1, G_MAXINT64 };

  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  return ids;
}

static void
set_sample (const RcCommandField *field, GValue *value)
{
  Fixture names = { 0 };

  switch (field->type)
    {
    case RC_COMMAND_FIELD_STRING:
      g_value_set_string (value, "łódź \"1\"\n");
      break;
    case RC_COMMAND_FIELD_INT:
      g_value_set_int (value, -5);
      break;
    case RC_COMMAND_FIELD_ID:
      g_value_set_int64 (value, G_MAXINT64);
      break;
    case RC_COMMAND_FIELD_BOOLEAN:
      g_value_set_boolean (value, TRUE);
      break;
    case RC_COMMAND_FIELD_DATE:
      g_value_set_uint (value, rc_date_new (2024, 2, 29));
      break;
    case RC_COMMAND_FIELD_ENUM:
      g_value_set_enum (value, 1);
      break;
    case RC_COMMAND_FIELD_LINES:
      g_value_take_boxed (value, one_line (TEAM_PRODUCT, 3));
      break;
    case RC_COMMAND_FIELD_IDS:
      g_value_take_boxed (value, sample_ids ());
      break;
    case RC_COMMAND_FIELD_CUSTOMER:
      g_value_take_boxed (value, make_customer_data (&names));
      break;
    case RC_COMMAND_FIELD_CUSTOMERS:
      g_value_take_boxed (value, sample_customers ());
      break;
    case RC_COMMAND_FIELD_PRODUCTS:
      g_value_take_boxed (value, sample_products ());
      break;
    case RC_COMMAND_FIELD_POLICY:
      g_value_take_boxed (value, rc_policy_new (RC_PRESET_VIP_MARKETPLACE));
      break;
    }
}

static RcCommand *
make_sample (GType type)
{
  g_autoptr (RcCommandClass) klass = g_type_class_ref (type);
  const char *names[32] = { "actor", "date", "key" };
  GValue values[32] = { G_VALUE_INIT };
  guint n = 3;
  RcCommand *command;

  g_value_set_int64 (g_value_init (&values[0], G_TYPE_INT64), 42);
  g_value_set_uint (g_value_init (&values[1], G_TYPE_UINT), rc_date_new (2026, 1, 15));
  g_value_set_string (g_value_init (&values[2], G_TYPE_STRING), "key-1");
  for (gsize i = 0; i < klass->n_fields; i++, n++)
    {
      GParamSpec *property = g_object_class_find_property (G_OBJECT_CLASS (klass), klass->fields[i].name);

      names[n] = klass->fields[i].name;
      set_sample (&klass->fields[i], g_value_init (&values[n], G_PARAM_SPEC_VALUE_TYPE (property)));
    }
  command = RC_COMMAND (g_object_new_with_properties (type, n, names, values));
  for (guint i = 0; i < n; i++)
    g_value_unset (&values[i]);
  return command;
}

static void
test_round_trip (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  g_autoptr (RcCommand) command = make_sample (type);
  g_autoptr (JsonNode) node = rc_command_to_json (command);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) parsed = json_from_string (text, &error);
  g_autoptr (RcCommand) again = rc_command_from_json (parsed, &error);
  g_autoptr (JsonNode) node_again = NULL;
  gsize n_fields;

  g_assert_no_error (error);
  g_assert_true (G_OBJECT_TYPE (again) == type);
  node_again = rc_command_to_json (again);
  g_assert_true (json_node_equal (node, node_again));
  rc_command_get_fields (command, &n_fields);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, n_fields + 4);
}

static void
test_empty_round_trip (gconstpointer data)
{
  g_autoptr (RcCommand) command = g_object_new (GPOINTER_TO_SIZE (data), NULL);
  g_autoptr (JsonNode) node = rc_command_to_json (command);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommand) again = rc_command_from_json (node, &error);
  g_autoptr (JsonNode) node_again = NULL;

  g_assert_no_error (error);
  node_again = rc_command_to_json (again);
  g_assert_true (json_node_equal (node, node_again));
}

static void
assert_not_a_command (JsonNode *node, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommand) command = rc_command_from_json (node, &error);

  g_assert_null (command);
  g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, member));
}

/* Each member in turn holds something that it cannot hold. */
static void
test_malformed_is_refused (gconstpointer data)
{
  g_autoptr (RcCommand) command = make_sample (GPOINTER_TO_SIZE (data));
  g_autoptr (JsonNode) node = rc_command_to_json (command);
  g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));

  for (GList *item = members; item != NULL; item = item->next)
    {
      g_autoptr (JsonNode) nothing = json_node_copy (node);
      g_autoptr (JsonNode) number = json_node_copy (node);

      g_autoptr (JsonObject) with_nothing = json_object_new ();
      g_autoptr (JsonObject) with_number = json_object_new ();
      for (GList *other = members; other != NULL; other = other->next)
        {
          JsonNode *value = json_object_get_member (json_node_get_object (node), other->data);

          json_object_set_member (with_nothing, other->data, json_node_copy (value));
          json_object_set_member (with_number, other->data, json_node_copy (value));
        }
      json_object_set_null_member (with_nothing, item->data);
      json_object_set_double_member (with_number, item->data, 1.5);
      json_node_set_object (nothing, with_nothing);
      json_node_set_object (number, with_number);
      assert_not_a_command (nothing, item->data);
      assert_not_a_command (number, item->data);
    }
}

static void
test_unknown_is_refused (void)
{
  static const struct
  {
    const char *json;
    const char *member;
  } cases[] = {
    { "[]", "command" },
    { "{}", "command" },
    { "{\"command\": \"no-such\", \"key\": \"k\"}", "command" },
    { "{\"command\": \"place-order\"}", "key" },
    { "{\"command\": \"place-order\", \"key\": \"k\", \"customer-id\": 1}", "customer-id" },
    { "{\"command\": \"place-order\", \"key\": \"k\", \"date\": \"2026-02-30\"}", "date" },
    { "{\"command\": \"place-order\", \"key\": \"k\", \"pa-id\": -1}", "pa-id" },
    { "{\"command\": \"assign-manager\", \"key\": \"k\", \"customer-ids\": [0]}", "customer-ids" },
    { "{\"command\": \"add-member\", \"key\": \"k\", \"role\": \"owner\"}", "role" },
    { "{\"command\": \"invite-customer\", \"key\": \"k\", \"customer\": {\"nick\": \"x\"}}", "customer" },
    { "{\"command\": \"place-direct-order\", \"key\": \"k\", \"lines\": [{\"product\": \"x\"}]}", "lines" },
    { "{\"command\": \"place-direct-order\", \"key\": \"k\", \"lines\": [{\"product\": \"x\", \"quantity\": "
      "4294967297}]}",
      "lines" },
    { "{\"command\": \"set-policy\", \"key\": \"k\", \"policy\": {\"return-days\": 1}}", "policy" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].json, NULL);

      assert_not_a_command (node, cases[i].member);
    }
}

/* A command holds what it was given, whatever becomes of it afterwards. */
static void
test_is_immutable (void)
{
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 3);
  g_autoptr (RcCommand) command = rc_create_purchase_authorization_new (1, 1, 1, lines, NULL, FALSE);
  g_autoptr (GPtrArray) held = NULL;

  g_ptr_array_set_size (lines, 0);
  g_object_get (command, "lines", &held, NULL);
  g_assert_cmpuint (held->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  const GType *types;
  gsize n_types;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  types = rc_command_list_get_types (&n_types);
  for (gsize i = 0; i < n_types; i++)
    {
      g_autoptr (RcCommandClass) klass = g_type_class_ref (types[i]);
      g_autofree char *round = g_strconcat ("/command-json/round-trip/", klass->name, NULL);
      g_autofree char *empty = g_strconcat ("/command-json/empty-round-trip/", klass->name, NULL);
      g_autofree char *malformed = g_strconcat ("/command-json/malformed-is-refused/", klass->name, NULL);

      g_test_add_data_func (round, GSIZE_TO_POINTER (types[i]), test_round_trip);
      g_test_add_data_func (empty, GSIZE_TO_POINTER (types[i]), test_empty_round_trip);
      g_test_add_data_func (malformed, GSIZE_TO_POINTER (types[i]), test_malformed_is_refused);
    }
  g_test_add_func ("/command-json/unknown-is-refused", test_unknown_is_refused);
  g_test_add_func ("/command/is-immutable", test_is_immutable);
  return g_test_run ();
}
