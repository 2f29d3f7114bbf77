/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn upon the areas: circles, and signs of what differs between two maps. */

#include "config.h"

#include "app/map/ris3-region-layer-private.h"

#include "app/map/ris3-difference-mark.h"
#include "app/map/ris3-symbol-picture.h"
#include "app/ris3-drawing.h"
#include "map/ris3-difference-sign.h"

/* A greater circle is seen around what lies on it. */
#define SMALL_SYMBOL 14.0

/* A number has the same circle on both maps. */
static GArray *
make_symbols (Ris3RegionLayer *self, Ris3Classification *classification)
{
  Ris3Classification *first = ris3_session_get_classification (self->session);
  double greatest, first_greatest = 0;
  GArray *symbols = ris3_symbols_list (classification, &greatest);
  g_autoptr (GArray) first_symbols = NULL;

  if (classification == first
      || ris3_classification_get_indicator (classification) != ris3_classification_get_indicator (first))
    return symbols;
  first_symbols = ris3_symbols_list (first, &first_greatest);
  for (guint i = 0; i < symbols->len && first_greatest > 0; i++)
    {
      Ris3Symbol *symbol = &g_array_index (symbols, Ris3Symbol, i);

      symbol->size = ris3_symbol_get_size (symbol->value, first_greatest);
    }
  return symbols;
}

void
_ris3_region_layer_list_symbols (Ris3RegionLayer *self)
{
  Ris3Classification *classification = _ris3_region_layer_get_classification (self);

  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);
  if (classification != NULL && ris3_classification_shows_symbols (classification))
    self->symbols = make_symbols (self, classification);
}

void
_ris3_region_layer_append_symbols (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  if (self->symbols != NULL)
    ris3_symbol_picture_append (snapshot, self->symbols, frame, ris3_drawing_get_palette ());
}

/* (transfer none): of Ris3DifferenceSign */
static const GArray *
get_differences (Ris3RegionLayer *self, double scale)
{
  if (self->differences != NULL && self->differences_scale == scale)
    return self->differences;
  g_clear_pointer (&self->differences, g_array_unref);
  self->differences
      = ris3_difference_signs_list (ris3_session_get_comparison (self->session),
                                    ris3_session_get_boundaries (self->session), scale, RIS3_DIFFERENCE_MARK_SIZE);
  self->differences_scale = scale;
  return self->differences;
}

void
_ris3_region_layer_append_differences (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  const GArray *differences = get_differences (self, frame->scale);

  for (guint i = 0; i < differences->len; i++)
    {
      const Ris3DifferenceSign *sign = &g_array_index (differences, Ris3DifferenceSign, i);
      double x = (sign->place.x - frame->x) * frame->scale, y = (sign->place.y - frame->y) * frame->scale;

      if (x >= 0 && y >= 0 && x < frame->width && y < frame->height)
        ris3_difference_mark_append (snapshot, x, y, sign->difference, palette);
    }
}

static void
add_box (GArray *boxes, double x, double y, double radius)
{
  Ris3Box box = { x - radius, y - radius, x + radius, y + radius };

  g_array_append_val (boxes, box);
}

void
ris3_region_layer_add_boxes (Ris3RegionLayer *self, double scale, GArray *boxes)
{
  g_return_if_fail (RIS3_IS_REGION_LAYER (self) && boxes != NULL);
  for (guint i = 0; self->symbols != NULL && i < self->symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (self->symbols, Ris3Symbol, i);
      double radius = symbol->size * RIS3_SYMBOL_PICTURE_RADIUS;

      if (radius < SMALL_SYMBOL)
        add_box (boxes, symbol->centre.x * scale, symbol->centre.y * scale, radius);
    }
  if (ris3_session_get_comparison (self->session) == NULL)
    return;
  for (guint i = 0; i < get_differences (self, scale)->len; i++)
    {
      const Ris3DifferenceSign *sign = &g_array_index (self->differences, Ris3DifferenceSign, i);

      add_box (boxes, sign->place.x * scale, sign->place.y * scale, RIS3_DIFFERENCE_MARK_SIZE / 2.0);
    }
}
