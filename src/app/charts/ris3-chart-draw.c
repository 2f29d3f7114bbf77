/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How figures look. */

#include "config.h"

#include "app/charts/ris3-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-drawing.h"
#include "map/ris3-colour-set.h"
#include "map/ris3-colour-vision.h"
#include "map/ris3-strategy-summary.h"

#define COLOURS "blues"
/* Of the bars, that many of so many: 3:1 against a card, in light and in dark style. */
#define N_BAR_CLASSES 5
#define BAR_CLASS 3
#define DARK_BAR_CLASS 2
#define N_CELL_CLASSES 7

#define LABEL_MAX 230
/* Where a name is longer, all have room for two lines. */
#define ONE_LINE_MAX 180
#define GAP 8
#define PADDING 4
#define CELL_MIN 34
#define CELL_LEAST 24
#define SCROLLBAR_HEIGHT 22
#define RADIUS 3
/* Of the line that is what is selected. */
#define SELECTED_HEIGHT 6
/* A lightness of CIELAB on which dark text is read better than light text. */
#define MIDDLE 58

static guint32
get_colour (guint i, guint n)
{
  const Ris3ColourSet *set = NULL;
  gboolean reversed;

  ris3_colour_set_from_text (COLOURS, &set, &reversed);
  return ris3_colour_set_get_colour (set, FALSE, i, n, ris3_drawing_get_palette ()->name);
}

static guint32
get_bar_colour (void)
{
  gboolean dark = ris3_drawing_get_palette ()->name == RIS3_PALETTE_DARK;

  return get_colour (dark ? DARK_BAR_CLASS : BAR_CLASS, N_BAR_CLASSES);
}

/* Of the second of two maps: of another lightness, and framed besides. */
static guint32
get_second_colour (void)
{
  gboolean dark = ris3_drawing_get_palette ()->name == RIS3_PALETTE_DARK;

  return get_colour (dark ? N_BAR_CLASSES - 1 : 0, N_BAR_CLASSES);
}

static char *
describe_number (Ris3Chart *self, guint row, gboolean is_second)
{
  guint n = is_second ? ris3_chart_data_get_second (self->data, row, 0) : ris3_chart_data_get_cell (self->data, row, 0);
  g_autofree char *share = ris3_share_to_text (n, is_second ? ris3_chart_data_get_second_base (self->data)
                                                            : ris3_chart_data_get_base (self->data));

  /* Translators: at a bar: a number, and what share of all it is: “24 · 11 %”. */
  return g_strdup_printf (_ ("%'u · %s"), n, share);
}

static int
get_text_width (Ris3Chart *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

gboolean
_ris3_chart_is_bars (Ris3Chart *self)
{
  return self->data == NULL || ris3_chart_kind_is_bars (ris3_chart_data_get_kind (self->data));
}

static gboolean
has_second (Ris3Chart *self)
{
  return self->data != NULL && ris3_chart_data_has_second (self->data);
}

void
_ris3_chart_measure_texts (Ris3Chart *self)
{
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0g");

  pango_layout_get_pixel_size (line, NULL, &self->line);
  self->cell = MAX (CELL_MIN, get_text_width (self, has_second (self) ? "00 → 00" : "000") + 2 * PADDING);
  self->narrow = self->cell;
  if (!has_second (self) && self->data != NULL && ris3_chart_data_get_maximum (self->data) < 100)
    self->narrow = MAX (CELL_LEAST, get_text_width (self, "00") + PADDING);
  self->label = self->number = 0;
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_autofree char *number = describe_number (self, i, FALSE);
      g_autofree char *second = has_second (self) ? describe_number (self, i, TRUE) : NULL;

      if (second != NULL)
        self->number = MAX (self->number, get_text_width (self, second));
      self->label = MAX (self->label, get_text_width (self, ris3_chart_data_get_row (self->data, i)->title));
      self->number = MAX (self->number, get_text_width (self, number));
    }
}

