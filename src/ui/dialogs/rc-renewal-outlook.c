/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-renewal-outlook"

#include "rc-renewal-outlook.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-value-row.h"
#include "rc-vip-select.h"
#include <glib/gi18n-lib.h>

/**
 * RcRenewalOutlook:
 *
 * What a renewal order would bring, while it is being written (RN-3): the new anniversary date, how many licences, the VIP
 * Select level that follows (VS-1), and whether a 3-year commit is kept (RN-5). It shows; it does not reckon.
 */

struct _RcRenewalOutlook
{
  GtkBox parent_instance;

  RcValueRow *anniversary_row; /* (borrowed) template child */
  RcValueRow *licences_row; /* (borrowed) template child */
  RcValueRow *level_row; /* (borrowed) template child */
  RcFieldRow *commitment_row; /* (borrowed) template child */
  GtkLabel *commitment_label; /* (borrowed) template child */

  const RcMembershipRecord *membership; /* (borrowed) (nullable) until set */
};

G_DEFINE_FINAL_TYPE (RcRenewalOutlook, rc_renewal_outlook, GTK_TYPE_BOX)

static void
rc_renewal_outlook_class_init (RcRenewalOutlookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RC_TYPE_VALUE_ROW);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-renewal-outlook.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRenewalOutlook, anniversary_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalOutlook, licences_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalOutlook, level_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalOutlook, commitment_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalOutlook, commitment_label);
}

static void
rc_renewal_outlook_init (RcRenewalOutlook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_renewal_outlook_set_membership:
 * @self: an outlook
 * @membership: the customer as it is; it has to live as long as the outlook
 */
void
rc_renewal_outlook_set_membership (RcRenewalOutlook *self, const RcMembershipRecord *membership)
{
  g_return_if_fail (RC_IS_RENEWAL_OUTLOOK (self));
  self->membership = membership;
}

static void
show_anniversary (RcRenewalOutlook *self, RcDate date)
{
  g_autofree char *before = rc_format_date_long (self->membership->customer->anniversary_date);
  g_autofree char *after = rc_format_date_long (date);
  /* Translators: two dates, or two numbers: what is now, and what it becomes */
  g_autofree char *text = g_strdup_printf (_ ("%s → %s"), before, after);

  rc_value_row_set_value (self->anniversary_row, text);
}

static void
show_licences (RcRenewalOutlook *self, int before, int after)
{
  g_autofree char *before_number = rc_format_number (before);
  g_autofree char *after_number = rc_format_number (after);
  g_autofree char *difference = rc_format_number (ABS (after - before));
  g_autofree char *text = NULL;

  if (before == after)
    /* Translators: %s is a number of licences */
    text = g_strdup_printf (_ ("%s, as now"), after_number);
  else if (after > before)
    /* Translators: numbers of licences: now, in the new term, and the difference */
    text = g_strdup_printf (_ ("%s → %s, %s more"), before_number, after_number, difference);
  else
    /* Translators: numbers of licences: now, in the new term, and the difference */
    text = g_strdup_printf (_ ("%s → %s, %s fewer"), before_number, after_number, difference);
  rc_value_row_set_value (self->licences_row, text);
}

/* (transfer full) */
static char *
describe_level (int level, const RcPolicy *policy)
{
  g_autofree char *from_number = NULL, *to_number = NULL;
  int from, to;

  if (level == 0)
    return g_strdup (C_ ("VIP Select level", "None"));
  rc_vip_select_get_range (level, policy, &from, &to);
  from_number = rc_format_number (from);
  to_number = rc_format_number (to);
  if (to == 0)
    /* Translators: a level, and the number of licences that it begins with */
    return g_strdup_printf (_ ("Level %d (%s licenses and more)"), level, from_number);
  /* Translators: a level, and the fewest and the most licences that it has */
  return g_strdup_printf (_ ("Level %d (%s to %s licenses)"), level, from_number, to_number);
}

static void
show_level (RcRenewalOutlook *self, int level, const RcPolicy *policy)
{
  int before = rc_vip_select_level (self->membership->bought, policy);
  g_autofree char *text = describe_level (level, policy);
  g_autofree char *compared = NULL;

  if (before != level)
    /* Translators: "Level 2 (10 to 49 licenses), level 3 now" */
    compared = g_strdup_printf (_ ("%s, level %d now"), text, before);
  rc_value_row_set_value (self->level_row, compared != NULL ? compared : text);
}

static void
show_commitment (RcRenewalOutlook *self, const RcRenewalPreview *preview)
{
  g_autofree char *number = rc_format_number (preview->commitment);
  int missing = preview->commitment - preview->licences;
  g_autofree char *missing_number = rc_format_number (missing);
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;
  g_autofree char *error = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->commitment_row), preview->commitment > 0);
  if (preview->commitment == 0)
    return;
  until = rc_format_date_long (self->membership->commitment->ends_on);
  /* Translators: a number of licences, and a date */
  text = g_strdup_printf (_ ("At least %s licenses until %s"), number, until);
  gtk_label_set_label (self->commitment_label, text);
  if (!preview->commitment_kept)
    /* Translators: %s is a number of licences; consumables do not count for a commitment */
    error = g_strdup_printf (ngettext ("%s license is missing: raise a quantity. Consumables do not count.",
                                       "%s licenses are missing: raise a quantity. Consumables do not count.",
                                       (gulong) missing),
                             missing_number);
  rc_field_row_set_error (self->commitment_row, error);
}

/**
 * rc_renewal_outlook_show:
 * @self: an outlook with a customer
 * @preview: what the order would bring
 * @policy: the program's numbers
 *
 * Shows it.
 */
void
rc_renewal_outlook_show (RcRenewalOutlook *self, const RcRenewalPreview *preview, const RcPolicy *policy)
{
  g_return_if_fail (RC_IS_RENEWAL_OUTLOOK (self) && self->membership != NULL);
  show_anniversary (self, preview->anniversary_date);
  show_licences (self, preview->old_licences, preview->licences);
  show_level (self, preview->select_level, policy);
  show_commitment (self, preview);
}
