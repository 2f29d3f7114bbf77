/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes on the map: a person pins one, moves it, reads and hides it, and finds it in the list of all. */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/edit/ris3-edit-form.h"
#include "app/map/ris3-note-pins.h"
#include "app/map/ris3-notes-window.h"
#include "app/ris3-session-edit.h"
#include "test-find.h"
#include "test-window.h"

static GtkWidget *
map_of (Ris3Window *window)
{
  return GTK_WIDGET (ris3_map_view_get_map (ris3_window_get_map_view (window)));
}

/* The only note; NULL: there is none. It lives as long as the atlas does not change. */
static Ris3Note *
get_note (Ris3Window *window)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (ris3_window_get_session (window)));
  g_autoptr (Ris3Note) note = g_list_model_get_item (notes, 0);

  return note;
}

static GtkWidget *
get_pin (Ris3Window *window)
{
  Ris3Note *note = get_note (window);

  return note != NULL ? GTK_WIDGET (
             ris3_note_pins_find (ris3_map_view_get_pins (ris3_window_get_map_view (window)), ris3_note_get_id (note)))
                      : NULL;
}

static gboolean
has_pin (gpointer window)
{
  return get_pin (window) != NULL && gtk_widget_get_mapped (get_pin (window));
}

static gboolean
has_no_pin (gpointer window)
{
  return get_pin (window) == NULL;
}

static double
get_longitude (Ris3Window *window)
{
  double longitude = NAN;

  g_assert_true (ris3_note_get_place (get_note (window), &longitude, NULL));
  return longitude;
}

static gboolean
has_menu_item (gpointer window)
{
  return test_find_label (window, "Add Note Here…") != NULL;
}

static gboolean
shows_card (gpointer window)
{
  return test_find_label (window, "Ask again in spring") != NULL;
}

static gboolean
shows_no_card (gpointer window)
{
  return test_find_label (window, "Ask again in spring") == NULL;
}

static gboolean
has_badge_focus (gpointer window)
{
  return RIS3_IS_COUNT_BADGE (gtk_window_get_focus (window));
}

static gboolean
has_focus (gpointer pin)
{
  return gtk_widget_has_focus (pin);
}

static gboolean
is_hidden (gpointer window)
{
  return ris3_note_get_hidden (get_note (window));
}

static gboolean
is_shown (gpointer window)
{
  return !ris3_note_get_hidden (get_note (window));
}

static gboolean
has_note (gpointer window)
{
  return get_note (window) != NULL;
}

/* … in the window of the map. */
static gboolean
shows_pinned (gpointer window)
{
  return has_pin (window) && shows_card (window);
}

static gboolean
has_form (gpointer unused)
{
  return test_find_window (RIS3_TYPE_EDIT_FORM) != NULL;
}

/* The menu of the map, by its key: at the region that is selected. */
static void
add_note (Ris3Window *window)
{
  Ris3Note *note;
  double x, y;

  test_region_position (window, "FRL0", &x, &y);
  test_click (map_of (window), x, y, NULL);
  test_assert_cmpstr (test_selected_code (window), ==, "FRL0");
  gtk_widget_grab_focus (map_of (window));
  test_key_until (window, "shift+F10", has_menu_item, window, "the menu of the map");
  test_click_label_until (window, "Add Note Here…", has_form, NULL, "the form of a note");
  test_wait_for_active (test_find_window (RIS3_TYPE_EDIT_FORM));
  test_wait_for_label (test_find_window (RIS3_TYPE_EDIT_FORM), "Provence");
  test_type (window, "Ask again in spring");
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_until (has_note, window, "a note");
  note = get_note (window);
  g_assert_cmpstr (ris3_note_get_region_code (note), ==, "FRL0");
  g_assert_cmpfloat (get_longitude (window), >, 4.2);
  g_assert_cmpfloat (get_longitude (window), <, 7.8);
  test_wait_until (has_pin, window, "its pin");
}

