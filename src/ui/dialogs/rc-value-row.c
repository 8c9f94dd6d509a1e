/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-value-row"

#include "rc-value-row.h"

/**
 * RcValueRow:
 *
 * A row of a boxed list that tells something: what it is above, what it says beneath, both wrapped. Nothing is edited.
 */

typedef enum
{
  PROP_VALUE = 1
} RcValueRowProperty;
static GParamSpec *properties[PROP_VALUE + 1];

struct _RcValueRow
{
  AdwPreferencesRow parent_instance;

  char *value; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcValueRow, rc_value_row, ADW_TYPE_PREFERENCES_ROW)

static void
rc_value_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RcValueRowProperty) id)
    {
    case PROP_VALUE:
      g_value_set_string (value, RC_VALUE_ROW (object)->value);
      break;
    }
}

static void
rc_value_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcValueRowProperty) id)
    {
    case PROP_VALUE:
      rc_value_row_set_value (RC_VALUE_ROW (object), g_value_get_string (value));
      break;
    }
}

static void
rc_value_row_finalize (GObject *object)
{
  g_free (RC_VALUE_ROW (object)->value);
  G_OBJECT_CLASS (rc_value_row_parent_class)->finalize (object);
}

static void
rc_value_row_class_init (RcValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rc_value_row_get_property;
  object_class->set_property = rc_value_row_set_property;
  object_class->finalize = rc_value_row_finalize;
  properties[PROP_VALUE] = g_param_spec_string (
      "value", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/resellerconsole/ResellerConsole/ui/rc-value-row.ui");
}

static void
rc_value_row_init (RcValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_value_row_new:
 * @title: what it is
 * @value: what it says
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rc_value_row_new (const char *title, const char *value)
{
  return g_object_new (RC_TYPE_VALUE_ROW, "title", title, "value", value, NULL);
}

/**
 * rc_value_row_set_value:
 * @self: a row
 * @value: (nullable): what it says from now on
 *
 * Shows @value.
 */
void
rc_value_row_set_value (RcValueRow *self, const char *value)
{
  g_return_if_fail (RC_IS_VALUE_ROW (self));
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
