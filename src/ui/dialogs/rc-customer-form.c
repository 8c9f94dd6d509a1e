/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-form"

#include "rc-customer-form.h"
#include "rc-country.h"
#include "rc-customer-choices.h"
#include "rc-field-row.h"
#include "rc-picker.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcCustomerForm:
 *
 * The fields of CU-1 to be filled in. What is wrong with a field is said beside it once the keyboard has left it, and from
 * then on while typing. The rules are the core's; the form proposes what follows from other fields: the English name
 * (CU-2), the mail language and how the postal code is written (by country).
 */

#define N_FORM_FIELDS RC_CUSTOMER_FIELD_ANNIVERSARY_DATE /* the date is chosen on a page of its own */

typedef enum
{
  PROP_CUSTOM_DATE = 1
} RcCustomerFormProperty;
static GParamSpec *properties[PROP_CUSTOM_DATE + 1];

struct _RcCustomerForm
{
  GtkBox parent_instance;

  RcFieldRow *rows[N_FORM_FIELDS]; /* (borrowed) template children */

  RcWorkspace *workspace; /* (owned) (nullable) until set up */
  gboolean custom_date;
  gboolean own_english_name; /* edited: the proposal does not follow any more */
  gboolean own_language;
  gboolean proposing;
  gboolean checked; /* all faults are shown, visited or not */
};

G_DEFINE_FINAL_TYPE (RcCustomerForm, rc_customer_form, GTK_TYPE_BOX)

static const char *const row_ids[N_FORM_FIELDS] = {
  "name_row",        "english_name_row", "segment_row",  "offer_type_row",  "country_row",
  "region_row",      "street_row",       "city_row",     "postal_code_row", "given_name_row",
  "family_name_row", "email_row",        "language_row",
};

static const char *
get_value (RcCustomerForm *self, RcCustomerField field)
{
  return rc_field_row_get_value (self->rows[field]);
}

static gboolean
needs_english_name (RcCustomerForm *self)
{
  return !rc_text_is_printable_ascii (get_value (self, RC_CUSTOMER_FIELD_NAME));
}

static void
propose (RcCustomerForm *self, RcCustomerField field, const char *value)
{
  self->proposing = TRUE;
  rc_field_row_set_value (self->rows[field], value);
  self->proposing = FALSE;
}

static const char *
find_fault (GPtrArray *faults, RcCustomerField field)
{
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == field)
        return fault->message;
    }
  return NULL;
}

static GPtrArray *
validate (RcCustomerForm *self)
{
  g_autoptr (RcCustomerData) data = rc_customer_form_get_data (self);

  return rc_customer_data_validate (data, rc_workspace_get_today (self->workspace),
                                    rc_workspace_get_policy (self->workspace));
}

static void
show_faults (RcCustomerForm *self)
{
  g_autoptr (GPtrArray) faults = NULL;

  if (self->workspace == NULL)
    return;
  faults = validate (self);
  for (int field = 0; field < N_FORM_FIELDS; field++)
    {
      gboolean due = self->checked || rc_field_row_get_visited (self->rows[field]);

      rc_field_row_set_error (self->rows[field], due ? find_fault (faults, field) : NULL);
    }
}

static void
on_name_changed (RcCustomerForm *self)
{
  gboolean needed = needs_english_name (self);

  gtk_widget_set_visible (GTK_WIDGET (self->rows[RC_CUSTOMER_FIELD_ENGLISH_NAME]), needed);
  if (needed && !self->own_english_name)
    {
      g_autofree char *proposal = rc_text_transliterate (get_value (self, RC_CUSTOMER_FIELD_NAME));

      propose (self, RC_CUSTOMER_FIELD_ENGLISH_NAME, proposal);
    }
  show_faults (self);
}

static void
on_english_name_changed (RcCustomerForm *self)
{
  if (!self->proposing)
    self->own_english_name = *get_value (self, RC_CUSTOMER_FIELD_ENGLISH_NAME) != '\0';
  show_faults (self);
}

static void
on_country_changed (RcCustomerForm *self)
{
  const char *country = get_value (self, RC_CUSTOMER_FIELD_COUNTRY);
  const char *example = rc_country_get_postal_code_example (country);
  g_autofree char *hint = NULL;

  if (example != NULL)
    /* Translators: %s is a postal code of the country that was chosen */
    hint = g_strdup_printf (_ ("For example %s"), example);
  rc_field_row_set_hint (self->rows[RC_CUSTOMER_FIELD_POSTAL_CODE], hint);
  if (!self->own_language && *country != '\0')
    propose (self, RC_CUSTOMER_FIELD_LANGUAGE, rc_country_get_language (country));
  show_faults (self);
}

static void
on_language_changed (RcCustomerForm *self)
{
  if (!self->proposing)
    self->own_language = TRUE;
  show_faults (self);
}

static void
on_changed (RcCustomerForm *self)
{
  show_faults (self);
}

static void
rc_customer_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RcCustomerFormProperty) id)
    {
    case PROP_CUSTOM_DATE:
      g_value_set_boolean (value, RC_CUSTOMER_FORM (object)->custom_date);
      break;
    }
}

