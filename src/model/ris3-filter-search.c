/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words in the text of an atlas: all that have them, for filters; and the best, with some words around, for search. */

#include "config.h"

#include "model/ris3-filter-index-private.h"
#include "model/ris3-text.h"

/* Of a context, in characters. */
#define MAX_CONTEXT 400

static char *
make_query (const char *words, GError **error)
{
  g_autoptr (GPtrArray) tokens = ris3_filter_read_tokens (words, NULL, error);

  return tokens != NULL ? ris3_filter_tokens_to_query (tokens, words, NULL, error) : NULL;
}

static Ris3WordRows *
word_rows_ref (Ris3WordRows *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_word_rows_unref (Ris3WordRows *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->words);
  g_free (self->strategies);
  g_free (self->priorities);
  g_free (self);
}

typedef struct
{
  Ris3FilterIndex *index;
  Ris3WordRows *rows;
} Finding;

static const Ris3Document *
get_document (Ris3FilterIndex *index, guint32 number)
{
  guint32 place = number < index->n_numbered ? index->numbered[number] : 0;

  return place > 0 ? &g_array_index (index->documents, Ris3Document, place - 1) : NULL;
}

static gboolean
add_row (guint32 number, const char *context, gpointer user_data)
{
  Finding *finding = user_data;
  const Ris3Document *document = get_document (finding->index, number);
  const guint32 *strategies;
  guint n;

  if (document == NULL)
    return FALSE;
  if (document->priority != RIS3_NO_ROW)
    finding->rows->priorities[document->priority] = TRUE;
  else if (document->strategy != RIS3_NO_ROW)
    finding->rows->strategies[document->strategy] = TRUE;
  strategies = ris3_filter_index_get_of_region (finding->index, document->region, &n);
  for (guint i = 0; i < n; i++)
    finding->rows->strategies[strategies[i]] = TRUE;
  return FALSE;
}

static Ris3WordRows *
find_remembered (Ris3FilterIndex *self, const char *words)
{
  Ris3WordRows *rows = NULL;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < RIS3_N_REMEMBERED && rows == NULL; i++)
    if (self->remembered[i] != NULL && g_str_equal (self->remembered[i]->words, words))
      rows = word_rows_ref (self->remembered[i]);
  g_mutex_unlock (&self->mutex);
  return rows;
}

static void
remember (Ris3FilterIndex *self, Ris3WordRows *rows)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->remembered[self->next_remembered], ris3_word_rows_unref);
  self->remembered[self->next_remembered] = word_rows_ref (rows);
  self->next_remembered = (self->next_remembered + 1) % RIS3_N_REMEMBERED;
  g_mutex_unlock (&self->mutex);
}

Ris3WordRows *
ris3_filter_index_find_words (Ris3FilterIndex *self, const char *words, GError **error)
{
  g_autofree char *query = NULL;
  g_autoptr (Ris3WordRows) rows = find_remembered (self, words);
  Finding finding = { self, NULL };

  if (rows != NULL)
    return g_steal_pointer (&rows);
  query = make_query (words, error);
  if (query == NULL)
    return NULL;
  rows = g_new0 (Ris3WordRows, 1);
  g_atomic_ref_count_init (&rows->ref_count);
  rows->words = g_strdup (words);
  rows->strategies = g_new0 (guint8, self->n_strategies + 1);
  rows->priorities = g_new0 (guint8, self->n_priorities + 1);
  finding.rows = rows;
  if (!ris3_filter_texts_match (self->texts, query, FALSE, add_row, &finding, error))
    return NULL;
  remember (self, rows);
  return g_steal_pointer (&rows);
}

/* The best hits. */

void
ris3_filter_hit_free (Ris3FilterHit *self)
{
  g_free ((char *) self->key);
  g_free ((char *) self->strategy_id);
  g_free ((char *) self->region_code);
  g_free ((char *) self->context);
  g_free (self);
}

