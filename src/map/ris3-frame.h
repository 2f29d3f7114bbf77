/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* The part of a plane that a picture shows: pixel (0, 0) has its upper left corner at (x, y), and a unit of
 * the plane is scale pixels long (in normalised Web Mercator, the whole world is scale pixels wide). The
 * scale may be any number.
 */
typedef struct
{
  double x;
  double y;
  double scale;
  guint width;  /* pixels */
  guint height; /* pixels */
} Ris3Frame;

/* The frame of width x height pixels with a box in its middle, as large as fits. */
Ris3Frame ris3_frame_of_box (const Ris3Box *box, guint width, guint height);
gboolean ris3_frame_equal (const Ris3Frame *self, const Ris3Frame *other);

G_END_DECLS
