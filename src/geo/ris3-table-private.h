/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"

G_BEGIN_DECLS

struct _Ris3Table
{
  gatomicrefcount ref_count;
  GPtrArray *columns; /* of char * */
  GPtrArray *cells;   /* of char *, row by row; in strings */
  GStringChunk *strings;
  GByteArray *kinds; /* of Ris3CellKind, row by row; or NULL */
  GArray *lines;     /* of guint */
};

/* An empty table. (transfer full) */
Ris3Table *ris3_table_new (void);

G_END_DECLS