typedef struct
{
  Ris3FilterIndex *index;
  GPtrArray *hits;
  GHashTable *seen; /* numbers of texts */
  guint n_max;
} Search;

static Ris3FilterHit *
hit_new (Ris3FilterIndex *index, const Ris3Document *document, const char *context)
{
  static const char *const tables[RIS3_N_DOCUMENTS] = { "strategy", "priority", "note", "comment" };
  Ris3FilterHit *hit = g_new0 (Ris3FilterHit, 1);
  const char *strategy = document->strategy != RIS3_NO_ROW ? index->strategy_ids->pdata[document->strategy] : "";
  guint32 region = document->strategy != RIS3_NO_ROW ? index->strategy_regions[document->strategy] : document->region;

  hit->table = tables[document->kind];
  hit->key = document->kind == RIS3_DOCUMENT_STRATEGY ? g_strdup (strategy)
                                                      : g_strdup_printf ("%" G_GINT64_FORMAT, document->id);
  hit->strategy_id = g_strdup (strategy);
  if (region != RIS3_NO_ROW)
    {
      char *code;

      hit->nuts_version = (guint) g_ascii_strtoull (index->regions->pdata[region], &code, 10);
      hit->region_code = g_strdup (code + 1);
    }
  else
    hit->region_code = g_strdup ("");
  hit->context = ris3_text_to_line (context != NULL ? context : "", MAX_CONTEXT);
  return hit;
}

static gboolean
add_hit (guint32 number, const char *context, gpointer user_data)
{
  Search *search = user_data;
  const Ris3Document *document = get_document (search->index, number);

  if (document != NULL && g_hash_table_add (search->seen, GUINT_TO_POINTER (number)))
    g_ptr_array_add (search->hits, hit_new (search->index, document, context));
  return search->hits->len >= search->n_max;
}

GPtrArray *
ris3_filter_index_search (Ris3FilterIndex *self, const char *words, guint n_max, GError **error)
{
  /* In them, and then in any: words that are found in different columns. */
  static const char *const columns[] = { "{label title} : ", "{english original} : ", "" };
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autofree char *completed = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *longer = NULL;
  const char *queries[2];
  g_autoptr (GError) local_error = NULL;
  Search search;

  g_return_val_if_fail (self != NULL && words != NULL, NULL);
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_filter_hit_free);
  seen = g_hash_table_new (NULL, NULL);
  search = (Search){ self, hits, seen, n_max };
  completed = ris3_filter_complete_words (words);
  whole = make_query (words, &local_error);
  if (whole != NULL && !g_str_equal (completed, words))
    longer = make_query (completed, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  queries[0] = whole;
  queries[1] = longer;
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    for (guint i = 0; i < G_N_ELEMENTS (queries) && queries[i] != NULL && hits->len < n_max; i++)
      {
        g_autofree char *query = g_strconcat (columns[column], "(", queries[i], ")", NULL);

        if (!ris3_filter_texts_match (self->texts, query, TRUE, add_hit, &search, error))
          return NULL;
      }
  return g_steal_pointer (&hits);
}

typedef struct
{
  Ris3FilterIndex *index;
  char *words;
  guint n_max;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  ris3_filter_index_unref (asked->index);
  g_free (asked->words);
  g_free (asked);
}

static void
search_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Asked *asked = task_data;
  GError *error = NULL;
  GPtrArray *hits;

  if (g_task_return_error_if_cancelled (task))
    return;
  hits = ris3_filter_index_search (asked->index, asked->words, asked->n_max, &error);
  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_filter_index_search_async (Ris3FilterIndex *self,
                                const char *words,
                                guint n_max,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Asked *asked;

  g_return_if_fail (self != NULL && words != NULL);
  asked = g_new (Asked, 1);
  *asked = (Asked){ ris3_filter_index_ref (self), g_strdup (words), n_max };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_filter_index_search_async);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, search_in_thread);
}

GPtrArray *
ris3_filter_index_search_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_filter_index_search_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
