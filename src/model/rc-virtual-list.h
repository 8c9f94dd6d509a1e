/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-store.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RC_LIST_STATE_LOADING,
  RC_LIST_STATE_EMPTY,
  RC_LIST_STATE_ERROR,
  RC_LIST_STATE_CONTENT
} RcListState;

/* A GListModel over a snapshot of ids: rows are placeholders until their page is read. Derived: RcCustomerList,
 * RcMessageList, RcActivityList. Properties: store (construct), state (RcListState), error-message, n-items,
 * updating (a query is under way whose first ids are not here yet). */
#define RC_TYPE_VIRTUAL_LIST (rc_virtual_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcVirtualList, rc_virtual_list, RC, VIRTUAL_LIST, GObject)

struct _RcVirtualListClass
{
  GObjectClass parent_class;

  /* In the main context. */
  gpointer (*create_query) (
      RcVirtualList *self); /* an immutable query for the worker; freed with free_query */
  void (*free_query) (gpointer query); /* in any thread */
  GObject *(*create_item) (RcVirtualList *self, gint64 id);
  void (*update_item) (RcVirtualList *self, GObject *item, gpointer record); /* takes the record */
  /* In the worker. */
  GArray *(*list_ids) (RcDatabase *database, gpointer query, int limit, GCancellable *cancellable,
                       GError **error); /* the same prefix whatever the limit; 0: all */
  GPtrArray *(*fetch) (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                       GError **error); /* with the function that frees a record */
};

/* The query is another one: a first page quickly, then all. */
void rc_virtual_list_restart (RcVirtualList *self);
/* The same query over what was changed: what differs is told, or two emissions. */
void rc_virtual_list_reload (RcVirtualList *self);
void rc_virtual_list_refresh_item (RcVirtualList *self, gint64 id); /* its row is read again and notifies */
void rc_virtual_list_refresh_all (RcVirtualList *self); /* the same for each row that is held */
gint64 rc_virtual_list_get_id (RcVirtualList *self, guint position);
guint rc_virtual_list_find (RcVirtualList *self,
                            gint64 id); /* GTK_INVALID_LIST_POSITION (G_MAXUINT) if absent */
RcListState rc_virtual_list_get_state (RcVirtualList *self);
const char *rc_virtual_list_get_error_message (RcVirtualList *self);
gboolean rc_virtual_list_is_complete (
    RcVirtualList *self); /* FALSE while only the first page of a snapshot is there */
/* In "items-changed": all rows went, and others are told of right after. */
gboolean rc_virtual_list_is_replacing (RcVirtualList *self);

G_END_DECLS
