/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-symbol-picture.h"

#include "app/ris3-drawing.h"
#include "map/ris3-paint.h"

#define OUTLINE 1.0f

void
ris3_symbol_picture_append_circle (GtkSnapshot *snapshot,
                                   double x,
                                   double y,
                                   double radius,
                                   guint32 colour,
                                   guint32 outline)
{
  /* The outline is outside: the circle itself has the size that is meant. */
  float outer = (float) radius + OUTLINE;
  GdkRGBA fill = ris3_drawing_get_rgba (colour), line = ris3_drawing_get_rgba (outline);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (
      &shape, &GRAPHENE_RECT_INIT ((float) x - outer, (float) y - outer, 2 * outer, 2 * outer), outer);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  ris3_drawing_append_frame (snapshot, &shape.bounds, outer, OUTLINE, &line);
}

void
ris3_symbol_picture_append (GtkSnapshot *snapshot,
                            const GArray *symbols,
                            const Ris3Frame *frame,
                            const Ris3Palette *palette)
{
  guint32 faded;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && symbols != NULL && frame != NULL && palette != NULL);
  faded = ris3_paint_get_faded (palette->symbol, palette);
  for (guint i = 0; i < symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (symbols, Ris3Symbol, i);
      double x, y, size;

      if (ris3_symbol_place (symbol, frame, RIS3_SYMBOL_PICTURE_RADIUS, &x, &y, &size))
        ris3_symbol_picture_append_circle (snapshot, x, y, size, symbol->matches ? palette->symbol : faded,
                                           palette->symbol_outline);
    }
}
