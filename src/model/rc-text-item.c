/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-text-item.h"

/* What the rows of all lists share: properties that are texts, never NULL, which notify when they become others. The
 * texts have the property ids from 1; what else a row has comes after them. It formats nothing: rows do. */

typedef struct
{
  char **texts; /* (owned) (nullable) [n_texts + 1] by property id */
} RcTextItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RcTextItem, rc_text_item, G_TYPE_OBJECT)

static void
rc_text_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcTextItem *self = RC_TEXT_ITEM (object);

  if (property_id <= RC_TEXT_ITEM_GET_CLASS (self)->n_texts)
    g_value_set_string (value, rc_text_item_get (self, property_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rc_text_item_finalize (GObject *object)
{
  RcTextItem *self = RC_TEXT_ITEM (object);
  RcTextItemPrivate *priv = rc_text_item_get_instance_private (self);

  if (priv->texts != NULL)
    for (guint i = 1; i <= RC_TEXT_ITEM_GET_CLASS (self)->n_texts; i++)
      g_free (priv->texts[i]);
  g_free (priv->texts);
  G_OBJECT_CLASS (rc_text_item_parent_class)->finalize (object);
}

static void
rc_text_item_class_init (RcTextItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = rc_text_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = rc_text_item_finalize;
}

static void
rc_text_item_init (RcTextItem *self)
{
}

/**
 * rc_text_item_class_install_texts:
 * @klass: a class of rows
 * @names: (array length=n_names): static names, the first one gets property id 1
 * @n_names: how many
 *
 * To be called before the class installs properties of other types.
 */
void
rc_text_item_class_install_texts (RcTextItemClass *klass, const char *const *names, guint n_names)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  if (object_class->get_property == NULL) /* GObject lets no class inherit it */
    object_class->get_property = rc_text_item_get_property;
  klass->n_texts = n_names;
  klass->texts = g_new0 (GParamSpec *, n_names + 1); /* as long as the class: for ever */
  for (guint i = 1; i <= n_names; i++)
    {
      klass->texts[i] = g_param_spec_string (
          names[i - 1], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (object_class, i, klass->texts[i]);
    }
}

/**
 * rc_text_item_take:
 * @self: a row
 * @property_id: which text
 * @text: (transfer full) (nullable): UTF-8; NULL as ""
 */
void
rc_text_item_take (RcTextItem *self, guint property_id, char *text)
{
  RcTextItemPrivate *priv;

  g_return_if_fail (RC_IS_TEXT_ITEM (self));
  g_return_if_fail (property_id >= 1 && property_id <= RC_TEXT_ITEM_GET_CLASS (self)->n_texts);

  priv = rc_text_item_get_instance_private (self);
  if (priv->texts == NULL)
    priv->texts = g_new0 (char *, RC_TEXT_ITEM_GET_CLASS (self)->n_texts + 1);
  if (g_strcmp0 (rc_text_item_get (self, property_id), text != NULL ? text : "") == 0)
    {
      g_free (text);
      return;
    }
  g_free (priv->texts[property_id]);
  priv->texts[property_id] = text;
  g_object_notify_by_pspec (G_OBJECT (self), RC_TEXT_ITEM_GET_CLASS (self)->texts[property_id]);
}

/**
 * rc_text_item_set:
 * @self: a row
 * @property_id: which text
 * @text: (nullable): UTF-8, copied; NULL as ""
 */
void
rc_text_item_set (RcTextItem *self, guint property_id, const char *text)
{
  rc_text_item_take (self, property_id, g_strdup (text));
}

/**
 * rc_text_item_get:
 * @self: a row
 * @property_id: which text
 *
 * Returns: (transfer none): the text, "" where there is none
 */
const char *
rc_text_item_get (RcTextItem *self, guint property_id)
{
  RcTextItemPrivate *priv;

  g_return_val_if_fail (RC_IS_TEXT_ITEM (self), "");
  priv = rc_text_item_get_instance_private (self);
  if (priv->texts == NULL || priv->texts[property_id] == NULL)
    return "";
  return priv->texts[property_id];
}
