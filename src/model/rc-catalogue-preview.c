/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-catalogue-preview.h"

#include "rc-catalogue.h"
#include "rc-format.h"
#include "rc-import-problem.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* The dry run of a catalogue's import (PR-1): what becomes of each product, by line and with the reason, and every line that
 * is wrong. The command that follows makes the same plan. Nothing is written. */

static void
append_difference (GString *text, const char *label, const char *before, const char *after)
{
  g_autofree char *change = NULL;

  if (g_str_equal (before, after))
    return;
  /* Translators: a field, its old value and its new one. */
  change = g_strdup_printf (_ ("%s: %s → %s"), label, before, after);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", change);
}

static char *
list_segments (const RcProductRecord *product)
{
  GString *names = g_string_new (NULL);

  for (gsize segment = 0; segment < G_N_ELEMENTS (product->for_segment); segment++)
    if (product->for_segment[segment])
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              rc_words_segment ((RcSegment) segment));
  return g_string_free (names, FALSE);
}

static const char *
say (gboolean yes)
{
  return yes ? _ ("Yes") : _ ("No");
}

/* (transfer full) a line for each value that becomes another one */
static char *
describe_differences (const RcProductRecord *before, const RcProductRecord *after)
{
  GString *text = g_string_new (NULL);
  g_autofree char *segments_before = list_segments (before);
  g_autofree char *segments_after = list_segments (after);
  g_autofree char *lowest_before = rc_format_number (before->min_quantity);
  g_autofree char *lowest_after = rc_format_number (after->min_quantity);

  append_difference (text, _ ("Name"), before->name, after->name);
  append_difference (text, C_ ("product", "Family"), before->family, after->family);
  append_difference (text, _ ("Type"), rc_words_offer_type (before->offer_type),
                     rc_words_offer_type (after->offer_type));
  append_difference (text, _ ("Kind of license"), rc_words_licence_kind (before->licence_kind),
                     rc_words_licence_kind (after->licence_kind));
  append_difference (text, _ ("Market segments"), segments_before, segments_after);
  append_difference (text, _ ("Available to purchase authorizations"), say (before->open_to_pa),
                     say (after->open_to_pa));
  append_difference (text, _ ("Lowest quantity"), lowest_before, lowest_after);
  append_difference (text, C_ ("product", "Retired"), say (before->retired), say (after->retired));
  return g_string_free (text, FALSE);
}

/* (transfer full) */
static char *
describe_step (const RcCatalogueStep *step)
{
  switch (step->fate)
    {
    case RC_CATALOGUE_FATE_NEW:
      return g_strdup (_ ("It is new."));
    case RC_CATALOGUE_FATE_REPLACED:
      return describe_differences (step->before, step->after);
    case RC_CATALOGUE_FATE_RETIRED:
      return g_strdup (
          step->after != NULL
              ? _ ("The file retires it: it is not sold any more.")
              : _ ("It is not in the file, but in use: it is retired, and customers keep what they "
                   "have of it."));
    case RC_CATALOGUE_FATE_REMOVED:
      return g_strdup (_ ("It is not in the file, and nobody ever had it: it is removed."));
    case RC_CATALOGUE_FATE_UNCHANGED:
      return g_strdup ("");
    }
  g_return_val_if_reached (NULL);
}

static void
append_step (RcCataloguePreview *preview, const RcCatalogueStep *step, GArray *lines)
{
  const RcProductRecord *product = step->after != NULL ? step->after : step->before;
  guint64 line = step->after != NULL ? g_array_index (lines, guint64, step->position) : 0;
  /* Translators: a product's code, then its name */
  g_autofree char *title = g_strdup_printf (_ ("%s · %s"), product->code, product->name);
  g_autofree char *reason = describe_step (step);
  g_autoptr (RcImportProblem) item = rc_import_problem_new (line, title, reason, FALSE);

  g_list_store_append (preview->lines, item);
}

/* What takes something away stands before what adds something. */
static void
list_steps (RcCataloguePreview *preview, GPtrArray *plan, GArray *lines)
{
  static const RcCatalogueFate order[] = { RC_CATALOGUE_FATE_REMOVED, RC_CATALOGUE_FATE_RETIRED,
                                           RC_CATALOGUE_FATE_REPLACED, RC_CATALOGUE_FATE_NEW };

  for (guint i = 0; i < plan->len; i++)
    preview->counts[((RcCatalogueStep *) g_ptr_array_index (plan, i))->fate]++;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < plan->len; j++)
      if (((RcCatalogueStep *) g_ptr_array_index (plan, j))->fate == order[i])
        append_step (preview, g_ptr_array_index (plan, j), lines);
}

static void
list_faults (RcCataloguePreview *preview, GPtrArray *faults)
{
  preview->n_faults = faults->len;
  for (guint i = 0; i < faults->len; i++)
    {
      const RcCatalogueFault *fault = g_ptr_array_index (faults, i);
      g_autoptr (RcImportProblem) item =
          rc_import_problem_new (fault->line, fault->code, fault->message, FALSE);

      g_list_store_append (preview->lines, item);
    }
}

/* In the reader's thread. */
static gpointer
load (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcCataloguePreview) preview = g_new0 (RcCataloguePreview, 1);
  g_autoptr (GFileInputStream) stream = g_file_read (G_FILE (data), cancellable, error);
  g_autoptr (RcCatalogueFile) file =
      stream != NULL ? rc_catalogue_check (G_INPUT_STREAM (stream), cancellable, error) : NULL;
  g_autoptr (GPtrArray) plan = file != NULL ? rc_catalogue_plan_new (database, file->products, error) : NULL;

  if (plan == NULL)
    return NULL;
  preview->products = g_ptr_array_ref (file->products);
  preview->lines = g_list_store_new (RC_TYPE_IMPORT_PROBLEM);
  list_faults (preview, file->faults);
  /* What a line that is wrong is about would seem to be missing. */
  if (preview->n_faults == 0)
    list_steps (preview, plan, file->lines);
  return g_steal_pointer (&preview);
}

/**
 * rc_catalogue_preview_free:
 * @preview: (transfer full): a preview
 */
void
rc_catalogue_preview_free (RcCataloguePreview *preview)
{
  g_clear_pointer (&preview->products, g_ptr_array_unref);
  g_clear_object (&preview->lines);
  g_free (preview);
}

/**
 * rc_catalogue_preview_load_async:
 * @workspace: a workspace
 * @file: a CSV file
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads @file, and compares it with the workspace's catalogue, in a thread.
 */
void
rc_catalogue_preview_load_async (RcWorkspace *workspace, GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_FILE (file));
  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_catalogue_preview_load_async);
  rc_store_read_long_async (rc_workspace_get_store (workspace), load, g_object_ref (file), g_object_unref,
                            (GDestroyNotify) rc_catalogue_preview_free, cancellable, rc_store_call_pass_on,
                            g_steal_pointer (&task));
}

/**
 * rc_catalogue_preview_load_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the preview; %NULL with what makes the whole file unreadable, as for rc_catalogue_check(), an
 *   error of #RcStoreError, or cancelled
 */
RcCataloguePreview *
rc_catalogue_preview_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_catalogue_preview_load_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_catalogue_preview_can_import:
 * @preview: a preview
 *
 * Returns: whether no line is wrong, there is a product, and something changes
 */
gboolean
rc_catalogue_preview_can_import (const RcCataloguePreview *preview)
{
  return preview->n_faults == 0 && preview->products->len > 0
         && g_list_model_get_n_items (G_LIST_MODEL (preview->lines)) > 0;
}
