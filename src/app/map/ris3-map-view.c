/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-blank-source.h"
#include "app/ris3-drawing.h"
#include "map/ris3-palette.h"

/* A narrower map has no room for long titles. */
#define MEDIUM_WIDTH 1080
#define NARROW_WIDTH 720
#define SMALL_WIDTH 600
#define TINY_WIDTH 480
G_DEFINE_FINAL_TYPE (Ris3MapView, ris3_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_LASSOS,
  PROP_HOME_TITLE,
  PROP_MEDIUM,
  PROP_NARROW,
  PROP_SMALL,
  PROP_TINY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The map neither turns nor leaves the part of the world that has regions: Guadeloupe to Réunion,
 * Svalbard to Réunion.
 */
static void
on_viewport_moved_cb (Ris3MapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  double inside_latitude = CLAMP (latitude, -25, 78);
  double inside_longitude = CLAMP (longitude, -65, 65);

  /* The map has moved away under the pointer. */
  if (self->session != NULL)
    ris3_session_set_hovered_region (self->session, -1);
  if (latitude != inside_latitude || longitude != inside_longitude)
    shumate_location_set_location (SHUMATE_LOCATION (viewport), inside_latitude, inside_longitude);
  if (shumate_viewport_get_rotation (viewport) != 0)
    shumate_viewport_set_rotation (viewport, 0);
  _ris3_map_view_follow (self);
}

/* After the layout and still before the frame: what follows the map, such as its scale, is laid out anew, which
 * must not be asked for while that is being done.
 */
static void
on_layout_cb (Ris3MapView *self)
{
  if (self->europe_moved && self->shows_home)
    ris3_map_view_show_home (self, FALSE);
  self->europe_moved = FALSE;
}

static void
ris3_map_view_realize (GtkWidget *widget)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (ris3_map_view_parent_class)->realize (widget);
  self->layout_handler
      = g_signal_connect_data (gtk_widget_get_frame_clock (widget), "layout", G_CALLBACK (on_layout_cb), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
ris3_map_view_unrealize (GtkWidget *widget)
{
  g_clear_signal_handler (&RIS3_MAP_VIEW (widget)->layout_handler, gtk_widget_get_frame_clock (widget));
  GTK_WIDGET_CLASS (ris3_map_view_parent_class)->unrealize (widget);
}

/* What is narrow is the window, for its header bar. Large text needs more room. */
static gboolean
is_below (Ris3MapView *self, int limit)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = gtk_widget_get_width (root != NULL ? GTK_WIDGET (root) : GTK_WIDGET (self));
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return width < limit * MAX (1.0, dpi / 1024.0 / 96);
}

static void
set_width (Ris3MapView *self, gboolean *present, gboolean is, guint property)
{
  if (*present == is)
    return;
  *present = is;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
update_narrow (gpointer data)
{
  Ris3MapView *self = data;

  self->narrow_source = 0;
  set_width (self, &self->medium, is_below (self, MEDIUM_WIDTH), PROP_MEDIUM);
  set_width (self, &self->narrow, is_below (self, NARROW_WIDTH), PROP_NARROW);
  set_width (self, &self->small, is_below (self, SMALL_WIDTH), PROP_SMALL);
  set_width (self, &self->tiny, is_below (self, TINY_WIDTH), PROP_TINY);
  return G_SOURCE_REMOVE;
}

/* Listeners change the layout, which is not allowed while it is being computed. */
void
ris3_map_view_check_width (Ris3MapView *self)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  if ((self->medium != is_below (self, MEDIUM_WIDTH) || self->narrow != is_below (self, NARROW_WIDTH)
       || self->small != is_below (self, SMALL_WIDTH) || self->tiny != is_below (self, TINY_WIDTH))
      && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_narrow, self, NULL);
}

static void
ris3_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);

  gtk_widget_allocate (GTK_WIDGET (self->map), width, height, baseline, NULL);
  ris3_hover_card_allocate_at (self->hover_card, self->pointer_x, self->pointer_y, width, height);
  /* A window of another size still shows all of Europe, unless the person has moved the map. */
  if (width != self->shown_width || height != self->shown_height)
    self->europe_moved = TRUE;
  ris3_map_view_check_width (self);
  self->shown_width = width;
  self->shown_height = height;
}

/* A map's natural size is the whole world in pixels: ask for little and take what there is. */
static void
ris3_map_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 120;
  *natural = 640;
}

static void
append_ring (GtkSnapshot *snapshot, int inset, int width, int height, guint32 colour)
{
  GdkRGBA rgba = ris3_drawing_get_rgba (colour);

  ris3_drawing_append_frame (
      snapshot, &GRAPHENE_RECT_INIT (inset, inset, MAX (0, width - 2 * inset), MAX (0, height - 2 * inset)), 0, 2,
      &rgba);
}

/* Focus shows in two colours, one of which stands out from whatever the map shows there. */
static void
ris3_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  GTK_WIDGET_CLASS (ris3_map_view_parent_class)->snapshot (widget, snapshot);
  _ris3_map_view_snapshot_brush (self, snapshot);
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self->map)))
    return;
  append_ring (snapshot, 0, width, height, palette->highlight);
  append_ring (snapshot, 2, width, height, palette->halo);
}

