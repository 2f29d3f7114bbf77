/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The paragraphs of a page. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "report/ris3-map-page-layout-private.h"

#define INK RIS3_MAP_PAGE_INK
#define GREY 0x555b61
#define FIGURE 0x0b4f8a

/* In pixels of a screen, 96 an inch: still readable. */
#define SMALL_LEAST 7.5
/* Wider than any line of text. */
#define UNWRAPPED 100000.0

static const struct
{
  double size; /* times the font size */
  PangoWeight weight;
  guint32 colour;
  gboolean is_right;
} styles[] = {
  [RIS3_MAP_PAGE_STYLE_TITLE] = { 1.9, PANGO_WEIGHT_BOLD, INK, FALSE },
  [RIS3_MAP_PAGE_STYLE_SUBTITLE] = { 1.1, PANGO_WEIGHT_NORMAL, GREY, FALSE },
  [RIS3_MAP_PAGE_STYLE_HEADING] = { 1, PANGO_WEIGHT_BOLD, INK, FALSE },
  [RIS3_MAP_PAGE_STYLE_HEADING_COUNT] = { 1, PANGO_WEIGHT_BOLD, INK, TRUE },
  [RIS3_MAP_PAGE_STYLE_LABEL] = { 1, PANGO_WEIGHT_NORMAL, INK, FALSE },
  [RIS3_MAP_PAGE_STYLE_COUNT] = { 1, PANGO_WEIGHT_NORMAL, GREY, TRUE },
  [RIS3_MAP_PAGE_STYLE_SMALL] = { 0.76, PANGO_WEIGHT_NORMAL, GREY, FALSE },
  [RIS3_MAP_PAGE_STYLE_MAP] = { 0.76, PANGO_WEIGHT_NORMAL, INK, FALSE },
  [RIS3_MAP_PAGE_STYLE_MAP_BOLD] = { 0.76, PANGO_WEIGHT_BOLD, INK, FALSE },
  [RIS3_MAP_PAGE_STYLE_CREDIT] = { 0.76, PANGO_WEIGHT_BOLD, GREY, FALSE },
  [RIS3_MAP_PAGE_STYLE_FIGURE] = { 0.76, PANGO_WEIGHT_NORMAL, GREY, TRUE },
};

static double
get_text_size (Ris3MapPageLayout *self, Ris3MapPageStyle style)
{
  return MAX (self->font_size * styles[style].size, MIN (self->font_size, SMALL_LEAST * self->unit));
}

double
_ris3_map_page_layout_add_text (Ris3MapPageLayout *self,
                                PangoContext *context,
                                const char *string,
                                Ris3MapPageStyle style,
                                double x,
                                double y,
                                double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  Ris3MapPageText text = { .colour = styles[style].colour, .x = x, .y = y, .is_right = styles[style].is_right };
  int text_width, text_height;

  text.layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, get_text_size (self, style) * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (text.layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (text.layout, attributes);
  pango_layout_set_text (text.layout, string, -1);
  pango_layout_set_width (text.layout, (int) floor (width) * PANGO_SCALE);
  pango_layout_set_wrap (text.layout, PANGO_WRAP_WORD_CHAR);

  pango_layout_get_size (text.layout, &text_width, &text_height);
  text.width = text_width / (double) PANGO_SCALE;
  text.height = text_height / (double) PANGO_SCALE;
  if (styles[style].is_right)
    text.x += width - text.width;
  g_array_append_val (self->texts, text);
  return y + text.height;
}

const Ris3MapPageText *
_ris3_map_page_layout_add_map_text (Ris3MapPageLayout *self,
                                    PangoContext *context,
                                    const char *string,
                                    gboolean is_bold,
                                    double x,
                                    double y,
                                    double width)
{
  Ris3MapPageText *last;
  Ris3MapPageText text;
  int text_width;

  _ris3_map_page_layout_add_text (self, context, string,
                                  is_bold ? RIS3_MAP_PAGE_STYLE_MAP_BOLD : RIS3_MAP_PAGE_STYLE_MAP, x, y, UNWRAPPED);
  last = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
  text = *last;
  g_object_ref (text.layout);
  g_array_set_size (self->texts, self->texts->len - 1);
  if (text.width > width)
    {
      pango_layout_set_ellipsize (text.layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (text.layout, (int) floor (width) * PANGO_SCALE);
      pango_layout_get_size (text.layout, &text_width, NULL);
      text.width = text_width / (double) PANGO_SCALE;
    }
  g_array_append_val (self->map_texts, text);
  return &g_array_index (self->map_texts, Ris3MapPageText, self->map_texts->len - 1);
}

void
_ris3_map_page_layout_move_map_text (Ris3MapPageLayout *self, double x, double y)
{
  Ris3MapPageText *text = &g_array_index (self->map_texts, Ris3MapPageText, self->map_texts->len - 1);

  text->x = x;
  text->y = y;
}

double
_ris3_map_page_layout_shorten_last (Ris3MapPageLayout *self)
{
  Ris3MapPageText *text = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
  int height;

  if (self->sacrifice != RIS3_MAP_PAGE_SHORTEN_ALL)
    return text->y + text->height;
  pango_layout_set_height (text->layout, -self->lines_kept);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (text->layout, NULL, &height);
  text->height = height / (double) PANGO_SCALE;
  return text->y + text->height;
}

double
_ris3_map_page_layout_measure_width (Ris3MapPageLayout *self,
                                     PangoContext *context,
                                     const char *string,
                                     Ris3MapPageStyle style)
{
  double width;

  _ris3_map_page_layout_add_text (self, context, string, style, 0, 0, UNWRAPPED);
  width = g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1).width;
  g_array_set_size (self->texts, self->texts->len - 1);
  return ceil (width) + 1;
}

void
_ris3_map_page_layout_enlarge_figure (Ris3MapPageLayout *self, const char *figure)
{
  Ris3MapPageText *text = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
  PangoAttrList *attributes = pango_layout_get_attributes (text->layout);
  PangoAttribute *marks[] = {
    pango_attr_size_new_absolute (self->font_size * 2.5 * PANGO_SCALE),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_foreground_new ((FIGURE >> 16 & 0xff) * 257, (FIGURE >> 8 & 0xff) * 257, (FIGURE & 0xff) * 257),
  };
  int width, height;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = 0;
      marks[i]->end_index = strlen (figure);
      pango_attr_list_insert (attributes, marks[i]);
    }
  pango_layout_context_changed (text->layout);
  pango_layout_get_size (text->layout, &width, &height);
  text->width = width / (double) PANGO_SCALE;
  text->height = height / (double) PANGO_SCALE;
}
