/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-field-row"

#include "rc-field-row.h"
#include "rc-picker.h"
#include "rc-wrap-box.h"

/**
 * RcFieldRow:
 *
 * A row of a boxed list with one field: its name above, the control, and beneath what is expected or what is wrong. Names
 * and errors wrap, so that long translations are read whole, and are told to assistive technologies. It does not judge
 * what was typed.
 */

typedef enum
{
  PROP_CONTROL = 1,
  PROP_HINT,
  PROP_ERROR,
  PROP_VISITED
} RcFieldRowProperty;
static GParamSpec *properties[PROP_VISITED + 1];

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef struct
{
  GtkLabel *title_label; /* (borrowed) template child */
  AdwBin *control_bin; /* (borrowed) template child */
  GtkWidget *note; /* (borrowed) template child */
  GtkWidget *note_icon; /* (borrowed) template child */
  GtkLabel *note_label; /* (borrowed) template child */

  char *hint; /* (owned) (nullable) */
  char *error; /* (owned) (nullable) */
  gboolean visited;
} RcFieldRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (RcFieldRow, rc_field_row, ADW_TYPE_PREFERENCES_ROW)

static RcFieldRowPrivate *
get_private (RcFieldRow *self)
{
  return rc_field_row_get_instance_private (self);
}

/* What is typed into may stand in a box, before what belongs to it. */
static GtkWidget *
get_field (GtkWidget *control)
{
  GtkWidget *first =
      GTK_IS_BOX (control) || RC_IS_WRAP_BOX (control) ? gtk_widget_get_first_child (control) : NULL;

  return GTK_IS_EDITABLE (first) ? first : control;
}

/* The widget that has the keyboard when somebody types into @control. */
static GtkWidget *
get_focus_target (GtkWidget *control)
{
  GtkEditable *delegate;

  control = get_field (control);
  if (RC_IS_PICKER (control))
    return rc_picker_get_button (RC_PICKER (control));
  if (!GTK_IS_EDITABLE (control))
    return control;
  delegate = gtk_editable_get_delegate (GTK_EDITABLE (control));
  return delegate != NULL ? GTK_WIDGET (delegate) : control;
}

