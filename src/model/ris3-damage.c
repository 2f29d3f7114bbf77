/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-damage-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-backup.h"
#include "model/ris3-rule-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-text.h"

static char *
get_stem (const char *path)
{
  return g_str_has_suffix (path, RIS3_ATLAS_SUFFIX) ? g_strndup (path, strlen (path) - strlen (RIS3_ATLAS_SUFFIX))
                                                    : g_strdup (path);
}

char *
ris3_backup_find_name (const char *path, guint version)
{
  g_autofree char *stem = get_stem (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *candidate = i == 1
                                       ? g_strdup_printf ("%s (version %u)%s", stem, version, RIS3_ATLAS_SUFFIX)
                                       : g_strdup_printf ("%s (version %u, %u)%s", stem, version, i, RIS3_ATLAS_SUFFIX);
      if (!g_file_test (candidate, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&candidate);
    }
}

char *
ris3_backup_find_latest (const char *path)
{
  g_autofree char *stem = get_stem (path);
  g_autofree char *base = g_path_get_basename (stem);
  g_autofree char *prefix = g_strconcat (base, " (version ", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *latest = NULL;
  gint64 latest_time = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *candidate = NULL;
      GStatBuf info;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ")" RIS3_ATLAS_SUFFIX))
        continue;
      candidate = g_build_filename (folder, name, NULL);
      if (g_stat (candidate, &info) != 0 || (latest != NULL && info.st_mtime <= latest_time))
        continue;
      latest_time = info.st_mtime;
      g_free (latest);
      latest = g_steal_pointer (&candidate);
    }
  return g_steal_pointer (&latest);
}

/* The newest of the copies that are made without being asked for, as people read it. */
static char *
find_kept (const char *path)
{
  g_autoptr (GPtrArray) backups = ris3_backup_list (path);

  return backups->len > 0 ? g_filename_display_name (((const Ris3Backup *) g_ptr_array_index (backups, 0))->path)
                          : NULL;
}

void
ris3_damage_set_error (const char *path, const char *name, const char *details, GError **error)
{
  g_autofree char *backup = path != NULL ? ris3_backup_find_latest (path) : NULL;
  g_autofree char *backup_name = backup != NULL ? g_filename_display_basename (backup) : NULL;
  g_autofree char *shown = ris3_text_shorten (details, RIS3_CONNECTION_MAX_SHOWN);
  g_autofree char *kept = path != NULL && backup == NULL ? find_kept (path) : NULL;
  g_autofree char *words = NULL;

  if (backup_name != NULL)
    words = g_strdup_printf (_ ("“%s” is damaged. Use the backup copy “%s” beside it."), name, backup_name);
  else if (kept != NULL)
    words = g_strdup_printf (_ ("“%s” is damaged. Use the backup copy “%s”."), name, kept);
  else
    words = g_strdup_printf (_ ("“%s” is damaged. Use a backup copy of it."), name);
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED, "%s\n%s", words, shown);
}
