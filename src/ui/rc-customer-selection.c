/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-selection"

#include "rc-customer-selection.h"

#include "rc-customer-slot.h"

/**
 * RcCustomerSelection:
 *
 * Which rows of a customer list are selected: a set of positions beside the list, so that selecting all of a
 * million rows makes no row. The selection stays with the customers when the list is sorted anew: their ids are
 * looked for among the rows that come. Its items are places (RcCustomerSlot): where the whole list is replaced, the
 * places stay and only show others. It is not a copy of the list, and it knows nothing of the query.
 */

/* More selected customers than this are let go when the whole list is replaced. */
#define LARGEST_KEPT 20000

/* For so long the places of a list that became empty stay, which nobody sees: a view takes longer to throw two hundred
 * rows away than a person to type the next letter. */
#define EMPTY_DELAY 500 /* ms */

typedef enum
{
  PROP_LIST = 1,
  PROP_SIZE
} RcCustomerSelectionProperty;
static GParamSpec *properties[PROP_SIZE + 1];

struct _RcCustomerSelection
{
  GObject parent_instance;

  RcVirtualList *list; /* (owned) */
  RcCustomerSlots *slots; /* (owned) */
  guint n_items; /* as told to the view */
  guint n_gone; /* rows that went without telling the view, as others come right after, or soon */
  GtkBitset *left; /* (owned) (nullable) which of those the view takes for selected */
  guint empty_source; /* of telling that there are none; 0: none */
  GtkBitset *selected; /* (owned) positions */
  GHashTable *ids; /* (owned) (nullable) set of the ids selected; NULL: too many to keep */
};

static GType
rc_customer_selection_get_item_type (GListModel *model)
{
  return RC_TYPE_CUSTOMER_SLOT;
}

static guint
rc_customer_selection_get_n_items (GListModel *model)
{
  return RC_CUSTOMER_SELECTION (model)->n_items;
}

static gpointer
rc_customer_selection_get_item (GListModel *model, guint position)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (model);

  return position < self->n_items ? rc_customer_slots_get (self->slots, position) : NULL;
}

static void
rc_customer_selection_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = rc_customer_selection_get_item_type;
  interface->get_n_items = rc_customer_selection_get_n_items;
  interface->get_item = rc_customer_selection_get_item;
}

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* The ids of what is selected now, for the day when the rows move. */
static void
remember_ids (RcCustomerSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_clear_pointer (&self->ids, g_hash_table_unref);
  if (gtk_bitset_get_size (self->selected) > LARGEST_KEPT)
    return;
  self->ids = id_set_new ();
  if (!gtk_bitset_iter_init_first (&iter, self->selected, &position))
    return;
  do
    {
      gint64 id = rc_virtual_list_get_id (self->list, position);

      g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

/* Takes @selected for the new set and tells of the range that differs. */
static gboolean
replace (RcCustomerSelection *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changes, selected);
  if (gtk_bitset_is_empty (changes))
    {
      gtk_bitset_unref (selected);
      return TRUE;
    }
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  remember_ids (self);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), gtk_bitset_get_minimum (changes),
                                         gtk_bitset_get_maximum (changes) - gtk_bitset_get_minimum (changes)
                                             + 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
  return TRUE;
}

static gboolean
rc_customer_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (RC_CUSTOMER_SELECTION (model)->selected, position);
}

static GtkBitset *
rc_customer_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (RC_CUSTOMER_SELECTION (model)->selected);
}

static gboolean
rc_customer_selection_select_range (GtkSelectionModel *model, guint position, guint n_items,
                                    gboolean unselect_rest)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (model);
  GtkBitset *selected = unselect_rest ? gtk_bitset_new_empty () : gtk_bitset_copy (self->selected);

  if (self->empty_source == 0)
    gtk_bitset_add_range (selected, position, n_items);
  return replace (self, selected);
}

