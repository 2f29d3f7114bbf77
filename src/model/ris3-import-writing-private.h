/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan-private.h"

G_BEGIN_DECLS

/* One part of an import while it is written. Rows may be many: each kind of statement is prepared once, and values are
 * bound as they are in the plan. */
typedef struct
{
  const Ris3ImportPart *part;
  Ris3ImportPlan *plan;
  Ris3Performance *performance;
  Ris3Connection *connection;
  GHashTable *ids;  /* plans to the ids of their new rows, gint64 for each row */
  gint64 *own_ids;  /* of plan */
  gint64 *area_ids; /* 0: it is not needed */
  guint n_written;
  sqlite3_stmt *insert;
  sqlite3_stmt *update;
  sqlite3_stmt *move;
  sqlite3_stmt *clear_themes;
  sqlite3_stmt *insert_theme;
} Ris3ImportWriting;

/* In ris3-import-writing-values.c. */

/* Places are written by the tree, themes to a table of their own, and keys stay. */
gboolean ris3_import_writing_is_plain (const Ris3ExchangeColumn *column);
/* Whether an empty value is NULL. */
gboolean ris3_import_writing_is_null (Ris3ImportPlan *plan, const Ris3ExchangeColumn *column);
/* row: NULL for a value of the atlas */
void ris3_import_writing_bind (Ris3ImportWriting *self,
                               sqlite3_stmt *statement,
                               int parameter,
                               const Ris3ExchangeColumn *column,
                               const Ris3PlanRow *row,
                               const char *value);
/* The number of a row of the atlas. */
gint64 ris3_import_writing_get_id (Ris3ImportPlan *plan, guint match);
/* 0: none */
gint64 ris3_import_writing_get_parent_id (Ris3ImportWriting *self, guint row);
/* Each sets an error and returns FALSE: somebody has changed the row since; SQLite has refused it. */
gboolean ris3_import_writing_refuse_changed (Ris3ImportWriting *self, guint row, GError **error);
gboolean ris3_import_writing_refuse (Ris3ImportWriting *self, guint row, int code, GError **error);

/* In ris3-import-writing-add.c: a new row of another table than priority. */
gboolean ris3_import_writing_add_row (Ris3ImportWriting *self, guint row, GError **error);

/* In ris3-import-writing-priorities.c: all new priorities of the part, with their themes, and the areas that its rows
 * need. */
gboolean ris3_import_writing_add_priorities (Ris3ImportWriting *self, GError **error);

/* In ris3-import-writing-themes.c. */

/* Cuts one theme off the beginning of a list; FALSE: there is none. */
typedef struct
{
  const char *scheme, *version, *code;
  int scheme_length, version_length, code_length;
} Ris3ThemeParts;
gboolean ris3_theme_parts_next (Ris3ThemeParts *self, const char **list);

gboolean
ris3_import_writing_add_themes (Ris3ImportWriting *self, guint row, gint64 id, const char *themes, GError **error);
gboolean ris3_import_writing_change_themes (Ris3ImportWriting *self, guint row, guint column, GError **error);

G_END_DECLS
