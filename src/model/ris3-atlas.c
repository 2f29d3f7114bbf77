/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-migration-private.h"
#include "model/ris3-schema-private.h"

G_DEFINE_FINAL_TYPE (Ris3Atlas, ris3_atlas, G_TYPE_OBJECT)

static void
ris3_atlas_finalize (GObject *object)
{
  Ris3Atlas *self = RIS3_ATLAS (object);

  g_free (self->path);
  g_free (self->title);
  g_free (self->data_date);
  g_object_unref (self->strategies);
  g_object_unref (self->participations);
  g_object_unref (self->comments);
  g_object_unref (self->assessments);
  g_hash_table_unref (self->regions);
  g_string_chunk_free (self->region_strings);
  g_strfreev (self->periods);

  G_OBJECT_CLASS (ris3_atlas_parent_class)->finalize (object);
}

static void
ris3_atlas_class_init (Ris3AtlasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_atlas_finalize;
}

static void
ris3_atlas_init (Ris3Atlas *self)
{
  self->title = g_strdup ("");
  self->data_date = g_strdup ("");
  self->strategies = g_list_store_new (RIS3_TYPE_STRATEGY);
  self->participations = g_list_store_new (RIS3_TYPE_PARTICIPATION);
  self->comments = g_list_store_new (RIS3_TYPE_COMMENT);
  self->assessments = g_list_store_new (RIS3_TYPE_ASSESSMENT);
  self->region_strings = g_string_chunk_new (64 * 1024);
  self->regions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

Ris3Atlas *
ris3_atlas_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Atlas) self = NULL;
  g_autoptr (Ris3Connection) connection = NULL;
  gboolean read_only;
  gint64 version;
  guint probed_version;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ris3_schema_probe (path, &probed_version, error))
    return NULL;

  /* Where writing is possible the connection may write, although opening changes nothing: only so
   * can SQLite roll back what a crash has left half done. */
  read_only = !ris3_atlas_file_is_writable (path);
  connection = ris3_connection_open (path, read_only ? RIS3_CONNECTION_READ_ONLY : RIS3_CONNECTION_READ_WRITE,
                                     cancellable, error);
  /* Now under a lock and with that rolled back: the version may be another than the probe saw. */
  if (connection == NULL || !ris3_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return NULL;

  if (version < 1 || version > RIS3_ATLAS_SCHEMA_VERSION)
    version = RIS3_ATLAS_SCHEMA_VERSION; /* then the schema differs, and is refused */
  if (!ris3_schema_check (connection, (guint) version, error))
    return NULL;
  if (version < RIS3_ATLAS_SCHEMA_VERSION)
    {
      if (read_only)
        {
          g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
                       _ ("“%s” was made by an older RIS3 Atlas and must be updated to be opened, but it or its folder "
                          "is read-only. Copy it to a folder of your own and open the copy."),
                       ris3_connection_get_name (connection));
          return NULL;
        }
      if (!ris3_migration_run (&ris3_migration_to_present, connection, path, (guint) version, error))
        return NULL;
    }
  /* A file that another tool has left in WAL mode becomes one file again; on any other this is nothing. */
  if (!read_only && !ris3_connection_execute (connection, "PRAGMA journal_mode = DELETE", error))
    return NULL;

  self = g_object_new (RIS3_TYPE_ATLAS, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only = read_only;
  if (!ris3_atlas_load (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Ris3Atlas *self = ris3_atlas_open (task_data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_atlas_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_atlas_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

Ris3Atlas *
ris3_atlas_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
create_schema (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_schema_create (connection, RIS3_ATLAS_SCHEMA_VERSION, error);
}

static gboolean
make_empty (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_transaction (connection, create_schema, NULL, error);
}

Ris3Atlas *
ris3_atlas_create (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!ris3_atlas_file_make (path, FALSE, make_empty, NULL, error))
    return NULL;
  return ris3_atlas_open (path, NULL, error);
}

const char *
ris3_atlas_get_path (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return self->path;
}

const char *
ris3_atlas_get_title (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return self->title;
}

const char *
ris3_atlas_get_data_date (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return self->data_date;
}

gboolean
ris3_atlas_get_read_only (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), FALSE);
  return self->read_only;
}

GListModel *
ris3_atlas_get_strategies (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->strategies);
}

GListModel *
ris3_atlas_get_participations (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->participations);
}

GListModel *
ris3_atlas_get_comments (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->comments);
}

GListModel *
ris3_atlas_get_assessments (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->assessments);
}

const Ris3RegionName *
ris3_atlas_lookup_region (Ris3Atlas *self, guint nuts_version, const char *code)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  key = g_strdup_printf ("%u %s", nuts_version, code);
  return g_hash_table_lookup (self->regions, key);
}

const char *const *
ris3_atlas_get_periods (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return (const char *const *) self->periods;
}
