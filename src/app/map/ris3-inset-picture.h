/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-frame.h"
#include "map/ris3-paint.h"

G_BEGIN_DECLS

/* The picture of one region with the sea around it, in the colours of the map. */
typedef struct _Ris3InsetPicture Ris3InsetPicture;

/* (transfer full) */
Ris3InsetPicture *ris3_inset_picture_new (Ris3Boundaries *boundaries, Ris3Shapes *land, guint region);
void ris3_inset_picture_free (Ris3InsetPicture *self);

/* The picture is to be made again, for another paint. */
void ris3_inset_picture_set_paint (Ris3InsetPicture *self, Ris3Paint *paint);
/* The picture in a size, in pixels of the widget; scale: pixels of the screen in each. NULL without paint.
 * (transfer none)
 */
GdkTexture *ris3_inset_picture_draw (Ris3InsetPicture *self, guint width, guint height, guint scale);
/* What the last picture shows, in pixels of the widget; its scale is 0 before the first. */
const Ris3Frame *ris3_inset_picture_get_frame (Ris3InsetPicture *self);

/* The leaf of the region at a pixel of the last picture, or that nearest to it: islands are small. */
guint ris3_inset_picture_find_leaf (Ris3InsetPicture *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3InsetPicture, ris3_inset_picture_free)

G_END_DECLS
