/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A map as paths: for SVG, PDF and printers. */

#include "config.h"

#include "report/ris3-map-plate-private.h"

/* Widths of borders, times that of a thin line. */
#define THIN 0.7
#define COUNTRY 1.5

/* The tolerance for land, which is coarser than areas are. */
#define LAND_TOLERANCE 0.6

/* Widths of the outline of a region, likewise, and of what surrounds it. */
#define HIGHLIGHT 2.0
#define HALO 4.0
#define HALF 0.5

/* Lines of one colour and width, collected to be drawn at once. */
typedef struct
{
  guint32 colour;
  GArray *points; /* of Ris3Point */
  GArray *starts; /* of guint32 */
} Strand;

static void
strand_free (gpointer data)
{
  Strand *strand = data;

  g_array_unref (strand->points);
  g_array_unref (strand->starts);
  g_free (strand);
}

static void
draw_land (Ris3MapPlate *self, Ris3Canvas *canvas)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  Ris3CanvasStyle style = { .is_filled = TRUE,
                            .fill = palette->land,
                            .line = THIN * self->line,
                            .line_colour = palette->land_border,
                            .line_alpha = 1 };

  for (guint shape = 0; self->land != NULL && shape < self->land->n_shapes; shape++)
    {
      g_autoptr (GArray) rings = NULL;
      g_autoptr (GArray) points = _ris3_map_outline_simplify_shape (self->land, shape, &self->frame,
                                                                    LAND_TOLERANCE * MAX (1, self->line), &rings);
      Ris3CanvasPath path = { .points = (const Ris3Point *) (void *) points->data,
                              .starts = (const guint32 *) (void *) rings->data,
                              .n_lines = rings->len - 1,
                              .is_closed = TRUE };

      _ris3_map_plate_move (self, points);
      if (path.n_lines > 0)
        canvas->draw_path (canvas, &path, &style);
    }
}

/* "Bretagne: Explicit PM priority" (transfer full) */
static char *
describe_area (Ris3MapPlate *self, guint area)
{
  const Ris3Territory *territory = ris3_classification_get_territory (self->classification, area);
  const Ris3Region *region = ris3_boundaries_get_region (self->boundaries, territory->region);
  g_autofree char *words = ris3_classification_describe (self->classification, area);

  return g_strdup_printf ("%s: %s", ris3_region_get_shown_name (region), words);
}

static void
draw_area (Ris3MapPlate *self, Ris3Canvas *canvas, guint area, double pixel)
{
  Ris3MapOutline *outline = _ris3_map_plate_get_outline (self);
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  const Ris3Territory *territory = ris3_classification_get_territory (self->classification, area);
  Ris3Fill fill
      = ris3_class_scheme_get_fill (ris3_classification_get_scheme (self->classification), territory->klass, palette);
  guint32 first = g_array_index (outline->area_rings, guint32, area);
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autofree char *stripes_id = NULL;
  Ris3CanvasStripes stripes[2];
  Ris3CanvasStyle style = { .is_filled = TRUE, .fill = fill.colour };
  Ris3CanvasPath path = { .points = (const Ris3Point *) (void *) outline->points->data,
                          .starts = &g_array_index (outline->ring_points, guint32, first),
                          .n_lines = g_array_index (outline->area_rings, guint32, area + 1) - first,
                          .is_closed = TRUE };

  if (path.n_lines == 0)
    return;
  if (!territory->matches)
    style.fill = ris3_paint_get_faded (fill.colour, palette);
  else
    {
      style.n_stripes = _ris3_map_page_make_stripes (self->classification, fill, territory->marks, pixel, stripes);
      style.stripes = stripes;
      style.stripes_id = stripes_id
          = g_strdup_printf ("%sclass-%u-%u", self->prefix, territory->klass, territory->marks);
    }
  title = describe_area (self, area);
  id = g_strconcat (self->prefix, ris3_boundaries_get_region (self->boundaries, territory->region)->code, NULL);
  canvas->begin_group (canvas, id, title);
  canvas->draw_path (canvas, &path, &style);
  canvas->end_group (canvas);
}

/* As the paint of pixels has it: a border that would be as light as its areas is darker. */
static guint32
choose_colour (Ris3MapPlate *self, const Ris3OutlineLine *line)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (self->classification);
  const Ris3Territory *left, *right;

  if (line->kind != RIS3_OUTLINE_REGION)
    return line->kind == RIS3_OUTLINE_COAST ? palette->coast : palette->country_border;
  left = ris3_classification_get_territory (self->classification, (guint) line->left);
  right = ris3_classification_get_territory (self->classification, (guint) line->right);
  if (left->klass != right->klass || left->matches != right->matches || left->marks != right->marks)
    return palette->region_border;
  if (left->matches && left->marks & RIS3_MARK_INHERITED)
    return ris3_paint_get_inner_border (ris3_class_scheme_get_fill (scheme, left->klass, palette)) & 0xffffff;
  if (!left->matches || left->klass == ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_STRATEGY))
    return palette->land_border;
  return palette->region_border;
}

