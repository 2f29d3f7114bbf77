/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person has boundaries of her own: they are looked at, corrected, used, taken back, lost and forgotten. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "app/boundaries/ris3-boundary-preview.h"
#include "app/boundaries/ris3-boundary-window.h"
#include "app/ris3-session-own.h"
#include "app/map/ris3-map-view.h"
#include "map/ris3-extent.h"
#include "test-find.h"
#include "test-window.h"

static char *folder;

static char *
get_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Provence and Bavaria, nearly, and something in the North Sea; the codes are in a column of an unknown name, and what
 * looks like codes are none. */
static char *
write_areas (const char *remark)
{
  static const struct
  {
    const char *wrong;
    const char *code;
    double x;
    double y;
  } areas[] = { { "XA1", "FRL0", 4.5, 43.3 }, { "XA2", "DE2", 10, 48 }, { "XA3", "QQ77", 3, 55 } };
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  char *path = get_path ("our_areas.geojson");

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_string_append_printf (
        text,
        "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"unit\":\"%s\",\"remark\":\"%s\"},\"geometry\":{"
        "\"type\":\"Polygon\",\"coordinates\":[[[%g,%g],[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]}}",
        i > 0 ? "," : "", areas[i].wrong, areas[i].code, remark, areas[i].x, areas[i].y, areas[i].x + 2, areas[i].y,
        areas[i].x + 2, areas[i].y + 1, areas[i].x, areas[i].y + 1, areas[i].x, areas[i].y);
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return path;
}

static Ris3Session *
get_session (Ris3Window *window)
{
  return ris3_window_get_session (window);
}

static gboolean
shows_own (gpointer window)
{
  return ris3_session_shows_own (get_session (window)) && !ris3_session_get_loading (get_session (window));
}

static gboolean
shows_program (gpointer window)
{
  return !ris3_session_shows_own (get_session (window)) && !ris3_session_get_loading (get_session (window));
}

static gboolean
is_drawn (gpointer preview)
{
  return ris3_boundary_preview_is_drawn (preview);
}

static const char *
get_version (Ris3Window *window)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), "nuts-version");

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
choose_version (Ris3Window *window, const char *version)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string (version));
}

static void
wait_for_end (Ris3Window *window)
{
  test_wait_for_no_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_active (window);
}

/* Searched for, and copied. */
static void
check_lists (Ris3Window *window, GtkWindow *dialog)
{
  g_autofree char *copied = NULL;

  test_wait_for_label (dialog, "Regions of strategies whose code no area has: ");
  test_wait_for_label (dialog, "AT11 (NUTS 2016)");
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (dialog), "Search the List"), GTK_TYPE_SEARCH_ENTRY));
  test_type (window, "pl21");
  test_wait_for_label (dialog, "PL21 (NUTS 2016)");
  test_key (window, "Tab");
  test_key (window, "space");
  test_wait_for_label (dialog, "1 line is on the clipboard.");
  copied = test_read_clipboard (window);
  g_assert_cmpstr (copied, ==, "PL21 (NUTS 2016)\n");
}

/* What is guessed is wrong; it is seen, and corrected. */
static void
correct (Ris3Window *window, GtkWindow *dialog)
{
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_wait_for_label (dialog, "our_areas.geojson");
  test_wait_for_label (dialog, "3 rows, EPSG:4326 (WGS 84)");
  test_wait_for_label (dialog, "Such as XA1 · XA2 · XA3");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  test_wait_for_label (dialog, "No area has a code of NUTS.");
  test_wait_for_label (dialog, "Of no known code: 3");
  test_key (window, "alt+Left");
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_choose_in_row (window, GTK_WIDGET (dialog), "Code", 2);
  test_wait_for_label (dialog, "Such as FRL0 · DE2 · QQ77");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  test_wait_for_label (dialog, "Its code is one of NUTS: 2");
  test_wait_for_label (dialog, "Of no known code: 1");
  test_wait_for_label (dialog, "3 areas are drawn.");
  test_wait_for_label (dialog, "© EuroGeographics");
  test_wait_until (is_drawn, test_find_type (GTK_WIDGET (dialog), RIS3_TYPE_BOUNDARY_PREVIEW), "the map of the areas");
}

