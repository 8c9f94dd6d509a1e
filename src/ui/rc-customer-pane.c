/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-pane"

#include "rc-customer-pane.h"

#include "rc-action-reason.h"
#include "rc-address.h"
#include "rc-country.h"
#include "rc-customer-details.h"
#include "rc-customer.h"
#include "rc-format.h"
#include "rc-help.h"
#include "rc-history-buttons.h"
#include "rc-plan-item.h"
#include "rc-purchase-words.h"
#include "rc-renewal-item.h"
#include "rc-request-row.h"
#include "rc-state-page.h"
#include "rc-style.h"
#include "rc-term-timeline.h"
#include "rc-words.h"
#include "rc-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcCustomerPane:
 *
 * All of one customer: who it is and what is due next, then what is pending or past due with what to do about it,
 * its plans and its history. What can be done are actions of the window. It reads nothing itself: the membership does.
 * RcDetailPane, around it, says when to show what was read anew.
 */

typedef enum
{
  PROP_MEMBERSHIP = 1
} RcCustomerPaneProperty;
static GParamSpec *properties[PROP_MEMBERSHIP + 1];

struct _RcCustomerPane
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkNotebook *notebook;
  RcStatePage *plans_page;
  GtkLabel *plans_note;
  RcStatePage *history_page;
  RcStatePage *renewals_page;
  GtkWidget *requests_group;
  GtkListBox *requests;
  GtkWidget *renewal_group;
  RcTermTimeline *timeline;
  GtkWidget *renew_button;
  GtkLabel *renew_reason_label;
  AdwActionRow *anniversary_row;
  AdwActionRow *licences_row;
  AdwActionRow *vip_select_row;
  AdwActionRow *commitment_row;
  AdwActionRow *segment_row;
  AdwActionRow *invitation_row;
  AdwActionRow *manager_row;
  AdwActionRow *contact_row;
  AdwActionRow *email_row;
  AdwActionRow *language_row;
  AdwActionRow *address_row;
  AdwActionRow *region_row;
  AdwActionRow *country_row;
  GtkWidget *create_button;
  GtkLabel *create_button_label;
  GtkLabel *reason_label;

  RcMembership *membership; /* (owned) (nullable) */
  GListModel *open_requests; /* (owned) (nullable) what the list box is bound to */
};

G_DEFINE_FINAL_TYPE (RcCustomerPane, rc_customer_pane, GTK_TYPE_WIDGET)

static gboolean
is_text (RcCustomerPane *self, const char *text)
{
  return text && *text;
}

static gboolean
is_other_name (RcCustomerPane *self, const char *name, const char *english_name)
{
  return rc_customer_details_is_other_name (name, english_name);
}

static char **
choose_pill (RcCustomerPane *self, int state)
{
  return rc_style_choose_classes ("state-pill", (RcRequestState) state);
}

/* Beside a request that is pending too, the word alone would not say which. */
static char *
name_invitation (RcCustomerPane *self, const char *status)
{
  const RcMembershipRecord *record = self->membership ? rc_membership_get_record (self->membership) : NULL;
  gboolean is_pending = record && record->customer->invitation_status == RC_INVITATION_STATUS_PENDING;

  return g_strdup (is_pending ? _ ("Invitation pending") : _ ("Invitation accepted"));
}

/* CH-5. @deadline is another text once it has moved. */
static gboolean
has_moved (RcCustomerPane *self, const char *deadline)
{
  const RcMembershipRecord *record = self->membership ? rc_membership_get_record (self->membership) : NULL;

  return record && record->customer->moved_on != RC_DATE_NONE;
}

static void
show_address (RcCustomerPane *self, const RcCustomerRecord *customer)
{
  g_autofree char *address = rc_address_format (customer->country, customer->street, customer->postal_code,
                                                customer->city, customer->region);
  g_autofree char *country = rc_country_get_name (customer->country);

  adw_action_row_set_subtitle (self->address_row, address);
  adw_action_row_set_subtitle (self->region_row, customer->region);
  adw_action_row_set_subtitle (self->country_row, country);
}

static void
show_contact (RcCustomerPane *self, const RcCustomerRecord *customer)
{
  g_autofree char *name =
      g_strdup_printf ("%s %s", customer->contact_given_name, customer->contact_family_name);

  adw_action_row_set_subtitle (self->contact_row, name);
  adw_action_row_set_subtitle (self->email_row, customer->contact_email);
  adw_action_row_set_subtitle (self->language_row, rc_words_language (customer->language));
}

