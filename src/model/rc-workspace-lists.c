/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-lists.h"

#include "rc-member.h"
#include "rc-product.h"

/* The two short lists that a workspace keeps whole. A list that was read again and is the same tells nothing. */

static gboolean
is_same_member (const RcMemberRecord *a, const RcMemberRecord *b)
{
  return a->id == b->id && a->role == b->role && a->status == b->status && g_str_equal (a->name, b->name)
         && g_str_equal (a->email, b->email);
}

static gboolean
is_same_product (const RcProductRecord *a, const RcProductRecord *b)
{
  return a->id == b->id && a->offer_type == b->offer_type && a->licence_kind == b->licence_kind
         && memcmp (a->for_segment, b->for_segment, sizeof a->for_segment) == 0
         && a->open_to_pa == b->open_to_pa && a->min_quantity == b->min_quantity && a->retired == b->retired
         && g_str_equal (a->code, b->code) && g_str_equal (a->name, b->name)
         && g_str_equal (a->family, b->family);
}

static gboolean
is_same_list (GListModel *model, GPtrArray *records)
{
  if (g_list_model_get_n_items (model) != records->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (RC_IS_MEMBER (item) && !is_same_member (rc_member_get_record (RC_MEMBER (item)), records->pdata[i]))
        return FALSE;
      if (RC_IS_PRODUCT (item)
          && !is_same_product (rc_product_get_record (RC_PRODUCT (item)), records->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take (GListStore *store, GPtrArray *records, gpointer (*create_item) (gpointer record))
{
  g_autoptr (GPtrArray) items = NULL;

  if (is_same_list (G_LIST_MODEL (store), records))
    return FALSE;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, create_item (g_steal_pointer (&records->pdata[i])));
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
  return TRUE;
}

/**
 * rc_workspace_lists_take_members:
 * @members: a store of #RcMember
 * @records: (element-type RcMemberRecord): the team as it was read; its records are taken
 *
 * Returns: whether the list is another one now
 */
gboolean
rc_workspace_lists_take_members (GListStore *members, GPtrArray *records)
{
  return take (members, records, (gpointer (*) (gpointer)) (void (*) (void)) rc_member_new);
}

/**
 * rc_workspace_lists_take_products:
 * @products: a store of #RcProduct
 * @records: (element-type RcProductRecord): the catalogue as it was read; its records are taken
 *
 * Returns: whether the list is another one now
 */
gboolean
rc_workspace_lists_take_products (GListStore *products, GPtrArray *records)
{
  return take (products, records, (gpointer (*) (gpointer)) (void (*) (void)) rc_product_new);
}
