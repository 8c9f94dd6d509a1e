/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-set-reseller-name.h"

#include "rc-command-context.h"
#include "rc-rule-error.h"
#include "rc-setting-change.h"
#include "rc-settings-table.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* Says what the reseller is called: mails are signed with it (MS-1). Without a name they are signed by the account manager alone. */

#define LONGEST_NAME 200 /* characters */

struct _RcSetResellerName
{
  RcCommand parent_instance;

  char *reseller_name; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcSetResellerName, rc_set_reseller_name, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "reseller-name", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcSetResellerName, reseller_name) },
};

static gboolean
rc_set_reseller_name_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcSetResellerName *self = RC_SET_RESELLER_NAME (command);
  g_autofree char *name = NULL;

  if (self->reseller_name == NULL)
    return TRUE;
  name = rc_text_trim (self->reseller_name);
  if (rc_text_is_allowed (name) && rc_text_length (name) <= LONGEST_NAME
      && (*name == '\0' || !rc_text_is_blank (name)))
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
               ngettext ("The reseller’s name can have at most %d character, and no control characters.",
                         "The reseller’s name can have at most %d characters, and no control characters.",
                         LONGEST_NAME),
               LONGEST_NAME);
  return FALSE;
}

static gboolean
rc_set_reseller_name_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                            GError **error)
{
  RcSetResellerName *self = RC_SET_RESELLER_NAME (command);
  g_autofree char *name = self->reseller_name != NULL ? rc_text_trim (self->reseller_name) : NULL;

  return rc_setting_change_apply (context, RC_SETTING_RESELLER_NAME, name, result, error);
}

static void
rc_set_reseller_name_class_init (RcSetResellerNameClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_set_reseller_name_validate;
  command_class->apply = rc_set_reseller_name_apply;
  rc_command_class_set_fields (command_class, "set-reseller-name", fields, G_N_ELEMENTS (fields));
}

static void
rc_set_reseller_name_init (RcSetResellerName *self)
{
}

/**
 * rc_set_reseller_name_new:
 * @actor: who says so; not a viewer (TM-3)
 * @date: the day
 * @reseller_name: (nullable): its name, of at most 200 characters; %NULL or "": none
 *
 * Returns: (transfer full): a command; its result counts 1 where the setting became another one, and refers to what it is
 */
RcCommand *
rc_set_reseller_name_new (gint64 actor, RcDate date, const char *reseller_name)
{
  return g_object_new (RC_TYPE_SET_RESELLER_NAME, "actor", actor, "date", date, "reseller-name",
                       reseller_name, NULL);
}
