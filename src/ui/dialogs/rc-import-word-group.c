/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-word-group"

#include "rc-import-word-group.h"
#include "rc-import-words.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* A row for each word of the first rows that the program does not know, in the columns of the market segment and of the
 * type, and one for all other words (IO-2). Countries and languages are known by name. */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

#define MOST_WORDS 12

static const RcCustomerField translated[] = { RC_CUSTOMER_FIELD_SEGMENT, RC_CUSTOMER_FIELD_OFFER_TYPE };
static const char *const segments[] = { "commercial", "government", "education", NULL };
static const char *const offer_types[] = { "team", "enterprise", NULL };

typedef struct
{
  RcCustomerField field;
  char *word; /* (owned): "*": all others */
  AdwComboRow *row; /* (borrowed) */
} Word;

struct _RcImportWordGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group; /* (borrowed) template child */

  GPtrArray *words; /* (owned) of Word */
  char *shown; /* (owned) (nullable): the columns that it is about */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (RcImportWordGroup, rc_import_word_group, ADW_TYPE_BIN)

static void
word_free (Word *word)
{
  g_free (word->word);
  g_free (word);
}

static const char *const *
get_values (RcCustomerField field)
{
  return field == RC_CUSTOMER_FIELD_SEGMENT ? segments : offer_types;
}

static void
on_selected (RcImportWordGroup *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
clear (RcImportWordGroup *self)
{
  for (guint i = 0; i < self->words->len; i++)
    adw_preferences_group_remove (self->group, GTK_WIDGET (((Word *) self->words->pdata[i])->row));
  g_ptr_array_set_size (self->words, 0);
}

static gboolean
has_word (RcImportWordGroup *self, RcCustomerField field, const char *word)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *known = g_ptr_array_index (self->words, i);

      if (known->field == field && g_str_equal (known->word, word))
        return TRUE;
    }
  return FALSE;
}

static void
add_word (RcImportWordGroup *self, RcCustomerField field, const char *text, const RcImportMapping *mapping)
{
  const char *const *values = get_values (field);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *value = rc_import_mapping_look_up (mapping, field, text);
  Word *word = g_new0 (Word, 1);
  guint selected = 0;

  gtk_string_list_append (list, C_ ("import", "Unknown"));
  for (guint i = 0; values[i] != NULL; i++)
    {
      gtk_string_list_append (list, rc_import_words_describe (field, values[i]));
      if (g_strcmp0 (values[i], value) == 0)
        selected = i + 1;
    }
  word->field = field;
  word->word = g_strdup (text);
  word->row = g_object_new (ADW_TYPE_COMBO_ROW, "title",
                            g_str_equal (text, "*") ? _ ("All other words") : text, "use-markup", FALSE,
                            "subtitle", rc_customer_field_get_label (field), "model", list, NULL);
  adw_combo_row_set_selected (word->row, selected);
  g_signal_connect_object (word->row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (word->row));
  g_ptr_array_add (self->words, word);
}

static void
add_words (RcImportWordGroup *self, RcImportFile *file, RcCustomerField field, const RcImportMapping *mapping)
{
  const char *const *columns = rc_import_file_get_columns (file);
  guint column = 0;

  while (columns[column] != NULL
         && !g_str_equal (columns[column], rc_import_mapping_get_text (mapping, field)))
    column++;
  for (guint i = 0; i < rc_import_file_get_n_preview_rows (file) && self->words->len < MOST_WORDS; i++)
    {
      const char *const *row = rc_import_file_get_preview_row (file, i);
      g_autofree char *cell = NULL;

      if (column >= g_strv_length ((char **) row))
        continue;
      cell = rc_text_trim (row[column]);
      if (*cell != '\0' && !rc_import_words_is_known (field, cell) && !has_word (self, field, cell))
        add_word (self, field, cell, mapping);
    }
  add_word (self, field, "*", mapping);
}

static void
rc_import_word_group_finalize (GObject *object)
{
  RcImportWordGroup *self = RC_IMPORT_WORD_GROUP (object);

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (rc_import_word_group_parent_class)->finalize (object);
}

static void
rc_import_word_group_class_init (RcImportWordGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_import_word_group_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-word-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportWordGroup, group);
}

static void
rc_import_word_group_init (RcImportWordGroup *self)
{
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_import_word_group_show:
 * @self: a group
 * @file: the file
 * @mapping: which columns the words stand in, and what they stand for
 *
 * It is hidden where neither field comes from a column.
 */
void
rc_import_word_group_show (RcImportWordGroup *self, RcImportFile *file, const RcImportMapping *mapping)
{
  g_autofree char *shown = NULL;
  gboolean is_needed = FALSE;

  shown = g_strdup_printf ("%p %s\n%s", (void *) file,
                           rc_import_mapping_get_source (mapping, translated[0]) == RC_IMPORT_SOURCE_COLUMN
                               ? rc_import_mapping_get_text (mapping, translated[0])
                               : "",
                           rc_import_mapping_get_source (mapping, translated[1]) == RC_IMPORT_SOURCE_COLUMN
                               ? rc_import_mapping_get_text (mapping, translated[1])
                               : "");
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  self->is_showing = TRUE;
  clear (self);
  for (gsize i = 0; i < G_N_ELEMENTS (translated); i++)
    if (rc_import_mapping_get_source (mapping, translated[i]) == RC_IMPORT_SOURCE_COLUMN)
      {
        is_needed = TRUE;
        add_words (self, file, translated[i], mapping);
      }
  gtk_widget_set_visible (GTK_WIDGET (self), is_needed);
  self->is_showing = FALSE;
}

/**
 * rc_import_word_group_apply:
 * @self: a group
 * @mapping: gets the words' values
 */
void
rc_import_word_group_apply (RcImportWordGroup *self, RcImportMapping *mapping)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = g_ptr_array_index (self->words, i);
      guint selected = adw_combo_row_get_selected (word->row);

      rc_import_mapping_translate (mapping, word->field, word->word,
                                   selected == 0 ? NULL : get_values (word->field)[selected - 1]);
    }
}
