/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-data.h"

#include "rc-anniversary.h"
#include "rc-country.h"
#include "rc-enum-types.h"
#include "rc-language.h"
#include "rc-rule-error.h"
#include "rc-text.h"
#include "rc-vip-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is wrong with the data of an invitation, everything at once (CU-1 to CU-3, CU-11). It needs no database: whether
 * the customer exists already (CU-8) is the command's question. */

#define LONGEST_ORGANIZATION 200
#define LONGEST_STREET 120
#define LONGEST_CITY 80
#define LONGEST_REGION 80
#define LONGEST_PERSON 60
#define LONGEST_EMAIL 254

typedef struct
{
  const RcCustomerData *data; /* (borrowed) normalized */
  GPtrArray *faults; /* (borrowed) */
} Check;

static void
add_fault (Check *check, RcCustomerField field, RcRuleError code, char *message)
{
  RcFault *fault = g_new0 (RcFault, 1);

  fault->field = field;
  fault->code = code;
  fault->message = message;
  g_ptr_array_add (check->faults, fault);
}

static void
add_invalid (Check *check, RcCustomerField field, const char *message)
{
  add_fault (check, field, RC_RULE_ERROR_INVALID_DATA, g_strdup (message));
}

static const char *
missing_message (RcCustomerField field)
{
  switch (field)
    {
    case RC_CUSTOMER_FIELD_NAME:
      return _ ("The organization name is missing.");
    case RC_CUSTOMER_FIELD_ENGLISH_NAME:
      return _ (
          "The organization name holds characters outside of the English alphabet, so a name in English is "
          "required too.");
    case RC_CUSTOMER_FIELD_SEGMENT:
      return _ ("The market segment is missing.");
    case RC_CUSTOMER_FIELD_OFFER_TYPE:
      return _ ("The type is missing.");
    case RC_CUSTOMER_FIELD_COUNTRY:
      return _ ("The country is missing.");
    case RC_CUSTOMER_FIELD_REGION:
      return _ ("The region is missing.");
    case RC_CUSTOMER_FIELD_STREET:
      return _ ("The street is missing.");
    case RC_CUSTOMER_FIELD_CITY:
      return _ ("The city is missing.");
    case RC_CUSTOMER_FIELD_POSTAL_CODE:
      return _ ("The postal code is missing.");
    case RC_CUSTOMER_FIELD_GIVEN_NAME:
      return _ ("The primary contact’s given name is missing.");
    case RC_CUSTOMER_FIELD_FAMILY_NAME:
      return _ ("The primary contact’s family name is missing.");
    case RC_CUSTOMER_FIELD_EMAIL:
      return _ ("The primary contact’s email address is missing.");
    case RC_CUSTOMER_FIELD_LANGUAGE:
      return _ ("The mail language is missing.");
    case RC_CUSTOMER_FIELD_ANNIVERSARY_DATE:
    case RC_CUSTOMER_FIELD_VIP_ID:
    case RC_CUSTOMER_FIELD_INVITED_ON:
    case RC_CUSTOMER_FIELD_ACCEPTED_ON:
      break; /* optional */
    }
  g_return_val_if_reached ("");
}

/* Whether there is something to look at. If not, and it is required, that is the fault. */
static gboolean
check_present (Check *check, RcCustomerField field, gboolean required)
{
  const char *value = rc_customer_data_get (check->data, field);

  if (g_utf8_validate (value, -1, NULL) && rc_text_is_blank (value))
    {
      if (required)
        add_invalid (check, field, missing_message (field));
      return FALSE;
    }
  if (rc_text_is_allowed (value))
    return TRUE;

  add_fault (check, field, RC_RULE_ERROR_INVALID_DATA,
             /* Translators: the placeholder is the label of a field, such as Organization name */
             g_strdup_printf (
                 _ ("The field “%s” holds control characters or characters that change the direction of "
                    "text; only text is allowed."),
                 rc_customer_field_get_label (field)));
  return FALSE;
}

static void
check_text (Check *check, RcCustomerField field, int longest)
{
  if (!check_present (check, field, TRUE))
    return;
  if (rc_text_length (rc_customer_data_get (check->data, field)) <= longest)
    return;
  add_fault (check, field, RC_RULE_ERROR_INVALID_DATA,
             /* Translators: the placeholder is the label of a field, such as Organization name */
             g_strdup_printf (ngettext ("The field “%s” can have at most %d character.",
                                        "The field “%s” can have at most %d characters.", (gulong) longest),
                              rc_customer_field_get_label (field), longest));
}

