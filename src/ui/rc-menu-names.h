/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void rc_menu_names_watch (void);
