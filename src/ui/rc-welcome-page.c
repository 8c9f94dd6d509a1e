/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-welcome-page"

#include "rc-welcome-page.h"

#include "rc-email.h"
#include "rc-field-row.h"
#include "rc-style.h"
#include "rc-team.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcWelcomePage:
 *
 * The first start: try the sample, or say who you are (TM-4) and begin with an import or with nothing. It makes no
 * workspace itself: it emits "sample-requested", or "create-requested" with name, e-mail address, and whether
 * an import comes next. What the rules would refuse of the two is said beside them.
 */

typedef enum
{
  SIGNAL_SAMPLE_REQUESTED,
  SIGNAL_CREATE_REQUESTED
} RcWelcomePageSignal;
static guint signals[SIGNAL_CREATE_REQUESTED + 1];

struct _RcWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  RcFieldRow *name;
  RcFieldRow *email;
};

G_DEFINE_FINAL_TYPE (RcWelcomePage, rc_welcome_page, GTK_TYPE_WIDGET)

/* (transfer full) (nullable) where the name can be a team member's */
static char *
get_name_fault (RcWelcomePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (rc_field_row_get_value (self->name)));
  g_autofree char *normal = NULL;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return g_strdup (_ ("Your name is missing."));
  normal = rc_team_normalize_name (name, &error);
  return normal != NULL ? NULL : g_strdup (error->message);
}

/* CU-3, as for a contact. (transfer full) (nullable) where mail can be sent to the address */
static char *
get_email_fault (RcWelcomePage *self)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autofree char *normal = rc_email_normalize (rc_field_row_get_value (self->email), policy, NULL);

  return normal != NULL ? NULL : g_strdup (_ ("Your email address has to have the form name@example.com."));
}

static void
on_name_changed (RcWelcomePage *self)
{
  rc_field_row_set_error (self->name, NULL);
}

static void
on_email_changed (RcWelcomePage *self)
{
  rc_field_row_set_error (self->email, NULL);
}

/* The fields say what is wrong only once a button was pressed, and the focus goes to the first fault. */
static void
request_creation (RcWelcomePage *self, gboolean import)
{
  g_autofree char *name_fault = get_name_fault (self);
  g_autofree char *email_fault = get_email_fault (self);

  rc_field_row_set_error (self->name, name_fault);
  rc_field_row_set_error (self->email, email_fault);
  if (name_fault != NULL)
    rc_field_row_focus (self->name);
  else if (email_fault != NULL)
    rc_field_row_focus (self->email);
  else
    g_signal_emit (self, signals[SIGNAL_CREATE_REQUESTED], 0, rc_field_row_get_value (self->name),
                   rc_field_row_get_value (self->email), import);
}

static void
on_sample (RcWelcomePage *self)
{
  g_signal_emit (self, signals[SIGNAL_SAMPLE_REQUESTED], 0);
}

static void
on_import (RcWelcomePage *self)
{
  request_creation (self, TRUE);
}

static void
on_start_empty (RcWelcomePage *self)
{
  request_creation (self, FALSE);
}

static void
rc_welcome_page_dispose (GObject *object)
{
  g_clear_pointer (&RC_WELCOME_PAGE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_welcome_page_parent_class)->dispose (object);
}

static void
rc_welcome_page_class_init (RcWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_welcome_page_dispose;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  signals[SIGNAL_SAMPLE_REQUESTED] = g_signal_new ("sample-requested", RC_TYPE_WELCOME_PAGE,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CREATE_REQUESTED] =
      g_signal_new ("create-requested", RC_TYPE_WELCOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcWelcomePage, box);
  gtk_widget_class_bind_template_child (widget_class, RcWelcomePage, name);
  gtk_widget_class_bind_template_child (widget_class, RcWelcomePage, email);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_email_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sample);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_start_empty);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_welcome_page_init (RcWelcomePage *self)
{
  g_autofree char *name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
  name = g_utf8_make_valid (g_get_real_name (), -1);
  if (!g_str_equal (name, "Unknown") && !g_str_equal (name, g_get_user_name ()))
    rc_field_row_set_value (self->name, name);
}