/* Where the pin is held, on the map. */
static gboolean
find_grip (Ris3Window *window, graphene_point_t *grip)
{
  GtkWidget *pin = get_pin (window);
  double x, y;

  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (SHUMATE_MAP (map_of (window))), map_of (window),
                                              shumate_location_get_latitude (SHUMATE_LOCATION (pin)),
                                              shumate_location_get_longitude (SHUMATE_LOCATION (pin)), &x, &y);
  g_assert_true (gtk_widget_compute_point (pin, map_of (window), &GRAPHENE_POINT_INIT (15, 15), grip));
  /* It may still be where it was before. */
  return fabs (grip->x - x) < 2 && fabs (grip->y + RIS3_NOTE_PIN_HEIGHT - 15 - y) < 2;
}

/* One edit for as far as it is dragged, which is undone at once. */
static void
drag_pin (Ris3Window *window)
{
  GtkWidget *pin = get_pin (window);
  double longitude = get_longitude (window);
  graphene_point_t point;

  /* Not of the pin, which goes along. */
  test_assert_true (find_grip (window, &point));
  test_drag (map_of (window), point.x, point.y, point.x + 60, point.y + 4);
  test_assert_cmpint (get_longitude (window) > longitude + 0.5, ==, TRUE);
  g_assert_true (get_pin (window) == pin);
  ris3_session_undo (ris3_window_get_session (window), 0);
  test_assert_cmpint (get_longitude (window) == longitude, ==, TRUE);
  test_assert_cmpint (fabs (shumate_location_get_longitude (SHUMATE_LOCATION (pin)) - longitude) < 1e-9, ==, TRUE);
}

/* From its region into another one: it is on that then, by the same edit. */
static void
drag_to_other_region (Ris3Window *window)
{
  graphene_point_t grip;
  double x, y;

  test_assert_true (find_grip (window, &grip));
  test_region_position (window, "ITC4", &x, &y);
  /* Its tip is what tells the place. */
  test_drag (map_of (window), grip.x, grip.y, x, y - (RIS3_NOTE_PIN_HEIGHT - 15));
  test_assert_cmpstr (ris3_note_get_region_code (get_note (window)), ==, "ITC4");
  ris3_session_undo (ris3_window_get_session (window), 0);
  test_assert_cmpstr (ris3_note_get_region_code (get_note (window)), ==, "FRL0");
  test_assert_cmpint (get_longitude (window) < 8, ==, TRUE);
}

/* Dropped at sea it keeps its region, and from there finds another one. */
static void
drag_over_sea (Ris3Window *window)
{
  graphene_point_t grip;
  double longitude = get_longitude (window);
  double x, y;

  test_assert_true (find_grip (window, &grip));
  test_sea_position (window, &x, &y);
  test_drag (map_of (window), grip.x, grip.y, x, y - (RIS3_NOTE_PIN_HEIGHT - 15));
  test_assert_cmpint (get_longitude (window) != longitude, ==, TRUE);
  g_assert_cmpstr (ris3_note_get_region_code (get_note (window)), ==, "FRL0");
  test_assert_true (find_grip (window, &grip));
  test_region_position (window, "ITC4", &x, &y);
  test_drag (map_of (window), grip.x, grip.y, x, y - (RIS3_NOTE_PIN_HEIGHT - 15));
  test_assert_cmpstr (ris3_note_get_region_code (get_note (window)), ==, "ITC4");
  ris3_session_undo (ris3_window_get_session (window), 0);
  test_assert_cmpstr (ris3_note_get_region_code (get_note (window)), ==, "FRL0");
  ris3_session_undo (ris3_window_get_session (window), 0);
  test_assert_cmpint (get_longitude (window) == longitude, ==, TRUE);
}

