/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-seen.h"

#include "rc-text.h"

#include <string.h>

/* By what a row is known again: the name and the address, case-folded, spaces collapsed (CU-8), and the VIP ID. Of both only
 * digests of 96 bits are kept, since they may be of millions: that two rows of a file share one by chance is less likely
 * than that the memory they lie in fails. */

#define FEWEST_PLACES 1024 /* a power of two */

typedef struct
{
  guint64 high;
  guint32 low;
  guint32 line; /* 0: the place is free */
} Place;

struct _RcImportSeen
{
  Place *places; /* (owned) a place's number is its digest's, or one of the next */
  gsize n_places; /* a power of two */
  gsize n_taken; /* at most two thirds of them */
};

/* @kind: what is digested, so that a VIP ID is no name */
static void
digest (char kind, const char *text, Place *place)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize length = sizeof bytes;

  g_checksum_update (checksum, (const guchar *) &kind, 1);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, bytes, &length);
  memcpy (&place->high, bytes, sizeof place->high);
  memcpy (&place->low, bytes + sizeof place->high, sizeof place->low);
}

static void
digest_membership (const RcCustomerData *customer, Place *place)
{
  g_autofree char *name = rc_text_fold_name (rc_customer_data_get (customer, RC_CUSTOMER_FIELD_NAME));
  g_autofree char *email = rc_text_fold_name (rc_customer_data_get (customer, RC_CUSTOMER_FIELD_EMAIL));
  g_autofree char *both = g_strjoin ("\n", name, email, NULL);

  digest ('m', both, place);
}

/* Where the digest is, or the free place where it would be. */
static Place *
find_place (const RcImportSeen *self, const Place *wanted)
{
  gsize i = wanted->high & (self->n_places - 1);

  while (self->places[i].line != 0
         && (self->places[i].high != wanted->high || self->places[i].low != wanted->low))
    i = (i + 1) & (self->n_places - 1);
  return &self->places[i];
}

static void
double_places (RcImportSeen *self)
{
  RcImportSeen larger = { .n_places = self->n_places * 2, .n_taken = self->n_taken };

  larger.places = g_new0 (Place, larger.n_places);
  for (gsize i = 0; i < self->n_places; i++)
    if (self->places[i].line != 0)
      *find_place (&larger, &self->places[i]) = self->places[i];
  g_free (self->places);
  *self = larger;
}

static void
add_place (RcImportSeen *self, const Place *added)
{
  Place *place = find_place (self, added);

  if (place->line != 0)
    return;
  *place = *added;
  if (++self->n_taken > self->n_places / 3 * 2)
    double_places (self);
}

/**
 * rc_import_seen_new:
 *
 * Returns: (transfer full): one that has seen nobody
 */
RcImportSeen *
rc_import_seen_new (void)
{
  RcImportSeen *self = g_new0 (RcImportSeen, 1);

  self->n_places = FEWEST_PLACES;
  self->places = g_new0 (Place, self->n_places);
  return self;
}

/**
 * rc_import_seen_free:
 * @self: (transfer full) (nullable): what it has seen
 */
void
rc_import_seen_free (RcImportSeen *self)
{
  if (self == NULL)
    return;
  g_free (self->places);
  g_free (self);
}

/**
 * rc_import_seen_add:
 * @self: what it has seen
 * @customer: a row
 * @line: its line in the file, from 1
 *
 * A customer that was seen before keeps its first line.
 */
void
rc_import_seen_add (RcImportSeen *self, const RcCustomerData *customer, guint64 line)
{
  const char *vip_id = rc_customer_data_get (customer, RC_CUSTOMER_FIELD_VIP_ID);
  Place place = { .line = (guint32) CLAMP (line, 1, G_MAXUINT32) };

  digest_membership (customer, &place);
  add_place (self, &place);
  if (*vip_id == '\0')
    return;
  digest ('v', vip_id, &place);
  add_place (self, &place);
}

/**
 * rc_import_seen_find:
 * @self: what it has seen
 * @customer: a row
 *
 * Returns: the line of an earlier row of the same membership (CU-8) or VIP ID; 0: there is none
 */
guint64
rc_import_seen_find (const RcImportSeen *self, const RcCustomerData *customer)
{
  const char *vip_id = rc_customer_data_get (customer, RC_CUSTOMER_FIELD_VIP_ID);
  Place wanted = { 0 };
  guint64 line;

  digest_membership (customer, &wanted);
  line = find_place (self, &wanted)->line;
  if (line != 0 || *vip_id == '\0')
    return line;
  digest ('v', vip_id, &wanted);
  return find_place (self, &wanted)->line;
}
