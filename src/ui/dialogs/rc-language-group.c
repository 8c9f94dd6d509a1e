/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-language-group"

#include "rc-language-group.h"

#include "rc-field-row.h"
#include "rc-picker-item.h"
#include "rc-picker.h"

#include <glib/gi18n-lib.h>

/**
 * RcLanguageGroup:
 *
 * Chooses the program's language, each in its own words, so that who does not understand the present one finds theirs. It
 * only remembers the choice: main() applies it.
 */

#define SYSTEM_KEY "system" /* a picker takes "" for no choice */

struct _RcLanguageGroup
{
  AdwPreferencesGroup parent_instance;

  RcPicker *picker; /* (borrowed) template child */

  GSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcLanguageGroup, rc_language_group, ADW_TYPE_PREFERENCES_GROUP)

static void
append (GListStore *choices, const char *key, const char *label)
{
  g_autoptr (RcPickerItem) item = rc_picker_item_new (key, label, NULL, TRUE);

  g_list_store_append (choices, item);
}

/* Not translated: each is what its own speakers call it. */
static GListModel *
make_choices (void)
{
  static const char *const languages[][2] = {
    { "en", "English" },  { "da", "Dansk" },  { "fr", "Français" },
    { "it", "Italiano" }, { "pl", "Polski" }, { "pt_BR", "Português (Brasil)" },
  };
  GListStore *choices = g_list_store_new (RC_TYPE_PICKER_ITEM);

  append (choices, SYSTEM_KEY, C_ ("language", "System"));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    append (choices, languages[i][0], languages[i][1]);
  return G_LIST_MODEL (choices);
}

static void
on_chosen (RcLanguageGroup *self)
{
  const char *key = rc_picker_get_selected (self->picker);

  if (self->settings == NULL || key == NULL || *key == '\0')
    return;
  g_settings_set_string (self->settings, "language", g_str_equal (key, SYSTEM_KEY) ? "" : key);
}

static void
rc_language_group_dispose (GObject *object)
{
  g_clear_object (&RC_LANGUAGE_GROUP (object)->settings);
  G_OBJECT_CLASS (rc_language_group_parent_class)->dispose (object);
}

static void
rc_language_group_class_init (RcLanguageGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_language_group_dispose;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-language-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RcLanguageGroup, picker);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
rc_language_group_init (RcLanguageGroup *self)
{
  g_autoptr (GListModel) choices = make_choices ();
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *language = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  rc_picker_set_model (self->picker, choices);
  settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  language = g_settings_get_string (settings, "language");
  rc_picker_set_selected (self->picker, *language != '\0' ? language : SYSTEM_KEY);
  self->settings = g_steal_pointer (&settings);
}
