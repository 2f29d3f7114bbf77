/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundary-source.h"

G_BEGIN_DECLS

/* One row of a source, as it was read. */
typedef struct
{
  char *code;
  char *name;
  char *name_latin; /* NULL: none */
  char *country;    /* NULL: none */
  char *parent;     /* NULL: none */
  guint level;
  const char *layer; /* not owned */
  gint64 row;        /* from 1 */
  double size;       /* in the plane; 0: it has no area */
} Ris3OwnArea;

void ris3_own_area_free (Ris3OwnArea *self);

Ris3BoundaryReport *ris3_boundary_report_new (void);
void ris3_boundary_report_add (Ris3BoundaryReport *self, Ris3BoundaryNoteKind kind, const Ris3OwnArea *area);

/* Whether a code is one of NUTS: "FRL0". */
gboolean ris3_own_code_is_nuts (const char *code);

/* Makes boundaries of areas: finds in which each lies, makes those that are missing, and puts them into tree order.
 *
 * areas: of Ris3OwnArea
 * shapes: one for each of them
 *
 * Errors: RIS3_GEO_ERROR_INVALID. (transfer full)
 */
Ris3Boundaries *ris3_own_tree_make (const char *title,
                                    GPtrArray *areas,
                                    const Ris3Shapes *shapes,
                                    Ris3Boundaries *frame,
                                    Ris3BoundaryReport *report,
                                    GError **error);

/* The part that GDAL does; see the public ones of the same name. */
Ris3BoundarySource *ris3_gdal_source_look (const char *path, GCancellable *cancellable, GError **error);
Ris3Boundaries *ris3_gdal_source_read (const char *path,
                                       const Ris3BoundaryMapping *mapping,
                                       Ris3Boundaries *frame,
                                       Ris3BoundaryReport *report,
                                       Ris3GeoProgress progress,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
