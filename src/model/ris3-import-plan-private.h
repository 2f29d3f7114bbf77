/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-edit-perform-private.h"
#include "model/ris3-exchange-rows-private.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_PARENT_KEPT, /* as it is in the atlas; a new row is at the top */
  RIS3_PARENT_NONE,
  RIS3_PARENT_ROW,   /* of this plan */
  RIS3_PARENT_AREA,  /* that is made */
  RIS3_PARENT_ATLAS, /* a row of the atlas that the file does not have */
} Ris3PlanParent;

typedef struct
{
  guint line;
  Ris3ImportState state;
  gboolean is_chosen;
  gint match;              /* the row of the atlas that it is; -1: none */
  const char *new_id;      /* of a new strategy */
  const char *region_name; /* of a new strategy for which the file has none */
  /* What it needs of an earlier plan: a new strategy, a new organisation. */
  Ris3ImportPlan *earlier; /* not owned; NULL: nothing */
  guint earlier_row;
  /* Of a priority: */
  Ris3PlanParent parent_kind;
  guint parent;
  gboolean is_moved;
  double position; /* its new one; 0: it stays */
  gint64 number;   /* its id in a new atlas; 0: SQLite gives one */
} Ris3PlanRow;

/* A priority that only rows name which are part of it. */
typedef struct
{
  const char *strategy_id;
  const char *label;
  gboolean is_placed;
  double position;
  gint64 number;
} Ris3PlanArea;

/* A priority that only makes room for others. */
typedef struct
{
  guint atlas_row;
  double position;
} Ris3PlanRenumbered;

struct _Ris3ImportPlan
{
  gatomicrefcount references;
  Ris3Exchange table;
  const Ris3ExchangeColumn *columns;
  guint n_columns;
  const Ris3EditTable *edit_table;
  const Ris3EditField **fields; /* n_columns: what the columns are to edits; NULL: nothing */
  char *file_name;
  char *sheet;
  gboolean *has; /* n_columns: whether the file has it */
  char **headings;
  GPtrArray *earlier; /* of Ris3ImportPlan */
  Ris3ImportIdentity identity;
  gboolean clears; /* empty cells empty the value */

  GStringChunk *texts;
  GArray *rows;         /* of Ris3PlanRow */
  GPtrArray *values;    /* rows times columns; NULL where the file has no such column */
  GHashTable *refusals; /* cell to text: what was said while it was read */
  GHashTable *problems; /* what the dry run found */
  GHashTable *remarks;
  GHashTable *found_remarks;
  GHashTable *suggestions; /* cell to GPtrArray */

  Ris3ExchangeRows *atlas; /* NULL before the dry run */
  GArray *areas;           /* of Ris3PlanArea */
  GArray *renumbered;      /* of Ris3PlanRenumbered */
  guint n_in_state[RIS3_N_IMPORT_STATES];
  gint n_written; /* atomic */
  gboolean
      is_building; /* a new atlas: what a table may leave out elsewhere is needed, and rows are numbered by the file */
};

/* In a new atlas there is nothing to be left as it is. */
static inline gboolean
ris3_import_plan_clears (Ris3ImportPlan *self)
{
  return self->clears || self->is_building;
}

static inline Ris3PlanRow *
ris3_import_plan_row (Ris3ImportPlan *self, guint row)
{
  return &g_array_index (self->rows, Ris3PlanRow, row);
}

static inline const char **
ris3_import_plan_cell (Ris3ImportPlan *self, guint row, guint column)
{
  return (const char **) &g_ptr_array_index (self->values, (gsize) row * self->n_columns + column);
}

