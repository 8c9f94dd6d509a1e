/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-country.h"
#include "rc-customer-data.h"
#include "rc-rule-error.h"

#include <glib.h>
#include <string.h>

/* What is wrong with the data of an invitation or of a row of an import (CU-1 to CU-3, CU-11, IO-2). */

#define A10 "aaaaaaaaaa"
#define A50 A10 A10 A10 A10 A10
#define A200 A50 A50 A50 A50
#define TODAY "2026-11-21"

static RcCustomerData *
make_good (void)
{
  static const char *const values[RC_N_FORM_FIELDS] = {
    "Akademia Techniczna",
    NULL,
    "education",
    "team",
    "PL",
    "Mazowieckie",
    "ul. Koszykowa 75",
    "Warszawa",
    "00-590",
    "Given",
    "Family",
    "it@example.pl",
    "pl",
    NULL,
  };
  RcCustomerData *data = rc_customer_data_new ();

  for (int field = 0; field < RC_N_FORM_FIELDS; field++)
    rc_customer_data_set (data, (RcCustomerField) field, values[field]);
  return data;
}

static GPtrArray *
validate (const RcCustomerData *data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  return rc_customer_data_validate (data, rc_date_from_iso (TODAY), policy);
}

typedef struct
{
  RcCustomerField field;
  const char *value;
  gboolean good;
} Case;

#define FIELD(name) RC_CUSTOMER_FIELD_##name

static const Case cases[] = {
  { FIELD (NAME), "  Spaces around  ", TRUE },
  { FIELD (NAME), A200, TRUE },
  { FIELD (NAME), A200 "a", FALSE },
  { FIELD (NAME), "   ", FALSE },
  { FIELD (NAME), "\xE2\x80\x8B", FALSE }, /* a space of no width */
  { FIELD (NAME), "two\nlines", FALSE },
  { FIELD (NAME), "quote \xC2\x93 of C1", FALSE },
  { FIELD (NAME), "over\xE2\x80\xAEride", FALSE },
  { FIELD (NAME), "not \xFF UTF-8", FALSE },
  { FIELD (SEGMENT), "commercial", TRUE },
  { FIELD (SEGMENT), "Commercial", FALSE },
  { FIELD (OFFER_TYPE), "enterprise", TRUE },
  { FIELD (OFFER_TYPE), "consumer", FALSE },
  { FIELD (COUNTRY), "pl", TRUE },
  { FIELD (COUNTRY), "POL", FALSE },
  { FIELD (COUNTRY), "UK", FALSE },
  { FIELD (COUNTRY), "XK", FALSE },
  { FIELD (REGION), A50 A10 A10 A10, TRUE },
  { FIELD (REGION), A50 A10 A10 A10 "a", FALSE },
  { FIELD (STREET), A50 A50 A10 A10, TRUE },
  { FIELD (STREET), A50 A50 A10 A10 "a", FALSE },
  { FIELD (CITY), A50 A10 A10 A10, TRUE },
  { FIELD (CITY), A50 A10 A10 A10 "a", FALSE },
  { FIELD (GIVEN_NAME), A50 A10, TRUE },
  { FIELD (GIVEN_NAME), A50 A10 "a", FALSE },
  { FIELD (FAMILY_NAME), A50 A10, TRUE },
  { FIELD (FAMILY_NAME), A50 A10 "a", FALSE },
  { FIELD (FAMILY_NAME), "\xC5\x81\xC3\xB3\xC5\xBA", TRUE },
  { FIELD (EMAIL), A50 "@" A200 ".pl", TRUE }, /* 254 */
  { FIELD (EMAIL), A50 "a@" A200 ".pl", FALSE },
  { FIELD (EMAIL), "no-at.example.pl", FALSE },
  { FIELD (EMAIL), "two@at@example.pl", FALSE },
  { FIELD (EMAIL), "@example.pl", FALSE },
  { FIELD (EMAIL), "a@no-dot", FALSE },
  { FIELD (EMAIL), "a@.pl", FALSE },
  { FIELD (EMAIL), "a@example.", FALSE },
  { FIELD (EMAIL), "a@example..pl", FALSE },
  { FIELD (EMAIL), "a b@example.pl", FALSE },
  { FIELD (EMAIL), "a@exam\xC2\xA0ple.pl", FALSE },
  { FIELD (EMAIL), "a@", FALSE },
  { FIELD (LANGUAGE), "pt_BR", TRUE },
  { FIELD (LANGUAGE), "en", TRUE },
  { FIELD (LANGUAGE), "de", FALSE },
  { FIELD (ANNIVERSARY_DATE), "2030-11-21", TRUE },
  { FIELD (ANNIVERSARY_DATE), "2030-11-22", FALSE },
  { FIELD (ANNIVERSARY_DATE), "21.11.2028", FALSE },
  { FIELD (VIP_ID), "0123456789abcdef0123", TRUE },
  { FIELD (VIP_ID), "0123456789ABCDEF012", FALSE },
  { FIELD (INVITED_ON), TODAY, TRUE },
  { FIELD (INVITED_ON), "2026-11-22", FALSE },
  { FIELD (INVITED_ON), "yesterday", FALSE },
  { FIELD (ACCEPTED_ON), TODAY, TRUE },
  { FIELD (ACCEPTED_ON), "2026-11-20", FALSE },
  { FIELD (ACCEPTED_ON), "2026-11-22", FALSE },
};

