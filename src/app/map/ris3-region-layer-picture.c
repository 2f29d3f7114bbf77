/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of the areas: made at once where that is fast enough, and else on another thread. */

#include "config.h"

#include "app/map/ris3-region-layer-private.h"

#include "app/ris3-drawing.h"

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

static Ris3Shapes *
get_land (Ris3RegionLayer *self)
{
  Ris3Placement *placement = ris3_classification_get_placement (_ris3_region_layer_get_classification (self));

  return ris3_geodata_get_land (ris3_placement_get_geodata (placement));
}

static void
update_paint (Ris3RegionLayer *self)
{
  Ris3Classification *classification = _ris3_region_layer_get_classification (self);
  guint scale = _ris3_region_layer_get_scale_factor (self);

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

void
_ris3_region_layer_update_picture (Ris3RegionLayer *self, const Ris3Frame *frame)
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

void
_ris3_region_layer_append_picture (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  guint scale = _ris3_region_layer_get_scale_factor (self);
  const Ris3Frame *shown = &self->picture.frame;
  double factor = frame->scale / shown->scale;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((shown->x - frame->x) * frame->scale / scale, (shown->y - frame->y) * frame->scale / scale,
                            shown->width * factor / scale, shown->height * factor / scale);

  gtk_snapshot_append_texture (snapshot, self->picture.texture, &bounds);
}
