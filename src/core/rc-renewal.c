/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal.h"

#include "rc-anniversary.h"
#include "rc-vip-select.h"

/* What a renewal order would change, before it is placed (RN-3). The command that places it decides by the same numbers.
 * The current quantity of a product is its total: what an open purchase authorization gave ends with the old term too. */

static RcRenewalChange
get_change (const RcRenewalLine *item)
{
  RcRenewalChange change = { .old_quantity = rc_plan_total (&item->held), .new_quantity = item->quantity };

  /* What open purchase authorizations gave stays beside the order's. */
  change.lost = MAX (item->held.assigned - item->quantity - item->held.pending, 0);
  return change;
}

/**
 * rc_renewal_preview:
 * @items: (array length=n_items): every product that is held or ordered, each once
 * @n_items: how many there are
 * @anniversary_date: the anniversary date of the term that ends
 * @anchor_day: the day of the month that AD-4 keeps, 1 to 31; 0: that of @anniversary_date
 * @commitment: the quantity of the 3-year commit that runs on the order's day; 0: none
 * @policy: the policy
 *
 * By RN-3 and RN-4; the commitment's floor is that of RN-5: consumables do not count for it, as they do not for VS-1.
 *
 * Returns: (transfer full): what the order would bring
 */
RcRenewalPreview *
rc_renewal_preview (const RcRenewalLine *items, gsize n_items, RcDate anniversary_date, int anchor_day,
                    int commitment, const RcPolicy *policy)
{
  RcRenewalPreview *preview;

  g_return_val_if_fail (anniversary_date != RC_DATE_NONE && policy != NULL, NULL);

  preview = g_new0 (RcRenewalPreview, 1);
  preview->changes = g_array_new (FALSE, FALSE, sizeof (RcRenewalChange));
  for (gsize i = 0; i < n_items; i++)
    {
      RcRenewalChange change = get_change (&items[i]);

      g_array_append_val (preview->changes, change);
      preview->lost += change.lost;
      if (items[i].licence_kind == RC_LICENCE_KIND_CONSUMABLE)
        continue;
      preview->old_licences += change.old_quantity;
      preview->licences += change.new_quantity;
    }
  preview->anniversary_date = rc_anniversary_next (anniversary_date, anchor_day);
  preview->select_level = rc_vip_select_level (preview->licences, policy);
  preview->commitment = commitment;
  preview->commitment_kept = preview->licences >= commitment;
  return preview;
}

/**
 * rc_renewal_preview_free:
 * @preview: (transfer full) (nullable): a preview
 */
void
rc_renewal_preview_free (RcRenewalPreview *preview)
{
  if (preview == NULL)
    return;
  g_array_unref (preview->changes);
  g_free (preview);
}
