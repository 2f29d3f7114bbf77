/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/ris3-batch-pattern.h"
#include "report/ris3-map-maker.h"

G_BEGIN_DECLS

/* Many files of one atlas, each of a country, a theme, a period or a saved view, or of a region, whose file is its fact
 * sheet: of what the pattern of their names has in braces. They are listed at once, and written one by one. */
typedef struct _Ris3Batch Ris3Batch;

/* One of them. */
typedef struct
{
  char *path; /* in the file system's encoding */
  char *values[RIS3_N_BATCH_WORDS];
} Ris3BatchFile;

/* A pattern that would give all files one name, or the file of a region another kind than PDF, is refused.
 *
 * output: as written: the name of the files, in the file system's encoding
 *
 * Errors: G_IO_ERROR_INVALID_FILENAME, a sentence that says what a name may be. (transfer full) */
Ris3BatchPattern *ris3_batch_read_pattern (const char *output, Ris3PageFormat *format, GError **error);

/* Lists the files.
 *
 * maker: borrowed
 * options: the page of each map; without a title, the title of each names its country
 * view: what the maps show, but for what each of them is of
 * pattern: of ris3_batch_read_pattern () (transfer full)
 * folder: that the names are in, in the file system's encoding; braces of its name stand for nothing; NULL: as they are
 * extent: as ris3_extent_from_text () takes it; NULL: each country's, or the view's
 *
 * Errors: as ris3_map_maker_get_placement (), RIS3_VIEW_ERROR, RIS3_FILTER_ERROR: a sentence. (transfer full) */
Ris3Batch *ris3_batch_new (Ris3MapMaker *maker,
                           Ris3PageOptions *options,
                           Ris3View *view,
                           Ris3BatchPattern *pattern,
                           Ris3PageFormat format,
                           const char *folder,
                           const char *extent,
                           GError **error);
void ris3_batch_free (Ris3Batch *self);

guint ris3_batch_get_n_files (Ris3Batch *self);
/* (transfer none) */
const Ris3BatchFile *ris3_batch_get_file (Ris3Batch *self, guint position);

/* Has the table of values of each map written beside it (ris3_map_page_dup_table_path ()); a fact sheet has none.
 *
 * suffix: "csv"; NULL: none is written, as at first
 * keeps: leaves a table that exists alone */
void ris3_batch_set_tables (Ris3Batch *self, const char *suffix, gboolean keeps);
/* That of one of them. (transfer full), NULL: it has none */
char *ris3_batch_dup_table (Ris3Batch *self, guint position);

/* Writes one of them; folders of its name are made. It appears once it is complete.
 *
 * progress: as of ris3_map_page_write ()
 * n_pages: (out): of a fact sheet; 0: of a map
 *
 * Errors: as ris3_map_maker_make (), ris3_map_page_write (), ris3_map_page_write_table (), ris3_region_sheet_write ()
 */
gboolean ris3_batch_write (Ris3Batch *self,
                           guint position,
                           Ris3MapPageProgress progress,
                           gpointer data,
                           guint *n_pages,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Batch, ris3_batch_free)

G_END_DECLS
