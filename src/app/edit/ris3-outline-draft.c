/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-draft-private.h"

#include "app/edit/ris3-outline-marks.h"
#include "app/ris3-session-suggestions.h"

/* So long after the last change of a text, suggestions are looked for. */
#define SUGGESTION_DELAY 200 /* ms */

G_DEFINE_FINAL_TYPE (Ris3OutlineDraft, ris3_outline_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_tell_cb (gpointer data)
{
  Ris3OutlineDraft *self = data;

  self->changed_source = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell_changed (Ris3OutlineDraft *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_tell_cb, self, NULL);
}

static void
fail (Ris3OutlineDraft *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void ask_soon (Ris3OutlineDraft *self);

static void
on_suggested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDraft) self = RIS3_OUTLINE_DRAFT (data);
  g_autoptr (GPtrArray) asked = g_steal_pointer (&self->asked);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ris3_session_suggest_finish (RIS3_SESSION (source), result, &error);

  if (found == NULL)
    {
      fail (self, error);
      return;
    }
  for (guint i = 0; i < asked->len; i++)
    if (!g_hash_table_contains (self->stale, asked->pdata[i])
        && (((GPtrArray *) found->pdata[i])->len > 0 || ris3_outline_marks_peek (asked->pdata[i]) != NULL))
      ris3_outline_marks_update (ris3_outline_marks_of (asked->pdata[i]), found->pdata[i], self->finder);
  tell_changed (self);
  ask_soon (self);
}

static gboolean
on_ask_cb (gpointer data)
{
  Ris3OutlineDraft *self = data;
  gboolean is_english = *self->language == '\0';
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Ris3SuggestionText));
  GHashTableIter iter;
  gpointer line;

  self->suggestion_source = 0;
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    {
      const char *words = ris3_outline_line_get_text (line);
      Ris3SuggestionText text = { is_english ? NULL : words, self->language, is_english ? words : NULL };

      g_array_append_val (texts, text);
      g_ptr_array_add (self->asked, g_object_ref (line));
    }
  g_hash_table_remove_all (self->stale);
  ris3_session_suggest_async (self->session, (Ris3SuggestionText *) (void *) texts->data, texts->len, self->cancellable,
                              on_suggested_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* One question at a time, about all lines that have changed. */
static void
ask_soon (Ris3OutlineDraft *self)
{
  if (self->finder == NULL || self->asked != NULL || g_hash_table_size (self->stale) == 0)
    return;
  g_clear_handle_id (&self->suggestion_source, g_source_remove);
  self->suggestion_source = g_timeout_add (SUGGESTION_DELAY, on_ask_cb, self);
}

static void
on_marks_changed_cb (Ris3OutlineMarks *marks, Ris3OutlineDraft *self)
{
  tell_changed (self);
}

static void
on_line_notify_cb (Ris3OutlineLine *line, GParamSpec *pspec, Ris3OutlineDraft *self)
{
  self->is_edited = TRUE;
  tell_changed (self);
  if (!g_str_equal (pspec->name, "text"))
    return;
  g_hash_table_add (self->stale, g_object_ref (line));
  ask_soon (self);
}

void
ris3_outline_draft_watch (Ris3OutlineDraft *self, Ris3OutlineLine *line)
{
  Ris3OutlineMarks *marks = ris3_outline_marks_of (line);

  g_return_if_fail (RIS3_IS_OUTLINE_DRAFT (self));
  if (g_signal_handler_find (line, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_line_notify_cb, NULL) != 0)
    return;
  g_signal_connect_object (line, "notify", G_CALLBACK (on_line_notify_cb), self, 0);
  g_signal_connect_object (marks, "changed", G_CALLBACK (on_marks_changed_cb), self, 0);
}

/* For suggestions. */
static void
add_lines (Ris3OutlineDraft *self, guint start, guint n)
{
  for (guint i = start; i < start + n; i++)
    g_hash_table_add (self->stale, g_object_ref (ris3_outline_get_line (self->outline, i)));
  ask_soon (self);
}

static void
on_items_changed_cb (GListModel *outline, guint position, guint n_removed, guint n_added, Ris3OutlineDraft *self)
{
  self->is_edited = TRUE;
  add_lines (self, position, n_added);
  tell_changed (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDraft) self = RIS3_OUTLINE_DRAFT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = ris3_atlas_read_themes_finish (RIS3_ATLAS (source), result, &error);

  if (themes == NULL)
    {
      fail (self, error);
      return;
    }
  self->finder = ris3_theme_finder_new (themes);
  ask_soon (self);
}

static void
ris3_outline_draft_dispose (GObject *object)
{
  Ris3OutlineDraft *self = RIS3_OUTLINE_DRAFT (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->suggestion_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->outline);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->finder, ris3_theme_finder_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  G_OBJECT_CLASS (ris3_outline_draft_parent_class)->dispose (object);
}

static void
ris3_outline_draft_finalize (GObject *object)
{
  g_free (RIS3_OUTLINE_DRAFT (object)->language);
  G_OBJECT_CLASS (ris3_outline_draft_parent_class)->finalize (object);
}

static void
ris3_outline_draft_class_init (Ris3OutlineDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_outline_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_outline_draft_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_OUTLINE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RIS3_TYPE_OUTLINE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ris3_outline_draft_init (Ris3OutlineDraft *self)
{
  self->cancellable = g_cancellable_new ();
  self->stale = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

Ris3OutlineDraft *
ris3_outline_draft_new (Ris3Session *session, Ris3Outline *outline, const char *language)
{
  Ris3OutlineDraft *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_OUTLINE (outline), NULL);
  self = g_object_new (RIS3_TYPE_OUTLINE_DRAFT, NULL);
  self->session = g_object_ref (session);
  self->outline = g_object_ref (outline);
  ris3_outline_draft_set_language (self, language);
  g_signal_connect_object (outline, "items-changed", G_CALLBACK (on_items_changed_cb), self, 0);
  if (ris3_session_get_atlas (session) != NULL)
    ris3_atlas_read_themes_async (ris3_session_get_atlas (session), NULL, NULL, self->cancellable, on_read_cb,
                                  g_object_ref (self));
  return self;
}

void
ris3_outline_draft_set_language (Ris3OutlineDraft *self, const char *language)
{
  g_return_if_fail (RIS3_IS_OUTLINE_DRAFT (self) && language != NULL);
  if (g_str_equal (language, "en"))
    language = "";
  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  add_lines (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->outline)));
}

