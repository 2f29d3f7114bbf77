/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-class-swatch.h"

#include <adwaita.h>

#include "app/ris3-drawing.h"
#include "map/ris3-paint.h"

#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 16
#define SWATCH_RADIUS 4

struct _Ris3ClassSwatch
{
  GtkWidget parent_instance;

  Ris3ClassScheme *scheme; /* NULL: nothing is shown */
  guint klass;
  Ris3Marks marks;

  /* One tile of the fill, made when it is first drawn; NULL when something changed since. */
  GdkTexture *tile;
  guint tile_scale;
};

G_DEFINE_FINAL_TYPE (Ris3ClassSwatch, ris3_class_swatch, GTK_TYPE_WIDGET)

static void
forget_tile (Ris3ClassSwatch *self)
{
  g_assert (RIS3_IS_CLASS_SWATCH (self));

  g_clear_object (&self->tile);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_tile (Ris3ClassSwatch *self, guint scale)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  guint size = ris3_paint_get_tile_size (scale);
  g_autofree guint32 *pixels = g_new (guint32, size * size);
  g_autoptr (GBytes) bytes = NULL;

  ris3_paint_make_tile (ris3_class_scheme_get_fill (self->scheme, self->klass, palette), palette->disputed, self->marks,
                        scale, pixels);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), sizeof *pixels * size * size);
  /* Cairo's RGB24 with its unused byte set: opaque premultiplied ARGB in native byte order. */
  self->tile = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, sizeof *pixels * size);
  self->tile_scale = scale;
}

static void
ris3_class_swatch_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SWATCH_WIDTH : SWATCH_HEIGHT;
}

static void
ris3_class_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (widget);
  /* The palette's hatching is made for 1 to 4. */
  guint scale = CLAMP (gtk_widget_get_scale_factor (widget), 1, 4);
  GdkRGBA outline;
  graphene_rect_t bounds, tile_bounds;
  GskRoundedRect shape;
  float tile_size;

  if (self->scheme == NULL)
    return;
  if (self->tile == NULL || self->tile_scale != scale)
    {
      g_clear_object (&self->tile);
      make_tile (self, scale);
    }

  tile_size = gdk_texture_get_width (self->tile) / (float) scale;
  bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  tile_bounds = GRAPHENE_RECT_INIT (0, 0, tile_size, tile_size);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, SWATCH_RADIUS);

  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_push_repeat (snapshot, &bounds, &tile_bounds);
  gtk_snapshot_append_texture (snapshot, self->tile, &tile_bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);

  /* The palest classes would vanish on a card: a thin line in the colour of the text frames them. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &outline);
  outline.alpha *= 0.28f;
  ris3_drawing_append_frame (snapshot, &bounds, SWATCH_RADIUS, 1, &outline);
}

static void
ris3_class_swatch_dispose (GObject *object)
{
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (object);

  g_clear_object (&self->tile);
  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);

  G_OBJECT_CLASS (ris3_class_swatch_parent_class)->dispose (object);
}

static void
ris3_class_swatch_class_init (Ris3ClassSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_class_swatch_dispose;

  widget_class->measure = ris3_class_swatch_measure;
  widget_class->snapshot = ris3_class_swatch_snapshot;

  gtk_widget_class_set_css_name (widget_class, "class-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_class_swatch_init (Ris3ClassSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget_tile), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_class_swatch_new (Ris3ClassScheme *scheme, guint klass, Ris3Marks marks)
{
  GtkWidget *self = g_object_new (RIS3_TYPE_CLASS_SWATCH, NULL);

  ris3_class_swatch_set (RIS3_CLASS_SWATCH (self), scheme, klass, marks);
  return self;
}

void
ris3_class_swatch_set (Ris3ClassSwatch *self, Ris3ClassScheme *scheme, guint klass, Ris3Marks marks)
{
  g_return_if_fail (RIS3_IS_CLASS_SWATCH (self));
  g_return_if_fail (scheme == NULL || klass < ris3_class_scheme_get_n_classes (scheme));

  if (self->scheme == scheme && self->klass == klass && self->marks == marks)
    return;
  if (scheme != NULL)
    ris3_class_scheme_ref (scheme);
  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);
  self->scheme = scheme;
  self->klass = klass;
  self->marks = marks;
  forget_tile (self);
}
