/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-time-zone-choices"

#include "rc-time-zone-choices.h"
#include "rc-picker-item.h"
#include "rc-time-zone.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-time-zone-choices
 *
 * The time zones to choose from, each with how far it is from UTC now.
 */

/* (transfer full) */
static char *
describe_offset (GTimeZone *zone, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "UTC%:z");
}

static void
append (GListStore *store, const char *key, const char *label, const char *detail)
{
  g_autoptr (RcPickerItem) item = rc_picker_item_new (key, label, detail, TRUE);

  g_list_store_append (store, item);
}

static void
append_machine (GListStore *store, gint64 now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *offset = describe_offset (zone, now);
  /* Translators: the name of a time zone, then its distance from UTC: “Europe/Warsaw, UTC+01:00” */
  g_autofree char *detail = g_strdup_printf (_ ("%s, %s"), g_time_zone_get_identifier (zone), offset);

  append (store, RC_TIME_ZONE_OF_MACHINE, _ ("As this computer"), detail);
}

/**
 * rc_time_zone_choices_new:
 * @current: (nullable): a zone that is among them even if it is not known here
 * @now: for when to say how far they are from UTC, µs since the epoch
 *
 * Returns: (transfer full): RcPickerItems by the zones' names, with the machine's first
 */
GListModel *
rc_time_zone_choices_new (const char *current, gint64 now)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);
  g_auto (GStrv) names = rc_time_zone_list_known ();

  append_machine (store, now);
  if (current != NULL && !g_strv_contains ((const char *const *) names, current))
    append (store, current, current, rc_time_zone_is_known (current) ? "" : _ ("Not known on this computer"));
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GTimeZone) zone = rc_time_zone_find (names[i]);
      g_autofree char *offset = describe_offset (zone, now);

      append (store, names[i], names[i], offset);
    }
  return G_LIST_MODEL (store);
}
