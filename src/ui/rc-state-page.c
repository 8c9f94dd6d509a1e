/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-state-page"

#include "rc-state-page.h"

#include <adwaita.h>

/**
 * RcStatePage:
 *
 * One of four states: a spinner while something loads, words where there is nothing or where it failed, and the
 * child where there is something to see. The spinner waits for a moment, so that what loads at once does not
 * flicker. It does not know what loads; whoever owns it says so. An error offers "retry".
 */

#define SPINNER_DELAY 200 /* ms */

typedef enum
{
  PROP_CHILD = 1,
  PROP_EMPTY_CHILD
} RcStatePageProperty;
static GParamSpec *properties[PROP_EMPTY_CHILD + 1];

typedef enum
{
  SIGNAL_RETRY
} RcStatePageSignal;
static guint signals[SIGNAL_RETRY + 1];

struct _RcStatePage
{
  GtkWidget parent_instance;

  GtkStack *stack; /* template children */
  AdwBin *content;
  GtkSpinner *spinner;
  AdwStatusPage *empty;
  AdwStatusPage *error;

  guint spinner_source; /* 0: none */
};

static void rc_state_page_buildable_init (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RcStatePage, rc_state_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, rc_state_page_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
rc_state_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  RcStatePage *self = RC_STATE_PAGE (buildable);

  if (GTK_IS_WIDGET (child) && self->content)
    adw_bin_set_child (self->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
rc_state_page_buildable_init (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = rc_state_page_add_child;
}

static gboolean
on_spinner_due (gpointer user_data)
{
  RcStatePage *self = user_data;

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
on_retry (RcStatePage *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
rc_state_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcStatePageProperty) property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, adw_bin_get_child (RC_STATE_PAGE (object)->content));
      break;
    case PROP_EMPTY_CHILD:
      g_value_set_object (value, adw_status_page_get_child (RC_STATE_PAGE (object)->empty));
      break;
    }
}

static void
rc_state_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcStatePageProperty) property_id)
    {
    case PROP_CHILD:
      adw_bin_set_child (RC_STATE_PAGE (object)->content, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_EMPTY_CHILD:
      adw_status_page_set_child (RC_STATE_PAGE (object)->empty, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_state_page_dispose (GObject *object)
{
  RcStatePage *self = RC_STATE_PAGE (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_state_page_parent_class)->dispose (object);
}

static void
rc_state_page_class_init (RcStatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_state_page_get_property;
  object_class->set_property = rc_state_page_set_property;
  object_class->dispose = rc_state_page_dispose;
  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EMPTY_CHILD] =
      g_param_spec_object ("empty-child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_RETRY] =
      g_signal_new ("retry", RC_TYPE_STATE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-state-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, content);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, empty);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, error);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_state_page_init (RcStatePage *self)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_state_page_set_state:
 * @state: which of the four to show
 */
void
rc_state_page_set_state (RcStatePage *self, RcListState state)
{
  static const char *const names[] = { "loading", "empty", "error", "content" };

  g_return_if_fail (RC_IS_STATE_PAGE (self));

  if (state == RC_LIST_STATE_LOADING)
    {
      if (self->spinner_source == 0)
        self->spinner_source = g_timeout_add (SPINNER_DELAY, on_spinner_due, self);
      return;
    }
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, names[state]);
}

/**
 * rc_state_page_set_empty:
 * @icon_name: a symbolic icon
 * @title: what there is none of
 * @description: what to do about it; "" for nothing
 */
void
rc_state_page_set_empty (RcStatePage *self, const char *icon_name, const char *title, const char *description)
{
  g_return_if_fail (RC_IS_STATE_PAGE (self));

  adw_status_page_set_icon_name (self->empty, icon_name);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
}

/**
 * rc_state_page_set_error:
 * @message: (nullable): what went wrong, in the user's words
 */
void
rc_state_page_set_error (RcStatePage *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message ? message : "", -1);

  g_return_if_fail (RC_IS_STATE_PAGE (self));

  adw_status_page_set_description (self->error, escaped);
}
