/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each task of a policy officer, done through the real window with real pointer and key events. */
#include "config.h"

#include "test-log.h"
#include "test-window.h"

#include "app/map/ris3-map-stage.h"

#include <math.h>
#include <sqlite3.h>

static GtkWidget *
map_of (Ris3Window *window)
{
  return GTK_WIDGET (ris3_map_view_get_map (ris3_window_get_map_view (window)));
}

/* First start: the user's own copy of the default atlas is made and shown, with its headline. */
static void
test_start (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Classification *classification;
  const char *path;

  test_wait_for_map (window);
  path = ris3_atlas_get_path (ris3_session_get_atlas (ris3_window_get_session (window)));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, RIS3_ATLAS_SUFFIX));

  classification = ris3_session_get_classification (ris3_window_get_session (window));
  test_assert_cmpuint (ris3_classification_count_class (classification, 0), >, 0);
  test_wait_for_label (window, "32");
  test_wait_for_label (window, "of 170 analysed strategies");
  test_assert_nonnull (
      test_find_label (GTK_WIDGET (window), "of 2014–2020 (19 %) explicitly prioritise personalised medicine"));
  test_wait_for_label (window, "© EuroGeographics for the administrative boundaries");
  test_wait_for_label (window, "No strategy known");
  test_app_close (window);
}

/* Whether Provence-Alpes-Côte d'Azur lies near the middle of what the cards leave free of the map. */
static gboolean
is_provence_shown (gpointer data)
{
  Ris3MapStage *stage = RIS3_MAP_STAGE (gtk_widget_get_parent (GTK_WIDGET (ris3_window_get_map_view (data))));
  const GdkRectangle *room = &ris3_map_stage_get_plan (stage)->room;
  double x, y;

  test_region_position (data, "FRL0", &x, &y);
  return fabs (x - room->x - room->width / 2.0) < 150 && fabs (y - room->y - room->height / 2.0) < 150;
}

/* Ctrl+F, a name, Enter: the map flies there and the region's page opens. */
static void
test_search (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  test_key (window, "ctrl+f");
  test_type (window, "provence cote azur frl0");
  test_wait (300);
  test_key (window, "Return");
  test_wait_until (is_provence_shown, window, "the flight to Provence");
  test_assert_cmpstr (test_selected_code (window), ==, "FRL0");
  test_wait_for_label (window, "Regional Innovation Strategy - Provence-Alpes-Côte d'Azur");
  test_wait_for_label (window, "Telemedicine");
  test_key (window, "Escape");
  test_assert_cmpstr (test_selected_code (window), ==, "");
  test_key (window, "Home");
  test_wait_for_map (window);
  test_app_close (window);
}

static gboolean
is_provence_hovered (gpointer data)
{
  return ris3_session_get_hovered_region (ris3_window_get_session (data)) == test_find_region (data, "FRL0");
}

static gboolean
is_nothing_hovered (gpointer data)
{
  return ris3_session_get_hovered_region (ris3_window_get_session (data)) == -1;
}

/* The pointer names the region under it, and its class. */
static void
test_hover (void)
{
  Ris3Window *window = test_app_start (NULL);
  double x, y;

  test_wait_for_map (window);
  test_region_position (window, "FRL0", &x, &y);
  test_move_pointer (map_of (window), x, y);
  test_wait_until (is_provence_hovered, window, "the pointer on Provence");
  test_wait_for_label (GTK_WIDGET (ris3_window_get_map_view (window)), "FRL0");
  test_wait_for_label (GTK_WIDGET (ris3_window_get_map_view (window)), "Explicit PM priority");
  test_sea_position (window, &x, &y);
  test_move_pointer (map_of (window), x, y);
  test_wait_until (is_nothing_hovered, window, "the pointer on the sea");
  test_wait_for_no_label (GTK_WIDGET (ris3_window_get_map_view (window)), "FRL0");
  test_app_close (window);
}

/* A click selects, Ctrl+click adds, a drag does neither, and a click on the sea selects nothing. */
static void
test_click_selects (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  double x, y, other_x, other_y;
  double longitude;
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  guint n_selected;

  test_wait_for_map (window);
  test_region_position (window, "FRL0", &x, &y);
  test_region_position (window, "BG", &other_x, &other_y);
  test_click (map_of (window), x, y, NULL);
  test_assert_cmpstr (test_selected_code (window), ==, "FRL0");
  test_wait_for_label (window, "Telemedicine");

  test_wait_for_map (window);
  test_region_position (window, "BG", &other_x, &other_y);
  test_click (map_of (window), other_x, other_y, "ctrl");
  ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, ==, 2);

  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  test_drag (map_of (window), x, y, x + 80, y + 10);
  test_wait_for_map (window);
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), <, longitude - 1);
  ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, ==, 2);

  test_sea_position (window, &x, &y);
  test_click (map_of (window), x, y, NULL);
  test_assert_cmpstr (test_selected_code (window), ==, "");
  test_app_close (window);
}

