/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a session notifies, and the model of regions that list and search share. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "app/region/ris3-region-model.h"
#include "app/region/ris3-region-page.h"
#include "app/ris3-session-filter.h"
#include "app/ris3-session-own.h"
#include "map/ris3-own-boundaries.h"
#include "model/ris3-editor.h"
#include "test-log.h"
#include "test-panel.h"

/* Every listener finds all properties at their new values: none depends on the order of listeners. */
static void
assert_consistent (Ris3Session *session)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  Ris3View *view = ris3_session_get_view (session);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  g_autoptr (Ris3View) shown = ris3_view_with_nuts_version (view, ris3_boundaries_get_nuts_version (boundaries));
  guint n_selected, n_regions = ris3_boundaries_get_n_regions (boundaries);
  const guint *selected = ris3_session_get_selection (session, &n_selected);

  g_assert_true (ris3_view_equal (ris3_classification_get_view (classification), shown));
  g_assert_true (ris3_session_get_boundaries (session) == boundaries);
  for (guint i = 0; i < n_selected; i++)
    g_assert_cmpuint (selected[i], <, n_regions);
  g_assert_cmpint (ris3_session_get_selected_region (session), <, (gint) n_regions);
  g_assert_cmpint (ris3_session_get_hovered_region (session), <, (gint) n_regions);
}

static void
on_notify_cb (Ris3Session *session, GParamSpec *pspec, guint *n_notifies)
{
  assert_consistent (session);
  (*n_notifies)++;
}

static void
count_up (guint *count)
{
  (*count)++;
}

static void
wait_for_boundaries (Ris3Session *session)
{
  while (ris3_session_get_loading (session))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_consistent (void)
{
  Ris3Session *session = test_panel_open ();
  guint n_notifies = 0, n_classifications = 0;

  g_signal_connect (session, "notify", G_CALLBACK (on_notify_cb), &n_notifies);
  g_signal_connect (session, "selection-changed", G_CALLBACK (assert_consistent), NULL);
  g_signal_connect_swapped (session, "notify::classification", G_CALLBACK (count_up), &n_classifications);
  test_panel_select (session, "FRL0");
  ris3_session_set_hovered_region (session, ris3_session_get_selected_region (session));

  test_panel_ask (session, "level=2 period=2021-2027 indicator=health");
  g_assert_cmpuint (n_classifications, ==, 1);
  test_panel_ask (session, "level=2 period=2021-2027 indicator=health");
  g_assert_cmpuint (n_classifications, ==, 1);

  test_panel_ask (session, "nuts=2013");
  g_assert_cmpuint (n_classifications, ==, 1);
  /* What does not depend on the boundaries does not wait for them. */
  test_panel_ask (session, "level=0");
  g_assert_cmpuint (n_classifications, ==, 2);
  wait_for_boundaries (session);
  g_assert_cmpuint (n_classifications, ==, 3);
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2013);

  /* Requested, and cancelled before it was loaded. */
  test_panel_ask (session, "nuts=2021");
  test_panel_ask (session, "nuts=2013");
  g_assert_false (ris3_session_get_loading (session));
  test_panel_settle ();
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2013);
  g_assert_cmpuint (n_notifies, >, 10);
  test_panel_end (session);
}

/* Selected regions stay selected, whatever another version calls them. */
static void
test_selection (void)
{
  Ris3Session *session = test_panel_open ();
  const guint *selected;
  guint n_selected;

  test_panel_select (session, "SE11");
  ris3_session_toggle (session, ris3_boundaries_find (ris3_session_get_boundaries (session), "FRL0"));
  ris3_session_toggle (session, ris3_boundaries_find (ris3_session_get_boundaries (session), "AT12"));
  test_panel_ask (session, "nuts=2013");
  wait_for_boundaries (session);
  /* FRL0 is FR82 in 2013. */
  selected = ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, ==, 3);
  g_assert_cmpint (selected[0], ==, ris3_boundaries_find (ris3_session_get_boundaries (session), "SE11"));
  g_assert_cmpint (selected[1], ==, ris3_boundaries_find (ris3_session_get_boundaries (session), "FR82"));
  g_assert_cmpstr (test_panel_selected_code (session), ==, "AT12");
  test_panel_end (session);
}

