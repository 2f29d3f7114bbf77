/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-region-layer.h"

#include <adwaita.h>
#include <math.h>

#include "app/map/ris3-difference-mark.h"
#include "app/map/ris3-region-outline.h"
#include "app/map/ris3-symbol-picture.h"
#include "app/ris3-drawing.h"
#include "map/ris3-difference-sign.h"
#include "map/ris3-palette.h"

/* A greater circle is seen around what lies on it. */
#define SMALL_SYMBOL 14.0

/* A picture of the map, and what it shows. */
typedef struct
{
  GdkTexture *texture;
  Ris3Frame frame; /* in device pixels */
} Picture;

struct _Ris3RegionLayer
{
  ShumateLayer parent_instance;

  Ris3Session *session;
  Ris3Side side;              /* of the session's maps */
  Ris3Boundaries *boundaries; /* that the raster draws, wherever it is */
  Ris3RegionRaster *raster;   /* NULL while busy: the worker has it */
  GArray *symbols;            /* of Ris3Symbol, on the picture; NULL: the map has none */
  GArray *differences;        /* of Ris3DifferenceSign, at differences_scale; NULL: not known */
  double differences_scale;
  Ris3Paint *paint;
  guint paint_scale; /* the scale factor that paint was made for */
  Picture picture;
  gboolean needs_fill;  /* the raster does not show the boundaries yet */
  gboolean needs_shade; /* the picture does not show the paint yet */
  gboolean busy;
  gint64 frame_time; /* microseconds that the last rastered frame took */
  gint64 frame_budget;
  guint n_fills;
};

G_DEFINE_FINAL_TYPE (Ris3RegionLayer, ris3_region_layer, SHUMATE_TYPE_LAYER)

/* A frame being made on another thread. */
typedef struct
{
  Ris3RegionRaster *raster;
  Ris3Paint *paint;
  Ris3Frame frame;
  GdkMemoryFormat format;
  gint64 time;
} FrameJob;

static void
frame_job_free (FrameJob *job)
{
  g_clear_pointer (&job->raster, ris3_region_raster_free);
  g_clear_pointer (&job->paint, ris3_paint_unref);
  g_free (job);
}

/* Up to GTK 4.8, Cairo's renderer converts premultiplied pixels through floating-point numbers, even into
 * themselves, which takes as long as drawing the map does. The map is opaque, so its pixels are both.
 */
static GdkMemoryFormat
get_format (Ris3RegionLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  gboolean is_cairo = native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));

  return is_cairo && G_BYTE_ORDER == G_LITTLE_ENDIAN && gtk_get_minor_version () < 10 ? GDK_MEMORY_B8G8R8A8
                                                                                      : GDK_MEMORY_DEFAULT;
}

static GdkTexture *
shade (Ris3RegionRaster *raster, Ris3Paint *paint, GdkMemoryFormat format)
{
  const Ris3Frame *frame = ris3_region_raster_get_frame (raster);
  gsize stride = frame->width * sizeof (guint32);
  guint32 *pixels = g_malloc (stride * frame->height);
  g_autoptr (GBytes) bytes = NULL;

  ris3_region_raster_shade (raster, paint, pixels, stride);
  bytes = g_bytes_new_take (pixels, stride * frame->height);
  return gdk_memory_texture_new (frame->width, frame->height, format, bytes, stride);
}

static guint
get_scale_factor (Ris3RegionLayer *self)
{
  return CLAMP (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1, 4);
}

double
ris3_region_layer_get_scale (Ris3RegionLayer *self)
{
  ShumateViewport *viewport;
  ShumateMapSource *source;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), 0);
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  source = viewport != NULL ? shumate_viewport_get_reference_map_source (viewport) : NULL;
  return source != NULL ? shumate_map_source_get_tile_size (source) * exp2 (shumate_viewport_get_zoom_level (viewport))
                        : 0;
}

gboolean
ris3_region_layer_get_frame (Ris3RegionLayer *self, Ris3Frame *frame)
{
  ShumateViewport *viewport;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self) && frame != NULL, FALSE);
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  frame->scale = ris3_region_layer_get_scale (self);
  frame->width = MAX (0, gtk_widget_get_width (GTK_WIDGET (self)));
  frame->height = MAX (0, gtk_widget_get_height (GTK_WIDGET (self)));
  if (frame->scale == 0 || frame->width == 0 || frame->height == 0)
    return FALSE;
  frame->x = ris3_mercator_x (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)))
             - frame->width / 2.0 / frame->scale;
  frame->y = ris3_mercator_y (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)))
             - frame->height / 2.0 / frame->scale;
  return TRUE;
}

