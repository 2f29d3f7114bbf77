/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-map-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map/ris3-palette.h"
#include "report/ris3-page-context-private.h"

#define INK RIS3_MAP_PAGE_INK
#define GREY 0x555b61
#define FIGURE 0x0b4f8a

/* Text sizes in pixels of a screen, 96 an inch: comfortable, and still readable. */
#define FONT_SHARE 0.0118 /* of the page's mean side */
#define FONT_COMFORTABLE 10.0
#define FONT_LEAST 6.5
#define SMALL_LEAST 7.5
/* Wider than any line of text. */
#define UNWRAPPED 100000.0

/* The map's share of the page below which text has to shrink. */
#define MAP_LEAST_SHARE 0.34

typedef enum
{
  LEGEND_BESIDE,
  LEGEND_BELOW,   /* beside the headline */
  LEGEND_STACKED, /* above the headline: for what is narrow */
  N_ARRANGEMENTS,
} Arrangement;

/* What gives way where there is not room for all. */
typedef enum
{
  KEEP_ALL,
  DROP_NOTES,  /* what explains the headline */
  SHORTEN_ALL, /* also words that somebody has written at great length */
  N_SACRIFICES,
} Sacrifice;

/* Lines of a title, or of notes, that are kept then. */
#define LINES_KEPT 3

typedef struct
{
  double size; /* times the font size */
  PangoWeight weight;
  guint32 colour;
  gboolean align_right;
} Style;

static const Style title_style = { 1.9, PANGO_WEIGHT_BOLD, INK, FALSE };
static const Style subtitle_style = { 1.1, PANGO_WEIGHT_NORMAL, GREY, FALSE };
static const Style heading_style = { 1, PANGO_WEIGHT_BOLD, INK, FALSE };
static const Style heading_count_style = { 1, PANGO_WEIGHT_BOLD, INK, TRUE };
static const Style label_style = { 1, PANGO_WEIGHT_NORMAL, INK, FALSE };
static const Style count_style = { 1, PANGO_WEIGHT_NORMAL, GREY, TRUE };
static const Style small_style = { 0.76, PANGO_WEIGHT_NORMAL, GREY, FALSE };
static const Style map_style = { 0.76, PANGO_WEIGHT_NORMAL, INK, FALSE };
static const Style map_bold_style = { 0.76, PANGO_WEIGHT_BOLD, INK, FALSE };
static const Style credit_style = { 0.76, PANGO_WEIGHT_BOLD, GREY, FALSE };
static const Style figure_style = { 0.76, PANGO_WEIGHT_NORMAL, GREY, TRUE };

static void
clear_text (gpointer data)
{
  g_clear_object (&((Ris3MapPageText *) data)->layout);
}

/* Pixels of the page for each of a screen. */
static double
get_unit (const Ris3MapPage *page)
{
  return _ris3_map_page_get_dpi (page) / RIS3_MAP_PAGE_SCREEN_DPI;
}

static Ris3MapPageLayout *
layout_new (const Ris3MapPage *page, double font_size)
{
  Ris3MapPageLayout *self = g_new0 (Ris3MapPageLayout, 1);

  self->font_size = font_size;
  self->unit = get_unit (page);
  /* At 14 pixels text has the size at which a line of the screen's map has one. */
  self->line = font_size / 14;
  self->texts = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageText));
  g_array_set_clear_func (self->texts, clear_text);
  self->swatches = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageSwatch));
  self->map_texts = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageText));
  g_array_set_clear_func (self->map_texts, clear_text);
  self->insets = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageInset));
  self->pins = g_array_new (FALSE, FALSE, sizeof (Ris3MapPagePin));
  self->bars = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageBar));
  return self;
}

void
_ris3_map_page_layout_free (Ris3MapPageLayout *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->texts);
  g_array_unref (self->swatches);
  g_array_unref (self->map_texts);
  g_array_unref (self->insets);
  g_array_unref (self->pins);
  g_array_unref (self->bars);
  g_free (self);
}

static double
get_text_size (Ris3MapPageLayout *self, const Style *style)
{
  return MAX (self->font_size * style->size, MIN (self->font_size, SMALL_LEAST * self->unit));
}

