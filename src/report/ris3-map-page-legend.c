/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The classes of a page with their counts; of two maps in two columns where one legend explains both, else in a legend
 * for each. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/ris3-map-page-layout-private.h"

/* Between two columns of counts, and between two legends, times the font size. */
#define COLUMN_GAP 0.8
#define LEGEND_GAP 1.2

/* A legend of some maps of a page. */
typedef struct
{
  Ris3MapPageLayout *layout;
  const Ris3MapPage *page;
  PangoContext *context;
  guint first; /* its maps, n_maps of them */
  guint n_maps;
  double x;
  double width;
  double column; /* the width of a column of counts */
} Legend;

/* Those that match: the others fade. */
static guint
count_territories (Ris3Classification *classification)
{
  guint n_classes = ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (classification));
  guint n = 0;

  for (guint klass = 0; klass < n_classes; klass++)
    n += ris3_classification_count_matching (classification, klass);
  return n;
}

/* Words at the right end of the column of counts of the legend's i-th map; returns where they end below. */
static double
add_to_column (const Legend *self, guint i, const char *words, Ris3MapPageStyle style, double y)
{
  double width = _ris3_map_page_layout_measure_width (self->layout, self->context, words, style);
  double right = self->x + self->width - (self->n_maps - 1 - i) * (self->column + COLUMN_GAP * self->layout->font_size);

  return _ris3_map_page_layout_add_text (self->layout, self->context, words, style, right - width, y, width);
}

/* A number of each map, at the right; returns where their columns begin. */
static double
add_counts (const Legend *self, const guint *counts, Ris3MapPageStyle style, double y)
{
  for (guint i = 0; i < self->n_maps; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'u", counts[i]);

      add_to_column (self, i, number, style, y);
    }
  return self->x + self->width - self->n_maps * self->column
         - (self->n_maps - 1) * COLUMN_GAP * self->layout->font_size;
}

/* One line of the legend: sample, words and numbers; returns where it ends below. */
static double
add_row (const Legend *self, Ris3MapPageSwatch swatch, const char *label, const guint *counts, double y)
{
  Ris3MapPageLayout *layout = self->layout;
  double font = layout->font_size;
  double label_x, right, bottom;
  Ris3MapPageText *text;

  swatch.map = self->first;
  swatch.width = round (1.8 * font);
  swatch.height = round (1.15 * font);
  label_x = self->x + swatch.width + 0.6 * font;
  right = add_counts (self, counts, RIS3_MAP_PAGE_STYLE_COUNT, y);
  bottom = _ris3_map_page_layout_add_text (layout, self->context, label, RIS3_MAP_PAGE_STYLE_LABEL, label_x, y,
                                           right - label_x - 0.6 * font);
  text = &g_array_index (layout->texts, Ris3MapPageText, layout->texts->len - 1);
  /* Beside the first line, however many there are. */
  swatch.x = round (self->x);
  swatch.y = round (y + text->height / pango_layout_get_line_count (text->layout) / 2 - swatch.height / 2);
  g_array_append_val (layout->swatches, swatch);
  return MAX (bottom, swatch.y + swatch.height) + 0.3 * font;
}

/* The circles of a map of symbols, with their numbers; returns where they end below. */
static double
add_key (const Legend *self, double y)
{
  Ris3MapPageLayout *layout = self->layout;
  Ris3MapPageKey *key = &layout->keys[self->first];
  double font = layout->font_size, radius = RIS3_MAP_PAGE_SYMBOL * font, height;
  double label = 2 * radius + 1.2 * font;

  key->n_rows = ris3_symbols_list_key (_ris3_map_page_get_map (self->page, self->first), radius, key->rows);
  height = ris3_symbols_lay_out_key (key->rows, key->n_rows, 1.5 * font);
  key->x = self->x;
  key->y = y;
  for (guint i = 0; i < key->n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'.10g", key->rows[i].value);

      _ris3_map_page_layout_add_text (layout, self->context, number, RIS3_MAP_PAGE_STYLE_LABEL, self->x + label,
                                      y + key->rows[i].label, self->width - label);
    }
  return y + height + 0.5 * font;
}

/* With the letter of the map, if it has a legend of its own. */
static double
add_heading (const Legend *self, const guint *totals, double y)
{
  const char *words = ris3_classification_shows_shares (_ris3_map_page_get_map (self->page, self->first))
                          ? _ ("Regions by class")
                          : _ ("Areas by class");
  gboolean has_letter = self->n_maps < _ris3_map_page_get_n_maps (self->page);
  g_autofree char *heading
      = has_letter ? g_strdup_printf ("%s · %s", _ris3_map_page_get_letter (self->first), words) : g_strdup (words);
  double right, top = y;

  /* Columns have their letters above them. */
  for (guint i = 0; self->n_maps > 1 && i < self->n_maps; i++)
    y = add_to_column (self, i, _ris3_map_page_get_letter (self->first + i), RIS3_MAP_PAGE_STYLE_HEADING_COUNT, top);
  right = add_counts (self, totals, RIS3_MAP_PAGE_STYLE_HEADING_COUNT, y);
  return _ris3_map_page_layout_add_text (self->layout, self->context, heading, RIS3_MAP_PAGE_STYLE_HEADING, self->x, y,
                                         right - self->x - self->layout->font_size);
}

