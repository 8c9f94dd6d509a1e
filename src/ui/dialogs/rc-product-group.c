/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-product-group"

#include "rc-product-group.h"
#include "rc-format.h"
#include "rc-picker-item.h"
#include "rc-product-row.h"
#include "rc-product.h"
#include <glib/gi18n-lib.h>

/**
 * RcProductGroup:
 *
 * The lines of an order or purchase authorization being written: rows of product and quantity, one more by a button, and
 * the total. Products of the customer's own offer type come first (PR-3); those that it may not have are seen and say why
 * (PR-2, PA-4); each product is taken once (PA-1).
 */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcProductGroup
{
  GtkBox parent_instance;

  GtkListBox *list; /* (borrowed) template child */
  GtkWidget *add_row; /* (borrowed) template child */
  GtkLabel *total_label; /* (borrowed) template child */

  GPtrArray *products; /* (owned) of RcProduct, in the order shown */
  GPtrArray *rows; /* (owned) of borrowed RcProductRow */
  RcPolicy *policy; /* (owned) (nullable) until set up */
  GStrv excluded; /* (owned) (nullable) codes of products that stand elsewhere; then there may be no row */
  RcSegment segment;
  gboolean for_pa;
  gboolean held; /* what a customer brings along, not what it orders */
  int months;
};

G_DEFINE_FINAL_TYPE (RcProductGroup, rc_product_group, GTK_TYPE_BOX)

static RcProduct *
find_product (RcProductGroup *self, const char *code)
{
  for (guint i = 0; i < self->products->len; i++)
    {
      RcProduct *product = g_ptr_array_index (self->products, i);

      if (g_str_equal (rc_product_get_record (product)->code, code))
        return product;
    }
  return NULL;
}

static gboolean
is_taken (RcProductGroup *self, const char *code, RcProductRow *by_other_than)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      RcProductRow *row = g_ptr_array_index (self->rows, i);

      if (row != by_other_than && g_str_equal (rc_product_row_get_code (row), code))
        return TRUE;
    }
  return FALSE;
}

/* Why a product cannot be chosen, or NULL. */
static const char *
get_obstacle (RcProductGroup *self, RcProduct *product, RcProductRow *row)
{
  const RcProductRecord *record = rc_product_get_record (product);
  const char *reason = self->for_pa ? rc_product_get_pa_reason (product, self->segment)
                                    : rc_product_get_order_reason (product, self->segment);

  if (self->held && record->retired && record->for_segment[self->segment])
    reason = NULL;

  if (reason != NULL && *reason != '\0')
    return reason;
  if (is_taken (self, record->code, row)
      || (self->excluded != NULL && g_strv_contains ((const char *const *) self->excluded, record->code)))
    return _ ("Already in another row.");
  return NULL;
}

/* (transfer full) */
static char *
describe_product (RcProduct *product)
{
  const RcProductRecord *record = rc_product_get_record (product);

  if (record->retired)
    /* Translators: a product's code; customers may still have licenses of the product */
    return g_strdup_printf (_ ("%s, no longer sold"), record->code);
  return g_strdup (record->code);
}

static void
update_choices (RcProductGroup *self, RcProductRow *row)
{
  GListModel *choices = rc_product_row_get_choices (row);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (RcPickerItem) item = g_list_model_get_item (choices, i);
      const char *code = rc_picker_item_get_key (item);
      RcProduct *product = find_product (self, code);
      const char *obstacle = get_obstacle (self, product, row);
      g_autofree char *detail = describe_product (product);

      rc_picker_item_set_state (item, obstacle == NULL, obstacle != NULL ? obstacle : detail);
    }
}

static void
update_limits (RcProductGroup *self, RcProductRow *row)
{
  RcProduct *product = find_product (self, rc_product_row_get_code (row));

  if (product != NULL)
    {
      const RcProductRecord *record = rc_product_get_record (product);

      rc_product_row_set_limits (row, self->held ? 1 : record->min_quantity,
                                 self->policy->largest_quantity[record->offer_type]);
    }
  rc_product_row_set_months (row, product != NULL ? self->months : 0);
}

static void
update_total (RcProductGroup *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  gint64 total = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      RcProductRow *row = g_ptr_array_index (self->rows, i);

      if (*rc_product_row_get_code (row) != '\0')
        total += rc_product_row_get_quantity (row);
    }
  number = rc_format_number (total);
  /* Translators: %s is a number with separators */
  text = g_strdup_printf (ngettext ("%s license in total", "%s licenses in total", (gulong) total), number);
  gtk_label_set_label (self->total_label, text);
}