static void
wait_for_index (Ris3Session *session)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (ris3_session_get_filter_index (session) == NULL || ris3_session_get_filter_result (session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      test_panel_settle ();
    }
}

/* A class is asked for wherever something is filtered: by the map, by what it is compared with, and by what is selected
 * of a chart. */
static void
test_class_filter (void)
{
  Ris3Session *session = test_panel_open ();
  Ris3Classification *compared;
  const Ris3StrategySummary *summary;
  guint n_selected;

  test_panel_ask (session, "period=2014-2020 against=2021-2027 filter=class%3Apersonalised-medicine/explicit");
  wait_for_index (session);
  g_assert_cmpuint (ris3_filter_result_get_n_strategies (ris3_session_get_filter_result (session)), ==, 32);
  compared = ris3_session_get_side (session, RIS3_SIDE_SECOND);
  g_assert_nonnull (compared);
  summary = ris3_classification_get_summary (compared);
  g_assert_cmpuint (summary->n_strategies, >, 0);
  ris3_session_select_matching (session, ris3_session_get_filter (session));
  ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, >=, 20);
  test_panel_end (session);
}

/* Each change as text: "1033-2+1" is two items removed and one added at position 1033. */
static void
on_items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, n_removed, n_added);
}

/* Countries by name, regions by code, and each item describes its own region. */
static void
assert_ordered (GListModel *model, Ris3Session *session)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (session);
  g_autoptr (Ris3RegionItem) before = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, ris3_boundaries_get_n_regions (boundaries));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (model, i);
      guint region = ris3_region_item_get_region (item);

      g_assert_cmpstr (ris3_region_item_get_code (item), ==, ris3_boundaries_get_region (boundaries, region)->code);
      g_assert_cmpint (ris3_region_item_get_territory (item), ==,
                       ris3_classification_find_territory (ris3_session_get_classification (session), region));
      if (before != NULL && ris3_region_item_get_level (item) > 0)
        g_assert_cmpstr (ris3_region_item_get_code (before), <, ris3_region_item_get_code (item));
      else if (before != NULL)
        g_assert_cmpint (g_utf8_collate (ris3_region_item_get_country_name (before), ris3_region_item_get_name (item)),
                         <, 0);
      g_set_object (&before, item);
    }
}

