/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-migration-private.h"
#include "model/ris3-region-key.h"
#include "model/ris3-schema-private.h"

/* Bytes of a file, of which this much is checked and read in a twentieth of a second. */
#define LARGE (4 * 1024 * 1024)
/* In which views have both cores to themselves, to show what has been read of a large atlas. */
#define TIME_TO_PAINT (300 * G_TIME_SPAN_MILLISECOND)

enum
{
  CHANGED,
  LOST,
  FOUND,
  BACKUP_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
};

G_DEFINE_FINAL_TYPE (Ris3Atlas, ris3_atlas, G_TYPE_OBJECT)

static void
ris3_atlas_finalize (GObject *object)
{
  Ris3Atlas *self = RIS3_ATLAS (object);

  /* It may still be being read. */
  if (self->forest != NULL)
    g_cancellable_cancel (ris3_forest_get_cancellable (self->forest));
  g_clear_pointer (&self->worker, ris3_atlas_worker_end);
  g_free (self->actor);
  g_strfreev (self->former_actors);
  g_clear_pointer (&self->missed, ris3_changes_unref);
  g_free (self->undo_title);
  g_free (self->redo_title);
  g_free (self->path);
  g_free (self->title);
  g_free (self->data_date);
  g_free (self->boundaries);
  g_clear_pointer (&self->forest, ris3_forest_unref);
  ris3_owners_free (self->owners);
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    {
      g_hash_table_unref (self->by_key[i]);
      g_object_unref (self->lists[i]);
    }
  g_hash_table_unref (self->regions);
  g_ptr_array_unref (self->region_memory);
  g_strfreev (self->periods);

  G_OBJECT_CLASS (ris3_atlas_parent_class)->finalize (object);
}

