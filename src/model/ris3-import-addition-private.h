/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-array-table-private.h"
#include "model/ris3-import-writing-private.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_area;
  guint index; /* of a row of the plan, or of an area */
  gint64 id;
  guint row; /* that needs it: of the plan */
} Ris3NewPriority;

typedef struct
{
  guint priority;
  int position;
  Ris3ThemeParts parts;
} Ris3NewTheme;

/* The columns of the table of priorities, in its order. */
typedef struct
{
  char *name;
  enum
  {
    RIS3_NEW_OTHER,
    RIS3_NEW_ID,
    RIS3_NEW_PARENT,
    RIS3_NEW_POSITION,
    RIS3_NEW_STRATEGY,
    RIS3_NEW_LABEL,
    RIS3_NEW_IS_AREA,
    RIS3_NEW_EXPLICIT_PM,
  } field;
  guint column;       /* of the plan */
  gboolean is_null;   /* if it is empty */
  gboolean is_number; /* an integer */
} Ris3NewColumn;

/* What a part of an import adds to the priorities: it is written and recorded at the same time. */
typedef struct
{
  Ris3ImportWriting *writing;
  GArray *priorities; /* of Ris3NewPriority, in the order of their numbers unless a new atlas is built */
  GArray *themes;     /* of Ris3NewTheme, in the order of their keys within a priority */
  Ris3NewColumn columns[RIS3_ARRAY_TABLE_N_COLUMNS];
  guint n_columns;
  GArray *recorded; /* of Ris3InsertedRows */
} Ris3ImportAddition;

/* Of the table of themes. */
#define RIS3_N_THEME_COLUMNS 5

void ris3_import_addition_clear (Ris3ImportAddition *self);

/* Once priorities are there. */
gboolean ris3_import_addition_find_columns (Ris3ImportAddition *self, GError **error);
void ris3_import_addition_find_themes (Ris3ImportAddition *self);

/* The values of priorities and of themes, as Ris3ArrayTable asks for them. */
Ris3ArrayValue ris3_import_addition_get_priority (gpointer user_data, guint row, guint column);
Ris3ArrayValue ris3_import_addition_get_theme (gpointer user_data, guint row, guint column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3ImportAddition, ris3_import_addition_clear)

G_END_DECLS
