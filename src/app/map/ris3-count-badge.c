/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-count-badge.h"

#include <adwaita.h>

#include "app/ris3-drawing.h"

/* Beside and above the number. */
#define PADDING_X 6
#define PADDING_Y 2
/* What the bubble has below. */
#define TAIL 4
#define MARGIN RIS3_COUNT_BADGE_MARGIN
/* Between two of them. */
#define GAP 2

struct _Ris3CountBadge
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  GArray *regions; /* of guint */
  guint count;
  gboolean faded;
  double press_x; /* in the window: the badge moves with the map */
  double press_y;
  gboolean press_adds; /* with Ctrl, which may be let go of first */
};

G_DEFINE_FINAL_TYPE (Ris3CountBadge, ris3_count_badge, GTK_TYPE_WIDGET)

static guint opened_signal;

/* (transfer full) */
static PangoLayout *
new_layout (GtkWidget *widget, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, number);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Without the ring of the focus: at least as wide as high. */
static void
measure_bubble (PangoLayout *layout, int *width, int *height)
{
  pango_layout_get_pixel_size (layout, width, height);
  *height += 2 * PADDING_Y + TAIL;
  *width = MAX (*width + 2 * PADDING_X, *height);
}

static void
ris3_count_badge_measure_size (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  Ris3CountBadge *self = RIS3_COUNT_BADGE (widget);
  int width = 0, height = 0;

  if (self->layout != NULL)
    measure_bubble (self->layout, &width, &height);
  *minimum = *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) + 2 * MARGIN;
}

static void
set_source (cairo_t *cr, guint32 rgb)
{
  GdkRGBA rgba = ris3_drawing_get_rgba (rgb);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* A bubble of this size at (0, 0), with its tail at the lower left. */
static void
trace (cairo_t *cr, double width, double height)
{
  double bottom = height - TAIL, radius = bottom / 2;

  cairo_new_path (cr);
  cairo_arc (cr, width - radius, radius, radius, -G_PI / 2, G_PI / 2);
  cairo_line_to (cr, radius + TAIL, bottom);
  cairo_line_to (cr, radius / 2, height);
  cairo_line_to (cr, radius / 2 + 1, bottom - radius / 4);
  cairo_arc (cr, radius, radius, radius, G_PI * 0.8, G_PI * 1.5);
  cairo_close_path (cr);
}

static void
ris3_count_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3CountBadge *self = RIS3_COUNT_BADGE (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  guint32 fill = self->faded ? palette->halo : palette->highlight;
  guint32 ink = self->faded ? palette->highlight : palette->halo;
  GdkRGBA rgba = ris3_drawing_get_rgba (ink);
  int all_width = gtk_widget_get_width (widget), all_height = gtk_widget_get_height (widget);
  int width, height, text_width;
  cairo_t *cr;

  if (self->layout == NULL)
    return;
  measure_bubble (self->layout, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) all_width, (float) all_height));
  cairo_translate (cr, MARGIN, MARGIN);
  trace (cr, width, height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (gtk_widget_has_visible_focus (widget))
    {
      set_source (cr, palette->highlight);
      cairo_set_line_width (cr, 2 * MARGIN);
      cairo_stroke_preserve (cr);
      set_source (cr, palette->halo);
      cairo_set_line_width (cr, 2 * MARGIN - 3);
      cairo_stroke_preserve (cr);
    }
  else
    {
      set_source (cr, ink);
      cairo_set_line_width (cr, 2);
      cairo_stroke_preserve (cr);
    }
  set_source (cr, fill);
  cairo_fill (cr);
  cairo_destroy (cr);

  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (MARGIN + (width - text_width) / 2.0), (float) (MARGIN + PADDING_Y)));
  gtk_snapshot_append_layout (snapshot, self->layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, opened_signal, 0, FALSE);
}

/* The map is not kept from moving with the button held. */
static void
on_pressed_cb (Ris3CountBadge *self, int n_press, double x, double y, GtkEventController *click)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gdk_event_get_position (gtk_event_controller_get_current_event (click), &self->press_x, &self->press_y);
  self->press_adds = (gtk_event_controller_get_current_event_state (click) & GDK_CONTROL_MASK) != 0;
}

