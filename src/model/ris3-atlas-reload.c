/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-comment-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-request-private.h"
#include "model/ris3-strategy-private.h"

/* The data of one reload. Only the worker touches wanted, loaded, difference and owned while it runs, and nobody
 * changes the lists and owners of the atlas then. */
typedef struct
{
  Ris3Atlas *atlas; /* that the task keeps alive */
  Ris3Changes *changes;
  char *path;
  gboolean read_only;
  Ris3Forest *forest;
  Ris3Wanted *wanted;
  Ris3Loaded *loaded;
  Ris3AtlasDifference *difference; /* of loaded from the atlas */
  Ris3Owners *owners;              /* of the atlas */
  GHashTable *owned;               /* what loaded adds to them */
} Reload;

static void
reload_free (gpointer data)
{
  Reload *reload = data;

  ris3_changes_unref (reload->changes);
  g_free (reload->path);
  g_clear_pointer (&reload->forest, ris3_forest_unref);
  ris3_wanted_free (reload->wanted);
  g_clear_pointer (&reload->loaded, ris3_loaded_free);
  g_clear_pointer (&reload->difference, ris3_atlas_difference_free);
  g_clear_pointer (&reload->owned, g_hash_table_unref);
  g_free (reload);
}

/* The priority that a row of priority or priority_theme is about; 0 for any other. */
static gint64
get_priority_id (Ris3Changes *changes, guint index)
{
  const char *table = ris3_changes_get_table (changes, index);

  if (!g_str_equal (table, "priority") && !g_str_equal (table, "priority_theme"))
    return 0;
  return g_ascii_strtoll (ris3_changes_get_key (changes, index), NULL, 10);
}

/* What is known without the file: the rows that are named, and the strategies that priorities belonged to. Rows may be
 * so many that looking at them would hold up the views. */
static void
want_known (Reload *reload)
{
  for (guint i = 0; i < ris3_changes_get_length (reload->changes); i++)
    {
      const char *table = ris3_changes_get_table (reload->changes, i);
      const char *key = ris3_changes_get_key (reload->changes, i);
      gint64 priority_id = get_priority_id (reload->changes, i);
      const char *owner = priority_id != 0 ? ris3_owners_find (reload->owners, priority_id) : NULL;

      for (guint list = 0; list < RIS3_N_LISTS; list++)
        if (g_str_equal (table, ris3_list_records[list]->table))
          g_hash_table_add (reload->wanted->keys[list], g_strdup (key));
      if (owner != NULL)
        g_hash_table_add (reload->wanted->keys[RIS3_LIST_STRATEGIES], g_strdup (owner));
      if (g_str_equal (table, "activity_theme")) /* its key begins with that of the activity */
        g_hash_table_add (reload->wanted->keys[RIS3_LIST_ACTIVITIES], g_strndup (key, strcspn (key, " ")));
      if (g_str_equal (table, "meta"))
        reload->wanted->meta = TRUE;
      if (g_str_equal (table, "region"))
        g_hash_table_add (reload->wanted->region_keys, g_strdup (key));
    }
}

static void
want_row (Reload *reload, guint list, gpointer object)
{
  char buffer[RIS3_RECORD_KEY_SIZE];

  g_hash_table_add (reload->wanted->keys[list],
                    g_strdup (ris3_record_get_key (ris3_list_records[list], object, buffer)));
}

/* The rows of a table that were changed, by their numbers. (transfer full) */
static GHashTable *
list_ids (Ris3Changes *changes, const char *table)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (ris3_changes_contain_table (changes, table))
    for (guint i = 0; i < ris3_changes_get_length (changes); i++)
      if (g_str_equal (ris3_changes_get_table (changes, i), table))
        {
          gint64 id = g_ascii_strtoll (ris3_changes_get_key (changes, i), NULL, 10);

          g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
        }
  return ids;
}

