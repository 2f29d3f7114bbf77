/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-comment-register.h"
#include "map/ris3-comparison.h"
#include "model/ris3-exchange.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* The kinds of files that something is exported to. */
typedef enum
{
  RIS3_EXPORT_CSV,
  RIS3_EXPORT_XLSX,
  RIS3_EXPORT_ODS,
  RIS3_EXPORT_GPKG, /* regions only, as the two that follow */
  RIS3_EXPORT_GEOJSON,
  RIS3_EXPORT_FLATGEOBUF,
  RIS3_N_EXPORT_FORMATS,
} Ris3ExportFormat;

const char *ris3_export_format_get_id (Ris3ExportFormat format);     /* "csv": also the ending of the name of a file */
const char *ris3_export_format_get_suffix (Ris3ExportFormat format); /* ".csv" */
const char *ris3_export_format_get_title (Ris3ExportFormat format);  /* for people, in the language of the locale */
gboolean ris3_export_format_from_id (const char *id, Ris3ExportFormat *format);
/* By the ending of its name; FALSE: it is none of them. */
gboolean ris3_export_format_from_path (const char *path, Ris3ExportFormat *format);
/* Whether it holds the shapes of regions. */
gboolean ris3_export_format_has_shapes (Ris3ExportFormat format);
/* Whether the base is always within the file: only CSV and FlatGeobuf need a text beside them. */
gboolean ris3_export_format_has_base (Ris3ExportFormat format);

typedef enum
{
  RIS3_EXPORT_DEFAULT = 0,
  /* Names, addresses and telephone numbers of persons, which are left out otherwise. To be asked for each time. */
  RIS3_EXPORT_PERSONAL_DATA = 1 << 0,
} Ris3ExportFlags;

/* What is said of the atlas in each export. All of it is borrowed. */
typedef struct
{
  const char *title;     /* of the atlas; "" or NULL: RIS3 Atlas */
  const char *data_date; /* state of the data, ISO 8601; "" or NULL if it is not known */
  const char *filter;    /* what of it is shown, in words; NULL: all */
} Ris3ExportBase;

/* What is exported: cells, as they were when it was made, and the base. Immutable: any thread may write it. */
typedef struct _Ris3Export Ris3Export;

/* The names of the columns that regions have, NULL-terminated. (transfer none) */
const char *const *ris3_export_get_region_columns (void);

/* The territories that a classification shows, each with its value, class, marks, deciding strategies, and whether it
 * matches the filter: all of them, as on the map.
 *
 * columns: names of those that are wanted, in their order, NULL-terminated; NULL: all. Geodata that is to be drawn
 *   in the colours of the map needs "class", "inherited" and "disputed".
 *
 * Errors: G_IO_ERROR_INVALID_ARGUMENT if there is no such column. (transfer full)
 */
Ris3Export *ris3_export_new_regions (Ris3Classification *classification,
                                     const Ris3ExportBase *base,
                                     const char *const *columns,
                                     GError **error);

/* The same of two maps that are compared: all areas of the first, then all of the second, with the map that each is on
 * ("first", "second") and what became of its region from one to the other (ris3_difference_get_id ()), where that is
 * known. It has no shapes. (transfer full) */
Ris3Export *ris3_export_new_compared (Ris3Classification *first,
                                      Ris3Classification *second,
                                      Ris3Comparison *comparison,
                                      const Ris3ExportBase *base);

/* Whether a column of a table names a person: it is exported with RIS3_EXPORT_PERSONAL_DATA only. */
gboolean ris3_export_is_personal (Ris3Exchange table, guint column);

/* A table of an atlas, as it is in its file. Off the main thread, if it may be long.
 *
 * keys: of the rows that are wanted, in their order, NULL-terminated; NULL: all
 * columns: names of those that are wanted, in their order, NULL-terminated; NULL: all that may be exported
 *
 * Errors: RIS3_ATLAS_ERROR; G_IO_ERROR_PERMISSION_DENIED for personal data that was not asked for,
 * G_IO_ERROR_INVALID_ARGUMENT if there is no such column, G_IO_ERROR_NOT_FOUND if there is no such row,
 * G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Export *ris3_export_new_table (const char *atlas_path,
                                   Ris3Exchange table,
                                   const Ris3ExportBase *base,
                                   const char *const *keys,
                                   const char *const *columns,
                                   Ris3ExportFlags flags,
                                   GCancellable *cancellable,
                                   GError **error);

/* What somebody sees in a table, to be exported as it is. All of it is borrowed. */
typedef struct
{
  const char *name;     /* of the sheet: "strategies" */
  const char *contents; /* for people: "Strategies" */
  const char *order;    /* by what it is sorted, for people; NULL: as the atlas has it */
  const char *const *columns;
  const gboolean *are_numbers; /* of the columns */
  guint n_columns;
  guint n_rows;
  char *(*get_cell) (guint row, guint column, gpointer user_data); /* (transfer full); may be NULL for an empty one */
  gpointer user_data;
  Ris3Classification *classification; /* of a table about what the map shows; else NULL */
} Ris3ExportCells;

/* Off the main thread, if it may be long. (transfer full) */
Ris3Export *ris3_export_new_cells (const Ris3ExportCells *cells, const Ris3ExportBase *base);

/* The register of comments, one row a comment. Off the main thread, if it may be long.
 *
 * comments: borrowed
 * format: a spreadsheet is for people, and has headings and states in the language of the locale; CSV is for programs
 *
 * (transfer full) */
Ris3Export *
ris3_export_new_register (Ris3CommentRegister *comments, const Ris3ExportBase *base, Ris3ExportFormat format);

Ris3Export *ris3_export_ref (Ris3Export *self);
void ris3_export_unref (Ris3Export *self);

guint ris3_export_get_n_rows (Ris3Export *self);
guint ris3_export_get_n_columns (Ris3Export *self);
const char *ris3_export_get_column (Ris3Export *self, guint column);
/* "" for an empty one. */
const char *ris3_export_get_cell (Ris3Export *self, guint row, guint column);
/* The base, as the sheet “About” has it: two columns, what and its value. */
guint ris3_export_get_n_about (Ris3Export *self);
const char *ris3_export_get_about (Ris3Export *self, guint row, guint column);

/* Writes the file. Off the main thread, if it may be long.
 *
 * path: in the file system's encoding; an existing file is replaced, unless it is of another kind; "-" is standard
 *   output
 * with_base: write the base as a text beside it too, under the same name with ".txt" after it
 * inputs: the files that were read, n_inputs of them; path must not be one of these
 * progress: atomic, rows that are written; may be NULL
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR; the message is a sentence. Nothing is written then.
 */
gboolean ris3_export_write (Ris3Export *self,
                            Ris3ExportFormat format,
                            const char *path,
                            gboolean with_base,
                            const Ris3FileId *inputs,
                            guint n_inputs,
                            gint *progress,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Export, ris3_export_unref)

G_END_DECLS
