/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* What becomes of a product when another catalogue is taken over (PR-1). */
typedef enum
{
  RC_CATALOGUE_FATE_NEW,
  RC_CATALOGUE_FATE_REPLACED,
  RC_CATALOGUE_FATE_RETIRED,
  RC_CATALOGUE_FATE_REMOVED,
  RC_CATALOGUE_FATE_UNCHANGED
} RcCatalogueFate;
#define RC_N_CATALOGUE_FATES 5

typedef struct
{
  RcCatalogueFate fate;
  RcProductRecord *before; /* (owned) (nullable): not in the workspace */
  const RcProductRecord *after; /* (borrowed) (nullable): not in the new catalogue */
  guint position; /* of @after in the new catalogue */
} RcCatalogueStep;

GPtrArray *rc_catalogue_plan_new (RcDatabase *database, GPtrArray *products, GError **error);

G_END_DECLS
