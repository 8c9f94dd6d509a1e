/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-set-time-zone.h"

#include "rc-command-context.h"
#include "rc-rule-error.h"
#include "rc-setting-change.h"
#include "rc-settings-table.h"
#include "rc-time-zone.h"

#include <glib/gi18n-lib.h>

/* Says in which time zone the workspace is: by its calendar it is another day (FI-3), and codes are counted (CH-3).
 * Without one, that of the machine is taken. */

struct _RcSetTimeZone
{
  RcCommand parent_instance;

  char *time_zone; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcSetTimeZone, rc_set_time_zone, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "time-zone", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcSetTimeZone, time_zone) },
};

static gboolean
rc_set_time_zone_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcSetTimeZone *self = RC_SET_TIME_ZONE (command);

  if (self->time_zone == NULL || *self->time_zone == '\0' || rc_time_zone_is_known (self->time_zone))
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
               /* Translators: a time zone, such as Europe/Warsaw */
               _ ("The time zone “%s” is not known on this computer. Choose another one."), self->time_zone);
  return FALSE;
}

static gboolean
rc_set_time_zone_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                        GError **error)
{
  RcSetTimeZone *self = RC_SET_TIME_ZONE (command);

  return rc_setting_change_apply (context, RC_SETTING_TIME_ZONE, self->time_zone, result, error);
}

static void
rc_set_time_zone_class_init (RcSetTimeZoneClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_set_time_zone_validate;
  command_class->apply = rc_set_time_zone_apply;
  rc_command_class_set_fields (command_class, "set-time-zone", fields, G_N_ELEMENTS (fields));
}

static void
rc_set_time_zone_init (RcSetTimeZone *self)
{
}

/**
 * rc_set_time_zone_new:
 * @actor: who says so; not a viewer (TM-3)
 * @date: the day
 * @time_zone: (nullable): a zone of rc_time_zone_list_known(); %NULL or "": the machine's
 *
 * Returns: (transfer full): a command; its result counts 1 where the setting became another one, and refers to what it is
 */
RcCommand *
rc_set_time_zone_new (gint64 actor, RcDate date, const char *time_zone)
{
  return g_object_new (RC_TYPE_SET_TIME_ZONE, "actor", actor, "date", date, "time-zone", time_zone, NULL);
}
