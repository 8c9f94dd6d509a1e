/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-row-cache.h"
#include "rc-virtual-list.h"

G_BEGIN_DECLS

#define RC_PAGE_SIZE 128
#define RC_PAGES_HELD 64

/* Reads the records of rows that are shown, for one list. */
typedef struct _RcPageReader RcPageReader;

typedef GArray *(*RcPageReaderIds) (gpointer list); /* the ids there are now (transfer none) */
typedef void (*RcPageReaderFailed) (const char *message, gpointer list);

RcPageReader *rc_page_reader_new (RcVirtualList *list, RcStore *store, RcRowCache *rows,
                                  RcPageReaderIds get_ids, RcPageReaderFailed failed);
void rc_page_reader_free (RcPageReader *self);
void rc_page_reader_want (RcPageReader *self, guint position);
void rc_page_reader_forget_pages (RcPageReader *self);
void rc_page_reader_refresh (RcPageReader *self, gint64 id);
void rc_page_reader_refresh_all (RcPageReader *self);

G_END_DECLS
