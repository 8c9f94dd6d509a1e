/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-claim.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

#define RC_SECONDS_BETWEEN_LOOKS 3

/* What a workspace knows without asking the disk, and which of it is to be read. */
typedef enum
{
  RC_PART_POLICY = 1 << 0,
  RC_PART_MEMBERS = 1 << 1,
  RC_PART_PRODUCTS = 1 << 2,
  RC_PART_COUNTS = 1 << 3,
  RC_PART_MESSAGES = 1 << 4,
  RC_PART_SETTINGS = 1 << 5,
  RC_PART_RESELLER_CHANGES = 1 << 6,
  RC_PART_ALL = (1 << 7) - 1,
  /* what a window cannot be without */
  RC_PART_AT_OPENING = RC_PART_POLICY | RC_PART_MEMBERS | RC_PART_PRODUCTS | RC_PART_SETTINGS
} RcParts;

/* What to read, for which day. */
typedef struct
{
  RcParts parts;
  RcDate today;
  gint64 now; /* µs, UTC */
  RcPolicy *policy; /* (owned) (nullable) NULL: the one that is read */
  gboolean only_mine;
  gint64 me; /* 0: the one that is read */
} RcContentsRequest;

typedef struct
{
  RcParts parts; /* what follows and is set */
  RcPolicy *policy; /* (owned) (nullable) */
  GPtrArray *members; /* (owned) (nullable) of RcMemberRecord */
  GPtrArray *products; /* (owned) (nullable) of RcProductRecord */
  guint64 counts[RC_N_FILTERS];
  gint64 counts_seq; /* the number of the last change that they count */
  guint64 waiting_messages;
  guint64 open_reseller_changes;
  guint64 codes_today;
  gint64 me;
  char *name; /* (owned) (nullable) */
  char *reseller_name; /* (owned) (nullable) */
  char *time_zone; /* (owned) (nullable) */
  gboolean sample;
} RcContents;

struct _RcWorkspace
{
  GObject parent_instance;

  RcStore *store; /* (owned) */
  RcClaim *claim; /* (owned) (nullable) on a file that is thrown away, until it is */
  RcClock *clock; /* (owned) */
  RcPolicy *policy; /* (owned) */
  GListStore *members; /* (owned) of RcMember */
  GListStore *products; /* (owned) of RcProduct */
  char *name; /* (owned) */
  char *reseller_name; /* (owned) (nullable) */
  char *time_zone; /* (owned) (nullable): NULL: the machine's */
  char *error_message; /* (owned) (nullable) */
  char *obstacle; /* (owned) (nullable) */
  gboolean sample;
  gboolean throw_away; /* the file is removed when it is closed */
  gboolean managed_by_me;
  gboolean closed;
  gint64 me;
  RcDate today;
  guint64 counts[RC_N_FILTERS];
  gint64 counts_seq; /* the number of the last change that they count; 0: they are not to be built on */
  guint64 waiting_messages;
  guint64 open_reseller_changes;
  guint64 codes_today;

  guint timer; /* source id */
  guint watch; /* source id */
  guint first_refresh; /* 0: none */
  guint late_refresh; /* 0: none */
  gboolean watching; /* the file is being looked at */
  gint64 file_version; /* of the last look; 0: none yet */
  RcParts wanted; /* parts to be read when the read under way is done */
  GCancellable *reading; /* (owned) (nullable) of the read under way */
  GCancellable *copying; /* (owned) (nullable) of the copy that is or was made last */
  RcParts reading_parts; /* what it reads; 0 where there is none */
};

void rc_contents_request_free (RcContentsRequest *request);
void rc_contents_free (RcContents *contents);
RcParts rc_contents_list_parts (const RcChangeSet *changes);
RcContents *rc_contents_read (RcDatabase *database, RcContentsRequest *request, GCancellable *cancellable,
                              GError **error);

char *rc_contents_choose_name (const RcContents *contents, const char *path);

RcWorkspace *rc_workspace_new (RcStore *store, RcClock *clock, RcContents *contents);
void rc_workspace_take_counts (RcWorkspace *self, const guint64 counts[RC_N_FILTERS], gint64 seq);
RcParts rc_workspace_follow_counts (RcWorkspace *self, const RcChangeSet *changes, RcParts parts);
void rc_workspace_take_contents (RcWorkspace *self, RcContents *contents);
void rc_workspace_take_settings (RcWorkspace *self, RcContents *contents);
void rc_workspace_refresh (RcWorkspace *self, RcParts parts);
void rc_workspace_take_changes (RcWorkspace *self, RcChangeSet *changes);
void rc_workspace_set_error_message (RcWorkspace *self, const char *message);
gboolean rc_workspace_write_me (RcDatabase *database, gint64 member_id, GError **error);
void rc_workspace_watch_file (RcWorkspace *self);
void rc_workspace_tell_replaced (RcWorkspace *self);
void rc_workspace_remove_file (const char *path);
gboolean rc_workspace_set_exists_error (const char *path, GError **error); /* FALSE */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcContentsRequest, rc_contents_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcContents, rc_contents_free)

G_END_DECLS
