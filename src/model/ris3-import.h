/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* A table as text, from wherever it was read. It belongs to the caller. */
typedef struct
{
  const char *file_name; /* for messages */
  const char *const *columns;
  guint n_columns;
  const char *const *cells; /* n_rows times n_columns, row by row; NULL where a row is too short */
  guint n_rows;
  const guint *lines; /* per row: its line in the file */
} Ris3ImportTable;

/* What an atlas is built from; data/atlas/README.md describes the columns. */
typedef struct
{
  Ris3ImportTable meta;
  Ris3ImportTable codebook;
  Ris3ImportTable strategies;
  Ris3ImportTable priorities;
  Ris3ImportTable participations;
  Ris3ImportTable assessments;
  /* nuts_version, code, level, parent_code, country, name, name_latin, name_english. Without rows, the regions
   * are those that the other tables name, and their ancestors. */
  Ris3ImportTable regions;
  const Ris3FileId *inputs; /* the files that all this was read from, which the atlas must not replace */
  guint n_inputs;
} Ris3ImportSource;

/* Builds an atlas at path, replacing what is there, in one transaction and through a temporary file. If any
 * row cannot be loaded, the build fails and says for each such row: file, line, column, what is
 * wrong and what to do (RIS3_ATLAS_ERROR_INVALID, one problem a line). The same tables give the same bytes.
 */
gboolean ris3_atlas_build (const char *path, const Ris3ImportSource *source, GError **error);

G_END_DECLS