/* CU-2. A name in English that is not needed is still checked: it would be stored. */
static void
check_english_name (Check *check)
{
  const char *name = rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_NAME);
  const char *english_name = rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_ENGLISH_NAME);

  if (!check_present (check, RC_CUSTOMER_FIELD_ENGLISH_NAME,
                      rc_text_is_allowed (name) && !rc_text_is_printable_ascii (name)))
    return;
  if (!rc_text_is_printable_ascii (english_name))
    add_invalid (
        check, RC_CUSTOMER_FIELD_ENGLISH_NAME,
        _ ("The organization name in English can have only unaccented letters from A to Z, digits, spaces "
           "and common punctuation."));
  else
    check_text (check, RC_CUSTOMER_FIELD_ENGLISH_NAME, LONGEST_ORGANIZATION);
}

static void
check_choices (Check *check)
{
  int value;

  if (check_present (check, RC_CUSTOMER_FIELD_SEGMENT, TRUE)
      && !rc_enum_from_nick (RC_TYPE_SEGMENT, rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_SEGMENT),
                             &value))
    add_invalid (check, RC_CUSTOMER_FIELD_SEGMENT,
                 _ ("The market segment has to be one of: commercial, government, education."));
  if (check_present (check, RC_CUSTOMER_FIELD_OFFER_TYPE, TRUE)
      && !rc_enum_from_nick (RC_TYPE_OFFER_TYPE,
                             rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_OFFER_TYPE), &value))
    add_invalid (check, RC_CUSTOMER_FIELD_OFFER_TYPE, _ ("The type has to be one of: team, enterprise."));
  if (check_present (check, RC_CUSTOMER_FIELD_LANGUAGE, TRUE)
      && !rc_language_is_valid (rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_LANGUAGE)))
    add_invalid (check, RC_CUSTOMER_FIELD_LANGUAGE,
                 _ ("The mail language has to be one of: pt_BR, pl, da, fr, it, en."));
  if (check_present (check, RC_CUSTOMER_FIELD_COUNTRY, TRUE)
      && !rc_country_is_valid (rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_COUNTRY)))
    add_invalid (check, RC_CUSTOMER_FIELD_COUNTRY,
                 _ ("The country has to be given by its code of two letters, for example FR for France."));
}

static void
check_postal_code (Check *check)
{
  const char *country = rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_COUNTRY);
  g_autofree char *country_name = NULL;
  const char *pattern;

  if (!check_present (check, RC_CUSTOMER_FIELD_POSTAL_CODE, TRUE))
    return;
  if (rc_country_check_postal_code (country,
                                    rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_POSTAL_CODE)))
    return;

  pattern = rc_country_get_postal_code_pattern (country);
  if (pattern == NULL)
    {
      add_invalid (check, RC_CUSTOMER_FIELD_POSTAL_CODE,
                   _ ("The postal code can have at most 20 characters."));
      return;
    }
  country_name = rc_country_get_name (country);
  add_fault (check, RC_CUSTOMER_FIELD_POSTAL_CODE, RC_RULE_ERROR_INVALID_DATA,
             /* Translators: the name of a country, a pattern in which N is a digit, and an example */
             g_strdup_printf (_ ("The postal code for %s is written %s, for example %s."), country_name,
                              pattern, rc_country_get_postal_code_example (country)));
}

/* CU-3: one @, a domain with a dot, no spaces. Whether mail arrives there nobody can tell but the mail server. */
static gboolean
is_email (const char *email)
{
  const char *at = strchr (email, '@');
  const char *domain;
  gsize length;

  if (at == NULL || at == email || strchr (at + 1, '@') != NULL)
    return FALSE;
  for (const char *character = email; *character != '\0'; character = g_utf8_next_char (character))
    if (g_unichar_isspace (g_utf8_get_char (character)))
      return FALSE;

  domain = at + 1;
  length = strlen (domain);
  return strchr (domain, '.') != NULL && domain[0] != '.' && domain[length - 1] != '.'
         && strstr (domain, "..") == NULL;
}

static void
check_email (Check *check)
{
  const char *email = rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_EMAIL);

  if (!check_present (check, RC_CUSTOMER_FIELD_EMAIL, TRUE))
    return;
  if (rc_text_length (email) > LONGEST_EMAIL)
    check_text (check, RC_CUSTOMER_FIELD_EMAIL, LONGEST_EMAIL);
  else if (!is_email (email))
    add_invalid (check, RC_CUSTOMER_FIELD_EMAIL,
                 _ ("The email address has to have the form name@example.com, without spaces."));
}

