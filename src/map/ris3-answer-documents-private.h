/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* Files that answers came in: each becomes a document of every comment that is made of it, and its contents are in the
 * atlas once. */
typedef struct _Ris3AnswerDocuments Ris3AnswerDocuments;

Ris3AnswerDocuments *_ris3_answer_documents_new (void);
void _ris3_answer_documents_free (Ris3AnswerDocuments *self);
/* Reads a file. name: by which it is asked for. Errors: those of ris3_attachment_make_edit () */
gboolean _ris3_answer_documents_add (Ris3AnswerDocuments *self, const char *name, const char *path, GError **error);
/* Attaches a file to the comment that the last step of an edit adds; one that was not read is not. */
void _ris3_answer_documents_append (Ris3AnswerDocuments *self, const char *name, Ris3Edit *edit);

G_END_DECLS
