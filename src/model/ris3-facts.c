/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-facts.h"

#include "model/ris3-backup.h"
#include "model/ris3-schema-private.h"

void
ris3_facts_free (Ris3Facts *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->last_change, g_date_time_unref);
  g_free (self->last_change_actor);
  g_free (self->last_change_title);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_last_change (Ris3Connection *connection, Ris3Facts *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection, "SELECT at, actor, title FROM change_log ORDER BY id DESC LIMIT 1", error);
  g_autofree char *at = NULL;
  g_autoptr (GDateTime) time = NULL;
  gboolean has_row;

  if (statement == NULL || !ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  at = ris3_statement_get_text (statement, 0);
  time = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  self->last_change = time != NULL ? g_date_time_to_local (time) : NULL;
  g_free (self->last_change_actor);
  g_free (self->last_change_title);
  self->last_change_actor = ris3_statement_get_text (statement, 1);
  self->last_change_title = ris3_statement_get_text (statement, 2);
  return TRUE;
}

static gboolean
read_facts (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Ris3Facts *self = user_data;
  const struct
  {
    const char *sql;
    guint *number;
  } numbers[] = {
    { "SELECT count(*) FROM strategy", &self->n_strategies },
    { "SELECT count(*) FROM priority WHERE is_area = 0", &self->n_priorities },
    { "SELECT count(*) FROM note", &self->n_notes },
    { "SELECT count(*) FROM comment", &self->n_comments },
    { "SELECT count(*) FROM change_log", &self->n_changes },
    { "PRAGMA user_version", &self->schema_version },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 number;

      if (!ris3_connection_query_int (connection, numbers[i].sql, &number, error))
        return FALSE;
      *numbers[i].number = (guint) number;
    }
  return read_last_change (connection, self, error);
}

Ris3Facts *
ris3_facts_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Facts) self = g_new0 (Ris3Facts, 1);
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  self->last_change_actor = g_strdup ("");
  self->last_change_title = g_strdup ("");
  if (!ris3_schema_probe (path, &version, error))
    return NULL;
  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_ONLY, cancellable, error);
  if (connection == NULL || !ris3_connection_read (connection, read_facts, self, error))
    return NULL;
  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_CREATED,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  self->size = (guint64) g_file_info_get_size (info);
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_TIME_CREATED))
    {
      guint64 created = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_CREATED);

      self->created = created > 0 ? g_date_time_new_from_unix_local ((gint64) created) : NULL;
    }
  self->backups = ris3_backup_list (path);
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Ris3Facts *facts = ris3_facts_read (task_data, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) ris3_facts_free);
  else
    g_task_return_error (task, error);
}

void
ris3_facts_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);
  g_task_set_source_tag (task, ris3_facts_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

Ris3Facts *
ris3_facts_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_facts_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
