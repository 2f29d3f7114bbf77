/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes on the map: the card of one that is opened, or of several at one place, the menu of a pin, and where a new one
 * is pinned. */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-insets.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-note-words.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"

#define WIDTH 300
/* A note of so many characters is scrolled. */
#define LONG_TEXT 500
#define LONG_HEIGHT 220
/* More notes of one place are scrolled, too. */
#define MANY_NOTES 6

static void
on_region_clicked_cb (Ris3MapStage *self)
{
  Ris3NotePin *pin = ris3_note_pins_find (ris3_map_view_get_pins (self->card_map), self->card_note);
  Ris3Note *note = pin != NULL ? ris3_note_pin_get_note (pin) : NULL;
  gint region = note != NULL ? ris3_session_find_place (self->session, NULL, ris3_note_get_nuts_version (note),
                                                        ris3_note_get_region_code (note))
                             : -1;

  gtk_popover_popdown (GTK_POPOVER (self->card));
  if (region >= 0)
    ris3_session_select (self->session, region);
}

static void
on_used_cb (Ris3MapStage *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->card));
}

/* Takes the floating target. */
static GtkWidget *
new_button (Ris3MapStage *self, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_used_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return button;
}

static GtkWidget *
new_tools (Ris3MapStage *self, Ris3Note *note)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gint64 id = ris3_note_get_id (note);

  gtk_box_set_homogeneous (GTK_BOX (tools), TRUE);
  gtk_box_append (GTK_BOX (tools), new_button (self, _ ("_Edit…"), "edit.note-form", g_variant_new_int64 (id)));
  gtk_box_append (GTK_BOX (tools), new_button (self, _ ("_Hide"), "edit.set", ris3_note_new_hiding (note, TRUE)));
  gtk_box_append (GTK_BOX (tools), new_button (self, _ ("_Delete"), "edit.note-delete", g_variant_new_int64 (id)));
  return tools;
}

static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = ris3_copy_text_new (text);

  if (g_utf8_strlen (text, -1) < LONG_TEXT)
    return label;
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height",
                       LONG_HEIGHT, "child", label, NULL);
}

static void
fill_card (Ris3MapStage *self, Ris3Note *note)
{
  GtkWidget *box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 8, NULL);
  g_autofree char *region = ris3_note_dup_region (note, self->session);
  g_autofree char *origin = ris3_note_dup_origin (note);

  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), new_text (ris3_note_get_text (note)));
  gtk_box_append (GTK_BOX (box), ris3_part_text (origin, "quiet"));
  if (region != NULL)
    {
      GtkWidget *link = ris3_part_link (region);

      gtk_widget_set_tooltip_text (link, _ ("Show This Region"));
      g_signal_connect_object (link, "clicked", G_CALLBACK (on_region_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), link);
    }
  if (ris3_session_get_editing (self->session))
    gtk_box_append (GTK_BOX (box), new_tools (self, note));
  gtk_popover_set_child (GTK_POPOVER (self->card), box);
}

void
_ris3_map_stage_place_card (Ris3MapStage *self)
{
  GtkWidget *map;
  Ris3NotePin *pin;
  graphene_point_t point;
  double x, y;

  if (self->card == NULL || self->card_map == NULL)
    return;
  map = GTK_WIDGET (ris3_map_view_get_map (self->card_map));
  pin = ris3_note_pins_find_shown (ris3_map_view_get_pins (self->card_map), self->card_note);
  if (pin != NULL)
    {
      shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (SHUMATE_MAP (map)), map,
                                                  shumate_location_get_latitude (SHUMATE_LOCATION (pin)),
                                                  shumate_location_get_longitude (SHUMATE_LOCATION (pin)), &x, &y);
      if (gtk_widget_compute_point (map, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
        gtk_popover_set_pointing_to (
            GTK_POPOVER (self->card),
            &(GdkRectangle){ (int) point.x - 12, (int) point.y - RIS3_NOTE_PIN_HEIGHT, 24, RIS3_NOTE_PIN_HEIGHT });
    }
  gtk_popover_present (GTK_POPOVER (self->card));
}

/* The keys go back to the pin, or to its map. */
static void
on_card_closed_cb (Ris3MapStage *self)
{
  Ris3NotePin *pin;

  if (self->card_map == NULL)
    return;
  pin = ris3_note_pins_find_shown (ris3_map_view_get_pins (self->card_map), self->card_note);
  if (pin == NULL || !gtk_widget_grab_focus (GTK_WIDGET (pin)))
    gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->card_map)));
}

