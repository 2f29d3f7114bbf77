/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-file-header-private.h"
#include "model/ris3-schema-private.h"

#define MAX_DAYS 7
#define MAX_WEEKS 4
/* Of a folder's name: what the atlas is called, and what tells it from others that are called so. */
#define MAX_NAME 60
#define N_DIGITS 12

#define DAY_FORMAT "%Y-%m-%d"
#define TIME_FORMAT "%Y-%m-%d %H.%M.%S"

void
ris3_backup_free (Ris3Backup *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->path);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self);
}

static char *
get_stem (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_str_has_suffix (base, RIS3_ATLAS_SUFFIX) ? g_strndup (base, strlen (base) - strlen (RIS3_ATLAS_SUFFIX))
                                                    : g_strdup (base);
}

char *
ris3_backup_get_folder (const char *path)
{
  g_autofree char *real = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *begin = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  real = ris3_file_get_real_path (path);
  stem = get_stem (real);
  shown = g_filename_display_name (stem);
  begin = g_utf8_substring (shown, 0, MIN (g_utf8_strlen (shown, -1), MAX_NAME));
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);
  name = g_strdup_printf ("%s-%.*s", begin, N_DIGITS, digest);
  return g_build_filename (g_get_user_data_dir (), "ris3-atlas", "backups", name, NULL);
}

