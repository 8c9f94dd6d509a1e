/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"

G_BEGIN_DECLS

/* A virtual list whose ids are what a test says, and whose records are the ids times ten, plus a version. */
#define NUMBER_TYPE_LIST (number_list_get_type ())
G_DECLARE_FINAL_TYPE (NumberList, number_list, NUMBER, LIST, RcVirtualList)

/* A row: 0 until it was read. */
#define NUMBER_TYPE_ROW (number_row_get_type ())
G_DECLARE_FINAL_TYPE (NumberRow, number_row, NUMBER, ROW, GObject)

NumberList *number_list_new (RcStore *store);
void number_list_set_ids (NumberList *self, GArray *ids);
void number_list_set_delay (NumberList *self, guint milliseconds);
void number_list_set_error (NumberList *self, const char *message);
gint64 number_row_get_id (NumberRow *self);
gint64 number_row_get_value (NumberRow *self);
void number_list_set_version (int version);
int number_list_get_fetched (void); /* records read since the last call */

GArray *number_list_range (gint64 first, guint n);
gboolean number_list_wait (GMainContext *context, gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
