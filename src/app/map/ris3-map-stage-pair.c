/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two maps beside each other, or one above the other where there is no room for that, with what stands above them. */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-comparison-bar.h"
#include "app/map/ris3-insets.h"
#include "app/map/ris3-legend.h"
#include "app/map/ris3-map-caption.h"

/* Two maps of half of it are narrower than any window. */
#define LEAST_WIDTH 640
/* Between the maps. */
#define GAP 4

static void
on_narrow_changed_cb (Ris3MapStage *self)
{
  gboolean narrow;

  g_object_get (self->map_view, "narrow", &narrow, NULL);
  ris3_comparison_bar_set_narrow (RIS3_COMPARISON_BAR (self->bar), narrow);
}

static void
make_pair (Ris3MapStage *self)
{
  self->second = g_object_new (RIS3_TYPE_MAP_VIEW, NULL);
  ris3_map_view_join (self->second, self->map_view);
  ris3_note_pins_set_visible (ris3_map_view_get_pins (self->second),
                              ris3_note_pins_get_visible (ris3_map_view_get_pins (self->map_view)));
  ris3_comment_badges_set_visible (ris3_map_view_get_badges (self->second),
                                   ris3_comment_badges_get_visible (ris3_map_view_get_badges (self->map_view)));
  _ris3_map_stage_watch_pins (self, self->second);
  gtk_widget_insert_after (GTK_WIDGET (self->second), GTK_WIDGET (self), GTK_WIDGET (self->map_view));
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    {
      self->captions[side] = ris3_map_caption_new (self->session, side);
      gtk_widget_insert_before (self->captions[side], GTK_WIDGET (self), GTK_WIDGET (self->map_view));
    }
  self->second_cards[RIS3_CARD_LEGEND] = g_object_new (RIS3_TYPE_LEGEND, NULL);
  self->second_cards[RIS3_CARD_INSETS] = g_object_new (RIS3_TYPE_INSETS, NULL);
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    if (self->second_cards[i] != NULL)
      gtk_widget_insert_after (GTK_WIDGET (self->second_cards[i]), GTK_WIDGET (self), GTK_WIDGET (self->second));
  ris3_legend_set_session (RIS3_LEGEND (self->second_cards[RIS3_CARD_LEGEND]), self->session, RIS3_SIDE_SECOND);
  ris3_insets_set_session (RIS3_INSETS (self->second_cards[RIS3_CARD_INSETS]), self->session, RIS3_SIDE_SECOND);
  ris3_insets_set_shows_badges (RIS3_INSETS (self->second_cards[RIS3_CARD_INSETS]),
                                ris3_comment_badges_get_visible (ris3_map_view_get_badges (self->map_view)));
  self->bar = ris3_comparison_bar_new (self->session);
  gtk_widget_insert_after (self->bar, GTK_WIDGET (self), NULL);
  g_signal_connect_object (self->map_view, "notify::narrow", G_CALLBACK (on_narrow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_narrow_changed_cb (self);
}

static void
name_map (Ris3MapView *map, Ris3Classification *shown, Ris3Classification *other)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (other != NULL)
    {
      title = ris3_comparison_dup_side_title (shown, other);
      /* Translators: what a screen reader calls one of two maps; %s is what sets it apart: “2014–2020”. */
      label = g_strdup_printf (
          ris3_map_view_get_side (map) == RIS3_SIDE_FIRST ? _ ("First map: %s") : _ ("Second map: %s"), title);
    }
  ris3_map_view_set_label (map, label);
}

void
_ris3_map_stage_update_pair (Ris3MapStage *self)
{
  Ris3Classification *first = ris3_session_get_side (self->session, RIS3_SIDE_FIRST);
  Ris3Classification *second = ris3_session_get_side (self->session, RIS3_SIDE_SECOND);
  gboolean compares = second != NULL;

  if (compares && self->second == NULL)
    make_pair (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->second == NULL)
    return;
  /* Who was there goes on with the map that stays. */
  if (!compares && self->compares
      && (gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->second)
          || gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->bar))
    gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
  self->compares = compares;
  gtk_widget_set_visible (GTK_WIDGET (self->second), compares);
  gtk_widget_set_visible (self->bar, compares);
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    gtk_widget_set_visible (self->captions[side], compares);
  name_map (self->map_view, first, second);
  if (compares)
    name_map (self->second, second, first);
  /* Both are drawn in the time of one frame. */
  ris3_region_layer_set_frame_budget (ris3_map_view_get_layer (self->map_view),
                                      RIS3_REGION_LAYER_FRAME_BUDGET / (compares ? 2 : 1));
  ris3_region_layer_set_frame_budget (ris3_map_view_get_layer (self->second), RIS3_REGION_LAYER_FRAME_BUDGET / 2);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int least, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), &height, NULL, NULL, NULL);
  return height;
}

void
_ris3_map_stage_find_places (Ris3MapStage *self, int x, int width, int height, gboolean is_mirrored)
{
  gboolean is_beside = width >= LEAST_WIDTH;
  int map_width = is_beside ? (width - GAP) / 2 : width;
  int bar_height, caption_height, map_height, rest;

  bar_height = measure_height (self->bar, width);
  caption_height = MAX (measure_height (self->captions[RIS3_SIDE_FIRST], map_width),
                        measure_height (self->captions[RIS3_SIDE_SECOND], map_width));
  rest = height - bar_height;
  map_height = MAX (1, (is_beside ? rest : (rest - GAP) / 2) - caption_height);
  self->bar_place = (GdkRectangle){ x, 0, width, bar_height };
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    {
      gboolean is_right = is_beside && (side == RIS3_SIDE_SECOND) != is_mirrored;
      int left = x + (is_right ? map_width + GAP : 0);
      int top = bar_height + (!is_beside && side == RIS3_SIDE_SECOND ? caption_height + map_height + GAP : 0);

      self->caption_places[side] = (GdkRectangle){ left, top, map_width, caption_height };
      self->map_places[side] = (GdkRectangle){ left, top + caption_height, map_width, map_height };
    }
}

void
_ris3_map_stage_allocate_pair (Ris3MapStage *self)
{
  gtk_widget_size_allocate (GTK_WIDGET (self->second), &self->map_places[RIS3_SIDE_SECOND], -1);
  gtk_widget_size_allocate (self->bar, &self->bar_place, -1);
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    gtk_widget_size_allocate (self->captions[side], &self->caption_places[side], -1);
}