static void
on_released_cb (Ris3CountBadge *self, int n_press, double x, double y, GtkEventController *click)
{
  double release_x, release_y;

  if (gtk_widget_contains (GTK_WIDGET (self), x, y)
      && gdk_event_get_position (gtk_event_controller_get_current_event (click), &release_x, &release_y)
      && !gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y, (int) release_x,
                                    (int) release_y))
    g_signal_emit (self, opened_signal, 0, self->press_adds);
}

static void
ris3_count_badge_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  Ris3CountBadge *self = RIS3_COUNT_BADGE (widget);

  GTK_WIDGET_CLASS (ris3_count_badge_parent_class)->css_changed (widget, change);
  if (self->layout != NULL)
    pango_layout_context_changed (self->layout);
}

static void
ris3_count_badge_dispose (GObject *object)
{
  g_clear_object (&RIS3_COUNT_BADGE (object)->layout);
  G_OBJECT_CLASS (ris3_count_badge_parent_class)->dispose (object);
}

static void
ris3_count_badge_finalize (GObject *object)
{
  g_array_unref (RIS3_COUNT_BADGE (object)->regions);
  G_OBJECT_CLASS (ris3_count_badge_parent_class)->finalize (object);
}

static void
ris3_count_badge_class_init (Ris3CountBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = ris3_count_badge_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_count_badge_finalize;
  widget_class->measure = ris3_count_badge_measure_size;
  widget_class->snapshot = ris3_count_badge_snapshot;
  widget_class->css_changed = ris3_count_badge_css_changed;
  opened_signal = g_signal_new ("opened", RIS3_TYPE_COUNT_BADGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_BOOLEAN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "badge.open", NULL, open_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "badge.open", NULL);
}

static void
ris3_count_badge_init (Ris3CountBadge *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->regions = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ris3_count_badge_new (void)
{
  return g_object_new (RIS3_TYPE_COUNT_BADGE, NULL);
}

void
ris3_count_badge_set_count (Ris3CountBadge *self, guint count, gboolean faded, const char *words)
{
  g_return_if_fail (RIS3_IS_COUNT_BADGE (self) && words != NULL);
  if (self->layout == NULL || self->count != count)
    {
      g_clear_object (&self->layout);
      self->layout = new_layout (GTK_WIDGET (self), count);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else if (self->faded != faded)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->count = count;
  self->faded = faded;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), words) == 0)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ris3_count_badge_set_regions (Ris3CountBadge *self, const guint *regions, guint n_regions)
{
  g_return_if_fail (RIS3_IS_COUNT_BADGE (self) && (regions != NULL || n_regions == 0));
  g_array_set_size (self->regions, 0);
  g_array_append_vals (self->regions, regions, n_regions);
}

const guint *
ris3_count_badge_get_regions (Ris3CountBadge *self, guint *n_regions)
{
  g_return_val_if_fail (RIS3_IS_COUNT_BADGE (self) && n_regions != NULL, NULL);
  *n_regions = self->regions->len;
  return (const guint *) (const void *) self->regions->data;
}

guint
ris3_count_badge_get_count (Ris3CountBadge *self)
{
  g_return_val_if_fail (RIS3_IS_COUNT_BADGE (self), 0);
  return self->count;
}

gboolean
ris3_count_badge_get_faded (Ris3CountBadge *self)
{
  g_return_val_if_fail (RIS3_IS_COUNT_BADGE (self), FALSE);
  return self->faded;
}

Ris3CrowdSize
ris3_count_badge_measure (GtkWidget *parent)
{
  g_autoptr (PangoLayout) one = NULL;
  g_autoptr (PangoLayout) five = NULL;
  Ris3CrowdSize size = { 0 };
  int width, height, wide;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), size);
  one = new_layout (parent, 8);
  five = new_layout (parent, 88888);
  measure_bubble (one, &width, &height);
  pango_layout_get_pixel_size (five, &wide, NULL);
  size = (Ris3CrowdSize){ .width = width + GAP, .height = height + GAP, .digit = wide / 5.0 };
  return size;
}
