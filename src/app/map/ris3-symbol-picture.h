/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-symbols.h"

G_BEGIN_DECLS

/* The greatest radius on the screen, in logical pixels. */
#define RIS3_SYMBOL_PICTURE_RADIUS 22.0

/* Draws symbols, as ris3_symbols_list () gives them, on a frame in logical pixels. */
void ris3_symbol_picture_append (GtkSnapshot *snapshot,
                                 const GArray *symbols,
                                 const Ris3Frame *frame,
                                 const Ris3Palette *palette);
/* Draws one of a colour, 0xRRGGBB. */
void ris3_symbol_picture_append_circle (GtkSnapshot *snapshot,
                                        double x,
                                        double y,
                                        double radius,
                                        guint32 colour,
                                        guint32 outline);

G_END_DECLS