void
_ris3_chart_lay_out (Ris3Chart *self, int width, Ris3ChartLayout *layout)
{
  *layout = (Ris3ChartLayout){ .line = self->line, .row = self->line + 2 * PADDING };
  layout->label = MIN (self->label, LABEL_MAX);
  if (_ris3_chart_is_bars (self))
    layout->label = MIN (layout->label, MAX (width * 9 / 20, 90));
  /* However wide it is, as its height is to follow from what it shows alone. */
  layout->lines = self->label > ONE_LINE_MAX ? 2 : 1;
  /* Two maps have a bar each. */
  if (has_second (self) && _ris3_chart_is_bars (self))
    layout->lines = 2;
  layout->row += (layout->lines - 1) * self->line;
  if (has_second (self))
    layout->key = self->line + 2 * PADDING;
  layout->head = layout->key;
  if (_ris3_chart_is_bars (self))
    {
      layout->foot = self->line + 2 * PADDING;
      layout->column = MAX (40, width - layout->label - self->number - 3 * GAP);
      return;
    }
  layout->head += self->line + 2 * PADDING;
  /* The bar that it is scrolled by would lie on the last row. */
  layout->foot = SCROLLBAR_HEIGHT;
  /* All countries are to be seen at once, if they can be. */
  layout->column = self->cell;
  if (width > 0 && self->data != NULL)
    layout->column = CLAMP ((width - layout->label - GAP) / MAX ((int) ris3_chart_data_get_n_columns (self->data), 1),
                            self->narrow, self->cell);
}

void
_ris3_chart_place_cell (Ris3Chart *self,
                        const Ris3ChartLayout *layout,
                        guint row,
                        guint column,
                        graphene_rect_t *bounds)
{
  if (_ris3_chart_is_bars (self))
    graphene_rect_init (bounds, 0, (float) layout->head + (float) row * (float) layout->row,
                        (float) gtk_widget_get_width (GTK_WIDGET (self)), (float) layout->row);
  else
    graphene_rect_init (bounds, (float) (layout->label + GAP) + (float) column * (float) layout->column,
                        (float) layout->head + (float) row * (float) layout->row, (float) layout->column,
                        (float) layout->row);
}

/* align: 0 to the left, 0.5 in the middle, 1 to the right of x to x + width */
static void
append_text (Ris3Chart *self,
             GtkSnapshot *snapshot,
             const char *text,
             double x,
             double y,
             double width,
             double align,
             const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int used;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &used, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + MAX (0, width - used) * align), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A name at the left of a row, in as many lines as there is room for. */
static void
append_name (Ris3Chart *self,
             GtkSnapshot *snapshot,
             const Ris3ChartLayout *layout,
             const char *name,
             double y,
             const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) lines = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  int height;

  pango_layout_set_width (lines, MAX (layout->label, 1) * PANGO_SCALE);
  pango_layout_set_height (lines, -layout->lines);
  pango_layout_set_wrap (lines, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (lines, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (lines, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (lines, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) floor (y + (layout->row - height) / 2.0)));
  gtk_snapshot_append_layout (snapshot, lines, colour);
  gtk_snapshot_restore (snapshot);
}

/* Where a single line is, in the middle of a row. */
static double
get_line_y (const Ris3ChartLayout *layout, double y)
{
  return y + floor ((layout->row - layout->line) / 2.0);
}

static void
append_frame (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float width, const GdkRGBA *colour)
{
  ris3_drawing_append_frame (snapshot, bounds, RADIUS, width, colour);
}

/* 1, 2 or 5 and zeros: of steps of an axis up to the highest number, at most four. */
static guint
find_step (guint maximum)
{
  static const guint steps[] = { 1, 2, 5 };

  for (guint unit = 1; unit < G_MAXUINT / 100; unit *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * unit * 4 >= maximum)
        return steps[i] * unit;
  return maximum;
}