static guint
count_choices (RcProductGroup *self)
{
  guint n_excluded = self->excluded != NULL ? g_strv_length (self->excluded) : 0;

  return self->products->len - MIN (n_excluded, self->products->len);
}

static void
update (RcProductGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      RcProductRow *row = g_ptr_array_index (self->rows, i);

      update_choices (self, row);
      update_limits (self, row);
      rc_product_row_set_number (row, i + 1);
      rc_product_row_set_removable (row, self->rows->len > 1 || self->excluded != NULL);
    }
  update_total (self);
  gtk_widget_set_sensitive (self->add_row, self->rows->len < count_choices (self));
}

static void
on_row_changed (RcProductGroup *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_row_removed (RcProductGroup *self, RcProductRow *row)
{
  guint position;

  g_ptr_array_find (self->rows, row, &position);
  g_ptr_array_remove_index (self->rows, position);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->rows->len > 0)
    rc_product_row_focus (g_ptr_array_index (self->rows, MIN (position, self->rows->len - 1)));
  else
    gtk_widget_grab_focus (self->add_row);
  on_row_changed (self);
}

static GListModel *
make_choices (RcProductGroup *self)
{
  GListStore *choices = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (guint i = 0; i < self->products->len; i++)
    {
      const RcProductRecord *product = rc_product_get_record (g_ptr_array_index (self->products, i));
      g_autoptr (RcPickerItem) item = rc_picker_item_new (product->code, product->name, product->code, TRUE);

      g_list_store_append (choices, item);
    }
  return G_LIST_MODEL (choices);
}

static RcProductRow *
add_row (RcProductGroup *self)
{
  g_autoptr (GListModel) choices = make_choices (self);
  RcProductRow *row = rc_product_row_new (choices);

  gtk_list_box_insert (self->list, GTK_WIDGET (row), self->rows->len);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  update (self);
  return row;
}

