/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The floor under every command: one row inserted by one durable transaction (WAL, synchronous=FULL) into a table
 * of nothing else. Measured in turn with the commands, in the same process: a disk that drifts drifts for both, and what
 * rested between two is as cold. */
typedef struct _BareCommit BareCommit;

BareCommit *bare_commit_new (const char *path);
double bare_commit_measure (BareCommit *self);
void bare_commit_free (BareCommit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BareCommit, bare_commit_free)