/* What is read of a comment or request also says something of other rows: its target, its organisation, its round. */
static void
want_consultation (Reload *reload)
{
  Ris3Changes *changes = reload->changes;
  GPtrArray *comments = ris3_list_get_items (reload->atlas->lists[RIS3_LIST_COMMENTS]);
  GPtrArray *requests = ris3_list_get_items (reload->atlas->lists[RIS3_LIST_REQUESTS]);
  g_autoptr (GHashTable) priorities = list_ids (changes, "priority");
  g_autoptr (GHashTable) organisations = list_ids (changes, "organisation");
  g_autoptr (GHashTable) rounds = list_ids (changes, "consultation_round");
  gboolean has_attachments = ris3_changes_contain_table (changes, "attachment");
  gboolean has_reminders = ris3_changes_contain_table (changes, "reminder");
  gboolean has_strategies = ris3_changes_contain_table (changes, "strategy");

  for (guint i = 0; i < comments->len; i++)
    {
      Ris3Comment *comment = g_ptr_array_index (comments, i);

      if (has_attachments || g_hash_table_contains (priorities, &comment->priority_id)
          || (has_strategies && *comment->strategy_id != '\0'
              && ris3_changes_contain (changes, "strategy", comment->strategy_id))
          || g_hash_table_contains (organisations, &comment->organisation_id))
        want_row (reload, RIS3_LIST_COMMENTS, comment);
    }
  for (guint i = 0; i < requests->len; i++)
    {
      Ris3Request *request = g_ptr_array_index (requests, i);

      if (has_reminders || g_hash_table_contains (rounds, &request->round_id)
          || g_hash_table_contains (organisations, &request->organisation_id))
        want_row (reload, RIS3_LIST_REQUESTS, request);
    }
}

/* Adds the key in a row to a set. */
static gboolean
add_key (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  char *id = ris3_statement_get_text (row, 0);

  if (id == NULL)
    return ris3_loader_damaged (connection, ris3_priority_record.table, error);
  g_hash_table_add (user_data, id);
  return TRUE;
}

/* The strategies that priorities belonged to when the atlas was opened. It may still be being read. */
static void
want_former (Reload *reload)
{
  for (guint i = 0; reload->forest != NULL && i < ris3_changes_get_length (reload->changes); i++)
    {
      gint64 priority_id = get_priority_id (reload->changes, i);
      const char *owner = priority_id != 0 ? ris3_forest_find_owner (reload->forest, priority_id) : NULL;

      if (owner != NULL)
        g_hash_table_add (reload->wanted->keys[RIS3_LIST_STRATEGIES], g_strdup (owner));
    }
}