static double
add_classes (const Legend *self, double y)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (_ris3_map_page_get_map (self->page, self->first));
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);

  for (guint klass = 0; klass < n_classes; klass++)
    {
      guint counts[RIS3_MAP_PAGE_MAX_MAPS];
      gboolean is_listed = FALSE;

      for (guint i = 0; i < self->n_maps; i++)
        {
          counts[i] = ris3_classification_count_matching (_ris3_map_page_get_map (self->page, self->first + i), klass);
          is_listed |= _ris3_map_page_lists_class (self->page, self->first + i, klass);
        }
      if (is_listed)
        y = add_row (self, (Ris3MapPageSwatch){ .klass = klass },
                     _ris3_map_page_get_class_title (self->page, self->first, klass), counts, y);
    }
  return y;
}

/* Marks are not classes: they are drawn on top of one. */
static double
add_marks (const Legend *self, double y)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (_ris3_map_page_get_map (self->page, self->first));
  guint sample = ris3_class_scheme_get_sample_class (scheme);
  guint n_disputed[RIS3_MAP_PAGE_MAX_MAPS], n_inherited[RIS3_MAP_PAGE_MAX_MAPS];
  gboolean has_disputes = FALSE;

  for (guint i = 0; i < self->n_maps; i++)
    {
      Ris3Classification *map = _ris3_map_page_get_map (self->page, self->first + i);

      n_disputed[i] = ris3_classification_count_disputed (map);
      n_inherited[i] = ris3_classification_count_inherited (map);
      has_disputes |= ris3_classification_get_indicator (map)->is_disputed != NULL;
    }
  if (has_disputes)
    y = add_row (self, (Ris3MapPageSwatch){ .klass = sample, .marks = RIS3_MARK_DISPUTED }, _ ("of these, disputed"),
                 n_disputed, y);
  return add_row (self, (Ris3MapPageSwatch){ .klass = sample, .marks = RIS3_MARK_INHERITED },
                  _ ("of these, inherited from a wider region"), n_inherited, y);
}

static double
add_legend (Legend *self, double y)
{
  guint totals[RIS3_MAP_PAGE_MAX_MAPS];
  double font = self->layout->font_size;

  for (guint i = 0; i < self->n_maps; i++)
    {
      g_autofree char *total = NULL;

      totals[i] = count_territories (_ris3_map_page_get_map (self->page, self->first + i));
      total = g_strdup_printf ("%'u", totals[i]);
      /* No class has more. */
      self->column = MAX (self->column, _ris3_map_page_layout_measure_width (self->layout, self->context, total,
                                                                             RIS3_MAP_PAGE_STYLE_HEADING_COUNT));
    }
  y = add_heading (self, totals, y) + 0.55 * font;
  if (ris3_classification_shows_symbols (_ris3_map_page_get_map (self->page, self->first)))
    y = add_key (self, y);
  y = add_classes (self, y);
  return add_marks (self, y + 0.35 * font);
}

double
_ris3_map_page_layout_add_legends (Ris3MapPageLayout *self,
                                   const Ris3MapPage *page,
                                   PangoContext *context,
                                   double x,
                                   double y,
                                   double width)
{
  guint n_maps = _ris3_map_page_get_n_maps (page);
  guint n_each = _ris3_map_page_shares_legend (page) ? n_maps : 1;
  Ris3Classification *last = _ris3_map_page_get_map (page, n_maps - 1);

  for (guint first = 0; first < n_maps; first += n_each)
    {
      Legend legend = { self, page, context, first, n_each, x, width, 0 };

      y = add_legend (&legend, first > 0 ? y + LEGEND_GAP * self->font_size : y);
    }
  return _ris3_map_page_layout_add_text (self, context,
                                         ris3_level_rule_get_description (ris3_classification_get_level_rule (last),
                                                                          ris3_classification_shows_shares (last)),
                                         RIS3_MAP_PAGE_STYLE_SMALL, x, y + 0.25 * self->font_size, width);
}

double
_ris3_map_page_layout_measure_legend (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  guint n_maps = _ris3_map_page_get_n_maps (page);
  guint n_columns = _ris3_map_page_shares_legend (page) ? n_maps : 1;
  double width = _ris3_map_page_layout_measure_width (self, context, _ ("of these, inherited from a wider region"),
                                                      RIS3_MAP_PAGE_STYLE_LABEL);
  double count = _ris3_map_page_layout_measure_width (self, context, "0,000", RIS3_MAP_PAGE_STYLE_HEADING_COUNT);

  for (guint map = 0; map < n_maps; map++)
    {
      Ris3ClassScheme *scheme = ris3_classification_get_scheme (_ris3_map_page_get_map (page, map));

      for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
        width = MAX (width, _ris3_map_page_layout_measure_width (self, context,
                                                                 _ris3_map_page_get_class_title (page, map, klass),
                                                                 RIS3_MAP_PAGE_STYLE_LABEL));
    }
  return width + (1.8 + 0.6 + 0.6) * self->font_size + n_columns * count
         + (n_columns - 1) * COLUMN_GAP * self->font_size;
}