static void
on_row_activated (RcProductGroup *self, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) != self->add_row)
    return;
  rc_product_row_focus (add_row (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
rc_product_group_finalize (GObject *object)
{
  RcProductGroup *self = RC_PRODUCT_GROUP (object);

  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->policy, rc_policy_free);
  g_strfreev (self->excluded);
  G_OBJECT_CLASS (rc_product_group_parent_class)->finalize (object);
}

static void
rc_product_group_class_init (RcProductGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_product_group_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", RC_TYPE_PRODUCT_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-product-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RcProductGroup, list);
  gtk_widget_class_bind_template_child (widget_class, RcProductGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, RcProductGroup, total_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
rc_product_group_init (RcProductGroup *self)
{
  self->products = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
compare_products (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RcProductRecord *first = rc_product_get_record (*(RcProduct *const *) a);
  const RcProductRecord *second = rc_product_get_record (*(RcProduct *const *) b);
  const RcCustomerRecord *customer = user_data;
  gboolean first_sold = first->for_segment[customer->segment];

  if (first_sold != second->for_segment[customer->segment])
    return first_sold ? -1 : 1;
  if (first->retired != second->retired)
    return first->retired ? 1 : -1;
  if (first->offer_type != second->offer_type)
    return first->offer_type == customer->offer_type ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static void
read_catalogue (RcProductGroup *self, RcWorkspace *workspace, const RcCustomerRecord *customer)
{
  GListModel *catalogue = rc_workspace_get_products (workspace);

  self->policy = rc_policy_copy (rc_workspace_get_policy (workspace));
  self->segment = customer->segment;
  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (catalogue, i);

      if (self->held || !rc_product_get_record (product)->retired)
        g_ptr_array_add (self->products, g_steal_pointer (&product));
    }
  g_ptr_array_sort_with_data (self->products, compare_products, (gpointer) customer);
}

/**
 * rc_product_group_set_up:
 * @self: a group without rows
 * @workspace: for the catalogue and the policy
 * @customer: whose segment and offer type decide what is shown, and in which order (PR-3, OR-2)
 * @for_pa: whether products not open to purchase authorizations are refused (PR-2)
 *
 * Makes the first, empty row.
 */
void
rc_product_group_set_up (RcProductGroup *self, RcWorkspace *workspace, const RcCustomerRecord *customer,
                         gboolean for_pa)
{
  g_return_if_fail (RC_IS_PRODUCT_GROUP (self) && self->policy == NULL);
  self->for_pa = for_pa;
  read_catalogue (self, workspace, customer);
  add_row (self);
}

/**
 * rc_product_group_set_up_held:
 * @self: a group without rows
 * @workspace: for the catalogue and the policy
 * @customer: as for rc_product_group_set_up()
 *
 * For the licences that a customer brings along (CH-4): of products that are no longer sold too, in any quantity. Makes the
 * first, empty row.
 */
void
rc_product_group_set_up_held (RcProductGroup *self, RcWorkspace *workspace, const RcCustomerRecord *customer)
{
  g_return_if_fail (RC_IS_PRODUCT_GROUP (self) && self->policy == NULL);
  self->held = TRUE;
  read_catalogue (self, workspace, customer);
  add_row (self);
}

/**
 * rc_product_group_set_up_additional:
 * @self: a group without rows
 * @workspace: for the catalogue and the policy
 * @customer: as for rc_product_group_set_up()
 * @excluded: codes of the products that stand elsewhere; copied
 *
 * For what a direct order may have beside @excluded. There is no row until somebody adds one, and no total.
 */
void
rc_product_group_set_up_additional (RcProductGroup *self, RcWorkspace *workspace,
                                    const RcCustomerRecord *customer, const char *const *excluded)
{
  g_return_if_fail (RC_IS_PRODUCT_GROUP (self) && self->policy == NULL);
  self->excluded = g_strdupv ((char **) excluded);
  gtk_widget_set_visible (GTK_WIDGET (self->total_label), FALSE);
  read_catalogue (self, workspace, customer);
  update (self);
}

/**
 * rc_product_group_set_months:
 * @self: a group
 * @months: months from the order's date to the anniversary date (AD-6)
 *
 * Shows @months on each line.
 */
void
rc_product_group_set_months (RcProductGroup *self, int months)
{
  g_return_if_fail (RC_IS_PRODUCT_GROUP (self));
  self->months = months;
  update (self);
}

/**
 * rc_product_group_get_lines:
 * @self: a group
 *
 * Returns: (transfer full): RcProductLines of the rows in which a product is chosen
 */
GPtrArray *
rc_product_group_get_lines (RcProductGroup *self)
{
  GPtrArray *lines = rc_product_lines_new ();

  g_return_val_if_fail (RC_IS_PRODUCT_GROUP (self), lines);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RcProductRow *row = g_ptr_array_index (self->rows, i);

      if (*rc_product_row_get_code (row) != '\0')
        g_ptr_array_add (
            lines, rc_product_line_new (rc_product_row_get_code (row), rc_product_row_get_quantity (row)));
    }
  return lines;
}

/**
 * rc_product_group_add_line:
 * @self: a group that was set up
 * @code: a product's code
 * @quantity: how many
 *
 * Fills the first row if nothing is chosen in it, else one more.
 */
void
rc_product_group_add_line (RcProductGroup *self, const char *code, int quantity)
{
  RcProductRow *row;

  g_return_if_fail (RC_IS_PRODUCT_GROUP (self) && self->policy != NULL);
  row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  if (row == NULL || *rc_product_row_get_code (row) != '\0')
    row = add_row (self);
  rc_product_row_set_line (row, code, quantity);
}

/**
 * rc_product_group_check:
 * @self: a group
 *
 * Returns: whether a product is chosen in each row, in a quantity within the limits; where not, those rows say so and the
 *   first one gets the keyboard
 */
gboolean
rc_product_group_check (RcProductGroup *self)
{
  RcProductRow *first = NULL;

  g_return_val_if_fail (RC_IS_PRODUCT_GROUP (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RcProductRow *row = g_ptr_array_index (self->rows, i);

      if (!rc_product_row_check (row) && first == NULL)
        first = row;
    }
  if (first != NULL)
    rc_product_row_focus (first);
  return first == NULL;
}

/**
 * rc_product_group_is_modified:
 * @self: a group
 *
 * Returns: whether anything was chosen or a row added
 */
gboolean
rc_product_group_is_modified (RcProductGroup *self)
{
  g_return_val_if_fail (RC_IS_PRODUCT_GROUP (self), FALSE);
  return self->rows->len > 1 || (self->rows->len == 1 && self->excluded != NULL)
         || (self->rows->len == 1 && *rc_product_row_get_code (g_ptr_array_index (self->rows, 0)) != '\0');
}
