/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-command-line"

#include "rc-command-line.h"
#include "rc-transfer.h"

#include <glib/gi18n.h>

/*
 * The command line: one table of options, what they must not be combined with, and what runs without a window.
 */

/* The sample's first events lie years before its day, and its anniversary dates years after: all of them are dates. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/* What the parser writes to; taken over by RcCommandLine. */
typedef struct
{
  char *workspace;
  gboolean sample;
  char *today;
  gboolean version;
  gboolean service;
  char *export_to;
  char *import_from;
  char *map;
  char *rejected;
  char **files;
} Parsed;

static void
parsed_clear (Parsed *parsed)
{
  g_clear_pointer (&parsed->workspace, g_free);
  g_clear_pointer (&parsed->today, g_free);
  g_clear_pointer (&parsed->export_to, g_free);
  g_clear_pointer (&parsed->import_from, g_free);
  g_clear_pointer (&parsed->map, g_free);
  g_clear_pointer (&parsed->rejected, g_free);
  g_clear_pointer (&parsed->files, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parsed, parsed_clear)

static gboolean
parse_options (Parsed *parsed, char ***arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &parsed->workspace, N_ ("Open the workspace in FILE"),
      N_ ("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &parsed->sample, N_ ("Open a workspace with sample data"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &parsed->today,
      N_ ("Pretend that today is DATE (YYYY-MM-DD); with --sample only"), N_ ("DATE") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &parsed->export_to,
      N_ ("Write the report of all customers to CSV"), N_ ("CSV") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &parsed->import_from,
      N_ ("Import customers from CSV: all rows or none"), N_ ("CSV") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &parsed->map, N_ ("What the columns of --import mean"),
      N_ ("FILE") },
    { "rejected", 0, 0, G_OPTION_ARG_FILENAME, &parsed->rejected,
      N_ ("Import the rows without errors, and write the others to CSV"), N_ ("CSV") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &parsed->version, N_ ("Print the version and leave"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &parsed->service, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &parsed->files, NULL, N_ ("[FILE]") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Look after the customers of a volume licensing program"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
is_same_file (const char *path, const char *other)
{
  g_autofree char *whole_path = g_canonicalize_filename (path, NULL);
  g_autofree char *whole_other = g_canonicalize_filename (other, NULL);

  return g_str_equal (whole_path, whole_other);
}

static gboolean
check_transfer (const Parsed *parsed, GError **error)
{
  gboolean has_workspace = parsed->workspace != NULL || parsed->files != NULL;

  if (parsed->export_to && !has_workspace && !parsed->sample)
    return refuse (error, _ ("--export needs a workspace: name it with --workspace, or use --sample."));
  if (parsed->import_from && !has_workspace)
    return refuse (error, _ ("--import needs a workspace: name it with --workspace."));
  if (parsed->export_to && parsed->import_from)
    return refuse (error, _ ("Either --export or --import can be done at a time."));
  if (parsed->import_from && !parsed->map)
    return refuse (error, _ ("--import needs --map, which says what the columns mean."));
  if ((parsed->map || parsed->rejected) && !parsed->import_from)
    return refuse (error, _ ("--map and --rejected are for --import only."));
  if (parsed->rejected
      && (is_same_file (parsed->rejected, parsed->import_from)
          || is_same_file (parsed->rejected, parsed->map)))
    return refuse (error, _ ("The file after --rejected has to be another one than the list and the map."));
  return TRUE;
}

static gboolean
check (const Parsed *parsed, RcDate today, GError **error)
{
  if (!check_transfer (parsed, error))
    return FALSE;
  if (parsed->files && g_strv_length (parsed->files) + (parsed->workspace ? 1 : 0) > 1)
    return refuse (error, _ ("Only one workspace can be opened at a time."));
  if (parsed->sample && (parsed->workspace || parsed->files))
    return refuse (error, _ ("Either a workspace or the sample can be opened, not both."));
  if (parsed->today && !parsed->sample)
    return refuse (error, _ ("--today is for the sample only: use it with --sample."));
  if (parsed->today && (today < rc_date_new (FIRST_YEAR, 1, 1) || today > rc_date_new (LAST_YEAR, 12, 31)))
    return refuse (error, _ ("The date after --today is written YYYY-MM-DD, from 1900-01-01 to 2999-12-31."));
  return TRUE;
}

/**
 * rc_command_line_parse:
 * @arguments: (inout): the program's name and its arguments, as from main(); what is understood is taken out
 *
 * Returns: (transfer full): what is asked for; NULL with %G_OPTION_ERROR where it cannot be understood
 */
RcCommandLine *
rc_command_line_parse (char ***arguments, GError **error)
{
  g_auto (Parsed) parsed = { 0 };
  RcCommandLine *self;
  RcDate today;

  if (!parse_options (&parsed, arguments, error))
    return NULL;
  today = parsed.today ? rc_date_from_iso (parsed.today) : RC_DATE_NONE;
  if (!check (&parsed, today, error))
    return NULL;
  self = g_new0 (RcCommandLine, 1);
  self->workspace = parsed.files ? g_strdup (parsed.files[0]) : g_steal_pointer (&parsed.workspace);
  self->sample = parsed.sample;
  self->today = today;
  self->version = parsed.version;
  self->export_to = g_steal_pointer (&parsed.export_to);
  self->import_from = g_steal_pointer (&parsed.import_from);
  self->map = g_steal_pointer (&parsed.map);
  self->rejected = g_steal_pointer (&parsed.rejected);
  return self;
}

/**
 * rc_command_line_free:
 * @self: (nullable): a command line
 */
void
rc_command_line_free (RcCommandLine *self)
{
  if (!self)
    return;
  g_free (self->workspace);
  g_free (self->export_to);
  g_free (self->import_from);
  g_free (self->map);
  g_free (self->rejected);
  g_free (self);
}

/**
 * rc_command_line_is_headless:
 *
 * Returns: TRUE where no window is needed
 */
gboolean
rc_command_line_is_headless (const RcCommandLine *self)
{
  return self->version || self->export_to != NULL || self->import_from != NULL;
}

/**
 * rc_command_line_run_headless:
 *
 * Does what needs no window, and no display.
 *
 * Returns: the exit status
 */
int
rc_command_line_run_headless (const RcCommandLine *self)
{
  g_return_val_if_fail (rc_command_line_is_headless (self), RC_EXIT_USAGE);

  if (self->export_to != NULL && !self->version)
    return rc_transfer_export (self->sample ? NULL : self->workspace, self->today, self->export_to);
  if (self->import_from != NULL && !self->version)
    return rc_transfer_import (self->workspace, self->import_from, self->map, self->rejected);
  g_print ("%s %s\n", _ ("Reseller Console"), RC_VERSION);
  return RC_EXIT_DONE;
}
