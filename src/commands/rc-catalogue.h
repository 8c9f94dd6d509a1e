/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 line; /* of the file, from 1 */
  char *code; /* (owned): the product's, as far as it can be shown */
  char *message; /* (owned): a sentence that names the line, and what to write there */
} RcCatalogueFault;

typedef struct
{
  GPtrArray *products; /* (owned) of RcProductRecord */
  GArray *lines; /* (owned) of guint64: where each of them begins, from 1 */
  GPtrArray *faults; /* (owned) of RcCatalogueFault */
} RcCatalogueFile;

void rc_catalogue_file_free (RcCatalogueFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCatalogueFile, rc_catalogue_file_free)

RcCatalogueFile *rc_catalogue_check (GInputStream *stream, GCancellable *cancellable, GError **error);
GPtrArray *rc_catalogue_read (GInputStream *stream, GCancellable *cancellable, GError **error);
GPtrArray *rc_catalogue_read_built_in (GError **error);

G_END_DECLS
