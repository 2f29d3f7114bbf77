/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "report/ris3-page-context-private.h"
#include "report/ris3-sheet-flow-private.h"

/* Lines that stay together at the beginning and at the end of a page. */
#define TOGETHER 2

typedef struct
{
  double size;
  PangoWeight weight;
  guint32 colour;
  double before; /* points above a paragraph, unless it is the first of a page */
  double after;
  gboolean stays; /* with the next one */
} Look;

static const Look looks[RIS3_N_SHEET_STYLES] = {
  [RIS3_SHEET_TITLE] = { 21, PANGO_WEIGHT_BOLD, 0x1f2327, 0, 2, TRUE },
  [RIS3_SHEET_SUBTITLE] = { 10.5, PANGO_WEIGHT_NORMAL, 0x555b61, 0, 3, FALSE },
  [RIS3_SHEET_HEADING] = { 12.5, PANGO_WEIGHT_BOLD, 0x0b4f8a, 14, 4, TRUE },
  [RIS3_SHEET_STRATEGY] = { 10.5, PANGO_WEIGHT_BOLD, 0x1f2327, 8, 2, TRUE },
  [RIS3_SHEET_TEXT] = { 9.5, PANGO_WEIGHT_NORMAL, 0x1f2327, 0, 2, FALSE },
  [RIS3_SHEET_PRIORITY] = { 9.5, PANGO_WEIGHT_NORMAL, 0x1f2327, 5, 1, TRUE },
  [RIS3_SHEET_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 0x555b61, 0, 1.5, FALSE },
  [RIS3_SHEET_ORIGIN] = { 8, PANGO_WEIGHT_NORMAL, 0x555b61, 0, 1.5, TRUE },
  [RIS3_SHEET_NEXT] = { 8, PANGO_WEIGHT_NORMAL, 0x555b61, 8, 1.5, TRUE },
};

/* A line of a paragraph, and where it is. */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutLine *line;
  char *uri; /* NULL: none */
  guint page;
  guint32 colour;
  double x;
  double y; /* of its upper edge */
  double baseline;
  double height;
} Line;

struct _Ris3SheetFlow
{
  PangoContext *context;
  GArray *lines; /* of Line */
  double x;
  double width;
  double top;
  double bottom;
  guint page;
  double y;            /* where the next paragraph begins */
  double clear_width;  /* 0: nothing is kept clear */
  double clear_bottom; /* on the first page */
  double after;        /* what the last paragraph keeps clear below */
  gint kept;           /* the first line of the paragraphs that stay with the next one; -1: none */
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->line, pango_layout_line_unref);
  g_clear_object (&line->layout);
  g_free (line->uri);
}

Ris3SheetFlow *
_ris3_sheet_flow_new (double x, double y, double width, double height)
{
  Ris3SheetFlow *self = g_new0 (Ris3SheetFlow, 1);

  self->context = _ris3_page_context_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->x = x;
  self->top = self->y = y;
  self->width = width;
  self->bottom = y + height;
  self->kept = -1;
  return self;
}

void
_ris3_sheet_flow_free (Ris3SheetFlow *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->lines);
  g_object_unref (self->context);
  g_free (self);
}

void
_ris3_sheet_flow_keep_clear (Ris3SheetFlow *self, double width, double bottom)
{
  g_return_if_fail (self != NULL);
  self->clear_width = width;
  self->clear_bottom = bottom;
}

void
_ris3_sheet_flow_go_below (Ris3SheetFlow *self)
{
  g_return_if_fail (self != NULL);
  if (self->page == 0 && self->clear_width > 0)
    self->y = MAX (self->y, self->clear_bottom);
  self->clear_width = 0;
}

static PangoLayout *
create_layout (Ris3SheetFlow *self, const Look *look, double indent)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");
  gboolean is_beside = self->page == 0 && self->clear_width > 0 && self->y < self->clear_bottom;
  double width = self->width - indent - (is_beside ? self->clear_width : 0);

  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
}

static void
begin_page (Ris3SheetFlow *self)
{
  self->page++;
  self->y = self->top;
  self->after = 0;
}