static void
show_membership (RcCustomerPane *self, const RcCustomerRecord *customer)
{
  g_autoptr (RcCustomer) words = NULL;
  g_autofree char *anniversary = rc_format_date_long (customer->anniversary_date);
  g_autofree char *segment = NULL, *type = NULL, *status = NULL, *manager = NULL;
  g_autofree char *both = NULL, *invitation = NULL, *licences = NULL;
  g_autoptr (RcWorkspace) workspace = NULL;

  g_object_get (self->membership, "customer", &words, "workspace", &workspace, NULL);
  g_object_get (words, "segment", &segment, "offer-type", &type, "invitation-status", &status, "managed-by",
                &manager, NULL);
  both = g_strdup_printf ("%s · %s", segment, type);
  invitation = rc_customer_details_describe_invitation (customer, status);
  licences = rc_customer_details_describe_licences (
      customer, rc_customer_details_is_lapsed (self->membership), rc_workspace_get_policy (workspace));
  adw_action_row_set_subtitle (self->anniversary_row, is_text (self, anniversary)
                                                          ? anniversary
                                                          : _ ("Set by the first authorization or order"));
  adw_action_row_set_subtitle (self->licences_row, licences);
  adw_action_row_set_subtitle (self->segment_row, both);
  adw_action_row_set_subtitle (self->invitation_row, invitation);
  adw_action_row_set_subtitle (self->manager_row, manager);
}

static void
show_vip_select (RcCustomerPane *self, const RcMembershipRecord *record)
{
  g_autoptr (RcWorkspace) workspace = NULL;
  g_autofree char *level = NULL, *commitment = NULL;

  g_object_get (self->membership, "workspace", &workspace, NULL);
  level = rc_purchase_words_vip_select (record->bought, rc_workspace_get_policy (workspace));
  commitment = rc_purchase_words_commitment (record->commitment, rc_workspace_get_today (workspace),
                                             rc_workspace_get_policy (workspace));
  adw_action_row_set_subtitle (self->vip_select_row, level);
  adw_action_row_set_subtitle (self->commitment_row, commitment);
}

static GtkWidget *
create_request_row (gpointer item, gpointer user_data)
{
  RcCustomerPane *self = user_data;

  return GTK_WIDGET (rc_request_row_new (item, rc_membership_get_customer_id (self->membership)));
}

static void
show_requests (RcCustomerPane *self)
{
  g_autoptr (GListModel) requests = NULL;

  g_object_get (self->membership, "open-requests", &requests, NULL);
  if (g_set_object (&self->open_requests, requests))
    gtk_list_box_bind_model (self->requests, requests, create_request_row, self, NULL);
  gtk_widget_set_visible (self->requests_group, requests && g_list_model_get_n_items (requests) > 0);
}

static void
show_renewal (RcCustomerPane *self, const RcCustomerRecord *customer)
{
  g_autoptr (RcWorkspace) workspace = NULL;
  RcCustomerFacts facts;

  g_object_get (self->membership, "workspace", &workspace, NULL);
  rc_customer_record_get_facts (customer, &facts);
  gtk_widget_set_visible (self->renewal_group,
                          rc_term_timeline_show (self->timeline, &facts, rc_workspace_get_today (workspace),
                                                 rc_workspace_get_policy (workspace)));
}

static void
show_list_state (RcCustomerPane *self, RcStatePage *page, const char *property, const char *title,
                 const char *description)
{
  g_autoptr (GListModel) list = NULL;

  g_object_get (self->membership, property, &list, NULL);
  rc_state_page_set_empty (page, "view-list-symbolic", title, description);
  rc_state_page_set_state (page, list && g_list_model_get_n_items (list) > 0 ? RC_LIST_STATE_CONTENT
                                                                             : RC_LIST_STATE_EMPTY);
}

/* RN-7 */
static void
show_plans (RcCustomerPane *self, const RcCustomerRecord *customer)
{
  g_autoptr (RcWorkspace) workspace = NULL;
  g_autofree char *note = NULL;

  g_object_get (self->membership, "workspace", &workspace, NULL);
  note = rc_customer_details_describe_expiry (customer, rc_customer_details_is_lapsed (self->membership),
                                              rc_workspace_get_policy (workspace));
  gtk_label_set_text (self->plans_note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->plans_note), is_text (self, note));
  show_list_state (self, self->plans_page, "plans", _ ("No products"),
                   _ ("A purchase authorization or a direct order brings the first licenses."));
}

static void
show_action (RcCustomerPane *self, RcAction action, GtkWidget *button, GtkLabel *label)
{
  const char *reason = rc_membership_get_reason (self->membership, action);

  rc_action_reason_show (button, reason);
  rc_action_reason_show_beneath (label, reason, rc_customer_details_get_help (self->membership, action));
}

/* RN-7: what brings a lapsed membership back stands in the place of what it cannot have. */
static void
show_first_action (RcCustomerPane *self)
{
  gboolean lapsed = rc_customer_details_is_lapsed (self->membership);
  const char *action_name = lapsed ? "win.place-direct-order" : "win.create-pa";

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->create_button), action_name);
  gtk_label_set_label (self->create_button_label,
                       lapsed ? _ ("Place _direct order…") : _ ("Create _purchase authorization…"));
  show_action (self, lapsed ? RC_ACTION_PLACE_DIRECT_ORDER : RC_ACTION_CREATE_PA, self->create_button,
               self->reason_label);
}

