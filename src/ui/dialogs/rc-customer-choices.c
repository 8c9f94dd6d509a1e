/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-choices"

#include "rc-customer-choices.h"
#include "rc-collator.h"
#include "rc-country.h"
#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-language.h"
#include "rc-picker-item.h"
#include "rc-words.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-customer-choices
 *
 * The closed lists of the customer's data in words: what stands in the drop-down lists of the form, and how a value reads
 * on the page that is looked at last.
 */

static void
append (GListStore *store, const char *key, const char *label, const char *detail)
{
  g_autoptr (RcPickerItem) item = rc_picker_item_new (key, label, detail, TRUE);

  g_list_store_append (store, item);
}

static const char *
get_segment_label (int segment)
{
  switch ((RcSegment) segment)
    {
    case RC_SEGMENT_COMMERCIAL:
      return C_ ("market segment", "Commercial");
    case RC_SEGMENT_GOVERNMENT:
      return C_ ("market segment", "Government");
    case RC_SEGMENT_EDUCATION:
      return C_ ("market segment", "Education");
    }
  return "";
}

static const char *
get_offer_type_label (int offer_type)
{
  switch ((RcOfferType) offer_type)
    {
    case RC_OFFER_TYPE_TEAM:
      return C_ ("offer type", "Team");
    case RC_OFFER_TYPE_ENTERPRISE:
      return C_ ("offer type", "Enterprise");
    }
  return "";
}

/**
 * rc_customer_choices_segments:
 *
 * Returns: (transfer full): the market segments, keyed by nick
 */
GListModel *
rc_customer_choices_segments (void)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (int segment = RC_SEGMENT_COMMERCIAL; segment <= RC_SEGMENT_EDUCATION; segment++)
    append (store, rc_enum_to_nick (RC_TYPE_SEGMENT, segment), get_segment_label (segment), NULL);
  return G_LIST_MODEL (store);
}

/**
 * rc_customer_choices_offer_types:
 *
 * Returns: (transfer full): the offer types, keyed by nick
 */
GListModel *
rc_customer_choices_offer_types (void)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (int type = RC_OFFER_TYPE_TEAM; type <= RC_OFFER_TYPE_ENTERPRISE; type++)
    append (store, rc_enum_to_nick (RC_TYPE_OFFER_TYPE, type), get_offer_type_label (type), NULL);
  return G_LIST_MODEL (store);
}

/* As the customers' names are sorted, not as the C library would, which may lack the locale. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  RcCollator *collator = user_data;
  g_autoptr (GBytes) key_a = rc_collator_get_key (collator, rc_picker_item_get_label ((RcPickerItem *) a));
  g_autoptr (GBytes) key_b = rc_collator_get_key (collator, rc_picker_item_get_label ((RcPickerItem *) b));

  return g_bytes_compare (key_a, key_b);
}

/**
 * rc_customer_choices_countries:
 *
 * Returns: (transfer full): the countries by their names in the user's language, keyed by ISO 3166-1 alpha-2
 */
GListModel *
rc_customer_choices_countries (void)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);
  g_autoptr (RcCollator) collator = rc_collator_new (NULL);
  const char *const *codes = rc_country_list_codes ();

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = rc_country_get_name (codes[i]);

      append (store, codes[i], name, NULL);
    }
  g_list_store_sort (store, compare_items, collator);
  return G_LIST_MODEL (store);
}

/**
 * rc_customer_choices_languages:
 *
 * Returns: (transfer full): the languages of messages (MS-1), keyed as RcCustomerData has them
 */
GListModel *
rc_customer_choices_languages (void)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (const char *const *code = rc_language_list_codes (); *code != NULL; code++)
    append (store, *code, rc_words_language (*code), NULL);
  return G_LIST_MODEL (store);
}

/**
 * rc_customer_choices_anniversaries:
 * @invited_on: the invitation's date
 * @segment: the customer's market segment
 * @policy: for how many months the first term may be extended
 *
 * Returns: (transfer full): the custom anniversary dates of CU-11, a whole month apart, keyed by ISO 8601 date
 */
GListModel *
rc_customer_choices_anniversaries (RcDate invited_on, RcSegment segment, const RcPolicy *policy)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (int months = policy->extended_min_months; months <= policy->extended_max_months[segment]; months++)
    {
      RcDate date = rc_date_add_months (invited_on, months, 0);
      g_autofree char *key = rc_date_to_iso (date);
      g_autofree char *label = rc_format_date_long (date);
      g_autofree char *detail = g_strdup_printf (
          ngettext ("a first term of %d month", "a first term of %d months", months), months);

      append (store, key, label, detail);
    }
  return G_LIST_MODEL (store);
}

/**
 * rc_customer_choices_describe:
 * @data: a customer's data
 * @field: one of its fields
 *
 * Returns: (transfer full): the field's value as people read it: labels for nicks, names for codes, a long date; an empty
 *   string where nothing was given
 */
char *
rc_customer_choices_describe (const RcCustomerData *data, RcCustomerField field)
{
  const char *value = rc_customer_data_get (data, field);
  int number;

  if (*value == '\0')
    return g_strdup ("");
  if (field == RC_CUSTOMER_FIELD_SEGMENT && rc_enum_from_nick (RC_TYPE_SEGMENT, value, &number))
    return g_strdup (get_segment_label (number));
  if (field == RC_CUSTOMER_FIELD_OFFER_TYPE && rc_enum_from_nick (RC_TYPE_OFFER_TYPE, value, &number))
    return g_strdup (get_offer_type_label (number));
  if (field == RC_CUSTOMER_FIELD_COUNTRY)
    return rc_country_get_name (value);
  if (field == RC_CUSTOMER_FIELD_LANGUAGE)
    return g_strdup (rc_words_language (value));
  if (field == RC_CUSTOMER_FIELD_ANNIVERSARY_DATE)
    return rc_format_date_long (rc_date_from_iso (value));
  return g_strdup (value);
}
