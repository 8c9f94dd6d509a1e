/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-reseller-changes-page"

#include "rc-reseller-changes-page.h"

#include "rc-actions.h"
#include "rc-codes-left.h"
#include "rc-reseller-change-list.h"
#include "rc-sidebar.h"

#include <glib/gi18n-lib.h>

/**
 * RcResellerChangesPage:
 *
 * The memberships that were asked to change to this reseller (CH-1): which wait, until when the code is valid (CH-2), and how
 * many codes can still be sent today (CH-3). What can be done with one are actions of the window around.
 */

struct _RcResellerChangesPage
{
  RcLogPage parent_instance;

  RcWorkspace *workspace; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcResellerChangesPage, rc_reseller_changes_page, RC_TYPE_LOG_PAGE)

static char *
rc_reseller_changes_page_describe_count (RcLogPage *page, guint n_items, const char *number)
{
  return g_strdup_printf (ngettext ("%s request", "%s requests", n_items), number);
}

static void
rc_reseller_changes_page_search (RcLogPage *page, const char *text)
{
  rc_log_list_set_search (RC_LOG_LIST (rc_log_page_get_list (page)), text);
}

/* How many codes can still be sent, to who can send them. */
static void
show_note (RcResellerChangesPage *self)
{
  const char *refusal = rc_workspace_get_refusal (self->workspace, RC_ROLE_ACCOUNT_MANAGER);
  g_autofree char *text = rc_codes_left_describe (self->workspace);

  rc_log_page_set_note (RC_LOG_PAGE (self), refusal ? refusal : text);
}

static void
rc_reseller_changes_page_dispose (GObject *object)
{
  g_clear_object (&RC_RESELLER_CHANGES_PAGE (object)->workspace);
  G_OBJECT_CLASS (rc_reseller_changes_page_parent_class)->dispose (object);
}

static void
rc_reseller_changes_page_class_init (RcResellerChangesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_reseller_changes_page_dispose;
  RC_LOG_PAGE_CLASS (klass)->describe_count = rc_reseller_changes_page_describe_count;
  RC_LOG_PAGE_CLASS (klass)->search = rc_reseller_changes_page_search;
}

static void
rc_reseller_changes_page_init (RcResellerChangesPage *self)
{
  rc_log_page_set_title (RC_LOG_PAGE (self), _ ("Reseller changes"), _ ("Search in reseller changes"));
  rc_log_page_set_empty (RC_LOG_PAGE (self), RC_ICON_RESELLER_CHANGES, _ ("No reseller changes yet"),
                         _ ("A customer of another reseller can change to you: start it with its VIP ID."));
  rc_log_page_set_button (RC_LOG_PAGE (self), "list-add-symbolic", _ ("Change reseller for customer"),
                          "win.change-reseller");
}

/**
 * rc_reseller_changes_page_set_workspace:
 * @workspace: whose requests to show; set once
 */
void
rc_reseller_changes_page_set_workspace (RcResellerChangesPage *self, RcWorkspace *workspace)
{
  g_autoptr (RcLogList) list = rc_reseller_change_list_new (workspace);

  g_set_object (&self->workspace, workspace);
  rc_log_page_set_list (RC_LOG_PAGE (self), RC_VIRTUAL_LIST (list),
                        "/org/resellerconsole/ResellerConsole/ui/reseller-change-row.ui");
  g_signal_connect_object (workspace, "notify::codes-today", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::policy", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  show_note (self);
}

/**
 * rc_reseller_changes_page_find:
 * @id: a request's id
 *
 * Returns: (transfer full) (nullable): the request, where it is in the list and was read
 */
RcResellerChange *
rc_reseller_changes_page_find (RcResellerChangesPage *self, gint64 id)
{
  RcVirtualList *list = rc_log_page_get_list (RC_LOG_PAGE (self));

  g_return_val_if_fail (RC_IS_RESELLER_CHANGES_PAGE (self), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (RcResellerChange) change = NULL;

      if (rc_virtual_list_get_id (list, i) != id)
        continue;
      change = g_list_model_get_item (G_LIST_MODEL (list), i);
      return rc_reseller_change_get_record (change) != NULL ? g_steal_pointer (&change) : NULL;
    }
  return NULL;
}
