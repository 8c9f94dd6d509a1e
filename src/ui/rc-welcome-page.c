/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-welcome-page"

#include "rc-welcome-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcWelcomePage:
 *
 * The first start: try the sample, or say who you are (TM-4) and begin with an import or with nothing. It makes no
 * workspace itself: it emits "sample-requested", or "create-requested" with name, e-mail address, and whether
 * an import comes next. It only looks whether the two are there; the rules look closer.
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
  GtkEditable *name;
  GtkEditable *email;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (RcWelcomePage, rc_welcome_page, GTK_TYPE_WIDGET)

static gboolean
is_named (RcWelcomePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  return *name != '\0';
}

static gboolean
is_reachable (RcWelcomePage *self)
{
  const char *at = strchr (gtk_editable_get_text (self->email), '@');

  return at && at != gtk_editable_get_text (self->email) && strchr (at, '.');
}

static void
show_fault (GtkEditable *row, gboolean is_faulty)
{
  if (is_faulty)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_faulty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Both fields and, in words, what is wrong with them. */
static void
show_faults (RcWelcomePage *self, gboolean is_nameless, gboolean is_unreachable)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (is_nameless)
    g_ptr_array_add (faults, _ ("Your name is missing."));
  if (is_unreachable)
    g_ptr_array_add (faults, _ ("Your email address has to have the form name@example.com."));
  g_ptr_array_add (faults, NULL);
  text = g_strjoinv ("\n", (char **) faults->pdata);
  show_fault (self->name, is_nameless);
  show_fault (self->email, is_unreachable);
  gtk_label_set_text (self->fault, text);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), *text != '\0');
}

/* Once a fault was shown, it goes as soon as it is mended. */
static void
on_changed (RcWelcomePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->fault)))
    show_faults (self, !is_named (self), !is_reachable (self));
}

/* The fields say what is missing only once a button was pressed, and the focus goes to the first fault. */
static void
request_creation (RcWelcomePage *self, gboolean import)
{
  show_faults (self, !is_named (self), !is_reachable (self));
  if (!is_named (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
  else if (!is_reachable (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->email));
  else
    g_signal_emit (self, signals[SIGNAL_CREATE_REQUESTED], 0, gtk_editable_get_text (self->name),
                   gtk_editable_get_text (self->email), import);
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
  gtk_widget_class_bind_template_child (widget_class, RcWelcomePage, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
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
  name = g_utf8_make_valid (g_get_real_name (), -1);
  if (!g_str_equal (name, "Unknown") && !g_str_equal (name, g_get_user_name ()))
    gtk_editable_set_text (self->name, name);
}
