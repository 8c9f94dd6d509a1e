/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-search.h"

#include "rc-database-private.h"
#include "rc-text.h"
#include <string.h>

/* Search in the customers' folded text (FI-4): each word must occur somewhere. The trigram index says where it may occur;
 * whether it does is decided here, byte by byte, so that no character means anything but itself. */

#define TRIGRAM 3
#define SAMPLE_ROWS 256 /* looked at to guess how frequent a search is */
#define MOST_TRIGRAMS 8 /* asked for at once: more leave hardly fewer customers */
#define MOST_SAMPLED 48 /* trigrams of one search whose frequency is guessed */
#define COMMON_TRIGRAM (SAMPLE_ROWS / 8) /* listing so many customers takes longer than it helps */
#define CANDIDATES_LOOKED_AT 64
#define IDS_BETWEEN_CHECKS 1024
/* FTS5 keeps the rows' text in this table of its own; asking it is three times as fast as asking the index. */
#define TEXT_SQL "SELECT s.c0 FROM customer_search_content s WHERE s.id = $1"

typedef struct
{
  char text[TRIGRAM * 6 + 1];
  guint n_sampled; /* in how many rows of the sample it is */
  guint order; /* among equally frequent ones: those that cover the words first */
} Trigram;

struct _RcCustomerSearch
{
  GPtrArray *words; /* (owned) of char *, the longest first */
  GArray *trigrams; /* (owned) of Trigram */
};

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  glong length_a = g_utf8_strlen (*(const char *const *) a, -1);
  glong length_b = g_utf8_strlen (*(const char *const *) b, -1);

  return (length_a < length_b) - (length_a > length_b);
}

static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean between = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

      if (!between && start == NULL)
        start = p;
      if (between && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        break;
    }
  g_ptr_array_sort (words, compare_lengths);
  return words;
}

/* Every third one covers the word; those between leave out who has the parts elsewhere. */
static void
add_trigrams (GArray *trigrams, const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  for (glong first = 0; first < TRIGRAM; first++)
    for (glong i = first; i + TRIGRAM <= length && trigrams->len < MOST_SAMPLED; i += TRIGRAM)
      {
        const char *start = g_utf8_offset_to_pointer (word, i);
        Trigram trigram = { .order = trigrams->len };

        memcpy (trigram.text, start, (gsize) (g_utf8_offset_to_pointer (start, TRIGRAM) - start));
        g_array_append_val (trigrams, trigram);
      }
}

/**
 * rc_customer_search_new:
 * @text: (nullable): as typed
 *
 * Returns: (transfer full) (nullable): the search; %NULL where nothing is searched for
 */
RcCustomerSearch *
rc_customer_search_new (const char *text)
{
  g_autofree char *folded = text != NULL ? rc_text_fold (text) : NULL;
  g_autoptr (GPtrArray) words = folded != NULL ? split_words (folded) : NULL;
  RcCustomerSearch *self;

  if (words == NULL || words->len == 0)
    return NULL;
  self = g_new0 (RcCustomerSearch, 1);
  self->words = g_steal_pointer (&words);
  self->trigrams = g_array_new (FALSE, FALSE, sizeof (Trigram));
  for (guint i = 0; i < self->words->len; i++)
    add_trigrams (self->trigrams, g_ptr_array_index (self->words, i));
  return self;
}

/**
 * rc_customer_search_free:
 * @self: (transfer full) (nullable): a search
 *
 * Frees it.
 */
void
rc_customer_search_free (RcCustomerSearch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_array_unref (self->trigrams);
  g_free (self);
}

/**
 * rc_customer_search_matches:
 * @self: a search
 * @folded: (nullable): a customer's folded text
 *
 * Returns: whether each word occurs in it
 */