static void
rc_customer_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcCustomerForm *self = RC_CUSTOMER_FORM (object);

  switch ((RcCustomerFormProperty) id)
    {
    case PROP_CUSTOM_DATE:
      if (self->custom_date == g_value_get_boolean (value))
        break;
      self->custom_date = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_customer_form_dispose (GObject *object)
{
  g_clear_object (&RC_CUSTOMER_FORM (object)->workspace);
  G_OBJECT_CLASS (rc_customer_form_parent_class)->dispose (object);
}

static void
rc_customer_form_class_init (RcCustomerFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_customer_form_get_property;
  object_class->set_property = rc_customer_form_set_property;
  object_class->dispose = rc_customer_form_dispose;
  properties[PROP_CUSTOM_DATE] = g_param_spec_boolean (
      "custom-date", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-customer-form.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "custom_date_button", FALSE, 0);
  for (gsize i = 0; i < N_FORM_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, row_ids[i], FALSE,
                                               G_STRUCT_OFFSET (RcCustomerForm, rows)
                                                   + (gssize) (i * sizeof (RcFieldRow *)));
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_english_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_country_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_language_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
fill_picker (RcCustomerForm *self, RcCustomerField field, GListModel *choices)
{
  rc_picker_set_model (RC_PICKER (rc_field_row_get_control (self->rows[field])), choices);
  g_object_unref (choices);
}

static void
rc_customer_form_init (RcCustomerForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_picker (self, RC_CUSTOMER_FIELD_SEGMENT, rc_customer_choices_segments ());
  fill_picker (self, RC_CUSTOMER_FIELD_OFFER_TYPE, rc_customer_choices_offer_types ());
  fill_picker (self, RC_CUSTOMER_FIELD_COUNTRY, rc_customer_choices_countries ());
  fill_picker (self, RC_CUSTOMER_FIELD_LANGUAGE, rc_customer_choices_languages ());
  for (gsize i = 0; i < N_FORM_FIELDS; i++)
    g_signal_connect_object (self->rows[i], "left", G_CALLBACK (show_faults), self, G_CONNECT_SWAPPED);
}

/**
 * rc_customer_form_set_up:
 * @self: a form
 * @workspace: for the date of the invitation and the policy
 *
 * To be called once, before anything is typed.
 */
void
rc_customer_form_set_up (RcCustomerForm *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_CUSTOMER_FORM (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
}

/**
 * rc_customer_form_set_without_date:
 * @self: a form
 *
 * Takes away the question for a custom anniversary date (CU-11): the membership exists already.
 */
void
rc_customer_form_set_without_date (RcCustomerForm *self)
{
  g_return_if_fail (RC_IS_CUSTOMER_FORM (self));
  gtk_widget_set_visible (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), RC_TYPE_CUSTOMER_FORM,
                                                                     "custom_date_button")),
                          FALSE);
}

/**
 * rc_customer_form_get_data:
 * @self: a form
 *
 * Returns: (transfer full): what was typed, as typed; no anniversary date
 */
RcCustomerData *
rc_customer_form_get_data (RcCustomerForm *self)
{
  RcCustomerData *data = rc_customer_data_new ();

  g_return_val_if_fail (RC_IS_CUSTOMER_FORM (self), data);
  for (int field = 0; field < N_FORM_FIELDS; field++)
    if (field != RC_CUSTOMER_FIELD_ENGLISH_NAME || needs_english_name (self))
      rc_customer_data_set (data, field, get_value (self, field));
  return data;
}

/**
 * rc_customer_form_set_field:
 * @self: a form
 * @field: a field, not the anniversary date
 * @value: text as RcCustomerData has it
 *
 * Types or chooses for the user.
 */
void
rc_customer_form_set_field (RcCustomerForm *self, RcCustomerField field, const char *value)
{
  g_return_if_fail (RC_IS_CUSTOMER_FORM (self) && (int) field < N_FORM_FIELDS);
  rc_field_row_set_value (self->rows[field], value);
}

/**
 * rc_customer_form_get_field_at:
 * @position: from 0 to RC_N_CUSTOMER_FIELDS - 1
 *
 * Returns: the field that stands there on the screen: the postal code before the city
 */
RcCustomerField
rc_customer_form_get_field_at (int position)
{
  if (position == RC_CUSTOMER_FIELD_CITY)
    return RC_CUSTOMER_FIELD_POSTAL_CODE;
  if (position == RC_CUSTOMER_FIELD_POSTAL_CODE)
    return RC_CUSTOMER_FIELD_CITY;
  return (RcCustomerField) position;
}

/**
 * rc_customer_form_get_error:
 * @self: a form
 * @field: a field, not the anniversary date
 *
 * Returns: (transfer none) (nullable): what is said to be wrong with it, now
 */
const char *
rc_customer_form_get_error (RcCustomerForm *self, RcCustomerField field)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_FORM (self) && (int) field < N_FORM_FIELDS, NULL);
  return rc_field_row_get_error (self->rows[field]);
}

/**
 * rc_customer_form_get_custom_date:
 * @self: a form
 *
 * Returns: whether a custom anniversary date is wanted (CU-11)
 */
gboolean
rc_customer_form_get_custom_date (RcCustomerForm *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_FORM (self), FALSE);
  return self->custom_date;
}

/**
 * rc_customer_form_check:
 * @self: a form
 *
 * Shows all that is wrong (CU-1), and puts the keyboard into the first field of which it is.
 *
 * Returns: whether nothing is
 */
gboolean
rc_customer_form_check (RcCustomerForm *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_FORM (self), FALSE);
  self->checked = TRUE;
  show_faults (self);
  for (int i = 0; i < N_FORM_FIELDS; i++)
    {
      RcFieldRow *row = self->rows[rc_customer_form_get_field_at (i)];

      if (rc_field_row_get_error (row) != NULL)
        {
          rc_field_row_focus (row);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * rc_customer_form_is_modified:
 * @self: a form
 *
 * Returns: whether anything was typed or chosen
 */
gboolean
rc_customer_form_is_modified (RcCustomerForm *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_FORM (self), FALSE);
  for (int field = 0; field < N_FORM_FIELDS; field++)
    if (*get_value (self, field) != '\0')
      return TRUE;
  return self->custom_date;
}