static void
draw_axis (Ris3Chart *self, GtkSnapshot *snapshot, const Ris3ChartLayout *layout, const GdkRGBA *text)
{
  GdkRGBA line = *text, faint = *text;
  guint maximum = ris3_chart_data_get_maximum (self->data), step = find_step (maximum);
  double x0 = layout->label + GAP, top = layout->head, bottom = top + self->n_rows * layout->row;

  line.alpha *= 0.5f;
  faint.alpha *= 0.14f;
  for (guint n = 0; n <= maximum; n += step)
    {
      double x = x0 + (maximum > 0 ? (double) layout->column * n / maximum : 0);
      g_autofree char *number = g_strdup_printf ("%'u", n);

      gtk_snapshot_append_color (snapshot, n == 0 ? &line : &faint,
                                 &GRAPHENE_RECT_INIT (roundf ((float) x), (float) top, 1, (float) (bottom - top)));
      append_text (self, snapshot, number, x - 40, bottom + PADDING, 80, 0.5, text);
      if (maximum == 0)
        break;
    }
  /* What it counts. */
  append_text (self, snapshot, C_ ("axis of a chart", "Strategies"), 0, bottom + PADDING, layout->label, 1, text);
}

/* The part of a bar, or of the lower edge of a cell, that is selected: a line within it, which has two colours, one of
 * which stands out from any other. */
static void
draw_selected (GtkSnapshot *snapshot, const graphene_rect_t *bounds, guint n_selected, guint n)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  GdkRGBA line = ris3_drawing_get_rgba (palette->highlight), halo = ris3_drawing_get_rgba (palette->halo);
  graphene_rect_t drawn = *bounds;

  if (n_selected == 0 || n == 0)
    return;
  drawn.size.width = MAX (SELECTED_HEIGHT, bounds->size.width * (float) n_selected / (float) n);
  gtk_snapshot_append_color (snapshot, &halo, &drawn);
  graphene_rect_inset (&drawn, 1, 1);
  gtk_snapshot_append_color (snapshot, &line, &drawn);
}

static double
get_half_y (const Ris3ChartLayout *layout, float y, float height)
{
  return floor (y + (height - (float) layout->line) / 2);
}

static void
append_second (GtkSnapshot *snapshot, const graphene_rect_t *bounds, gboolean is_filled)
{
  GdkRGBA fill = ris3_drawing_get_rgba (get_second_colour ()), frame = ris3_drawing_get_rgba (get_bar_colour ());

  if (is_filled)
    gtk_snapshot_append_color (snapshot, &fill, bounds);
  append_frame (snapshot, bounds, 1, &frame);
}

/* first: where the bar of the first map is */
static void
draw_second_bar (Ris3Chart *self,
                 GtkSnapshot *snapshot,
                 const Ris3ChartLayout *layout,
                 guint row,
                 const graphene_rect_t *first,
                 const GdkRGBA *text)
{
  const Ris3ChartValue *value = ris3_chart_data_get_row (self->data, row);
  guint maximum = ris3_chart_data_get_maximum (self->data);
  double length = maximum > 0 ? (double) layout->column * value->n_second / maximum : 0;
  g_autofree char *number = describe_number (self, row, TRUE);
  graphene_rect_t bounds = *first;

  bounds.origin.y += bounds.size.height;
  bounds.size.width = (float) MAX (length, 1);
  append_second (snapshot, &bounds,
                 value->id != NULL && (!ris3_chart_data_has_chosen (self->data) || value->is_chosen));
  append_text (self, snapshot, number, layout->label + 2 * GAP + MAX (length, 1),
               get_half_y (layout, bounds.origin.y, bounds.size.height), self->number + GAP, 0, text);
}

