/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "app/map/ris3-blank-source.h"
#include "app/ris3-class-swatch.h"
#include "app/ris3-region-words.h"
#include "map/ris3-extent.h"
#include "map/ris3-palette.h"

#define MIN_ZOOM 2
#define MAX_ZOOM 14
#define FLIGHT_MILLISECONDS 500
/* Margin around a region that the map moves to, as a share of its longer side. */
#define REGION_MARGIN 0.6
/* A narrower map has no room for long titles. */
#define NARROW_WIDTH 720
#define TINY_WIDTH 480
/* What a panel must leave free for a region to be shown in. */
#define LEAST_ROOM 48

G_DEFINE_FINAL_TYPE (Ris3MapView, ris3_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
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
}

/* The hover card beside the pointer, on the side that has room. */
static void
allocate_hover_card (Ris3MapView *self, int width, int height)
{
  const int distance = 16;
  int card_width, card_height;
  GtkAllocation allocation;

  gtk_widget_measure (self->hover_card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &card_width, NULL, NULL);
  card_width = MIN (card_width, MAX (1, width));
  gtk_widget_measure (self->hover_card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL, NULL);
  allocation.x = (int) self->pointer_x + distance;
  allocation.y = (int) self->pointer_y + distance;
  if (allocation.x + card_width > width)
    allocation.x = MAX (0, (int) self->pointer_x - distance - card_width);
  if (allocation.y + card_height > height)
    allocation.y = MAX (0, (int) self->pointer_y - distance - card_height);
  allocation.width = card_width;
  allocation.height = card_height;
  gtk_widget_size_allocate (self->hover_card, &allocation, -1);
}

/* After the layout and still before the frame: what follows the map, such as its scale, is laid out anew, which
 * must not be asked for while that is being done.
 */
static void
on_layout_cb (Ris3MapView *self)
{
  if (self->europe_moved && self->shows_europe)
    ris3_map_view_show_europe (self, FALSE);
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

static gboolean
update_narrow (gpointer data)
{
  Ris3MapView *self = data;
  gboolean narrow = is_below (self, NARROW_WIDTH);
  gboolean tiny = is_below (self, TINY_WIDTH);

  self->narrow_source = 0;
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  if (self->tiny != tiny)
    {
      self->tiny = tiny;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TINY]);
    }
  return G_SOURCE_REMOVE;
}

static void
ris3_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);

  gtk_widget_allocate (GTK_WIDGET (self->map), width, height, baseline, NULL);
  if (gtk_widget_should_layout (self->hover_card))
    allocate_hover_card (self, width, height);
  /* A window of another size still shows all of Europe, unless the person has moved the map. */
  if (width != self->shown_width || height != self->shown_height)
    self->europe_moved = TRUE;
  /* Listeners change the layout, which is not allowed while it is being computed. */
  if ((self->narrow != is_below (self, NARROW_WIDTH) || self->tiny != is_below (self, TINY_WIDTH))
      && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_narrow, self, NULL);
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
  GdkRGBA rgba = { (colour >> 16) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, 1 };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { rgba, rgba, rgba, rgba };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (
      &shape, &GRAPHENE_RECT_INIT (inset, inset, MAX (0, width - 2 * inset), MAX (0, height - 2 * inset)), 0);
  gtk_snapshot_append_border (snapshot, &shape, widths, colours);
}

/* Focus shows in two colours, one of which stands out from whatever the map shows there. */
static void
ris3_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const Ris3Palette *palette = ris3_palette_get (dark ? RIS3_PALETTE_DARK : RIS3_PALETTE_LIGHT);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  GTK_WIDGET_CLASS (ris3_map_view_parent_class)->snapshot (widget, snapshot);
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self->map)))
    return;
  append_ring (snapshot, 0, width, height, palette->highlight);
  append_ring (snapshot, 2, width, height, palette->halo);
}