static void
test_pins (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "notes.ris3atlas", NULL);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Window *window;
  GtkWindow *list;
  GtkWidget *pin;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  window = test_app_start (path);
  test_wait_for_map (window);
  ris3_session_set_editing (ris3_window_get_session (window), TRUE);
  add_note (window);
  test_wait_for_map (window);
  drag_pin (window);
  drag_to_other_region (window);
  drag_over_sea (window);

  /* With the keys: after the map and the badges on it comes its pin, Enter opens it, Escape closes it. */
  pin = get_pin (window);
  gtk_widget_grab_focus (map_of (window));
  test_key_until (window, "Tab", has_badge_focus, window, "the focus on a badge");
  test_key_until (window, "Tab", has_focus, pin, "the focus on the pin");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (pin), "Ask again in spring"));
  test_key_until (window, "Return", shows_card, window, "the note that was opened");
  test_wait_for_label (window, "Provence");
  test_key_until (window, "Escape", shows_no_card, window, "the end of the card");
  test_wait_until (has_focus, pin, "the focus on the pin again");

  /* With the pointer, and from there hidden; only the list has it then. */
  code = g_strdup (test_selected_code (window));
  for (guint i = 0; i < 5 && !shows_card (window); i++)
    {
      test_click (pin, 15, 15, NULL);
      test_wait (500);
    }
  test_wait_until (shows_card, window, "the note that was clicked");
  g_assert_cmpstr (test_selected_code (window), ==, code);
  test_click_until (window, "_Hide", is_hidden, window, "a hidden note");
  test_wait_until (has_no_pin, window, "a map without the pin");
  test_wait_until (shows_no_card, window, "the end of the card");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.notes-list", NULL));
  list = test_wait_for_window (RIS3_TYPE_NOTES_WINDOW);
  test_wait_for_label (list, "Ask again in spring");
  test_wait_for_label (list, "Hidden from the map");
  test_click_until (list, "Show on the Map", is_shown, window, "a note that is shown again");
  test_wait_until (has_pin, window, "its pin");

  /* The list leads to it, wherever the map is, and even if notes are switched off. */
  ris3_map_view_restore (ris3_window_get_map_view (window), 60, 20, 6);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "notes", g_variant_new_boolean (FALSE));
  test_wait_until (has_no_pin, window, "a map without notes");
  /* The list closes: it is not to be looked in for anything then. */
  for (guint i = 0; i < 5 && test_find_window (RIS3_TYPE_NOTES_WINDOW) != NULL; i++)
    {
      test_click_middle (test_find_label (GTK_WIDGET (list), "Ask again in spring"));
      test_key (window, "Return");
      test_wait (500);
    }
  test_wait_for_no_window (RIS3_TYPE_NOTES_WINDOW);
  test_wait_until (shows_pinned, window, "the note from the list");
  test_key_until (window, "Escape", shows_no_card, window, "the end of the card");

  ris3_session_undo (ris3_window_get_session (window), 0);
  test_wait_until (has_no_pin, window, "a map on which it is hidden again");
  ris3_session_set_editing (ris3_window_get_session (window), FALSE);
  test_app_close (window);
}

static gboolean
shows_inbox (gpointer window)
{
  g_autoptr (GVariant) page = g_action_group_get_action_state (G_ACTION_GROUP (window), "page");

  return g_str_equal (g_variant_get_string (page, NULL), "inbox");
}

static void
add_comment (Ris3Session *session, const char *code)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", code);
  ris3_edit_set_text (edit, "target", "region");
  ris3_edit_set_text (edit, "received_on", "2019-03-04");
  ris3_edit_set_text (edit, "text", "There is a new one.");
  ris3_session_edit (session, edit);
}

/* With a copy of the atlas, which is edited. */
static Ris3Window *
start (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  Ris3Window *window;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  window = test_app_start (path);
  /* Where an earlier one has left the map is remembered. */
  ris3_map_view_show_home (ris3_window_get_map_view (window), FALSE);
  test_wait_for_map (window);
  ris3_session_set_editing (ris3_window_get_session (window), TRUE);
  return window;
}

/* A line of the timeline leads to its comment. */
static void
test_timeline (void)
{
  Ris3Window *window = start ("timeline.ris3atlas");
  Ris3Session *session = ris3_window_get_session (window);

  add_comment (session, "IS00");
  ris3_session_select (session, (gint) test_find_region (window, "IS00"));
  test_wait_for_label (window, "4 March 2019");
  test_click_label_until (window, "Comment received", shows_inbox, window, "the inbox");
  test_wait_for_label (window, "There is a new one.");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("map"));
  ris3_session_set_editing (session, FALSE);
  test_app_close (window);
}

