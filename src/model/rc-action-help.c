/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-action-help.h"

#include "rc-team.h"
#include <glib/gi18n-lib.h>

/* The way from an action that is refused to the help: a section of the page “why” for each kind of action, and one each for
 * what stands in the way of all of them. Why it is refused is rc-actions.c's. */

#define WHY_ROLE "why#role"
#define WHY_MOVED "why#moved"

static const struct
{
  const char *title;
  const char *help;
} actions[] = {
  [RC_ACTION_CREATE_PA] = { N_ ("Create purchase authorization"), "why#create-pa" },
  [RC_ACTION_PLACE_DIRECT_ORDER] = { N_ ("Place direct order"), WHY_ROLE },
  [RC_ACTION_REMIND] = { N_ ("Send reminder"), "why#invitation" },
  [RC_ACTION_ACCEPT] = { N_ ("Record acceptance"), "why#invitation" },
  [RC_ACTION_REMOVE] = { N_ ("Remove customer"), "why#remove" },
  [RC_ACTION_SET_ASSIGNED] = { N_ ("Record assigned licenses"), "why#assigned" },
  [RC_ACTION_ASSIGN_MANAGER] = { N_ ("Assign account manager"), WHY_ROLE },
  [RC_ACTION_RENEW] = { N_ ("Renewal order"), "why#renew" },
  [RC_ACTION_ENROLL_COMMITMENT] = { N_ ("Enroll in 3-year commit"), "why#commitment" },
  [RC_ACTION_RECORD_DEPARTURE] = { N_ ("Record departure"), WHY_MOVED },
  [RC_ACTION_REQUEST_RETURN] = { N_ ("Request return"), "why#return" },
  [RC_ACTION_DECIDE_RETURN] = { N_ ("Decide returns"), "why#return" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (actions) == RC_N_ACTIONS);

static const struct
{
  const char *title; /* with the number */
  const char *help;
  RcRole least;
} request_actions[] = {
  [RC_REQUEST_ACTION_PLACE_ORDER] = { N_ ("Place the order for %s"), WHY_ROLE, RC_ROLE_ACCOUNT_MANAGER },
  [RC_REQUEST_ACTION_CANCEL] = { N_ ("Cancel %s"), "why#cancel-pa", RC_ROLE_ACCOUNT_MANAGER },
  [RC_REQUEST_ACTION_CLOSE_UNPAID] = { N_ ("Close %s unpaid"), "why#close-pa", RC_ROLE_PRIMARY_ADMIN },
};
G_STATIC_ASSERT (G_N_ELEMENTS (request_actions) == RC_N_REQUEST_ACTIONS);

static const char *
choose_help (const char *usual, RcRole least, const RcMembershipRecord *membership, RcRole role)
{
  if (rc_team_get_role_reason (least, role) != NULL)
    return WHY_ROLE;
  return membership->customer->moved_on != RC_DATE_NONE ? WHY_MOVED : usual;
}

/**
 * rc_action_get_title:
 * @action: an action
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
rc_action_get_title (RcAction action)
{
  return g_dgettext (GETTEXT_PACKAGE, actions[action].title);
}

/**
 * rc_action_get_help:
 * @action: an action that rc_action_get_reason() refuses
 * @membership: whose
 * @role: of who would like to do it
 *
 * Returns: (transfer none): the page and section of the help that says more
 */
const char *
rc_action_get_help (RcAction action, const RcMembershipRecord *membership, RcRole role)
{
  RcRole least = action == RC_ACTION_ASSIGN_MANAGER ? RC_ROLE_PRIMARY_ADMIN : RC_ROLE_ACCOUNT_MANAGER;

  return choose_help (actions[action].help, least, membership, role);
}

/**
 * rc_request_action_get_title:
 * @action: an action
 * @number: of the purchase authorization
 *
 * Returns: (transfer full): what it is called, translated
 */
char *
rc_request_action_get_title (RcRequestAction action, const char *number)
{
  GString *title = g_string_new (g_dgettext (GETTEXT_PACKAGE, request_actions[action].title));

  g_string_replace (title, "%s", number, 1);
  return g_string_free (title, FALSE);
}

/**
 * rc_request_action_get_help:
 * @action: an action that rc_request_action_get_reason() refuses
 * @membership: whose
 * @role: of who would like to do it
 *
 * Returns: (transfer none): the page and section of the help that says more
 */
const char *
rc_request_action_get_help (RcRequestAction action, const RcMembershipRecord *membership, RcRole role)
{
  return choose_help (request_actions[action].help, request_actions[action].least, membership, role);
}