/* Adds a paragraph, wrapped to width, and returns where it ends below. */
static double
add_text (Ris3MapPageLayout *self,
          PangoContext *context,
          const char *string,
          const Style *style,
          double x,
          double y,
          double width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  Ris3MapPageText text = { .colour = style->colour, .x = x, .y = y, .is_right = style->align_right };
  int text_width, text_height;

  text.layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, get_text_size (self, style) * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (text.layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (text.layout, attributes);
  pango_layout_set_text (text.layout, string, -1);
  pango_layout_set_width (text.layout, (int) floor (width) * PANGO_SCALE);
  pango_layout_set_wrap (text.layout, PANGO_WRAP_WORD_CHAR);

  pango_layout_get_size (text.layout, &text_width, &text_height);
  text.width = text_width / (double) PANGO_SCALE;
  text.height = text_height / (double) PANGO_SCALE;
  if (style->align_right)
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

  add_text (self, context, string, is_bold ? &map_bold_style : &map_style, x, y, UNWRAPPED);
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

/* Where there is not room for all, the last paragraph ends after some lines. Returns where it ends below. */
static double
shorten_last (Ris3MapPageLayout *self)
{
  Ris3MapPageText *text = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
  int height;

  if (self->sacrifice != SHORTEN_ALL)
    return text->y + text->height;
  pango_layout_set_height (text->layout, -LINES_KEPT);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (text->layout, NULL, &height);
  text->height = height / (double) PANGO_SCALE;
  return text->y + text->height;
}

static double
measure_width (Ris3MapPageLayout *self, PangoContext *context, const char *string, const Style *style)
{
  double width;

  add_text (self, context, string, style, 0, 0, UNWRAPPED);
  width = g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1).width;
  g_array_set_size (self->texts, self->texts->len - 1);
  return ceil (width) + 1;
}

/* The last paragraph begins with figure, which is what people quote: it is large, and in another colour. */
static void
enlarge_figure (Ris3MapPageLayout *self, const char *figure)
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

/* One line of the legend: sample, words and number; returns where it ends below. */
static double
add_row (Ris3MapPageLayout *self,
         PangoContext *context,
         Ris3MapPageSwatch swatch,
         const char *label,
         guint count,
         double x,
         double y,
         double width)
{
  double font = self->font_size;
  g_autofree char *number = g_strdup_printf ("%'u", count);
  double number_width = measure_width (self, context, number, &count_style);
  double label_x, bottom;
  Ris3MapPageText *text;

  swatch.width = round (1.8 * font);
  swatch.height = round (1.15 * font);
  label_x = x + swatch.width + 0.6 * font;
  bottom = add_text (self, context, label, &label_style, label_x, y, width - (label_x - x) - number_width - 0.6 * font);
  text = &g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1);
  /* Beside the first line, however many there are. */
  swatch.x = round (x);
  swatch.y = round (y + text->height / pango_layout_get_line_count (text->layout) / 2 - swatch.height / 2);
  g_array_append_val (self->swatches, swatch);
  add_text (self, context, number, &count_style, x + width - number_width, y, number_width);
  return MAX (bottom, swatch.y + swatch.height) + 0.3 * font;
}

/* The circles of a map of symbols, with their numbers; returns where they end below. */
static double
add_key (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  double font = self->font_size, radius = RIS3_MAP_PAGE_SYMBOL * font, height;
  double label = 2 * radius + 1.2 * font;

  self->n_key = ris3_symbols_list_key (page->classification, radius, self->key);
  height = ris3_symbols_lay_out_key (self->key, self->n_key, 1.5 * font);
  self->key_x = x;
  self->key_y = y;
  for (guint i = 0; i < self->n_key; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'.10g", self->key[i].value);

      add_text (self, context, number, &label_style, x + label, y + self->key[i].label, width - label);
    }
  return y + height + 0.5 * font;
}

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

static const char *
get_class_title (const Ris3MapPage *page, Ris3ClassScheme *scheme, guint klass)
{
  return ris3_page_options_get_class_title (page->options, klass, ris3_class_scheme_get_title (scheme, klass));
}