static Strand *
find_strand (GPtrArray *strands, guint32 colour)
{
  Strand *strand;
  guint32 none = 0;

  for (guint i = 0; i < strands->len; i++)
    {
      strand = g_ptr_array_index (strands, i);
      if (strand->colour == colour)
        return strand;
    }
  strand = g_new0 (Strand, 1);
  strand->colour = colour;
  strand->points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  strand->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (strand->starts, none);
  g_ptr_array_add (strands, strand);
  return strand;
}

static void
draw_lines (Ris3MapPlate *self, Ris3Canvas *canvas, Ris3OutlineKind kind, double width)
{
  Ris3MapOutline *outline = _ris3_map_plate_get_outline (self);
  g_autoptr (GPtrArray) strands = g_ptr_array_new_with_free_func (strand_free);

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const Ris3OutlineLine *line = &g_array_index (outline->lines, Ris3OutlineLine, i);
      Strand *strand;

      if (line->kind != kind)
        continue;
      strand = find_strand (strands, choose_colour (self, line));
      g_array_append_vals (strand->points, &g_array_index (outline->line_points, Ris3Point, line->first_point),
                           line->n_points);
      g_array_append_val (strand->starts, strand->points->len);
    }
  for (guint i = 0; i < strands->len; i++)
    {
      const Strand *strand = g_ptr_array_index (strands, i);
      Ris3CanvasStyle style = { .line = width, .line_colour = strand->colour, .line_alpha = 1 };
      Ris3CanvasPath path = { .points = (const Ris3Point *) (void *) strand->points->data,
                              .starts = (const guint32 *) (void *) strand->starts->data,
                              .n_lines = strand->starts->len - 1 };

      canvas->draw_path (canvas, &path, &style);
    }
}

void
_ris3_map_plate_draw_countries (Ris3MapPlate *self, Ris3Canvas *canvas)
{
  draw_lines (self, canvas, RIS3_OUTLINE_COUNTRY, COUNTRY * self->line);
}

/* Whether a leaf, or the outside, lies in a region. */
static gboolean
is_within (const Ris3Region *region, gint32 leaf)
{
  return leaf >= (gint32) region->first_leaf && leaf < (gint32) (region->first_leaf + region->n_leaves);
}

/* A light line around a dark one: it lies on any class. */
void
_ris3_map_plate_draw_region (Ris3MapPlate *self, Ris3Canvas *canvas, guint region)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, region);
  guint n_borders;
  const Ris3Border *borders = ris3_boundaries_get_borders (self->boundaries, &n_borders);
  const Ris3Point *points = ris3_boundaries_get_border_points (self->boundaries);
  Strand strand = { .points = g_array_new (FALSE, FALSE, sizeof (Ris3Point)),
                    .starts = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  Ris3CanvasStyle halo = { .line = HALO * self->line, .line_colour = palette->halo, .line_alpha = 1 };
  Ris3CanvasStyle style = { .line = HIGHLIGHT * self->line, .line_colour = palette->highlight, .line_alpha = 1 };
  Ris3CanvasPath path;
  guint32 none = 0;

  g_array_append_val (strand.starts, none);
  for (guint i = 0; i < n_borders; i++)
    {
      const Ris3Border *border = &borders[i];

      if (is_within (record, border->left) == is_within (record, border->right))
        continue;
      g_array_set_size (moved, border->n_points);
      for (guint j = 0; j < border->n_points; j++)
        g_array_index (moved, Ris3Point, j)
            = _ris3_map_outline_to_picture (&self->frame, points[border->first_point + j]);
      _ris3_map_plate_move (self, moved);
      _ris3_map_outline_simplify ((const Ris3Point *) (void *) moved->data, moved->len, HALF * self->line,
                                  strand.points);
      g_array_append_val (strand.starts, strand.points->len);
    }
  path = (Ris3CanvasPath){ .points = (const Ris3Point *) (void *) strand.points->data,
                           .starts = (const guint32 *) (void *) strand.starts->data,
                           .n_lines = strand.starts->len - 1 };
  canvas->begin_clip (canvas, self->x, self->y, self->frame.width, self->frame.height);
  canvas->draw_path (canvas, &path, &halo);
  canvas->draw_path (canvas, &path, &style);
  canvas->end_clip (canvas);
  g_array_unref (strand.points);
  g_array_unref (strand.starts);
}

void
_ris3_map_plate_draw_areas (Ris3MapPlate *self, Ris3Canvas *canvas)
{
  Ris3CanvasStyle sea = { .is_filled = TRUE, .fill = ris3_palette_get (RIS3_PALETTE_LIGHT)->sea };
  double pixel = _ris3_map_page_get_hatch_pixel (self->line);

  canvas->draw_rectangle (canvas, self->x, self->y, self->frame.width, self->frame.height, &sea);
  draw_land (self, canvas);
  _ris3_map_plate_draw_graticule (self, canvas);
  for (guint area = 0; area < ris3_classification_get_n_territories (self->classification); area++)
    draw_area (self, canvas, area, pixel);
  draw_lines (self, canvas, RIS3_OUTLINE_COAST, THIN * self->line);
  draw_lines (self, canvas, RIS3_OUTLINE_REGION, THIN * self->line);
  _ris3_map_plate_draw_countries (self, canvas);
}
