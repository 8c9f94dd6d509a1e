/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-data.h"

#include "rc-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an invitation or a row of an import says of a customer: texts as they were typed. What is wrong with them is in
 * rc-customer-validation.c. It is no customer yet. */

G_DEFINE_BOXED_TYPE (RcCustomerData, rc_customer_data, rc_customer_data_copy, rc_customer_data_free)

static const struct
{
  const char *nick; /* stable: stands in commands and mappings */
  const char *label;
} fields[] = {
  [RC_CUSTOMER_FIELD_NAME] = { "name", N_ ("Organization name") },
  [RC_CUSTOMER_FIELD_ENGLISH_NAME] = { "english-name", N_ ("Organization name in English") },
  [RC_CUSTOMER_FIELD_SEGMENT] = { "segment", N_ ("Market segment") },
  [RC_CUSTOMER_FIELD_OFFER_TYPE] = { "offer-type", NC_ ("offer", "Type") },
  [RC_CUSTOMER_FIELD_COUNTRY] = { "country", N_ ("Country") },
  [RC_CUSTOMER_FIELD_REGION] = { "region", N_ ("Region") },
  [RC_CUSTOMER_FIELD_STREET] = { "street", N_ ("Street") },
  [RC_CUSTOMER_FIELD_CITY] = { "city", N_ ("City") },
  [RC_CUSTOMER_FIELD_POSTAL_CODE] = { "postal-code", N_ ("Postal code") },
  [RC_CUSTOMER_FIELD_GIVEN_NAME] = { "given-name", N_ ("Given name") },
  [RC_CUSTOMER_FIELD_FAMILY_NAME] = { "family-name", N_ ("Family name") },
  [RC_CUSTOMER_FIELD_EMAIL] = { "email", N_ ("Email address") },
  [RC_CUSTOMER_FIELD_LANGUAGE] = { "language", N_ ("Mail language") },
  [RC_CUSTOMER_FIELD_ANNIVERSARY_DATE] = { "anniversary-date", N_ ("Anniversary date") },
  [RC_CUSTOMER_FIELD_VIP_ID] = { "vip-id", N_ ("VIP ID") },
  [RC_CUSTOMER_FIELD_INVITED_ON] = { "invited-on", N_ ("Invited on") },
  [RC_CUSTOMER_FIELD_ACCEPTED_ON] = { "accepted-on", N_ ("Accepted on") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == RC_N_CUSTOMER_FIELDS);

static gboolean
is_field (RcCustomerField field)
{
  return (guint) field < RC_N_CUSTOMER_FIELDS;
}

/**
 * rc_customer_data_new:
 *
 * Returns: (transfer full): data in which nothing is given
 */
RcCustomerData *
rc_customer_data_new (void)
{
  return g_new0 (RcCustomerData, 1);
}

/**
 * rc_customer_data_copy:
 * @data: data
 *
 * Returns: (transfer full): data with the same texts
 */
RcCustomerData *
rc_customer_data_copy (const RcCustomerData *data)
{
  RcCustomerData *copy = rc_customer_data_new ();

  g_return_val_if_fail (data != NULL, copy);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    copy->values[i] = g_strdup (data->values[i]);
  return copy;
}

/**
 * rc_customer_data_pack:
 * @data: data
 *
 * Returns: (transfer full): data with the same texts in a single piece of memory, half of what they take otherwise: for
 *   those that are kept by the million
 */
RcCustomerData *
rc_customer_data_pack (const RcCustomerData *data)
{
  gsize n_packed = 0;
  RcCustomerData *packed;
  char *end;

  g_return_val_if_fail (data != NULL, NULL);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    n_packed += data->values[i] != NULL ? strlen (data->values[i]) + 1 : 0;
  packed = g_malloc0 (sizeof *packed + n_packed);
  packed->n_packed = n_packed;
  end = (char *) (packed + 1);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (data->values[i] != NULL)
      {
        packed->values[i] = end;
        end = g_stpcpy (end, data->values[i]) + 1;
      }
  return packed;
}

static void
free_value (RcCustomerData *data, char *value)
{
  const char *start = (const char *) (data + 1);

  if (value < start || value >= start + data->n_packed)
    g_free (value);
}

/**
 * rc_customer_data_free:
 * @data: (nullable) (transfer full): data
 */
void
rc_customer_data_free (RcCustomerData *data)
{
  if (data == NULL)
    return;
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    free_value (data, data->values[i]);
  g_free (data);
}

/**
 * rc_customer_data_get:
 * @data: data
 * @field: which field
 *
 * Returns: (transfer none): its text, empty where nothing was given
 */
const char *
rc_customer_data_get (const RcCustomerData *data, RcCustomerField field)
{
  g_return_val_if_fail (data != NULL && is_field (field), "");
  return data->values[field] != NULL ? data->values[field] : "";
}

/**
 * rc_customer_data_set:
 * @data: data
 * @field: which field
 * @value: (nullable): its text, UTF-8; copied
 */
void
rc_customer_data_set (RcCustomerData *data, RcCustomerField field, const char *value)
{
  char *copy;

  g_return_if_fail (data != NULL && is_field (field));
  copy = g_strdup (value);
  free_value (data, data->values[field]);
  data->values[field] = copy;
}

/* Trimmed and composed (NFC), so that the same text has always the same bytes. What is no UTF-8 stays: it is a fault. */
static char *
normalize_text (const char *text)
{
  g_autofree char *trimmed = rc_text_trim (text);
  char *composed = rc_text_is_printable_ascii (trimmed)
                       ? NULL
                       : g_utf8_normalize (trimmed, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return composed != NULL ? composed : g_steal_pointer (&trimmed);
}

/**
 * rc_customer_data_normalize:
 * @data: data as typed or read
 *
 * Returns: (transfer full): the data as they are checked and stored: without white space at the ends (CU-3), composed
 *   (NFC), the country and the VIP ID in upper case, and %NULL for what is empty
 */
RcCustomerData *
rc_customer_data_normalize (const RcCustomerData *data)
{
  RcCustomerData *normal = rc_customer_data_new ();

  g_return_val_if_fail (data != NULL, normal);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      g_autofree char *text = data->values[i] != NULL ? normalize_text (data->values[i]) : NULL;

      if (text == NULL || *text == '\0')
        continue;
      if (i == RC_CUSTOMER_FIELD_COUNTRY || i == RC_CUSTOMER_FIELD_VIP_ID)
        normal->values[i] = g_ascii_strup (text, -1);
      else
        normal->values[i] = g_steal_pointer (&text);
    }
  return normal;
}

/**
 * rc_fault_free:
 * @fault: (nullable) (transfer full): a fault
 */
void
rc_fault_free (RcFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->message);
  g_free (fault);
}

/**
 * rc_customer_field_get_nick:
 * @field: a field
 *
 * Returns: (transfer none): its stable name: "postal-code"
 */
const char *
rc_customer_field_get_nick (RcCustomerField field)
{
  g_return_val_if_fail (is_field (field), NULL);
  return fields[field].nick;
}

/**
 * rc_customer_field_from_nick:
 * @nick: (nullable): what was read
 * @field: (out): the field, untouched where %FALSE is returned
 *
 * Returns: whether there is such a field
 */
gboolean
rc_customer_field_from_nick (const char *nick, RcCustomerField *field)
{
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    if (g_strcmp0 (fields[i].nick, nick) == 0)
      {
        *field = (RcCustomerField) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * rc_customer_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): its name in the user's language: "Postal code"
 */
const char *
rc_customer_field_get_label (RcCustomerField field)
{
  g_return_val_if_fail (is_field (field), "");
  if (field == RC_CUSTOMER_FIELD_OFFER_TYPE)
    return C_ ("offer", "Type");
  return _ (fields[field].label);
}
