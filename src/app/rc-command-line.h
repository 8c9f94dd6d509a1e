/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include <gio/gio.h>

G_BEGIN_DECLS

enum
{
  RC_EXIT_DONE = 0,
  RC_EXIT_REFUSED = 1,
  RC_EXIT_USAGE = 2
};

/* What the command line asks for. */
typedef struct
{
  char *workspace; /* (owned) (nullable) path as typed */
  gboolean sample;
  RcDate today; /* RC_DATE_NONE: the real one */
  gboolean version;
  char *export_to; /* (owned) (nullable) the report's file (IO-1) */
  char *import_from; /* (owned) (nullable) a CSV file (IO-2) */
  char *map; /* (owned) (nullable) what its columns mean */
  char *rejected; /* (owned) (nullable) where the rows go that are not imported */
} RcCommandLine;

RcCommandLine *rc_command_line_parse (char ***arguments, GError **error);
void rc_command_line_free (RcCommandLine *self);
gboolean rc_command_line_is_headless (const RcCommandLine *self);
int rc_command_line_run_headless (const RcCommandLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCommandLine, rc_command_line_free)

G_END_DECLS
