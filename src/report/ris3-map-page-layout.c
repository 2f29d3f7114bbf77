/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-map-page-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map/ris3-palette.h"
#include "report/ris3-page-context-private.h"

/* Text sizes in pixels of a screen, 96 an inch: comfortable, and still readable. */
#define FONT_SHARE 0.0118 /* of the page's mean side */
#define FONT_COMFORTABLE 10.0
#define FONT_LEAST 6.5
/* Of a page that would else have its insets elsewhere, as a share of the text of the other one. */
#define FONT_BESIDE 0.75

/* The map's share of the page below which text has to shrink. */
#define MAP_LEAST_SHARE 0.34

/* Lines of a title, or of notes, that are kept where there is not room for all: of a page of one map, and of two. */
#define LINES_KEPT 3
#define LINES_KEPT_OF_PAIR 2

typedef enum
{
  LEGEND_BESIDE,
  LEGEND_BELOW,   /* beside the headline, or what differs between two maps */
  LEGEND_STACKED, /* above it: for what is narrow */
  N_ARRANGEMENTS,
} Arrangement;

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
  self->lines_kept = _ris3_map_page_get_n_maps (page) > 1 ? LINES_KEPT_OF_PAIR : LINES_KEPT;
  /* At 14 pixels text has the size at which a line of the screen's map has one. */
  self->line = font_size / 14;
  self->texts = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageText));
  g_array_set_clear_func (self->texts, clear_text);
  self->swatches = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageSwatch));
  self->signs = g_array_new (FALSE, FALSE, sizeof (Ris3MapPageSign));
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
  g_array_unref (self->signs);
  g_array_unref (self->map_texts);
  g_array_unref (self->insets);
  g_array_unref (self->pins);
  g_array_unref (self->bars);
  g_free (self);
}

static double
add_figure (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  g_autofree char *figure = _ris3_map_page_get_figure (page);
  g_autofree char *headline = _ris3_map_page_get_headline (page);
  g_autofree char *sentence = g_strdup_printf ("%s %s", figure, headline);

  _ris3_map_page_layout_add_text (self, context, sentence, RIS3_MAP_PAGE_STYLE_LABEL, x, y, width);
  _ris3_map_page_layout_enlarge_figure (self, figure);
  return y + g_array_index (self->texts, Ris3MapPageText, self->texts->len - 1).height;
}

/* The figure that people quote, or what differs between two maps, and what a reader must know about it. */
static double
add_headline (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  gboolean is_short = self->sacrifice >= RIS3_MAP_PAGE_DROP_NOTES;
  gboolean is_pair = _ris3_map_page_get_n_maps (page) > 1;
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

  y = is_pair ? _ris3_map_page_layout_add_differences (self, page, context, x, y, width)
              : add_figure (self, page, context, x, y, width);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL)
      y = _ris3_map_page_layout_add_text (self, context, notes[i], RIS3_MAP_PAGE_STYLE_SMALL, x,
                                          y + 0.5 * self->font_size, width);
  return y;
}

/* How much there was of it. */
typedef struct
{
  guint n_texts;
  guint n_swatches;
  guint n_signs;
} Mark;

static Mark
mark (Ris3MapPageLayout *self)
{
  return (Mark){ self->texts->len, self->swatches->len, self->signs->len };
}

/* Moves down everything that was added since. */
static void
move_down (Ris3MapPageLayout *self, Mark since, double distance)
{
  for (guint i = since.n_texts; i < self->texts->len; i++)
    g_array_index (self->texts, Ris3MapPageText, i).y += distance;
  for (guint i = since.n_swatches; i < self->swatches->len; i++)
    g_array_index (self->swatches, Ris3MapPageSwatch, i).y += round (distance);
  for (guint i = since.n_signs; i < self->signs->len; i++)
    g_array_index (self->signs, Ris3MapPageSign, i).y += distance;
}

gboolean
_ris3_map_page_has_words (const Ris3MapPage *page)
{
  return page->options == NULL || ris3_page_template_get_size (page->options->page)->has_words;
}

/* The credit, and the number of the figure at its right; returns where they end below. */
static double
add_credit (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double x, double y, double width)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  const char *figure = page->options != NULL ? page->options->figure : NULL;

  if (figure != NULL && _ris3_map_page_has_words (page))
    {
      double figure_width
          = MIN (_ris3_map_page_layout_measure_width (self, context, figure, RIS3_MAP_PAGE_STYLE_FIGURE), width / 3);

      _ris3_map_page_layout_add_text (self, context, figure, RIS3_MAP_PAGE_STYLE_FIGURE, x + width - figure_width, y,
                                      figure_width);
      width -= figure_width + self->font_size;
    }
  return _ris3_map_page_layout_add_text (self, context, ris3_geodata_describe_map_credit (boundaries),
                                         RIS3_MAP_PAGE_STYLE_CREDIT, x, y, width);
}

