/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-text.h"

/* Characters of what was written into a row that cannot be taken in. */
#define MAX_WRITTEN 2000

static void
answer_free (gpointer data)
{
  Ris3PackAnswer *self = data;

  g_free (self->file);
  g_free (self->sheet);
  g_free (self->column);
  g_free (self->words);
  g_free (self->key);
  g_free (self->region_code);
  g_free (self->strategy_id);
  g_free (self->target_name);
  g_free (self->page_label);
  g_free (self->author_role);
  g_free (self->text);
  g_free (self->proposed_change);
  g_free (self);
}

const char *
ris3_pack_answer_state_get_title (Ris3PackAnswerState state)
{
  static const char *const titles[RIS3_N_PACK_ANSWER_STATES] = {
    [RIS3_PACK_ANSWER_NEW] = N_ ("New"),
    [RIS3_PACK_ANSWER_KNOWN] = N_ ("Already there"),
    [RIS3_PACK_ANSWER_REFUSED] = N_ ("Refused"),
    [RIS3_PACK_ANSWER_REMARK] = N_ ("Not taken in"),
  };

  g_return_val_if_fail (state < RIS3_N_PACK_ANSWER_STATES, NULL);
  return _ (titles[state]);
}

char *
ris3_pack_answer_describe_place (const Ris3PackAnswer *answer, gboolean with_folder)
{
  g_autofree char *base = NULL;
  GString *place;

  g_return_val_if_fail (answer != NULL, NULL);
  base = g_path_get_basename (answer->file);
  place = g_string_new (with_folder ? answer->file : base);

  if (answer->sheet != NULL)
    g_string_append_printf (place, ", %s", answer->sheet);
  if (answer->row > 0)
    {
      g_string_append (place, ", ");
      /* Translators: of a sheet */
      g_string_append_printf (place, _ ("row %u"), answer->row);
    }
  if (answer->column != NULL)
    {
      g_string_append (place, ", ");
      /* Translators: %s is the heading of a column of a sheet. */
      g_string_append_printf (place, _ ("column “%s”"), answer->column);
    }
  /* That of an answer is told with it. */
  if (answer->key == NULL && answer->target_name != NULL)
    {
      g_autofree char *name = ris3_text_to_line (answer->target_name, _RIS3_PACK_MAX_SHOWN);

      g_string_append_printf (place, " · %s", name);
    }
  return g_string_free (place, FALSE);
}

Ris3PackAnswers *
ris3_pack_answers_new (Ris3Atlas *atlas)
{
  Ris3PackAnswers *self;
  GListModel *comments;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = g_new0 (Ris3PackAnswers, 1);
  self->atlas = g_object_ref (atlas);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->documents = _ris3_answer_documents_new ();
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  comments = ris3_atlas_get_comments (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      g_hash_table_insert (self->keys, g_strdup (ris3_comment_get_key (comment)), g_strdup (""));
    }
  return self;
}

void
ris3_pack_answers_free (Ris3PackAnswers *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->atlas);
  g_ptr_array_unref (self->answers);
  _ris3_answer_documents_free (self->documents);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_free (self);
}

Ris3PackAnswer *
_ris3_pack_answers_add (Ris3PackAnswers *self,
                        Ris3PackAnswerState state,
                        const Ris3PackSheet *sheet,
                        guint row,
                        const char *column,
                        const char *words)
{
  Ris3PackAnswer *answer = g_new0 (Ris3PackAnswer, 1);

  answer->state = state;
  answer->file = g_strdup (sheet->file);
  answer->sheet = g_strdup (sheet->name);
  answer->row = row;
  answer->column = g_strdup (column);
  answer->words = g_strdup (words);
  g_ptr_array_add (self->answers, answer);
  return answer;
}

void
ris3_pack_answers_read (Ris3PackAnswers *self, const char *path)
{
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  Ris3PackSheet whole = { NULL };
  guint n_new;

  g_return_if_fail (self != NULL && path != NULL);
  shown = g_filename_display_name (path);
  whole.file = shown;
  n_new = ris3_pack_answers_get_n_in_state (self, RIS3_PACK_ANSWER_NEW);
  _ris3_pack_sheets_read (self, path, shown);
  if (ris3_pack_answers_get_n_in_state (self, RIS3_PACK_ANSWER_NEW) > n_new
      && !_ris3_answer_documents_add (self->documents, shown, path, &error))
    _ris3_pack_answers_add (self, RIS3_PACK_ANSWER_REMARK, &whole, 0, NULL, error->message);
}

GPtrArray *
ris3_pack_answers_get (Ris3PackAnswers *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->answers;
}

guint
ris3_pack_answers_get_n_in_state (Ris3PackAnswers *self, Ris3PackAnswerState state)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->answers->len; i++)
    n += ((const Ris3PackAnswer *) g_ptr_array_index (self->answers, i))->state == state;
  return n;
}

guint
ris3_pack_answers_get_n_unanswered (Ris3PackAnswers *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_unanswered;
}

static gboolean
is_taken (const Ris3PackAnswer *answer)
{
  return answer->state == RIS3_PACK_ANSWER_NEW && !answer->is_left_out;
}

