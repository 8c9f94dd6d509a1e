/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-picker"

#include "rc-picker.h"
#include "rc-text.h"

/**
 * RcPicker:
 *
 * A drop-down list that is searched by any part of a name, case and accents aside, and in which some items can be seen but
 * not chosen. GtkDropDown can do neither in the oldest GTK that the program runs on. A short list has no search field.
 */

#define SEARCH_FROM 9 /* items: a list that is shorter is read faster than searched */

typedef enum
{
  PROP_MODEL = 1,
  PROP_SELECTED,
  PROP_PLACEHOLDER,
  PROP_SELECTED_LABEL
} RcPickerProperty;
static GParamSpec *properties[PROP_SELECTED_LABEL + 1];

struct _RcPicker
{
  GtkWidget parent_instance;

  GtkWidget *button; /* (borrowed) template child */
  GtkWidget *popover; /* (borrowed) template child */
  GtkWidget *search; /* (borrowed) template child */
  GtkListView *list; /* (borrowed) template child */
  GtkStack *results; /* (borrowed) template child */
  GtkFilterListModel *matches; /* (borrowed) template child */
  GtkSingleSelection *selection; /* (borrowed) template child */

  GListModel *model; /* (owned) (nullable) */
  RcPickerItem *selected; /* (owned) (nullable) */
  char *placeholder; /* (owned) (nullable) */
  GStrv words; /* (owned) (nullable) what is searched for */
};

G_DEFINE_FINAL_TYPE (RcPicker, rc_picker, GTK_TYPE_WIDGET)

static gboolean
match_item (gpointer item, gpointer user_data)
{
  RcPicker *self = RC_PICKER (user_data);

  return self->words == NULL
         || rc_picker_item_matches (RC_PICKER_ITEM (item), (const char *const *) self->words);
}

static void
update_results (RcPicker *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0;

  gtk_stack_set_visible_child_name (self->results, any ? "list" : "nothing");
}

static void
set_words (RcPicker *self, const char *typed)
{
  g_autofree char *folded = rc_text_fold (typed);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " ", -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->matches), GTK_FILTER_CHANGE_DIFFERENT);
  update_results (self);
}

static void
on_search_changed (RcPicker *self)
{
  set_words (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
choose (RcPicker *self, RcPickerItem *item)
{
  if (item == NULL || !rc_picker_item_get_enabled (item))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
  rc_picker_set_selected (self, rc_picker_item_get_key (item));
}

static void
on_activated (RcPicker *self, guint position)
{
  g_autoptr (RcPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, item);
}

/* Enter in the search field takes the first match that may be chosen. */
static void
on_search_activated (RcPicker *self)
{
  GListModel *matches = G_LIST_MODEL (self->matches);

  /* The field tells of what was typed a little later than Enter may come. */
  set_words (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (RcPickerItem) item = g_list_model_get_item (matches, i);

      if (rc_picker_item_get_enabled (item))
        {
          choose (self, item);
          return;
        }
    }
  choose (self, NULL);
}

static void
on_search_stopped (RcPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
select_current (RcPicker *self)
{
  GListModel *matches = G_LIST_MODEL (self->matches);

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (RcPickerItem) item = g_list_model_get_item (matches, i);

      if (item == self->selected)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
on_toggled (RcPicker *self)
{
  gboolean searched = self->model != NULL && g_list_model_get_n_items (self->model) >= SEARCH_FROM;

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button)))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  set_words (self, "");
  gtk_widget_set_visible (self->search, searched);
  select_current (self);
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->button), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (searched ? self->search : GTK_WIDGET (self->list));
}

/* Whoever begins to type on the closed list is searching. */
static gboolean
on_key_pressed (RcPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (!g_unichar_isgraph (letter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), TRUE);
  if (gtk_widget_get_visible (self->search))
    {
      g_unichar_to_utf8 (letter, text);
      gtk_editable_set_text (GTK_EDITABLE (self->search), text);
      gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
    }
  return GDK_EVENT_STOP;
}

static void
on_popover_closed (RcPicker *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), FALSE);
}

static void
rc_picker_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (RC_PICKER (widget)->button, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
rc_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcPicker *self = RC_PICKER (widget);

  gtk_widget_size_allocate (self->button, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
rc_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RC_PICKER (widget)->button);
}

