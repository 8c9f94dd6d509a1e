/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a virtual machine's host gave of its processors to other machines. A figure measured meanwhile tells of them, not of
 * the program: a series of steps is measured again until one had the processors for itself. */

typedef struct
{
  guint64 all; /* of all processors, in the kernel's ticks */
  guint64 taken;
} TakenTime;

TakenTime taken_time_read (void);
double taken_time_get_share (TakenTime since);
