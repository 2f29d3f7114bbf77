/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-filter-texts-private.h"

#include <string.h>

#include "model/ris3-connection-private.h"

/* That are added while others wait: a few milliseconds. */
#define BATCH_SIZE 200
/* In words. */
#define CONTEXT_LENGTH "16"

struct _Ris3FilterTexts
{
  gatomicrefcount ref_count;
  GMutex mutex; /* of all that follows */
  Ris3Connection *connection;
  guint32 length; /* numbers that have been given */
};

/* Of the indexes of beginnings, that of one letter alone is worth its memory: of two letters, few words have to be put
 * together. Nothing is ranked by the lengths of texts. */
static const char table[] = "CREATE VIRTUAL TABLE doc USING fts5 ("
                            "label, title, english, original, remark, note, comment,"
                            " tokenize = 'unicode61 remove_diacritics 2', prefix = '1', columnsize = 0)";

Ris3FilterTexts *
ris3_filter_texts_new (GError **error)
{
  g_autoptr (Ris3FilterTexts) self = g_new0 (Ris3FilterTexts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->connection = ris3_connection_open (NULL, RIS3_CONNECTION_MEMORY, NULL, error);
  if (self->connection == NULL || !ris3_connection_execute (self->connection, table, error))
    return NULL;
  return g_steal_pointer (&self);
}

Ris3FilterTexts *
ris3_filter_texts_ref (Ris3FilterTexts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_filter_texts_unref (Ris3FilterTexts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->connection, ris3_connection_close);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* What marks hits in a context marks nothing else. */
static char *
remove_marks (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *rest = NULL;

  if (strstr (text, RIS3_HIT_START) == NULL && strstr (text, RIS3_HIT_END) == NULL)
    return NULL;
  parts = g_strsplit (text, RIS3_HIT_START, -1);
  rest = g_strjoinv ("", parts);
  g_strfreev (parts);
  parts = g_strsplit (rest, RIS3_HIT_END, -1);
  return g_strjoinv ("", parts);
}

typedef struct
{
  const char *const *texts;
  guint n;
  guint32 first;
} Batch;

static gboolean
add_batch (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Batch *batch = user_data;
  g_autoptr (Ris3Statement) insert
      = ris3_connection_borrow (connection,
                                "INSERT INTO doc (rowid, label, title, english, original, remark, note, comment)"
                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < batch->n; i++)
    {
      char *cleaned[RIS3_N_TEXTS];
      gboolean ok;

      sqlite3_bind_int64 (insert, 1, (gint64) batch->first + i);
      for (guint j = 0; j < RIS3_N_TEXTS; j++)
        {
          const char *text = batch->texts[i * RIS3_N_TEXTS + j];

          cleaned[j] = text != NULL ? remove_marks (text) : NULL;
          sqlite3_bind_text (insert, (int) j + 2, cleaned[j] != NULL ? cleaned[j] : text, -1, SQLITE_STATIC);
        }
      ok = ris3_connection_run (connection, insert, error);
      for (guint j = 0; j < RIS3_N_TEXTS; j++)
        g_free (cleaned[j]);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

gboolean
ris3_filter_texts_add (Ris3FilterTexts *self,
                       const char *const *texts,
                       guint n,
                       guint32 *first,
                       GCancellable *cancellable,
                       GError **error)
{
  gboolean ok = TRUE;

  g_mutex_lock (&self->mutex);
  *first = self->length + 1;
  self->length += n;
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < n && ok; i += BATCH_SIZE)
    {
      Batch batch = { texts + (gsize) i * RIS3_N_TEXTS, MIN (BATCH_SIZE, n - i), *first + i };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_mutex_lock (&self->mutex);
      ok = ris3_connection_transaction (self->connection, add_batch, &batch, error);
      g_mutex_unlock (&self->mutex);
    }
  return ok;
}

guint32
ris3_filter_texts_get_length (Ris3FilterTexts *self)
{
  guint32 length;

  g_mutex_lock (&self->mutex);
  length = self->length;
  g_mutex_unlock (&self->mutex);
  return length;
}

gboolean
ris3_filter_texts_match (Ris3FilterTexts *self,
                         const char *query,
                         gboolean with_context,
                         Ris3HitFunc func,
                         gpointer user_data,
                         GError **error)
{
  gboolean ok = FALSE;
  gboolean has_row = FALSE;
  Ris3Statement *select;

  g_mutex_lock (&self->mutex);
  select = ris3_connection_borrow (self->connection,
                                   with_context ? "SELECT rowid, snippet (doc, -1, '" RIS3_HIT_START "', '" RIS3_HIT_END
                                                  "', '…', " CONTEXT_LENGTH ")"
                                                  " FROM doc WHERE doc MATCH ?"
                                                : "SELECT rowid FROM doc WHERE doc MATCH ?",
                                   error);
  if (select != NULL)
    {
      ris3_statement_bind (select, "s", query);
      while ((ok = ris3_connection_step (self->connection, select, &has_row, error)) && has_row)
        {
          g_autofree char *context = with_context ? ris3_statement_get_text (select, 1) : NULL;

          if (func ((guint32) sqlite3_column_int64 (select, 0), context, user_data))
            break;
        }
      ris3_statement_give_back (select);
    }
  g_mutex_unlock (&self->mutex);
  return ok;
}