/* Which map is which. */
static void
draw_key (Ris3Chart *self, GtkSnapshot *snapshot, const Ris3ChartLayout *layout, const GdkRGBA *text)
{
  float side = (float) layout->line * 0.75f, y = PADDING + ((float) layout->line - side) / 2;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA colour = ris3_drawing_get_rgba (get_bar_colour ());
  double x = 0;

  if (!_ris3_chart_is_bars (self))
    {
      /* Translators: what the two numbers of a cell are: “2014–2020 → 2021–2027”. */
      g_autofree char *words = g_strdup_printf (C_ ("chart", "In each cell: %s → %s"),
                                                ris3_chart_data_get_side_title (self->data, RIS3_SIDE_FIRST),
                                                ris3_chart_data_get_side_title (self->data, RIS3_SIDE_SECOND));

      append_text (self, snapshot, words, 0, PADDING, width, 0, text);
      return;
    }
  for (Ris3Side i = 0; i < RIS3_N_SIDES; i++)
    {
      const char *title = ris3_chart_data_get_side_title (self->data, i);
      graphene_rect_t swatch = GRAPHENE_RECT_INIT ((float) x, y, side, side);
      double room = width / 2.0 - side - 2 * GAP;

      if (i == RIS3_SIDE_FIRST)
        gtk_snapshot_append_color (snapshot, &colour, &swatch);
      else
        append_second (snapshot, &swatch, TRUE);
      append_text (self, snapshot, title, x + side + GAP / 2.0, PADDING, room, 0, text);
      x += side + GAP / 2.0 + MIN (room, get_text_width (self, title)) + 2 * GAP;
    }
}

static void
draw_bar (Ris3Chart *self, GtkSnapshot *snapshot, const Ris3ChartLayout *layout, guint row, const GdkRGBA *text)
{
  const Ris3ChartValue *value = ris3_chart_data_get_row (self->data, row);
  guint maximum = ris3_chart_data_get_maximum (self->data);
  double y = layout->head + (double) row * layout->row;
  double length = maximum > 0 ? (double) layout->column * value->n_strategies / maximum : 0;
  float height = (float) layout->row - PADDING;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (layout->label + GAP), (float) y + PADDING / 2.0f,
                                               (float) MAX (length, 1), has_second (self) ? height / 2 : height);
  g_autofree char *number = describe_number (self, row, FALSE);
  double number_y = get_line_y (layout, y);
  GdkRGBA colour = ris3_drawing_get_rgba (get_bar_colour ());

  append_name (self, snapshot, layout, value->title, y, text);
  if (value->id == NULL)
    {
      /* It is no value. */
      colour = *text;
      colour.alpha *= 0.6f;
      append_frame (snapshot, &bounds, 1.5f, &colour);
    }
  else if (ris3_chart_data_has_chosen (self->data) && !value->is_chosen)
    append_frame (snapshot, &bounds, 1.5f, &colour);
  else
    gtk_snapshot_append_color (snapshot, &colour, &bounds);
  draw_selected (snapshot,
                 &GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y + (bounds.size.height - SELECTED_HEIGHT) / 2,
                                      bounds.size.width, SELECTED_HEIGHT),
                 ris3_chart_data_get_selected (self->data, row, 0), value->n_strategies);
  if (has_second (self))
    {
      draw_second_bar (self, snapshot, layout, row, &bounds, text);
      number_y = get_half_y (layout, bounds.origin.y, bounds.size.height);
    }
  append_text (self, snapshot, number, layout->label + 2 * GAP + MAX (length, 1), number_y, self->number + GAP, 0,
               text);
}

