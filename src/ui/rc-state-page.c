/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-state-page"

#include "rc-state-page.h"

#include <adwaita.h>

/**
 * RcStatePage:
 *
 * One of four states: a spinner while something loads, words where there is nothing or where it failed, and the
 * child where there is something to see. The spinner waits for a moment, so that what loads at once does not
 * flicker. It does not know what loads; whoever owns it says so. An error offers "retry". What says that there is
 * nothing, or that it failed, is made when it is shown first: mostly it never is.
 */

#define RESOURCES "/org/resellerconsole/ResellerConsole/ui"
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
  AdwStatusPage *empty; /* (nullable) children of the stack, once they were shown */
  AdwStatusPage *error; /* (nullable) */

  char *empty_icon; /* (owned) (nullable) */
  char *empty_title; /* (owned) (nullable) */
  char *empty_description; /* (owned) (nullable) */
  GtkWidget *empty_child; /* (owned) (nullable) */
  char *error_description; /* (owned) (nullable) as markup */
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

static AdwStatusPage *
add_page (RcStatePage *self, const char *name, GtkBuilder *builder)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "page"));

  gtk_stack_add_named (self->stack, GTK_WIDGET (page), name);
  return page;
}

static void
fill_empty (RcStatePage *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->empty == NULL)
    {
      builder = gtk_builder_new_from_resource (RESOURCES "/state-empty.ui");
      self->empty = add_page (self, "empty", builder);
      adw_status_page_set_child (self->empty, self->empty_child);
    }
  adw_status_page_set_icon_name (self->empty, self->empty_icon);
  adw_status_page_set_title (self->empty, self->empty_title != NULL ? self->empty_title : "");
  adw_status_page_set_description (self->empty, self->empty_description);
}

static void
fill_error (RcStatePage *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->error == NULL)
    {
      builder = gtk_builder_new_from_resource (RESOURCES "/state-error.ui");
      self->error = add_page (self, "error", builder);
      g_signal_connect_swapped (gtk_builder_get_object (builder, "retry_button"), "clicked",
                                G_CALLBACK (on_retry), self);
    }
  adw_status_page_set_description (self->error, self->error_description);
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
      g_value_set_object (value, RC_STATE_PAGE (object)->empty_child);
      break;
    }
}

static void
set_empty_child (RcStatePage *self, GtkWidget *child)
{
  if (g_set_object (&self->empty_child, child) && self->empty != NULL)
    adw_status_page_set_child (self->empty, child);
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
      set_empty_child (RC_STATE_PAGE (object), g_value_get_object (value));
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
  g_clear_object (&self->empty_child);
  G_OBJECT_CLASS (rc_state_page_parent_class)->dispose (object);
}

static void
rc_state_page_finalize (GObject *object)
{
  RcStatePage *self = RC_STATE_PAGE (object);

  g_free (self->empty_icon);
  g_free (self->empty_title);
  g_free (self->empty_description);
  g_free (self->error_description);
  G_OBJECT_CLASS (rc_state_page_parent_class)->finalize (object);
}

static void
rc_state_page_class_init (RcStatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_state_page_get_property;
  object_class->set_property = rc_state_page_set_property;
  object_class->dispose = rc_state_page_dispose;
  object_class->finalize = rc_state_page_finalize;
  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EMPTY_CHILD] =
      g_param_spec_object ("empty-child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_RETRY] =
      g_signal_new ("retry", RC_TYPE_STATE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "/rc-state-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, content);
  gtk_widget_class_bind_template_child (widget_class, RcStatePage, spinner);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_state_page_init (RcStatePage *self)
{
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
  if (state == RC_LIST_STATE_EMPTY)
    fill_empty (self);
  else if (state == RC_LIST_STATE_ERROR)
    fill_error (self);
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

  g_free (self->empty_icon);
  self->empty_icon = g_strdup (icon_name);
  g_free (self->empty_title);
  self->empty_title = g_strdup (title);
  g_free (self->empty_description);
  self->empty_description = g_strdup (description);
  if (self->empty != NULL)
    fill_empty (self);
}

/**
 * rc_state_page_set_error:
 * @message: (nullable): what went wrong, in the user's words
 */
void
rc_state_page_set_error (RcStatePage *self, const char *message)
{
  g_return_if_fail (RC_IS_STATE_PAGE (self));

  g_free (self->error_description);
  self->error_description = g_markup_escape_text (message ? message : "", -1);
  if (self->error != NULL)
    fill_error (self);
}