/* Where a note's pin is; lists: for all notes there. */
static void
point_card (Ris3MapStage *self, Ris3MapView *map, Ris3Note *note, gboolean lists)
{
  if (self->card == NULL)
    {
      self->card = gtk_popover_new ();
      gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_TOP);
      gtk_widget_add_css_class (self->card, "note-card");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
      g_signal_connect_object (self->card, "closed", G_CALLBACK (on_card_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->card, GTK_WIDGET (self));
    }
  self->card_map = map;
  self->card_note = ris3_note_get_id (note);
  self->card_lists = lists;
  ris3_session_set_hovered_region (self->session, -1);
}

static void
pop_up_card (Ris3MapStage *self)
{
  _ris3_map_stage_place_card (self);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

static void
open_card (Ris3MapStage *self, Ris3MapView *map, Ris3Note *note)
{
  point_card (self, map, note, FALSE);
  fill_card (self, note);
  pop_up_card (self);
}

static void
on_listed_clicked_cb (Ris3MapStage *self, GtkWidget *button)
{
  Ris3Note *note = g_object_get_data (G_OBJECT (button), "note");
  g_autoptr (Ris3Note) kept = g_object_ref (note);

  /* The button goes with what it is in. */
  open_card (self, self->card_map, kept);
}

/* Notes that no scale of the map sets apart. */
static void
open_list (Ris3MapStage *self, Ris3MapView *map, Ris3NotePin *pin)
{
  g_autoptr (GPtrArray) notes = ris3_note_pins_list_gathered (ris3_map_view_get_pins (map), pin, NULL);
  GtkWidget *box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 2, NULL);
  GtkWidget *child = box;

  point_card (self, map, ris3_note_pin_get_note (pin), TRUE);
  gtk_widget_set_size_request (box, WIDTH, -1);
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *title = ris3_note_dup_title (g_ptr_array_index (notes, i));
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                       "max-width-chars", 40, NULL);
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", label, "tooltip-text", title, NULL);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "note", g_object_ref (g_ptr_array_index (notes, i)), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_listed_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (notes->len > MANY_NOTES)
    child = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height",
                          LONG_HEIGHT, "child", box, NULL);
  gtk_popover_set_child (GTK_POPOVER (self->card), child);
  pop_up_card (self);
}

void
_ris3_map_stage_open_pin (Ris3MapStage *self, Ris3MapView *map, Ris3NotePin *pin)
{
  Ris3NotePins *pins = ris3_map_view_get_pins (map);

  if (ris3_note_pin_get_number (pin) <= 1)
    open_card (self, map, ris3_note_pin_get_note (pin));
  else if (ris3_note_pins_part_at (pins, pin, RIS3_MAP_VIEW_MAX_SCALE))
    {
      Ris3Box box;
      g_autoptr (GPtrArray) notes = ris3_note_pins_list_gathered (pins, pin, &box);

      ris3_map_view_show_within (map, &box);
    }
  else
    open_list (self, map, pin);
}

static void
on_opened_cb (Ris3MapStage *self, Ris3NotePin *pin, Ris3NotePins *pins)
{
  _ris3_map_stage_open_pin (self, pins == ris3_map_view_get_pins (self->map_view) ? self->map_view : self->second, pin);
}

