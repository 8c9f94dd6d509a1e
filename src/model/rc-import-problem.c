/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-problem.h"

#include "rc-format.h"

#include <glib/gi18n-lib.h>

/* A row of a file that an import leaves out, and why (IO-2): it has errors, or its customer is already there. It does not
 * hold the row: that is read from the file again. */

enum
{
  PROP_LINE = 1,
  PROP_ORGANIZATION,
  PROP_REASON,
  PROP_ALREADY_THERE,
  PROP_TITLE,
  N_PROPS
};

struct _RcImportProblem
{
  GObject parent_instance;

  guint64 line; /* of the file, from 1; 0: it is about the file as a whole, or about what is not in it */
  char *organization; /* (owned): valid UTF-8, maybe empty */
  char *reason; /* (owned): whole sentences */
  gboolean already_there;
};

G_DEFINE_FINAL_TYPE (RcImportProblem, rc_import_problem, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

/* Made when it is shown: there may be many, and few are looked at. */
static char *
make_title (RcImportProblem *self)
{
  g_autofree char *number = rc_format_number ((gint64) self->line);

  if (self->line == 0)
    return g_strdup (self->organization);
  /* Translators: a row's line in the file, and the organization's name in it */
  return g_strdup_printf (_ ("Line %s: %s"), number, self->organization);
}

static void
rc_import_problem_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcImportProblem *self = RC_IMPORT_PROBLEM (object);

  if (id == PROP_LINE)
    g_value_set_uint64 (value, self->line);
  else if (id == PROP_ORGANIZATION)
    g_value_set_string (value, self->organization);
  else if (id == PROP_REASON)
    g_value_set_string (value, self->reason);
  else if (id == PROP_ALREADY_THERE)
    g_value_set_boolean (value, self->already_there);
  else if (id == PROP_TITLE)
    g_value_take_string (value, make_title (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rc_import_problem_finalize (GObject *object)
{
  RcImportProblem *self = RC_IMPORT_PROBLEM (object);

  g_clear_pointer (&self->organization, g_free);
  g_clear_pointer (&self->reason, g_free);
  G_OBJECT_CLASS (rc_import_problem_parent_class)->finalize (object);
}

static void
rc_import_problem_class_init (RcImportProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rc_import_problem_get_property;
  object_class->finalize = rc_import_problem_finalize;
  props[PROP_LINE] = g_param_spec_uint64 ("line", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  props[PROP_ORGANIZATION] = g_param_spec_string ("organization", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  props[PROP_ALREADY_THERE] = g_param_spec_boolean ("already-there", NULL, NULL, FALSE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rc_import_problem_init (RcImportProblem *self)
{
}

/**
 * rc_import_problem_new:
 * @line: the line of the file on which the row begins, from 1; 0: it is in none
 * @organization: (nullable): the organization's or product's name, as far as it could be read
 * @reason: what is wrong, for people
 * @already_there: it is no error: the customer is in the workspace, or earlier in the file
 *
 * Returns: (transfer full): a problem
 */
RcImportProblem *
rc_import_problem_new (guint64 line, const char *organization, const char *reason, gboolean already_there)
{
  RcImportProblem *self = g_object_new (RC_TYPE_IMPORT_PROBLEM, NULL);

  self->line = line;
  self->organization = g_utf8_make_valid (organization != NULL ? organization : "", -1);
  self->reason = g_strdup (reason);
  self->already_there = already_there;
  return self;
}

/**
 * rc_import_problem_get_line:
 * @self: a problem
 *
 * Returns: the line of the file on which the row begins, from 1
 */
guint64
rc_import_problem_get_line (RcImportProblem *self)
{
  return self->line;
}

/**
 * rc_import_problem_get_organization:
 * @self: a problem
 *
 * Returns: (transfer none): the organization's name, maybe empty
 */
const char *
rc_import_problem_get_organization (RcImportProblem *self)
{
  return self->organization;
}

/**
 * rc_import_problem_get_reason:
 * @self: a problem
 *
 * Returns: (transfer none): what is wrong, in whole sentences
 */
const char *
rc_import_problem_get_reason (RcImportProblem *self)
{
  return self->reason;
}

/**
 * rc_import_problem_is_already_there:
 * @self: a problem
 *
 * Returns: whether it is no error but a customer that is already there (CU-8, VIP ID)
 */
gboolean
rc_import_problem_is_already_there (RcImportProblem *self)
{
  return self->already_there;
}