/* An optional date. Returns RC_DATE_NONE where it is not given, or where it is no date and that was said. */
static RcDate
check_date (Check *check, RcCustomerField field)
{
  RcDate date;

  if (!check_present (check, field, FALSE))
    return RC_DATE_NONE;
  date = rc_date_from_iso (rc_customer_data_get (check->data, field));
  if (date == RC_DATE_NONE)
    add_fault (check, field, RC_RULE_ERROR_INVALID_DATA,
               /* Translators: the placeholder is the label of a field, such as Anniversary date */
               g_strdup_printf (
                   _ ("The field “%s” has to be a date written as year-month-day, for example 2030-12-31."),
                   rc_customer_field_get_label (field)));
  return date;
}

/* What only an import says (IO-2). Returns the date from which CU-11 counts. */
static RcDate
check_imported (Check *check, RcDate today)
{
  RcDate invited_on = check_date (check, RC_CUSTOMER_FIELD_INVITED_ON);
  RcDate accepted_on = check_date (check, RC_CUSTOMER_FIELD_ACCEPTED_ON);

  if (check_present (check, RC_CUSTOMER_FIELD_VIP_ID, FALSE)
      && !rc_vip_id_is_valid (rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_VIP_ID)))
    add_invalid (check, RC_CUSTOMER_FIELD_VIP_ID,
                 _ ("The VIP ID has to have 20 digits, each one of 0 to 9 and A to F."));
  if (invited_on == RC_DATE_NONE)
    invited_on = today;
  if (invited_on > today)
    {
      add_fault (check, RC_CUSTOMER_FIELD_INVITED_ON, RC_RULE_ERROR_DATE,
                 g_strdup (_ ("The date of the invitation may not lie in the future.")));
      invited_on = today;
    }
  if (accepted_on != RC_DATE_NONE && (accepted_on < invited_on || accepted_on > today))
    add_fault (check, RC_CUSTOMER_FIELD_ACCEPTED_ON, RC_RULE_ERROR_DATE,
               g_strdup (_ ("The date of the acceptance has to lie between the invitation and today.")));
  return invited_on;
}

/* CU-11 */
static void
check_anniversary_date (Check *check, RcDate invited_on, const RcPolicy *policy)
{
  g_autoptr (GError) error = NULL;
  RcDate date = check_date (check, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE);
  int segment;

  if (date == RC_DATE_NONE)
    return;
  if (!rc_enum_from_nick (RC_TYPE_SEGMENT, rc_customer_data_get (check->data, RC_CUSTOMER_FIELD_SEGMENT),
                          &segment))
    return;
  if (!rc_anniversary_check_custom (invited_on, date, (RcSegment) segment, policy, &error))
    add_fault (check, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, error->code, g_strdup (error->message));
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const RcFault *first = *(const RcFault *const *) a;
  const RcFault *second = *(const RcFault *const *) b;

  return (int) first->field - (int) second->field;
}

/**
 * rc_customer_data_validate:
 * @data: data, as typed: they are normalized before they are checked
 * @invited_on: the date of the invitation, or of the import, which may name an earlier one
 * @policy: the policy
 *
 * Checks every field (CU-1, CU-2, CU-3, CU-11, IO-2). A field has at most one fault. The code is
 * RC_RULE_ERROR_INVALID_DATA; RC_RULE_ERROR_EXTENDED_TERM for an anniversary date that is out of range; RC_RULE_ERROR_DATE
 * for any other date that is.
 *
 * Returns: (transfer full) (element-type RcFault): what is wrong, in the order of the form; empty if nothing is
 */
GPtrArray *
rc_customer_data_validate (const RcCustomerData *data, RcDate invited_on, const RcPolicy *policy)
{
  g_autoptr (RcCustomerData) normal = NULL;
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);
  Check check;

  g_return_val_if_fail (data != NULL && policy != NULL && invited_on != RC_DATE_NONE, faults);

  normal = rc_customer_data_normalize (data);
  check.data = normal;
  check.faults = faults;

  check_text (&check, RC_CUSTOMER_FIELD_NAME, LONGEST_ORGANIZATION);
  check_english_name (&check);
  check_choices (&check);
  check_text (&check, RC_CUSTOMER_FIELD_REGION, LONGEST_REGION);
  check_text (&check, RC_CUSTOMER_FIELD_STREET, LONGEST_STREET);
  check_text (&check, RC_CUSTOMER_FIELD_CITY, LONGEST_CITY);
  check_postal_code (&check);
  check_text (&check, RC_CUSTOMER_FIELD_GIVEN_NAME, LONGEST_PERSON);
  check_text (&check, RC_CUSTOMER_FIELD_FAMILY_NAME, LONGEST_PERSON);
  check_email (&check);
  check_anniversary_date (&check, check_imported (&check, invited_on), policy);

  g_ptr_array_sort (faults, compare_faults);
  return faults;
}
