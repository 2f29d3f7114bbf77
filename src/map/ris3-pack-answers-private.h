/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-file.h"
#include "map/ris3-answer-documents-private.h"
#include "map/ris3-pack-answers.h"
#include "map/ris3-pack-key.h"

G_BEGIN_DECLS

/* How much of a value is told. */
#define _RIS3_PACK_MAX_SHOWN 120

struct _Ris3PackAnswers
{
  Ris3Atlas *atlas;
  GPtrArray *answers; /* of Ris3PackAnswer */
  Ris3AnswerDocuments *documents;
  GHashTable *keys;  /* of comments of the atlas and of those that were read: what is told of where; "" of the atlas */
  GHashTable *rows;  /* "who what": the Ris3PackAnswer that has answered it */
  GPtrArray *themes; /* of Ris3Theme, of all codebooks; NULL: not read yet */
  guint n_unanswered;
};

/* A sheet that is read, by what its columns are. */
typedef struct
{
  const char *file;
  const char *name;
  const char *language;        /* of its headings */
  const char *answer_language; /* in which it is filled in, which packs need not speak */
  const char *saying_language; /* of what is said in the place of those who answer */
  Ris3Table *table;
  GHashTable *columns;  /* name in packs.ini: index + 1 */
  const char **names;   /* the same of each column; NULL: none that is known */
  GPtrArray *free_keys; /* of Ris3PackKey, each once: of the rows into which anything may be written */
} Ris3PackSheet;

/* What tells whether a file that has no keys is another one of this program. */
typedef struct
{
  gboolean has_keys; /* it is a pack, whatever else it has */
  gboolean is_export;
  gboolean is_register;
  gboolean has_register_sheet;
  gboolean is_table;
  const char *table; /* what people call it; NULL: none */
} Ris3PackOther;

/* Looks at the first rows of a sheet (element-type Ris3TableRow). */
void _ris3_pack_other_look (Ris3PackOther *self, const char *sheet, GPtrArray *rows);
/* Says what the file is, and what to do; NULL: a pack, or nothing that is known. (transfer full) */
char *_ris3_pack_other_describe (const Ris3PackOther *self);
/* The same of a file that is no table, by how it begins. (transfer full) */
char *_ris3_pack_other_describe_file (const char *path);

/* Adds what is said. column, words: copied; may be NULL (transfer none) */
Ris3PackAnswer *_ris3_pack_answers_add (Ris3PackAnswers *self,
                                        Ris3PackAnswerState state,
                                        const Ris3PackSheet *sheet,
                                        guint row,
                                        const char *column,
                                        const char *words);

/* The names of the themes of the codebooks that a text names, with "; " between them; NULL: none. (transfer full) */
char *_ris3_pack_answers_find_themes (Ris3PackAnswers *self, const char *text);

/* The index of a column by its name in packs.ini; -1: the sheet has none. */
gint _ris3_pack_sheet_find (const Ris3PackSheet *self, const char *name);

/* How many cells of a row are headings. */
guint _ris3_pack_columns_count (const Ris3TableRow *row);
/* Finds out what the columns of a sheet are. FALSE after saying why it cannot be read. */
gboolean _ris3_pack_columns_find (Ris3PackAnswers *answers, Ris3PackSheet *self);
/* In which language it is written. answered: in which it is filled in; NULL: the same */
void _ris3_pack_columns_find_language (Ris3PackSheet *self, const char *answered);
/* What the sheet has room for: more priorities of a strategy, a strategy, or what is said of the region. */
void _ris3_pack_columns_find_free_keys (Ris3PackSheet *self);

/* Whether a sheet is the one that says how to answer (element-type Ris3TableRow). */
gboolean _ris3_pack_about_is (const char *sheet, GPtrArray *rows);
/* Reads in which language answers are. language: (inout): the first that was said; NULL: none */
void
_ris3_pack_about_read (Ris3PackAnswers *answers, const Ris3PackSheet *sheet, GPtrArray *rows, const char **language);

/* Reads the sheets of a file, row by row; or says what it is, if it is no pack. */
void _ris3_pack_sheets_read (Ris3PackAnswers *answers, const char *path, const char *shown);

