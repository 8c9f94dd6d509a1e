/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-member.h"

#include "rc-words.h"

/* A team member as lists and choosers show one. Immutable. */

struct _RcMember
{
  RcTextItem parent_instance;

  RcMemberRecord *record; /* (owned) */
};

typedef enum
{
  TEXT_NAME = 1,
  TEXT_EMAIL,
  TEXT_ROLE,
  TEXT_STATUS
} RcMemberText;

static const char *const TEXT_NAMES[] = { "name", "email", "role", "status" };

G_DEFINE_FINAL_TYPE (RcMember, rc_member, RC_TYPE_TEXT_ITEM)

static void
rc_member_finalize (GObject *object)
{
  rc_member_record_free (RC_MEMBER (object)->record);
  G_OBJECT_CLASS (rc_member_parent_class)->finalize (object);
}

static void
rc_member_class_init (RcMemberClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_member_finalize;
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
}

static void
rc_member_init (RcMember *self)
{
}

/**
 * rc_member_new:
 * @record: (transfer full): what is known of the member
 *
 * Returns: (transfer full): a member
 */
RcMember *
rc_member_new (RcMemberRecord *record)
{
  RcMember *self = g_object_new (RC_TYPE_MEMBER, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);

  self->record = record;
  rc_text_item_set (item, TEXT_NAME, record->name);
  rc_text_item_set (item, TEXT_EMAIL, record->email);
  rc_text_item_set (item, TEXT_ROLE, rc_words_role (record->role));
  rc_text_item_set (item, TEXT_STATUS, rc_words_member_status (record->status));
  return self;
}

/**
 * rc_member_get_record:
 * @self: a member
 *
 * Returns: (transfer none): what is known of the member
 */
const RcMemberRecord *
rc_member_get_record (RcMember *self)
{
  g_return_val_if_fail (RC_IS_MEMBER (self), NULL);
  return self->record;
}

/**
 * rc_member_get_id:
 * @self: a member
 *
 * Returns: the member's id
 */
gint64
rc_member_get_id (RcMember *self)
{
  g_return_val_if_fail (RC_IS_MEMBER (self), 0);
  return self->record->id;
}

/**
 * rc_member_is_active:
 * @self: a member
 *
 * Returns: whether the member can be given customers and run commands (TM-1)
 */
gboolean
rc_member_is_active (RcMember *self)
{
  g_return_val_if_fail (RC_IS_MEMBER (self), FALSE);
  return self->record->status == RC_MEMBER_STATUS_ACTIVE;
}