static void
add_pin (Ris3Session *session, const char *text, double longitude, double latitude)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("note");

  ris3_edit_set_text (edit, "text", text);
  ris3_edit_set_real (edit, "longitude", longitude);
  ris3_edit_set_real (edit, "latitude", latitude);
  ris3_session_edit (session, edit);
}

/* The pin that stands for a note of some text; NULL: there is none. */
static Ris3NotePin *
find_shown (Ris3Window *window, const char *text)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (ris3_window_get_session (window)));

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (Ris3Note) note = g_list_model_get_item (notes, i);
      Ris3NotePin *pin = ris3_note_pins_find_shown (ris3_map_view_get_pins (ris3_window_get_map_view (window)),
                                                    ris3_note_get_id (note));

      if (g_str_equal (ris3_note_get_text (note), text))
        return pin != NULL && gtk_widget_get_mapped (GTK_WIDGET (pin)) ? pin : NULL;
    }
  return NULL;
}

static gboolean
shows_three (gpointer window)
{
  Ris3NotePin *pin = find_shown (window, "Here too");

  return pin != NULL && ris3_note_pin_get_number (pin) == 3 && find_shown (window, "Not far") == pin;
}

static gboolean
shows_two_and_one (gpointer window)
{
  Ris3NotePin *pin = find_shown (window, "Here too"), *other = find_shown (window, "Not far");

  return pin != NULL && other != NULL && ris3_note_pin_get_number (pin) == 2 && ris3_note_pin_get_number (other) == 1;
}

static gboolean
shows_list (gpointer window)
{
  return test_find_label (window, "Here too") != NULL && test_find_label (window, "Just here") != NULL;
}

static gboolean
shows_one (gpointer window)
{
  return test_find_label (window, "Here too") != NULL && test_find_label (window, "Just here") == NULL;
}

static gboolean
shows_no_text (gpointer window)
{
  return test_find_label (window, "Here too") == NULL;
}

static gboolean
has_pin_menu (gpointer window)
{
  return test_find_label (window, "Open Note") != NULL;
}

static gboolean
has_no_pin_menu (gpointer window)
{
  return test_find_label (window, "Open Note") == NULL;
}

static gboolean
is_deleted (gpointer window)
{
  return find_shown (window, "Not far") == NULL;
}

static gboolean
has_focus_on_not_far (gpointer window)
{
  return gtk_window_get_focus (window) == GTK_WIDGET (find_shown (window, "Not far"));
}

static void
click_pin (Ris3Window *window, const char *text, TestCondition condition, const char *what)
{
  for (guint i = 0; i < 5 && !condition (window); i++)
    {
      /* A pin of a map that still moves would be missed. */
      test_wait_for_map (window);
      if (find_shown (window, text) != NULL)
        test_click (GTK_WIDGET (find_shown (window, text)), 15, 15, NULL);
      test_wait (2000);
    }
  test_wait_until (condition, window, what);
}

static void
open_pin_menu (Ris3Window *window)
{
  for (guint i = 0; i < 5 && !has_pin_menu (window); i++)
    {
      test_move_pointer (GTK_WIDGET (find_shown (window, "Not far")), 15, 15);
      test_event ((const char *const[]){ "click", "3", NULL });
      test_wait (1000);
    }
  test_wait_until (has_pin_menu, window, "the menu of a pin");
  g_assert_null (test_find_label (GTK_WIDGET (window), "Copy the Map as a Picture"));
}

