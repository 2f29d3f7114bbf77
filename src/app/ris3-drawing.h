/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-palette.h"

G_BEGIN_DECLS

/* What widgets that draw themselves have in common. */

/* The palette of the style that the program has now, light or dark. (transfer none) */
const Ris3Palette *ris3_drawing_get_palette (void);
/* colour: 0xRRGGBB */
GdkRGBA ris3_drawing_get_rgba (guint32 colour);
/* A line around something, within its bounds. radius, width: in pixels */
void ris3_drawing_append_frame (GtkSnapshot *snapshot,
                                const graphene_rect_t *bounds,
                                float radius,
                                float width,
                                const GdkRGBA *rgba);

G_END_DECLS
