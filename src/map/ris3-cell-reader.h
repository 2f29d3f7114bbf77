/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"
#include "map/ris3-date-text.h"
#include "map/ris3-number-text.h"
#include "model/ris3-exchange.h"

G_BEGIN_DECLS

/* Reads the cells of one column as people wrote them, in the column's own locale: whether it has decimal commas, and
 * whether days or months come first, is told from all its cells. What can be read in two ways even so is refused. */
typedef struct _Ris3CellReader Ris3CellReader;

typedef struct
{
  const char *value; /* as it is stored; borrowed from the cell, or until the next cell is read */
  char *remark;      /* how it was understood, where that is not plain; else NULL */
  char *problem;     /* what is wrong and what to do; else NULL */
} Ris3CellReading;

/* Frees what is said. */
void ris3_cell_reading_clear (Ris3CellReading *self);

/* column: static */
Ris3CellReader *ris3_cell_reader_new (const Ris3ExchangeColumn *column);
void ris3_cell_reader_free (Ris3CellReader *self);

/* Learns from a cell: all of them, before the first is read. */
void ris3_cell_reader_look (Ris3CellReader *self, const char *text, Ris3CellKind kind);
/* text: of the cell, which is not empty. */
Ris3CellReading ris3_cell_reader_read (Ris3CellReader *self, const char *text, Ris3CellKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CellReader, ris3_cell_reader_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3CellReading, ris3_cell_reading_clear)

G_END_DECLS