gboolean
rc_customer_search_matches (const RcCustomerSearch *self, const char *folded)
{
  if (folded == NULL)
    return FALSE;
  for (guint i = 0; i < self->words->len; i++)
    if (strstr (folded, g_ptr_array_index (self->words, i)) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * rc_customer_search_matches_id:
 * @self: a search
 * @database: a connection
 * @id: a customer's id
 * @matches: (out): whether the customer's text matches
 * @error: return location
 *
 * Returns: whether it could be found out
 */
gboolean
rc_customer_search_matches_id (const RcCustomerSearch *self, RcDatabase *database, gint64 id,
                               gboolean *matches, GError **error)
{
  g_autoptr (GError) failure = NULL;
  RcStatement *statement = rc_database_prepare (database, TEXT_SQL, error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  *matches = rc_statement_step (statement, &failure)
             && rc_customer_search_matches (self, rc_statement_get_text (statement, 0));
  rc_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
matches_sample (RcCustomerSearch *self, RcDatabase *database, gint64 id, guint *n_matches, GError **error)
{
  g_autoptr (GError) failure = NULL;
  RcStatement *statement = rc_database_prepare (database, TEXT_SQL, error);
  const char *folded;

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_int (statement, "$1", id);
  folded = rc_statement_step (statement, &failure) ? rc_statement_get_text (statement, 0) : NULL;
  *n_matches += rc_customer_search_matches (self, folded) ? 1 : 0;
  for (guint i = 0; folded != NULL && i < self->trigrams->len; i++)
    {
      Trigram *trigram = &g_array_index (self->trigrams, Trigram, i);

      trigram->n_sampled += strstr (folded, trigram->text) != NULL ? 1 : 0;
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * rc_customer_search_guess_share:
 * @self: a search
 * @database: a connection
 * @within: (nullable): look only at these; %NULL: at all customers
 * @largest_id: the largest id of a customer
 * @share: (out): how many of them match, from 0 to 1
 * @error: return location
 *
 * Guesses from a few rows that lie evenly among all; also how frequent the search's trigrams are.
 *
 * Returns: whether they could be read
 */
gboolean
rc_customer_search_guess_share (RcCustomerSearch *self, RcDatabase *database, const RcIdSet *within,
                                gint64 largest_id, double *share, GError **error)
{
  gsize n = within != NULL ? within->n_ids : (gsize) largest_id;
  gsize stride = MAX (n / SAMPLE_ROWS, 1);
  guint n_matches = 0;
  guint n_looked = 0;
  gint64 id = -1;

  if (within == NULL)
    {
      for (id = (gint64) stride; id <= largest_id; id += (gint64) stride, n_looked++)
        if (!matches_sample (self, database, id, &n_matches, error))
          return FALSE;
    }
  else
    {
      for (gsize i = 1; rc_id_set_next (within, &id); i++)
        {
          if (i % stride != 0)
            continue;
          if (!matches_sample (self, database, id, &n_matches, error))
            return FALSE;
          n_looked++;
        }
    }
  *share = n_looked > 0 ? (double) n_matches / n_looked : 0;
  return TRUE;
}

static int
compare_trigrams (gconstpointer a, gconstpointer b)
{
  const Trigram *first = a;
  const Trigram *second = b;

  if (first->n_sampled != second->n_sampled)
    return first->n_sampled < second->n_sampled ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

/* An FTS5 query of the rarest trigrams, each quoted: the index knows no longer phrases. "" where there are none. */
static char *
dup_match (const RcCustomerSearch *self)
{
  g_autoptr (GArray) trigrams = g_array_copy (self->trigrams);
  GString *match = g_string_new (NULL);

  g_array_sort (trigrams, compare_trigrams);
  for (guint i = 0; i < MIN (trigrams->len, MOST_TRIGRAMS); i++)
    {
      const Trigram *trigram = &g_array_index (trigrams, Trigram, i);

      if (i > 0 && trigram->n_sampled > COMMON_TRIGRAM)
        break;
      g_string_append (match, i > 0 ? " AND \"" : "\"");
      for (const char *p = trigram->text; *p != '\0'; p++)
        {
          g_string_append_c (match, *p);
          if (*p == '"')
            g_string_append_c (match, '"');
        }
      g_string_append_c (match, '"');
    }
  return g_string_free (match, FALSE);
}

static gboolean
collect_by_trigrams (const char *match, RcDatabase *database, RcIdSet *set, GCancellable *cancellable,
                     GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database, "SELECT rowid FROM customer_search WHERE customer_search MATCH $1", error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_text (statement, "$1", match);
  return rc_id_set_add_rows (set, statement, G_MAXSIZE, cancellable, error);
}

/* The rows of all trigrams that begin with one or two ASCII characters: the range ends before the next such prefix. */
static gboolean
collect_by_prefix (const char *prefix, RcDatabase *database, RcIdSet *set, GCancellable *cancellable,
                   GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database, "SELECT t.doc FROM customer_search_terms t WHERE t.term >= $1 AND t.term <= $2", error);
  g_autofree char *last = g_strdup (prefix);

  if (statement == NULL)
    return FALSE;
  last[strlen (last) - 1]++;
  rc_statement_bind_text (statement, "$1", prefix);
  rc_statement_bind_text (statement, "$2", last);
  return rc_id_set_add_rows (set, statement, G_MAXSIZE, cancellable, error);
}

static gboolean
collect_by_reading (const RcCustomerSearch *self, RcDatabase *database, RcIdSet *set,
                    GCancellable *cancellable, GError **error)
{
  RcStatement *statement =
      rc_database_prepare (database, "SELECT s.id, s.c0 FROM customer_search_content s", error);
  g_autoptr (GError) failure = NULL;
  guint n_rows = 0;

  if (statement == NULL)
    return FALSE;
  while (rc_statement_step (statement, &failure))
    {
      if (rc_customer_search_matches (self, rc_statement_get_text (statement, 1)))
        rc_id_set_add (set, rc_statement_get_int (statement, 0));
      if (++n_rows % IDS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, &failure))
        break;
    }
  if (failure == NULL)
    return TRUE;
  rc_statement_reset (statement);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * rc_customer_search_collect:
 * @self: a search
 * @database: a connection
 * @set: an empty set, to which the ids are added
 * @frequent: whether about one customer in seven or more matches
 * @exact: (out): whether all of them match; where not, some only may
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Finds all customers that may match, from the index alone.
 *
 * Returns: whether all were found
 */
gboolean
rc_customer_search_collect (const RcCustomerSearch *self, RcDatabase *database, RcIdSet *set,
                            gboolean frequent, gboolean *exact, GCancellable *cancellable, GError **error)
{
  const char *longest = g_ptr_array_index (self->words, 0);
  glong length = g_utf8_strlen (longest, -1);
  g_autofree char *match = dup_match (self);

  *exact = self->words->len == 1 && length <= TRIGRAM;
  if (*match != '\0')
    return collect_by_trigrams (match, database, set, cancellable, error);

  /* Where a letter is in many rows, many times, reading the rows is faster than listing all its trigrams. */
  if (frequent || !g_str_is_ascii (longest))
    {
      *exact = TRUE;
      return collect_by_reading (self, database, set, cancellable, error);
    }
  return collect_by_prefix (longest, database, set, cancellable, error);
}

/**
 * rc_customer_search_look_at:
 * @self: a search
 * @database: a connection
 * @set: customers that may match
 * @share: (out): how many of them do, from 0 to 1
 * @error: return location
 *
 * Guesses from a few of them.
 *
 * Returns: whether they could be read
 */
gboolean
rc_customer_search_look_at (const RcCustomerSearch *self, RcDatabase *database, const RcIdSet *set,
                            double *share, GError **error)
{
  gsize stride = MAX (set->n_ids / CANDIDATES_LOOKED_AT, 1);
  guint n_looked = 0;
  guint n_matches = 0;
  gint64 id = -1;

  for (gsize i = 1; rc_id_set_next (set, &id); i++)
    {
      gboolean matches = FALSE;

      if (i % stride != 0)
        continue;
      if (!rc_customer_search_matches_id (self, database, id, &matches, error))
        return FALSE;
      n_matches += matches ? 1 : 0;
      n_looked++;
    }
  *share = n_looked > 0 ? (double) n_matches / n_looked : 0;
  return TRUE;
}

/**
 * rc_customer_search_refine:
 * @self: a search
 * @database: a connection
 * @set: customers that may match
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Takes out of the set who does not match.
 *
 * Returns: whether all were looked at
 */
gboolean
rc_customer_search_refine (const RcCustomerSearch *self, RcDatabase *database, RcIdSet *set,
                           GCancellable *cancellable, GError **error)
{
  gint64 id = -1;
  guint n_ids = 0;

  if (set->n_ids > set->n_words * 64 / 4)
    {
      g_autoptr (RcIdSet) read = rc_id_set_new ((gint64) set->n_words * 64 - 1);

      if (!collect_by_reading (self, database, read, cancellable, error))
        return FALSE;
      rc_id_set_intersect (set, read);
      return TRUE;
    }
  while (rc_id_set_next (set, &id))
    {
      gboolean matches = FALSE;

      if (!rc_customer_search_matches_id (self, database, id, &matches, error))
        return FALSE;
      if (!matches)
        rc_id_set_remove (set, id);
      if (++n_ids % IDS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}
