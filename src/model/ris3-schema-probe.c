/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"

/* SQLite's smallest page: it takes anything shorter for an empty database. */
#define MIN_SIZE 512
/* Offsets in the database header, from the documentation of SQLite's file format. */
#define MAGIC "SQLite format 3"
#define HEADER_SIZE 100
#define SCHEMA_FORMAT_OFFSET 44
#define MAX_SCHEMA_FORMAT 4
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

/* Reads the beginning of a file as it is: no journal is looked at, no lock is taken. Through SQLite's own
 * file layer, because closing a file that another connection of this process has open would
 * drop the locks of that one.
 */
static gboolean
read_header (const char *path, guchar *header, gsize size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  const char *name = sqlite3_create_filename (absolute, "", "", 0, NULL);
  gboolean ok = FALSE;
  int flags;

  if (name != NULL && vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) == SQLITE_OK)
    {
      ok = file->pMethods->xRead (file, header, (int) size, 0) == SQLITE_OK;
      file->pMethods->xClose (file);
    }
  sqlite3_free_filename ((char *) name);
  return ok;
}

static guint32
get_number (const guchar *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

gboolean
ris3_schema_probe (const char *path, guint *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guchar header[HEADER_SIZE];
  GStatBuf info;
  guint32 user_version;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” cannot be opened (%s). Check that it is there and that you may read it."), name,
                   g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN, _ ("“%s” is not a file. Choose an atlas file."),
                   name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is empty. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” cannot be opened (%s). Check that it is there and that you may read it."), name,
                   g_strerror (errno));
      return FALSE;
    }

  if (info.st_size < MIN_SIZE || !read_header (path, header, sizeof header)
      || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is not an atlas. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }
  if (get_number (header, APPLICATION_ID_OFFSET) != RIS3_ATLAS_APPLICATION_ID)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }

  /* SQLite would report this as an error in a statement. */
  if (get_number (header, SCHEMA_FORMAT_OFFSET) > MAX_SCHEMA_FORMAT)
    {
      ris3_damage_set_error (path, name, _ ("It has no valid format."), error);
      return FALSE;
    }

  user_version = get_number (header, USER_VERSION_OFFSET);
  if (user_version > RIS3_ATLAS_SCHEMA_VERSION && user_version <= G_MAXINT32)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_TOO_NEW,
                   _ ("“%s” was made by a newer RIS3 Atlas (file version %u, this program reads up to %u). Update RIS3 "
                      "Atlas to open it."),
                   name, user_version, (guint) RIS3_ATLAS_SCHEMA_VERSION);
      return FALSE;
    }
  if (user_version < 1 || user_version > G_MAXINT32)
    {
      ris3_damage_set_error (path, name, _ ("It has no valid version."), error);
      return FALSE;
    }
  *version = user_version;
  return TRUE;
}
