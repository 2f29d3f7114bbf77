/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-answer-documents-private.h"

#include "model/ris3-attachment.h"

struct _Ris3AnswerDocuments
{
  GHashTable *edits; /* name: Ris3Edit of one step */
};

Ris3AnswerDocuments *
_ris3_answer_documents_new (void)
{
  Ris3AnswerDocuments *self = g_new0 (Ris3AnswerDocuments, 1);

  self->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ris3_edit_unref);
  return self;
}

void
_ris3_answer_documents_free (Ris3AnswerDocuments *self)
{
  g_hash_table_unref (self->edits);
  g_free (self);
}

gboolean
_ris3_answer_documents_add (Ris3AnswerDocuments *self, const char *name, const char *path, GError **error)
{
  const char *const files[] = { path, NULL };
  Ris3Edit *edit;

  if (g_hash_table_contains (self->edits, name))
    return TRUE;
  /* The comment is not there yet. */
  edit = ris3_attachment_make_edit (0, files, RIS3_ATTACH_FITTING, error);
  if (edit == NULL)
    return FALSE;
  g_hash_table_insert (self->edits, g_strdup (name), edit);
  return TRUE;
}

void
_ris3_answer_documents_append (Ris3AnswerDocuments *self, const char *name, Ris3Edit *edit)
{
  Ris3Edit *document = g_hash_table_lookup (self->edits, name);
  guint comment = ris3_edit_get_n_steps (edit) - 1;

  if (document == NULL)
    return;
  ris3_edit_append (edit, document);
  ris3_edit_set_step (edit, "comment_id", comment);
}
