/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* What a VIP ID is in a workspace (CU-4). */
typedef enum
{
  RC_VIP_ID_FREE,
  RC_VIP_ID_CUSTOMER, /* of a customer that is there */
  RC_VIP_ID_USED /* of one that was removed: never issued again */
} RcVipIdUse;

gboolean rc_import_query_get_vip_id_use (RcDatabase *database, const char *vip_id, RcVipIdUse *use,
                                         GError **error);
GHashTable *rc_import_query_list_used_products (RcDatabase *database, GError **error);

G_END_DECLS
