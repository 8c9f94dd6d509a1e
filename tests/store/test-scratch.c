/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-scratch.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What was kept is found again, byte for byte and in any order, in memory or in the file; little of it is in memory. */

#define N_TEXTS 60000
#define LONGEST 400

typedef struct
{
  guint64 start;
  guint32 length;
  guint32 seed;
} Kept;

static void
fill (GString *text, const Kept *kept)
{
  g_string_set_size (text, kept->length);
  for (guint i = 0; i < kept->length; i++)
    text->str[i] = (char) (kept->seed + i * 7);
}

static void
check (RcScratch *scratch, const Kept *kept, GString *expected, GString *found)
{
  g_autoptr (GError) error = NULL;

  g_string_assign (found, "before");
  fill (expected, kept);
  g_assert_true (rc_scratch_read (scratch, kept->start, kept->length, found, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (found->str, found->len - expected->len, "before", 6);
  g_assert_cmpmem (found->str + 6, found->len - 6, expected->str, expected->len);
}

static void
test_found_in_any_order (void)
{
  g_autofree char *folder = g_dir_make_tmp ("scratch-XXXXXX", NULL);
  g_autofree Kept *kept = g_new0 (Kept, N_TEXTS);
  g_autoptr (RcScratch) scratch = rc_scratch_new (g_strdup (folder));
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      kept[i].length = (guint32) g_test_rand_int_range (0, LONGEST);
      kept[i].seed = (guint32) g_test_rand_int_range (0, 256);
      fill (expected, &kept[i]);
      g_assert_true (rc_scratch_append (scratch, expected->str, expected->len, &kept[i].start, &error));
      g_assert_no_error (error);
      check (scratch, &kept[g_test_rand_int_range (0, (gint32) i + 1)], expected, found);
    }
  for (guint i = 0; i < N_TEXTS; i++)
    check (scratch, &kept[g_test_rand_int_range (0, N_TEXTS)], expected, found);
  g_clear_pointer (&scratch, rc_scratch_free);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nobody has to remove the file */
}

/* The descriptor of the file that lies in @folder and has no name; -1: there is none */
static int
find_file (const char *folder)
{
  g_autoptr (GDir) descriptors = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;

  while (descriptors != NULL && (name = g_dir_read_name (descriptors)) != NULL)
    {
      g_autofree char *link = g_build_filename ("/proc/self/fd", name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (target != NULL && g_str_has_prefix (target, folder))
        return atoi (name);
    }
  return -1;
}

/* A file that gives back less than was written is told, and nothing half read is left. */
static void
test_file_gets_short (void)
{
  g_autofree char *folder = g_dir_make_tmp ("scratch-XXXXXX", NULL);
  g_autoptr (RcScratch) scratch = rc_scratch_new (g_strdup (folder));
  g_autoptr (GString) found = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  guint64 start = 0;

  g_assert_cmpint (find_file (folder), ==, -1);
  for (int i = 0; i < 8; i++)
    g_assert_true (rc_scratch_append (scratch, text, strlen (text), &start, &error));
  g_assert_cmpint (find_file (folder), >=, 0); /* the rest is not in memory */
  g_assert_cmpint (ftruncate (find_file (folder), 1000), ==, 0);
  g_assert_false (rc_scratch_read (scratch, 0, strlen (text), found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_cmpstr (found->str, ==, "before");
  g_clear_pointer (&scratch, rc_scratch_free);
  g_rmdir (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (RcScratch) scratch = rc_scratch_new (g_strdup ("/nowhere/at/all"));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  gboolean kept = TRUE;
  guint64 start;

  for (int i = 0; i < 8 && kept; i++) /* the first megabytes need no file */
    kept = rc_scratch_append (scratch, text, strlen (text), &start, &error);
  g_assert_false (kept);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scratch/found-in-any-order", test_found_in_any_order);
  g_test_add_func ("/scratch/file-gets-short", test_file_gets_short);
  g_test_add_func ("/scratch/no-folder", test_no_folder);
  return g_test_run ();
}
