/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activity-words.h"

#include "rc-customer-data.h"
#include "rc-date.h"
#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What an activity entry says, for people: a sentence a command, a line a field. The log itself holds names and JSON, so
 * that it can be read in another language later. A command or field that is not known here keeps its own name. */

typedef struct
{
  const char *name;
  const char *words;
} RcWording;

static const RcWording COMMANDS[] = {
  { "invite-customer", N_ ("Invited the customer") },
  { "send-reminder", N_ ("Sent a reminder of the invitation") },
  { "record-acceptance", N_ ("Recorded that the invitation was accepted") },
  { "remove-customers", N_ ("Removed the customer") },
  { "assign-manager", N_ ("Changed who manages the customer") },
  { "create-purchase-authorization", N_ ("Created a purchase authorization") },
  { "place-order", N_ ("Placed the order for a purchase authorization") },
  { "cancel-purchase-authorization", N_ ("Canceled a purchase authorization") },
  { "close-unpaid", N_ ("Closed a purchase authorization unpaid") },
  { "place-direct-order", N_ ("Placed a direct order") },
  { "renew-membership", N_ ("Renewed the membership") },
  { "request-return", N_ ("Requested a return") },
  { "approve-return", N_ ("Recorded that a return was approved") },
  { "reject-return", N_ ("Recorded that a return was rejected") },
  { "enroll-commitment", N_ ("Enrolled the customer in a 3-year commit") },
  { "set-assigned-licences", N_ ("Recorded the assigned licenses") },
  { "import-customers", N_ ("Imported customers") },
  { "import-catalogue", N_ ("Imported the product catalog") },
  { "record-departure", N_ ("Recorded that the customer moved to another reseller") },
  { "add-member", N_ ("Added a team member") },
  { "invite-member", N_ ("Invited a team member") },
  { "activate-member", N_ ("Recorded that a team member accepted the invitation") },
  { "set-member-role", N_ ("Changed the role of a team member") },
  { "remove-member", N_ ("Removed a team member") },
  { "start-reseller-change", N_ ("Started a change of reseller") },
  { "send-reseller-change-code", N_ ("Sent a new code for a change of reseller") },
  { "complete-reseller-change", N_ ("Recorded that the customer changed to us") },
  { "mark-messages-sent", N_ ("Marked a message as sent") },
  { "retry-messages", N_ ("Had a message sent again") },
  { "write-due-messages", N_ ("Wrote the messages that were due") },
  { "set-policy", N_ ("Changed the program’s rules") },
  { "set-reseller-name", N_ ("Changed the reseller’s name") },
  { "set-time-zone", N_ ("Changed the time zone") },
};

static const RcWording FIELDS[] = {
  { "anniversary-date", N_ ("Anniversary date") },
  { "commitment-ends-on", N_ ("3-year commit ends on") },
  { "committed-licenses", N_ ("Committed licenses") },
  { "customers", N_ ("Customers") },
  { "email", N_ ("Email address") },
  { "accepted-on", N_ ("Accepted on") },
  { "lost-by-users", N_ ("Licenses that users lose") },
  { "managed-by", N_ ("Managed by") },
  { "message", N_ ("Message") },
  { "messages", N_ ("Messages") },
  { "moved-on", N_ ("Moved on") },
  { "name", N_ ("Name") },
  { "order-number", N_ ("Order number") },
  { "ordered-on", N_ ("Ordered on") },
  { "passed-over", N_ ("Messages passed over") },
  { "po-number", N_ ("Purchase order (PO) number") },
  { "products", N_ ("Products") },
  { "products-new", N_ ("New products") },
  { "products-removed", N_ ("Products removed") },
  { "products-replaced", N_ ("Products replaced") },
  { "products-retired", N_ ("Products retired") },
  { "purchase-authorization", N_ ("Purchase authorization") },
  { "reason", N_ ("Reason") },
  { "recipient", N_ ("Recipient") },
  { "requested-by-customer", N_ ("Requested by the customer") },
  { "reminded-on", N_ ("Reminded on") },
  { "reseller-name", N_ ("Reseller’s name") },
  { "role", N_ ("Role") },
  { "time-zone", N_ ("Time zone") },
  { "vip-id", N_ ("VIP ID") },
};

static const char *
find_words (const RcWording *table, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (table[i].name, name) == 0)
      return _ (table[i].words);
  return NULL;
}

/* A nick becomes words; what is no nick, such as a product's name, stays as it is. */
static char *
spell_out (const char *name)
{
  char *words = g_strdup (name != NULL ? name : "");

  if (words[strspn (words, "abcdefghijklmnopqrstuvwxyz0123456789-_")] != '\0')
    return words;
  g_strdelimit (words, "-_", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return words;
}

/**
 * rc_activity_words_command:
 * @command: a command's name
 *
 * Returns: (transfer full): what was done, in words
 */
char *
rc_activity_words_command (const char *command)
{
  const char *words = find_words (COMMANDS, G_N_ELEMENTS (COMMANDS), command);

  return words != NULL ? g_strdup (words) : spell_out (command);
}

static char *
dup_field_label (const char *field)
{
  const char *words = find_words (FIELDS, G_N_ELEMENTS (FIELDS), field);
  RcCustomerField customer_field;

  if (words != NULL)
    return g_strdup (words);
  if (rc_customer_field_from_nick (field, &customer_field))
    return g_strdup (rc_customer_field_get_label (customer_field));
  return spell_out (field);
}

static char *
format_value (const char *field, JsonNode *node)
{
  const char *text;
  RcDate date;
  int role;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return json_to_string (node, FALSE);
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("Yes") : _ ("No"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return rc_format_number (json_node_get_int (node));
  text = json_node_get_string (node);
  if (text == NULL || text[0] == '\0')
    return NULL;
  if (g_str_equal (field, "requested-by-customer"))
    return g_strdup (g_str_equal (text, "true") ? _ ("Yes") : _ ("No"));
  if (g_str_equal (field, "role") && rc_enum_from_nick (RC_TYPE_ROLE, text, &role))
    return g_strdup (rc_words_role ((RcRole) role));
  date = rc_date_from_iso (text);
  return date != RC_DATE_NONE ? rc_format_date (date) : g_strdup (text);
}

static void
append_change (GString *text, const char *field, JsonNode *node)
{
  g_autofree char *label = dup_field_label (field);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 2)
    {
      from = format_value (field, json_array_get_element (json_node_get_array (node), 0));
      to = format_value (field, json_array_get_element (json_node_get_array (node), 1));
    }
  else
    to = format_value (field, node);
  if (from == NULL && to == NULL)
    return;
  if (g_strcmp0 (from, to) == 0)
    g_clear_pointer (&from, g_free); /* named, not changed */

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (from == NULL)
    /* Translators: a field and its new value. */
    g_string_append_printf (text, _ ("%s: %s"), label, to);
  else
    /* Translators: a field, its old value and its new one. */
    g_string_append_printf (text, _ ("%s: %s → %s"), label, from, to != NULL ? to : C_ ("no value", "none"));
}

/**
 * rc_activity_words_changes:
 * @details: (nullable): a JSON object, {"field": [old, new], …}
 *
 * Returns: (transfer full): a line a field, "" where there is nothing to tell
 */
char *
rc_activity_words_changes (const char *details)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) root = details != NULL ? json_from_string (details, NULL) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObjectIter iter;
      const char *field;
      JsonNode *node;

      json_object_iter_init_ordered (&iter, json_node_get_object (root));
      while (json_object_iter_next_ordered (&iter, &field, &node))
        append_change (text, field, node);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