/* Notes, source, credit and disclaimer at the foot of the page; returns where they begin. */
static double
add_footer (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, double margin)
{
  g_autofree char *source = _ris3_map_page_get_source (page);
  g_autofree char *disclaimer = _ris3_map_page_get_disclaimer (page);
  const char *notes = page->options != NULL ? page->options->notes : NULL;
  g_autofree char *pins = _ris3_map_page_get_notes (page, self->sacrifice >= RIS3_MAP_PAGE_DROP_NOTES);
  double width = page->width - 2 * margin;
  Mark before = mark (self);
  double y = 0, top;

  if (notes != NULL && _ris3_map_page_has_words (page))
    {
      _ris3_map_page_layout_add_text (self, context, notes, RIS3_MAP_PAGE_STYLE_SMALL, margin, y, width);
      y = _ris3_map_page_layout_shorten_last (self) + 0.25 * self->font_size;
    }
  if (pins != NULL && _ris3_map_page_has_words (page))
    {
      _ris3_map_page_layout_add_text (self, context, pins, RIS3_MAP_PAGE_STYLE_SMALL, margin, y, width);
      y = _ris3_map_page_layout_shorten_last (self) + 0.25 * self->font_size;
    }
  if (_ris3_map_page_has_words (page))
    y = _ris3_map_page_layout_add_text (self, context, source, RIS3_MAP_PAGE_STYLE_SMALL, margin, y, width)
        + 0.25 * self->font_size;
  y = add_credit (self, page, context, margin, y, width);
  if (disclaimer != NULL && _ris3_map_page_has_words (page))
    {
      y = _ris3_map_page_layout_add_text (self, context, disclaimer, RIS3_MAP_PAGE_STYLE_SMALL, margin,
                                          y + 0.25 * self->font_size, width);
      if (page->options != NULL && page->options->publisher != NULL)
        y = _ris3_map_page_layout_shorten_last (self);
    }
  top = page->height - 0.8 * margin - y;
  move_down (self, before, top);
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

  if (!_ris3_map_page_has_words (page))
    return top;
  _ris3_map_page_layout_add_text (self, context, title, RIS3_MAP_PAGE_STYLE_TITLE, margin, top, width);
  top = _ris3_map_page_layout_shorten_last (self) + 0.2 * self->font_size;
  _ris3_map_page_layout_add_text (self, context, subtitle, RIS3_MAP_PAGE_STYLE_SUBTITLE, margin, top, width);
  return _ris3_map_page_layout_shorten_last (self) + 0.9 * self->font_size;
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
  double legend_width = _ris3_map_page_layout_measure_legend (self, page, context);
  double legend_height = _ris3_map_page_layout_add_legends (self, page, context, margin, 0, MIN (column, legend_width));
  double headline_height;

  if (arrangement == LEGEND_STACKED)
    return add_headline (self, page, context, margin, legend_height + 0.5 * gap, column);
  headline_height = add_headline (self, page, context, margin + column + gap, 0, column);
  return MAX (legend_height, headline_height);
}

