/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SVG 1.1, with paint-order of SVG 2, which older readers leave out. Cairo's own SVG has glyphs for text, and no names.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "report/ris3-canvas-private.h"

#define NAMESPACE "urn:ris3-atlas:figure"
/* Of a quarter turn: stripes are upright rectangles, turned. */
#define SQRT_2 1.4142135623730951

typedef struct
{
  Ris3Canvas canvas;
  GString *text;
  GHashTable *patterns; /* (element-type utf8): the stripes that are defined */
  GHashTable *ids;      /* (element-type utf8): of groups */
  guint n_clips;
} SvgCanvas;

static SvgCanvas *
svg_of (Ris3Canvas *self)
{
  return (SvgCanvas *) self;
}

/* A length to a tenth, without what does not matter: "12.5", "12", "-0.3". */
static void
append_length (GString *text, double length)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", length);
  end = buffer + strlen (buffer);
  if (g_str_has_suffix (buffer, ".0"))
    *(end - 2) = '\0';
  g_string_append (text, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString *text, const char *name, double length)
{
  g_string_append_printf (text, " %s=\"", name);
  append_length (text, length);
  g_string_append_c (text, '"');
}

/* Letters that XML cannot have are left out. */
static void
append_escaped (GString *text, const char *string, gssize length)
{
  const char *end = string + (length < 0 ? (gssize) strlen (string) : length);

  for (const char *at = string; at < end; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '<')
        g_string_append (text, "&lt;");
      else if (letter == '>')
        g_string_append (text, "&gt;");
      else if (letter == '&')
        g_string_append (text, "&amp;");
      else if (letter == '"')
        g_string_append (text, "&quot;");
      else if (letter >= 0x20 || letter == '\t' || letter == '\n')
        {
          if (letter != 0xfffe && letter != 0xffff)
            g_string_append_unichar (text, letter);
        }
    }
}

static void
append_element (GString *text, const char *name, const char *content)
{
  g_string_append_printf (text, "<%s>", name);
  append_escaped (text, content, -1);
  g_string_append_printf (text, "</%s>\n", name);
}

static void
begin_group (Ris3Canvas *self, const char *id, const char *title)
{
  GString *text = svg_of (self)->text;
  g_autofree char *unique = g_strdup (id);

  g_string_append (text, "<g");
  if (id != NULL)
    {
      /* A small state is on the map, and in an inset. */
      for (guint i = 2; !g_hash_table_add (svg_of (self)->ids, g_strdup (unique)); i++)
        {
          g_free (unique);
          unique = g_strdup_printf ("%s-%u", id, i);
        }
      g_string_append (text, " id=\"");
      append_escaped (text, unique, -1);
      g_string_append_c (text, '"');
    }
  g_string_append (text, ">");
  if (title != NULL)
    append_element (text, "title", title);
}

static void
end_group (Ris3Canvas *self)
{
  g_string_append (svg_of (self)->text, "</g>\n");
}

static void
append_rectangle (GString *text, double x, double y, double width, double height)
{
  g_string_append (text, "<rect");
  append_attribute (text, "x", x);
  append_attribute (text, "y", y);
  append_attribute (text, "width", width);
  append_attribute (text, "height", height);
}

static void
begin_clip (Ris3Canvas *self, double x, double y, double width, double height)
{
  GString *text = svg_of (self)->text;
  guint clip = ++svg_of (self)->n_clips;

  g_string_append_printf (text, "<clipPath id=\"clip-%u\">", clip);
  append_rectangle (text, x, y, width, height);
  g_string_append_printf (text, "/></clipPath>\n<g clip-path=\"url(#clip-%u)\">\n", clip);
}

static void
define_stripes (SvgCanvas *self, const Ris3CanvasStyle *style)
{
  double size = 0;

  if (!g_hash_table_add (self->patterns, g_strdup (style->stripes_id)))
    return;
  for (guint i = 0; i < style->n_stripes; i++)
    size = MAX (size, style->stripes[i].distance / SQRT_2);
  g_string_append_printf (self->text, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\"", style->stripes_id);
  g_string_append_printf (self->text, " patternTransform=\"rotate(%d)\"", style->stripes[0].falls ? -45 : 45);
  append_attribute (self->text, "width", size);
  append_attribute (self->text, "height", size);
  g_string_append (self->text, ">");
  append_rectangle (self->text, 0, 0, size, size);
  g_string_append_printf (self->text, " fill=\"#%06x\"/>", style->fill);
  for (guint i = 0; i < style->n_stripes; i++)
    {
      const Ris3CanvasStripes *stripes = &style->stripes[i];

      /* To 0.1, as the pattern itself. */
      for (double at = 0; at < size - 0.1; at += stripes->distance / SQRT_2)
        {
          append_rectangle (self->text, at, 0, stripes->width / SQRT_2, size);
          g_string_append_printf (self->text, " fill=\"#%06x\"/>", stripes->colour);
        }
    }
  g_string_append (self->text, "</pattern>\n");
}