/* The map has its areas, the legend its name, and the menu knows it. */
static void
check_shown (Ris3Window *window)
{
  test_wait_until (shows_own, window, "the boundaries of one's own");
  test_wait_for_map (window);
  test_assert_cmpuint (ris3_boundaries_get_n_regions (ris3_session_get_boundaries (get_session (window))), <, 20);
  test_assert_cmpint (test_find_region (window, "FRL0"), >=, 0);
  test_wait_for_label (window, "our_areas.geojson");
  test_wait_for_label (window, " strategies not on these boundaries");
  test_wait_for_label (window, " more have no place on these boundaries.");
  /* The countries around are those of the program. */
  test_wait_for_label (window, "© EuroGeographics for the administrative boundaries around them");
  test_assert_cmpstr (get_version (window), ==, "own");
}

static void
check_program (Ris3Window *window, const char *version)
{
  test_wait_until (shows_program, window, "the boundaries of the program");
  test_wait_for_map (window);
  test_assert_cmpint (test_find_region (window, "PL21"), >=, 0);
  test_assert_cmpstr (get_version (window), ==, version);
}

static gboolean
is_bavaria_selected (gpointer window)
{
  return ris3_session_get_selected_region (get_session (window)) == test_find_region (window, "DE2");
}

/* Areas without a name are found by the one that their code has in any language. */
static void
search (Ris3Window *window)
{
  test_key (window, "ctrl+f");
  test_type (window, "Baviera");
  test_wait (300);
  test_key (window, "Return");
  test_wait_until (is_bavaria_selected, window, "the area of Bavaria");
}

static void
test_use (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = write_areas ("first");
  GtkWindow *dialog;

  test_wait_for_map (window);
  test_choose_file (window, "ctrl+b", path);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  correct (window, dialog);
  check_lists (window, dialog);
  /* A click may be lost where the machine is busy. */
  test_assert_nonnull (test_find_button (GTK_WIDGET (dialog), "_Use These Boundaries"));
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  test_wait_for_label (window, "Use the boundaries of “our_areas.geojson”");
  check_shown (window);

  /* One edit, and one undo. */
  test_key (window, "ctrl+z");
  check_program (window, "2016");
  test_wait_for_no_label (window, "on these boundaries");
  test_key (window, "ctrl+shift+z");
  check_shown (window);

  /* Another version for a while, and that of the view. */
  choose_version (window, "2021");
  check_program (window, "2021");
  choose_version (window, "own");
  check_shown (window);
  choose_version (window, "2021");
  check_program (window, "2021");
  choose_version (window, "2016");
  check_program (window, "2016");
  choose_version (window, "own");
  check_shown (window);
  search (window);
  choose_version (window, "2016");
  check_program (window, "2016");
  test_app_close (window);
}

/* The file is another one, or gone: the map is that of the program, and what can be done is beside the sentence. */
static void
test_lost (void)
{
  g_autofree char *path = write_areas ("second");
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *dialog;

  test_wait_for_map (window);
  test_wait_for_label (window, "have changed since they were chosen");
  check_program (window, "2016");
  /* Choosing again remembers what the columns are. */
  test_click_middle (test_find_button (GTK_WIDGET (window), "Choose A_gain…"));
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "Such as FRL0 · DE2 · QQ77");
  test_wait_for_label (dialog, "The Atlas Remembers");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  check_shown (window);
  test_wait_for_no_label (window, "have changed since they were chosen");
  test_app_close (window);

  g_assert_cmpint (g_unlink (path), ==, 0);
  window = test_app_start (NULL);
  test_wait_for_map (window);
  test_wait_for_label (window, "Bring the file back");
  check_program (window, "2016");
  /* The dialog says it, too. */
  test_key (window, "ctrl+b");
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "The Boundaries Cannot Be Read");
  test_wait_for_label (dialog, "No such file");
  test_key (window, "Escape");
  wait_for_end (window);
  test_click_middle (test_find_button (GTK_WIDGET (window), "_Forget"));
  test_wait_for_label (window, "Use the boundaries of the program");
  test_assert_cmpstr (ris3_atlas_get_boundaries (ris3_session_get_atlas (get_session (window))), ==, "");
  check_program (window, "2016");
  test_app_close (window);
}

