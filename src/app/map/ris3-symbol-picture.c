/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-symbol-picture.h"

#include "map/ris3-paint.h"

#define OUTLINE 1.0f

static GdkRGBA
get_rgba (guint32 colour)
{
  return (GdkRGBA){ (colour >> 16) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, 1 };
}

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
  static const float widths[4] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  GdkRGBA fill = get_rgba (colour), line = get_rgba (outline);
  GdkRGBA lines[4] = { line, line, line, line };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (
      &shape, &GRAPHENE_RECT_INIT ((float) x - outer, (float) y - outer, 2 * outer, 2 * outer), outer);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, widths, lines);
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
