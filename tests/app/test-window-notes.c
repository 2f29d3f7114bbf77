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

  /* With the keys: after the map comes its pin, Enter opens it, Escape closes it. */
  pin = get_pin (window);
  gtk_widget_grab_focus (map_of (window));
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

/* A line of the timeline leads to its comment. */
static void
test_timeline (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "timeline.ris3atlas", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("comment");
  Ris3Window *window;
  Ris3Session *session;

  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  window = test_app_start (path);
  session = ris3_window_get_session (window);
  test_wait_for_map (window);
  ris3_session_set_editing (session, TRUE);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "IS00");
  ris3_edit_set_text (edit, "target", "region");
  ris3_edit_set_text (edit, "received_on", "2019-03-04");
  ris3_edit_set_text (edit, "text", "There is a new one.");
  ris3_session_edit (session, edit);
  ris3_session_select (session, (gint) test_find_region (window, "IS00"));
  test_wait_for_label (window, "4 March 2019");
  test_click_label_until (window, "Comment received", shows_inbox, window, "the inbox");
  test_wait_for_label (window, "There is a new one.");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("map"));
  ris3_session_set_editing (session, FALSE);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/notes/pins", test_pins);
  g_test_add_func ("/window/notes/timeline", test_timeline);
  return g_test_run ();
}