/* What is dropped is told by its contents; in the dialog, what is used is forgotten. */
static void
test_drop (void)
{
  g_autofree char *path = write_areas ("third");
  g_autofree char *broken = get_path ("broken.json");
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (broken, "{\"type\":\"FeatureCollection\",", -1, NULL));
  test_wait_for_map (window);
  test_drop_file (window, broken);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "The Boundaries Cannot Be Read");
  test_key (window, "Escape");
  wait_for_end (window);

  test_drop_file (window, path);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_wait_for_no_label (dialog, "The Atlas Remembers");
  /* Without a code, nothing can be read. */
  test_choose_in_row (window, GTK_WIDGET (dialog), "Code", 2);
  test_wait_for_label (dialog, "Such as FRL0");
  test_choose_in_row (window, GTK_WIDGET (dialog), "Code", 0);
  test_wait_for_label (dialog, "Choose the column that has them.");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_choose_in_row (window, GTK_WIDGET (dialog), "Code", 2);
  test_wait_for_label (dialog, "Such as FRL0");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  check_shown (window);

  test_key (window, "ctrl+b");
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "The Atlas Remembers");
  test_click_until (dialog, "_Forget", shows_program, window, "the boundaries of the program");
  wait_for_end (window);
  check_program (window, "2016");
  test_app_close (window);
}

/* A GeoPackage of several layers that names no coordinate system: it is asked for. What cannot be read is told where it
 * can be chosen otherwise. */
static void
test_system (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = get_path ("layers.gpkg");
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("RIS3_TEST_BOUNDARIES"));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  sqlite3 *db = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_chmod (path, 0600);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "UPDATE gpkg_geometry_columns SET srs_id = -1; "
                                 "UPDATE gpkg_contents SET srs_id = -1;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  test_wait_for_map (window);
  test_drop_file (window, path);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "does not say which coordinate system it is in. Choose it.");
  test_wait_for_label (dialog, "nuts_2021_03m");
  test_key (window, "ctrl+Return");
  test_choose_in_row (window, GTK_WIDGET (dialog), "Coordinate System", 1);
  test_wait_for_no_label (dialog, "Choose it.");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, " is there twice: in row 1 of “nuts_2013_");
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_key (window, "Escape");
  wait_for_end (window);
  test_app_close (window);
}