static void
on_hovered_region_changed_cb (Ris3MapView *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gint hovered = ris3_session_get_hovered_region (self->session);
  const Ris3Territory *territory;
  const Ris3Region *region;
  Ris3ClassScheme *scheme;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GString) class_text = NULL;
  gint index = -1;

  if (classification != NULL && hovered >= 0)
    index = ris3_classification_find_territory (classification, hovered);
  gtk_widget_set_visible (self->hover_card, index >= 0);
  if (index < 0)
    return;

  territory = ris3_classification_get_territory (classification, index);
  region = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), hovered);
  /* Translators: a region's name and its NUTS code. */
  name = g_strdup_printf (_ ("%s · %s"), ris3_region_display_name (region), region->code);
  gtk_label_set_label (GTK_LABEL (self->hover_name), name);

  scheme = ris3_classification_get_scheme (classification);
  value = ris3_classification_describe (classification, index);
  class_text = g_string_new (value);
  if (territory->marks & RIS3_MARK_DISPUTED)
    g_string_append_printf (class_text, " · %s", _ ("disputed"));
  if (territory->marks & RIS3_MARK_INHERITED)
    {
      const Ris3Region *source
          = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), territory->source_region);

      g_string_append (class_text, " · ");
      /* Translators: %s is the name of the wider region whose strategy counts. */
      g_string_append_printf (class_text, _ ("inherited from %s"), ris3_region_display_name (source));
    }
  gtk_label_set_label (GTK_LABEL (self->hover_class), class_text->str);
  ris3_class_swatch_set (RIS3_CLASS_SWATCH (self->hover_swatch), scheme, territory->klass, territory->marks);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkWidget *
make_hover_card (Ris3MapView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->hover_name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hover_name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hover_name), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hover_name), 40);
  gtk_widget_add_css_class (self->hover_name, "heading");
  self->hover_swatch = ris3_class_swatch_new (NULL, 0, RIS3_MARK_NONE);
  gtk_widget_set_valign (self->hover_swatch, GTK_ALIGN_CENTER);
  self->hover_class = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hover_class), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hover_class), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hover_class), 40);

  gtk_box_append (GTK_BOX (row), self->hover_swatch);
  gtk_box_append (GTK_BOX (row), self->hover_class);
  gtk_box_append (GTK_BOX (card), self->hover_name);
  gtk_box_append (GTK_BOX (card), row);
  gtk_widget_add_css_class (card, "hover-card");
  gtk_widget_set_can_target (card, FALSE);
  gtk_widget_set_visible (card, FALSE);
  return card;
}

static void
ris3_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ris3_map_view_set_session (RIS3_MAP_VIEW (object), g_value_get_object (value));
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
  g_clear_pointer (&self->hover_card, gtk_widget_unparent);
  if (self->map != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->map)));
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

  self->source = ris3_blank_source_new (MIN_ZOOM, MAX_ZOOM);
  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, self->source);
  shumate_viewport_set_max_zoom_level (viewport, MAX_ZOOM);
  shumate_viewport_set_min_zoom_level (viewport, MIN_ZOOM);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (on_viewport_moved_cb), self, G_CONNECT_SWAPPED);

  /* libshumate 1.0's map cannot take the focus by itself. */
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);
  g_signal_connect_object (self->map, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of regions"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The list of regions gives the same information as text."), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->hover_card = make_hover_card (self);
  gtk_widget_set_parent (self->hover_card, GTK_WIDGET (self));
  _ris3_map_view_add_pointer (self);
}