void
ris3_pack_answers_leave_out (Ris3PackAnswers *self, const Ris3PackAnswer *answer, gboolean left_out)
{
  guint index;

  g_return_if_fail (self != NULL && answer != NULL && answer->state == RIS3_PACK_ANSWER_NEW);
  if (g_ptr_array_find (self->answers, answer, &index))
    ((Ris3PackAnswer *) g_ptr_array_index (self->answers, index))->is_left_out = left_out;
}

guint
ris3_pack_answers_get_n_taken (Ris3PackAnswers *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->answers->len; i++)
    n += is_taken (g_ptr_array_index (self->answers, i));
  return n;
}

char *
ris3_pack_answers_describe_left_out (Ris3PackAnswers *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < self->answers->len; i++)
    {
      const Ris3PackAnswer *answer = g_ptr_array_index (self->answers, i);
      g_autofree char *place = ris3_pack_answer_describe_place (answer, FALSE);

      if (is_taken (answer) || answer->state == RIS3_PACK_ANSWER_KNOWN)
        continue;
      if (answer->key != NULL)
        {
          g_autofree char *row = g_steal_pointer (&place);
          g_autofree char *name = ris3_text_to_line (answer->target_name, _RIS3_PACK_MAX_SHOWN);

          place = g_strdup_printf ("%s · %s", row, name);
        }
      /* Translators: where an answer stands, and why it is not taken in */
      g_string_append_printf (text, _ ("%s: %s"), place,
                              answer->is_left_out     ? _ ("left out, though it is new")
                              : answer->words != NULL ? answer->words
                                                      : ris3_pack_answer_state_get_title (answer->state));
      if (answer->key == NULL && answer->text != NULL)
        {
          g_autofree char *written = ris3_text_to_line (answer->text, MAX_WRITTEN);

          g_string_append_c (text, ' ');
          /* Translators: %s is what somebody wrote into a row that cannot be taken in. */
          g_string_append_printf (text, _ ("Written there: %s"), written);
        }
      g_string_append_c (text, '\n');
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static Ris3Edit *
make_comment (const Ris3PackAnswer *answer, const char *today)
{
  Ris3Edit *edit = ris3_edit_new_add ("comment");

  ris3_edit_set_text (edit, "key", answer->key);
  if (answer->request_id != 0)
    ris3_edit_set_integer (edit, "request_id", answer->request_id);
  if (answer->organisation_id != 0)
    ris3_edit_set_integer (edit, "organisation_id", answer->organisation_id);
  ris3_edit_set_integer (edit, "nuts_version", answer->nuts_version);
  ris3_edit_set_text (edit, "region_code", answer->region_code);
  ris3_edit_set_text (edit, "target", answer->target);
  if (answer->strategy_id != NULL)
    ris3_edit_set_text (edit, "strategy_id", answer->strategy_id);
  if (answer->priority_id != 0)
    ris3_edit_set_integer (edit, "priority_id", answer->priority_id);
  ris3_edit_set_text (edit, "page_label", answer->page_label);
  ris3_edit_set_text (edit, "author_role", answer->author_role);
  ris3_edit_set_text (edit, "channel", "consultation pack");
  ris3_edit_set_text (edit, "received_on", today);
  ris3_edit_set_text (edit, "language", answer->language);
  ris3_edit_set_text (edit, "text", answer->text);
  ris3_edit_set_text (edit, "proposed_change", answer->proposed_change);
  return edit;
}

/* That a request was answered, once, and if it was sent at all. */
static void
append_request (Ris3PackAnswers *self, Ris3Edit *edit, gint64 id, const char *today, GHashTable *done)
{
  Ris3Request *request = id != 0 ? ris3_atlas_lookup_request (self->atlas, id) : NULL;
  const char *asked_on = request != NULL ? ris3_request_get_asked_on (request) : "";
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (Ris3Edit) step = NULL;

  if (*asked_on == '\0' || g_strcmp0 (asked_on, today) > 0 || *ris3_request_get_answered_on (request) != '\0'
      || g_hash_table_contains (done, key))
    return;
  step = ris3_edit_new_set ("request", key);
  ris3_edit_set_text (step, "answered_on", today);
  ris3_edit_append (edit, step);
  g_hash_table_add (done, g_steal_pointer (&key));
}

Ris3Edit *
ris3_pack_answers_make_edit (Ris3PackAnswers *self, const char *today)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *title = NULL;
  Ris3Edit *edit;
  guint n;

  g_return_val_if_fail (self != NULL && today != NULL, NULL);
  n = ris3_pack_answers_get_n_taken (self);
  if (n == 0)
    return NULL;
  title = g_strdup_printf (ngettext ("%u answer from packs taken in", "%u answers from packs taken in", n), n);
  edit = ris3_edit_new_group ("pack-answers", title);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const Ris3PackAnswer *answer = g_ptr_array_index (self->answers, i);
      g_autoptr (Ris3Edit) comment = NULL;

      if (!is_taken (answer))
        continue;
      comment = make_comment (answer, today);
      ris3_edit_append (edit, comment);
      _ris3_answer_documents_append (self->documents, answer->file, edit);
      append_request (self, edit, answer->request_id, today, done);
    }
  return edit;
}
