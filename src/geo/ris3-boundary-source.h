/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Boundaries of one's own: any single file that OGR reads. First a look says what is in it; then it is read with a
 * mapping, which says which layers and columns mean what.
 */

/* What a column can say of an area. */
typedef enum
{
  RIS3_BOUNDARY_CODE,
  RIS3_BOUNDARY_NAME,
  RIS3_BOUNDARY_NAME_LATIN,
  RIS3_BOUNDARY_LEVEL,
  RIS3_BOUNDARY_COUNTRY,
  RIS3_BOUNDARY_PARENT, /* the code of the area that it lies in */
  RIS3_N_BOUNDARY_ROLES,
} Ris3BoundaryRole;

/* For files and programs: "code", "name-latin". (transfer none) */
const char *ris3_boundary_role_get_id (Ris3BoundaryRole role);

typedef struct
{
  char *name;
  char **samples;     /* up to three values that differ */
  gboolean is_unique; /* no value was seen twice, and none was empty */
  gboolean looks_like_code;
} Ris3BoundaryColumn;

typedef struct
{
  char *name;
  gint64 n_features;
  gboolean has_areas; /* as far as the file says */
  char *crs;          /* "EPSG:4258 (ETRS89)"; NULL: it has none */
  GPtrArray *columns; /* Ris3BoundaryColumn */
} Ris3BoundaryLayer;

typedef struct
{
  char *format;      /* "GeoPackage" */
  GPtrArray *layers; /* Ris3BoundaryLayer */
} Ris3BoundarySource;

/* Looks at a file: a GeoPackage, GeoJSON, FlatGeobuf, TopoJSON or zipped Shapefile, told by its contents.
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3BoundarySource *ris3_boundary_source_look (const char *path, GCancellable *cancellable, GError **error);
void ris3_boundary_source_free (Ris3BoundarySource *self);

/* Which layers and columns mean what. */
typedef struct
{
  char **layers;                        /* NULL: all that have areas */
  char *columns[RIS3_N_BOUNDARY_ROLES]; /* NULL: there is none. Of the level: also a number, for all areas */
  GHashTable *levels;                   /* of layers by name, above that of all: columns or numbers; NULL: of none */
  char *crs;                            /* "EPSG:3035", above what the file says; NULL: as the file says */
} Ris3BoundaryMapping;

/* As their names and contents suggest. (transfer full) */
Ris3BoundaryMapping *ris3_boundary_mapping_guess (Ris3BoundarySource *source);
/* Where a file has several layers with areas: the levels that their names tell (“NUTS_RG_01M_LEVL_2”), unless a column
 * or codes of NUTS tell them. */
void ris3_boundary_mapping_guess_levels (Ris3BoundaryMapping *self, Ris3BoundarySource *source);
/* The column of the levels of a layer, or a number, its own or that of all; NULL: the codes say them. (transfer none)
 */
const char *ris3_boundary_mapping_get_level (const Ris3BoundaryMapping *self, const char *layer);
/* Gives a layer one of its own. level: NULL: that of all */
void ris3_boundary_mapping_set_level (Ris3BoundaryMapping *self, const char *layer, const char *level);
/* "layer=a layer=b code=NUTS_ID crs=EPSG%3A3035 layer-level=a%3D2": one line, to be remembered. (transfer full) */
char *ris3_boundary_mapping_to_text (const Ris3BoundaryMapping *self);
/* NULL: the text is none. (transfer full) */
Ris3BoundaryMapping *ris3_boundary_mapping_from_text (const char *text);
void ris3_boundary_mapping_free (Ris3BoundaryMapping *self);

/* What there is to tell of one area. */
typedef enum
{
  RIS3_BOUNDARY_REPAIRED,   /* its rings crossed; they were made valid */
  RIS3_BOUNDARY_UNCHECKED,  /* too many points to look whether its rings cross */
  RIS3_BOUNDARY_LINEARISED, /* its curves became short lines */
  RIS3_BOUNDARY_COLLECTION, /* its points and lines are left out */
  RIS3_BOUNDARY_PARTLY,     /* the finer areas within it are less than it; what is beside them is not drawn */
  RIS3_BOUNDARY_EMPTY,      /* it has no area, and is not drawn */
  RIS3_BOUNDARY_NO_CODE,    /* it has no code, and is not drawn */
  RIS3_BOUNDARY_POLE,       /* it goes around a pole, and is not drawn */
  RIS3_N_BOUNDARY_NOTES,
} Ris3BoundaryNoteKind;

/* For files and programs: "repaired". (transfer none) */
const char *ris3_boundary_note_kind_get_id (Ris3BoundaryNoteKind kind);
/* For people: “Rings that crossed were repaired”. (transfer none) */
const char *ris3_boundary_note_kind_get_title (Ris3BoundaryNoteKind kind);

typedef struct
{
  Ris3BoundaryNoteKind kind;
  char *code; /* "": it has none */
  char *layer;
  gint64 row; /* its number in the layer, from 1 */
} Ris3BoundaryNote;

typedef struct
{
  guint n_read;        /* rows */
  guint n_areas;       /* finest areas, which are drawn */
  guint n_made;        /* wider areas that the file does not have, made of codes or of the frame */
  gboolean is_swapped; /* latitudes seem to be where longitudes are due */
  GPtrArray *notes;    /* Ris3BoundaryNote */
  guint n_notes[RIS3_N_BOUNDARY_NOTES];
} Ris3BoundaryReport;

void ris3_boundary_report_free (Ris3BoundaryReport *self);

/* Told now and then by what takes long; done: 0 to 1. In the thread that works. */
typedef void (*Ris3GeoProgress) (double done, gpointer user_data);

/* Whose the areas are: GISCO, of Eurostat, publishes those of EuroGeographics, whose credit its licence asks for
 * wherever they are shown. Its files are recognised by what makers of other files hardly write by chance, and keep as
 * they were downloaded: a column GISCO_ID; the columns NUTS_ID, LEVL_CODE and CNTR_CODE together; or a layer whose name
 * begins as in its archives (NUTS_RG_, LAU_RG_, COMM_RG_, CNTR_RG_, URAU_RG_). Who renames all of these must name the
 * source himself. Any other file may say whose it is: in a column, or an item of a GeoPackage's metadata, called
 * “attribution” or “copyright”.
 */

/* Reads the areas. The finest are drawn; wider ones are the sums of those. An area lies in the one that the mapping's
 * column names, or else whose code begins its own, or else (with a frame) in the one of the frame, or else in its
 * country; what of these the file lacks is made.
 *
 * frame: boundaries of a NUTS version, or NULL
 * report: (out) (optional) also where it fails, what was found until then
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Boundaries *ris3_boundary_source_read (const char *path,
                                           const Ris3BoundaryMapping *mapping,
                                           Ris3Boundaries *frame,
                                           Ris3BoundaryReport **report,
                                           Ris3GeoProgress progress,
                                           gpointer user_data,
                                           GCancellable *cancellable,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3BoundarySource, ris3_boundary_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3BoundaryMapping, ris3_boundary_mapping_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3BoundaryReport, ris3_boundary_report_free)

G_END_DECLS