void
ris3_map_view_set_session (Ris3MapView *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && (session == NULL || RIS3_IS_SESSION (session)));
  if (session == NULL)
    return;
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->layer = RIS3_REGION_LAYER (ris3_region_layer_new (shumate_map_get_viewport (self->map), session));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  g_signal_connect_object (session, "notify::hovered-region", G_CALLBACK (on_hovered_region_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
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

/* Moves the map so that pixel (0, 0) shows the frame's origin, at its scale. */
static void
show_frame (Ris3MapView *self, const Ris3Frame *frame, gboolean animate)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double zoom = CLAMP (log2 (frame->scale / 256), MIN_ZOOM, MAX_ZOOM);
  double longitude = ris3_mercator_longitude (CLAMP (frame->x + width / 2 / frame->scale, 0, 1));
  double latitude = ris3_mercator_latitude (CLAMP (frame->y + height / 2 / frame->scale, 0, 1));
  gboolean animations;

  self->shows_europe = FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (animate && animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    shumate_map_go_to_full_with_duration (self->map, latitude, longitude, zoom, FLIGHT_MILLISECONDS);
  else
    ris3_map_view_restore (self, latitude, longitude, zoom);
}

static gboolean
has_size (Ris3MapView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0 && gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

void
ris3_map_view_show_box (Ris3MapView *self, const Ris3Box *box, gboolean animate)
{
  GdkRectangle room;
  Ris3Frame frame;
  Ris3Box least;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && box != NULL && box->x1 >= box->x0);
  if (!has_size (self))
    return;
  room = self->has_places ? self->room
                          : (GdkRectangle){ 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                            gtk_widget_get_height (GTK_WIDGET (self)) };
  least = (Ris3Box){ box->x0, box->y0, MAX (box->x1, box->x0 + 1e-9), MAX (box->y1, box->y0 + 1e-9) };
  frame = ris3_frame_of_box (&least, room.width, room.height);
  /* Closer than the map goes, it is still in the middle of its room. */
  if (frame.scale > 256 * exp2 (MAX_ZOOM))
    {
      double scale = 256 * exp2 (MAX_ZOOM);

      frame.x += room.width / 2.0 / frame.scale - room.width / 2.0 / scale;
      frame.y += room.height / 2.0 / frame.scale - room.height / 2.0 / scale;
      frame.scale = scale;
    }
  frame.x -= room.x / frame.scale;
  frame.y -= room.y / frame.scale;
  show_frame (self, &frame, animate);
}

void
ris3_map_view_show_region (Ris3MapView *self, guint region)
{
  Ris3Boundaries *boundaries;
  Ris3Box box;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  boundaries = ris3_session_get_boundaries (self->session);
  g_return_if_fail (boundaries != NULL && region < ris3_boundaries_get_n_regions (boundaries));

  /* A region is shown among its neighbours. */
  box = ris3_extent_of_region (boundaries, region, REGION_MARGIN);
  ris3_map_view_show_box (self, &box, TRUE);
}

void
ris3_map_view_set_places (Ris3MapView *self, const Ris3Frame *europe, const GdkRectangle *room)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && europe != NULL && room != NULL);
  if (self->has_places && ris3_frame_equal (&self->europe, europe) && gdk_rectangle_equal (&self->room, room))
    return;
  self->has_places = TRUE;
  self->europe = *europe;
  self->room = *room;
  self->europe_moved = TRUE;
}

gboolean
ris3_map_view_get_shows_europe (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), FALSE);
  return self->shows_europe;
}

void
ris3_map_view_uncover_region (Ris3MapView *self, guint region, int end_inset)
{
  Ris3Point inside;
  Ris3Frame frame;
  double x;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && end_inset >= 0);
  /* A panel as wide as the map leaves nothing to move it to. */
  if (!ris3_region_layer_get_frame (self->layer, &frame) || (int) frame.width < end_inset + LEAST_ROOM)
    return;
  inside = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region)->inside;
  x = (inside.x - frame.x) * frame.scale;
  if (x < frame.width - end_inset)
    return;
  /* The middle of the part that stays uncovered. */
  self->shows_europe = FALSE;
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)),
                                 ris3_mercator_latitude (frame.y + frame.height / 2.0 / frame.scale),
                                 ris3_mercator_longitude (inside.x + end_inset / 2.0 / frame.scale));
}

void
ris3_map_view_show_europe (Ris3MapView *self, gboolean animate)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  if (has_size (self))
    {
      if (self->has_places)
        show_frame (self, &self->europe, animate);
      else
        {
          Ris3Box europe = ris3_extent_of_mainland (ris3_plane_get_mercator ());

          ris3_map_view_show_box (self, &europe, animate);
        }
    }
  self->shows_europe = TRUE;
}

void
ris3_map_view_restore (Ris3MapView *self, double latitude, double longitude, double zoom_level)
{
  ShumateViewport *viewport;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  viewport = shumate_map_get_viewport (self->map);
  self->shows_europe = FALSE;
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, zoom_level);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
}
