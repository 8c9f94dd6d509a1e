/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A mapping as JSON: in the map files of the command line (docs/import-map.md), and in the memory of the mappings that
 * were used before, by the header's fingerprint (IO-2). */

#define MOST_REMEMBERED 50
#define MOST_BYTES (1024 * 1024)
#define IF_EMPTY "if-empty"
#define DEEPEST 32 /* the parser's stack grows with the depth; a map has four levels */

static const char *const source_names[] = {
  [RC_IMPORT_SOURCE_NOTHING] = NULL,      [RC_IMPORT_SOURCE_COLUMN] = "column",
  [RC_IMPORT_SOURCE_VALUE] = "value",     [RC_IMPORT_SOURCE_PATTERN] = "pattern",
  [RC_IMPORT_SOURCE_DERIVED] = "derived",
};

static const char *const order_names[] = {
  [RC_DATE_ORDER_NONE] = NULL,
  [RC_DATE_ORDER_EITHER] = NULL,
  [RC_DATE_ORDER_DAY_FIRST] = "day-first",
  [RC_DATE_ORDER_MONTH_FIRST] = "month-first",
};

static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-2" };

static void
add_translations (JsonBuilder *builder, const RcImportMapping *mapping, RcCustomerField field)
{
  GHashTable *translations = rc_import_mapping_get_translations (mapping, field);
  g_autoptr (GList) words = NULL;

  if (translations == NULL)
    return;
  words = g_list_sort (g_hash_table_get_keys (translations), (GCompareFunc) strcmp);
  json_builder_set_member_name (builder, rc_customer_field_get_nick (field));
  json_builder_begin_object (builder);
  for (GList *word = words; word != NULL; word = word->next)
    {
      json_builder_set_member_name (builder, word->data);
      json_builder_add_string_value (builder, g_hash_table_lookup (translations, word->data));
    }
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder *builder, const RcImportMapping *mapping, RcCustomerField field)
{
  RcImportSource source = rc_import_mapping_get_source (mapping, field);
  const char *if_empty = rc_import_mapping_get_if_empty (mapping, field);

  if (source == RC_IMPORT_SOURCE_NOTHING)
    return;
  json_builder_set_member_name (builder, rc_customer_field_get_nick (field));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, source_names[source]);
  if (source == RC_IMPORT_SOURCE_DERIVED)
    json_builder_add_boolean_value (builder, TRUE);
  else
    json_builder_add_string_value (builder, rc_import_mapping_get_text (mapping, field));
  if (if_empty != NULL && rc_import_mapping_can_be_empty (source))
    {
      json_builder_set_member_name (builder, IF_EMPTY);
      json_builder_add_string_value (builder, if_empty);
    }
  json_builder_end_object (builder);
}

/**
 * rc_import_mapping_to_json:
 * @mapping: a mapping
 *
 * Returns: (transfer full): an object that rc_import_mapping_from_json() turns back without loss
 */