static Ris3MapPageLayout *
arrange (const Ris3MapPage *page,
         PangoContext *context,
         double font,
         Arrangement arrangement,
         gboolean is_beside,
         Ris3MapPageSacrifice sacrifice)
{
  Ris3MapPageLayout *self = layout_new (page, font);
  double margin = round (2.3 * font), gap = round (1.7 * font);
  double width = page->width - 2 * margin;
  double top, bottom, map_right = page->width - margin;

  self->sacrifice = sacrifice;
  self->arrangement = arrangement;
  top = add_head (self, page, context, margin);
  bottom = add_footer (self, page, context, margin) - 0.7 * font;
  self->fits = TRUE;
  if (!_ris3_map_page_has_words (page))
    ;
  else if (arrangement == LEGEND_BESIDE)
    {
      double legend_width = _ris3_map_page_layout_measure_legend (self, page, context);
      double column = MIN (legend_width, 0.36 * width);
      double x = page->width - margin - column;
      double end = _ris3_map_page_layout_add_legends (self, page, context, x, top, column);

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
      Mark before = mark (self);

      bottom -= add_below (self, page, context, arrangement, margin, gap) + 0.5 * font;
      move_down (self, before, bottom);
      for (guint i = 0; i < RIS3_MAP_PAGE_MAX_MAPS; i++)
        self->keys[i].y += bottom;
      bottom -= gap * 0.8;
    }
  self->map_x = (int) ceil (margin);
  self->map_y = (int) ceil (top);
  self->map_width = (int) floor (map_right) - self->map_x;
  self->map_height = (int) floor (bottom) - self->map_y;
  if (_ris3_map_page_get_n_maps (page) > 1)
    {
      /* Each has insets of its own. */
      self->free_width = 0;
      self->fits &= _ris3_map_page_layout_split (self, page, context, is_beside);
      return self;
    }
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

/* That which fits, and if several do, is like another one or else makes the map largest. (transfer full) */
static Ris3MapPageLayout *
find_arrangement (const Ris3MapPage *page,
                  PangoContext *context,
                  double font,
                  Ris3MapPageSacrifice sacrifice,
                  const Ris3MapPageLayout *like)
{
  g_autoptr (Ris3MapPageLayout) best = NULL;

  /* Two maps are side by side, or one above the other. */
  for (guint i = 0; i < N_ARRANGEMENTS * _ris3_map_page_get_n_maps (page); i++)
    {
      g_autoptr (Ris3MapPageLayout) layout
          = arrange (page, context, font, i % N_ARRANGEMENTS, i < N_ARRANGEMENTS, sacrifice);

      if (like != NULL && layout->fits && layout->arrangement == like->arrangement)
        return g_steal_pointer (&layout);
      if (best == NULL || layout->fits > best->fits
          || (layout->fits == best->fits && get_map_scale (layout, page) > get_map_scale (best, page)))
        {
          g_clear_pointer (&best, _ris3_map_page_layout_free);
          best = g_steal_pointer (&layout);
        }
    }
  return g_steal_pointer (&best);
}

static gboolean
is_hopeless (const Ris3MapPage *page, PangoContext *context, Ris3MapPageSacrifice sacrifice)
{
  g_autoptr (Ris3MapPageLayout) least = find_arrangement (page, context, FONT_LEAST * get_unit (page), sacrifice, NULL);

  return !least->fits;
}

/* The largest text with which all fits; without, what fits without some of it; at last the best of what does not. */
static Ris3MapPageLayout *
find_layout (const Ris3MapPage *page, PangoContext *context, const Ris3MapPageLayout *like)
{
  double unit = get_unit (page);
  double largest = MAX (FONT_SHARE * sqrt ((double) page->width * page->height), FONT_COMFORTABLE * unit);
  g_autoptr (Ris3MapPageLayout) layout = NULL;

  for (guint sacrifice = RIS3_MAP_PAGE_KEEP_ALL; sacrifice < RIS3_MAP_PAGE_N_SACRIFICES; sacrifice++)
    {
      /* What does not fit in the smallest text need not be tried in any other. */
      if (sacrifice + 1 < RIS3_MAP_PAGE_N_SACRIFICES && is_hopeless (page, context, sacrifice))
        continue;
      for (double font = largest; layout == NULL || font >= FONT_LEAST * unit; font *= 0.95)
        {
          g_clear_pointer (&layout, _ris3_map_page_layout_free);
          layout = find_arrangement (page, context, font, sacrifice, like);
          if (layout->fits)
            return g_steal_pointer (&layout);
        }
    }
  return g_steal_pointer (&layout);
}

/* With somewhat smaller text, or notes in one paragraph, there may be room for insets where another page has them:
 * beside the map. NULL: there is not. (transfer full) */
static Ris3MapPageLayout *
find_room_beside (const Ris3MapPage *page, PangoContext *context, const Ris3MapPageLayout *like, double font)
{
  double least = MAX (FONT_LEAST * get_unit (page), FONT_BESIDE * like->font_size);

  for (guint sacrifice = RIS3_MAP_PAGE_KEEP_ALL; sacrifice <= RIS3_MAP_PAGE_DROP_NOTES; sacrifice++)
    for (double size = font; size >= least; size *= 0.95)
      {
        g_autoptr (Ris3MapPageLayout) layout = find_arrangement (page, context, size, sacrifice, like);

        if (layout->fits && _ris3_map_page_layout_furnish (layout, page, context, like) && layout->is_beside)
          return g_steal_pointer (&layout);
      }
  return NULL;
}

static Ris3MapPageLayout *
make_layout (const Ris3MapPage *page, PangoContext *context, const Ris3MapPageLayout *like)
{
  Ris3MapPageLayout *layout = find_layout (page, context, like);
  Ris3MapPage plain = *page;

  if (!_ris3_map_page_layout_furnish (layout, page, context, like))
    {
      /* What the page says of the outermost regions changes with them. */
      plain.insets = NULL;
      _ris3_map_page_layout_free (layout);
      layout = find_layout (&plain, context, like);
      _ris3_map_page_layout_furnish (layout, &plain, context, like);
    }
  if (like != NULL && like->is_beside && !layout->is_beside)
    {
      Ris3MapPageLayout *beside = find_room_beside (page, context, like, layout->font_size);

      if (beside != NULL)
        {
          _ris3_map_page_layout_free (layout);
          layout = beside;
        }
    }
  return layout;
}

Ris3MapPageLayout *
_ris3_map_page_layout_new (const Ris3MapPage *page)
{
  PangoContext *context = _ris3_page_context_new ();
  g_autoptr (Ris3MapPageLayout) bare = NULL;
  Ris3MapPageLayout *layout;
  Ris3MapPage plain = *page;

  /* Notes take up room, but legend and insets stay where they are without them, if they can. */
  plain.notes = NULL;
  plain.n_notes_beyond = 0;
  if (page->notes != NULL && page->notes->len > 0)
    bare = make_layout (&plain, context, NULL);
  layout = make_layout (page, context, bare);
  g_object_unref (context);
  return layout;
}