/* Pins at one place are one, which sets apart those that can be, and lists the others; each has a menu of its own. */
static void
test_gathered (void)
{
  Ris3Window *window = start ("gathered.ris3atlas");
  Ris3Session *session = ris3_window_get_session (window);

  /* In the sea, where there are neither badges nor cards. */
  add_pin (session, "Just here", -5.5, 46);
  add_pin (session, "Here too", -5.5, 46);
  add_pin (session, "Not far", -5.4, 46.05);
  test_wait_until (shows_three, window, "one pin of three notes");
  g_assert_nonnull (
      strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (find_shown (window, "Not far"))), "3 notes here:\nJust here"));
  click_pin (window, "Here too", shows_two_and_one, "pins that are apart");
  test_wait_for_map (window);
  click_pin (window, "Here too", shows_list, "the list of both notes of one place");
  test_click_label_until (window, "Here too", shows_one, window, "the note from the list");
  test_key_until (window, "Escape", shows_no_text, window, "the end of the card");

  /* By the pointer and by keys. */
  open_pin_menu (window);
  test_wait_for_label (window, "Edit Note…");
  test_key_until (window, "Escape", has_no_pin_menu, window, "the end of the menu");
  gtk_widget_grab_focus (GTK_WIDGET (find_shown (window, "Not far")));
  test_wait_until (has_focus_on_not_far, window, "the focus on the pin");
  test_key_until (window, "shift+F10", has_pin_menu, window, "the menu by its key");
  test_click_label_until (window, "Delete Note", is_deleted, window, "the end of the note");
  ris3_session_undo (session, 0);
  test_wait_until (shows_two_and_one, window, "the note that is back");
  ris3_session_set_editing (session, FALSE);
  test_wait_for_map (window);
  open_pin_menu (window);
  g_assert_null (test_find_label (GTK_WIDGET (window), "Delete Note"));
  test_key_until (window, "Escape", has_no_pin_menu, window, "the end of the menu");

  /* From afar they are one again. */
  ris3_map_view_show_home (ris3_window_get_map_view (window), FALSE);
  test_wait_until (shows_three, window, "one pin again");
  test_app_close (window);
}

static guint
count_notes (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_notes (ris3_session_get_atlas (ris3_window_get_session (window))));
}

static gboolean
has_two_notes (gpointer window)
{
  return count_notes (window) == 2;
}

static gboolean
has_three_notes (gpointer window)
{
  return count_notes (window) == 3;
}

static gboolean
has_no_notes (gpointer window)
{
  return count_notes (window) == 0;
}

/* The list of notes adds one, for the region that is selected, and deletes those that are selected, which are back at
 * once. */