/* Headings go to the next page together with what they are of, unless they would fill most of it. */
static void
begin_page_with_headings (Ris3SheetFlow *self)
{
  const Line *first = self->kept >= 0 ? &g_array_index (self->lines, Line, (guint) self->kept) : NULL;
  gboolean moves = first != NULL && first->page == self->page && first->y > self->top
                   && self->y - first->y < (self->bottom - self->top) / 2;
  double up = moves ? first->y - self->top : 0;
  double y = self->y;

  begin_page (self);
  if (!moves)
    return;
  for (guint i = (guint) self->kept; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      line->page = self->page;
      line->y -= up;
      line->baseline -= up;
    }
  self->y = y - up;
}

/* Puts the lines of a paragraph where there is room, and none alone on a page. */
static void
place_lines (Ris3SheetFlow *self, PangoLayout *layout, const Look *look, double indent, const char *uri)
{
  guint n_lines = (guint) pango_layout_get_line_count (layout), index = 0;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle place;
      double height, room = self->bottom - self->y;
      guint n_left = n_lines - index;
      Line line = { .layout = g_object_ref (layout), .colour = look->colour, .x = self->x + indent };
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = (bottom - top) / (double) PANGO_SCALE;
      if (room < height || (index == 0 && n_left > 1 && room < TOGETHER * height)
          || (n_left == TOGETHER && n_lines > TOGETHER && room < TOGETHER * height)
          || (look->stays && index == 0 && room < (n_left + TOGETHER + 1) * height))
        if (self->y > self->top)
          {
            if (index == 0)
              begin_page_with_headings (self);
            else
              begin_page (self);
          }
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.uri = g_strdup (uri);
      line.page = self->page;
      line.y = self->y;
      line.x += place.x / (double) PANGO_SCALE;
      line.baseline = self->y + (pango_layout_iter_get_baseline (iter) - top) / (double) PANGO_SCALE;
      line.height = height;
      self->y += height;
      g_array_append_val (self->lines, line);
      index++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_layout (Ris3SheetFlow *self, Ris3SheetStyle style, double indent, PangoLayout *layout, const char *uri)
{
  const Look *look = &looks[style];

  guint first = self->lines->len;

  if (self->y > self->top)
    self->y += MAX (look->before, self->after);
  place_lines (self, layout, look, indent, uri);
  if (!look->stays)
    self->kept = -1;
  else if (self->kept < 0)
    self->kept = (gint) first;
  self->after = look->after;
  g_object_unref (layout);
}

void
_ris3_sheet_flow_add (Ris3SheetFlow *self, Ris3SheetStyle style, double indent, const char *text, const char *uri)
{
  PangoLayout *layout;

  g_return_if_fail (self != NULL && style < RIS3_N_SHEET_STYLES && text != NULL);
  layout = create_layout (self, &looks[style], indent);
  pango_layout_set_text (layout, text, -1);
  add_layout (self, style, indent, layout, uri);
}

void
_ris3_sheet_flow_add_markup (Ris3SheetFlow *self, Ris3SheetStyle style, double indent, const char *markup)
{
  PangoLayout *layout;

  g_return_if_fail (self != NULL && style < RIS3_N_SHEET_STYLES && markup != NULL);
  layout = create_layout (self, &looks[style], indent);
  pango_layout_set_markup (layout, markup, -1);
  add_layout (self, style, indent, layout, NULL);
}

double
_ris3_sheet_flow_get_y (Ris3SheetFlow *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->y;
}

guint
_ris3_sheet_flow_get_n_pages (Ris3SheetFlow *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->page + 1;
}

/* A link of a PDF, if the address can be one. */
static gboolean
begin_link (cairo_t *cr, const char *uri)
{
  g_autofree char *attributes = NULL;

  if (uri == NULL || strpbrk (uri, "'\\\n") != NULL || !g_str_is_ascii (uri))
    return FALSE;
  attributes = g_strdup_printf ("uri='%s'", uri);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  return TRUE;
}

void
_ris3_sheet_flow_draw (Ris3SheetFlow *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      gboolean is_link;

      if (line->page != page)
        continue;
      is_link = begin_link (cr, line->uri);
      cairo_set_source_rgb (cr, (line->colour >> 16 & 0xff) / 255.0, (line->colour >> 8 & 0xff) / 255.0,
                            (line->colour & 0xff) / 255.0);
      cairo_move_to (cr, line->x, line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
      if (is_link)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}