static void
test_one_fault (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcCustomerData) data = make_good ();
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *escaped = g_strescape (cases[i].value, NULL);
      gboolean is_ascii = g_str_is_ascii (cases[i].value);

      g_test_message ("%s = %s", rc_customer_field_get_nick (cases[i].field), escaped);
      if (cases[i].field == RC_CUSTOMER_FIELD_NAME && !is_ascii)
        rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, "In English");
      rc_customer_data_set (data, cases[i].field, cases[i].value);
      faults = validate (data);
      g_assert_cmpuint (faults->len, ==, cases[i].good ? 0 : 1);
      if (faults->len > 0)
        {
          const RcFault *fault = g_ptr_array_index (faults, 0);

          g_assert_cmpint (fault->field, ==, cases[i].field);
          g_assert_true (g_str_has_suffix (fault->message, "."));
        }
    }
}

static void
test_all_at_once (void)
{
  g_autoptr (RcCustomerData) data = rc_customer_data_new ();
  g_autoptr (GPtrArray) faults = NULL;
  guint i = 0;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "never");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_VIP_ID, "none");
  faults = validate (data);
  g_assert_cmpuint (faults->len, ==, 14);
  for (int field = RC_CUSTOMER_FIELD_NAME; field <= RC_CUSTOMER_FIELD_VIP_ID; field++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      if (field == RC_CUSTOMER_FIELD_ENGLISH_NAME)
        continue;
      g_assert_cmpint (fault->field, ==, field);
      g_assert_cmpint (fault->code, ==, RC_RULE_ERROR_INVALID_DATA);
      i++;
    }
}

static void
test_english_name (void)
{
  static const struct
  {
    const char *name;
    const char *english_name;
    gboolean good;
  } names[] = {
    { "Aarhus", NULL, TRUE },
    { "Aarhus", "Aarhus", TRUE },
    { "Aarhus", "\xC3\x85rhus", FALSE },
    { "\xC3\x85rhus", NULL, FALSE },
    { "\xC3\x85rhus", "  ", FALSE },
    { "\xC3\x85rhus", "Aarhus", TRUE },
    { "\xC3\x85rhus", "\xC3\x85rhus", FALSE },
    { "\xC3\x85rhus", A200, TRUE },
    { "\xC3\x85rhus", A200 "a", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RcCustomerData) data = make_good ();
      g_autoptr (GPtrArray) faults = NULL;

      rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, names[i].name);
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, names[i].english_name);
      faults = validate (data);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (faults->len, ==, names[i].good ? 0 : 1);
      if (faults->len > 0)
        g_assert_cmpint (((RcFault *) g_ptr_array_index (faults, 0))->field, ==,
                         RC_CUSTOMER_FIELD_ENGLISH_NAME);
    }
}

