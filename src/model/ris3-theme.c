/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-theme.h"

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-loader-private.h"

#define SELECT "SELECT c.scheme, c.version, c.code, c.parent_code, c.name FROM "
#define IN_CODEBOOK " AS t JOIN codebook AS c USING (scheme, version, code) WHERE t."
#define OWN_FIRST "c.scheme <> '" RIS3_THEME_SCHEME "', c.scheme, c.version, c.position, c.code"

static const struct
{
  const char *table;
  const char *sql;
} queries[] = {
  { NULL, SELECT "codebook AS c ORDER BY " OWN_FIRST },
  { "priority", SELECT "priority_theme" IN_CODEBOOK "priority_id = ? ORDER BY t.position, " OWN_FIRST },
  { "activity", SELECT "activity_theme" IN_CODEBOOK "activity_id = ? ORDER BY " OWN_FIRST },
};

Ris3Theme *
ris3_theme_copy (const Ris3Theme *self)
{
  Ris3Theme *copy = g_new (Ris3Theme, 1);

  copy->scheme = g_strdup (self->scheme);
  copy->version = g_strdup (self->version);
  copy->code = g_strdup (self->code);
  copy->parent = g_strdup (self->parent);
  copy->name = g_strdup (self->name);
  return copy;
}

void
ris3_theme_free (Ris3Theme *self)
{
  g_free (self->scheme);
  g_free (self->version);
  g_free (self->code);
  g_free (self->parent);
  g_free (self->name);
  g_free (self);
}

char *
ris3_theme_get_key (const Ris3Theme *self)
{
  return g_strjoin (" ", self->scheme, self->version, self->code, NULL);
}

typedef struct
{
  char *path;
  gboolean read_only;
  const char *sql;
  char *key;
  GPtrArray *themes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_free (reading->key);
  g_clear_pointer (&reading->themes, g_ptr_array_unref);
  g_free (reading);
}

static char *
get_text (sqlite3_stmt *row, int column)
{
  char *text = ris3_statement_get_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
read_theme (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3Theme *theme = g_new (Ris3Theme, 1);

  theme->scheme = get_text (row, 0);
  theme->version = get_text (row, 1);
  theme->code = get_text (row, 2);
  theme->parent = get_text (row, 3);
  theme->name = get_text (row, 4);
  g_ptr_array_add (user_data, theme);
  return TRUE;
}

static gboolean
read_themes (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_clear_pointer (&reading->themes, g_ptr_array_unref);
  reading->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_theme_free);
  return ris3_loader_for_each_row (connection, reading->sql, reading->key, read_theme, reading->themes, error);
}

GPtrArray *
ris3_codebooks_read (const char *path, GCancellable *cancellable, GError **error)
{
  Reading reading = { (char *) path, FALSE, queries[0].sql, NULL, NULL };

  g_return_val_if_fail (path != NULL, NULL);
  if (ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_themes, &reading, error))
    return reading.themes;
  g_clear_pointer (&reading.themes, g_ptr_array_unref);
  return NULL;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;

  if (ris3_connection_read_file (reading->path, reading->read_only, cancellable, read_themes, reading, &error))
    g_task_return_pointer (task, g_steal_pointer (&reading->themes), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *themes = g_task_propagate_pointer (G_TASK (result), &error);

  if (themes != NULL)
    g_task_return_pointer (task, themes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_atlas_read_themes_async (Ris3Atlas *atlas,
                              const char *table,
                              const char *key,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) work = NULL;
  GTask *task;
  Reading *reading;
  guint query = 0;

  g_return_if_fail (RIS3_IS_ATLAS (atlas));
  g_return_if_fail ((table == NULL) == (key == NULL));
  while (query < G_N_ELEMENTS (queries) && g_strcmp0 (queries[query].table, table) != 0)
    query++;
  g_return_if_fail (query < G_N_ELEMENTS (queries));

  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (ris3_atlas_get_path (atlas));
  reading->read_only = ris3_atlas_get_read_only (atlas);
  reading->sql = queries[query].sql;
  reading->key = g_strdup (key);
  task = g_task_new (atlas, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_atlas_read_themes_async);
  /* The thread must not hold the last reference to the atlas, which would end it there. */
  work = g_task_new (NULL, cancellable, on_read, task);
  g_task_set_source_tag (work, read_in_thread);
  g_task_set_task_data (work, reading, reading_free);
  g_task_run_in_thread (work, read_in_thread);
}

GPtrArray *
ris3_atlas_read_themes_finish (Ris3Atlas *atlas, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (g_task_is_valid (result, atlas), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_read_themes_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
