/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-activity-page"

#include "rc-activity-page.h"

#include "rc-activity-list.h"

#include <glib/gi18n-lib.h>

/**
 * RcActivityPage:
 *
 * Who changed what, and when (AC-1). It only shows: nothing edits or removes an entry.
 */

struct _RcActivityPage
{
  RcLogPage parent_instance;
};

G_DEFINE_FINAL_TYPE (RcActivityPage, rc_activity_page, RC_TYPE_LOG_PAGE)

static char *
rc_activity_page_describe_count (RcLogPage *page, guint n_items, const char *number)
{
  return g_strdup_printf (ngettext ("%s entry", "%s entries", n_items), number);
}

static void
rc_activity_page_search (RcLogPage *page, const char *text)
{
  rc_log_list_set_search (RC_LOG_LIST (rc_log_page_get_list (page)), text);
}

static void
rc_activity_page_class_init (RcActivityPageClass *klass)
{
  RC_LOG_PAGE_CLASS (klass)->describe_count = rc_activity_page_describe_count;
  RC_LOG_PAGE_CLASS (klass)->search = rc_activity_page_search;
}

static void
rc_activity_page_init (RcActivityPage *self)
{
  rc_log_page_set_title (RC_LOG_PAGE (self), _ ("Activity"), _ ("Search in the activity"));
  rc_log_page_set_empty (RC_LOG_PAGE (self), "view-list-symbolic", _ ("No activity yet"),
                         _ ("Every change is written down here."));
}

/**
 * rc_activity_page_set_workspace:
 * @workspace: whose activity to show; set once
 */
void
rc_activity_page_set_workspace (RcActivityPage *self, RcWorkspace *workspace)
{
  g_autoptr (RcLogList) list = rc_activity_list_new (workspace);

  rc_log_page_set_list (RC_LOG_PAGE (self), RC_VIRTUAL_LIST (list),
                        "/org/resellerconsole/ResellerConsole/ui/activity-row.ui");
}
