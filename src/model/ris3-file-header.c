/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-file-header-private.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* From the documentation of SQLite's file format. */
#define MAGIC "SQLite format 3"
#define PAGE_SIZE_OFFSET 16
#define READ_VERSION_OFFSET 19
#define VERSION_WAL 2
#define CHANGE_COUNTER_OFFSET 24
#define N_PAGES_OFFSET 28
#define SCHEMA_FORMAT_OFFSET 44
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
#define VALID_FOR_OFFSET 92 /* the change counter when the number of pages was written */

/* A page of 65536 bytes does not fit into the two bytes that there are for its size. */
#define LARGEST_PAGE_SIZE 65536

static guint32
get_number (const guint8 *bytes, gsize offset)
{
  guint32 number;

  memcpy (&number, bytes + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

gboolean
ris3_file_header_parse (Ris3FileHeader *self, const guint8 bytes[RIS3_FILE_HEADER_SIZE])
{
  if (memcmp (bytes, MAGIC, sizeof MAGIC) != 0)
    return FALSE;
  self->page_size = (guint32) bytes[PAGE_SIZE_OFFSET] << 8 | bytes[PAGE_SIZE_OFFSET + 1];
  if (self->page_size == 1)
    self->page_size = LARGEST_PAGE_SIZE;
  self->change_counter = get_number (bytes, CHANGE_COUNTER_OFFSET);
  self->n_pages = get_number (bytes, VALID_FOR_OFFSET) == self->change_counter ? get_number (bytes, N_PAGES_OFFSET) : 0;
  self->schema_format = get_number (bytes, SCHEMA_FORMAT_OFFSET);
  self->user_version = get_number (bytes, USER_VERSION_OFFSET);
  self->application_id = get_number (bytes, APPLICATION_ID_OFFSET);
  self->is_wal = bytes[READ_VERSION_OFFSET] == VERSION_WAL;
  return TRUE;
}

gboolean
ris3_file_header_read (Ris3FileHeader *self, const char *path)
{
  /* Through SQLite's own file layer: closing a file that another connection of this process has open would drop
   * the locks of that one. */
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  const char *name = sqlite3_create_filename (path, "", "", 0, NULL);
  guint8 bytes[RIS3_FILE_HEADER_SIZE];
  gboolean ok = FALSE;
  int flags;

  if (name != NULL && vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) == SQLITE_OK)
    {
      ok = file->pMethods->xRead (file, bytes, sizeof bytes, 0) == SQLITE_OK;
      file->pMethods->xClose (file);
    }
  sqlite3_free_filename ((char *) name);
  return ok && ris3_file_header_parse (self, bytes);
}

char *
ris3_file_get_real_path (const char *path)
{
  char buffer[PATH_MAX];
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;

  if (realpath (path, buffer) != NULL)
    return g_strdup (buffer);
  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  return realpath (folder, buffer) != NULL ? g_build_filename (buffer, base, NULL)
                                           : g_canonicalize_filename (path, NULL);
}
