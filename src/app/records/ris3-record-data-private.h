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
  Ris3Classification *second; /* that it is compared with; NULL: nothing is */
  Ris3Boundaries *boundaries; /* of both */
  GHashTable *keys;           /* const char * to the row */

  /* Of strategies and priorities. */
  Ris3Strategy *const *strategies; /* of the placement */
  guint n_strategies;
  guint *first_region; /* n_strategies + 1: where the regions of each begin in regions */
  guint *regions;
  guint8 *are_of_period; /* of each strategy: it is of the period of the map, or of one of two */

  /* Of regions. */
  guint *areas;        /* n_rows, in the boundaries */
  gint *first_places;  /* n_rows: the territory of the classification that each is, or lies in; -1: it is divided */
  gint *second_places; /* the same of the second one; NULL without it */
  gint *differences;   /* n_rows: Ris3Difference, -1: known on none; NULL the same */

  guint *counts; /* of strategies: priorities of each */

  Ris3ExchangeRows *rows; /* of priorities */
  guint32 *places;        /* n_rows: of each row in rows */
  guint32 *owners;        /* n_rows: its strategy */
  GHashTable *themes;     /* the code of a theme, as rows have it, to its name */
  GPtrArray *codebook;    /* whose texts these are */

  GMutex lock;
  guint32 **ranks; /* by column; NULL until they are asked for */
};

/* Find the rows and what each is about, of each kind of records. (ris3-record-fill.c) */
gboolean _ris3_record_data_fill_strategies (Ris3RecordData *self,
                                            const char *atlas_path,
                                            GCancellable *cancellable,
                                            GError **error);
gboolean _ris3_record_data_fill_priorities (Ris3RecordData *self,
                                            const char *atlas_path,
                                            GPtrArray *themes,
                                            Ris3ExchangeRows *rows,
                                            GCancellable *cancellable,
                                            GError **error);
void _ris3_record_data_fill_regions (Ris3RecordData *self);

G_END_DECLS