static void
test_postal_codes (void)
{
  static const struct
  {
    const char *country;
    const char *postal_code;
    gboolean good;
  } codes[] = {
    { "PT", "1000-205", TRUE },   { "PT", "1000205", FALSE },    { "PT", "1000", FALSE },
    { "BR", "01310-100", TRUE },  { "BR", "01310", TRUE },       { "BR", "01310-", FALSE },
    { "BR", "01310-10", FALSE },  { "BR", "01310-1000", FALSE }, { "BR", "01310100", FALSE },
    { "PL", "00-590", TRUE },     { "PL", "00590", FALSE },      { "PL", "00-59O", FALSE },
    { "DK", "1620", TRUE },       { "DK", "DK-1620", FALSE },    { "DK", "162", FALSE },
    { "FR", "75002", TRUE },      { "FR", "7500", FALSE },       { "IT", "00184", TRUE },
    { "IT", "184", FALSE },       { "US", "20500", TRUE },       { "US", "20500-0003", TRUE },
    { "US", "20500-003", FALSE }, { "GB", "SW1A 2AA", TRUE },    { "GB", A10 A10, TRUE },
    { "GB", A10 A10 "a", FALSE }, { "GB", "", FALSE },           { "PL", "\xD9\xA0\xD9\xA0-590", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (RcCustomerData) data = make_good ();
      g_autoptr (GPtrArray) faults = NULL;

      rc_customer_data_set (data, RC_CUSTOMER_FIELD_COUNTRY, codes[i].country);
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_POSTAL_CODE, codes[i].postal_code);
      faults = validate (data);
      g_test_message ("%s %s", codes[i].country, codes[i].postal_code);
      g_assert_cmpuint (faults->len, ==, codes[i].good ? 0 : 1);
    }
}

static void
test_postal_code_message (void)
{
  g_autoptr (RcCustomerData) data = make_good ();
  g_autoptr (GPtrArray) faults = NULL;
  const RcFault *fault;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_POSTAL_CODE, "1");
  faults = validate (data);
  fault = g_ptr_array_index (faults, 0);
  g_assert_nonnull (strstr (fault->message, "NN-NNN"));
  g_assert_nonnull (strstr (fault->message, "00-590"));
  g_assert_nonnull (strstr (fault->message, "Poland"));
}

/* CU-11 counts from the date of the invitation, also where an import names an earlier one. */
static void
test_extended_term (void)
{
  g_autoptr (RcCustomerData) data = make_good ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2030-06-01");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_SEGMENT, "commercial");
  before = validate (data);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (((RcFault *) g_ptr_array_index (before, 0))->code, ==, RC_RULE_ERROR_EXTENDED_TERM);

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2027-02-01");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_INVITED_ON, "2026-01-01");
  after = validate (data);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_normalize (void)
{
  g_autoptr (RcCustomerData) data = make_good ();
  g_autoptr (RcCustomerData) normal = NULL;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, "\xC2\xA0 A\xCC\x8Arhus \t\xE3\x80\x80");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_COUNTRY, " dk ");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_CITY, "   ");
  normal = rc_customer_data_normalize (data);
  g_assert_cmpstr (rc_customer_data_get (normal, RC_CUSTOMER_FIELD_NAME), ==, "\xC3\x85rhus");
  g_assert_cmpstr (rc_customer_data_get (normal, RC_CUSTOMER_FIELD_COUNTRY), ==, "DK");
  g_assert_null (normal->values[RC_CUSTOMER_FIELD_CITY]);
  g_assert_cmpstr (rc_customer_data_get (normal, RC_CUSTOMER_FIELD_CITY), ==, "");
}

