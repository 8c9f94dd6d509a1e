/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_LOG_PAGE (rc_log_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcLogPage, rc_log_page, RC, LOG_PAGE, GtkWidget)

struct _RcLogPageClass
{
  GtkWidgetClass parent_class;

  char *(*describe_count) (RcLogPage *self, guint n_items, const char *number); /* (transfer full) */
  void (*search) (RcLogPage *self, const char *text);
  void (*activate) (RcLogPage *self, guint position); /* NULL: rows cannot be activated */
  void (*selection_changed) (RcLogPage *self, guint n_selected); /* NULL: rows cannot be selected */
};

void rc_log_page_set_title (RcLogPage *self, const char *title, const char *search_label);
void rc_log_page_set_empty (RcLogPage *self, const char *icon_name, const char *title,
                            const char *description);
void rc_log_page_set_list (RcLogPage *self, RcVirtualList *list, const char *row_resource);
void rc_log_page_add_toggle (RcLogPage *self, GtkWidget *toggle);
void rc_log_page_set_top (RcLogPage *self, GtkWidget *widget);
void rc_log_page_set_bottom (RcLogPage *self, GtkWidget *widget);
GtkSelectionModel *rc_log_page_get_selection (RcLogPage *self);
GArray *rc_log_page_get_selected_ids (RcLogPage *self, guint most);
RcVirtualList *rc_log_page_get_list (RcLogPage *self);
void rc_log_page_set_note (RcLogPage *self, const char *note);
void rc_log_page_set_button (RcLogPage *self, const char *icon_name, const char *label,
                             const char *action_name);

G_END_DECLS