Ris3Outline *
ris3_outline_draft_get_outline (Ris3OutlineDraft *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_DRAFT (self), NULL);
  return self->outline;
}

gboolean
ris3_outline_draft_is_edited (Ris3OutlineDraft *self)
{
  Ris3OutlineMarks *marks;
  Ris3OutlineLine *line;
  guint n_accepted = 0;

  g_return_val_if_fail (RIS3_IS_OUTLINE_DRAFT (self), FALSE);
  for (guint i = 0; (line = ris3_outline_get_line (self->outline, i)) != NULL; i++)
    if ((marks = ris3_outline_marks_peek (line)) != NULL)
      n_accepted += ris3_outline_marks_get_length (marks) - ris3_outline_marks_count_open (marks);
  return self->is_edited || n_accepted > 0;
}

static guint
count (Ris3OutlineDraft *self, gboolean suggestions)
{
  Ris3OutlineMarks *marks;
  Ris3OutlineLine *line;
  guint n = 0;

  for (guint i = 0; (line = ris3_outline_get_line (self->outline, i)) != NULL; i++)
    if (!ris3_outline_line_get_is_included (line))
      continue;
    else if (!suggestions)
      n++;
    else if ((marks = ris3_outline_marks_peek (line)) != NULL)
      n += ris3_outline_marks_count_open (marks);
  return n;
}

guint
ris3_outline_draft_count_included (Ris3OutlineDraft *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_DRAFT (self), 0);
  return count (self, FALSE);
}

guint
ris3_outline_draft_count_suggestions (Ris3OutlineDraft *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_DRAFT (self), 0);
  return count (self, TRUE);
}

void
ris3_outline_draft_accept_all (Ris3OutlineDraft *self)
{
  Ris3OutlineMarks *marks;
  Ris3OutlineLine *line;

  g_return_if_fail (RIS3_IS_OUTLINE_DRAFT (self));
  for (guint i = 0; (line = ris3_outline_get_line (self->outline, i)) != NULL; i++)
    if (ris3_outline_line_get_is_included (line) && (marks = ris3_outline_marks_peek (line)) != NULL)
      for (guint j = 0; j < ris3_outline_marks_get_length (marks); j++)
        ris3_outline_marks_set_accepted (marks, j, TRUE);
  tell_changed (self);
}
