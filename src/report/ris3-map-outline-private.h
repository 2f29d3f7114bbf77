/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_OUTLINE_COAST,   /* between an area and what is no area */
  RIS3_OUTLINE_REGION,  /* between two areas of one country */
  RIS3_OUTLINE_COUNTRY, /* … of two countries */
  RIS3_N_OUTLINE_KINDS,
} Ris3OutlineKind;

/* A line between two areas, or between one and what is none. */
typedef struct
{
  Ris3OutlineKind kind;
  guint32 first_point; /* in points */
  guint32 n_points;
  gint left; /* territories; -1: none */
  gint right;
} Ris3OutlineLine;

/* The areas of a classification as paths, in pixels of a picture: of as many points as that needs, and two neighbours
 * have the same points between them.
 *
 * Each border is simplified once (Douglas and Peucker 1973), with its ends kept, and areas are put together of borders.
 */
typedef struct
{
  guint n_areas;       /* the territories */
  GArray *area_rings;  /* of guint32: area i has the rings area_rings[i] .. area_rings[i + 1] - 1 */
  GArray *ring_points; /* of guint32: ring i has the points ring_points[i] .. ring_points[i + 1] - 1, closed */
  GArray *points;      /* of Ris3Point: of rings */
  GArray *lines;       /* of Ris3OutlineLine */
  GArray *line_points; /* of Ris3Point: of lines */
} Ris3MapOutline;

/* boundaries: those of the classification, in the plane of the frame, or a part of them
 * frame: the picture; what lies wholly outside it is left out
 * tolerance: how far a line may be from where it is, in pixels
 * (transfer full) */
Ris3MapOutline *_ris3_map_outline_new (Ris3Classification *classification,
                                       Ris3Boundaries *boundaries,
                                       const Ris3Frame *frame,
                                       double tolerance);
void _ris3_map_outline_free (Ris3MapOutline *self);

/* The same of other shapes, ring by ring, of which two may not fit each other exactly.
 * rings: (out): of guint32, as ring_points; shape: one of the shapes (transfer full): of Ris3Point */
GArray *_ris3_map_outline_simplify_shape (const Ris3Shapes *shapes,
                                          guint shape,
                                          const Ris3Frame *frame,
                                          double tolerance,
                                          GArray **rings);

/* A point of the plane, in pixels of a picture. */
Ris3Point _ris3_map_outline_to_picture (const Ris3Frame *frame, Ris3Point point);

/* Keeps of a line what it needs: appends its points to kept. */
void _ris3_map_outline_simplify (const Ris3Point *points, guint n_points, double tolerance, GArray *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapOutline, _ris3_map_outline_free)

G_END_DECLS