/* What only the file knows: the strategies that priorities belong to now, and those that a theme is in. */
static gboolean
want_found (Ris3Connection *connection, Reload *reload, GError **error)
{
  GHashTable *strategies = reload->wanted->keys[RIS3_LIST_STRATEGIES];

  for (guint i = 0; i < ris3_changes_get_length (reload->changes); i++)
    {
      const char *key = ris3_changes_get_key (reload->changes, i);
      gint64 priority_id = get_priority_id (reload->changes, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, priority_id);

      if (priority_id != 0
          && !ris3_loader_for_each_row (connection, "SELECT strategy_id FROM priority WHERE id = ?", id, add_key,
                                        strategies, error))
        return FALSE;
      if (g_str_equal (ris3_changes_get_table (reload->changes, i), "codebook")
          && !ris3_loader_for_each_row (connection,
                                        "SELECT DISTINCT p.strategy_id FROM priority_theme AS t"
                                        " JOIN priority AS p ON p.id = t.priority_id"
                                        " WHERE t.scheme || ' ' || t.version || ' ' || t.code = ?",
                                        key, add_key, strategies, error))
        return FALSE;
      if (g_str_equal (ris3_changes_get_table (reload->changes, i), "codebook")
          && !ris3_loader_for_each_row (connection,
                                        "SELECT activity_id FROM activity_theme"
                                        " WHERE scheme || ' ' || version || ' ' || code = ?",
                                        key, add_key, reload->wanted->keys[RIS3_LIST_ACTIVITIES], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_changes (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reload *reload = user_data;
  gint64 application_id;
  gint64 version;

  if (!ris3_connection_query_int (connection, "PRAGMA application_id", &application_id, error)
      || !ris3_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id != RIS3_ATLAS_APPLICATION_ID || version != RIS3_ATLAS_SCHEMA_VERSION)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” was replaced by another file while it was open. Open it again."),
                   ris3_connection_get_name (connection));
      return FALSE;
    }
  g_clear_pointer (&reload->loaded, ris3_loaded_free); /* of an attempt before */
  g_clear_pointer (&reload->difference, ris3_atlas_difference_free);
  g_clear_pointer (&reload->owned, g_hash_table_unref);
  want_known (reload);
  want_former (reload);
  want_consultation (reload);
  if (!want_found (connection, reload, error))
    return FALSE;
  reload->loaded = ris3_loaded_read (connection, reload->wanted, error);
  if (reload->loaded == NULL)
    return FALSE;
  if (reload->loaded->forest != NULL)
    reload->owned = ris3_owners_read (reload->loaded->forest);
  reload->difference = ris3_atlas_compare (reload->atlas, reload->wanted, reload->loaded);
  return TRUE;
}

static void
read_in_thread (GTask *work, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Reload *reload = task_data;
  GError *error = NULL;

  if (ris3_connection_read_file (reload->path, reload->read_only, cancellable, read_changes, reload, &error))
    g_task_return_boolean (work, TRUE);
  else
    g_task_return_error (work, error);
}

static void start_next (Ris3Atlas *self);

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Ris3Atlas *self = g_task_get_source_object (task);
  Reload *reload = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ris3_atlas_apply (self, reload->wanted, g_steal_pointer (&reload->loaded), g_steal_pointer (&reload->difference),
                        g_steal_pointer (&reload->owned));
      ris3_atlas_emit_changed (self, reload->changes);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));

  /* Not earlier: a handler of the signal may ask for the next reload. */
  g_queue_pop_head (&self->reloads);
  start_next (self);
}

/* One after another, so that what is read later is applied later. */
static void
start_next (Ris3Atlas *self)
{
  GTask *task = g_queue_peek_head (&self->reloads);
  g_autoptr (GTask) work = NULL;
  Reload *reload;

  if (task == NULL)
    return;
  reload = g_task_get_task_data (task);
  /* The task keeps the atlas alive. The worker must not hold the last reference, which would end the atlas there. */
  work = g_task_new (NULL, g_task_get_cancellable (task), on_read, task);
  g_task_set_source_tag (work, start_next);
  g_task_set_task_data (work, reload, NULL);
  if (ris3_atlas_worker_read (self->worker, work, read_changes, reload))
    return;
  g_task_run_in_thread (work, read_in_thread);
}

void
ris3_atlas_reload_async (Ris3Atlas *self,
                         Ris3Changes *changes,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  Reload *reload;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  g_return_if_fail (changes != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  reload = g_new0 (Reload, 1);
  reload->atlas = self;
  reload->changes = ris3_changes_ref (changes);
  reload->path = g_strdup (self->path);
  reload->read_only = self->read_only;
  reload->forest = self->forest != NULL ? ris3_forest_ref (self->forest) : NULL;
  reload->wanted = ris3_wanted_new ();
  reload->owners = self->owners;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_atlas_reload_async);
  g_task_set_task_data (task, reload, reload_free);
  /* A reload that was applied counts as done, even if it was cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_queue_push_tail (&self->reloads, task);
  if (g_queue_get_length (&self->reloads) == 1)
    start_next (self);
}

gboolean
ris3_atlas_reload_finish (Ris3Atlas *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_reload_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
