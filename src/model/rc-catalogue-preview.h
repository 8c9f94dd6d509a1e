/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-catalogue-plan.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* What a file with a catalogue would do. */
typedef struct
{
  GPtrArray *products; /* (owned) of RcProductRecord: those of the lines that are right */
  GListStore *lines; /* (owned) of RcImportProblem: what is wrong; where nothing is, what changes */
  guint n_faults;
  guint counts[RC_N_CATALOGUE_FATES]; /* where nothing is wrong */
} RcCataloguePreview;

void rc_catalogue_preview_free (RcCataloguePreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCataloguePreview, rc_catalogue_preview_free)

void rc_catalogue_preview_load_async (RcWorkspace *workspace, GFile *file, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
RcCataloguePreview *rc_catalogue_preview_load_finish (GAsyncResult *result, GError **error);
gboolean rc_catalogue_preview_can_import (const RcCataloguePreview *preview);

G_END_DECLS