static void
ris3_atlas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  Ris3Atlas *self = RIS3_ATLAS (object);

  switch (id)
    {
    case PROP_UNDO_TITLE:
      g_value_set_string (value, self->undo_title);
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, self->redo_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ris3_atlas_class_init (Ris3AtlasClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->finalize = ris3_atlas_finalize;
  G_OBJECT_CLASS (klass)->get_property = ris3_atlas_get_property;

  /* What undo would revert, as the edit is called; NULL: nothing. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_UNDO_TITLE,
                                   g_param_spec_string ("undo-title", NULL, NULL, NULL, flags));
  /* The same for redo. */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_REDO_TITLE,
                                   g_param_spec_string ("redo-title", NULL, NULL, NULL, flags));

  /**
   * Ris3Atlas::changed:
   * @changes: a #Ris3Changes: which rows were inserted, updated or deleted
   *
   * Emitted once a change, on the thread of the views, after the lists and the rest of the atlas are up to date.
   */
  signals[CHANGED] = g_signal_new ("changed", RIS3_TYPE_ATLAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   RIS3_TYPE_CHANGES);

  /**
   * Ris3Atlas::lost:
   * @error: a #GError that says why
   *
   * Emitted when a watched file can no longer be read, or another one has taken its place; once until it can be read
   * again. What is shown stays.
   */
  signals[LOST]
      = g_signal_new ("lost", RIS3_TYPE_ATLAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * Ris3Atlas::found:
   *
   * Emitted when a file that was lost can be read again.
   */
  signals[FOUND] = g_signal_new ("found", RIS3_TYPE_ATLAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * Ris3Atlas::backup-failed:
   * @error: a #GError that says why
   *
   * Emitted when the atlas was edited, and a backup copy could not be made before.
   */
  signals[BACKUP_FAILED] = g_signal_new ("backup-failed", RIS3_TYPE_ATLAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ris3_atlas_init (Ris3Atlas *self)
{
  self->title = g_strdup ("");
  self->data_date = g_strdup ("");
  self->boundaries = g_strdup ("");
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    {
      self->lists[i] = ris3_list_new (ris3_list_records[i]->get_type ());
      self->by_key[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  self->owners = ris3_owners_new ();
  self->regions = g_hash_table_new (g_str_hash, g_str_equal);
  self->region_memory = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_loaded_free);
  g_queue_init (&self->reloads);
}

/* What is going on while an atlas is opened. */
typedef struct
{
  const char *path;
  gboolean overview;
  GTask *task; /* that a large atlas is given to before all of it has been read; NULL: none */
  gboolean read_only;
  Ris3Atlas *atlas;
  gboolean is_given;
} Opening;

/* From here on, the atlas belongs to another thread. */
static void
read_rest (Ris3Connection *connection, Ris3Forest *forest, GHashTable *strategies)
{
  g_autoptr (GError) error = NULL;

  ris3_connection_set_cancellable (connection, ris3_forest_get_cancellable (forest));
  ris3_forest_pause (forest, TIME_TO_PAINT);
  if (ris3_loader_read_priorities (connection, forest, strategies, TRUE, &error))
    ris3_schema_check (connection, RIS3_ATLAS_SCHEMA_VERSION, &error);
  ris3_forest_finish (forest, error);
}

static gboolean
load (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Opening *opening = user_data;
  g_autoptr (Ris3Wanted) wanted = ris3_wanted_new ();
  g_autoptr (Ris3Wanted) nothing = ris3_wanted_new ();
  g_autoptr (Ris3Forest) forest = NULL;
  g_autoptr (GHashTable) strategies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *objects;
  Ris3Loaded *loaded;
  gint64 last_change;

  if (!ris3_connection_query_int (connection, "SELECT ifnull (max (id), 0) FROM change_log", &last_change, error))
    return FALSE;
  wanted->all = !opening->overview;
  wanted->overview = opening->overview;
  wanted->later = opening->task != NULL;
  loaded = ris3_loaded_read (connection, wanted, error);
  if (loaded == NULL)
    return FALSE;
  objects = loaded->objects[RIS3_LIST_STRATEGIES];
  for (guint i = 0; wanted->later && i < objects->len; i++)
    g_hash_table_add (strategies, g_strdup (ris3_strategy_get_id (g_ptr_array_index (objects, i))));

  opening->atlas = g_object_new (RIS3_TYPE_ATLAS, NULL);
  opening->atlas->path = g_canonicalize_filename (opening->path, NULL);
  opening->atlas->read_only = opening->read_only;
  opening->atlas->last_change = last_change;
  /* Nothing of it was there before. */
  ris3_atlas_apply (opening->atlas, nothing, loaded, ris3_atlas_compare (opening->atlas, nothing, loaded), NULL);
  if (opening->task == NULL)
    return TRUE;
  forest = ris3_forest_ref (opening->atlas->forest);
  opening->is_given = TRUE;
  g_task_return_pointer (opening->task, g_steal_pointer (&opening->atlas), g_object_unref);
  read_rest (connection, forest, strategies);
  return TRUE;
}

/* Checking and reading it takes longer than people wait. */
static gboolean
is_large (Ris3Connection *connection)
{
  gint64 size;

  return ris3_connection_query_int (
             connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", &size, NULL)
         && size > LARGE;
}

static gboolean
open_atlas (Opening *opening, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  guint version;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ris3_schema_probe (opening->path, &version, error))
    return FALSE;

  /* Where writing is possible the connection may write, although opening changes nothing: only so
   * can SQLite roll back what a crash has left half done. */
  opening->read_only = !ris3_atlas_file_is_writable (opening->path);
  connection = ris3_connection_open (
      opening->path, opening->read_only ? RIS3_CONNECTION_READ_ONLY : RIS3_CONNECTION_READ_WRITE, cancellable, error);
  if (connection == NULL || !ris3_schema_read_version (connection, &version, error))
    return FALSE;
  if (version < RIS3_ATLAS_SCHEMA_VERSION || !is_large (connection))
    opening->task = NULL;
  if (opening->task != NULL ? !ris3_schema_check_quickly (connection, version, error)
                            : !ris3_schema_check (connection, version, error))
    return FALSE;
  if (version < RIS3_ATLAS_SCHEMA_VERSION)
    {
      if (opening->read_only)
        {
          g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_MIGRATE,
                       _ ("“%s” was made by an older RIS3 Atlas and must be updated to be opened, but it or its folder "
                          "is read-only. Copy it to a folder that you can write to, and open the copy."),
                       ris3_connection_get_name (connection));
          return FALSE;
        }
      if (!ris3_migration_run (&ris3_migration_to_present, connection, opening->path, version, error))
        return FALSE;
    }
  /* A file that another tool has left in WAL mode becomes one file again; for any other, this does nothing. */
  return (opening->read_only || ris3_connection_execute (connection, "PRAGMA journal_mode = DELETE", error))
         && ris3_connection_read (connection, load, opening, error);
}

Ris3Atlas *
ris3_atlas_open (const char *path, GCancellable *cancellable, GError **error)
{
  Opening opening = { .path = path };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  return open_atlas (&opening, cancellable, error) ? opening.atlas : NULL;
}

Ris3Atlas *
ris3_atlas_open_overview (const char *path, GCancellable *cancellable, GError **error)
{
  Opening opening = { .path = path, .overview = TRUE };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  return open_atlas (&opening, cancellable, error) ? opening.atlas : NULL;
}

static void
open_in_thread (GTask *work, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GTask *task = task_data;
  Opening opening = { .path = g_task_get_task_data (task), .task = task };
  g_autoptr (GError) error = NULL;
  gboolean ok = open_atlas (&opening, cancellable, &error);

  if (opening.is_given)
    return;
  if (!ok)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, opening.atlas, g_object_unref);
}

void
ris3_atlas_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_atlas_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  /* A task that runs in a thread returns only when that has ended. */
  work = g_task_new (NULL, cancellable, NULL, NULL);
  g_task_set_source_tag (work, open_in_thread);
  g_task_set_task_data (work, g_steal_pointer (&task), g_object_unref);
  g_task_run_in_thread (work, open_in_thread);
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

  if (!ris3_atlas_file_make (path, FALSE, NULL, 0, make_empty, NULL, error))
    return NULL;
  return ris3_atlas_open (path, NULL, error);
}

void
ris3_atlas_emit_changed (Ris3Atlas *self, Ris3Changes *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
ris3_atlas_emit_lost (Ris3Atlas *self, const GError *error)
{
  g_signal_emit (self, signals[LOST], 0, error);
}

void
ris3_atlas_emit_found (Ris3Atlas *self)
{
  g_signal_emit (self, signals[FOUND], 0);
}

void
ris3_atlas_emit_backup_failed (Ris3Atlas *self, const GError *error)
{
  g_signal_emit (self, signals[BACKUP_FAILED], 0, error);
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
ris3_atlas_get_boundaries (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);

  return self->boundaries;
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
  return G_LIST_MODEL (self->lists[RIS3_LIST_STRATEGIES]);
}

GListModel *
ris3_atlas_get_participations (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_PARTICIPATIONS]);
}

GListModel *
ris3_atlas_get_comments (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_COMMENTS]);
}

GListModel *
ris3_atlas_get_assessments (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_ASSESSMENTS]);
}

GListModel *
ris3_atlas_get_notes (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_NOTES]);
}

GListModel *
ris3_atlas_get_activities (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_ACTIVITIES]);
}

GListModel *
ris3_atlas_get_saved_views (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_SAVED_VIEWS]);
}

GListModel *
ris3_atlas_get_joined_columns (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_JOINED_COLUMNS]);
}

GListModel *
ris3_atlas_get_rounds (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_ROUNDS]);
}

GListModel *
ris3_atlas_get_requests (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_REQUESTS]);
}

GListModel *
ris3_atlas_get_organisations (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return G_LIST_MODEL (self->lists[RIS3_LIST_ORGANISATIONS]);
}

const Ris3RegionName *
ris3_atlas_lookup_region (Ris3Atlas *self, guint nuts_version, const char *code)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  key = ris3_region_key (nuts_version, code);
  return g_hash_table_lookup (self->regions, key);
}

const char *const *
ris3_atlas_get_periods (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return (const char *const *) self->periods;
}