static gboolean
rc_customer_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (model);
  GtkBitset *selected = gtk_bitset_copy (self->selected);

  gtk_bitset_remove_range (selected, position, n_items);
  return replace (self, selected);
}

static gboolean
rc_customer_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return rc_customer_selection_select_range (model, position, 1, unselect_rest);
}

static gboolean
rc_customer_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return rc_customer_selection_unselect_range (model, position, 1);
}

static gboolean
rc_customer_selection_select_all (GtkSelectionModel *model)
{
  return rc_customer_selection_select_range (model, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), TRUE);
}

static gboolean
rc_customer_selection_unselect_all (GtkSelectionModel *model)
{
  return replace (RC_CUSTOMER_SELECTION (model), gtk_bitset_new_empty ());
}

static gboolean
rc_customer_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (model);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);
  GtkBitset *result = gtk_bitset_copy (self->selected);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (result, mask);
  gtk_bitset_union (result, wanted);
  return replace (self, result);
}

static void
rc_customer_selection_selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = rc_customer_selection_is_selected;
  interface->get_selection_in_range = rc_customer_selection_get_selection_in_range;
  interface->select_item = rc_customer_selection_select_item;
  interface->unselect_item = rc_customer_selection_unselect_item;
  interface->select_range = rc_customer_selection_select_range;
  interface->unselect_range = rc_customer_selection_unselect_range;
  interface->select_all = rc_customer_selection_select_all;
  interface->unselect_all = rc_customer_selection_unselect_all;
  interface->set_selection = rc_customer_selection_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RcCustomerSelection, rc_customer_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      rc_customer_selection_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          rc_customer_selection_selection_model_init))

/* Rows of customers that were selected before are so again where they came. */
static void
find_again (RcCustomerSelection *self, guint position, guint added)
{
  if (!self->ids || g_hash_table_size (self->ids) == 0)
    return;
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = rc_virtual_list_get_id (self->list, i);

      if (g_hash_table_contains (self->ids, &id))
        gtk_bitset_add (self->selected, i);
    }
}

/* For rows that stay while others stand in them now. */
static void
tell_selected (RcCustomerSelection *self, GtkBitset *before)
{
  guint first, last;

  gtk_bitset_union (before, self->selected);
  if (self->n_items == 0 || gtk_bitset_is_empty (before))
    return;
  first = gtk_bitset_get_minimum (before);
  last = MIN (gtk_bitset_get_maximum (before), self->n_items - 1);
  if (first <= last)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

/* As many places as went and came stay, and show others; only what is more or less is told. */
static void
tell_items (RcCustomerSelection *self, guint position, guint removed, guint added)
{
  guint n_kept = MIN (removed, added);
  guint end = position + n_kept;

  self->n_items = self->n_items - removed + added;
  rc_customer_slots_splice (self->slots, end, removed - n_kept, added - n_kept);
  if (removed != added)
    g_list_model_items_changed (G_LIST_MODEL (self), end, removed - n_kept, added - n_kept);
  if (n_kept > 0)
    rc_customer_slots_fill (self->slots);
}

static gboolean
tell_empty (gpointer user_data)
{
  RcCustomerSelection *self = user_data;
  guint n_gone = self->n_gone;

  self->empty_source = 0;
  self->n_gone = 0;
  g_clear_pointer (&self->left, gtk_bitset_unref);
  tell_items (self, 0, n_gone, 0);
  return G_SOURCE_REMOVE;
}

static void
keep_places (RcCustomerSelection *self, guint removed, GtkBitset *before)
{
  self->n_gone += removed;
  if (!self->left)
    self->left = gtk_bitset_ref (before);
}

static void
on_items_changed (RcCustomerSelection *self, guint position, guint removed, guint added)
{
  guint64 size = gtk_bitset_get_size (self->selected);
  g_autoptr (GtkBitset) before = gtk_bitset_copy (self->selected);

  gtk_bitset_splice (self->selected, position, removed, added);
  find_again (self, position, added);
  g_clear_handle_id (&self->empty_source, g_source_remove);
  if (rc_virtual_list_is_replacing (self->list))
    keep_places (self, removed, before);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      keep_places (self, removed, before);
      self->empty_source = g_timeout_add_full (G_PRIORITY_LOW, EMPTY_DELAY, tell_empty, self, NULL);
    }
  else
    {
      removed += self->n_gone;
      self->n_gone = 0;
      if (self->left)
        gtk_bitset_union (before, self->left);
      g_clear_pointer (&self->left, gtk_bitset_unref);
      tell_items (self, position, removed, added);
      tell_selected (self, before);
    }
  if (size != gtk_bitset_get_size (self->selected))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

static void
rc_customer_selection_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (object);

  switch ((RcCustomerSelectionProperty) property_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_SIZE:
      g_value_set_uint64 (value, gtk_bitset_get_size (self->selected));
      break;
    }
}

