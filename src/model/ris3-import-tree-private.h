/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan-private.h"

G_BEGIN_DECLS

/* The rows of one strategy. */
typedef struct
{
  Ris3Comparison *comparison;
  Ris3ImportPlan *plan;
  const char *strategy_id;
  GArray *rows; /* of guint, in the order of their positions */
  guint first;  /* of the atlas, and one after the last */
  guint end;
  GHashTable *positions;    /* to rows + 1; NULL: the file has no parent_position */
  GHashTable *labels;       /* to GArray of indices in rows */
  GHashTable *atlas_labels; /* to GArray of rows of the atlas; NULL: not yet needed */
  GHashTable *areas;        /* labels to areas of the plan + 1 */
  guint depth;              /* how many rows are above one at most */
} Ris3ImportTree;

/* The columns of priorities by their names. */
typedef struct
{
  guint strategy_id, position, parent_position, parent_label, label, original, text, is_area;
} Ris3TreeColumns;

const Ris3TreeColumns *ris3_import_tree_get_columns (void);
/* A cell of the file; "" where it has no such column. */
const char *ris3_import_tree_get (Ris3ImportPlan *self, guint row, guint column);

/* In ris3-import-tree-parents.c: puts rows in order, finds what each is a part of, and how deep. */
void ris3_import_tree_find_parents (Ris3ImportTree *self);
/* The number of rows above, as they are in the file. */
guint ris3_import_tree_get_depth (Ris3ImportTree *self, guint row);
/* Where a problem with the parent is shown. */
const char *ris3_import_tree_get_parent_column (Ris3ImportTree *self);
/* Refuses a row because its parent was refused. */
void ris3_import_tree_refuse_part (Ris3ImportTree *self, guint row);

G_END_DECLS