static void
test_list (void)
{
  Ris3Window *window = start ("notes-list.ris3atlas");
  Ris3Session *session = ris3_window_get_session (window);
  GtkWindow *list;

  add_pin (session, "First", -12, 47);
  add_pin (session, "Second", -12, 40);
  test_wait_until (has_two_notes, window, "two notes");
  ris3_session_select (session, (gint) test_find_region (window, "FRL0"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.notes-list", NULL));
  list = test_wait_for_window (RIS3_TYPE_NOTES_WINDOW);
  test_wait_for_label (list, "Second");
  test_click_until (list, "New Note…", has_form, NULL, "the form of a note");
  test_wait_for_active (test_find_window (RIS3_TYPE_EDIT_FORM));
  test_wait_for_label (test_find_window (RIS3_TYPE_EDIT_FORM), "Provence");
  test_type (window, "Third");
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_until (has_three_notes, window, "a third note");
  test_wait_for_label (list, "Third");
  test_wait_for_active (list);

  test_click_middle (test_find_label (GTK_WIDGET (list), "Third"));
  test_click_until (list, "Delete the Selected Notes", has_two_notes, window, "the end of the third note");
  test_wait_for_no_label (list, "Third");
  ris3_session_undo (session, 0);
  test_wait_until (has_three_notes, window, "the third note again");
  test_click_middle (test_find_label (GTK_WIDGET (list), "First"));
  test_key (window, "ctrl+a");
  test_key_until (window, "Delete", has_no_notes, window, "the end of all notes");
  ris3_session_undo (session, 0);
  test_wait_until (has_three_notes, window, "all notes again");

  /* Who reads cannot delete. */
  ris3_session_set_editing (session, FALSE);
  test_assert_null (test_find_button (GTK_WIDGET (list), "New Note…"));
  g_assert_null (test_find_button (GTK_WIDGET (list), "Delete the Selected Notes"));
  gtk_window_close (list);
  test_wait_for_no_window (RIS3_TYPE_NOTES_WINDOW);
  test_app_close (window);
}

static Ris3MapView *
find_second (GtkWidget *widget)
{
  Ris3MapView *found = NULL;

  if (RIS3_IS_MAP_VIEW (widget) && ris3_map_view_get_side (RIS3_MAP_VIEW (widget)) == RIS3_SIDE_SECOND)
    return gtk_widget_get_mapped (widget) ? RIS3_MAP_VIEW (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_second (child);
  return found;
}

/* What is waited for of a badge. */
typedef struct
{
  Ris3Window *window;
  const char *code;
  guint count; /* 0: there is none */
  gboolean faded;
  gboolean is_second; /* of the maps */
} Badge;

static Ris3CountBadge *
find_badge (const Badge *self)
{
  Ris3MapView *map
      = self->is_second ? find_second (GTK_WIDGET (self->window)) : ris3_window_get_map_view (self->window);
  Ris3CountBadge *badge = map != NULL ? ris3_comment_badges_find (ris3_map_view_get_badges (map),
                                                                  (guint) test_find_region (self->window, self->code))
                                      : NULL;

  return badge != NULL && gtk_widget_get_mapped (GTK_WIDGET (badge)) ? badge : NULL;
}

static gboolean
is_badge_so (gpointer data)
{
  const Badge *self = data;
  Ris3CountBadge *badge = find_badge (self);

  return badge != NULL
             ? ris3_count_badge_get_count (badge) == self->count && ris3_count_badge_get_faded (badge) == self->faded
             : self->count == 0;
}

static void
wait_for_badge (Ris3Window *window, const char *code, guint count)
{
  Badge badge = { window, code, count, FALSE, FALSE };

  test_wait_until (is_badge_so, &badge, code);
}

/* The badges that are seen count what the indicator counts, no more and no less. */
static void
assert_counts (Ris3Window *window)
{
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "indicator=open-comments level=%s",
      ris3_level_rule_get_id (ris3_classification_get_level_rule (ris3_session_get_classification (session))));
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);
  g_autoptr (GHashTable) sums = g_hash_table_new (NULL, NULL);
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  GHashTableIter iter;
  gpointer badge, sum;

  g_assert_no_error (error);
  placement = ris3_placement_new_of_atlas (
      ris3_placement_get_geodata (ris3_classification_get_placement (ris3_session_get_classification (session))),
      ris3_session_get_atlas (session));
  classification = ris3_classification_new (placement, view);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      guint n_open = (guint) territory->value.number;

      badge
          = ris3_comment_badges_find (ris3_map_view_get_badges (ris3_window_get_map_view (window)), territory->region);
      g_assert_true ((badge != NULL) == (n_open > 0));
      if (badge != NULL)
        g_hash_table_insert (sums, badge,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sums, badge)) + n_open));
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &badge, &sum))
    g_assert_cmpuint (ris3_count_badge_get_count (badge), ==, GPOINTER_TO_UINT (sum));
  g_assert_cmpuint (g_hash_table_size (sums), >, 0);
}

static gboolean
has_selected (gpointer data)
{
  const Badge *self = data;

  return g_strcmp0 (test_selected_code (self->window), self->code) == 0;
}

static gboolean
has_badge_menu (gpointer window)
{
  return test_find_label (window, "Show in Inbox") != NULL;
}

static gboolean
has_no_badge_menu (gpointer window)
{
  return !has_badge_menu (window);
}

static gboolean
shows_map (gpointer window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (ris3_window_get_map_view (window)));
}

/* What a badge counts is listed, also by keys. */
static void
check_badge_menu (Ris3Window *window, const Badge *badge)
{
  for (guint i = 0; i < 5 && !has_badge_menu (window); i++)
    {
      test_move_pointer (GTK_WIDGET (find_badge (badge)), 10, 10);
      test_event ((const char *const[]){ "click", "3", NULL });
      test_wait (1000);
    }
  test_wait_for_label (window, "Open Region");
  test_key_until (window, "Escape", has_no_badge_menu, window, "the end of the menu");
  gtk_widget_grab_focus (GTK_WIDGET (find_badge (badge)));
  test_key_until (window, "shift+F10", has_badge_menu, window, "the menu by its key");
  test_click_label_until (window, "Show in Inbox", shows_inbox, window, "the inbox");
  test_wait_for_label (window, "Only the comments that were open on Provence-Alpes-Côte d’Azur are listed.");
  test_wait_for_label (window, "All (2)");
  test_key_until (window, "alt+1", shows_map, window, "the map again");
  test_wait_for_map (window);
}