static double
add_legend (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  Ris3Classification *classification = page->classification;
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  Ris3LevelRule rule = ris3_classification_get_level_rule (classification);
  g_autofree char *total = g_strdup_printf ("%'u", count_territories (classification));
  double total_width = measure_width (self, context, total, &heading_count_style);
  double bottom;

  add_text (self, context, total, &heading_count_style, x + width - total_width, y, total_width);
  y = add_text (self, context,
                ris3_classification_shows_shares (page->classification) ? _ ("Regions by class") : _ ("Areas by class"),
                &heading_style, x, y, width - total_width - self->font_size);
  y += 0.55 * self->font_size;
  if (ris3_classification_shows_symbols (classification))
    y = add_key (self, page, context, x, y, width);
  for (guint klass = 0; klass < n_classes; klass++)
    if (_ris3_map_page_lists_class (page, klass))
      y = add_row (self, context, (Ris3MapPageSwatch){ .klass = klass }, get_class_title (page, scheme, klass),
                   ris3_classification_count_matching (classification, klass), x, y, width);
  /* Marks are not classes: they are drawn on top of one. */
  y += 0.35 * self->font_size;
  if (ris3_classification_get_indicator (classification)->is_disputed != NULL)
    y = add_row (
        self, context,
        (Ris3MapPageSwatch){ .klass = ris3_class_scheme_get_sample_class (scheme), .marks = RIS3_MARK_DISPUTED },
        _ ("of these, disputed"), ris3_classification_count_disputed (classification), x, y, width);
  y = add_row (
      self, context,
      (Ris3MapPageSwatch){ .klass = ris3_class_scheme_get_sample_class (scheme), .marks = RIS3_MARK_INHERITED },
      _ ("of these, inherited from a wider region"), ris3_classification_count_inherited (classification), x, y, width);
  bottom = add_text (self, context,
                     ris3_level_rule_get_description (rule, ris3_classification_shows_shares (classification)),
                     &small_style, x, y + 0.25 * self->font_size, width);
  return bottom;
}

/* The figure that people quote, and what a reader must know about it. */
static double
add_headline (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  gboolean is_short = self->sacrifice >= DROP_NOTES;
  g_autofree char *figure = _ris3_map_page_get_figure (page);
  g_autofree char *headline = _ris3_map_page_get_headline (page);
  g_autofree char *sentence = g_strdup_printf ("%s %s", figure, headline);
  g_autofree char *evidence = _ris3_map_page_get_evidence (page);
  g_autofree char *reach = _ris3_map_page_get_reach (page);
  const char *scope = _ris3_map_page_get_scope (page);
  g_autofree char *overseas = _ris3_map_page_get_overseas (page);
  g_autofree char *disputes = _ris3_map_page_get_disputes (page);
  g_autofree char *unplaced = _ris3_map_page_get_unplaced (page);
  g_autofree char *projection = _ris3_map_page_get_projection (page);
  const char *notes[] = { is_short ? NULL : evidence,
                          is_short ? NULL : reach,
                          is_short ? NULL : disputes,
                          scope != NULL ? scope : overseas,
                          unplaced,
                          projection };

  add_text (self, context, sentence, &label_style, x, y, width);
  enlarge_figure (self, figure);
  y += g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1).height;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL)
      y = add_text (self, context, notes[i], &small_style, x, y + 0.5 * self->font_size, width);
  return y;
}

/* How wide the legend would be with every entry on one line. */
static double
measure_legend (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (page->classification);
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  double width = measure_width (self, context, _ ("of these, inherited from a wider region"), &label_style);

  for (guint klass = 0; klass < n_classes; klass++)
    width = MAX (width, measure_width (self, context, get_class_title (page, scheme, klass), &label_style));
  return width + (1.8 + 0.6 + 0.6) * self->font_size + measure_width (self, context, "0,000", &count_style);
}

/* Moves down everything that was added since. */
static void
move_down (Ris3MapPageLayout *self, guint first_text, guint first_swatch, double distance)
{
  for (guint i = first_text; i < self->texts->len; i++)
    g_array_index (self->texts, Ris3MapPageText, i).y += distance;
  for (guint i = first_swatch; i < self->swatches->len; i++)
    g_array_index (self->swatches, Ris3MapPageSwatch, i).y += round (distance);
}

