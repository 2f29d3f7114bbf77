/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"
#include "map/ris3-pack-answers.h"
#include "map/ris3-pack-key.h"

G_BEGIN_DECLS

struct _Ris3PackAnswers
{
  Ris3Atlas *atlas;
  GPtrArray *answers; /* of Ris3PackAnswer */
  GHashTable *keys;   /* of comments of the atlas and of those that were read: what is told of where; "" of the atlas */
  GHashTable *rows;   /* "who what": the Ris3PackAnswer that has answered it */
  guint n_unanswered;
};

/* A sheet that is read, by what its columns are. */
typedef struct
{
  const char *file;
  const char *name;
  const char *language; /* of its headings */
  Ris3Table *table;
  GHashTable *columns; /* name in packs.ini: index + 1 */
} Ris3PackSheet;

/* Adds what is said. column, words: copied; may be NULL (transfer none) */
Ris3PackAnswer *_ris3_pack_answers_add (Ris3PackAnswers *self,
                                        Ris3PackAnswerState state,
                                        const Ris3PackSheet *sheet,
                                        guint row,
                                        const char *column,
                                        const char *words);

/* The index of a column by its name in packs.ini; -1: the sheet has none. */
gint _ris3_pack_sheet_find (const Ris3PackSheet *self, const char *name);

/* Reads the sheets of a file, row by row. FALSE: none of them is of a pack. */
gboolean _ris3_pack_sheets_read (Ris3PackAnswers *self, const char *path, const char *shown, GError **error);
/* Reads one row of them. */
void _ris3_pack_row_read (Ris3PackAnswers *self, const Ris3PackSheet *sheet, guint row);

G_END_DECLS