/* The badge on the small map of Guadeloupe; NULL: it has none. */
static GtkWidget *
find_inset_badge (gpointer window)
{
  GtkWidget *name = test_find_label (window, "Guadeloupe");
  GtkWidget *badge = name != NULL ? test_find_type (gtk_widget_get_parent (name), RIS3_TYPE_COUNT_BADGE) : NULL;

  return badge != NULL && gtk_widget_get_mapped (badge) ? badge : NULL;
}

static gboolean
has_inset_badge (gpointer window)
{
  return find_inset_badge (window) != NULL;
}

static gboolean
has_no_inset_badge (gpointer window)
{
  return !has_inset_badge (window);
}

/* What lies overseas has its badge where it is drawn. */
static void
check_inset_badge (Ris3Window *window)
{
  Badge guadeloupe = { window, "FRY1", 1, FALSE, FALSE };

  test_wait_for_label (window, "Guadeloupe");
  g_assert_true (has_no_inset_badge (window));
  add_comment (ris3_window_get_session (window), "FRY1");
  test_wait_until (has_inset_badge, window, "the badge of Guadeloupe");
  g_assert_cmpuint (ris3_count_badge_get_count (RIS3_COUNT_BADGE (find_inset_badge (window))), ==, 1);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_inset_badge (window)), ==, "1 open comment: Guadeloupe");
  for (guint i = 0; i < 5 && !has_selected (&guadeloupe); i++)
    {
      test_click_middle (find_inset_badge (window));
      test_wait (500);
    }
  test_wait_until (has_selected, &guadeloupe, "the region of the badge");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (FALSE));
  test_wait_until (has_no_inset_badge, window, "no badges");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (TRUE));
  test_wait_until (has_inset_badge, window, "badges again");
  ris3_session_undo (ris3_window_get_session (window), 0);
  test_wait_until (has_no_inset_badge, window, "nothing to count");
}

static gboolean
has_two_badges (gpointer window)
{
  Badge berlin = { window, "DE3", 1, FALSE, FALSE }, brandenburg = { window, "DE4", 1, FALSE, FALSE };

  return is_badge_so (&berlin) && is_badge_so (&brandenburg) && find_badge (&berlin) != find_badge (&brandenburg);
}

static gboolean
has_two_selected (gpointer window)
{
  guint n_selected;

  ris3_session_get_selection (ris3_window_get_session (window), &n_selected);
  return n_selected == 2;
}

/* The map moves from there as from anywhere else. */
static void
drag_from (Ris3Window *window, Ris3CountBadge *badge)
{
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (map_of (window)));
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (badge), map_of (window), &GRAPHENE_POINT_INIT (10, 10), &point));
  test_drag (map_of (window), point.x, point.y, point.x + 70, point.y);
  test_assert_cmpint (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) < longitude - 0.5, ==, TRUE);
  g_assert_true (has_two_selected (window));
  ris3_map_view_show_home (ris3_window_get_map_view (window), FALSE);
  test_wait_for_map (window);
}