static void
draw_cell (Ris3Chart *self,
           GtkSnapshot *snapshot,
           const Ris3ChartLayout *layout,
           guint row,
           guint column,
           const GdkRGBA *text)
{
  guint n = ris3_chart_data_get_cell (self->data, row, column);
  guint maximum = ris3_chart_data_get_maximum (self->data);
  graphene_rect_t bounds;
  guint n_second = ris3_chart_data_get_second (self->data, row, column);
  /* Translators: numbers of two maps in a cell of a chart. */
  g_autofree char *number
      = has_second (self) ? g_strdup_printf (C_ ("chart", "%'u → %'u"), n, n_second) : g_strdup_printf ("%'u", n);
  guint greatest = MAX (n, n_second);
  GdkRGBA ink = *text, line = *text;
  guint32 colour;

  _ris3_chart_place_cell (self, layout, row, column, &bounds);
  graphene_rect_inset (&bounds, 1, 1);
  line.alpha *= 0.2f;
  if (greatest == 0)
    {
      append_frame (snapshot, &bounds, 1, &line);
      return;
    }
  colour = get_colour ((guint) floor ((double) (greatest - 1) * N_CELL_CLASSES / maximum), N_CELL_CLASSES);
  if (ris3_chart_data_has_chosen (self->data) && !ris3_chart_data_is_chosen (self->data, row, column))
    append_frame (snapshot, &bounds, 1.5f, &(GdkRGBA){ line.red, line.green, line.blue, line.alpha * 2 });
  else
    {
      GdkRGBA fill = ris3_drawing_get_rgba (colour);

      gtk_snapshot_append_color (snapshot, &fill, &bounds);
      ink = ris3_vision_get_lab (RIS3_VISION_NORMAL, colour).l > MIDDLE ? (GdkRGBA){ 0, 0, 0, 1 }
                                                                        : (GdkRGBA){ 1, 1, 1, 1 };
    }
  draw_selected (snapshot,
                 &GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y + bounds.size.height - SELECTED_HEIGHT,
                                      bounds.size.width, SELECTED_HEIGHT),
                 ris3_chart_data_get_selected (self->data, row, column), n);
  append_text (self, snapshot, number, bounds.origin.x, get_line_y (layout, layout->head + (double) row * layout->row),
               bounds.size.width, 0.5, &ink);
}

static void
draw_cells (Ris3Chart *self, GtkSnapshot *snapshot, const Ris3ChartLayout *layout, const GdkRGBA *text)
{
  for (guint column = 0; column < ris3_chart_data_get_n_columns (self->data); column++)
    {
      const Ris3ChartValue *value = ris3_chart_data_get_column (self->data, column);

      append_text (self, snapshot, value->id != NULL ? value->id : "–",
                   layout->label + GAP + (double) column * layout->column, layout->key + PADDING, layout->column, 0.5,
                   text);
    }
  for (guint row = 0; row < self->n_rows; row++)
    {
      append_name (self, snapshot, layout, ris3_chart_data_get_row (self->data, row)->title,
                   layout->head + (double) row * layout->row, text);
      for (guint column = 0; column < ris3_chart_data_get_n_columns (self->data); column++)
        draw_cell (self, snapshot, layout, row, column, text);
    }
}

static void
draw_around (Ris3Chart *self, GtkSnapshot *snapshot, gint row, gint column, gboolean is_focus, const GdkRGBA *text)
{
  graphene_rect_t bounds;
  GdkRGBA colour = *text;

  if (row < 0 || column < 0 || !ris3_chart_get_cell_bounds (self, (guint) row, (guint) column, &bounds))
    return;
  if (is_focus)
    append_frame (snapshot, &bounds, 2, &colour);
  else
    {
      colour.alpha *= 0.1f;
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
    }
}

void
_ris3_chart_draw (Ris3Chart *self, GtkSnapshot *snapshot)
{
  Ris3ChartLayout layout;
  GdkRGBA text;

  if (self->data == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  _ris3_chart_lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), &layout);
  draw_around (self, snapshot, self->hover_row, self->hover_column, FALSE, &text);
  if (has_second (self))
    draw_key (self, snapshot, &layout, &text);
  if (_ris3_chart_is_bars (self))
    {
      draw_axis (self, snapshot, &layout, &text);
      for (guint row = 0; row < self->n_rows; row++)
        draw_bar (self, snapshot, &layout, row, &text);
    }
  else
    draw_cells (self, snapshot, &layout, &text);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    draw_around (self, snapshot, self->focus_row, self->focus_column, TRUE, &text);
}
