/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-details"

#include "rc-customer-details.h"

#include "rc-action-help.h"
#include "rc-customer.h"

#include "rc-format.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/*
 * What the details of a customer say in words, and what they say where none is shown.
 */

/**
 * rc_customer_details_describe_invitation:
 * @customer: a customer
 * @status: its invitation's status in the user's language
 *
 * Returns: (transfer full): the status, and since when or when it was asked last (CU-6, CU-7)
 */
char *
rc_customer_details_describe_invitation (const RcCustomerRecord *customer, const char *status)
{
  RcDate date = customer->accepted_on != RC_DATE_NONE   ? customer->accepted_on
                : customer->reminded_on != RC_DATE_NONE ? customer->reminded_on
                                                        : customer->invited_on;
  g_autofree char *text = rc_format_date_long (date);

  if (customer->accepted_on != RC_DATE_NONE)
    /* Translators: a status, "Accepted", and since when */
    return g_strdup_printf (_ ("%s on %s"), status, text);
  if (customer->reminded_on != RC_DATE_NONE)
    /* Translators: a status, "Pending", and a date */
    return g_strdup_printf (_ ("%s, reminded on %s"), status, text);
  /* Translators: a status, "Pending", and a date */
  return g_strdup_printf (_ ("%s, invited on %s"), status, text);
}

/* (transfer full): the first day without licences (RN-7) */
static char *
format_expiry (const RcCustomerRecord *customer, const RcPolicy *policy)
{
  return rc_format_date_long (rc_date_add_days (customer->anniversary_date, policy->window_after_days + 1));
}

/**
 * rc_customer_details_describe_licences:
 * @customer: a customer
 * @is_lapsed: whether its membership has lapsed
 * @policy: the program's numbers
 *
 * Returns: (transfer full): how many licences it can use; after a lapse that is none (RN-7)
 */
char *
rc_customer_details_describe_licences (const RcCustomerRecord *customer, gboolean is_lapsed,
                                       const RcPolicy *policy)
{
  g_autofree char *number = rc_format_number (customer->licences_total);
  g_autofree char *date = NULL;

  if (!is_lapsed || customer->licences_total == 0)
    return g_steal_pointer (&number);
  date = format_expiry (customer, policy);
  /* Translators: a number, a date */
  return g_strdup_printf (
      ngettext ("None: %s expired on %s", "None: %s expired on %s", (gulong) customer->licences_total),
      number, date);
}

/**
 * rc_customer_details_describe_expiry:
 * @customer: a customer
 * @is_lapsed: whether its membership has lapsed
 * @policy: the program's numbers
 *
 * Returns: (transfer full): that what is listed of it has expired, and when (RN-7); "" where it has not
 */
char *
rc_customer_details_describe_expiry (const RcCustomerRecord *customer, gboolean is_lapsed,
                                     const RcPolicy *policy)
{
  g_autofree char *date = NULL;

  if (!is_lapsed)
    return g_strdup ("");
  date = format_expiry (customer, policy);
  /* Translators: a date */
  return g_strdup_printf (_ ("These licenses expired on %s."), date);
}

/* (transfer full): letters and digits alone, without case and accents */
static char *
fold_letters (const char *name)
{
  g_autofree char *folded = rc_text_fold (name);
  GString *letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (letters, FALSE);
}

/**
 * rc_customer_details_is_other_name:
 * @name: (nullable): an organization's name
 * @english_name: (nullable): its name in printable ASCII
 *
 * Returns: whether @english_name differs from @name by more than case, accents and punctuation (CU-2)
 */
gboolean
rc_customer_details_is_other_name (const char *name, const char *english_name)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (english_name == NULL || *english_name == '\0' || name == NULL)
    return FALSE;
  first = fold_letters (name);
  second = fold_letters (english_name);
  return !g_str_equal (first, second);
}

/**
 * rc_customer_details_is_lapsed:
 * @membership: a customer
 *
 * Returns: whether its membership has lapsed (RN-7)
 */
gboolean
rc_customer_details_is_lapsed (RcMembership *membership)
{
  g_autoptr (RcCustomer) customer = NULL;
  RcTermState state = RC_TERM_STATE_NONE;

  g_object_get (membership, "customer", &customer, NULL);
  if (customer)
    g_object_get (customer, "term-state", &state, NULL);
  return state == RC_TERM_STATE_LAPSED;
}

/**
 * rc_customer_details_get_help:
 * @membership: a customer that was read
 * @action: an action that it refuses
 *
 * Returns: (transfer none): the page and section of the help that says why
 */
const char *
rc_customer_details_get_help (RcMembership *membership, RcAction action)
{
  g_autoptr (RcWorkspace) workspace = NULL;

  g_object_get (membership, "workspace", &workspace, NULL);
  return rc_action_get_help (action, rc_membership_get_record (membership),
                             rc_workspace_get_my_role (workspace));
}

/**
 * rc_customer_details_show_selection:
 * @page: what stands there where no customer is shown
 * @n_selected: how many are selected in the list
 *
 * Says why.
 */
void
rc_customer_details_show_selection (RcStatePage *page, guint64 n_selected)
{
  g_autofree char *number = rc_format_number ((gint64) n_selected);
  g_autofree char *title = NULL;

  if (n_selected < 2)
    {
      rc_state_page_set_empty (page, "system-users-symbolic", _ ("No customer selected"),
                               _ ("Select a customer in the list to see its details."));
      return;
    }
  title = g_strdup_printf (ngettext ("%s customer selected", "%s customers selected", n_selected), number);
  rc_state_page_set_empty (page, "system-users-symbolic", title,
                           _ ("What is done from beneath the list is done to all of them."));
}
