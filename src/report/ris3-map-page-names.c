/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names of chosen regions, on the map: each in its region or beside its middle, where it covers no other words. */

#include "config.h"

#include <math.h>

#include "report/ris3-map-page-private.h"

#define GAP 0.35 /* times the font size */

gboolean
_ris3_map_page_layout_is_free (const Ris3MapPageLayout *self,
                               const Ris3MapPagePlace *place,
                               guint n_texts,
                               guint within)
{
  Ris3MapPagePlace map = { self->map_x, self->map_y, self->map_width, self->map_height };

  if (within < self->insets->len)
    {
      const Ris3MapPageInset *inset = &g_array_index (self->insets, Ris3MapPageInset, within);

      map = (Ris3MapPagePlace){ inset->x, inset->y, inset->frame.width, inset->frame.height };
    }
  if (place->x < map.x || place->y < map.y || place->x + place->width > map.x + map.width
      || place->y + place->height > map.y + map.height)
    return FALSE;
  for (guint i = 0; i < n_texts; i++)
    {
      const Ris3MapPageText *text = &g_array_index (self->map_texts, Ris3MapPageText, i);

      if (_ris3_map_page_places_meet (place, &(Ris3MapPagePlace){ text->x, text->y, text->width, text->height }))
        return FALSE;
    }
  for (guint i = 0; i < self->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (self->insets, Ris3MapPageInset, i);

      if (i != within
          && _ris3_map_page_places_meet (
              place, &(Ris3MapPagePlace){ inset->x, inset->y, inset->frame.width, inset->frame.height }))
        return FALSE;
    }
  for (guint i = 0; i < self->pins->len; i++)
    {
      const Ris3MapPagePin *pin = &g_array_index (self->pins, Ris3MapPagePin, i);

      if (_ris3_map_page_places_meet (place, &(Ris3MapPagePlace){ pin->disc_x - pin->radius, pin->disc_y - pin->radius,
                                                                  2 * pin->radius, 2 * pin->radius }))
        return FALSE;
    }
  return TRUE;
}

/* In the middle, then right, left, above and below it, then at the corners. */
static gboolean
find_place (const Ris3MapPageLayout *self, double x, double y, guint n_texts, Ris3MapPagePlace *place)
{
  static const struct
  {
    double across, down; /* of the middle of the words from the middle of the region, in their own size */
  } ways[] = { { 0, 0 },      { 0.5, 0 },     { -0.5, 0 },    { 0, -0.7 },   { 0, 0.7 },
               { 0.5, -0.7 }, { -0.5, -0.7 }, { 0.5, 0.7 },   { -0.5, 0.7 }, { 0, -1.5 },
               { 0, 1.5 },    { 0.8, -1.2 },  { -0.8, -1.2 }, { 0.8, 1.2 },  { -0.8, 1.2 } };
  double gap = GAP * self->font_size;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      place->x = x + ways[i].across * (place->width + 2 * gap) - place->width / 2;
      place->y = y + ways[i].down * (place->height + gap) - place->height / 2;
      if (_ris3_map_page_layout_is_free (self, place, n_texts, G_MAXUINT))
        return TRUE;
    }
  return FALSE;
}

void
_ris3_map_page_layout_add_names (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  Ris3Frame frame = ris3_frame_of_box (&page->extent, (guint) self->map_width, (guint) self->map_height);
  char **codes = page->options != NULL ? page->options->names : NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gint index = ris3_boundaries_find (boundaries, codes[i]);
      const Ris3Region *region = index >= 0 ? ris3_boundaries_get_region (boundaries, (guint) index) : NULL;
      const Ris3MapPageText *text;
      guint n_texts = self->map_texts->len;
      Ris3MapPagePlace place;
      double x, y;

      if (region == NULL || !isfinite (region->inside.x) || !isfinite (region->inside.y))
        continue;
      x = self->map_x + (region->inside.x - frame.x) * frame.scale;
      y = self->map_y + (region->inside.y - frame.y) * frame.scale;
      text = _ris3_map_page_layout_add_map_text (self, context, ris3_region_get_shown_name (region), FALSE, 0, 0,
                                                 self->map_width);
      place.width = text->width;
      place.height = text->height;
      if (find_place (self, x, y, n_texts, &place))
        _ris3_map_page_layout_move_map_text (self, place.x, place.y);
      else
        g_array_set_size (self->map_texts, n_texts);
    }
}
