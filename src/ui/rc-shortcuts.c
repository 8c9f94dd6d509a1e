/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-shortcuts"

#include "rc-shortcuts.h"

#include <glib/gi18n-lib.h>

/*
 * The one table of what the keyboard does: the application's accelerators are set from it, and the window of
 * keyboard shortcuts shows it.
 */

#define GENERAL N_ ("General")
#define CUSTOMERS N_ ("Customers")
#define SELECTED N_ ("Selected customers")
#define VIEWS N_ ("Views")

static const RcShortcut shortcuts[] = {
  { GENERAL, "win.preferences", { "<Control>comma" }, N_ ("Preferences") },
  { GENERAL, "win.help", { "F1" }, N_ ("Help") },
  { GENERAL, "win.shortcuts", { "<Control>question" }, N_ ("Keyboard shortcuts") },
  { GENERAL, "win.menu", { "F10" }, N_ ("Main menu") },
  { GENERAL, "win.open-workspace", { "<Control>o" }, N_ ("Open workspace") },
  { GENERAL, "window.close", { "<Control>w" }, N_ ("Close window") },
  { GENERAL, "app.quit", { "<Control>q" }, N_ ("Quit") },

  { CUSTOMERS, "win.invite", { "<Control>n" }, N_ ("Add customer organization") },
  { CUSTOMERS, "win.import", { "<Control>i" }, N_ ("Import customers") },
  { CUSTOMERS, "win.export", { "<Control>s" }, N_ ("Download customer report") },
  { CUSTOMERS, "win.change-reseller", { "<Control><Shift>h" }, N_ ("Change reseller for customer") },
  { CUSTOMERS, "win.search", { "<Control>f" }, N_ ("Search") },
  { CUSTOMERS, "win.select-all", { "<Control><Shift>a" }, N_ ("Select all") },
  { CUSTOMERS, "win.unselect", { "<Control><Shift>d" }, N_ ("Unselect all") },
  { CUSTOMERS, NULL, { "Return" }, N_ ("Show the customer's details") },
  { CUSTOMERS, NULL, { "Menu", "<Shift>F10" }, N_ ("Menu of the customer") },

  { SELECTED, "win.create-pa", { "<Control><Shift>p" }, N_ ("Create purchase authorization") },
  { SELECTED, "win.place-oldest-order", { "<Control>Return" }, N_ ("Place order of the oldest request") },
  { SELECTED, "win.place-direct-order", { "<Control><Shift>o" }, N_ ("Place direct order") },
  { SELECTED, "win.renew", { "<Control><Shift>n" }, N_ ("Renewal order") },
  { SELECTED, "win.renew-many", { "<Control><Shift>b" }, N_ ("Prepare renewal orders") },
  { SELECTED, "win.remind", { "<Control><Shift>r" }, N_ ("Send reminder") },
  { SELECTED, "win.accept", { "<Control><Shift>t" }, N_ ("Record acceptance") },
  { SELECTED, "win.set-assigned", { "<Control><Shift>l" }, N_ ("Record assigned licenses") },
  { SELECTED, "win.request-return", { "<Control><Shift>g" }, N_ ("Request return") },
  { SELECTED, "win.decide-return", { "<Control><Shift>j" }, N_ ("Decide returns") },
  { SELECTED, "win.enroll-commitment", { "<Control><Shift>y" }, N_ ("Enroll in 3-year commit") },
  { SELECTED, "win.assign-manager", { "<Control><Shift>m" }, N_ ("Assign account manager") },
  { SELECTED, "win.copy-vip-id", { "<Control><Shift>c" }, N_ ("Copy VIP ID") },
  { SELECTED, "win.remove", { "<Control>Delete" }, N_ ("Remove customer") },

  { VIEWS, "win.page('all-customers')", { "<Alt>1" }, N_ ("All customers") },
  { VIEWS, "win.page('no-products')", { "<Alt>2" }, N_ ("No products") },
  { VIEWS, "win.page('pending-requests')", { "<Alt>3" }, N_ ("Pending requests") },
  { VIEWS, "win.page('past-due-requests')", { "<Alt>4" }, N_ ("Past due requests") },
  { VIEWS, "win.page('upcoming-renewals')", { "<Alt>5" }, N_ ("Upcoming renewals") },
  { VIEWS, "win.page('ready-for-renewal')", { "<Alt>6" }, N_ ("Ready for renewal") },
  { VIEWS, "win.page('reseller-changes')", { "<Alt>7" }, N_ ("Reseller changes") },
  { VIEWS, "win.page('messages')", { "<Alt>8" }, N_ ("Messages") },
  { VIEWS, "win.page('team')", { "<Alt>0" }, N_ ("Team") },
  { VIEWS, "win.page('activity')", { "<Alt>9" }, N_ ("Activity") },
  { VIEWS, "win.managed-by-me", { "<Control>m" }, N_ ("Managed by me") },
  { VIEWS, "win.back", { "<Alt>Left" }, N_ ("Back") },
};

/**
 * rc_shortcuts_list:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (array length=n_shortcuts) (transfer none): the table, grouped
 */
const RcShortcut *
rc_shortcuts_list (gsize *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * rc_shortcut_get_group:
 *
 * Returns: the heading that @shortcut stands under, in the user's language
 */
const char *
rc_shortcut_get_group (const RcShortcut *shortcut)
{
  return _ (shortcut->group);
}

/**
 * rc_shortcut_get_title:
 *
 * Returns: what @shortcut does, in the user's language
 */
const char *
rc_shortcut_get_title (const RcShortcut *shortcut)
{
  return _ (shortcut->title);
}

/**
 * rc_shortcuts_apply:
 * @application: the application, started up
 *
 * Sets the accelerators of every action in the table.
 */
void
rc_shortcuts_apply (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].action)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accelerators);
    }
}