/* The same in device pixels, which is what is rastered. */
static gboolean
get_device_frame (Ris3RegionLayer *self, Ris3Frame *device)
{
  guint scale = get_scale_factor (self);

  if (!ris3_region_layer_get_frame (self, device))
    return FALSE;
  device->scale *= scale;
  device->width *= scale;
  device->height *= scale;
  return TRUE;
}

static Ris3Classification *
get_classification (Ris3RegionLayer *self)
{
  return ris3_session_get_side (self->session, self->side);
}

static Ris3Shapes *
get_land (Ris3RegionLayer *self)
{
  Ris3Placement *placement = ris3_classification_get_placement (get_classification (self));

  return ris3_geodata_get_land (ris3_placement_get_geodata (placement));
}

static void
update_paint (Ris3RegionLayer *self)
{
  Ris3Classification *classification = get_classification (self);
  guint scale = get_scale_factor (self);

  if (classification == NULL || (self->paint != NULL && self->paint_scale == scale))
    return;
  g_clear_pointer (&self->paint, ris3_paint_unref);
  self->paint = ris3_paint_new (classification, get_land (self), ris3_drawing_get_palette (), scale);
  self->paint_scale = scale;
  self->needs_shade = TRUE;
}

static void
take_picture (Ris3RegionLayer *self, GdkTexture *texture, const Ris3Frame *frame)
{
  g_clear_object (&self->picture.texture);
  self->picture.texture = texture;
  self->picture.frame = *frame;
}

static void
make_frame_here (Ris3RegionLayer *self, const Ris3Frame *frame)
{
  gint64 start = g_get_monotonic_time ();
  gboolean fills = self->needs_fill || !ris3_frame_equal (frame, ris3_region_raster_get_frame (self->raster));

  if (fills)
    ris3_region_raster_fill (self->raster, frame);
  take_picture (self, shade (self->raster, self->paint, get_format (self)), frame);
  self->needs_fill = FALSE;
  self->needs_shade = FALSE;
  /* Recolouring alone says nothing about how long the next frame will take. */
  if (fills)
    {
      self->frame_time = g_get_monotonic_time () - start;
      self->n_fills++;
    }
}

static void
make_frame (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FrameJob *job = task_data;
  gint64 start = g_get_monotonic_time ();
  GdkTexture *texture;

  ris3_region_raster_fill (job->raster, &job->frame);
  texture = shade (job->raster, job->paint, job->format);
  job->time = g_get_monotonic_time () - start;
  g_task_return_pointer (task, texture, g_object_unref);
}

static void
on_frame_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3RegionLayer *self = RIS3_REGION_LAYER (source);
  FrameJob *job = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->busy = FALSE;
  self->frame_time = job->time;
  self->n_fills++;
  /* New boundaries may have arrived in the meantime; this raster is then useless. */
  if (!self->needs_fill && self->session != NULL)
    {
      self->raster = g_steal_pointer (&job->raster);
      take_picture (self, texture, &job->frame);
      self->needs_shade = self->paint != job->paint;
    }
  else
    g_object_unref (texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_frame_elsewhere (Ris3RegionLayer *self, const Ris3Frame *frame)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_frame_made_cb, NULL);
  FrameJob *job = g_new0 (FrameJob, 1);

  job->raster = g_steal_pointer (&self->raster);
  job->paint = ris3_paint_ref (self->paint);
  job->frame = *frame;
  job->format = get_format (self);
  self->busy = TRUE;
  self->needs_fill = FALSE;
  g_task_set_source_tag (task, make_frame_elsewhere);
  g_task_set_task_data (task, job, (GDestroyNotify) frame_job_free);
  g_task_run_in_thread (task, make_frame);
}

/* Brings the picture up to date, or starts to. */
static void
update_picture (Ris3RegionLayer *self, const Ris3Frame *frame)
{
  update_paint (self);
  if (self->paint == NULL || self->busy)
    return;
  if (self->raster == NULL)
    {
      Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);

      self->raster = ris3_region_raster_new (boundaries, get_land (self));
      self->boundaries = ris3_boundaries_ref (boundaries);
      self->needs_fill = TRUE;
    }
  if (!self->needs_fill && !self->needs_shade && self->picture.texture != NULL
      && ris3_frame_equal (frame, &self->picture.frame))
    return;
  if (self->picture.texture != NULL && self->frame_time > self->frame_budget
      && (self->needs_fill || !ris3_frame_equal (frame, &self->picture.frame)))
    make_frame_elsewhere (self, frame);
  else
    make_frame_here (self, frame);
}