JsonNode *
rc_import_mapping_to_json (const RcImportMapping *mapping)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const char *const *words = rc_import_mapping_get_nothing_words (mapping);
  RcDateOrder order = rc_import_mapping_get_date_order (mapping);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    add_source (builder, mapping, i);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "nothing");
  json_builder_begin_array (builder);
  for (; *words != NULL; words++)
    json_builder_add_string_value (builder, *words);
  json_builder_end_array (builder);
  if (order_names[order] != NULL)
    {
      json_builder_set_member_name (builder, "dates");
      json_builder_add_string_value (builder, order_names[order]);
    }
  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    add_translations (builder, mapping, i);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (RC_IMPORT_ERROR, RC_IMPORT_ERROR_MAPPING, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_if_empty (RcImportMapping *mapping, RcCustomerField field, JsonNode *node, GError **error)
{
  if (!is_string (node) || !rc_import_mapping_can_be_empty (rc_import_mapping_get_source (mapping, field)))
    return fail (error, _ ("The field “%s”: “if-empty” has to be text, beside a column or a pattern."),
                 rc_customer_field_get_nick (field));
  rc_import_mapping_set_if_empty (mapping, field, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_source (RcImportMapping *mapping, RcCustomerField field, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *if_empty = object != NULL ? json_object_get_member (object, IF_EMPTY) : NULL;

  if (object == NULL || json_object_get_size (object) != (if_empty != NULL ? 2 : 1))
    return fail (error, _ ("The field “%s” has to be one of: column, value, pattern, derived."),
                 rc_customer_field_get_nick (field));
  for (guint source = RC_IMPORT_SOURCE_COLUMN; source <= RC_IMPORT_SOURCE_DERIVED; source++)
    {
      JsonNode *member = json_object_get_member (object, source_names[source]);

      if (source == RC_IMPORT_SOURCE_DERIVED && member != NULL && rc_import_mapping_can_derive (field))
        rc_import_mapping_set (mapping, field, source, NULL);
      else if (source != RC_IMPORT_SOURCE_DERIVED && is_string (member))
        rc_import_mapping_set (mapping, field, source, json_node_get_string (member));
      else
        continue;
      return if_empty == NULL || read_if_empty (mapping, field, if_empty, error);
    }
  return fail (error, _ ("The field “%s” has to be one of: column, value, pattern, derived."),
               rc_customer_field_get_nick (field));
}

static gboolean
read_fields (RcImportMapping *mapping, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    {
      RcCustomerField field;

      if (!rc_customer_field_from_nick (member->data, &field))
        return fail (error, _ ("There is no field “%s”."), (const char *) member->data);
      if (!read_source (mapping, field, json_object_get_member (object, member->data), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_nothing (RcImportMapping *mapping, JsonNode *node, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, _ ("“nothing” has to be a list of words."));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *word = json_array_get_element (json_node_get_array (node), i);

      if (!is_string (word))
        return fail (error, _ ("“nothing” has to be a list of words."));
      g_strv_builder_add (words, json_node_get_string (word));
    }
  list = g_strv_builder_end (words);
  rc_import_mapping_set_nothing_words (mapping, (const char *const *) list);
  return TRUE;
}

static gboolean
read_dates (RcImportMapping *mapping, JsonNode *node, GError **error)
{
  for (guint order = RC_DATE_ORDER_DAY_FIRST; is_string (node) && order <= RC_DATE_ORDER_MONTH_FIRST; order++)
    if (g_str_equal (json_node_get_string (node), order_names[order]))
      {
        rc_import_mapping_set_date_order (mapping, order);
        return TRUE;
      }
  return fail (error, _ ("“dates” has to be one of: day-first, month-first."));
}

static gboolean
read_translations (RcImportMapping *mapping, RcCustomerField field, JsonNode *node, GError **error)
{
  g_autoptr (GList) words = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("The values of “%s” have to be an object of words."),
                 rc_customer_field_get_nick (field));
  words = json_object_get_members (json_node_get_object (node));
  for (GList *word = words; word != NULL; word = word->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), word->data);

      if (!is_string (value))
        return fail (error, _ ("The values of “%s” have to be an object of words."),
                     rc_customer_field_get_nick (field));
      rc_import_mapping_translate (mapping, field, word->data, json_node_get_string (value));
    }
  return TRUE;
}

static gboolean
read_values (RcImportMapping *mapping, JsonNode *node, GError **error)
{
  g_autoptr (GList) members = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("“values” has to be an object of fields."));
  members = json_object_get_members (json_node_get_object (node));
  for (GList *member = members; member != NULL; member = member->next)
    {
      RcCustomerField field;

      if (!rc_customer_field_from_nick (member->data, &field))
        return fail (error, _ ("There is no field “%s”."), (const char *) member->data);
      if (!read_translations (mapping, field,
                              json_object_get_member (json_node_get_object (node), member->data), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rc_import_mapping_from_json:
 * @node: what was read
 * @error: RC_IMPORT_ERROR_MAPPING: it names what is wrong with it
 *
 * Returns: (transfer full) (nullable): the mapping
 */
RcImportMapping *
rc_import_mapping_from_json (JsonNode *node, GError **error)
{
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_new ();
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *fields = object != NULL ? json_object_get_member (object, "fields") : NULL;
  JsonNode *member;

  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    {
      fail (error, _ ("A map has to be an object with “fields”."));
      return NULL;
    }
  if (!read_fields (mapping, json_node_get_object (fields), error))
    return NULL;
  member = json_object_get_member (object, "nothing");
  if (member != NULL && !read_nothing (mapping, member, error))
    return NULL;
  member = json_object_get_member (object, "dates");
  if (member != NULL && !read_dates (mapping, member, error))
    return NULL;
  member = json_object_get_member (object, "values");
  if (member != NULL && !read_values (mapping, member, error))
    return NULL;
  return g_steal_pointer (&mapping);
}

static gboolean
read_format (JsonNode *node, RcCsvFormat *format, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *charset, *separator;

  if (object == NULL)
    return fail (error, _ ("“format” has to be an object with “charset” and “separator”."));
  charset = json_object_get_string_member_with_default (object, "charset", "UTF-8");
  separator = json_object_get_string_member_with_default (object, "separator", ",");
  /* A member that is no text is NULL. */
  if (separator == NULL || strlen (separator) != 1 || strchr (",;\t", *separator) == NULL)
    return fail (error, _ ("The separator has to be a comma, a semicolon or a tab."));
  format->separator = *separator;
  for (gsize i = 0; charset != NULL && i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (charsets[i], charset) == 0)
      {
        format->charset = charsets[i];
        return TRUE;
      }
  return fail (error,
               _ ("The charset has to be one of: UTF-8, UTF-16LE, UTF-16BE, WINDOWS-1252, ISO-8859-2."));
}

/* At most @DEEPEST brackets are open at once, those in texts not counted. */
static gboolean
is_shallow (const char *text, gsize length)
{
  gboolean in_text = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length && depth <= DEEPEST; i++)
    {
      if (in_text && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_text = !in_text;
      else if (!in_text && (text[i] == '[' || text[i] == '{'))
        depth++;
      else if (!in_text && (text[i] == ']' || text[i] == '}'))
        depth--;
    }
  return depth <= DEEPEST;
}

/* The parser knows the line only while it tells of the fault. */
static void
on_parser_fault (JsonParser *parser, const GError *fault, guint *line)
{
  *line = json_parser_get_current_line (parser);
}

static gboolean
parse_text (JsonParser *parser, const char *text, gsize length, GError **error)
{
  guint line = 0;
  gulong handler = g_signal_connect (parser, "error", G_CALLBACK (on_parser_fault), &line);
  gboolean done = json_parser_load_from_data (parser, text, (gssize) length, NULL);

  g_signal_handler_disconnect (parser, handler);
  if (!done)
    /* Translators: JSON is the name of a file format */
    return fail (error, _ ("This is no map of columns: line %u cannot be read as JSON."), MAX (line, 1));
  if (json_parser_get_root (parser) == NULL)
    return fail (error, _ ("The map of columns is empty."));
  return TRUE;
}

/* A bound, since a device has no end. */
static JsonParser *
parse_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = g_malloc (MOST_BYTES + 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MOST_BYTES + 1, &length, NULL, error))
    return NULL;
  if (length > MOST_BYTES || !g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length))
    {
      fail (error, _ ("This is no map of columns: it is too long, too deep or not UTF-8."));
      return NULL;
    }
  return parse_text (parser, text, length, error) ? g_steal_pointer (&parser) : NULL;
}

/**
 * rc_import_mapping_load:
 * @file: a map file: JSON, see docs/import-map.md
 * @format: (out): how the CSV file is written, if the map says so
 * @has_format: (out): whether it does; else it is found by looking
 * @error: those of GIO; RC_IMPORT_ERROR_MAPPING: it names what is wrong, and where it is no JSON the line
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
RcImportMapping *
rc_import_mapping_load (GFile *file, RcCsvFormat *format, gboolean *has_format, GError **error)
{
  g_autoptr (JsonParser) parser = parse_file (file, error);
  g_autoptr (RcImportMapping) mapping = NULL;
  JsonNode *node;

  if (parser == NULL)
    return NULL;
  mapping = rc_import_mapping_from_json (json_parser_get_root (parser), error);
  if (mapping == NULL)
    return NULL;
  node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "format");
  *has_format = node != NULL;
  if (node != NULL && !read_format (node, format, error))
    return NULL;
  return g_steal_pointer (&mapping);
}

/* What cannot be read was never remembered. */
static JsonObject *
parse_memory (const char *memory)
{
  g_autoptr (JsonNode) node = json_from_string (memory, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return json_object_new ();
  return json_object_ref (json_node_get_object (node));
}

/**
 * rc_import_mapping_remember:
 * @memory: the JSON object of the mappings used before
 * @fingerprint: of the file's header
 * @mapping: what was used for it
 *
 * Returns: (transfer full): the new memory; the oldest mappings leave it beyond fifty
 */
char *
rc_import_mapping_remember (const char *memory, const char *fingerprint, const RcImportMapping *mapping)
{
  g_autoptr (JsonObject) object = parse_memory (memory);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GList) members = NULL;
  guint surplus;

  if (json_object_has_member (object, fingerprint))
    json_object_remove_member (object, fingerprint);
  members = json_object_get_members (object);
  surplus = g_list_length (members);
  surplus = surplus >= MOST_REMEMBERED ? surplus - MOST_REMEMBERED + 1 : 0;
  for (GList *member = members; member != NULL && surplus > 0; member = member->next, surplus--)
    {
      g_autofree char *name = g_strdup (member->data);

      json_object_remove_member (object, name);
    }
  json_object_set_member (object, fingerprint, rc_import_mapping_to_json (mapping));
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/**
 * rc_import_mapping_recall:
 * @memory: the JSON object of the mappings used before
 * @fingerprint: of a file's header
 *
 * Returns: (transfer full) (nullable): what was used for such a file; %NULL: it is the first one
 */
RcImportMapping *
rc_import_mapping_recall (const char *memory, const char *fingerprint)
{
  g_autoptr (JsonObject) object = parse_memory (memory);
  JsonNode *node = json_object_get_member (object, fingerprint);

  return node != NULL ? rc_import_mapping_from_json (node, NULL) : NULL;
}
