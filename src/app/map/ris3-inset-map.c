/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-inset-map-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-region-outline.h"
#include "app/ris3-drawing.h"
#include "app/ris3-region-words.h"

/* Of the picture, in pixels. */
#define HEIGHT 36
/* Of a name that is shown whole, however large its text. */
#define PIXELS_A_CHARACTER 10

G_DEFINE_FINAL_TYPE (Ris3InsetMap, ris3_inset_map, GTK_TYPE_WIDGET)

static Ris3Shapes *
get_land (Ris3Session *session)
{
  Ris3Placement *placement = ris3_classification_get_placement (ris3_session_get_classification (session));

  return ris3_geodata_get_land (ris3_placement_get_geodata (placement));
}

gboolean
_ris3_inset_map_is_shown_now (Ris3InsetMap *self)
{
  return self->has_paint && ris3_session_get_side (self->session, self->side) != NULL
         && ris3_session_get_boundaries (self->session) == self->boundaries;
}

static void
append_selection (Ris3InsetMap *self, GtkSnapshot *snapshot, const Ris3Palette *palette)
{
  guint n_selected;
  const guint *selected = ris3_session_get_selection (self->session, &n_selected);

  if (n_selected > 0)
    ris3_region_outline_snapshot (snapshot, self->boundaries, ris3_inset_picture_get_frame (self->picture), selected,
                                  n_selected, palette->highlight, palette->halo, 2.0);
}

static int
get_name_height (Ris3InsetMap *self)
{
  int height;

  gtk_widget_measure (self->name, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static void
ris3_inset_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3InsetMap *self = RIS3_INSET_MAP (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget) - get_name_height (self);
  GskRoundedRect shape;

  if (width > 0 && height > 0)
    {
      GdkRGBA sea = ris3_drawing_get_rgba (palette->sea);

      gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), 6);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &sea, &shape.bounds);
      if (_ris3_inset_map_is_shown_now (self))
        {
          guint scale = CLAMP (gtk_widget_get_scale_factor (widget), 1, 4);

          gtk_snapshot_append_texture (snapshot, ris3_inset_picture_draw (self->picture, width, height, scale),
                                       &shape.bounds);
          append_selection (self, snapshot, palette);
        }
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->name, snapshot);
  if (self->badge != NULL)
    gtk_widget_snapshot_child (widget, self->badge, snapshot);
}

static void
ris3_inset_map_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  Ris3InsetMap *self = RIS3_INSET_MAP (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT + get_name_height (self);
  else
    {
      gtk_widget_measure (self->name, orientation, -1, NULL, natural, NULL, NULL);
      *minimum = self->width;
      *natural = MAX (*natural, self->width);
    }
}

static void
ris3_inset_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3InsetMap *self = RIS3_INSET_MAP (widget);
  int name_height = get_name_height (self);

  gtk_widget_size_allocate (self->name, &(GtkAllocation){ 0, height - name_height, width, name_height }, -1);
  _ris3_inset_map_allocate_badge (self, width);
}

static void
add_territory (Ris3InsetMap *self, guint leaf, GArray *regions)
{
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  guint index = ris3_classification_get_leaf_territory (classification, leaf);
  guint region = ris3_classification_get_territory (classification, index)->region;

  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, guint, i) == region)
      return;
  g_array_append_val (regions, region);
}

/* The regions of the territories that the map shows in the picture. (transfer full) */
static GArray *
find_regions (Ris3InsetMap *self)
{
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, self->region);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    add_territory (self, leaf, regions);
  return regions;
}

void
_ris3_inset_map_choose (Ris3InsetMap *self, const GArray *regions, gboolean adds)
{
  if (adds)
    for (guint i = 0; i < regions->len; i++)
      ris3_session_toggle (self->session, g_array_index (regions, guint, i));
  else
    ris3_session_select_many (self->session, (const guint *) (const void *) regions->data, regions->len);
}

static void
on_released_cb (Ris3InsetMap *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));

  /* The badge takes its own clicks. */
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y) || !_ris3_inset_map_is_shown_now (self)
      || (self->badge != NULL && gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == self->badge)
      || ris3_inset_picture_get_frame (self->picture)->scale <= 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  add_territory (self, ris3_inset_picture_find_leaf (self->picture, x, y), regions);
  _ris3_inset_map_choose (self, regions, (state & GDK_CONTROL_MASK) != 0);
}

static gboolean
on_key_cb (GtkWidget *widget, GVariant *adds, gpointer user_data)
{
  Ris3InsetMap *self = RIS3_INSET_MAP (widget);
  g_autoptr (GArray) regions = _ris3_inset_map_is_shown_now (self) ? find_regions (self) : NULL;

  if (regions != NULL)
    _ris3_inset_map_choose (self, regions, g_variant_get_boolean (adds));
  return GDK_EVENT_STOP;
}

/* Its name, and its class where it has but one. */
static void
update_words (Ris3InsetMap *self)
{
  g_autofree char *name = ris3_region_name_with_code (ris3_boundaries_get_region (self->boundaries, self->region));
  g_autofree char *class_words = NULL;
  g_autofree char *words = NULL;
  Ris3Classification *told;
  gint territory;

  if (!_ris3_inset_map_is_shown_now (self))
    return;
  told = ris3_classification_find_told (ris3_session_get_side (self->session, self->side), self->region, &territory);
  if (territory >= 0)
    {
      class_words = ris3_territory_words (told, territory);
      /* Translators: the name of a region and its class. */
      words = g_strdup_printf (C_ ("region", "%s: %s"), name, class_words);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words != NULL ? words : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : name,
                                  -1);
}

static void
ris3_inset_map_dispose (GObject *object)
{
  Ris3InsetMap *self = RIS3_INSET_MAP (object);

  g_clear_pointer (&self->badge, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->picture, ris3_inset_picture_free);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_inset_map_parent_class)->dispose (object);
}

static void
ris3_inset_map_class_init (Ris3InsetMapClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_inset_map_dispose;
  widget_class->snapshot = ris3_inset_map_snapshot;
  widget_class->measure = ris3_inset_map_measure;
  widget_class->size_allocate = ris3_inset_map_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "insetmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, on_key_cb, "b", FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK, on_key_cb, "b", TRUE);
    }
}

static void
ris3_inset_map_init (Ris3InsetMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->name = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                             (const char *[]){ "caption", NULL }, NULL);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ris3_inset_map_new (Ris3Session *session, Ris3Side side, guint region, int width)
{
  Ris3InsetMap *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && ris3_session_get_boundaries (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_INSET_MAP, NULL);
  self->session = g_object_ref (session);
  self->side = side;
  self->boundaries = ris3_boundaries_ref (ris3_session_get_boundaries (session));
  self->region = region;
  self->width = width;
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), width / PIXELS_A_CHARACTER);
  self->picture = ris3_inset_picture_new (self->boundaries, get_land (session), region);
  gtk_label_set_label (GTK_LABEL (self->name),
                       ris3_region_display_name (ris3_boundaries_get_region (self->boundaries, region)));
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ris3_inset_map_set_paint (Ris3InsetMap *self, Ris3Paint *paint)
{
  g_return_if_fail (RIS3_IS_INSET_MAP (self) && paint != NULL);
  ris3_inset_picture_set_paint (self->picture, paint);
  self->has_paint = TRUE;
  update_words (self);
  ris3_inset_map_update_badge (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