/* Whether a new row gets a value where the file has none. */
gboolean ris3_import_plan_has_default (Ris3ImportPlan *self, guint column);
/* -1: the table has no such column */
gint ris3_import_plan_find (Ris3ImportPlan *self, const char *column);
/* What the row will hold: the file's value, else the atlas's, else the default. */
const char *ris3_import_plan_get_effective (Ris3ImportPlan *self, guint row, guint column);
const char *ris3_import_plan_get_effective_by_name (Ris3ImportPlan *self, guint row, const char *column);
/* Whether there is a problem with the row already. */
gboolean ris3_import_plan_is_refused (Ris3ImportPlan *self, guint row);
/* Adds a problem, unless the cell has one. Of a column that the file does not have, it says so. */
void ris3_import_plan_problem (Ris3ImportPlan *self, guint row, const char *column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void ris3_import_plan_note (Ris3ImportPlan *self, guint row, const char *column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* A name that is not known as it is written, is taken without spaces at its ends. known: a hash table of strings */
void ris3_import_plan_trim_key (Ris3ImportPlan *self, guint row, guint column, GHashTable *known);

/* What is read of the atlas for the dry run. */
typedef struct
{
  Ris3ImportPlan *plan;
  gint *progress;
  GCancellable *cancellable;
  GStringChunk *texts;
  GHashTable *regions;                   /* "2016 FRL0" to the name */
  GHashTable *strategies;                /* set of ids */
  GHashTable *priorities;                /* set of ids, for notes */
  GHashTable *themes;                    /* as they are written, to their usual form */
  GHashTable *organisations;             /* names to GPtrArray of what the exchange calls them */
  GHashTable *known_themes;              /* cells to their usual form */
  GHashTable *theme_order;               /* their usual form to their number in the codebooks */
  GHashTable *earlier[RIS3_N_EXCHANGES]; /* of strategies and organisations: names to Ris3EarlierRow */
  GHashTable *sheet_keys;                /* of earlier plans of the same table: keys to Ris3EarlierRow */
  GHashTable *sheet_names;               /* what their rows are for a person; of priorities, their strategies */
  gboolean *used;                        /* which rows of the atlas have been found */
  GPtrArray *trees;
} Ris3Comparison;

typedef struct
{
  Ris3ImportPlan *plan;
  guint row;
} Ris3EarlierRow;

/* In ris3-import-plan-cells.c: brings cells into the form in which they are stored, or says why not. */
void ris3_import_plan_check_cells (Ris3Comparison *comparison, guint row);
/* What empty cells mean, once the match of the row is known. */
void ris3_import_plan_settle_cells (Ris3Comparison *comparison, guint row);
/* In ris3-import-plan-rules.c: finds what a row names in other tables. */
void ris3_import_plan_resolve (Ris3Comparison *comparison, guint row);
/* What cells of a row say together, once its match is known. */
void ris3_import_plan_check_rules (Ris3Comparison *comparison, guint row);
/* In ris3-import-plan-match.c: finds the rows of the atlas: by their keys, and by what they are for a person. */
void ris3_import_plan_match_ids (Ris3Comparison *comparison);
void ris3_import_plan_match_names (Ris3Comparison *comparison);
/* What tells a row from others for a person: columns; NULL: none. (transfer none) */
const char *const *ris3_import_plan_get_names (Ris3ImportPlan *self);
/* The one of these, of which the file has some, that tells the most. (transfer none) */
const char *ris3_import_plan_get_last_name (Ris3ImportPlan *self, const char *const *names);
/* What the row will hold in some columns, one after the other. (transfer full) */
char *ris3_import_plan_dup_name (Ris3ImportPlan *self, guint row, const char *const *names);
/* In ris3-import-plan-sheets.c: what other sheets of the same table have, is refused: of priorities before they are
 * placed in their trees, whole strategies; of others, once all of their cells are known. */
void ris3_import_plan_read_sheets (Ris3Comparison *comparison);
void ris3_import_plan_check_sheet_trees (Ris3Comparison *comparison);
void ris3_import_plan_check_sheets (Ris3Comparison *comparison);
void ris3_import_plan_use_of_sheets (Ris3Comparison *comparison);
/* After the rules: new strategies get ids, and no two rows may be the same. */
void ris3_import_plan_check_once (Ris3Comparison *comparison);
/* In ris3-import-tree.c: the same for priorities, and, after the rules, where they go. */
void ris3_import_plan_match_trees (Ris3Comparison *comparison);
void ris3_import_plan_place_trees (Ris3Comparison *comparison);
/* In ris3-import-plan-place.c: gives rows of a strategy that are new or moved their positions. rows: of guint, in their
 * order; first, end: the rows of the atlas */
void ris3_import_plan_place_tree (Ris3ImportPlan *self, GArray *rows, guint first, guint end);

/* The dry run within a transaction of the caller. */
gboolean ris3_import_plan_compare_within (Ris3ImportPlan *self, Ris3Connection *connection, GError **error);

/* What is to be written by a step of an edit. */
typedef struct _Ris3ImportBatch Ris3ImportBatch;

typedef struct
{
  Ris3ImportPlan *plan;
  GArray *rows; /* of guint: those that are chosen, parents first */
} Ris3ImportPart;

struct _Ris3ImportBatch
{
  gatomicrefcount references;
  GArray *parts; /* of Ris3ImportPart */
};

Ris3ImportBatch *ris3_import_batch_ref (Ris3ImportBatch *self);
void ris3_import_batch_unref (Ris3ImportBatch *self);
gboolean ris3_import_batch_write (Ris3ImportBatch *self, Ris3Performance *performance, GError **error);
/* In ris3-edit.c. (transfer full) */
Ris3Edit *ris3_edit_new_import (Ris3ImportBatch *batch, const char *title, const char *report);

G_END_DECLS
