/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-picker-item"

#include "rc-picker-item.h"
#include "rc-text.h"

/**
 * RcPickerItem:
 *
 * One thing to choose from in an RcPicker: a key for the program, a label for people, a line beneath it, and whether
 * it may be chosen; where not, the line says why.
 */

typedef enum
{
  PROP_KEY = 1,
  PROP_LABEL,
  PROP_DETAIL,
  PROP_ENABLED
} RcPickerItemProperty;
static GParamSpec *properties[PROP_ENABLED + 1];

struct _RcPickerItem
{
  GObject parent_instance;

  char *key; /* (owned) */
  char *label; /* (owned) */
  char *folded; /* (owned) what is searched in */
  char *detail; /* (owned) never NULL */
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (RcPickerItem, rc_picker_item, G_TYPE_OBJECT)

static void
rc_picker_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcPickerItem *self = RC_PICKER_ITEM (object);

  switch ((RcPickerItemProperty) id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    }
}

static void
rc_picker_item_finalize (GObject *object)
{
  RcPickerItem *self = RC_PICKER_ITEM (object);

  g_free (self->key);
  g_free (self->label);
  g_free (self->folded);
  g_free (self->detail);
  G_OBJECT_CLASS (rc_picker_item_parent_class)->finalize (object);
}

static void
rc_picker_item_class_init (RcPickerItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rc_picker_item_get_property;
  object_class->finalize = rc_picker_item_finalize;
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_picker_item_init (RcPickerItem *self)
{
  self->enabled = TRUE;
}

/**
 * rc_picker_item_new:
 * @key: what the program knows it by
 * @label: what people know it by, UTF-8
 * @detail: (nullable): a line beneath it
 * @enabled: whether it may be chosen
 *
 * Returns: (transfer full): an item
 */
RcPickerItem *
rc_picker_item_new (const char *key, const char *label, const char *detail, gboolean enabled)
{
  RcPickerItem *self;

  g_return_val_if_fail (key != NULL && label != NULL, NULL);
  self = g_object_new (RC_TYPE_PICKER_ITEM, NULL);
  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->folded = rc_text_fold (label);
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->enabled = enabled;
  return self;
}

/**
 * rc_picker_item_get_key:
 * @self: an item
 *
 * Returns: (transfer none): what the program knows it by
 */
const char *
rc_picker_item_get_key (RcPickerItem *self)
{
  g_return_val_if_fail (RC_IS_PICKER_ITEM (self), NULL);
  return self->key;
}

/**
 * rc_picker_item_get_label:
 * @self: an item
 *
 * Returns: (transfer none): what people know it by
 */
const char *
rc_picker_item_get_label (RcPickerItem *self)
{
  g_return_val_if_fail (RC_IS_PICKER_ITEM (self), NULL);
  return self->label;
}

/**
 * rc_picker_item_get_detail:
 * @self: an item
 *
 * Returns: (transfer none): the line beneath it; an empty string where there is none
 */
const char *
rc_picker_item_get_detail (RcPickerItem *self)
{
  g_return_val_if_fail (RC_IS_PICKER_ITEM (self), NULL);
  return self->detail;
}

/**
 * rc_picker_item_get_enabled:
 * @self: an item
 *
 * Returns: whether it may be chosen
 */
gboolean
rc_picker_item_get_enabled (RcPickerItem *self)
{
  g_return_val_if_fail (RC_IS_PICKER_ITEM (self), FALSE);
  return self->enabled;
}

/**
 * rc_picker_item_set_state:
 * @self: an item
 * @enabled: whether it may be chosen
 * @detail: (nullable): the line beneath it; where it may not be chosen: why
 *
 * An open list follows at once.
 */
void
rc_picker_item_set_state (RcPickerItem *self, gboolean enabled, const char *detail)
{
  const char *text = detail != NULL ? detail : "";

  g_return_if_fail (RC_IS_PICKER_ITEM (self));
  if (g_strcmp0 (self->detail, text) != 0)
    {
      g_free (self->detail);
      self->detail = g_strdup (text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
    }
  if (self->enabled != enabled)
    {
      self->enabled = enabled;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
    }
}

/**
 * rc_picker_item_matches:
 * @self: an item
 * @words: folded words, %NULL-terminated
 *
 * Returns: whether each of @words is somewhere in its label or the line beneath it, case and accents aside
 */
gboolean
rc_picker_item_matches (RcPickerItem *self, const char *const *words)
{
  g_autofree char *detail = rc_text_fold (self->detail);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL && strstr (detail, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
