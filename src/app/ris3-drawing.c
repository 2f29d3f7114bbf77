/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-drawing.h"

#include <adwaita.h>

const Ris3Palette *
ris3_drawing_get_palette (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return ris3_palette_get (dark ? RIS3_PALETTE_DARK : RIS3_PALETTE_LIGHT);
}

GdkRGBA
ris3_drawing_get_rgba (guint32 colour)
{
  return (GdkRGBA){ (float) (colour >> 16 & 0xff) / 255.0f, (float) (colour >> 8 & 0xff) / 255.0f,
                    (float) (colour & 0xff) / 255.0f, 1 };
}

void
ris3_drawing_append_frame (GtkSnapshot *snapshot,
                           const graphene_rect_t *bounds,
                           float radius,
                           float width,
                           const GdkRGBA *rgba)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colours[4] = { *rgba, *rgba, *rgba, *rgba };
  GskRoundedRect shape;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && bounds != NULL && rgba != NULL);
  gsk_rounded_rect_init_from_rect (&shape, bounds, radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, colours);
}