/* Whether a page has more words than its credit. */
static gboolean
has_words (const Ris3MapPage *page)
{
  return page->options == NULL || ris3_page_template_get_size (page->options->page)->has_words;
}

/* The credit, and the number of the figure at its right; returns where they end below. */
static double
add_credit (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  const char *figure = page->options != NULL ? page->options->figure : NULL;

  if (figure != NULL && has_words (page))
    {
      double figure_width = MIN (measure_width (self, context, figure, &figure_style), width / 3);

      add_text (self, context, figure, &figure_style, x + width - figure_width, y, figure_width);
      width -= figure_width + self->font_size;
    }
  return add_text (self, context, ris3_geodata_describe_map_credit (boundaries), &credit_style, x, y, width);
}

/* Notes, source, credit and disclaimer at the foot of the page; returns where they begin. */
static double
add_footer (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double margin)
{
  g_autofree char *source = _ris3_map_page_get_source (page);
  g_autofree char *disclaimer = _ris3_map_page_get_disclaimer (page);
  const char *notes = page->options != NULL ? page->options->notes : NULL;
  g_autofree char *pins = _ris3_map_page_get_notes (page, self->sacrifice >= DROP_NOTES);
  double width = page->width - 2 * margin;
  guint first_text = self->texts->len;
  double y = 0, top;

  if (notes != NULL && has_words (page))
    {
      add_text (self, context, notes, &small_style, margin, y, width);
      y = shorten_last (self) + 0.25 * self->font_size;
    }
  if (pins != NULL && has_words (page))
    {
      add_text (self, context, pins, &small_style, margin, y, width);
      y = shorten_last (self) + 0.25 * self->font_size;
    }
  if (has_words (page))
    y = add_text (self, context, source, &small_style, margin, y, width) + 0.25 * self->font_size;
  y = add_credit (self, page, context, margin, y, width);
  if (disclaimer != NULL && has_words (page))
    {
      y = add_text (self, context, disclaimer, &small_style, margin, y + 0.25 * self->font_size, width);
      if (page->options != NULL && page->options->publisher != NULL)
        y = shorten_last (self);
    }
  top = page->height - 0.8 * margin - y;
  move_down (self, first_text, self->swatches->len, top);
  return top;
}

/* Title and subtitle; returns where they end below. */
static double
add_head (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double margin)
{
  g_autofree char *title = _ris3_map_page_get_title (page);
  g_autofree char *subtitle = _ris3_map_page_get_subtitle (page);
  double width = page->width - 2 * margin;
  double top = 0.8 * margin;

  if (!has_words (page))
    return top;
  add_text (self, context, title, &title_style, margin, top, width);
  top = shorten_last (self) + 0.2 * self->font_size;
  add_text (self, context, subtitle, &subtitle_style, margin, top, width);
  return shorten_last (self) + 0.9 * self->font_size;
}

/* Legend and headline below the map, in two columns or one above the other; returns how high they are. */
static double
add_below (Ris3MapPageLayout *self,
           const Ris3MapPage *page,
           PangoContext *context,
           Arrangement arrangement,
           double margin,
           double gap)
{
  double width = page->width - 2 * margin;
  double column = arrangement == LEGEND_STACKED ? width : (width - gap) / 2;
  double legend_width = measure_legend (self, page, context);
  double legend_height = add_legend (self, page, context, margin, 0, MIN (column, legend_width));
  double headline_height;

  if (arrangement == LEGEND_STACKED)
    return add_headline (self, page, context, margin, legend_height + 0.5 * gap, column);
  headline_height = add_headline (self, page, context, margin + column + gap, 0, column);
  return MAX (legend_height, headline_height);
}