static void
rc_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcPicker *self = RC_PICKER (object);

  switch ((RcPickerProperty) id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, rc_picker_get_selected (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_SELECTED_LABEL:
      g_value_set_string (value, rc_picker_get_selected_label (self));
      break;
    }
}

static void
rc_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcPicker *self = RC_PICKER (object);

  switch ((RcPickerProperty) id)
    {
    case PROP_MODEL:
      rc_picker_set_model (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      rc_picker_set_selected (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      g_object_notify_by_pspec (object, properties[PROP_SELECTED_LABEL]);
      break;
    case PROP_SELECTED_LABEL:
      g_assert_not_reached ();
    }
}

static void
rc_picker_dispose (GObject *object)
{
  RcPicker *self = RC_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->selected);
  G_OBJECT_CLASS (rc_picker_parent_class)->dispose (object);
}

static void
rc_picker_finalize (GObject *object)
{
  RcPicker *self = RC_PICKER (object);

  g_free (self->placeholder);
  g_strfreev (self->words);
  G_OBJECT_CLASS (rc_picker_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RC_TYPE_PICKER_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPicker, button);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, search);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, list);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, results);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, matches);
  gtk_widget_class_bind_template_child (widget_class, RcPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
rc_picker_class_init (RcPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_picker_get_property;
  object_class->set_property = rc_picker_set_property;
  object_class->dispose = rc_picker_dispose;
  object_class->finalize = rc_picker_finalize;
  widget_class->measure = rc_picker_measure;
  widget_class->size_allocate = rc_picker_size_allocate;
  widget_class->grab_focus = rc_picker_grab_focus;
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED_LABEL] =
      g_param_spec_string ("selected-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "picker");
}

static void
rc_picker_init (RcPicker *self)
{
  g_autoptr (GtkCustomFilter) filter = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  filter = gtk_custom_filter_new (match_item, self, NULL);
  gtk_filter_list_model_set_filter (self->matches, GTK_FILTER (filter));
}

/**
 * rc_picker_set_model:
 * @self: a picker
 * @model: (nullable): of RcPickerItem, in the order in which they are shown
 *
 * Gives it other items. What was chosen stays chosen where an item has the same key.
 */
void
rc_picker_set_model (RcPicker *self, GListModel *model)
{
  g_autofree char *key = NULL;

  g_return_if_fail (RC_IS_PICKER (self));
  if (!g_set_object (&self->model, model))
    return;
  key = g_strdup (rc_picker_get_selected (self));
  gtk_filter_list_model_set_model (self->matches, model);
  rc_picker_set_selected (self, key);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * rc_picker_get_selected:
 * @self: a picker
 *
 * Returns: (transfer none): the key of what was chosen; an empty string where nothing was
 */
const char *
rc_picker_get_selected (RcPicker *self)
{
  g_return_val_if_fail (RC_IS_PICKER (self), "");
  return self->selected != NULL ? rc_picker_item_get_key (self->selected) : "";
}

static RcPickerItem *
find_item (RcPicker *self, const char *key)
{
  guint n_items = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (RcPickerItem) item = g_list_model_get_item (self->model, i);

      if (g_strcmp0 (rc_picker_item_get_key (item), key) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

/**
 * rc_picker_set_selected:
 * @self: a picker
 * @key: (nullable): an item's key; one that is not there, an empty one or %NULL chooses nothing
 *
 * Chooses without asking whether the item is enabled: that is for people.
 */
void
rc_picker_set_selected (RcPicker *self, const char *key)
{
  g_autoptr (RcPickerItem) item = NULL;

  g_return_if_fail (RC_IS_PICKER (self));
  item = find_item (self, key);
  if (!g_set_object (&self->selected, item))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_LABEL]);
}

/**
 * rc_picker_get_selected_label:
 * @self: a picker
 *
 * Returns: (transfer none): what the button shows: the chosen item's label, or the placeholder
 */
const char *
rc_picker_get_selected_label (RcPicker *self)
{
  g_return_val_if_fail (RC_IS_PICKER (self), "");
  if (self->selected != NULL)
    return rc_picker_item_get_label (self->selected);
  return self->placeholder != NULL ? self->placeholder : "";
}

/**
 * rc_picker_get_button:
 * @self: a picker
 *
 * Returns: (transfer none): the part that takes the keyboard, and that assistive technologies see
 */
GtkWidget *
rc_picker_get_button (RcPicker *self)
{
  g_return_val_if_fail (RC_IS_PICKER (self), NULL);
  return self->button;
}
