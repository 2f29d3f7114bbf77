/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-file-header-private.h"

/* SQLite's smallest page: it takes anything shorter for an empty database. */
#define MIN_SIZE 512
#define MAX_SCHEMA_FORMAT 4

static gboolean
refuse_foreign (const char *name, GError **error)
{
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_FOREIGN,
               _ ("“%s” is a database of another program. Choose a file that RIS3 Atlas has saved."), name);
  return FALSE;
}

gboolean
ris3_schema_read_version (Ris3Connection *connection, guint *version, GError **error)
{
  gint64 application_id;
  gint64 user_version;

  if (!ris3_connection_query_int (connection, "PRAGMA application_id", &application_id, error)
      || !ris3_connection_query_int (connection, "PRAGMA user_version", &user_version, error))
    return FALSE;
  if (application_id != RIS3_ATLAS_APPLICATION_ID)
    return refuse_foreign (ris3_connection_get_name (connection), error);
  *version
      = user_version < 1 || user_version > RIS3_ATLAS_SCHEMA_VERSION ? RIS3_ATLAS_SCHEMA_VERSION : (guint) user_version;
  return TRUE;
}

gboolean
ris3_schema_probe (const char *path, guint *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *real = ris3_file_get_real_path (path);
  Ris3FileHeader header;
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
      /* Of a device or a folder, the last part of its name says too little. */
      g_autofree char *whole = g_filename_display_name (path);

      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN, _ ("“%s” is not a file. Choose an atlas file."),
                   whole);
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

  if (info.st_size < MIN_SIZE || !ris3_file_header_read (&header, real))
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is not an atlas. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }
  if (header.application_id != RIS3_ATLAS_APPLICATION_ID)
    return refuse_foreign (name, error);

  /* SQLite would report this as an error in a statement. */
  if (header.schema_format > MAX_SCHEMA_FORMAT)
    {
      ris3_damage_set_error (path, name, _ ("It has no valid format."), error);
      return FALSE;
    }

  user_version = header.user_version;
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