static void
append_picture (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame, guint scale)
{
  const Ris3Frame *shown = &self->picture.frame;
  double factor = frame->scale / shown->scale;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((shown->x - frame->x) * frame->scale / scale, (shown->y - frame->y) * frame->scale / scale,
                            shown->width * factor / scale, shown->height * factor / scale);

  gtk_snapshot_append_texture (snapshot, self->picture.texture, &bounds);
}

/* (transfer none): of Ris3DifferenceSign */
static const GArray *
get_differences (Ris3RegionLayer *self, double scale)
{
  if (self->differences != NULL && self->differences_scale == scale)
    return self->differences;
  g_clear_pointer (&self->differences, g_array_unref);
  self->differences
      = ris3_difference_signs_list (ris3_session_get_comparison (self->session),
                                    ris3_session_get_boundaries (self->session), scale, RIS3_DIFFERENCE_MARK_SIZE);
  self->differences_scale = scale;
  return self->differences;
}

static void
append_differences (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  const GArray *differences = get_differences (self, frame->scale);

  for (guint i = 0; i < differences->len; i++)
    {
      const Ris3DifferenceSign *sign = &g_array_index (differences, Ris3DifferenceSign, i);
      double x = (sign->place.x - frame->x) * frame->scale, y = (sign->place.y - frame->y) * frame->scale;

      if (x >= 0 && y >= 0 && x < frame->width && y < frame->height)
        ris3_difference_mark_append (snapshot, x, y, sign->difference, palette);
    }
}

static void
append_outlines (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  gint hovered = ris3_session_get_hovered_region (self->session);
  guint n_selected;
  const guint *selected = ris3_session_get_selection (self->session, &n_selected);

  if (hovered >= 0)
    {
      guint region = hovered;

      ris3_region_outline_snapshot (snapshot, boundaries, frame, &region, 1, palette->highlight, palette->halo, 1.0);
    }
  if (n_selected > 0)
    ris3_region_outline_snapshot (snapshot, boundaries, frame, selected, n_selected, palette->highlight, palette->halo,
                                  2.0);
}

static void
ris3_region_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3RegionLayer *self = RIS3_REGION_LAYER (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  guint scale = get_scale_factor (self);
  GdkRGBA sea = ris3_drawing_get_rgba (palette->sea);
  Ris3Frame frame, device;

  if (self->session == NULL || !ris3_region_layer_get_frame (self, &frame) || !get_device_frame (self, &device))
    return;
  update_picture (self, &device);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame.width, frame.height));
  if (self->picture.texture == NULL || !ris3_frame_equal (&device, &self->picture.frame))
    gtk_snapshot_append_color (snapshot, &sea, &GRAPHENE_RECT_INIT (0, 0, frame.width, frame.height));
  if (self->picture.texture != NULL)
    append_picture (self, snapshot, &device, scale);
  if (self->symbols != NULL)
    ris3_symbol_picture_append (snapshot, self->symbols, &frame, palette);
  if (get_classification (self) != NULL)
    append_outlines (self, snapshot, &frame);
  if (ris3_session_get_comparison (self->session) != NULL)
    append_differences (self, snapshot, &frame);
  gtk_snapshot_pop (snapshot);
}

/* A number has the same circle on both maps. */
static GArray *
list_symbols (Ris3RegionLayer *self, Ris3Classification *classification)
{
  Ris3Classification *first = ris3_session_get_classification (self->session);
  double greatest, first_greatest = 0;
  GArray *symbols = ris3_symbols_list (classification, &greatest);
  g_autoptr (GArray) first_symbols = NULL;

  if (classification == first
      || ris3_classification_get_indicator (classification) != ris3_classification_get_indicator (first))
    return symbols;
  first_symbols = ris3_symbols_list (first, &first_greatest);
  for (guint i = 0; i < symbols->len && first_greatest > 0; i++)
    {
      Ris3Symbol *symbol = &g_array_index (symbols, Ris3Symbol, i);

      symbol->size = ris3_symbol_get_size (symbol->value, first_greatest);
    }
  return symbols;
}

