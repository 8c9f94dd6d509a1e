/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A row whose properties are mostly texts for people, so that cells bind to it without code. */
#define RC_TYPE_TEXT_ITEM (rc_text_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcTextItem, rc_text_item, RC, TEXT_ITEM, GObject)

struct _RcTextItemClass
{
  GObjectClass parent_class;

  guint n_texts;
  GParamSpec **texts; /* [n_texts + 1] by property id */
};

void rc_text_item_class_install_texts (RcTextItemClass *klass, const char *const *names, guint n_names);
void rc_text_item_set (RcTextItem *self, guint property_id, const char *text);
void rc_text_item_take (RcTextItem *self, guint property_id, char *text);
const char *rc_text_item_get (RcTextItem *self, guint property_id);

G_END_DECLS