static gboolean
has_open_list (gpointer drop_down)
{
  GtkWidget *popover = test_find_type (drop_down, GTK_TYPE_POPOVER);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static gboolean
has_closed_list (gpointer drop_down)
{
  return !has_open_list (drop_down);
}

static Ris3MapView *
get_map_view (Ris3Window *window)
{
  return RIS3_MAP_VIEW (test_find_type (GTK_WIDGET (window), RIS3_TYPE_MAP_VIEW));
}

/* Whether two degrees by one, from 10° east and 50° north, fill the map, and all of them can be seen. */
static gboolean
is_near (gpointer window)
{
  Ris3Box own = ris3_plane_project_box (ris3_plane_get_mercator (), 10, 50, 12, 51);
  Ris3Box box;

  return ris3_map_view_get_box (get_map_view (window), &box) && box.x0 <= own.x0 && box.x1 >= own.x1 && box.y0 <= own.y0
         && box.y1 >= own.y1
         && (box.x1 - box.x0 < 1.5 * (own.x1 - own.x0) || box.y1 - box.y0 < 1.5 * (own.y1 - own.y0));
}

static gboolean
is_not_near (gpointer window)
{
  return !is_near (window);
}

static gboolean
is_europe (gpointer window)
{
  Ris3Box europe = ris3_extent_of_mainland (ris3_plane_get_mercator ());
  Ris3Box box;

  return ris3_map_view_get_shows_europe (get_map_view (window)) && ris3_map_view_get_box (get_map_view (window), &box)
         && (box.x1 - box.x0 > 0.9 * (europe.x1 - europe.x0) || box.y1 - box.y0 > 0.9 * (europe.y1 - europe.y0));
}

/* A layer for each level: what their names say is seen, and said otherwise. */
static void
test_levels (void)
{
  static const char text[]
      = "{\"type\":\"Topology\",\"objects\":{\"adm_0\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
        "\"Polygon\",\"arcs\":[[0]],\"properties\":{\"code\":\"QQ-\"}}]},\"adm_2\":{\"type\":"
        "\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[1]],\"properties\":{\"code\":"
        "\"QQ-west\"}},{\"type\":\"Polygon\",\"arcs\":[[2]],\"properties\":{\"code\":\"QQ-east\"}}]}},\"arcs\":[[[10,"
        "50],"
        "[12,50],[12,51],[10,51],[10,50]],[[10,50],[11,50],[11,51],[10,51],[10,50]],[[11,50],[12,50],[12,51],[11,51],"
        "[11,50]]]}";
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = get_path ("levels.topojson");
  g_autofree char *before = NULL;
  const char *remembered;
  GtkWindow *dialog;
  GtkWidget *level;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  test_wait_for_map (window);
  before = g_strdup (get_version (window));
  /* Nothing of the file could be seen there. */
  ris3_map_view_restore (get_map_view (window), 38, -8, 7);
  test_drop_file (window, path);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  test_wait_for_label (dialog, "Level 0");
  test_wait_for_label (dialog, "Level 2");
  level = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (dialog), "Level 2"), GTK_TYPE_DROP_DOWN);
  gtk_widget_grab_focus (level);
  test_wait (500); /* it may still be scrolled */
  test_key (window, "space");
  test_wait_until (has_open_list, level, "the list of levels");
  test_key (window, "Home");
  for (guint i = 0; i < 4; i++)
    test_key (window, "Down");
  test_key (window, "Return");
  test_wait_until (has_closed_list, level, "the list of levels to close");
  test_wait_for_label (dialog, "Level 3");
  test_key (window, "ctrl+Return");
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  test_wait_until (shows_own, window, "the boundaries of the file");
  remembered = ris3_atlas_get_boundaries (ris3_session_get_atlas (get_session (window)));
  g_test_message ("%s", remembered);
  test_wait_until (is_near, window, "the map to show these");
  test_assert_nonnull (test_find_button (GTK_WIDGET (window), "Show All of These Boundaries"));
  ris3_map_view_restore (get_map_view (window), 50, 10, 3);
  test_wait_until (is_not_near, window, "the map to show more");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (get_map_view (window))));
  test_key (window, "Home");
  test_wait_until (is_near, window, "the way back");
  g_assert_nonnull (strstr (remembered, "adm_0%3D0"));
  g_assert_nonnull (strstr (remembered, "adm_2%3D3"));
  /* Without them, Europe is the whole again. */
  test_key (window, "ctrl+z");
  check_program (window, before);
  test_wait_until (is_europe, window, "all of Europe");
  test_app_close (window);
}

/* Many areas: reading them is stopped, and showing them; the atlas still remembers them then. */
static void
test_cancel (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = get_path ("many.geojson");
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  GtkWindow *dialog;

  for (guint i = 0; i < 60000; i++)
    {
      double x = (i % 300) / 10.0, y = 40 + (i / 300) / 20.0;

      g_string_append_printf (text,
                              "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"AT_%u\"},\"geometry\":{\"type\":"
                              "\"Polygon\",\"coordinates\":[[[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]}}",
                              i > 0 ? "," : "", i, x, y, x + 0.09, y, x + 0.09, y + 0.04, x, y);
    }
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  test_wait_for_map (window);
  test_drop_file (window, path);
  dialog = test_wait_for_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "boundaries.next", NULL);
  test_wait_for_label (dialog, "Reading the areas…");
  test_key (window, "space");
  test_wait_for_label (dialog, "Step 1 of 2: Layers and Columns");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "boundaries.next", NULL);
  test_wait_for_label (dialog, "Step 2 of 2: What They Show");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "boundaries.next", NULL);
  test_wait_for_no_window (RIS3_TYPE_BOUNDARY_WINDOW);
  test_wait_for_label (window, "Placing the strategies on “many.geojson”…");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.boundaries-stop", NULL);
  test_wait_for_label (window, "“many.geojson” is still remembered.");
  test_wait_for_active (window);
  check_program (window, "2016");
  test_wait_for_no_label (window, "Placing the strategies");
  test_key (window, "ctrl+z");
  test_wait_for_label (window, "Undone: Use the boundaries of “many.geojson”");
  check_program (window, "2016");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-boundaries-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/boundaries/use", test_use);
  g_test_add_func ("/window/boundaries/lost", test_lost);
  g_test_add_func ("/window/boundaries/drop", test_drop);
  g_test_add_func ("/window/boundaries/system", test_system);
  g_test_add_func ("/window/boundaries/levels", test_levels);
  g_test_add_func ("/window/boundaries/cancel", test_cancel);
  return g_test_run ();
}
