/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void rc_whole_text_watch (void);
