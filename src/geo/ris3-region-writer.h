/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_REGIONS_GPKG,       /* with a QGIS style in "layer_styles", and the base in a table "about" */
  RIS3_REGIONS_GEOJSON,    /* RFC 7946, with the base as a member "about" */
  RIS3_REGIONS_FLATGEOBUF, /* which has room for neither */
} Ris3RegionsFormat;

/* Regions with values, to be written as geodata: one multipolygon a row, in WGS 84. All of it is borrowed. */
typedef struct
{
  const Ris3SheetSource *rows;  /* its name is that of the layer */
  const guint *regions;         /* one index a row */
  Ris3Boundaries *boundaries;   /* in normalised Web Mercator */
  const Ris3SheetSource *about; /* what it is and where it comes from: two columns of text; NULL: nothing */
  const char *title;            /* "", or NULL: none */
  const char *style;            /* QML; NULL: none */
} Ris3RegionsSource;

/* Makes a file of geodata through OGR. A region is the union of its leaves, so that neighbours share their border,
 * and coordinates have 7 decimals (a centimetre), as RFC 7946 has it.
 *
 * progress: atomic, rows that are written; may be NULL
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
GBytes *ris3_regions_write (Ris3RegionsFormat format,
                            const Ris3RegionsSource *source,
                            gint *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