static void
test_badges (void)
{
  Ris3Window *window = start ("badges.ris3atlas");
  Ris3Session *session = ris3_window_get_session (window);
  Badge provence = { window, "FRL0", 2, FALSE, FALSE }, andalusia = { window, "ES61", 1, FALSE, FALSE };
  Badge catalonia = { window, "ES51", 1, FALSE, FALSE };
  g_autoptr (Ris3View) former = ris3_view_ref (ris3_session_get_view (session));
  g_autoptr (Ris3View) view = NULL;

  wait_for_badge (window, "FRL0", 0);
  add_comment (session, "FRL0");
  wait_for_badge (window, "FRL0", 1);
  add_comment (session, "FRL0");
  wait_for_badge (window, "FRL0", 2);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (find_badge (&provence))), ==,
                   "2 open comments: Provence-Alpes-Côte d’Azur");

  check_badge_menu (window, &provence);
  check_inset_badge (window);

  /* With the keys: Tab leads to the one with the most comments, arrows to others; Enter selects its region. */
  gtk_widget_grab_focus (map_of (window));
  test_key_until (window, "Tab", has_focus, find_badge (&provence), "the focus on the badge");
  test_key_until (window, "Return", has_selected, &provence, "the region of the badge");
  wait_for_badge (window, "ES51", 1);
  gtk_widget_grab_focus (GTK_WIDGET (find_badge (&provence)));
  test_key_until (window, "Left", has_focus, find_badge (&catalonia), "the focus on the badge to the left");

  /* With the pointer. */
  add_comment (session, "ES61");
  test_wait_until (is_badge_so, &andalusia, "the badge of Andalusia");
  for (guint i = 0; i < 5 && !has_selected (&andalusia); i++)
    {
      test_click_middle (GTK_WIDGET (find_badge (&andalusia)));
      test_wait (500);
    }
  test_wait_until (has_selected, &andalusia, "the region of the badge that was clicked");
  for (guint i = 0; i < 5 && !has_two_selected (window); i++)
    {
      test_click_middle_with (GTK_WIDGET (find_badge (&provence)), "ctrl");
      test_wait (500);
    }
  test_wait_until (has_two_selected, window, "the region that was added");
  drag_from (window, find_badge (&provence));

  /* One in the middle of the other: a badge for both, which shows them from nearer by. */
  add_comment (session, "DE3");
  add_comment (session, "DE4");
  wait_for_badge (window, "DE4", 2);
  wait_for_badge (window, "DE3", 2);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (find_badge (&(Badge){ window, "DE3", 2, FALSE, FALSE }))),
                   ==, "2 open comments in 2 regions: Berlin, Brandenburg");
  assert_counts (window);
  for (guint i = 0; i < 5 && !has_two_badges (window); i++)
    {
      test_click_middle (GTK_WIDGET (find_badge (&(Badge){ window, "DE3", 2, FALSE, FALSE })));
      test_wait (1000);
    }
  test_wait_until (has_two_badges, window, "a badge for each of the two");
  assert_counts (window);
  ris3_map_view_show_home (ris3_window_get_map_view (window), FALSE);
  test_wait_for_map (window);

  /* Countries have what their regions have. */
  view = ris3_view_from_text ("level=0", former, NULL);
  ris3_session_set_view (session, view);
  wait_for_badge (window, "DE", 3);
  wait_for_badge (window, "FR", 2);
  assert_counts (window);
  g_clear_pointer (&view, ris3_view_unref);

  /* What the filter fades has an empty bubble. */
  view = ris3_view_from_text ("filter=country:ES", former, NULL);
  ris3_session_set_view (session, view);
  provence.faded = TRUE;
  test_wait_until (is_badge_so, &provence, "an empty badge");
  g_assert_true (is_badge_so (&andalusia));
  provence.faded = FALSE;
  g_clear_pointer (&view, ris3_view_unref);

  /* Beside another map, on both. */
  view = ris3_view_from_text ("against=theme:oncology", former, NULL);
  ris3_session_set_view (session, view);
  provence.is_second = TRUE;
  test_wait_until (is_badge_so, &provence, "the badge of the second map");
  provence.is_second = FALSE;
  test_wait_until (is_badge_so, &provence, "the badge of the first map");
  ris3_session_set_view (session, former);
  wait_for_badge (window, "FRL0", 2);

  /* Switched off and on, and gone with what it counts. */
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (FALSE));
  wait_for_badge (window, "FRL0", 0);
  wait_for_badge (window, "ES61", 0);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (TRUE));
  wait_for_badge (window, "FRL0", 2);
  for (guint left = 5; left > 0; left--)
    {
      ris3_session_undo (session, 0);
      if (left == 4)
        wait_for_badge (window, "DE3", 1);
    }
  wait_for_badge (window, "ES61", 0);
  wait_for_badge (window, "FRL0", 0);
  ris3_session_set_editing (session, FALSE);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/notes/pins", test_pins);
  g_test_add_func ("/window/notes/gathered", test_gathered);
  g_test_add_func ("/window/notes/list", test_list);
  g_test_add_func ("/window/notes/timeline", test_timeline);
  g_test_add_func ("/window/notes/badges", test_badges);
  return g_test_run ();
}