/* The menu of what the map shows, by keyboard: level, period and NUTS version change the map. */
static void
test_change_level (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *button;

  test_wait_for_map (window);
  button = test_find_button (GTK_WIDGET (window), "What the Map Shows");
  g_assert_nonnull (button);
  test_click_middle (button);
  test_wait_for_label (window, "Level");
  test_wait (300);
  test_click_middle (test_find_label (GTK_WIDGET (window), "Level"));
  test_wait_for_label (window, "Countries (level 0)");
  test_wait (300);
  test_click_middle (test_find_label (GTK_WIDGET (window), "Countries (level 0)"));
  test_assert_cmpint (ris3_view_get_level_rule (ris3_session_get_view (session)), ==, RIS3_LEVEL_RULE_COUNTRY);
  test_assert_cmpuint (ris3_classification_get_n_territories (ris3_session_get_classification (session)), ==, 37);
  test_wait_for_label (window, "Countries (level 0) · NUTS 2016");

  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2021"));
  test_wait_for_map (window);
  test_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2021);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2016"));
  test_wait_for_map (window);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "level-rule",
                                      g_variant_new_string ("strategy-territory"));
  test_wait_for_map (window);
  test_app_close (window);
}

/* By keyboard alone: next region, a neighbour, zoom and pan. */
static void
test_keyboard (void)
{
  Ris3Window *window = test_app_start (NULL);
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  double zoom, longitude;

  test_wait_for_map (window);
  zoom = shumate_viewport_get_zoom_level (viewport);
  test_key (window, "plus");
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), >, zoom);
  test_key (window, "minus");
  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  test_key (window, "Right");
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), >, longitude);
  test_key (window, "n");
  test_assert_cmpstr (test_selected_code (window), ==, "AL");
  test_key (window, "n");
  test_assert_cmpstr (test_selected_code (window), !=, "AL");
  test_key (window, "p");
  test_assert_cmpstr (test_selected_code (window), ==, "AL");
  test_key (window, "ctrl+Right");
  test_assert_cmpstr (test_selected_code (window), !=, "AL");
  test_key (window, "Escape");
  test_key (window, "Home");
  test_wait_for_map (window);
  test_app_close (window);
}

static gboolean
is_up_to_date (gpointer layer)
{
  return ris3_region_layer_is_up_to_date (layer);
}

/* On a machine that is too slow for a frame a sixtieth of a second, frames are made on another thread:
 * the map is right in the end all the same, even if what it shows changes in the meantime.
 */
static void
test_slow_machine (void)
{
  static const char *const levels[] = { "0", "3", "strategy-territory" };
  Ris3Window *window = test_app_start (NULL);
  Ris3RegionLayer *layer = ris3_map_view_get_layer (ris3_window_get_map_view (window));
  Ris3Session *session = ris3_window_get_session (window);
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  double x, y;

  test_wait_for_map (window);
  ris3_region_layer_set_frame_budget (layer, 0);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      /* Now the level changes while the picture is out of date and a frame is being made. */
      shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + 0.3);
      test_wait (20);
      shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + 0.3);
      test_region_position (window, "CZ020", &x, &y);
      test_assert_cmpint (
          ris3_region_layer_pick (layer, x, y), ==,
          ris3_boundaries_get_region (ris3_session_get_boundaries (session), test_find_region (window, "CZ020"))
              ->first_leaf);
      g_action_group_change_action_state (G_ACTION_GROUP (window), "level-rule", g_variant_new_string (levels[i]));
      test_wait_until (is_up_to_date, layer, "a picture of the present view");
    }
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2021"));
  test_wait_for_map (window);
  test_wait_until (is_up_to_date, layer, "a picture of NUTS 2021");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2016"));
  test_wait_for_map (window);
  test_key (window, "Home");
  test_wait_for_map (window);
  /* Closed while a frame is being made. */
  shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + 0.01);
  test_wait (5);
  test_app_close (window);
}

static void
write_damaged (const char *path)
{
  g_autofree char *text = g_strdup ("This is a letter, not an atlas.");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A file that is not an atlas is refused with a message and a way forward; what was shown stays. */
static void
test_open_damaged (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "letter.ris3atlas", NULL);
  g_autofree char *contents = NULL;
  Ris3Window *window;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  write_damaged (path);
  window = test_app_start (path);
  test_wait (600);
  test_wait_for_label (window, "The Atlas Cannot Be Opened");
  test_wait_for_label (window, "letter.ris3atlas");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "This is a letter, not an atlas.");

  test_click_middle (test_find_label (GTK_WIDGET (window), "Open the Default Atlas"));
  test_wait_for_map (window);
  test_wait_for_label (window, "of 170 analysed strategies");
  test_wait_for_no_label (window, "The Atlas Cannot Be Opened");

  test_drop_file (window, path);
  test_wait (600);
  test_wait_for_label (window, "letter.ris3atlas");
  test_wait_for_label (window, "of 170 analysed strategies");
  test_app_close (window);
}

