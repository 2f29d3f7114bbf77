/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-file-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-output-file.h"
#include "model/ris3-schema-private.h"

gboolean
ris3_atlas_file_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  return g_stat (path, &info) == 0 && (info.st_mode & 0222) != 0 && g_access (path, W_OK) == 0
         && g_access (folder, W_OK) == 0;
}

gboolean
ris3_atlas_file_make (const char *path,
                      gboolean replace,
                      const Ris3FileId *inputs,
                      guint n_inputs,
                      Ris3TransactionFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean ok;

  file = ris3_output_file_begin (path, replace ? RIS3_OUTPUT_ATLAS : RIS3_OUTPUT_NEW, inputs, n_inputs, &local_error);
  if (file != NULL)
    {
      connection
          = ris3_connection_open (ris3_output_file_get_temporary_path (file), RIS3_CONNECTION_CREATE, NULL, error);
      if (connection == NULL)
        return FALSE;
      ris3_connection_set_name (connection, path);
      ok = func (connection, user_data, error);
      g_clear_pointer (&connection, ris3_connection_close);
      if (!ok)
        return FALSE;
      if (ris3_output_file_commit (file, &local_error))
        return TRUE;
    }
  g_set_error_literal (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE, local_error->message);
  return FALSE;
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
  const char *from_path = sqlite3_db_filename (ris3_connection_get_handle (from), "main");
  Ris3FileId input;
  gboolean has_input = from_path != NULL && *from_path != '\0' && ris3_file_id_get (from_path, &input);

  return ris3_atlas_file_make (path, replace, &input, has_input ? 1 : 0, copy_pages, from, error);
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