/* A packed one says the same, can be changed, and outlives what it was made from. */
static void
test_pack (void)
{
  g_autoptr (RcCustomerData) expected = make_good ();
  RcCustomerData *source = make_good ();
  g_autoptr (RcCustomerData) packed = rc_customer_data_pack (source);

  rc_customer_data_free (source);
  for (int field = 0; field < RC_N_CUSTOMER_FIELDS; field++)
    g_assert_cmpstr (packed->values[field], ==, expected->values[field]);
  rc_customer_data_set (packed, RC_CUSTOMER_FIELD_CITY, "Stare Miasto nad Odrą");
  rc_customer_data_set (packed, RC_CUSTOMER_FIELD_CITY, "Łódź");
  rc_customer_data_set (packed, RC_CUSTOMER_FIELD_NAME, NULL);
  g_assert_cmpstr (rc_customer_data_get (packed, RC_CUSTOMER_FIELD_CITY), ==, "Łódź");
  g_assert_cmpstr (rc_customer_data_get (packed, RC_CUSTOMER_FIELD_NAME), ==, "");
  g_assert_cmpstr (rc_customer_data_get (packed, RC_CUSTOMER_FIELD_POSTAL_CODE), ==, "00-590");
}

static void
test_fields_have_names (void)
{
  for (int field = 0; field < RC_N_CUSTOMER_FIELDS; field++)
    {
      RcCustomerField found;

      g_assert_true (
          rc_customer_field_from_nick (rc_customer_field_get_nick ((RcCustomerField) field), &found));
      g_assert_cmpint (found, ==, field);
      g_assert_cmpuint (strlen (rc_customer_field_get_label ((RcCustomerField) field)), >, 0);
    }
  g_assert_false (rc_customer_field_from_nick ("no-field", &(RcCustomerField){ 0 }));
  g_assert_false (rc_customer_field_from_nick (NULL, &(RcCustomerField){ 0 }));
}

static void
test_countries (void)
{
  const char *const *codes = rc_country_list_codes ();
  static const char *const ours[][3] = { { "BR", "pt_BR", "Brazil" },    { "PL", "pl", "Poland" },
                                         { "DK", "da", "Denmark" },      { "FR", "fr", "France" },
                                         { "IT", "it", "Italy" },        { "PT", "en", "Portugal" },
                                         { "US", "en", "United States" } };

  g_assert_cmpuint (g_strv_length ((char **) codes), ==, 249);
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = rc_country_get_name (codes[i]);

      g_assert_cmpuint (strlen (codes[i]), ==, 2);
      g_assert_cmpstr (name, !=, codes[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      g_autofree char *name = rc_country_get_name (ours[i][0]);
      const char *example = rc_country_get_postal_code_example (ours[i][0]);

      g_assert_cmpstr (rc_country_get_language (ours[i][0]), ==, ours[i][1]);
      g_assert_cmpstr (name, ==, ours[i][2]);
      g_assert_true (rc_country_check_postal_code (ours[i][0], example));
    }
  g_assert_null (rc_country_get_postal_code_pattern ("GB"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-data/one-fault", test_one_fault); /* CU-1, CU-3, CU-11, IO-2 */
  g_test_add_func ("/customer-data/all-faults-at-once", test_all_at_once); /* CU-1 */
  g_test_add_func ("/customer-data/english-name", test_english_name); /* CU-2 */
  g_test_add_func ("/customer-data/postal-codes", test_postal_codes); /* CU-3 */
  g_test_add_func ("/customer-data/postal-code-says-what-is-right", test_postal_code_message); /* CU-3 */
  g_test_add_func ("/customer-data/extended-term", test_extended_term); /* CU-11 */
  g_test_add_func ("/customer-data/normalize", test_normalize); /* CU-3 */
  g_test_add_func ("/customer-data/pack", test_pack);
  g_test_add_func ("/customer-data/fields-have-names", test_fields_have_names);
  g_test_add_func ("/customer-data/countries", test_countries); /* CU-1, CU-3 */
  return g_test_run ();
}
