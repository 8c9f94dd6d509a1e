/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* In which language the program speaks from its next start on. */
#define RC_TYPE_LANGUAGE_GROUP (rc_language_group_get_type ())
G_DECLARE_FINAL_TYPE (RcLanguageGroup, rc_language_group, RC, LANGUAGE_GROUP, AdwPreferencesGroup)

G_END_DECLS