static Ris3MapPageLayout *
arrange (const Ris3MapPage *page, PangoContext *context, double font, Arrangement arrangement, Sacrifice sacrifice)
{
  Ris3MapPageLayout *self = layout_new (page, font);
  double margin = round (2.3 * font), gap = round (1.7 * font);
  double width = page->width - 2 * margin;
  double top, bottom, map_right = page->width - margin;

  self->sacrifice = sacrifice;
  top = add_head (self, page, context, margin);
  bottom = add_footer (self, page, context, margin) - 0.7 * font;
  self->fits = TRUE;
  if (!has_words (page))
    ;
  else if (arrangement == LEGEND_BESIDE)
    {
      double legend_width = measure_legend (self, page, context);
      double column = MIN (legend_width, 0.36 * width);
      double x = page->width - margin - column;
      double end = add_legend (self, page, context, x, top, column);

      end = add_headline (self, page, context, x, end + gap, column);
      self->fits = end <= bottom;
      map_right = x - gap;
      self->free_x = ceil (x);
      self->free_y = ceil (end + gap);
      self->free_width = floor (column);
      self->free_height = floor (bottom) - self->free_y;
    }
  else
    {
      guint first_text = self->texts->len, first_swatch = self->swatches->len;

      bottom -= add_below (self, page, context, arrangement, margin, gap) + 0.5 * font;
      move_down (self, first_text, first_swatch, bottom);
      self->key_y += bottom;
      bottom -= gap * 0.8;
    }
  self->map_x = (int) ceil (margin);
  self->map_y = (int) ceil (top);
  self->map_width = (int) floor (map_right) - self->map_x;
  self->map_height = (int) floor (bottom) - self->map_y;
  self->fits &= self->map_width >= MAP_LEAST_SHARE * page->width && self->map_height >= MAP_LEAST_SHARE * page->height;
  return self;
}

/* Pixels that a unit of the plane would be wide, with the extent fitted into the map. */
static double
get_map_scale (Ris3MapPageLayout *self, const Ris3MapPage *page)
{
  return MIN (self->map_width / (page->extent.x1 - page->extent.x0),
              self->map_height / (page->extent.y1 - page->extent.y0));
}

/* That which fits, and if several do, makes the map largest. (transfer full) */
static Ris3MapPageLayout *
find_arrangement (const Ris3MapPage *page, PangoContext *context, double font, Sacrifice sacrifice)
{
  g_autoptr (Ris3MapPageLayout) best = NULL;

  for (guint i = 0; i < N_ARRANGEMENTS; i++)
    {
      g_autoptr (Ris3MapPageLayout) layout = arrange (page, context, font, i, sacrifice);

      if (best == NULL || layout->fits > best->fits
          || (layout->fits == best->fits && get_map_scale (layout, page) > get_map_scale (best, page)))
        {
          g_clear_pointer (&best, _ris3_map_page_layout_free);
          best = g_steal_pointer (&layout);
        }
    }
  return g_steal_pointer (&best);
}

/* The largest text with which all fits; without, what fits without some of it; at last the best of what does not. */
static Ris3MapPageLayout *
find_layout (const Ris3MapPage *page, PangoContext *context)
{
  double unit = get_unit (page);
  double largest = MAX (FONT_SHARE * sqrt ((double) page->width * page->height), FONT_COMFORTABLE * unit);
  g_autoptr (Ris3MapPageLayout) layout = NULL;

  for (guint sacrifice = KEEP_ALL; sacrifice < N_SACRIFICES; sacrifice++)
    for (double font = largest; layout == NULL || font >= FONT_LEAST * unit; font *= 0.95)
      {
        g_clear_pointer (&layout, _ris3_map_page_layout_free);
        layout = find_arrangement (page, context, font, sacrifice);
        if (layout->fits)
          return g_steal_pointer (&layout);
      }
  return g_steal_pointer (&layout);
}

Ris3MapPageLayout *
_ris3_map_page_layout_new (const Ris3MapPage *page)
{
  PangoContext *context = _ris3_page_context_new ();
  Ris3MapPageLayout *layout = find_layout (page, context);
  Ris3MapPage plain = *page;

  if (!_ris3_map_page_layout_furnish (layout, page, context))
    {
      /* What the page says of the outermost regions changes with them. */
      plain.insets = NULL;
      _ris3_map_page_layout_free (layout);
      layout = find_layout (&plain, context);
      _ris3_map_page_layout_furnish (layout, &plain, context);
    }
  g_object_unref (context);
  return layout;
}
