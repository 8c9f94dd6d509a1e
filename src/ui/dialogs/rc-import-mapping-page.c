/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-mapping-page"

#include "rc-import-mapping-page.h"
#include "rc-import-field-row.h"
#include "rc-import-word-group.h"

#include <glib/gi18n-lib.h>

/* How a file is written and what its columns mean (IO-2), changed by hand, with what the first rows give at once. It reads
 * no file and remembers nothing: the dialog does. */

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FORMAT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-2" };
static const char separators[] = { ',', ';', '\t' };
static const RcDateOrder orders[] = { RC_DATE_ORDER_NONE, RC_DATE_ORDER_DAY_FIRST,
                                      RC_DATE_ORDER_MONTH_FIRST };

struct _RcImportMappingPage
{
  AdwBin parent_instance;

  AdwComboRow *charset; /* (borrowed) template child */
  AdwComboRow *separator; /* (borrowed) template child */
  AdwPreferencesGroup *fields; /* (borrowed) template child */
  AdwPreferencesGroup *optional_fields; /* (borrowed) template child */
  RcImportWordGroup *words; /* (borrowed) template child */
  AdwComboRow *date_order; /* (borrowed) template child */
  AdwEntryRow *nothing; /* (borrowed) template child */
  GtkLabel *summary; /* (borrowed) template child */

  RcImportFieldRow *rows[RC_N_CUSTOMER_FIELDS]; /* (borrowed) (nullable) */
  RcImportFile *file; /* (owned) (nullable) */
  RcImportMapping *mapping; /* (owned) */
  RcDate today;
  RcPolicy *policy; /* (owned) (nullable) */
  gboolean is_showing; /* changes are not the user's */
  gboolean is_usable;
};

G_DEFINE_FINAL_TYPE (RcImportMappingPage, rc_import_mapping_page, ADW_TYPE_BIN)

static const char *
find_fault (GPtrArray *faults, RcCustomerField field)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == field)
        return fault->message;
    }
  return NULL;
}

/* The faults of a row; its words that mean nothing come first. */
static GPtrArray *
check_row (RcImportMappingPage *self, RcImportConverter *converter, guint row, RcCustomerData **data)
{
  const char *const *fields = rc_import_file_get_preview_row (self->file, row);
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);

  *data = rc_import_converter_convert (converter, fields, g_strv_length ((char **) fields), faults);
  g_ptr_array_extend_and_steal (faults, rc_customer_data_validate (*data, self->today, self->policy));
  return faults;
}

static void
show_example (RcImportMappingPage *self, const RcCustomerData *data, GPtrArray *faults)
{
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    rc_import_field_row_set_example (self->rows[i], rc_customer_data_get (data, i), find_fault (faults, i));
}

static void
learn_dates (RcImportMappingPage *self, RcImportConverter *converter)
{
  for (guint row = 0; row < rc_import_file_get_n_preview_rows (self->file); row++)
    {
      const char *const *fields = rc_import_file_get_preview_row (self->file, row);

      if (rc_import_converter_learn_dates (converter, fields, g_strv_length ((char **) fields)))
        return;
    }
}

static void
show_preview (RcImportMappingPage *self, RcImportConverter *converter)
{
  guint n_rows = rc_import_file_get_n_preview_rows (self->file);
  guint n_good = 0;
  g_autofree char *summary = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->date_order), rc_import_converter_has_dates (converter));
  learn_dates (self, converter);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (RcCustomerData) data = NULL;
      g_autoptr (GPtrArray) faults = check_row (self, converter, row, &data);

      n_good += faults->len == 0;
      if (row == 0)
        show_example (self, data, faults);
    }
  /* Translators: the first number is at most the second one, which is 20 or less */
  summary =
      g_strdup_printf (ngettext ("%u of the first %u row has no errors. What the first row gives stands "
                                 "below each field.",
                                 "%u of the first %u rows have no errors. What the first row gives stands "
                                 "below each field.",
                                 n_rows),
                       n_good, n_rows);
  gtk_label_set_text (self->summary, n_rows > 0 ? summary : _ ("The file has no rows below its header."));
  self->is_usable = n_rows > 0;
}

static void
update_preview (RcImportMappingPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcImportConverter) converter =
      rc_import_converter_new (self->mapping, rc_import_file_get_columns (self->file), &error);

  if (converter != NULL)
    show_preview (self, converter);
  else
    {
      self->is_usable = FALSE;
      gtk_label_set_text (self->summary, error->message);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_field_changed (RcImportMappingPage *self)
{
  if (self->is_showing)
    return;
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    rc_import_field_row_apply (self->rows[i], self->mapping);
  rc_import_word_group_show (self->words, self->file, self->mapping);
  update_preview (self);
}

static void
on_word_changed (RcImportMappingPage *self)
{
  rc_import_word_group_apply (self->words, self->mapping);
  update_preview (self);
}

static void
on_nothing_changed (RcImportMappingPage *self)
{
  g_auto (GStrv) words = NULL;

  if (self->is_showing)
    return;
  words = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->nothing)), ",", -1);
  for (char **word = words; *word != NULL; word++)
    g_strstrip (*word);
  rc_import_mapping_set_nothing_words (self->mapping, (const char *const *) words);
  update_preview (self);
}