static void
on_classification_changed_cb (Ris3RegionLayer *self)
{
  Ris3Classification *classification = get_classification (self);

  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);
  if (classification != NULL && ris3_classification_shows_symbols (classification))
    self->symbols = list_symbols (self, classification);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  /* The second map is hidden while it has nothing to show, and keeps no raster meanwhile. */
  if (classification == NULL || self->boundaries != ris3_session_get_boundaries (self->session))
    {
      /* A raster that is in use on another thread is dropped when it comes back. */
      g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
      g_clear_pointer (&self->raster, ris3_region_raster_free);
      if (classification == NULL)
        g_clear_object (&self->picture.texture);
      self->needs_fill = TRUE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_style_changed_cb (Ris3RegionLayer *self)
{
  g_clear_pointer (&self->paint, ris3_paint_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint
ris3_region_layer_pick (Ris3RegionLayer *self, double x, double y)
{
  Ris3Boundaries *boundaries;
  const Ris3Shapes *shapes;
  Ris3Frame frame;
  Ris3Point point;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), -1);
  boundaries = ris3_session_get_boundaries (self->session);
  if (boundaries == NULL || !ris3_region_layer_get_frame (self, &frame))
    return -1;
  point.x = frame.x + x / frame.scale;
  point.y = frame.y + y / frame.scale;

  if (self->raster != NULL && !self->needs_fill)
    {
      const Ris3Frame *filled = ris3_region_raster_get_frame (self->raster);
      double filled_x = (point.x - filled->x) * filled->scale;
      double filled_y = (point.y - filled->y) * filled->scale;

      if (filled_x >= 0 && filled_y >= 0 && filled_x < filled->width && filled_y < filled->height)
        return ris3_region_raster_pick (self->raster, filled_x, filled_y);
    }
  /* The raster is in use on another thread, or still shows another place: ask the polygons. */
  shapes = ris3_boundaries_get_shapes (boundaries);
  for (guint i = 0; i < shapes->n_shapes; i++)
    if (ris3_shapes_contain (shapes, i, point))
      return i;
  return -1;
}

static void
add_box (GArray *boxes, double x, double y, double radius)
{
  Ris3Box box = { x - radius, y - radius, x + radius, y + radius };

  g_array_append_val (boxes, box);
}

void
ris3_region_layer_add_boxes (Ris3RegionLayer *self, double scale, GArray *boxes)
{
  g_return_if_fail (RIS3_IS_REGION_LAYER (self) && boxes != NULL);
  for (guint i = 0; self->symbols != NULL && i < self->symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (self->symbols, Ris3Symbol, i);
      double radius = symbol->size * RIS3_SYMBOL_PICTURE_RADIUS;

      if (radius < SMALL_SYMBOL)
        add_box (boxes, symbol->centre.x * scale, symbol->centre.y * scale, radius);
    }
  if (ris3_session_get_comparison (self->session) == NULL)
    return;
  for (guint i = 0; i < get_differences (self, scale)->len; i++)
    {
      const Ris3DifferenceSign *sign = &g_array_index (self->differences, Ris3DifferenceSign, i);

      add_box (boxes, sign->place.x * scale, sign->place.y * scale, RIS3_DIFFERENCE_MARK_SIZE / 2.0);
    }
}

guint
ris3_region_layer_get_n_fills (Ris3RegionLayer *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), 0);
  return self->n_fills;
}

void
ris3_region_layer_set_frame_budget (Ris3RegionLayer *self, gint64 microseconds)
{
  g_return_if_fail (RIS3_IS_REGION_LAYER (self));
  self->frame_budget = microseconds;
}

gboolean
ris3_region_layer_is_up_to_date (Ris3RegionLayer *self)
{
  Ris3Frame device;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), FALSE);
  return !self->busy && !self->needs_fill && !self->needs_shade && self->picture.texture != NULL && self->paint != NULL
         && get_device_frame (self, &device) && ris3_frame_equal (&device, &self->picture.frame);
}

static void
ris3_region_layer_dispose (GObject *object)
{
  Ris3RegionLayer *self = RIS3_REGION_LAYER (object);

  g_clear_pointer (&self->raster, ris3_region_raster_free);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  g_clear_object (&self->picture.texture);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_region_layer_parent_class)->dispose (object);
}

static void
ris3_region_layer_class_init (Ris3RegionLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_region_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ris3_region_layer_snapshot;
}

static void
ris3_region_layer_init (Ris3RegionLayer *self)
{
  self->frame_budget = RIS3_REGION_LAYER_FRAME_BUDGET;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

ShumateLayer *
ris3_region_layer_new (ShumateViewport *viewport, Ris3Session *session, Ris3Side side)
{
  Ris3RegionLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport) && RIS3_IS_SESSION (session) && side < RIS3_N_SIDES, NULL);
  self = g_object_new (RIS3_TYPE_REGION_LAYER, "viewport", viewport, NULL);
  self->session = g_object_ref (session);
  self->side = side;

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hovered-region", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return SHUMATE_LAYER (self);
}
