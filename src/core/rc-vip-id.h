/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RC_VIP_ID_LENGTH 20

char *rc_vip_id_new (void); /* CU-4; random from the system's secure source */
char *rc_vip_id_normalize (const char *typed);
gboolean rc_vip_id_is_valid (const char *vip_id);

G_END_DECLS