static void
append_style (SvgCanvas *self, const Ris3CanvasStyle *style)
{
  if (style->n_stripes > 0)
    g_string_append_printf (self->text, " fill=\"url(#%s)\"", style->stripes_id);
  else if (style->is_filled)
    g_string_append_printf (self->text, " fill=\"#%06x\"", style->fill);
  else
    g_string_append (self->text, " fill=\"none\"");
  if (style->line > 0)
    {
      g_string_append_printf (self->text, " stroke=\"#%06x\" stroke-linejoin=\"round\"", style->line_colour);
      append_attribute (self->text, "stroke-width", style->line);
      if (style->line_alpha < 1)
        append_attribute (self->text, "stroke-opacity", style->line_alpha);
    }
  g_string_append (self->text, "/>\n");
}

static void
draw_rectangle (Ris3Canvas *self, double x, double y, double width, double height, const Ris3CanvasStyle *style)
{
  if (style->n_stripes > 0)
    define_stripes (svg_of (self), style);
  append_rectangle (svg_of (self)->text, x + style->line / 2, y + style->line / 2, width - style->line,
                    height - style->line);
  append_style (svg_of (self), style);
}

static void
draw_circle (Ris3Canvas *self, double x, double y, double radius, const Ris3CanvasStyle *style)
{
  GString *text = svg_of (self)->text;

  g_string_append (text, "<circle");
  append_attribute (text, "cx", x);
  append_attribute (text, "cy", y);
  append_attribute (text, "r", radius);
  append_style (svg_of (self), style);
}

static double
round_length (double length)
{
  return round (10 * length) / 10;
}

/* Each point is told from the one before, as it is written: what is left out by rounding does not add up. */
static void
append_line (GString *text, const Ris3Point *points, guint32 n, gboolean is_closed)
{
  double x = 0, y = 0;

  for (guint32 i = 0; i < n; i++)
    {
      double next_x = round_length (points[i].x), next_y = round_length (points[i].y);

      if (i > 0 && next_x == x && next_y == y)
        continue;
      g_string_append (text, i == 0 ? "M" : " ");
      append_length (text, i == 0 ? next_x : next_x - x);
      g_string_append_c (text, ' ');
      append_length (text, i == 0 ? next_y : next_y - y);
      if (i == 0)
        g_string_append_c (text, 'l');
      x = next_x;
      y = next_y;
    }
  if (text->str[text->len - 1] == 'l')
    g_string_append (text, "0 0");
  if (is_closed)
    g_string_append_c (text, 'z');
}

static void
draw_path (Ris3Canvas *self, const Ris3CanvasPath *path, const Ris3CanvasStyle *style)
{
  GString *text = svg_of (self)->text;

  if (path->n_lines == 0)
    return;
  if (style->n_stripes > 0)
    define_stripes (svg_of (self), style);
  g_string_append (text, path->is_closed && path->n_lines > 1 ? "<path fill-rule=\"evenodd\" d=\"" : "<path d=\"");
  for (guint i = 0; i < path->n_lines; i++)
    if (path->starts[i + 1] > path->starts[i])
      append_line (text, path->points + path->starts[i], path->starts[i + 1] - path->starts[i], path->is_closed);
  g_string_append_c (text, '"');
  append_style (svg_of (self), style);
}

static const PangoColor *
find_foreground (const PangoItem *item)
{
  for (GSList *i = item->analysis.extra_attrs; i != NULL; i = i->next)
    {
      const PangoAttribute *attribute = i->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        return &((const PangoAttrColor *) attribute)->color;
    }
  return NULL;
}

