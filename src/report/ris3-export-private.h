/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"
#include "model/ris3-exchange-rows.h"
#include "report/ris3-export.h"

G_BEGIN_DECLS

struct _Ris3Export
{
  gatomicrefcount ref_count;
  char *name;          /* of the sheet or layer: "strategies" */
  char *title;         /* of the whole, for people */
  GPtrArray *columns;  /* of char *, NULL-terminated */
  GArray *kinds;       /* of Ris3ColumnKind */
  GPtrArray *cells;    /* of const char *, in strings; NULL for an empty one */
  GPtrArray *about;    /* of char *: what, value, and so on */
  GStringChunk *texts; /* of the cells */
  guint n_rows;
  Ris3ColumnLook *looks;  /* of the columns, of a sheet that is to be read or printed as it is; NULL: a plain table */
  guint n_frozen;         /* of these: the columns that stay in view */
  Ris3ExchangeRows *rows; /* whose texts the cells may be; NULL: they are in texts */

  /* Of regions only. */
  Ris3Boundaries *boundaries; /* NULL: no regions */
  GArray *regions;            /* of guint, one a row */
  char *style;                /* for QGIS */
};

/* An empty one. (transfer full) */
Ris3Export *_ris3_export_new (const char *name);
void _ris3_export_add_column (Ris3Export *self, const char *name, Ris3ColumnKind kind);
/* The next cell, row by row; a copy is kept. */
void _ris3_export_add_cell (Ris3Export *self, const char *text);

/* The same for a text that rows keep. */
void _ris3_export_add_cell_of (Ris3Export *self, const char *text);

/* A line of the base; nothing if there is no value. */
void _ris3_export_add_about (Ris3Export *self, const char *what, const char *value);
/* The lines that every export begins with, and those with which it ends. contents: what is in it, in words. */
void _ris3_export_begin_about (Ris3Export *self, const Ris3ExportBase *base, const char *contents);
void _ris3_export_end_about (Ris3Export *self, const Ris3ExportBase *base);
/* All lines of the base of what a map shows. contents: what is in it, in words */
void _ris3_export_add_map (Ris3Export *self,
                           Ris3Classification *classification,
                           const Ris3ExportBase *base,
                           const char *contents);

G_END_DECLS
