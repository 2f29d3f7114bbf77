/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-data.h"

G_BEGIN_DECLS

struct _Ris3RecordData
{
  gatomicrefcount ref_count;
  Ris3Records records;
  guint n_rows;
  Ris3Classification *classification;
  Ris3Boundaries *boundaries; /* of it */
  GHashTable *keys;           /* const char * to the row */

  /* Of strategies and priorities. */
  Ris3Strategy *const *strategies; /* of the placement */
  guint n_strategies;
  guint *first_region; /* n_strategies + 1: where the regions of each begin in regions */
  guint *regions;

  guint *counts; /* of strategies: priorities of each */

  Ris3ExchangeRows *rows; /* of priorities */
  guint32 *places;        /* n_rows: of each row in rows */
  guint32 *owners;        /* n_rows: its strategy */
  GHashTable *themes;     /* the code of a theme, as rows have it, to its name */
  GPtrArray *codebook;    /* whose texts these are */

  GMutex lock;
  guint32 **ranks; /* by column; NULL until they are asked for */
};

G_END_DECLS