/* (transfer full) */
static Ris3RegionItem *
find_item (GListModel *model, const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (ris3_region_item_get_code (item), code))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* Items notify new classes themselves; new boundaries only remove and add the regions that differ. */
static void
test_region_model (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3RegionModel) regions = ris3_region_model_new (session);
  GListModel *model = G_LIST_MODEL (regions);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (Ris3RegionItem) kept = find_item (model, "SE11");
  g_autoptr (Ris3RegionItem) gone = find_item (model, "FRL0");
  g_autoptr (Ris3RegionItem) again = NULL;
  g_autoptr (Ris3RegionItem) other = NULL;
  guint n_words = 0, n_territories = 0, n_in_2016 = g_list_model_get_n_items (model);

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  g_signal_connect_swapped (kept, "notify::class-words", G_CALLBACK (count_up), &n_words);
  g_signal_connect_swapped (regions, "territories-changed", G_CALLBACK (count_up), &n_territories);
  assert_ordered (model, session);

  test_panel_ask (session, "indicator=health");
  g_assert_cmpuint (n_words, ==, 1);
  g_assert_cmpuint (n_territories, ==, 0);
  test_panel_ask (session, "classes=categories");
  g_assert_cmpuint (n_words, ==, 1);
  test_panel_ask (session, "level=3");
  g_assert_cmpuint (n_territories, ==, 1);
  g_assert_cmpstr (changes->str, ==, "");
  assert_ordered (model, session);
  test_panel_ask (session, "level=2");

  test_panel_select (session, "SE11");
  g_assert_true (ris3_region_model_get_current (regions) == kept);
  test_panel_ask (session, "nuts=2013");
  wait_for_boundaries (session);
  assert_ordered (model, session);
  g_assert_true (ris3_region_model_get_current (regions) == kept);
  g_assert_null (find_item (model, "FRL0"));
  g_test_message ("2016 to 2013: %s", changes->str);
  /* What both versions have stays. */
  g_assert_cmpstr (changes->str, !=, "");
  g_assert_cmpuint (changes->len, <, n_in_2016);

  test_panel_ask (session, "nuts=2016");
  wait_for_boundaries (session);
  assert_ordered (model, session);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_in_2016);
  again = find_item (model, "SE11");
  other = find_item (model, "FRL0");
  g_assert_true (again == kept);
  g_assert_true (other != gone);
  g_clear_object (&regions);
  test_panel_end (session);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  ris3_atlas_reload_finish (RIS3_ATLAS (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* A row of the file is changed: the map, the list and the page follow, the rest stays. */
static void
test_atlas_changes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-session-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.ris3atlas", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Changes) changes = ris3_changes_new ();
  g_autoptr (Ris3RegionModel) regions = NULL;
  g_autoptr (Ris3RegionItem) item = NULL;
  Ris3Session *session;
  GtkWidget *page;
  guint n_classifications = 0;
  gboolean done = FALSE;

  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  session = test_panel_open ();
  ris3_session_open (session, file);
  wait_for_boundaries (session);
  g_assert_cmpstr (ris3_atlas_get_path (ris3_session_get_atlas (session)), ==, path);
  regions = ris3_region_model_new (session);
  item = find_item (G_LIST_MODEL (regions), "FRL0");
  page = test_panel_show (ris3_region_page_new (session));
  test_panel_select (session, "FRL0");
  g_assert_cmpstr (ris3_region_item_get_class_words (item), ==, "Explicit PM priority");
  g_assert_nonnull (test_panel_find_text (page, "Telemedicine"));

  execute (path,
           "UPDATE strategy SET pm_mark = 0, pm_basis = NULL, title = 'As it was changed' WHERE id = 'FRL0-2014'");
  ris3_changes_add (changes, "strategy", "FRL0-2014");
  g_signal_connect_swapped (session, "notify::classification", G_CALLBACK (count_up), &n_classifications);
  g_signal_connect (session, "atlas-changed", G_CALLBACK (assert_consistent), NULL);
  ris3_atlas_reload_async (ris3_session_get_atlas (session), changes, NULL, on_reloaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
  g_assert_cmpuint (n_classifications, ==, 1);
  g_assert_cmpstr (ris3_region_item_get_class_words (item), ==, "Health priority, PM not named");
  g_assert_nonnull (test_panel_find_text (page, "As it was changed"));
  g_assert_nonnull (test_panel_find_text (page, "Telemedicine"));

  /* What is withheld is said to be, and not shown. */
  done = FALSE;
  execute (path, "UPDATE strategy SET withheld = 1 WHERE id = 'FRL0-2014'");
  ris3_atlas_reload_async (ris3_session_get_atlas (session), changes, NULL, on_reloaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
  g_assert_cmpstr (ris3_region_item_get_class_words (item), ==, "Withheld");
  g_assert_nonnull (test_panel_find_text (page, "Withheld: what was found"));
  g_assert_null (test_panel_find_text (page, "Telemedicine"));

  g_clear_object (&regions);
  test_panel_close (page, session);
  g_remove (path);
  g_rmdir (folder);
}

static void
keep_message (Ris3Session *session, const GError *error, char **message)
{
  g_free (*message);
  *message = g_strdup (error->message);
}

static Ris3Session *
open_atlas (const char *path, char **message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Ris3Session *session = ris3_session_new ();

  g_signal_connect (session, "own-failed", G_CALLBACK (keep_message), message);
  ris3_session_open (session, file);
  while (ris3_session_get_classification (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  test_panel_select (session, "CY");
  wait_for_boundaries (session);
  return session;
}

static Ris3Edit *
make_edit (const char *path, const char *areas)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (Ris3OwnBoundaries) own = NULL;

  g_assert_no_error (error);
  if (areas == NULL)
    return ris3_own_boundaries_edit (NULL, atlas);
  own = ris3_own_boundaries_new (areas, ris3_boundary_mapping_from_text ("code=NUTS_ID"), 2016, NULL, &error);
  g_assert_no_error (error);
  return ris3_own_boundaries_edit (own, atlas);
}

static void
apply (const char *path, const char *areas)
{
  g_autoptr (Ris3Edit) edit = make_edit (path, areas);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, NULL, &error);
  g_autoptr (GPtrArray) results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);

  g_assert_no_error (error);
}

/* Back to what the atlas remembers, and to the version that was shown before. */
static void
show_and_leave (Ris3Session *session)
{
  g_autofree char *name = ris3_session_dup_own_name (session);

  g_assert_cmpstr (name, ==, "areas.geojson");
  ris3_session_show_own (session, TRUE);
  g_assert_true (ris3_session_is_loading_own (session));
  wait_for_boundaries (session);
  g_assert_true (ris3_session_shows_own (session));
  ris3_session_show_own (session, FALSE);
  wait_for_boundaries (session);
  g_assert_false (ris3_session_shows_own (session));
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2021);

  /* Who has waited long enough keeps what is shown. */
  ris3_session_show_own (session, TRUE);
  ris3_session_show_own (session, FALSE);
  g_assert_false (ris3_session_get_loading (session));
  /* The thread that was stopped holds it until it ends. */
  while (G_OBJECT (session)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ris3_session_shows_own (session));
}

/* An atlas that remembers boundaries of one's own is shown with them, until another version is asked for; when their
 * file is gone, with those of the program. */
static void
test_own_boundaries (void)
{
  /* Cyprus, nearly. */
  static const char contents[]
      = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"NUTS_ID\":\"CY000\"},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[32.3,34.6],[34,34.6],[34,35.4],[32.3,35.4],[32.3,34.6]]]"
        "}}]}";
  g_autofree char *folder = g_dir_make_tmp ("ris3-session-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.ris3atlas", NULL);
  g_autofree char *areas = g_build_filename (folder, "areas.geojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  Ris3Session *session;

  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_true (g_file_set_contents (areas, contents, -1, &error));
  apply (path, areas);

  session = open_atlas (path, &message);
  g_assert_null (message);
  g_assert_true (ris3_boundaries_is_own (ris3_session_get_boundaries (session)));
  g_assert_cmpint (ris3_boundaries_find (ris3_session_get_boundaries (session), "FRL0"), ==, -1);
  g_assert_cmpstr (test_panel_selected_code (session), ==, "CY");
  test_panel_ask (session, "level=0");
  g_assert_true (ris3_boundaries_is_own (ris3_session_get_boundaries (session)));
  test_panel_ask (session, "nuts=2021");
  wait_for_boundaries (session);
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2021);
  show_and_leave (session);
  test_panel_end (session);

  g_remove (areas);
  session = open_atlas (path, &message);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "areas.geojson"));
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)), ==, 2016);
  test_panel_end (session);

  g_clear_pointer (&message, g_free);
  apply (path, NULL);
  session = open_atlas (path, &message);
  g_assert_null (message);
  test_panel_end (session);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  test_log_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/session/consistent", test_consistent);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/class-filter", test_class_filter);
  g_test_add_func ("/session/region-model", test_region_model);
  g_test_add_func ("/session/atlas-changes", test_atlas_changes);
  g_test_add_func ("/session/own-boundaries", test_own_boundaries);
  return g_test_run ();
}
