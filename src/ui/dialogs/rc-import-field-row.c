/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-field-row"

#include "rc-import-field-row.h"

#include "rc-style.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/* One field of an import (IO-2): a column, one value, a pattern, or derived; a value for the rows that say nothing; and what
 * the first row gives then. It knows no row itself. */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcImportFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title; /* (borrowed) template child */
  GtkDropDown *source; /* (borrowed) template child */
  GtkToggleButton *if_empty_button; /* (borrowed) template child */
  GtkEntry *entry; /* (borrowed) template child */
  GtkEntry *if_empty; /* (borrowed) template child */
  GtkLabel *example; /* (borrowed) template child */

  RcCustomerField field;
  GArray
      *sources; /* (owned) of RcImportSource, by position of the drop-down; COLUMN from the first column on */
  gboolean is_showing; /* changes are not the user's */
};

G_DEFINE_FINAL_TYPE (RcImportFieldRow, rc_import_field_row, ADW_TYPE_PREFERENCES_ROW)

static RcImportSource
get_source (RcImportFieldRow *self)
{
  guint position = gtk_drop_down_get_selected (self->source);

  return position < self->sources->len ? g_array_index (self->sources, RcImportSource, position)
                                       : RC_IMPORT_SOURCE_NOTHING;
}

static const char *
get_choice (RcImportFieldRow *self, guint position)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->source)), position);
}

static gboolean
has_text (RcImportSource source)
{
  return source == RC_IMPORT_SOURCE_VALUE || source == RC_IMPORT_SOURCE_PATTERN;
}

static gboolean
asks_if_empty (RcImportFieldRow *self)
{
  return rc_import_mapping_can_be_empty (get_source (self))
         && gtk_toggle_button_get_active (self->if_empty_button);
}

/* The keyboard is in the button inside, which newer GTK reads out as what is chosen alone. */
static void
describe_choice (RcImportFieldRow *self)
{
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->source)));

  gtk_accessible_update_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_choice (self, gtk_drop_down_get_selected (self->source)), -1);
}

static void
on_changed (RcImportFieldRow *self)
{
  RcImportSource source;

  if (self->sources->len == 0)
    return;
  source = get_source (self);
  describe_choice (self);
  gtk_widget_set_visible (GTK_WIDGET (self->if_empty_button), rc_import_mapping_can_be_empty (source));
  gtk_widget_set_visible (GTK_WIDGET (self->if_empty), asks_if_empty (self));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), has_text (source));
  gtk_entry_set_placeholder_text (self->entry, source == RC_IMPORT_SOURCE_PATTERN
                                                   /* Translators: leave the braces and what is in them */
                                                   ? _ ("Text with {Column}")
                                                   : _ ("The same for all rows"));
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_if_empty_toggled (RcImportFieldRow *self)
{
  on_changed (self);
  if (!self->is_showing && asks_if_empty (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->if_empty));
}

static void
rc_import_field_row_finalize (GObject *object)
{
  g_array_unref (RC_IMPORT_FIELD_ROW (object)->sources);
  G_OBJECT_CLASS (rc_import_field_row_parent_class)->finalize (object);
}

static void
rc_import_field_row_class_init (RcImportFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_import_field_row_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, source);
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, if_empty_button);
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, if_empty);
  gtk_widget_class_bind_template_child (widget_class, RcImportFieldRow, example);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_if_empty_toggled);
}

static void
rc_import_field_row_init (RcImportFieldRow *self)
{
  self->sources = g_array_new (FALSE, FALSE, sizeof (RcImportSource));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What shows the choice is there only when the row has its place. */
  g_signal_connect (self->source, "notify::root", G_CALLBACK (rc_style_fit_texts), NULL);
}

static void
add_choice (RcImportFieldRow *self, GtkStringList *list, RcImportSource source, const char *label)
{
  gtk_string_list_append (list, label);
  g_array_append_val (self->sources, source);
}

/**
 * rc_import_field_row_new:
 * @field: which field
 * @columns: the file's columns
 *
 * Returns: (transfer floating): a row that gives the field nothing
 */
GtkWidget *
rc_import_field_row_new (RcCustomerField field, const char *const *columns)
{
  RcImportFieldRow *self =
      g_object_new (RC_TYPE_IMPORT_FIELD_ROW, "title", rc_customer_field_get_label (field), NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->field = field;
  self->is_showing = TRUE;
  add_choice (self, list, RC_IMPORT_SOURCE_NOTHING, C_ ("import", "Nothing"));
  add_choice (self, list, RC_IMPORT_SOURCE_VALUE, _ ("One value for all rows"));
  add_choice (self, list, RC_IMPORT_SOURCE_PATTERN, _ ("Pattern of columns"));
  if (rc_import_mapping_can_derive (field))
    add_choice (self, list, RC_IMPORT_SOURCE_DERIVED, _ ("From the other fields"));
  for (; *columns != NULL; columns++)
    add_choice (self, list, RC_IMPORT_SOURCE_COLUMN, *columns);
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (list));
  self->is_showing = FALSE;
  return GTK_WIDGET (self);
}

/**
 * rc_import_field_row_show:
 * @self: a row
 * @mapping: what it is to show of its field; nothing is emitted
 */
void
rc_import_field_row_show (RcImportFieldRow *self, const RcImportMapping *mapping)
{
  RcImportSource source = rc_import_mapping_get_source (mapping, self->field);
  const char *text = rc_import_mapping_get_text (mapping, self->field);
  const char *if_empty = rc_import_mapping_get_if_empty (mapping, self->field);

  self->is_showing = TRUE;
  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, RcImportSource, i) == source
        && (source != RC_IMPORT_SOURCE_COLUMN || g_str_equal (get_choice (self, i), text)))
      {
        gtk_drop_down_set_selected (self->source, i);
        break;
      }
  if (has_text (source))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_text (GTK_EDITABLE (self->if_empty), if_empty != NULL ? if_empty : "");
  gtk_toggle_button_set_active (self->if_empty_button, if_empty != NULL);
  on_changed (self);
  self->is_showing = FALSE;
}

/**
 * rc_import_field_row_apply:
 * @self: a row
 * @mapping: gets what was chosen for the field
 */
void
rc_import_field_row_apply (RcImportFieldRow *self, RcImportMapping *mapping)
{
  RcImportSource source = get_source (self);
  const char *text = NULL;

  if (source == RC_IMPORT_SOURCE_COLUMN)
    text = get_choice (self, gtk_drop_down_get_selected (self->source));
  else if (has_text (source))
    text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  rc_import_mapping_set (mapping, self->field, source, text);
  rc_import_mapping_set_if_empty (mapping, self->field,
                                  asks_if_empty (self) ? gtk_editable_get_text (GTK_EDITABLE (self->if_empty))
                                                       : NULL);
}

/**
 * rc_import_field_row_set_example:
 * @self: a row
 * @example: what the first row gives; maybe empty
 * @fault: (nullable): what is wrong with it
 */
void
rc_import_field_row_set_example (RcImportFieldRow *self, const char *example, const char *fault)
{
  GtkWidget *label = GTK_WIDGET (self->example);

  gtk_label_set_text (self->example, fault != NULL ? fault : example);
  gtk_widget_set_visible (label, fault != NULL || *example != '\0');
  if (fault != NULL)
    {
      gtk_widget_add_css_class (label, "error");
      gtk_widget_remove_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (label, "error");
      gtk_widget_add_css_class (label, "dim-label");
    }
}