/* What is open shows what the atlas has now. */
static void
on_pins_changed_cb (Ris3MapStage *self, Ris3NotePins *pins)
{
  Ris3NotePin *pin;

  if (self->card == NULL || !gtk_widget_get_visible (self->card) || ris3_map_view_get_pins (self->card_map) != pins)
    return;
  pin = ris3_note_pins_find (pins, self->card_note);
  if (pin == NULL || self->card_lists)
    gtk_popover_popdown (GTK_POPOVER (self->card));
  else
    fill_card (self, ris3_note_pin_get_note (pin));
}

void
_ris3_map_stage_watch_pins (Ris3MapStage *self, Ris3MapView *map)
{
  Ris3NotePins *pins = ris3_map_view_get_pins (map);

  g_signal_connect_object (pins, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pins, "changed", G_CALLBACK (on_pins_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
ris3_map_stage_show_note (Ris3MapStage *self, gint64 id)
{
  Ris3NotePins *pins;
  Ris3NotePin *pin;

  g_return_val_if_fail (RIS3_IS_MAP_STAGE (self), FALSE);
  pins = ris3_map_view_get_pins (self->map_view);
  pin = pins != NULL ? ris3_note_pins_find (pins, id) : NULL;
  if (pin == NULL)
    return FALSE;
  ris3_map_view_uncover_place (self->map_view, shumate_location_get_longitude (SHUMATE_LOCATION (pin)),
                               shumate_location_get_latitude (SHUMATE_LOCATION (pin)));
  open_card (self, self->map_view, ris3_note_pin_get_note (pin));
  return TRUE;
}

void
ris3_map_stage_set_shows_notes (Ris3MapStage *self, gboolean shows)
{
  g_return_if_fail (RIS3_IS_MAP_STAGE (self));
  ris3_note_pins_set_visible (ris3_map_view_get_pins (self->map_view), shows);
  if (self->second != NULL)
    ris3_note_pins_set_visible (ris3_map_view_get_pins (self->second), shows);
}

void
ris3_map_stage_set_shows_badges (Ris3MapStage *self, gboolean shows)
{
  g_return_if_fail (RIS3_IS_MAP_STAGE (self));
  ris3_comment_badges_set_visible (ris3_map_view_get_badges (self->map_view), shows);
  ris3_insets_set_shows_badges (RIS3_INSETS (self->cards[RIS3_CARD_INSETS]), shows);
  if (self->second_cards[RIS3_CARD_INSETS] != NULL)
    ris3_insets_set_shows_badges (RIS3_INSETS (self->second_cards[RIS3_CARD_INSETS]), shows);
  if (self->second != NULL)
    ris3_comment_badges_set_visible (ris3_map_view_get_badges (self->second), shows);
}

void
_ris3_map_stage_append_pinning (Ris3MapStage *self, GMenu *menu, double x, double y)
{
  Ris3Side side = self->compares && !gdk_rectangle_contains_point (&self->map_places[RIS3_SIDE_FIRST], (int) x, (int) y)
                      ? RIS3_SIDE_SECOND
                      : RIS3_SIDE_FIRST;
  Ris3MapView *map = side == RIS3_SIDE_FIRST ? self->map_view : self->second;
  double longitude, latitude;
  g_autofree char *key = NULL;
  g_autoptr (GMenu) section = NULL;
  g_autoptr (GMenuItem) item = NULL;
  gint region;

  if (!ris3_session_get_editing (self->session))
    return;
  x -= self->map_places[side].x;
  y -= self->map_places[side].y;
  shumate_viewport_widget_coords_to_location (shumate_map_get_viewport (ris3_map_view_get_map (map)),
                                              GTK_WIDGET (ris3_map_view_get_map (map)), x, y, &latitude, &longitude);
  region = ris3_map_view_pick_region (map, x, y);
  key = region >= 0 ? ris3_session_dup_region_key (self->session, (guint) region) : g_strdup ("");
  section = g_menu_new ();
  item = g_menu_item_new (_ ("Add Note Here…"), NULL);
  g_menu_item_set_action_and_target (item, "edit.note-pin", "(dds)", longitude, latitude, key);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
