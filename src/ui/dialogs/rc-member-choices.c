/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-member-choices"

#include "rc-member-choices.h"
#include "rc-enum-types.h"
#include "rc-member.h"
#include "rc-picker-item.h"
#include "rc-words.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-member-choices
 *
 * The active members of the team to choose from: whom a customer is managed by (CU-10), and who "me" is (TM-4).
 */

/**
 * rc_member_choices_new:
 * @workspace: a workspace
 *
 * Returns: (transfer full): RcPickerItems of the members that are active now, with their e-mail addresses beneath
 */
GListModel *
rc_member_choices_new (RcWorkspace *workspace)
{
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);
  GListModel *members = rc_workspace_get_members (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);
      const RcMemberRecord *record = rc_member_get_record (member);
      g_autofree char *key = rc_member_choices_get_key (record->id);
      g_autoptr (RcPickerItem) item = rc_picker_item_new (key, record->name, record->email, TRUE);

      if (record->status == RC_MEMBER_STATUS_ACTIVE)
        g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static const char *
describe_role (RcRole role)
{
  switch (role)
    {
    case RC_ROLE_PRIMARY_ADMIN:
      return _ ("Can do everything");
    case RC_ROLE_ACCOUNT_MANAGER:
      return _ ("Everything but team, policy, catalog and who manages a customer");
    case RC_ROLE_VIEWER:
      return _ ("Changes nothing");
    }
  g_return_val_if_reached ("");
}

/**
 * rc_member_choices_new_roles:
 *
 * Returns: (transfer full): RcPickerItems of the roles, by nick, with what each may do beneath (TM-3)
 */
GListModel *
rc_member_choices_new_roles (void)
{
  static const RcRole roles[] = { RC_ROLE_ACCOUNT_MANAGER, RC_ROLE_PRIMARY_ADMIN, RC_ROLE_VIEWER };
  GListStore *store = g_list_store_new (RC_TYPE_PICKER_ITEM);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (RcPickerItem) item =
          rc_picker_item_new (rc_enum_to_nick (RC_TYPE_ROLE, (int) roles[i]), rc_words_role (roles[i]),
                              describe_role (roles[i]), TRUE);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

/**
 * rc_member_choices_get_key:
 * @member_id: a member's id
 *
 * Returns: (transfer full): the key of the member's item
 */
char *
rc_member_choices_get_key (gint64 member_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, member_id);
}

/**
 * rc_member_choices_get_id:
 * @key: (nullable): an item's key
 *
 * Returns: the member's id; 0 for no key
 */
gint64
rc_member_choices_get_id (const char *key)
{
  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
}
