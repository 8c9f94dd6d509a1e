/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* A disk that has room for so many writes and no more, beneath the databases that are opened after it was set up. */

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real; /* (borrowed) */
  sqlite3_io_methods methods[2]; /* of the database's file, and of all others */
  int (*write) (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset);
  int writes_left; /* -1: any number */
} faulty_disk;

static int
faulty_disk_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (faulty_disk.writes_left == 0)
    return SQLITE_FULL;
  if (faulty_disk.writes_left > 0)
    faulty_disk.writes_left--;
  return faulty_disk.write (file, data, size, offset);
}

static int
faulty_disk_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  sqlite3_io_methods *methods = &faulty_disk.methods[(flags & SQLITE_OPEN_MAIN_DB) != 0 ? 0 : 1];
  int code = faulty_disk.real->xOpen (faulty_disk.real, name, file, flags, out_flags);

  if (file->pMethods == NULL)
    return code;
  *methods = *file->pMethods;
  faulty_disk.write = methods->xWrite;
  methods->xWrite = faulty_disk_write;
  file->pMethods = methods;
  return code;
}

static inline void
faulty_disk_set_up (void)
{
  faulty_disk.writes_left = -1;
  faulty_disk.real = sqlite3_vfs_find (NULL);
  faulty_disk.vfs = *faulty_disk.real;
  faulty_disk.vfs.zName = "faulty-disk";
  faulty_disk.vfs.xOpen = faulty_disk_open;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_disk.vfs, TRUE), ==, SQLITE_OK);
}