static void
on_hovered_region_changed_cb (Ris3MapView *self)
{
  /* Of two maps, the one under the pointer tells of both. */
  ris3_hover_card_show_region (
      self->hover_card, self->session,
      self->partner == NULL || self->pointer_x >= 0 ? ris3_session_get_hovered_region (self->session) : -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ris3_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ris3_map_view_set_session (RIS3_MAP_VIEW (object), g_value_get_object (value));
      break;
    case PROP_LASSOS:
      ris3_map_view_set_lassos (RIS3_MAP_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, RIS3_MAP_VIEW (object)->session);
      break;
    case PROP_HOME_TITLE:
      g_value_set_static_string (value, RIS3_MAP_VIEW (object)->has_own ? _ ("Show All of These Boundaries")
                                                                        : _ ("Show All of Europe"));
      break;
    case PROP_LASSOS:
      g_value_set_boolean (value, _ris3_map_view_get_lassos (RIS3_MAP_VIEW (object)));
      break;
    case PROP_MEDIUM:
      g_value_set_boolean (value, RIS3_MAP_VIEW (object)->medium);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, RIS3_MAP_VIEW (object)->small);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, RIS3_MAP_VIEW (object)->narrow);
      break;
    case PROP_TINY:
      g_value_set_boolean (value, RIS3_MAP_VIEW (object)->tiny);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_map_view_dispose (GObject *object)
{
  Ris3MapView *self = RIS3_MAP_VIEW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  ris3_brush_clear (&self->brush);
  if (self->partner != NULL)
    self->partner->partner = NULL;
  self->partner = NULL;
  if (self->hover_card != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->hover_card)));
  if (self->map != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->map)));
  g_clear_object (&self->pins);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_map_view_parent_class)->dispose (object);
}

static void
ris3_map_view_class_init (Ris3MapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_map_view_dispose;
  object_class->get_property = ris3_map_view_get_property;
  object_class->set_property = ris3_map_view_set_property;
  widget_class->size_allocate = ris3_map_view_size_allocate;
  widget_class->measure = ris3_map_view_measure;
  widget_class->snapshot = ris3_map_view_snapshot;
  widget_class->realize = ris3_map_view_realize;
  widget_class->unrealize = ris3_map_view_unrealize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, RIS3_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LASSOS] = g_param_spec_boolean ("lassos", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOME_TITLE] = g_param_spec_string (
      "home-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEDIUM] = g_param_spec_boolean ("medium", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TINY] = g_param_spec_boolean ("tiny", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  _ris3_map_view_install_actions (widget_class);
}

static void
ris3_map_view_init (Ris3MapView *self)
{
  ShumateViewport *viewport;

  self->source = ris3_blank_source_new (RIS3_MAP_VIEW_MIN_ZOOM, RIS3_MAP_VIEW_MAX_ZOOM);
  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, self->source);
  shumate_viewport_set_max_zoom_level (viewport, RIS3_MAP_VIEW_MAX_ZOOM);
  shumate_viewport_set_min_zoom_level (viewport, RIS3_MAP_VIEW_MIN_ZOOM);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (on_viewport_moved_cb), self, G_CONNECT_SWAPPED);

  /* libshumate 1.0's map cannot take the focus by itself. */
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);
  g_signal_connect_object (self->map, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  ris3_map_view_set_label (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The list of regions gives the same information as text."), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->hover_card = RIS3_HOVER_CARD (ris3_hover_card_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->hover_card), GTK_WIDGET (self));
  _ris3_map_view_add_pointer (self);
}

/* The page of a region has its comments; several regions are told apart from nearer by. */
static void
on_badge_opened_cb (Ris3MapView *self, int region, Ris3Box *box, gboolean adds)
{
  if (region >= 0 && adds)
    ris3_session_toggle (self->session, region);
  else if (region >= 0)
    ris3_session_select (self->session, region);
  else
    ris3_map_view_show_within (self, box);
}

/* Below the pins. */
static void
add_badges (Ris3MapView *self)
{
  self->badges = RIS3_COMMENT_BADGES (ris3_comment_badges_new (shumate_map_get_viewport (self->map), self->session,
                                                               self->side, self->layer, self->pins));
  shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->badges), SHUMATE_LAYER (self->layer));
  g_signal_connect_object (self->badges, "opened", G_CALLBACK (on_badge_opened_cb), self, G_CONNECT_SWAPPED);
}

void
ris3_map_view_set_session (Ris3MapView *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && (session == NULL || RIS3_IS_SESSION (session)));
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->layer = RIS3_REGION_LAYER (ris3_region_layer_new (shumate_map_get_viewport (self->map), session, self->side));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  self->pins = ris3_note_pins_new (self->map, self->layer, session);
  add_badges (self);
  g_signal_connect_object (session, "notify::hovered-region", G_CALLBACK (on_hovered_region_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->side == RIS3_SIDE_FIRST)
    g_signal_connect_object (session, "notify::classification", G_CALLBACK (_ris3_map_view_follow_boundaries), self,
                             G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
ris3_map_view_set_label (Ris3MapView *self, const char *label)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Map of regions"), -1);
}

Ris3Classification *
_ris3_map_view_get_classification (Ris3MapView *self)
{
  return self->session != NULL ? ris3_session_get_side (self->session, self->side) : NULL;
}

ShumateMap *
ris3_map_view_get_map (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), NULL);
  return self->map;
}

Ris3RegionLayer *
ris3_map_view_get_layer (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), NULL);
  return self->layer;
}

Ris3CommentBadges *
ris3_map_view_get_badges (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), NULL);
  return self->badges;
}

Ris3NotePins *
ris3_map_view_get_pins (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), NULL);
  return self->pins;
}