/* Window, view and choices are as they were left. */
static void
test_reopen (void)
{
  Ris3Window *window = test_app_start (NULL);
  ShumateViewport *viewport;
  double zoom, longitude;

  test_wait_for_map (window);
  test_key (window, "plus");
  test_key (window, "plus");
  test_key (window, "Right");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "period", g_variant_new_string ("2021-2027"));
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "FRL0"));
  test_wait_for_map (window);
  viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  zoom = shumate_viewport_get_zoom_level (viewport);
  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  test_app_close (window);

  window = test_app_start (NULL);
  test_wait_for_map (window);
  viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), longitude, 1e-9);
  test_assert_cmpstr (ris3_view_get_period (ris3_session_get_view (ris3_window_get_session (window))), ==, "2021-2027");
  test_wait_for_label (window, "2021–2027");
  test_assert_cmpstr (test_selected_code (window), ==, "FRL0");
  test_wait_for_label (window, "Provence-Alpes-Côte d’Azur");
  ris3_session_select (ris3_window_get_session (window), -1);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "period", g_variant_new_string ("2014-2020"));
  test_key (window, "Home");
  test_wait_for_map (window);
  test_app_close (window);
}

static int
query (sqlite3 *database, const char *sql, const char *period)
{
  sqlite3_stmt *statement;
  int result;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, period, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  result = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return result;
}

typedef struct
{
  Ris3Window *window;
  const char *words;
  GtkWidget *(*get_figure) (GtkWidget *words);
  int figure;
} Figure;

static gboolean
is_shown (gpointer data)
{
  const Figure *figure = data;
  GtkWidget *words = test_find_label (GTK_WIDGET (figure->window), figure->words);
  GtkWidget *label = words != NULL ? figure->get_figure (words) : NULL;
  g_autofree char *text = g_strdup_printf ("%d", figure->figure);

  return GTK_IS_LABEL (label) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text);
}

/* The figures on the screen are those that plain SQL finds in the atlas; the legend's are those of the
 * classification, which tests/map compares with plain SQL.
 */
static void
test_figures (void)
{
  static const char *const periods[] = { "2014-2020", "2021-2027" };
  static const char analysed_sql[] = "SELECT count(*) FROM strategy WHERE period = ?1 AND analysis_state <> 'pending'";
  static const char explicit_sql[]
      = "SELECT count(*) FROM strategy WHERE period = ?1 AND analysis_state <> 'pending' AND pm_mark = 1";
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  sqlite3 *database;

  test_wait_for_map (window);
  g_assert_cmpint (
      sqlite3_open_v2 (ris3_atlas_get_path (ris3_session_get_atlas (session)), &database, SQLITE_OPEN_READONLY, NULL),
      ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *base = g_strdup_printf ("of %d analysed strategies", query (database, analysed_sql, periods[i]));
      Ris3Classification *classification;
      Ris3ClassScheme *scheme;

      g_action_group_change_action_state (G_ACTION_GROUP (window), "period", g_variant_new_string (periods[i]));
      test_wait_for_map (window);
      test_wait_until (
          is_shown, &(Figure){ window, base, gtk_widget_get_prev_sibling, query (database, explicit_sql, periods[i]) },
          base);

      classification = ris3_session_get_classification (session);
      scheme = ris3_classification_get_scheme (classification);
      for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
        if (ris3_classification_lists_class (classification, klass))
          {
            const char *title = ris3_class_scheme_get_title (scheme, klass);

            test_wait_until (is_shown,
                             &(Figure){ window, title, gtk_widget_get_next_sibling,
                                        (int) ris3_classification_count_class (classification, klass) },
                             title);
          }
    }
  sqlite3_close (database);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "period", g_variant_new_string ("2014-2020"));
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/figures", test_figures);
  g_test_add_func ("/window/search", test_search);
  g_test_add_func ("/window/hover", test_hover);
  g_test_add_func ("/window/click", test_click_selects);
  g_test_add_func ("/window/change-level", test_change_level);
  g_test_add_func ("/window/keyboard", test_keyboard);
  g_test_add_func ("/window/slow-machine", test_slow_machine);
  g_test_add_func ("/window/open-damaged", test_open_damaged);
  g_test_add_func ("/window/reopen", test_reopen);
  return g_test_run ();
}
