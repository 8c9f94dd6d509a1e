/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-quantity-input"

#include "rc-quantity-input.h"
#include "rc-format.h"
#include "rc-number.h"
#include <glib/gi18n-lib.h>

/* What is typed into a spin button for a number of licences. By itself a spin button reads “1 000” as 1 and brings 20000
 * within its range, both in the moment in which Return confirms the dialog: nobody would see what was sent. With
 * these functions it reads thousands, and keeps what is no number of its range as it was typed, to be mended. */

static const char kept_key[] = "rc-quantity-kept";

static int
on_input (GtkSpinButton *button, double *value, gpointer data)
{
  g_autofree char *fault = rc_quantity_input_get_fault (button);
  int typed = rc_quantity_input_get_typed (button);

  if (RC_IS_FIELD_ROW (data))
    rc_field_row_set_error (data, fault);
  g_object_set_data (G_OBJECT (button), kept_key, GINT_TO_POINTER (typed < 0));
  *value = typed < 0 ? gtk_spin_button_get_value (button) : typed;
  return TRUE;
}

/* Comes once after each input, and with each value that is set. */
static gboolean
on_output (GtkSpinButton *button)
{
  return g_object_steal_data (G_OBJECT (button), kept_key) != NULL;
}

/**
 * rc_quantity_input_set_up:
 * @button: a spin button of whole numbers from 0 on
 * @row: (nullable): it holds @button, and shows what is wrong with the number when it is left or confirmed
 */
void
rc_quantity_input_set_up (GtkSpinButton *button, RcFieldRow *row)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (button));
  /* GTK's filter would refuse a pasted “1 000” without a word. */
  gtk_spin_button_set_numeric (button, FALSE);
  g_signal_connect (button, "input", G_CALLBACK (on_input), row);
  g_signal_connect (button, "output", G_CALLBACK (on_output), NULL);
}

/**
 * rc_quantity_input_get_typed:
 * @button: a spin button that was set up
 *
 * Returns: what stands in the field, also while it is typed; -1 where that is no number of its range
 */
int
rc_quantity_input_get_typed (GtkSpinButton *button)
{
  double least, most;
  gint64 typed;

  g_return_val_if_fail (GTK_IS_SPIN_BUTTON (button), -1);
  gtk_spin_button_get_range (button, &least, &most);
  if (!rc_number_parse (gtk_editable_get_text (GTK_EDITABLE (button)), &typed) || typed < (gint64) least
      || typed > (gint64) most)
    return -1;
  return (int) typed;
}

/**
 * rc_quantity_input_get_fault:
 * @button: a spin button that was set up
 *
 * Returns: (transfer full) (nullable): what to enter instead; %NULL where the number is one of the range
 */
char *
rc_quantity_input_get_fault (GtkSpinButton *button)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  double least, most;

  if (rc_quantity_input_get_typed (button) >= 0)
    return NULL;
  gtk_spin_button_get_range (button, &least, &most);
  first = rc_format_number ((gint64) least);
  last = rc_format_number ((gint64) most);
  /* Translators: the two are numbers of licenses */
  return g_strdup_printf (_ ("Enter a number from %s to %s."), first, last);
}