static void
append_run (GString *text, const char *string, const PangoItem *item)
{
  PangoFontDescription *font = pango_font_describe_with_absolute_size (item->analysis.font);
  const PangoColor *colour = find_foreground (item);

  g_string_append (text, "<tspan font-family=\"");
  append_escaped (text, pango_font_description_get_family (font), -1);
  g_string_append (text, ", sans-serif\"");
  append_attribute (text, "font-size", pango_font_description_get_size (font) / (double) PANGO_SCALE);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD)
    g_string_append (text, " font-weight=\"bold\"");
  if (colour != NULL)
    g_string_append_printf (text, " fill=\"#%02x%02x%02x\"", colour->red >> 8, colour->green >> 8, colour->blue >> 8);
  g_string_append_c (text, '>');
  /* What an ellipsis stands for is not on the page. */
  if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    g_string_append (text, "…");
  else
    append_escaped (text, string + item->offset, item->length);
  g_string_append (text, "</tspan>");
  pango_font_description_free (font);
}

/* One element a line: another program's fonts are wider or narrower, and then lines still begin where they should. */
static void
draw_text (Ris3Canvas *self, PangoLayout *layout, double x, double y, guint32 colour, double halo, gboolean is_right)
{
  GString *text = svg_of (self)->text;
  const char *string = pango_layout_get_text (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean is_in_line = FALSE;

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle place;

      if (run == NULL)
        {
          if (is_in_line)
            g_string_append (text, "</text>\n");
          is_in_line = FALSE;
          continue;
        }
      if (!is_in_line)
        {
          pango_layout_iter_get_line_extents (iter, NULL, &place);
          g_string_append (text, "<text xml:space=\"preserve\"");
          append_attribute (text, "x", x + (place.x + (is_right ? place.width : 0)) / (double) PANGO_SCALE);
          append_attribute (text, "y", y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
          g_string_append_printf (text, " fill=\"#%06x\"", colour);
          if (is_right)
            g_string_append (text, " text-anchor=\"end\"");
          if (halo > 0)
            {
              g_string_append (text, " paint-order=\"stroke\" stroke=\"#ffffff\" stroke-linejoin=\"round\"");
              append_attribute (text, "stroke-width", halo);
            }
          g_string_append_c (text, '>');
          is_in_line = TRUE;
        }
      append_run (text, string, run->item);
    }
  while (pango_layout_iter_next_run (iter));
  if (is_in_line)
    g_string_append (text, "</text>\n");
  pango_layout_iter_free (iter);
}

Ris3Canvas *
_ris3_canvas_svg_new (const Ris3CanvasSvgHead *head)
{
  SvgCanvas *self;

  g_return_val_if_fail (head != NULL && head->title != NULL && head->description != NULL, NULL);
  self = g_new0 (SvgCanvas, 1);
  self->canvas = (Ris3Canvas){
    .begin_group = begin_group,
    .end_group = end_group,
    .begin_clip = begin_clip,
    .end_clip = end_group,
    .draw_rectangle = draw_rectangle,
    .draw_circle = draw_circle,
    .draw_path = draw_path,
    .draw_text = draw_text,
  };
  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  g_string_append (self->text, " xml:lang=\"");
  append_escaped (self->text, head->language, -1);
  g_string_append (self->text, "\" width=\"");
  append_length (self->text, head->millimetres_wide);
  g_string_append (self->text, "mm\" height=\"");
  append_length (self->text, head->millimetres_high);
  g_string_append (self->text, "mm\" viewBox=\"0 0 ");
  append_length (self->text, head->width);
  g_string_append_c (self->text, ' ');
  append_length (self->text, head->height);
  g_string_append (self->text, "\" role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">");
  append_escaped (self->text, head->title, -1);
  g_string_append (self->text, "</title>\n<desc id=\"description\">");
  append_escaped (self->text, head->description, -1);
  g_string_append (self->text, "</desc>\n");
  if (head->recipe != NULL)
    {
      g_string_append (self->text, "<metadata><recipe xmlns=\"" NAMESPACE "\">");
      append_escaped (self->text, head->recipe, -1);
      g_string_append (self->text, "</recipe></metadata>\n");
    }
  return &self->canvas;
}

GString *
_ris3_canvas_svg_end (Ris3Canvas *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  text = svg_of (self)->text;
  g_string_append (text, "</svg>\n");
  g_hash_table_unref (svg_of (self)->patterns);
  g_hash_table_unref (svg_of (self)->ids);
  g_free (self);
  return text;
}
