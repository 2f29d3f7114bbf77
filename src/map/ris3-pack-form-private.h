/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

#define _RIS3_PACK_FORM_MAX_COLUMNS 20

/* A sheet of a pack in the making: its columns, and its cells row by row. It stays where it is. */
typedef struct
{
  const char *name;
  const struct _Ris3PackColumn *columns;
  guint n_frozen;
  guint n_lines;
  const char *agree[3]; /* what can be chosen */
  const char *yes[3];
  Ris3ColumnLook looks[_RIS3_PACK_FORM_MAX_COLUMNS];
  Ris3CellLook odd;
  gboolean has_odd;
  GPtrArray *headings;
  GPtrArray *cells;
} Ris3PackForm;

/* name: "sheet-priorities" or another of them in packs.ini; language: in which it is written */
void _ris3_pack_form_init (Ris3PackForm *self, const char *name, const char *language);
void _ris3_pack_form_clear (Ris3PackForm *self);
/* Adds a row of empty cells. */
void _ris3_pack_form_begin_row (Ris3PackForm *self);
/* Writes into a cell of it. column: by its name in packs.ini; text: (transfer full): NULL: nothing */
void _ris3_pack_form_put (Ris3PackForm *self, const char *column, char *text);
/* One of its cells, in a column to be read, is to be filled in, or chosen among choices. Once a sheet. */
void _ris3_pack_form_ask (Ris3PackForm *self, const char *column, const char *const *choices);
/* Hides a column in which nothing stands. */
void _ris3_pack_form_hide_if_empty (Ris3PackForm *self, const char *column);
/* The sheet as it can be written, as long as this form is there. */
void _ris3_pack_form_get_source (Ris3PackForm *self, Ris3SheetSource *source);

G_END_DECLS
