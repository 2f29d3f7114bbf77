/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-cell-reader.h"

G_BEGIN_DECLS

struct _Ris3CellReader
{
  const Ris3ExchangeColumn *column;
  guint evidence[2]; /* cells that can be read in one way only: with decimal point or day first, or the other */
  GString *buffer;   /* the last value, where it is not the cell's own text */
  GHashTable *words; /* what the words of cells mean: static values by text */
};

/* ris3_table_words_find () with memory. */
const char *_ris3_cell_reader_find_word (Ris3CellReader *self, const char *list, const char *text);
/* Of a column of codes, themes or keys. */
void
_ris3_cell_reader_understand_code (Ris3CellReader *self, const char *text, Ris3CellKind kind, Ris3CellReading *reading);

G_END_DECLS
