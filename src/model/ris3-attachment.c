/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-attachment.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-loader-private.h"
#include "model/ris3-output-file.h"

void
ris3_attachment_free (Ris3Attachment *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->digest);
  g_free (self->url);
  g_free (self);
}

/* What is asked of an atlas, and what it answers. */
typedef struct
{
  char *path;
  char *key;
  GPtrArray *attachments; /* NULL: contents are asked for */
  GBytes *contents;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->path);
  g_free (query->key);
  g_clear_pointer (&query->attachments, g_ptr_array_unref);
  g_clear_pointer (&query->contents, g_bytes_unref);
  g_free (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Query, query_free)

static char *
get_text (sqlite3_stmt *row, int column)
{
  char *text = ris3_statement_get_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
read_row (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Query *query = user_data;
  Ris3Attachment *attachment;

  if (query->attachments == NULL)
    {
      g_clear_pointer (&query->contents, g_bytes_unref);
      query->contents = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
      return TRUE;
    }
  attachment = g_new0 (Ris3Attachment, 1);
  attachment->id = sqlite3_column_int64 (row, 0);
  attachment->comment_id = sqlite3_column_int64 (row, 1);
  attachment->name = get_text (row, 2);
  attachment->media_type = get_text (row, 3);
  attachment->size = (guint64) sqlite3_column_int64 (row, 4);
  attachment->digest = get_text (row, 5);
  attachment->url = get_text (row, 6);
  g_ptr_array_add (query->attachments, attachment);
  return TRUE;
}

static gboolean
read_rows (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Query *query = user_data;

  if (query->attachments != NULL)
    g_ptr_array_set_size (query->attachments, 0);
  return ris3_loader_for_each_row (connection,
                                   query->attachments != NULL
                                       ? "SELECT id, comment_id, name, media_type, size, digest, url FROM attachment"
                                         " WHERE comment_id = ?1 ORDER BY id"
                                       : "SELECT contents FROM attachment_data WHERE digest = ?1",
                                   query->key, read_row, query, error);
}

static gboolean
query_run (Query *query, GCancellable *cancellable, GError **error)
{
  return ris3_connection_read_file (query->path, !ris3_atlas_file_is_writable (query->path), cancellable, read_rows,
                                    query, error);
}

static Query *
query_new_of_comment (const char *path, gint64 comment_id)
{
  Query *query = g_new0 (Query, 1);

  query->path = g_strdup (path);
  query->key = g_strdup_printf ("%" G_GINT64_FORMAT, comment_id);
  query->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_attachment_free);
  return query;
}

GPtrArray *
ris3_attachments_read (const char *path, gint64 comment_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (Query) query = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  query = query_new_of_comment (path, comment_id);
  return query_run (query, cancellable, error) ? g_steal_pointer (&query->attachments) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Query *query = task_data;
  GError *error = NULL;

  if (query_run (query, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&query->attachments), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_attachments_read_async (const char *path,
                             gint64 comment_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_attachments_read_async);
  g_task_set_task_data (task, query_new_of_comment (path, comment_id), query_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
ris3_attachments_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_attachments_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ris3_attachment_save (const Ris3Attachment *self, const char *path, const char *target, GError **error)
{
  g_autoptr (Query) query = g_new0 (Query, 1);
  g_autofree char *digest = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && target != NULL, FALSE);
  query->path = g_strdup (path);
  query->key = g_strdup (self->digest);
  if (!query_run (query, NULL, error))
    return FALSE;
  if (query->contents == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("The contents of “%s” are not in this atlas. Ask whoever gave you the copy for the document."),
                   self->name);
      return FALSE;
    }
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, query->contents);
  if (g_strcmp0 (digest, self->digest) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The contents of “%s” are not those that were attached: the atlas is damaged. Take the document "
                      "from a backup copy."),
                   self->name);
      return FALSE;
    }
  return ris3_output_file_write_all (target, RIS3_OUTPUT_DEFAULT, g_bytes_get_data (query->contents, NULL),
                                     g_bytes_get_size (query->contents), error);
}
