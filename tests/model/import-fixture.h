/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-import-mapping.h"

/* The seven public lists: whole where they are beside the source, else fifty rows of each. */
static const char *const import_lists[] = {
  "government",
  "education",
  "commercial",
  "europe-brazil",
  "french-authorities",
  "italian-municipalities",
  "brazilian-municipalities",
};

static inline GFile *
import_fixture_excerpt (const char *list)
{
  g_autofree char *name = g_strconcat (list, ".csv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);

  return g_file_new_for_path (path);
}

/* RC_SHARED_DATA, or shared/data beside the source's root; NULL where the whole list is not there. */
static inline GFile *
import_fixture_whole (const char *list)
{
  const char *folder = g_getenv ("RC_SHARED_DATA");
  g_autofree char *name = g_strconcat (list, ".csv", NULL);
  g_autofree char *path = folder != NULL
                              ? g_build_filename (folder, name, NULL)
                              : g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_file_new_for_path (path) : NULL;
}

static inline RcImportFile *
import_fixture_load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  RcImportFile *loaded = rc_import_file_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return loaded;
}

static inline RcImportMapping *
import_fixture_load_map (const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (list, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "maps", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RcCsvFormat format;
  gboolean has_format;
  RcImportMapping *mapping = rc_import_mapping_load (file, &format, &has_format, &error);

  g_assert_no_error (error);
  return mapping;
}

/* A file that lives as long as the test. */
static inline GFile *
import_fixture_write (const char *folder, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}
