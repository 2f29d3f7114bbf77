/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"

gboolean
ris3_atlas_file_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  return g_stat (path, &info) == 0 && (info.st_mode & 0222) != 0 && g_access (path, W_OK) == 0
         && g_access (folder, W_OK) == 0;
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (number == EEXIST)
    g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE, _ ("“%s” is there already. Choose another name."),
                 name);
  else
    g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
                 _ ("“%s” cannot be written (%s). Choose another folder."), name, g_strerror (number));
  return FALSE;
}

/* The name of a file is safe on the disk only with its folder. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
ris3_atlas_file_make (const char *path, gboolean replace, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  g_autoptr (Ris3Connection) connection = NULL;
  gboolean reserved = FALSE;
  gboolean ok = FALSE;
  int fd;

  /* Whoever comes second with the same name is refused now, not after the work. */
  if (!replace)
    {
      fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
      if (fd < 0)
        return fail (path, errno, error);
      close (fd);
      reserved = TRUE;
    }

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    fail (path, errno, error);
  else
    {
      close (fd);
      connection = ris3_connection_open (temporary, RIS3_CONNECTION_CREATE, NULL, error);
      ok = connection != NULL && func (connection, user_data, error);
      g_clear_pointer (&connection, ris3_connection_close);
      if (ok && g_rename (temporary, path) != 0)
        ok = fail (path, errno, error);
      if (ok)
        sync_folder (path);
      else
        g_unlink (temporary);
    }

  if (!ok && reserved)
    g_unlink (path);
  return ok;
}

static gboolean
copy_pages (Ris3Connection *to, gpointer user_data, GError **error)
{
  Ris3Connection *from = user_data;
  sqlite3_backup *backup
      = sqlite3_backup_init (ris3_connection_get_handle (to), "main", ris3_connection_get_handle (from), "main");
  int code;

  if (backup == NULL)
    {
      ris3_connection_set_error (to, sqlite3_errcode (ris3_connection_get_handle (to)), error);
      return FALSE;
    }
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    ris3_connection_set_error (to, code, error);
  return code == SQLITE_OK;
}

gboolean
ris3_atlas_file_backup (Ris3Connection *from, const char *path, gboolean replace, GError **error)
{
  return ris3_atlas_file_make (path, replace, copy_pages, from, error);
}

gboolean
ris3_atlas_copy (const char *from_path, const char *to_path, GError **error)
{
  g_autoptr (Ris3Connection) from = NULL;
  Ris3ConnectionMode mode;
  guint version;

  g_return_val_if_fail (from_path != NULL, FALSE);
  g_return_val_if_fail (to_path != NULL, FALSE);

  if (!ris3_schema_probe (from_path, &version, error))
    return FALSE;
  mode = ris3_atlas_file_is_writable (from_path) ? RIS3_CONNECTION_READ_WRITE : RIS3_CONNECTION_READ_ONLY;
  from = ris3_connection_open (from_path, mode, NULL, error);
  return from != NULL && ris3_atlas_file_backup (from, to_path, TRUE, error);
}
