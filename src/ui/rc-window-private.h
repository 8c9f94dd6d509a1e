/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-adaptive-layout.h"
#include "rc-customer-list-view.h"
#include "rc-daily-backup.h"
#include "rc-detail-pane.h"
#include "rc-due-messages.h"
#include "rc-file-bar.h"
#include "rc-opening-page.h"
#include "rc-outbox.h"
#include "rc-sidebar.h"
#include "rc-window.h"

G_BEGIN_DECLS

/* What the files of the window share; nobody else includes this. */
struct _RcWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay; /* template children */
  GtkStack *stack;
  RcAdaptiveLayout *layout;
  RcSidebar *sidebar;
  GtkStack *pages;
  RcCustomerListView *customers;
  RcDetailPane *pane;
  RcFileBar *file_bar;

  RcOpeningPage *opening_page; /* (borrowed) (nullable) children of the stack, once they were shown */
  AdwStatusPage *error_page; /* (borrowed) (nullable) */
  GtkWidget *retry_button; /* (borrowed) (nullable) */

  GSettings *settings; /* (owned) */
  RcClock *clock; /* (owned) */
  RcWorkspace *workspace; /* (owned) (nullable) */
  RcMembership *membership; /* (owned) (nullable) what the pane shows */
  RcOutbox *outbox; /* (owned) (nullable) */
  RcDueMessages *due; /* (owned) (nullable) */
  RcDailyBackup *daily_backup; /* (owned) (nullable) while there is a workspace */
  GCancellable *opening; /* (owned) (nullable) while a workspace is being opened */
  RcProgress *opening_progress; /* (owned) (nullable) of what is being opened */
  char *path; /* (owned) (nullable) of the workspace that is open or being opened */
  char *retry_path; /* (owned) (nullable) of a workspace that was to be opened; NULL: one was to be made */
  char *page; /* (owned) */
  gboolean import_when_open;
  guint loading_source; /* 0: none */
  guint present_source; /* 0: none */
};

/* rc-window-actions.c */
void rc_window_install_actions (GtkWidgetClass *widget_class);
void rc_window_update_actions (RcWindow *self);
GArray *rc_window_get_targets (RcWindow *self);

/* rc-window-file.c */
void rc_window_open_again (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_save_copy (GtkWidget *widget, const char *action_name, GVariant *parameter);

/* rc-window-pages.c */
void rc_window_show_stack_page (RcWindow *self, const char *name);
void rc_window_show_loading (RcWindow *self);
GtkWidget *rc_window_get_page (RcWindow *self, const char *page);
void rc_window_go_back (GtkWidget *widget, const char *action_name,
                        GVariant *parameter); /* these are activated */
void rc_window_show_details (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_show_customer (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_show_history (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_show_renewals (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_show_help (GtkWidget *widget, const char *action_name, GVariant *parameter);

/* rc-window-start.c */
GtkWidget *rc_window_create_start_page (RcWindow *self, const char *name);

/* rc-window-opening.c */
void rc_window_cancel_opening (RcWindow *self);
void rc_window_create_workspace (RcWindow *self, const char *name, const char *email, gboolean import);
void rc_window_open_anew (RcWindow *self);

/* rc-window-toasts.c */
void rc_window_toast (RcWindow *self, const char *text);
void rc_window_toast_error (RcWindow *self);
void rc_window_toast_pa (RcWindow *self, const RcCommandResult *result);
void rc_window_toast_order (RcWindow *self, const RcCommandResult *result);
void rc_window_toast_renewed (RcWindow *self, const RcCommandResult *result);
void rc_window_toast_invited (RcWindow *self, const RcCommandResult *result, gboolean offers_to_show);

/* rc-window-mail.c */
void rc_window_start_backups (RcWindow *self);
void rc_window_start_mail (RcWindow *self);
void rc_window_stop_mail (RcWindow *self);

/* rc-window-dialogs.c */
typedef enum
{
  RC_WINDOW_DIALOG_INVITE,
  RC_WINDOW_DIALOG_CREATE_PA,
  RC_WINDOW_DIALOG_DIRECT_ORDER,
  RC_WINDOW_DIALOG_RENEW,
  RC_WINDOW_DIALOG_RENEW_MANY,
  RC_WINDOW_DIALOG_REMIND,
  RC_WINDOW_DIALOG_ACCEPT,
  RC_WINDOW_DIALOG_SET_ASSIGNED,
  RC_WINDOW_DIALOG_ASSIGN_MANAGER,
  RC_WINDOW_DIALOG_REMOVE,
  RC_WINDOW_DIALOG_PLACE_ORDER,
  RC_WINDOW_DIALOG_CANCEL_PA,
  RC_WINDOW_DIALOG_CLOSE_UNPAID,
  RC_WINDOW_DIALOG_REQUEST_RETURN,
  RC_WINDOW_DIALOG_DECIDE_RETURN,
  RC_WINDOW_DIALOG_APPROVE_RETURN,
  RC_WINDOW_DIALOG_REJECT_RETURN,
  RC_WINDOW_DIALOG_ENROLL
} RcWindowDialog;
void rc_window_open_dialog (RcWindow *self, RcWindowDialog dialog, gint64 customer_id, gint64 id);
void rc_window_return_order (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_approve_return (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_reject_return (GtkWidget *widget, const char *action_name, GVariant *parameter);

/* rc-window-team.c: activated */
void rc_window_record_departure (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_change_reseller (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_send_reseller_change_code (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_complete_reseller_change (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_invite_member (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_set_member_role (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_remove_member (GtkWidget *widget, const char *action_name, GVariant *parameter);
void rc_window_activate_member (GtkWidget *widget, const char *action_name, GVariant *parameter);

G_END_DECLS