static void
rc_customer_selection_set_property (GObject *object, guint property_id, const GValue *value,
                                    GParamSpec *pspec)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (object);

  switch ((RcCustomerSelectionProperty) property_id)
    {
    case PROP_LIST:
      self->list = g_value_dup_object (value);
      self->slots = rc_customer_slots_new (self->list);
      self->n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                               G_CONNECT_SWAPPED);
      break;
    case PROP_SIZE:
      g_assert_not_reached ();
    }
}

static void
rc_customer_selection_finalize (GObject *object)
{
  RcCustomerSelection *self = RC_CUSTOMER_SELECTION (object);

  g_clear_handle_id (&self->empty_source, g_source_remove);
  g_clear_pointer (&self->slots, rc_customer_slots_free);
  g_clear_object (&self->list);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_pointer (&self->left, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  G_OBJECT_CLASS (rc_customer_selection_parent_class)->finalize (object);
}

static void
rc_customer_selection_class_init (RcCustomerSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_customer_selection_get_property;
  object_class->set_property = rc_customer_selection_set_property;
  object_class->finalize = rc_customer_selection_finalize;
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, RC_TYPE_VIRTUAL_LIST,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_SIZE] =
      g_param_spec_uint64 ("size", NULL, NULL, 0, G_MAXUINT64, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_customer_selection_init (RcCustomerSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->ids = id_set_new ();
}

/**
 * rc_customer_selection_new:
 * @list: the rows
 *
 * Returns: (transfer full): a selection of none of the rows of @list
 */
RcCustomerSelection *
rc_customer_selection_new (RcVirtualList *list)
{
  return g_object_new (RC_TYPE_CUSTOMER_SELECTION, "list", list, NULL);
}

/**
 * rc_customer_selection_get_size:
 *
 * Returns: how many rows are selected
 */
guint64
rc_customer_selection_get_size (RcCustomerSelection *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_SELECTION (self), 0);

  return gtk_bitset_get_size (self->selected);
}

/**
 * rc_customer_selection_get_only_id:
 *
 * Returns: the id of the customer selected; 0 where there is none, or more than one
 */
gint64
rc_customer_selection_get_only_id (RcCustomerSelection *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_SELECTION (self), 0);

  if (gtk_bitset_get_size (self->selected) != 1)
    return 0;
  return rc_virtual_list_get_id (self->list, gtk_bitset_get_minimum (self->selected));
}

/**
 * rc_customer_selection_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): the ids of the customers selected, in the order of the list
 */
GArray *
rc_customer_selection_get_ids (RcCustomerSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (RC_IS_CUSTOMER_SELECTION (self), ids);

  if (!gtk_bitset_iter_init_first (&iter, self->selected, &position))
    return ids;
  do
    {
      gint64 id = rc_virtual_list_get_id (self->list, position);

      g_array_append_val (ids, id);
    }
  while (gtk_bitset_iter_next (&iter, &position));
  return ids;
}
