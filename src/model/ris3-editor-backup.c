/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The copies that are kept before an edit, and those that are made when somebody says so. */

#include "config.h"

#include "model/ris3-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"

void
ris3_editor_set_keeps_backups (Ris3Editor *self, gboolean keeps_backups)
{
  g_return_if_fail (self != NULL);
  self->keeps_backups = keeps_backups;
}

GError *
ris3_editor_take_backup_error (Ris3Editor *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_steal_pointer (&self->backup_error);
}

typedef struct
{
  Ris3BackupKind kind;
  GDateTime *now;
} Backup;

static gboolean
make_backup (Ris3Editor *self, gpointer data, GError **error)
{
  const Backup *backup = data;

  return ris3_backup_make_from (self->connection, ris3_connection_get_path (self->connection), backup->kind,
                                backup->now, error);
}

/* FALSE only if it is to be tried again, or was cancelled. */
gboolean
ris3_editor_back_up (Ris3Editor *self, Ris3BackupKind kind, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int day = g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100 + g_date_time_get_day_of_month (now);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *words = NULL;
  Backup backup;

  if (!self->keeps_backups || (kind == RIS3_BACKUP_DAILY && self->backup_day == day))
    return TRUE;
  backup = (Backup){ kind, now };
  if (!ris3_editor_copy_within (self, make_backup, &backup, &local_error)
      && (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY)
          || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->backup_day = day;
  if (local_error == NULL)
    return TRUE;
  words = ris3_atlas_error_get_words (local_error);
  g_clear_error (&self->backup_error);
  g_set_error (&self->backup_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
               _ ("No backup copy could be kept before this edit: %s"), words);
  return TRUE;
}

static gboolean
copy (Ris3Editor *self, gpointer data, GError **error)
{
  gpointer *arguments = data;

  return ris3_atlas_file_copy (self->connection, arguments[0], GPOINTER_TO_INT (arguments[1]), arguments[2], error);
}

static gboolean
try_copy (Ris3Editor *self, gpointer data, GError **error)
{
  return ris3_editor_copy_within (self, copy, data, error);
}

gboolean
ris3_editor_copy (Ris3Editor *self, const char *to_path, gboolean replace, gint *progress, GError **error)
{
  gpointer arguments[] = { (gpointer) to_path, GINT_TO_POINTER (replace), progress };

  g_return_val_if_fail (self != NULL && to_path != NULL, FALSE);
  return ris3_editor_try (self, try_copy, arguments, error);
}
