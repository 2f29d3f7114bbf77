/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two maps that are compared on one page: what each is called, where it is, and what differs. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/ris3-map-page-layout-private.h"

/* The share of the page below which text has to shrink: of each map where both share a side, and of what they have the
 * other way. */
#define LEAST_SHARE 0.18
#define LEAST_SHARE_ACROSS 0.3
/* Between the maps, and below a heading, times the font size. */
#define GAP 1.0
#define HEADING_GAP 0.3
/* Numbers stand at most so far from what they count, likewise. */
#define WIDEST_COUNTS 24.0

guint
_ris3_map_page_get_n_maps (const Ris3MapPage *page)
{
  return page->compared != NULL ? 2 : 1;
}

Ris3Classification *
_ris3_map_page_get_map (const Ris3MapPage *page, guint map)
{
  return map == 0 ? page->classification : page->compared;
}

Ris3MapPage
_ris3_map_page_of (const Ris3MapPage *page, guint map)
{
  Ris3MapPage alone = *page;

  alone.classification = _ris3_map_page_get_map (page, map);
  alone.compared = NULL;
  alone.comparison = NULL;
  return alone;
}

gboolean
_ris3_map_page_shares_legend (const Ris3MapPage *page)
{
  return page->compared == NULL || ris3_comparison_shares_classes (page->classification, page->compared);
}

const char *
_ris3_map_page_get_letter (guint map)
{
  /* Translators: the first and the second of two maps beside each other, as in “A · 2014–2020”. */
  return map == 0 ? C_ ("map", "A") : C_ ("map", "B");
}

const char *
_ris3_map_page_get_prefix (guint map)
{
  return map == 0 ? "" : "b-";
}

char *
_ris3_map_page_get_heading (const Ris3MapPage *page, guint map)
{
  g_autofree char *title
      = ris3_comparison_dup_side_title (_ris3_map_page_get_map (page, map), _ris3_map_page_get_map (page, 1 - map));

  return g_strdup_printf ("%s · %s", _ris3_map_page_get_letter (map), title);
}

char *
_ris3_map_page_get_finding (const Ris3MapPage *page, guint map)
{
  Ris3MapPage alone = _ris3_map_page_of (page, map);
  g_autofree char *figure = _ris3_map_page_get_figure (&alone);
  g_autofree char *headline = _ris3_map_page_get_headline (&alone);

  return g_strdup_printf ("%s %s", figure, headline);
}

/* Returns where it ends below. A page of few words has no finding. */
static double
add_heading (Ris3MapPageLayout *self,
             const Ris3MapPage *page,
             PangoContext *context,
             guint map,
             double x,
             double y,
             double width)
{
  g_autofree char *heading = _ris3_map_page_get_heading (page, map);
  g_autofree char *finding = _ris3_map_page_get_finding (page, map);

  _ris3_map_page_layout_add_text (self, context, heading, RIS3_MAP_PAGE_STYLE_HEADING, x, y, width);
  y = _ris3_map_page_layout_shorten_last (self);
  if (_ris3_map_page_has_words (page))
    {
      _ris3_map_page_layout_add_text (self, context, finding, RIS3_MAP_PAGE_STYLE_SMALL, x, y, width);
      y = _ris3_map_page_layout_shorten_last (self);
    }
  return ceil (y + HEADING_GAP * self->font_size);
}

gboolean
_ris3_map_page_layout_split (Ris3MapPageLayout *self,
                             const Ris3MapPage *page,
                             PangoContext *context,
                             gboolean is_beside)
{
  int gap = (int) round (GAP * self->font_size);
  int width = is_beside ? (self->map_width - gap) / 2 : self->map_width;
  int top = self->map_y, bottom = top + self->map_height;
  guint second;
  double first_bottom, second_bottom;

  self->map_width = width;
  self->step_x = is_beside ? width + gap : 0;
  if (width < 1)
    return FALSE;
  first_bottom = add_heading (self, page, context, 0, self->map_x, top, width);
  second = self->texts->len;
  second_bottom = add_heading (self, page, context, 1, self->map_x + self->step_x, top, width);
  if (is_beside)
    {
      self->map_y = (int) MAX (first_bottom, second_bottom);
      self->map_height = bottom - self->map_y;
    }
  else
    {
      int heading = (int) second_bottom - top;

      self->map_y = (int) first_bottom;
      self->map_height = (bottom - self->map_y - gap - heading) / 2;
      self->step_y = self->map_height + gap + heading;
      for (guint i = second; i < self->texts->len; i++)
        g_array_index (self->texts, Ris3MapPageText, i).y += self->map_y + self->map_height + gap - top;
    }
  return self->map_width >= (is_beside ? LEAST_SHARE : LEAST_SHARE_ACROSS) * page->width
         && self->map_height >= (is_beside ? LEAST_SHARE_ACROSS : LEAST_SHARE) * page->height;
}

double
_ris3_map_page_layout_add_differences (Ris3MapPageLayout *self,
                                       const Ris3MapPage *page,
                                       PangoContext *context,
                                       double x,
                                       double y,
                                       double width)
{
  g_autofree char *base = ris3_comparison_describe_base (page->comparison);
  double font = self->font_size;
  double right = x + MIN (width, WIDEST_COUNTS * font);
  double label_x = x + 2 * RIS3_MAP_PAGE_SIGN * font + 0.8 * font;

  /* Translators: A and B are the letters of two maps, as they stand above them. */
  y = _ris3_map_page_layout_add_text (self, context, _ ("From A to B, by region"), RIS3_MAP_PAGE_STYLE_HEADING, x, y,
                                      width);
  y += 0.4 * font;
  for (Ris3Difference i = RIS3_DIFFERENCE_NEW; i <= RIS3_DIFFERENCE_NEITHER; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'u", ris3_comparison_count (page->comparison, i));
      double number_width = _ris3_map_page_layout_measure_width (self, context, number, RIS3_MAP_PAGE_STYLE_COUNT);
      double bottom;
      const Ris3MapPageText *text;

      _ris3_map_page_layout_add_text (self, context, number, RIS3_MAP_PAGE_STYLE_COUNT, right - number_width, y,
                                      number_width);
      bottom = _ris3_map_page_layout_add_text (self, context, ris3_difference_get_title (i), RIS3_MAP_PAGE_STYLE_LABEL,
                                               label_x, y, right - label_x - number_width - 0.6 * font);
      text = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
      if (i != RIS3_DIFFERENCE_NEITHER)
        {
          Ris3MapPageSign sign
              = { i, x + RIS3_MAP_PAGE_SIGN * font, y + text->height / pango_layout_get_line_count (text->layout) / 2 };

          g_array_append_val (self->signs, sign);
        }
      y = bottom + 0.15 * font;
    }
  return _ris3_map_page_layout_add_text (self, context, base, RIS3_MAP_PAGE_STYLE_SMALL, x, y + 0.25 * font, width);
}
