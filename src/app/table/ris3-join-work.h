/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-column-join.h"
#include "map/ris3-headed-sheet.h"

G_BEGIN_DECLS

/* What takes long when a column is joined, off the main thread. */

/* A table that was opened, and what regions are found by. */
typedef struct
{
  gatomicrefcount ref_count;
  Ris3HeadedSheet *sheet; /* its sample has all rows */
  char *file_name;
  char *file_date;

  /* Which are read once, though each letter of a name is joined anew. A finder is for one thread. */
  GMutex lock;
  Ris3RegionFinder *finder;
  guint finder_version;
} Ris3JoinSource;

/* sheet: G_MAXUINT for the one that looks best. Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. */
void ris3_join_source_open_async (const char *path,
                                  guint sheet,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
Ris3JoinSource *ris3_join_source_open_finish (GAsyncResult *result, GError **error);
Ris3JoinSource *ris3_join_source_ref (Ris3JoinSource *self);
void ris3_join_source_unref (Ris3JoinSource *self);

/* Joins with a choice, which is copied. Errors as of ris3_column_join_new (). */
void ris3_join_source_join_async (Ris3JoinSource *self,
                                  const Ris3JoinChoice *choice,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
Ris3ColumnJoin *ris3_join_source_join_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3JoinSource, ris3_join_source_unref)

G_END_DECLS
