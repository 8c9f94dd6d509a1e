/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-workspace.h"

#include "rc-collation.h"
#include "rc-customer-bulk.h"
#include "rc-database.h"
#include "rc-enum-types.h"
#include "rc-migration.h"
#include "rc-text.h"

/* Fills a workspace with made-up customers, past the commands, which would take hours for a million. Names are put
 * together from parts of place names and words for organizations, so that letters, lengths and repetitions are
 * like those of real ones; no row is taken from anywhere. The rows hold what the commands would have kept. */

#define N_MANAGERS 20
#define N_PRODUCTS 12

static const char *const place_beginnings[] = {
  "Aar",    "Oden",   "Vej",       "Kol",   "Hors",   "Silke",  "Esbj",  "Ros",    "Hel",    "Nov",
  "Star",   "Biał",   "Zam",       "Rze",   "Kosz",   "Lub",    "Grud",  "Święto", "Łowi",   "Mont",
  "Saint-", "Beau",   "Ville",     "Châ",   "Roche",  "Long",   "Vieux", "Ferr",   "Monte",  "Castel",
  "San ",   "Villa",  "Porto ",    "Rocca", "Civita", "Torre",  "Braga", "Vila ",  "Ponte ", "Santa ",
  "Lagoa ", "Campo ", "Ribeirão ", "São ",  "Pedra ", "Spring", "Green", "Oak",    "Mill",   "River",
  "Bridge", "Fair",   "New ",      "Cedar", "Stone",  "Ash",    "Hart",  "Kings",  "Red",    "North"
};
static const char *const place_endings[] = {
  "hus",  "borg",  "by",     "rup",    "sted",  "lev",      "ning",  "ense",  "ów",     "ice",  "owo",
  "gród", "sk",    "ica",    "bork",   "wice",  "ville",    "court", "mont",  "fort",   "lieu", "gny",
  "ac",   "eau",   "ello",   "ate",    "ano",   "ona",      "etta",  "ino",   "ara",    "ese",  "Nova",
  "Real", "Verde", "Grande", "do Sul", "Alta",  "da Serra", "Velha", "field", "ton",    "ford", "dale",
  "wood", "bury",  "port",   "haven",  "creek", "view",     "land",  "mouth", "bridge", "ham"
};
static const char *const kinds[] = {
  "Kommune",      "Gymnasium",       "Bibliotek",        "Design",    "Teknik",       "Szkoła Podstawowa",
  "Urząd Miasta", "Liceum",          "Wydawnictwo",      "Drukarnia", "Lycée",        "Mairie",
  "École",        "Imprimerie",      "Agence",           "Comune",    "Liceo",        "Istituto Tecnico",
  "Studio",       "Tipografia",      "Câmara Municipal", "Escola",    "Universidade", "Editora",
  "Gráfica",      "School District", "County Office",    "College",   "Printing",     "Media",
  "Architects",   "Publishing",      "Museum",           "Hospital",  "Engineering",  "Foods",
  "Logistics",    "Theatre",         "Research",         "Institute"
};
static const char *const countries[] = { "DK", "PL", "FR", "IT", "BR", "PT", "US" };
static const char *const languages[] = { "da", "pl", "fr", "it", "pt_BR", "pt_BR", "en" };

typedef struct
{
  RcDatabase *database; /* (borrowed) */
  RcCollator *collator; /* (owned) */
  GRand *random; /* (owned) */
  RcDate today;
} Generator;

/* What a customer's row keeps of its licences and purchase authorizations. */
typedef struct
{
  RcDate anniversary_date;
  RcDate open_pa;
  RcDate moved_on;
  int licences;
} Facts;

static const char *
pick (Generator *generator, const char *const *words, gsize n_words)
{
  return words[g_rand_int_range (generator->random, 0, (gint32) n_words)];
}

static gboolean
chance (Generator *generator, double probability)
{
  return g_rand_double (generator->random) < probability;
}

static RcStatement *
prepare (Generator *generator, const char *sql, GError **error)
{
  return rc_database_prepare (generator->database, sql, error);
}

