/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-drawing.h"
#include "map/ris3-land.h"
#include "map/ris3-region-raster.h"

#define HEIGHT 260
/* Around the areas, times their longer side. */
#define MARGIN 0.06
#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 16

/* What a picture is made of. */
typedef struct
{
  Ris3Boundaries *boundaries;
  Ris3Boundaries *frame;
  Ris3Shapes *land;
  guint8 *matches;
  const Ris3Palette *palette;
  guint scale;
  guint width;
  guint height;
} Picture;

struct _Ris3BoundaryPreview
{
  GtkWidget parent_instance;

  Picture wanted;
  Picture drawn; /* of the texture; only its size, scale and palette are used */
  Picture begun; /* the same of what is being drawn */
  guint counts[RIS3_N_MATCHES];
  GdkTexture *texture;
  GCancellable *cancellable; /* of what is being drawn; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryPreview, ris3_boundary_preview, GTK_TYPE_WIDGET)

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&picture->frame, ris3_boundaries_unref);
  g_clear_pointer (&picture->land, ris3_shapes_unref);
  g_clear_pointer (&picture->matches, g_free);
}

static void
picture_free (gpointer data)
{
  picture_clear (data);
  g_free (data);
}

static Picture *
picture_copy (const Picture *picture)
{
  Picture *copy = g_memdup2 (picture, sizeof *picture);
  guint n_leaves = ris3_boundaries_get_shapes (picture->boundaries)->n_shapes;

  copy->boundaries = ris3_boundaries_ref (picture->boundaries);
  copy->frame = ris3_boundaries_ref (picture->frame);
  copy->land = picture->land != NULL ? ris3_shapes_ref (picture->land) : NULL;
  copy->matches = g_memdup2 (picture->matches, n_leaves + 1);
  return copy;
}

static gboolean
looks_alike (const Picture *a, const Picture *b)
{
  return a->palette == b->palette && a->scale == b->scale && a->width == b->width && a->height == b->height;
}

/* Without what is overseas, if there is anything else: it would make a dot of the rest. */
static Ris3Box
find_extent (Ris3Boundaries *boundaries)
{
  const Ris3Box *boxes = ris3_boundaries_get_shapes (boundaries)->shape_boxes;
  guint n_leaves = ris3_boundaries_get_shapes (boundaries)->n_shapes;
  Ris3Box near = RIS3_BOX_EMPTY, all = RIS3_BOX_EMPTY, *box = &near;
  double margin;

  for (guint leaf = 0; leaf < n_leaves; leaf++)
    {
      guint region = ris3_boundaries_get_leaf_region (boundaries, leaf);

      ris3_box_add_box (&all, &boxes[leaf]);
      if (!ris3_boundaries_get_region (boundaries, region)->is_overseas)
        ris3_box_add_box (&near, &boxes[leaf]);
    }
  if (near.x1 < near.x0)
    box = &all;
  margin = MARGIN * MAX (box->x1 - box->x0, box->y1 - box->y0);
  return (Ris3Box){ box->x0 - margin, box->y0 - margin, box->x1 + margin, box->y1 + margin };
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Picture *picture = task_data;
  g_autoptr (Ris3Shapes) land = ris3_land_add_countries (picture->land, picture->frame);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (picture->boundaries, land);
  g_autoptr (Ris3Paint) paint
      = ris3_match_paint_new (picture->boundaries, picture->matches, land, picture->palette, picture->scale);
  Ris3Box box = find_extent (picture->boundaries);
  Ris3Frame frame = ris3_frame_of_box (&box, picture->width, picture->height);
  gsize stride = frame.width * sizeof (guint32);
  guint32 *pixels;
  g_autoptr (GBytes) bytes = NULL;

  ris3_region_raster_fill (raster, &frame);
  pixels = g_malloc (stride * frame.height);
  ris3_region_raster_shade (raster, paint, pixels, stride);
  bytes = g_bytes_new_take (pixels, stride * frame.height);
  g_task_return_pointer (task, gdk_memory_texture_new (frame.width, frame.height, GDK_MEMORY_DEFAULT, bytes, stride),
                         g_object_unref);
}

static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3BoundaryPreview *self = RIS3_BOUNDARY_PREVIEW (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else is to be shown since. */
  if (texture == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->texture, texture);
  self->drawn = self->begun;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop (Ris3BoundaryPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Begins to draw, unless what is drawn or being drawn is what is wanted. */
static void
want (Ris3BoundaryPreview *self, guint width, guint height)
{
  g_autoptr (GTask) task = NULL;

  self->wanted.scale = CLAMP (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1, 4);
  self->wanted.palette = ris3_drawing_get_palette ();
  self->wanted.width = width * self->wanted.scale;
  self->wanted.height = height * self->wanted.scale;
  if (self->wanted.boundaries == NULL || (self->texture != NULL && looks_alike (&self->drawn, &self->wanted))
      || (self->cancellable != NULL && looks_alike (&self->begun, &self->wanted)))
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->begun = (Picture){ .palette = self->wanted.palette,
                           .scale = self->wanted.scale,
                           .width = self->wanted.width,
                           .height = self->wanted.height };
  task = g_task_new (self, self->cancellable, on_drawn_cb, NULL);
  g_task_set_task_data (task, picture_copy (&self->wanted), picture_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
ris3_boundary_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3BoundaryPreview *self = RIS3_BOUNDARY_PREVIEW (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA sea = ris3_drawing_get_rgba (palette->sea);
  GskRoundedRect shape;

  if (width <= 0 || height <= 0)
    return;
  want (self, width, height);
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), 12);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &sea, &shape.bounds);
  /* While it is drawn in another size, the former one as it is. */
  if (self->texture != NULL && self->drawn.palette == palette)
    {
      float w = (float) self->drawn.width / self->drawn.scale, h = (float) self->drawn.height / self->drawn.scale;

      gtk_snapshot_append_texture (snapshot, self->texture,
                                   &GRAPHENE_RECT_INIT ((width - w) / 2, (height - h) / 2, w, h));
    }
  gtk_snapshot_pop (snapshot);
}

static void
ris3_boundary_preview_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
ris3_boundary_preview_dispose (GObject *object)
{
  Ris3BoundaryPreview *self = RIS3_BOUNDARY_PREVIEW (object);

  stop (self);
  picture_clear (&self->wanted);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (ris3_boundary_preview_parent_class)->dispose (object);
}

static void
ris3_boundary_preview_class_init (Ris3BoundaryPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_preview_dispose;
  widget_class->snapshot = ris3_boundary_preview_snapshot;
  widget_class->measure = ris3_boundary_preview_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ris3_boundary_preview_init (Ris3BoundaryPreview *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
tell (Ris3BoundaryPreview *self, guint n_leaves)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Map of %u area", "Map of %u areas", n_leaves), n_leaves);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ris3_boundary_preview_show (Ris3BoundaryPreview *self,
                            Ris3Boundaries *boundaries,
                            Ris3Boundaries *frame,
                            Ris3Shapes *land,
                            const Ris3BoundaryMatch *codes)
{
  guint n_leaves;

  g_return_if_fail (RIS3_IS_BOUNDARY_PREVIEW (self) && boundaries != NULL && frame != NULL && codes != NULL);
  stop (self);
  picture_clear (&self->wanted);
  g_clear_object (&self->texture);
  self->wanted.boundaries = ris3_boundaries_ref (boundaries);
  self->wanted.frame = ris3_boundaries_ref (frame);
  self->wanted.land = land != NULL ? ris3_shapes_ref (land) : NULL;
  self->wanted.matches = ris3_match_find (boundaries, codes);
  n_leaves = ris3_boundaries_get_shapes (boundaries)->n_shapes;
  memset (self->counts, 0, sizeof self->counts);
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    self->counts[self->wanted.matches[leaf]]++;
  tell (self, n_leaves);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ris3_boundary_preview_count (Ris3BoundaryPreview *self, Ris3Match match)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_PREVIEW (self) && match < RIS3_N_MATCHES, 0);
  return self->counts[match];
}

gboolean
ris3_boundary_preview_is_drawn (Ris3BoundaryPreview *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_PREVIEW (self), FALSE);
  return self->texture != NULL && self->cancellable == NULL;
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  guint scale = CLAMP (gtk_widget_get_scale_factor (GTK_WIDGET (area)), 1, 4);
  guint size = ris3_paint_get_tile_size (scale);
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) size, (int) size);
  GdkRGBA outline;

  g_assert ((gsize) cairo_image_surface_get_stride (tile) == size * sizeof (guint32));
  cairo_surface_flush (tile);
  ris3_match_paint_make_tile (GPOINTER_TO_UINT (user_data), ris3_drawing_get_palette (), scale,
                              (guint32 *) (void *) cairo_image_surface_get_data (tile));
  cairo_surface_mark_dirty (tile);
  cairo_surface_set_device_scale (tile, scale, scale);
  cairo_set_source_surface (cr, tile, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_fill_preserve (cr);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &outline);
  outline.alpha *= 0.4f;
  gdk_cairo_set_source_rgba (cr, &outline);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_surface_destroy (tile);
}

GtkWidget *
ris3_boundary_preview_new_swatch (Ris3Match match)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_return_val_if_fail (match < RIS3_N_MATCHES, area);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, GUINT_TO_POINTER (match), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  return area;
}
