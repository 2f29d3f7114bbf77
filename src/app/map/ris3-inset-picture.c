/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-inset-picture.h"

#include "map/ris3-extent.h"
#include "map/ris3-region-raster.h"

struct _Ris3InsetPicture
{
  Ris3Boundaries *boundaries;
  Ris3Shapes *land;
  guint region;
  Ris3RegionRaster *raster;
  Ris3Paint *paint;
  GdkTexture *texture; /* NULL: to be made */
  Ris3Frame frame;
};

Ris3InsetPicture *
ris3_inset_picture_new (Ris3Boundaries *boundaries, Ris3Shapes *land, guint region)
{
  Ris3InsetPicture *self;

  g_return_val_if_fail (boundaries != NULL && land != NULL, NULL);
  self = g_new0 (Ris3InsetPicture, 1);
  self->boundaries = ris3_boundaries_ref (boundaries);
  self->land = ris3_shapes_ref (land);
  self->region = region;
  return self;
}

void
ris3_inset_picture_free (Ris3InsetPicture *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->raster, ris3_region_raster_free);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_clear_object (&self->texture);
  g_free (self);
}

void
ris3_inset_picture_set_paint (Ris3InsetPicture *self, Ris3Paint *paint)
{
  g_return_if_fail (self != NULL && paint != NULL);
  ris3_paint_ref (paint);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  self->paint = paint;
  g_clear_object (&self->texture);
}

GdkTexture *
ris3_inset_picture_draw (Ris3InsetPicture *self, guint width, guint height, guint scale)
{
  Ris3Frame device;
  Ris3Box box;
  gsize stride;
  guint32 *pixels;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && width > 0 && height > 0 && scale > 0, NULL);
  if (self->paint == NULL)
    return NULL;
  if (self->texture != NULL && width == self->frame.width && height == self->frame.height)
    return self->texture;
  /* The paint is made for the pixels of the screen, as is the raster. */
  box = ris3_extent_of_islands (self->boundaries, self->region);
  device = ris3_frame_of_box (&box, width * scale, height * scale);
  self->frame = ris3_frame_of_box (&box, width, height);
  if (self->raster == NULL)
    self->raster = ris3_region_raster_new (self->boundaries, self->land);
  ris3_region_raster_fill (self->raster, &device);
  stride = device.width * sizeof (guint32);
  pixels = g_malloc (stride * device.height);
  ris3_region_raster_shade (self->raster, self->paint, pixels, stride);
  bytes = g_bytes_new_take (pixels, stride * device.height);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (device.width, device.height, GDK_MEMORY_DEFAULT, bytes, stride);
  return self->texture;
}

const Ris3Frame *
ris3_inset_picture_get_frame (Ris3InsetPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->frame;
}

guint
ris3_inset_picture_find_leaf (Ris3InsetPicture *self, double x, double y)
{
  const Ris3Region *record;
  const Ris3Box *boxes;
  double nearest = G_MAXDOUBLE;
  Ris3Point place;
  guint best;

  g_return_val_if_fail (self != NULL && self->frame.scale > 0, 0);
  record = ris3_boundaries_get_region (self->boundaries, self->region);
  boxes = ris3_boundaries_get_shapes (self->boundaries)->shape_boxes;
  place = (Ris3Point){ self->frame.x + x / self->frame.scale, self->frame.y + y / self->frame.scale };
  best = record->first_leaf;
  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    {
      double across = MAX (0, MAX (boxes[leaf].x0 - place.x, place.x - boxes[leaf].x1));
      double down = MAX (0, MAX (boxes[leaf].y0 - place.y, place.y - boxes[leaf].y1));

      if (across * across + down * down < nearest)
        {
          nearest = across * across + down * down;
          best = leaf;
        }
    }
  return best;
}