static gboolean
add_members (Generator *generator, GError **error)
{
  for (int id = 1; id <= N_MANAGERS; id++)
    {
      g_autofree char *name =
          id == 1 ? g_strdup ("Primary admin") : g_strdup_printf ("Account manager %d", id - 1);
      g_autofree char *email = g_strdup_printf ("member%d@reseller.example", id);
      g_autoptr (GBytes) key = rc_collator_get_key (generator->collator, name);
      RcStatement *statement =
          prepare (generator,
                   "INSERT INTO members (id, change_seq, name, name_key, email, role, status)"
                   " VALUES ($1, 1, $2, $3, $4, $5, 'active')",
                   error);

      if (statement == NULL)
        return FALSE;
      rc_statement_bind_int (statement, "$1", id);
      rc_statement_bind_text (statement, "$2", name);
      rc_statement_bind_blob (statement, "$3", key);
      rc_statement_bind_text (statement, "$4", email);
      rc_statement_bind_text (statement, "$5", id == 1 ? "primary-admin" : "account-manager");
      if (!rc_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_products (Generator *generator, GError **error)
{
  for (int id = 1; id <= N_PRODUCTS; id++)
    {
      g_autofree char *text = g_strdup_printf ("Product %02d", id);
      RcStatement *statement =
          prepare (generator,
                   "INSERT INTO products (id, change_seq, code, name, family, offer_type, licence_kind,"
                   " for_commercial, for_government, for_education, open_to_pa, min_quantity)"
                   " VALUES ($1, 1, $2, $2, 'Products', 'team', 'named-user', 1, 1, 1, 1, 1)",
                   error);

      if (statement == NULL)
        return FALSE;
      rc_statement_bind_int (statement, "$1", id);
      rc_statement_bind_text (statement, "$2", text);
      if (!rc_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* One in three has nothing, one in twenty a purchase authorization, one in fifty has lapsed. */
static void
make_facts (Generator *generator, Facts *facts)
{
  *facts = (Facts){ 0 };
  if (chance (generator, 0.005))
    facts->moved_on = rc_date_add_days (generator->today, -g_rand_int_range (generator->random, 1, 300));
  if (chance (generator, 0.05))
    facts->open_pa = rc_date_add_days (generator->today, -g_rand_int_range (generator->random, 0, 75));
  if (facts->open_pa == RC_DATE_NONE && chance (generator, 0.33))
    return;
  facts->licences = g_rand_int_range (generator->random, 1, 120);
  facts->anniversary_date = rc_date_add_days (
      generator->today, chance (generator, 0.02) ? -g_rand_int_range (generator->random, 31, 200)
                                                 : g_rand_int_range (generator->random, -30, 366));
}

static char *
make_vip_id (Generator *generator, guint id)
{
  return g_strdup_printf ("%08X%04X%08X", g_rand_int (generator->random),
                          g_rand_int (generator->random) & 0xffff, id);
}

static void
bind_facts (RcStatement *statement, const Facts *facts)
{
  rc_statement_bind_date (statement, "$20", facts->anniversary_date);
  if (facts->anniversary_date != RC_DATE_NONE)
    rc_statement_bind_int (statement, "$21", rc_date_get_day (facts->anniversary_date));
  rc_statement_bind_date (statement, "$22", facts->open_pa);
  rc_statement_bind_int (statement, "$23", facts->licences);
  rc_statement_bind_date (statement, "$24", facts->moved_on);
}

static gboolean
add_customer_row (Generator *generator, guint id, const char *name, const char *city, const char *vip_id,
                  const Facts *facts, GError **error)
{
  g_autoptr (GBytes) key = rc_collator_get_key (generator->collator, name);
  g_autofree char *folded = rc_text_fold_name (name);
  int country = g_rand_int_range (generator->random, 0, G_N_ELEMENTS (countries));
  RcDate invited_on = rc_date_add_days (generator->today, -g_rand_int_range (generator->random, 80, 900));
  gboolean accepted = chance (generator, 0.85);
  RcStatement *statement =
      prepare (generator,
               "INSERT INTO customers (id, change_seq, vip_id, name, name_key, name_folded, segment, "
               "offer_type, country, region,"
               " street, city, postal_code, language, managed_by, invitation_status, invited_on, "
               "accepted_on, anniversary_date,"
               " anniversary_anchor, oldest_open_pa, newest_open_pa, licences_total, moved_on, had_order)"
               " VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, 'Region', 'Street 1', $9, '12345', $10, $11, "
               "$12, $13, $14, $20, $21,"
               " $22, $22, $23, $24, 0)",
               error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_text (statement, "$2", vip_id);
  rc_statement_bind_text (statement, "$3", name);
  rc_statement_bind_blob (statement, "$4", key);
  rc_statement_bind_text (statement, "$5", folded);
  rc_statement_bind_enum (statement, "$6", RC_TYPE_SEGMENT, g_rand_int_range (generator->random, 0, 3));
  rc_statement_bind_text (statement, "$7", chance (generator, 0.8) ? "team" : "enterprise");
  rc_statement_bind_text (statement, "$8", countries[country]);
  rc_statement_bind_text (statement, "$9", city);
  rc_statement_bind_text (statement, "$10", languages[country]);
  rc_statement_bind_int (statement, "$11", g_rand_int_range (generator->random, 1, N_MANAGERS + 1));
  rc_statement_bind_text (statement, "$12", accepted ? "accepted" : "pending");
  rc_statement_bind_date (statement, "$13", invited_on);
  rc_statement_bind_date (statement, "$14", accepted ? rc_date_add_days (invited_on, 3) : RC_DATE_NONE);
  bind_facts (statement, facts);
  return rc_statement_run (statement, error);
}

static gboolean
add_contact_row (Generator *generator, guint id, const char *email, GError **error)
{
  RcStatement *statement =
      prepare (generator,
               "INSERT INTO contacts (customer_id, role, given_name, family_name, email, email_folded)"
               " VALUES ($1, 'primary', 'IT', 'Department', $2, $2)",
               error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_text (statement, "$2", email);
  return rc_statement_run (statement, error);
}

static gboolean
add_licences (Generator *generator, guint id, const Facts *facts, GError **error)
{
  RcStatement *statement = prepare (generator,
                                    "INSERT INTO licences (customer_id, product_id, ordered, pending)"
                                    " VALUES ($1, $2, $3, $4)",
                                    error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_int (statement, "$2", 1 + id % N_PRODUCTS);
  rc_statement_bind_int (statement, "$3", facts->open_pa == RC_DATE_NONE ? facts->licences : 0);
  rc_statement_bind_int (statement, "$4", facts->open_pa != RC_DATE_NONE ? facts->licences : 0);
  return rc_statement_run (statement, error);
}

static gboolean
add_pa (Generator *generator, guint id, const Facts *facts, GError **error)
{
  g_autofree char *number = g_strdup_printf ("PA-%u", 1000 + id);
  RcStatement *statement =
      prepare (generator,
               "INSERT INTO purchase_authorizations (id, change_seq, customer_id, number, date, status)"
               " VALUES ($1, 1, $1, $2, $3, 'open')",
               error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_text (statement, "$2", number);
  rc_statement_bind_date (statement, "$3", facts->open_pa);
  if (!rc_statement_run (statement, error))
    return FALSE;

  statement = prepare (generator,
                       "INSERT INTO purchase_authorization_lines (pa_id, product_id, quantity, months)"
                       " VALUES ($1, $2, $3, 12)",
                       error);
  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  rc_statement_bind_int (statement, "$2", 1 + id % N_PRODUCTS);
  rc_statement_bind_int (statement, "$3", facts->licences);
  return rc_statement_run (statement, error);
}

static gboolean
add_customer (Generator *generator, guint id, GError **error)
{
  g_autofree char *city = g_strconcat (pick (generator, place_beginnings, G_N_ELEMENTS (place_beginnings)),
                                       pick (generator, place_endings, G_N_ELEMENTS (place_endings)), NULL);
  g_autofree char *name =
      g_strdup_printf ("%s %s%s%u", city, pick (generator, kinds, G_N_ELEMENTS (kinds)),
                       chance (generator, 0.3) ? " nr " : " ", g_rand_int_range (generator->random, 1, 500));
  g_autofree char *email = g_strdup_printf ("it@customer%u.example", id);
  g_autofree char *vip_id = make_vip_id (generator, id);
  Facts facts;

  make_facts (generator, &facts);
  return add_customer_row (generator, id, name, city, vip_id, &facts, error)
         && add_contact_row (generator, id, email, error)
         && (facts.licences == 0 || add_licences (generator, id, &facts, error))
         && (facts.open_pa == RC_DATE_NONE || add_pa (generator, id, &facts, error));
}

static gboolean
fill (Generator *generator, guint n_customers, GError **error)
{
  g_autoptr (RcCustomerBulk) bulk = rc_customer_bulk_begin (generator->database, n_customers, error);

  if (bulk == NULL || !rc_database_execute (generator->database, "PRAGMA cache_size = -400000", error)
      || !add_members (generator, error) || !add_products (generator, error))
    return FALSE;
  for (guint id = 1; id <= n_customers; id++)
    if (!add_customer (generator, id, error))
      return FALSE;
  return rc_customer_bulk_end (bulk, NULL, error);
}

static gboolean
record_settings (Generator *generator, GError **error)
{
  RcStatement *statement = prepare (
      generator,
      "INSERT INTO settings (name, value) VALUES ('collation', $1), ('me', '1'), ('bench-today', $2)", error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_text (statement, "$1", rc_collator_get_locale (generator->collator));
  rc_statement_bind_date (statement, "$2", generator->today);
  return rc_statement_run (statement, error);
}

/* The rows that were made have numbers, so the next ones come after them. */
static gboolean
record_counters (Generator *generator, guint n_customers, GError **error)
{
  RcStatement *statement =
      prepare (generator,
               "UPDATE counters SET value = CASE name WHEN 'pa_number' THEN 1000 + $1 ELSE 1 END"
               " WHERE name IN ('pa_number', 'change_seq')",
               error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", n_customers);
  return rc_statement_run (statement, error);
}

/**
 * bench_workspace_generate:
 * @path: a file that is not there yet
 * @n_customers: how many customers
 * @today: the day that the customers' dates lie around
 * @error: return location
 *
 * Makes a workspace. The file is not flushed to the disk before the end: a machine that stops leaves rubbish.
 *
 * Returns: whether it was made
 */
gboolean
bench_workspace_generate (const char *path, guint n_customers, RcDate today, GError **error)
{
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_CREATE, error);
  g_autoptr (RcCollator) collator = rc_collator_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (n_customers);
  Generator generator = { database, collator, random, today };

  return database != NULL && rc_migration_run (database, 0, NULL, error)
         && rc_database_execute (
             database, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA threads = 2;", error)
         && rc_database_begin (database, error) && fill (&generator, n_customers, error)
         && record_settings (&generator, error) && record_counters (&generator, n_customers, error)
         && rc_database_execute (database,
                                 "INSERT INTO customer_search (customer_search) VALUES ('optimize')", error)
         && rc_database_commit (database, error)
         && rc_database_execute (database, "PRAGMA journal_mode = WAL", error);
}