static void
on_date_order_changed (RcImportMappingPage *self)
{
  guint order = adw_combo_row_get_selected (self->date_order);

  if (self->is_showing)
    return;
  rc_import_mapping_set_date_order (self->mapping, orders[MIN (order, G_N_ELEMENTS (orders) - 1)]);
  update_preview (self);
}

static void
on_format_changed (RcImportMappingPage *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_FORMAT_CHANGED], 0);
}

static void
rc_import_mapping_page_finalize (GObject *object)
{
  RcImportMappingPage *self = RC_IMPORT_MAPPING_PAGE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->mapping, rc_import_mapping_free);
  g_clear_pointer (&self->policy, rc_policy_free);
  G_OBJECT_CLASS (rc_import_mapping_page_parent_class)->finalize (object);
}

static void
rc_import_mapping_page_class_init (RcImportMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_import_mapping_page_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FORMAT_CHANGED] = g_signal_new ("format-changed", G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RC_TYPE_IMPORT_WORD_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, charset);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, separator);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, fields);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, optional_fields);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, words);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, date_order);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, RcImportMappingPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_word_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_nothing_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_date_order_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
rc_import_mapping_page_init (RcImportMappingPage *self)
{
  self->mapping = rc_import_mapping_new ();
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The row of libadwaita 1.2 does not name the text within it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->nothing))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->nothing)), -1);
  self->is_showing = FALSE;
}

/**
 * rc_import_mapping_page_set_rules:
 * @self: a page
 * @today: the day on which the customers would be invited
 * @policy: the policy by which rows are checked
 *
 * To be called once, before the first file.
 */
void
rc_import_mapping_page_set_rules (RcImportMappingPage *self, RcDate today, const RcPolicy *policy)
{
  self->today = today;
  g_clear_pointer (&self->policy, rc_policy_free);
  self->policy = rc_policy_copy (policy);
}

static void
show_format (RcImportMappingPage *self)
{
  const RcCsvFormat *format = rc_import_file_get_format (self->file);

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_str_equal (charsets[i], format->charset))
      adw_combo_row_set_selected (self->charset, i);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == format->separator)
      adw_combo_row_set_selected (self->separator, i);
}

static void
add_row (RcImportMappingPage *self, RcCustomerField field)
{
  gboolean required = field <= RC_CUSTOMER_FIELD_LANGUAGE && field != RC_CUSTOMER_FIELD_ENGLISH_NAME;
  AdwPreferencesGroup *group = required ? self->fields : self->optional_fields;

  if (self->rows[field] != NULL)
    adw_preferences_group_remove (group, GTK_WIDGET (self->rows[field]));
  self->rows[field] =
      RC_IMPORT_FIELD_ROW (rc_import_field_row_new (field, rc_import_file_get_columns (self->file)));
  g_signal_connect_object (self->rows[field], "changed", G_CALLBACK (on_field_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->rows[field]));
}

/**
 * rc_import_mapping_page_set_file:
 * @self: a page
 * @file: the file
 * @mapping: what is proposed for it, or was used for such a file before; copied
 */
void
rc_import_mapping_page_set_file (RcImportMappingPage *self, RcImportFile *file,
                                 const RcImportMapping *mapping)
{
  g_autofree char *nothing = NULL;

  self->is_showing = TRUE;
  g_set_object (&self->file, file);
  g_clear_pointer (&self->mapping, rc_import_mapping_free);
  self->mapping = rc_import_mapping_copy (mapping);
  show_format (self);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] == rc_import_mapping_get_date_order (mapping))
      adw_combo_row_set_selected (self->date_order, i);
  nothing = g_strjoinv (", ", (char **) rc_import_mapping_get_nothing_words (mapping));
  gtk_editable_set_text (GTK_EDITABLE (self->nothing), nothing);
  for (guint i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      add_row (self, i);
      rc_import_field_row_show (self->rows[i], mapping);
    }
  rc_import_word_group_show (self->words, file, self->mapping);
  self->is_showing = FALSE;
  update_preview (self);
}

/**
 * rc_import_mapping_page_get_mapping:
 * @self: a page
 *
 * Returns: (transfer none): what was chosen
 */
const RcImportMapping *
rc_import_mapping_page_get_mapping (RcImportMappingPage *self)
{
  return self->mapping;
}

/**
 * rc_import_mapping_page_get_format:
 * @self: a page
 * @format: (out): how the user says that the file is written
 */
void
rc_import_mapping_page_get_format (RcImportMappingPage *self, RcCsvFormat *format)
{
  guint charset = adw_combo_row_get_selected (self->charset);
  guint separator = adw_combo_row_get_selected (self->separator);

  format->charset = charsets[MIN (charset, G_N_ELEMENTS (charsets) - 1)];
  format->separator = separators[MIN (separator, G_N_ELEMENTS (separators) - 1)];
}

/**
 * rc_import_mapping_page_is_usable:
 * @self: a page
 *
 * Returns: whether the file has rows and the mapping fits its columns, so that a dry run makes sense
 */
gboolean
rc_import_mapping_page_is_usable (RcImportMappingPage *self)
{
  return self->is_usable;
}
