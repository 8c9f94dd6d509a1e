/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-result-page"

#include "rc-import-result-page.h"

#include "rc-format.h"
#include "rc-tab-stop.h"

#include <glib/gi18n-lib.h>

/* What the dry run of an import found (IO-2): how many rows would go in, each other one with its line and reason, and
 * whether all rows are to go in or none, or the good ones. It imports nothing. */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcImportResultPage
{
  AdwBin parent_instance;

  GtkLabel *good_label; /* (borrowed) template child */
  GtkLabel *dates_label; /* (borrowed) template child */
  GtkLabel *there_label; /* (borrowed) template child */
  GtkLabel *error_label; /* (borrowed) template child */
  GtkWidget *choices; /* (borrowed) template child */
  GtkWidget *all_or_none; /* (borrowed) template child */
  GtkCheckButton *good_ones; /* (borrowed) template child */
  GtkSwitch *mail_switch; /* (borrowed) template child */
  GtkWidget *problems_box; /* (borrowed) template child */
  GtkNoSelection *problems; /* (borrowed) template child */

  RcImportOutcome *outcome; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcImportResultPage, rc_import_result_page, ADW_TYPE_BIN)

static void
on_choice_changed (RcImportResultPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Said outright: what has just become visible has no place yet by which GTK could find the first. */
static gboolean
rc_import_result_page_grab_focus (GtkWidget *widget)
{
  RcImportResultPage *self = RC_IMPORT_RESULT_PAGE (widget);

  if (!gtk_widget_get_visible (self->choices))
    return gtk_widget_grab_focus (GTK_WIDGET (self->mail_switch));
  if (gtk_check_button_get_active (self->good_ones))
    return gtk_widget_grab_focus (GTK_WIDGET (self->good_ones));
  return gtk_widget_grab_focus (self->all_or_none);
}

static void
rc_import_result_page_finalize (GObject *object)
{
  g_clear_object (&RC_IMPORT_RESULT_PAGE (object)->outcome);
  G_OBJECT_CLASS (rc_import_result_page_parent_class)->finalize (object);
}

static void
rc_import_result_page_class_init (RcImportResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_import_result_page_finalize;
  widget_class->grab_focus = rc_import_result_page_grab_focus;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RC_TYPE_IMPORT_PROBLEM);
  g_type_ensure (RC_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, good_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, dates_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, there_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, choices);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, all_or_none);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, good_ones);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, mail_switch);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, problems_box);
  gtk_widget_class_bind_template_child (widget_class, RcImportResultPage, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
}

static void
rc_import_result_page_init (RcImportResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_count (GtkLabel *label, const char *format, guint64 count, gboolean always)
{
  g_autofree char *number = rc_format_number ((gint64) count);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (number, parts);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), always || count > 0);
}

/* 03/04/2026 is wrong in half of the world, and no error. */
static void
show_doubt (RcImportResultPage *self)
{
  g_autofree char *doubt = rc_import_outcome_describe_doubtful_date (self->outcome);
  g_autofree char *text =
      doubt != NULL ? g_strdup_printf (
          "%s %s", doubt,
          _ ("If that is wrong, go back and choose the other way under “Dates with slashes”."))
                    : NULL;

  gtk_label_set_text (self->dates_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->dates_label), text != NULL);
}

/**
 * rc_import_result_page_set_outcome:
 * @self: a page
 * @outcome: what the dry run found
 */
void
rc_import_result_page_set_outcome (RcImportResultPage *self, RcImportOutcome *outcome)
{
  guint64 n_good = rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome));
  guint64 n_there = rc_import_outcome_get_n_already_there (outcome);
  guint64 n_errors = rc_import_outcome_get_n_errors (outcome);

  g_set_object (&self->outcome, outcome);
  show_count (self->good_label,
              ngettext ("%s customer would be added.", "%s customers would be added.", n_good), n_good, TRUE);
  show_count (self->there_label,
              ngettext ("%s row is of a customer who is already there, and is left out.",
                        "%s rows are of customers who are already there, and are left out.", n_there),
              n_there, FALSE);
  show_count (self->error_label, ngettext ("%s row has errors.", "%s rows have errors.", n_errors), n_errors,
              FALSE);
  show_doubt (self);
  gtk_widget_set_visible (self->choices, n_errors > 0 && n_good > 0);
  gtk_widget_set_visible (self->problems_box, n_errors + n_there > 0);
  gtk_no_selection_set_model (self->problems, rc_import_outcome_get_problems (outcome));
  on_choice_changed (self);
}

/**
 * rc_import_result_page_get_outcome:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
RcImportOutcome *
rc_import_result_page_get_outcome (RcImportResultPage *self)
{
  return self->outcome;
}

/**
 * rc_import_result_page_can_import:
 * @self: a page
 *
 * Returns: whether something may go in: there are good rows, and no others or the user wants the good ones without them
 */
gboolean
rc_import_result_page_can_import (RcImportResultPage *self)
{
  return self->outcome != NULL && rc_customer_rows_get_n (rc_import_outcome_get_customers (self->outcome)) > 0
         && (rc_import_outcome_get_n_errors (self->outcome) == 0
             || gtk_check_button_get_active (self->good_ones));
}

/**
 * rc_import_result_page_saves_problems:
 * @self: a page
 *
 * Returns: whether the rows that do not go in are to be saved first
 */
gboolean
rc_import_result_page_saves_problems (RcImportResultPage *self)
{
  return self->outcome != NULL && rc_import_outcome_get_n_errors (self->outcome) > 0
         && gtk_check_button_get_active (self->good_ones);
}

/**
 * rc_import_result_page_sends_invitations:
 * @self: a page
 *
 * Returns: whether the customers get invitations by mail: not unless it was asked for (IO-2)
 */
gboolean
rc_import_result_page_sends_invitations (RcImportResultPage *self)
{
  return gtk_switch_get_active (self->mail_switch);
}
