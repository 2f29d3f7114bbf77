/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-class-swatch.h"

#include <adwaita.h>

#include "map/ris3-paint.h"

#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 16
#define SWATCH_RADIUS 4

struct _Ris3ClassSwatch
{
  GtkWidget parent_instance;

  Ris3Class klass;
  gboolean inherited;
  gboolean disputed;

  /* One tile of the fill, made when it is first drawn; NULL when something changed since. */
  GdkTexture *tile;
  guint tile_scale;
};

enum
{
  PROP_0,
  PROP_CLASS,
  PROP_INHERITED,
  PROP_DISPUTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint size = ris3_paint_get_tile_size (scale);
  g_autofree guint32 *pixels = g_new (guint32, size * size);
  g_autoptr (GBytes) bytes = NULL;

  ris3_paint_make_tile (ris3_palette_get (dark ? RIS3_PALETTE_DARK : RIS3_PALETTE_LIGHT), self->klass, self->inherited,
                        self->disputed, scale, pixels);
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
  static const float border_widths[4] = { 1, 1, 1, 1 };
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (widget);
  /* The palette's hatching is made for 1 to 4. */
  guint scale = CLAMP (gtk_widget_get_scale_factor (widget), 1, 4);
  GdkRGBA outline, borders[4];
  graphene_rect_t bounds, tile_bounds;
  GskRoundedRect shape;
  float tile_size;

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

  /* The palest classes would vanish on a card: a thin line of the text's colour holds them. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &outline);
  outline.alpha *= 0.28f;
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    borders[i] = outline;
  gtk_snapshot_append_border (snapshot, &shape, border_widths, borders);
}

static void
ris3_class_swatch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (object);

  switch (prop_id)
    {
    case PROP_CLASS:
      g_value_set_uint (value, self->klass);
      break;
    case PROP_INHERITED:
      g_value_set_boolean (value, self->inherited);
      break;
    case PROP_DISPUTED:
      g_value_set_boolean (value, self->disputed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_class_swatch_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (object);

  switch (prop_id)
    {
    case PROP_CLASS:
      ris3_class_swatch_set (self, g_value_get_uint (value), self->inherited, self->disputed);
      break;
    case PROP_INHERITED:
      ris3_class_swatch_set (self, self->klass, g_value_get_boolean (value), self->disputed);
      break;
    case PROP_DISPUTED:
      ris3_class_swatch_set (self, self->klass, self->inherited, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_class_swatch_dispose (GObject *object)
{
  Ris3ClassSwatch *self = RIS3_CLASS_SWATCH (object);

  g_clear_object (&self->tile);

  G_OBJECT_CLASS (ris3_class_swatch_parent_class)->dispose (object);
}

static void
ris3_class_swatch_class_init (Ris3ClassSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ris3_class_swatch_dispose;
  object_class->get_property = ris3_class_swatch_get_property;
  object_class->set_property = ris3_class_swatch_set_property;

  widget_class->measure = ris3_class_swatch_measure;
  widget_class->snapshot = ris3_class_swatch_snapshot;

  /* The Ris3Class whose fill is shown. */
  properties[PROP_CLASS]
      = g_param_spec_uint ("class", NULL, NULL, 0, RIS3_N_CLASSES - 1, RIS3_CLASS_NO_STRATEGY, flags);
  /* Whether it is hatched as inherited from a wider region. */
  properties[PROP_INHERITED] = g_param_spec_boolean ("inherited", NULL, NULL, FALSE, flags);
  /* Whether it is hatched as disputed. */
  properties[PROP_DISPUTED] = g_param_spec_boolean ("disputed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "class-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_class_swatch_init (Ris3ClassSwatch *self)
{
  self->klass = RIS3_CLASS_NO_STRATEGY;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget_tile), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_class_swatch_new (Ris3Class klass, gboolean inherited, gboolean disputed)
{
  g_return_val_if_fail (klass < RIS3_N_CLASSES, NULL);

  return g_object_new (RIS3_TYPE_CLASS_SWATCH, "class", klass, "inherited", inherited != FALSE, "disputed",
                       disputed != FALSE, NULL);
}

void
ris3_class_swatch_set (Ris3ClassSwatch *self, Ris3Class klass, gboolean inherited, gboolean disputed)
{
  gboolean class_changes, inherited_changes, disputed_changes;

  g_return_if_fail (RIS3_IS_CLASS_SWATCH (self));
  g_return_if_fail (klass < RIS3_N_CLASSES);

  class_changes = self->klass != klass;
  inherited_changes = self->inherited != !!inherited;
  disputed_changes = self->disputed != !!disputed;
  if (!class_changes && !inherited_changes && !disputed_changes)
    return;

  self->klass = klass;
  self->inherited = !!inherited;
  self->disputed = !!disputed;
  forget_tile (self);
  if (class_changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASS]);
  if (inherited_changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INHERITED]);
  if (disputed_changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPUTED]);
}
