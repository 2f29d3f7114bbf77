/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-edit.h"
#include "model/ris3-import.h"

G_BEGIN_DECLS

/* The NUTS version of tables that have no column for it. */
#define RIS3_IMPORT_NUTS_VERSION 2016
/* The scheme of the themes in priorities.csv. */
#define RIS3_IMPORT_THEME_SCHEME "health-theme"
#define RIS3_IMPORT_THEME_VERSION "1"

typedef struct
{
  const Ris3ImportSource *source;
  Ris3Connection *connection;
  GHashTable *regions; /* "2016 FRL0", the list of regions, to their names */
  char *data_date;
  GString *problems;     /* one a line */
  GPtrArray *plans;      /* of Ris3ImportPlan, while tables are imported that are exchanged */
  gboolean only_columns; /* whether no more is looked at than whether all columns are there */
} Ris3Importer;

/* A row of a table while it is imported. */
typedef struct
{
  Ris3Importer *importer;
  const Ris3ImportTable *table;
  guint index;
  gboolean ok;
} Ris3ImportRow;

gboolean ris3_import_has_column (const Ris3ImportTable *table, const char *column);
/* Whether the table has exactly these columns, in any order, and its rows are to be looked at; each difference is
 * reported as a problem. */
gboolean ris3_import_check_columns (Ris3Importer *self, const Ris3ImportTable *table, const char *const *columns);

/* The cells of a row. A problem makes row->ok FALSE and the value "", 0 or -1. */
const char *ris3_import_get (Ris3ImportRow *row, const char *column);
const char *ris3_import_get_needed (Ris3ImportRow *row, const char *column);
const char *ris3_import_get_word (Ris3ImportRow *row, const char *column, const char *const *words);
gint64 ris3_import_get_number (Ris3ImportRow *row, const char *column, gint64 least, gint64 most);
gint ris3_import_get_answer (Ris3ImportRow *row, const char *column); /* -1: not answered */
/* The code in the column, checked against the list of regions. */
const char *ris3_import_get_region (Ris3ImportRow *row, const char *column, guint nuts_version);

void ris3_import_problem (Ris3ImportRow *row, const char *column, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Runs an insert: of regions and codebooks, which cannot be edited. If the schema refuses the row, that is a problem of
 * the row; anything else is an error. */
gboolean ris3_import_insert (Ris3ImportRow *row, sqlite3_stmt *insert, GError **error);
/* The same for all other rows. id: that of the row, may be NULL */
gboolean ris3_import_edit (Ris3ImportRow *row, Ris3Edit *edit, gint64 *id, GError **error);

/* One function a table or more, in the order of their references. FALSE only for errors that are not problems of a row.
 */
gboolean ris3_import_regions (Ris3Importer *self, GError **error);
gboolean ris3_import_codebook (Ris3Importer *self, GError **error);
gboolean ris3_import_exchanges (Ris3Importer *self, GError **error); /* strategies, priorities, participations */
gboolean ris3_import_assessments (Ris3Importer *self, GError **error);

G_END_DECLS