/* Reads the name of a copy that is kept. FALSE: it is not one of ours. */
static gboolean
parse_kept (const char *name, Ris3BackupKind *kind, GDateTime **time)
{
  int year, month, day, hour = 0, minute = 0, second = 0;
  gboolean has_time;
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  has_time = sscanf (name, "%4d-%2d-%2d %2d.%2d.%2d", &year, &month, &day, &hour, &minute, &second) == 6;
  if (!has_time && sscanf (name, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;
  if (!has_time)
    hour = minute = second = 0;
  parsed = g_date_time_new_local (year, month, day, hour, minute, second);
  if (parsed == NULL)
    return FALSE;
  /* Exactly so: whoever gives a copy another name wants to keep it. */
  text = g_date_time_format (parsed, has_time ? TIME_FORMAT : DAY_FORMAT);
  again = g_strconcat (text, RIS3_ATLAS_SUFFIX, NULL);
  if (!g_str_equal (again, name))
    return FALSE;
  *kind = has_time ? RIS3_BACKUP_BEFORE_RESTORE : RIS3_BACKUP_DAILY;
  *time = g_steal_pointer (&parsed);
  return TRUE;
}

static gboolean
has_prefix_and_number (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && g_ascii_isdigit (name[strlen (prefix)]);
}

/* Those beside the atlas are called after it. */
static gboolean
parse_beside (const char *name, const char *stem, Ris3BackupKind *kind)
{
  g_autofree char *update = g_strconcat (stem, " (version ", NULL);
  g_autofree char *by_hand = g_strconcat (stem, "-", NULL);
  int year, month, day, time, end = 0;

  if (!g_str_has_suffix (name, RIS3_ATLAS_SUFFIX))
    return FALSE;
  if (has_prefix_and_number (name, update))
    *kind = RIS3_BACKUP_BEFORE_UPDATE;
  else if (has_prefix_and_number (name, by_hand)
           && sscanf (name + strlen (by_hand), "%4d-%2d-%2d-%6d%n", &year, &month, &day, &time, &end) == 4
           && g_str_equal (name + strlen (by_hand) + end, RIS3_ATLAS_SUFFIX))
    *kind = RIS3_BACKUP_BY_HAND;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static void
add_folder (GPtrArray *backups, const char *folder, const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (Ris3Backup) backup = g_new0 (Ris3Backup, 1);
      g_autoptr (GDateTime) changed = NULL;
      GStatBuf info;

      backup->path = g_build_filename (folder, name, NULL);
      if (!(stem != NULL ? parse_beside (name, stem, &backup->kind) : parse_kept (name, &backup->kind, &backup->time))
          || g_lstat (backup->path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      backup->size = (guint64) info.st_size;
      changed = g_date_time_new_from_unix_local (info.st_mtime);
      if (changed == NULL)
        continue;
      /* A daily one knows its day; when it was on that day, the file knows. */
      if (backup->time == NULL || (backup->kind == RIS3_BACKUP_DAILY && is_same_day (backup->time, changed)))
        {
          g_clear_pointer (&backup->time, g_date_time_unref);
          backup->time = g_steal_pointer (&changed);
        }
      g_ptr_array_add (backups, g_steal_pointer (&backup));
    }
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const Ris3Backup *x = *(const Ris3Backup *const *) a;
  const Ris3Backup *y = *(const Ris3Backup *const *) b;
  int order = g_date_time_compare (y->time, x->time);

  /* Within a second, the one of the day was made first. */
  if (order == 0)
    order = (int) y->kind - (int) x->kind;
  return order != 0 ? order : strcmp (y->path, x->path);
}

GPtrArray *
ris3_backup_list (const char *path)
{
  g_autofree char *kept = NULL;
  g_autofree char *real = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *stem = NULL;
  GPtrArray *backups;

  g_return_val_if_fail (path != NULL, NULL);
  kept = ris3_backup_get_folder (path);
  real = ris3_file_get_real_path (path);
  beside = g_path_get_dirname (real);
  stem = get_stem (real);
  backups = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_backup_free);
  add_folder (backups, kept, NULL);
  add_folder (backups, beside, stem);
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

static gboolean
is_same_week (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_week_numbering_year (a) == g_date_time_get_week_numbering_year (b)
         && g_date_time_get_week_of_year (a) == g_date_time_get_week_of_year (b);
}

/* What cannot be removed now is removed the next time. */
static void
rotate (const char *folder)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_backup_free);
  GDateTime *day = NULL;
  GDateTime *week = NULL;
  guint n_days = 0;
  guint n_weeks = 0;

  add_folder (backups, folder, NULL);
  g_ptr_array_sort (backups, compare_newest_first);
  for (guint i = 0; i < backups->len; i++)
    {
      const Ris3Backup *backup = g_ptr_array_index (backups, i);

      if (day == NULL || !is_same_day (day, backup->time))
        n_days++;
      day = backup->time;
      if (n_days <= MAX_DAYS)
        continue;
      if (week != NULL && is_same_week (week, backup->time))
        {
          g_unlink (backup->path);
          continue;
        }
      week = backup->time;
      n_weeks++;
      if (n_weeks > MAX_WEEKS)
        g_unlink (backup->path);
    }
}

gboolean
ris3_backup_make_from (Ris3Connection *connection,
                       const char *path,
                       Ris3BackupKind kind,
                       GDateTime *now,
                       GError **error)
{
  g_autofree char *folder = ris3_backup_get_folder (path);
  g_autofree char *text = g_date_time_format (now, kind == RIS3_BACKUP_DAILY ? DAY_FORMAT : TIME_FORMAT);
  g_autofree char *name = g_strconcat (text, RIS3_ATLAS_SUFFIX, NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Nobody else needs to see who is in an atlas. */
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
                   _ ("The folder “%s” for backup copies cannot be created: %s. Create it, or free some space."), shown,
                   g_strerror (errno));
      return FALSE;
    }
  if (!ris3_atlas_file_backup (connection, target, FALSE, error))
    {
      /* Another window was faster. */
      if (!g_file_test (target, G_FILE_TEST_EXISTS))
        return FALSE;
      g_clear_error (error);
    }
  /* Whoever opens one is asked to save a copy before it is edited: it will be removed one day. */
  (void) g_chmod (target, 0400);
  rotate (folder);
  return TRUE;
}

gboolean
ris3_backup_make (const char *path, Ris3BackupKind kind, GDateTime *now, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  guint version;

  g_return_val_if_fail (path != NULL && now != NULL, FALSE);
  g_return_val_if_fail (kind == RIS3_BACKUP_DAILY || kind == RIS3_BACKUP_BEFORE_RESTORE, FALSE);

  if (!ris3_schema_probe (path, &version, error))
    return FALSE;
  connection = ris3_connection_open (
      path, ris3_atlas_file_is_writable (path) ? RIS3_CONNECTION_READ_WRITE : RIS3_CONNECTION_READ_ONLY, NULL, error);
  return connection != NULL && ris3_backup_make_from (connection, path, kind, now, error);
}