static void
describe (RcFieldRow *self)
{
  RcFieldRowPrivate *priv = get_private (self);
  GtkWidget *control = adw_bin_get_child (priv->control_bin);
  GtkWidget *targets[2] = { NULL, NULL };
  gboolean invalid = priv->error != NULL;

  if (control == NULL)
    return;
  targets[0] = get_field (control);
  targets[1] = get_focus_target (control);
  gtk_label_set_mnemonic_widget (priv->title_label, targets[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      GtkAccessible *accessible = GTK_ACCESSIBLE (targets[i]);

      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title_label,
                                      NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->note_label, NULL, -1);
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

static void
update_note (RcFieldRow *self)
{
  RcFieldRowPrivate *priv = get_private (self);
  const char *text = priv->error != NULL ? priv->error : priv->hint;

  gtk_label_set_label (priv->note_label, text != NULL ? text : "");
  gtk_widget_set_visible (priv->note, text != NULL);
  gtk_widget_set_visible (priv->note_icon, priv->error != NULL);
  if (priv->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  describe (self);
}

static gboolean
replace_text (char **field, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

static void
set_control (RcFieldRow *self, GtkWidget *control)
{
  RcFieldRowPrivate *priv = get_private (self);
  GtkWidget *target;

  adw_bin_set_child (priv->control_bin, control);
  if (control == NULL)
    return;
  target = get_focus_target (control);
  if (GTK_IS_TEXT (target))
    gtk_text_set_activates_default (GTK_TEXT (target), TRUE);
  describe (self);
}

static void
on_focus_left (RcFieldRow *self)
{
  RcFieldRowPrivate *priv = get_private (self);

  if (!priv->visited)
    {
      priv->visited = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISITED]);
    }
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
on_pressed (RcFieldRow *self)
{
  if (!gtk_widget_get_focus_child (GTK_WIDGET (get_private (self)->control_bin)))
    rc_field_row_focus (self);
}

static void
rc_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcFieldRowPrivate *priv = get_private (RC_FIELD_ROW (object));

  switch ((RcFieldRowProperty) id)
    {
    case PROP_CONTROL:
      g_value_set_object (value, adw_bin_get_child (priv->control_bin));
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    case PROP_ERROR:
      g_value_set_string (value, priv->error);
      break;
    case PROP_VISITED:
      g_value_set_boolean (value, priv->visited);
      break;
    }
}

static void
rc_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcFieldRow *self = RC_FIELD_ROW (object);

  switch ((RcFieldRowProperty) id)
    {
    case PROP_CONTROL:
      set_control (self, g_value_get_object (value));
      break;
    case PROP_HINT:
      rc_field_row_set_hint (self, g_value_get_string (value));
      break;
    case PROP_ERROR:
      rc_field_row_set_error (self, g_value_get_string (value));
      break;
    case PROP_VISITED:
      g_assert_not_reached ();
    }
}

static void
rc_field_row_finalize (GObject *object)
{
  RcFieldRowPrivate *priv = get_private (RC_FIELD_ROW (object));

  g_free (priv->hint);
  g_free (priv->error);
  G_OBJECT_CLASS (rc_field_row_parent_class)->finalize (object);
}

static void
rc_field_row_class_init (RcFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_field_row_get_property;
  object_class->set_property = rc_field_row_set_property;
  object_class->finalize = rc_field_row_finalize;
  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_VISITED] =
      g_param_spec_boolean ("visited", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", RC_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RcFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, RcFieldRow, control_bin);
  gtk_widget_class_bind_template_child_private (widget_class, RcFieldRow, note);
  gtk_widget_class_bind_template_child_private (widget_class, RcFieldRow, note_icon);
  gtk_widget_class_bind_template_child_private (widget_class, RcFieldRow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
rc_field_row_init (RcFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_field_row_get_control:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is typed or chosen with
 */
GtkWidget *
rc_field_row_get_control (RcFieldRow *self)
{
  g_return_val_if_fail (RC_IS_FIELD_ROW (self), NULL);
  return adw_bin_get_child (get_private (self)->control_bin);
}

/**
 * rc_field_row_get_value:
 * @self: a row with a text or a picker
 *
 * Returns: (transfer none): the text as typed, or the key of what was picked; an empty string where nothing was. It lasts
 *   until the control changes.
 */
const char *
rc_field_row_get_value (RcFieldRow *self)
{
  GtkWidget *control = rc_field_row_get_control (self);

  if (RC_IS_PICKER (control))
    return rc_picker_get_selected (RC_PICKER (control));
  g_return_val_if_fail (GTK_IS_EDITABLE (control), "");
  return gtk_editable_get_text (GTK_EDITABLE (control));
}

/**
 * rc_field_row_set_value:
 * @self: a row with a text or a picker
 * @value: the text, or the key to pick
 *
 * Types or picks @value; the cursor stays where nothing changes.
 */
void
rc_field_row_set_value (RcFieldRow *self, const char *value)
{
  GtkWidget *control = rc_field_row_get_control (self);

  if (g_strcmp0 (rc_field_row_get_value (self), value) == 0)
    return;
  if (RC_IS_PICKER (control))
    rc_picker_set_selected (RC_PICKER (control), value);
  else
    gtk_editable_set_text (GTK_EDITABLE (control), value);
}

/**
 * rc_field_row_get_error:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is wrong, as it is shown
 */
const char *
rc_field_row_get_error (RcFieldRow *self)
{
  g_return_val_if_fail (RC_IS_FIELD_ROW (self), NULL);
  return get_private (self)->error;
}

/**
 * rc_field_row_set_error:
 * @self: a row
 * @error: (nullable): a whole sentence; %NULL or an empty one: nothing is wrong
 *
 * Shows @error beneath the control in place of the hint, and marks the control as invalid for assistive technologies.
 */
void
rc_field_row_set_error (RcFieldRow *self, const char *error)
{
  g_return_if_fail (RC_IS_FIELD_ROW (self));
  if (!replace_text (&get_private (self)->error, error))
    return;
  update_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * rc_field_row_set_hint:
 * @self: a row
 * @hint: (nullable): what is expected; %NULL or an empty one: nothing to say
 *
 * Shows @hint beneath the control while nothing is wrong.
 */
void
rc_field_row_set_hint (RcFieldRow *self, const char *hint)
{
  g_return_if_fail (RC_IS_FIELD_ROW (self));
  if (!replace_text (&get_private (self)->hint, hint))
    return;
  update_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

/**
 * rc_field_row_get_visited:
 * @self: a row
 *
 * Returns: whether the keyboard was in it and left; before, nobody is told that it is empty
 */
gboolean
rc_field_row_get_visited (RcFieldRow *self)
{
  g_return_val_if_fail (RC_IS_FIELD_ROW (self), FALSE);
  return get_private (self)->visited;
}

/**
 * rc_field_row_focus:
 * @self: a row
 *
 * Puts the keyboard into the control.
 */
void
rc_field_row_focus (RcFieldRow *self)
{
  GtkWidget *control = rc_field_row_get_control (self);

  if (control != NULL)
    gtk_widget_grab_focus (get_focus_target (control));
}