/* One suggestion at a time: the order that is owed comes first, then the renewal whose window is open. */
static void
show_actions (RcCustomerPane *self)
{
  gboolean is_owed = gtk_widget_get_visible (self->requests_group);
  gboolean is_ready = rc_membership_can (self->membership, RC_ACTION_RENEW)
                      && !rc_customer_details_is_lapsed (self->membership);

  show_first_action (self);
  show_action (self, RC_ACTION_RENEW, self->renew_button, self->renew_reason_label);
  rc_style_suggest (self->create_button, !is_owed && !is_ready);
  rc_style_suggest (self->renew_button, !is_owed && is_ready);
}

static void
rc_customer_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcCustomerPaneProperty) property_id)
    {
    case PROP_MEMBERSHIP:
      g_value_set_object (value, RC_CUSTOMER_PANE (object)->membership);
      break;
    }
}

static void
rc_customer_pane_dispose (GObject *object)
{
  RcCustomerPane *self = RC_CUSTOMER_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->open_requests);
  g_clear_object (&self->membership);
  G_OBJECT_CLASS (rc_customer_pane_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, anniversary_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, licences_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, vip_select_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, commitment_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, segment_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, invitation_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, manager_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, contact_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, email_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, language_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, address_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, region_row);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, country_row);
}

static void
rc_customer_pane_class_init (RcCustomerPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_customer_pane_get_property;
  object_class->dispose = rc_customer_pane_dispose;
  properties[PROP_MEMBERSHIP] =
      g_param_spec_object ("membership", NULL, NULL, RC_TYPE_MEMBERSHIP,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-customer-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, box);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, notebook);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, plans_page);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, plans_note);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, history_page);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, renewals_page);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, requests_group);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, requests);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, renewal_group);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, timeline);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, renew_button);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, renew_reason_label);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, create_button);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, create_button_label);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerPane, reason_label);
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
  gtk_widget_class_bind_template_callback (widget_class, is_other_name);
  gtk_widget_class_bind_template_callback (widget_class, choose_pill);
  gtk_widget_class_bind_template_callback (widget_class, name_invitation);
  gtk_widget_class_bind_template_callback (widget_class, has_moved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_customer_pane_init (RcCustomerPane *self)
{
  g_type_ensure (RC_TYPE_CUSTOMER);
  g_type_ensure (RC_TYPE_STATE_PAGE);
  g_type_ensure (RC_TYPE_TERM_TIMELINE);
  g_type_ensure (RC_TYPE_PLAN_ITEM);
  g_type_ensure (RC_TYPE_HISTORY_ITEM);
  g_type_ensure (RC_TYPE_HISTORY_BUTTONS);
  g_type_ensure (RC_TYPE_RENEWAL_ITEM);
  g_type_ensure (RC_TYPE_REQUEST_ITEM);
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
  rc_help_follow_links (self->reason_label);
  rc_help_follow_links (self->renew_reason_label);
}

/**
 * rc_customer_pane_set_membership:
 * @membership: what to show; set once
 */
void
rc_customer_pane_set_membership (RcCustomerPane *self, RcMembership *membership)
{
  g_return_if_fail (RC_IS_CUSTOMER_PANE (self));
  g_return_if_fail (self->membership == NULL);

  self->membership = g_object_ref (membership);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEMBERSHIP]);
}

/**
 * rc_customer_pane_update:
 *
 * Shows what was read of the customer last.
 */
void
rc_customer_pane_update (RcCustomerPane *self)
{
  const RcMembershipRecord *record;

  g_return_if_fail (RC_IS_CUSTOMER_PANE (self));

  record = rc_membership_get_record (self->membership);
  if (!record)
    return;
  show_membership (self, record->customer);
  show_contact (self, record->customer);
  show_address (self, record->customer);
  show_vip_select (self, record);
  show_requests (self);
  show_renewal (self, record->customer);
  show_plans (self, record->customer);
  show_list_state (self, self->history_page, "history", _ ("No authorizations or orders yet"), "");
  show_list_state (self, self->renewals_page, "renewals", _ ("No renewals yet"),
                   _ ("Processed renewal orders are listed here."));
  show_actions (self);
}

/**
 * rc_customer_pane_show_tab:
 * @tab: from 0: details, plans, license authorization history, renewal history
 */
void
rc_customer_pane_show_tab (RcCustomerPane *self, int tab)
{
  g_return_if_fail (RC_IS_CUSTOMER_PANE (self));

  gtk_notebook_set_current_page (self->notebook, tab);
}

/**
 * rc_customer_pane_grab_focus:
 *
 * Puts the focus on the tabs.
 */
void
rc_customer_pane_grab_focus (RcCustomerPane *self)
{
  g_return_if_fail (RC_IS_CUSTOMER_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->notebook));
}