/* What is said to what is recorded. */
enum
{
  _RIS3_PACK_AGREE,
  _RIS3_PACK_DISAGREE,
  _RIS3_PACK_N_REPLIES,
};

/* A row of a sheet that is read. */
typedef struct
{
  Ris3PackAnswers *answers;
  const Ris3PackSheet *sheet;
  guint index;
  Ris3PackKey *key;
  Ris3Strategy *strategy; /* NULL: it is about the region */
  Ris3Priority *priority; /* NULL: it is about none that is recorded */
  GPtrArray *proposals;   /* of Ris3Proposal */
  GString *remarks;
  GString *odd;               /* what is no value of its column, as it was written: lines of the comment */
  const char *problem_column; /* its heading */
  char *problem;              /* NULL: it can be taken in */
} Ris3PackRow;

/* What stands in a cell, without spaces around it; "" where there is no such column. kind: (out) (optional) (transfer
 * full) */
char *_ris3_pack_row_get_cell (const Ris3PackRow *self, const char *column, Ris3CellKind *kind);
/* The heading of a column as it is in the sheet; NULL: there is no such column. (transfer none) */
const char *_ris3_pack_row_get_heading (const Ris3PackRow *self, const char *column);
/* Says why the row cannot be taken in, after what stands in the cell and what was said before. FALSE */
gboolean _ris3_pack_row_refuse (Ris3PackRow *self, const char *column, const char *problem);
/* Keeps what stands in a cell, and is no value of it, as text of the comment, and says so. FALSE */
gboolean _ris3_pack_row_set_aside (Ris3PackRow *self, const char *column, const char *problem);
/* All that somebody wrote into a row that cannot be taken in, a line a cell; NULL: nothing. (transfer full) */
char *_ris3_pack_row_collect_written (const Ris3PackRow *self);
/* The value of a cell as the atlas would have it. field: of which it is one, in schema.sql. value: (out) (transfer
 * full) FALSE: set aside. */
gboolean _ris3_pack_row_read_value (Ris3PackRow *self, const char *column, const char *field, char **value);
/* Yes, no or unknown, as it is compared and proposed; NULL: it is none of them. (transfer none) */
const char *_ris3_pack_read_yes_no (const char *field, const char *text);
/* Adds a proposal, in the place of one for the same field. */
void _ris3_pack_row_propose (Ris3PackRow *self, const char *field, const char *value);
/* Adds a sentence. Takes it. */
void _ris3_pack_row_remark (Ris3PackRow *self, char *sentence);
/* Finds out what is proposed for one of the fields of the key. */
void _ris3_pack_row_read_field (Ris3PackRow *self, guint field);

/* Says that themes were overwritten, which nobody can propose. */
void _ris3_pack_row_remark_themes (Ris3PackRow *self, Ris3Atlas *atlas);

/* The key of a row that was added to those into which anything may be written: of its strategy, or without one where
 * that cannot be told. NULL: it is no such row. (transfer full) */
Ris3PackKey *_ris3_pack_row_guess_key (const Ris3PackRow *self, Ris3Atlas *atlas);
/* What was written into a row about the region or what is not recorded, word by word, but for the answer; NULL:
 * nothing. (transfer full) */
char *_ris3_pack_row_read_words (Ris3PackRow *self);
/* Says which of its fields are recorded in another way now than in the pack. FALSE: none. */
gboolean _ris3_pack_row_remark_changes (Ris3PackRow *self);

/* What the row is about, if the atlas has it; NULL: it has not. (transfer full) */
char *_ris3_pack_row_name_target (const Ris3PackRow *self, Ris3Atlas *atlas);
/* Adds what was answered, as new, known or refused. line: of the sheet; reply: -1: none; comment, role: as written */
void _ris3_pack_row_add_answer (Ris3PackRow *self,
                                Ris3PackAnswers *answers,
                                guint line,
                                gint reply,
                                const char *comment,
                                const char *role);

/* Reads one row of a sheet. */
void _ris3_pack_row_read (Ris3PackAnswers *self, const Ris3PackSheet *sheet, guint row);

G_END_DECLS
