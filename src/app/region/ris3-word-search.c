/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-word-search.h"

#include "geo/ris3-fold.h"

/* Milliseconds that the typing rests. */
#define REST 120
/* Letters that are looked for. */
#define MIN_LETTERS 3
#define MAX_HITS 50

struct _Ris3WordSearch
{
  GObject parent_instance;

  Ris3Session *session;
  char *words;               /* that are looked for, or were; NULL: none */
  GPtrArray *hits;           /* of Ris3FilterHit; NULL: none */
  guint rest;                /* the source that waits for it, else 0 */
  GCancellable *cancellable; /* of the search, else NULL */
};

G_DEFINE_FINAL_TYPE (Ris3WordSearch, ris3_word_search, G_TYPE_OBJECT)

enum
{
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
give_up (Ris3WordSearch *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_hits (Ris3WordSearch *self, GPtrArray *hits)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
}

static void
on_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3WordSearch) self = RIS3_WORD_SEARCH (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ris3_filter_index_search_finish (result, &error);

  if (self->cancellable == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  /* A search that is still being typed, such as one with an open quote, finds nothing yet. */
  if (hits == NULL)
    g_clear_pointer (&self->words, g_free);
  set_hits (self, g_steal_pointer (&hits));
  g_signal_emit (self, signals[SIGNAL_FOUND], 0);
}

static gboolean
on_rest_cb (gpointer user_data)
{
  Ris3WordSearch *self = user_data;
  Ris3FilterIndex *index = ris3_session_get_filter_index (self->session);

  self->rest = 0;
  if (index == NULL)
    {
      set_hits (self, NULL);
      g_signal_emit (self, signals[SIGNAL_FOUND], 0);
      return G_SOURCE_REMOVE;
    }
  self->cancellable = g_cancellable_new ();
  ris3_filter_index_search_async (index, self->words, MAX_HITS, self->cancellable, on_searched_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ris3_word_search_dispose (GObject *object)
{
  Ris3WordSearch *self = RIS3_WORD_SEARCH (object);

  give_up (self);
  set_hits (self, NULL);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_word_search_parent_class)->dispose (object);
}

static void
ris3_word_search_class_init (Ris3WordSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_word_search_dispose;
  signals[SIGNAL_FOUND]
      = g_signal_new ("found", RIS3_TYPE_WORD_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_word_search_init (Ris3WordSearch *self)
{
}

Ris3WordSearch *
ris3_word_search_new (Ris3Session *session)
{
  Ris3WordSearch *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_WORD_SEARCH, NULL);
  self->session = g_object_ref (session);
  return self;
}

gboolean
ris3_word_search_begin (Ris3WordSearch *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (RIS3_IS_WORD_SEARCH (self) && text != NULL, FALSE);
  give_up (self);
  g_clear_pointer (&self->words, g_free);
  folded = ris3_fold (text);
  if (g_utf8_strlen (folded, -1) < MIN_LETTERS || ris3_session_get_filter_index (self->session) == NULL)
    {
      set_hits (self, NULL);
      return FALSE;
    }
  self->words = ris3_filter_complete_words (text);
  self->rest = g_timeout_add (REST, on_rest_cb, self);
  return TRUE;
}

guint
ris3_word_search_get_n_hits (Ris3WordSearch *self)
{
  g_return_val_if_fail (RIS3_IS_WORD_SEARCH (self), 0);
  return self->hits != NULL ? self->hits->len : 0;
}

const Ris3FilterHit *
ris3_word_search_get_hit (Ris3WordSearch *self, guint index)
{
  g_return_val_if_fail (RIS3_IS_WORD_SEARCH (self) && index < ris3_word_search_get_n_hits (self), NULL);
  return self->hits->pdata[index];
}

const char *
ris3_word_search_get_words (Ris3WordSearch *self)
{
  g_return_val_if_fail (RIS3_IS_WORD_SEARCH (self), NULL);
  return self->words;
}
