/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "app/region/ris3-region-item.h"
#include "app/region/ris3-region-list.h"
#include "app/region/ris3-region-search.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-filter.h"
#include "test-find.h"
#include "test-log.h"
#include "test-panel.h"

static GListModel *
get_rows (GtkWidget *widget)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (test_find_type (widget, GTK_TYPE_LIST_VIEW))));
}

/* Rows are added a few at a time. */
static void
wait_for_rows (GListModel *rows, Ris3Session *session)
{
  guint n_rows = ris3_classification_get_n_territories (ris3_session_get_classification (session));

  while (g_list_model_get_n_items (rows) < n_rows)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_mirrors_map (GtkWidget *list, Ris3Session *session)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  GListModel *rows = get_rows (list);
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);
  g_autofree char *count = NULL;
  g_autofree char *last_country = NULL;

  wait_for_rows (rows, session);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, ris3_classification_get_n_territories (classification));
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    g_hash_table_add (regions, GUINT_TO_POINTER (ris3_classification_get_territory (classification, i)->region + 1));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (rows, i);
      guint region = ris3_region_item_get_region (item);
      gint territory = ris3_classification_find_territory (classification, region);
      g_autofree char *words = ris3_territory_words (classification, territory);

      g_assert_true (g_hash_table_remove (regions, GUINT_TO_POINTER (region + 1)));
      g_assert_cmpstr (ris3_region_item_get_class_words (item), ==, words);
      if (last_country != NULL)
        g_assert_cmpint (g_utf8_collate (last_country, ris3_region_item_get_country_name (item)), <=, 0);
      g_free (last_country);
      last_country = g_strdup (ris3_region_item_get_country_name (item));
    }
  g_assert_cmpuint (g_hash_table_size (regions), ==, 0);
  count = g_strdup_printf ("%u areas on the map", g_list_model_get_n_items (rows));
  g_assert_nonnull (test_panel_find_text (list, count));
}

static void
test_mirror (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3RegionModel) regions = ris3_region_model_new (session);
  GtkWidget *list = test_panel_show (ris3_region_list_new (session, regions));

  assert_mirrors_map (list, session);
  test_panel_ask (session, "period=2021-2027");
  assert_mirrors_map (list, session);
  test_panel_ask (session, "level=2");
  assert_mirrors_map (list, session);
  test_panel_ask (session, "indicator=health");
  assert_mirrors_map (list, session);
  test_panel_ask (session, "nuts=2021");
  while (ris3_session_get_loading (session))
    g_main_context_iteration (NULL, TRUE);
  assert_mirrors_map (list, session);

  test_panel_close (list, session);
}

static gint
find_row (GListModel *rows, const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (rows, i);

      if (g_str_equal (ris3_region_item_get_code (item), code))
        return i;
    }
  return -1;
}

/* How many rows, in view or not, say something else of their region than the map shows now. */
static guint
count_stale (GtkWidget *list)
{
  g_autoptr (GPtrArray) codes = test_panel_find_class (list, "region-code");
  g_autoptr (GPtrArray) subtitles = test_panel_find_class (list, "row-subtitle");
  GListModel *rows = get_rows (list);
  guint n = 0;

  g_assert_cmpuint (codes->len, ==, subtitles->len);
  g_assert_cmpuint (codes->len, >, 100);
  for (guint i = 0; i < codes->len; i++)
    {
      gint row = find_row (rows, gtk_label_get_text (codes->pdata[i]));
      g_autoptr (Ris3RegionItem) item = NULL;

      g_assert_cmpint (row, >=, 0);
      item = g_list_model_get_item (rows, row);
      n += !g_str_equal (gtk_label_get_text (subtitles->pdata[i]), ris3_region_item_get_class_words (item));
    }
  return n;
}

/* When all rows change, those in view do so at once, and the others soon after. A panel that a longer text made wider
 * would take from the map's width, and have all rows measured again.
 */
static void
test_all_change (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3RegionModel) regions = ris3_region_model_new (session);
  GtkWidget *list = test_panel_show (ris3_region_list_new (session, regions));
  g_autoptr (Ris3Filter) filter = NULL;
  g_autoptr (GPtrArray) subtitles = NULL;
  g_autofree char *former = NULL;
  g_autofree char *count = NULL;
  GtkWidget *only;
  int width, width_filtered;
  guint n_stale, n_all, n_only;

  wait_for_rows (get_rows (list), session);
  while (ris3_session_get_filter_index (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
  g_assert_cmpuint (count_stale (list), ==, 0);
  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  subtitles = test_panel_find_class (list, "row-subtitle");
  former = g_strdup (gtk_label_get_text (subtitles->pdata[0]));

  filter = ris3_session_read_filter (session, "country:FR", NULL, NULL);
  ris3_session_set_filter (session, filter);
  while (g_str_equal (gtk_label_get_text (subtitles->pdata[0]), former))
    g_main_context_iteration (NULL, TRUE);
  n_stale = count_stale (list);
  g_assert_cmpuint (n_stale, >, 0);
  g_assert_cmpuint (n_stale, <, subtitles->len - 5);
  while (count_stale (list) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (test_panel_find_text (list, "of them match the filter"));
  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width_filtered, NULL, NULL);
  g_assert_cmpint (width_filtered, ==, width);

  /* Those that match stand alone, if one wants: they are few among many. */
  only = test_find_type (list, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_widget_get_mapped (only));
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (list)), NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) == only);
  n_all = g_list_model_get_n_items (get_rows (list));
  test_panel_key ("space");
  test_panel_settle ();
  n_only = g_list_model_get_n_items (get_rows (list));
  g_assert_cmpuint (n_only, >, 0);
  g_assert_cmpuint (n_only, <, n_all);
  for (guint i = 0; i < n_only; i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (get_rows (list), i);

      g_assert_true (ris3_region_item_get_matches (item));
    }
  count = g_strdup_printf ("%u areas on the map", n_all);
  g_assert_nonnull (test_panel_find_text (list, count));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) != only);
  ris3_session_clear_filter (session);
  while (g_list_model_get_n_items (get_rows (list)) < n_all)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_mapped (only));

  test_panel_close (list, session);
}

static void
test_list_selection (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3RegionModel) regions = ris3_region_model_new (session);
  GtkWidget *list = test_panel_show (ris3_region_list_new (session, regions));
  GListModel *rows = get_rows (list);
  GtkWidget *view = test_find_type (list, GTK_TYPE_LIST_VIEW);
  g_autoptr (GPtrArray) current = NULL;
  g_autoptr (Ris3RegionItem) item = NULL;
  g_autofree char *description = NULL;
  graphene_rect_t bounds;

  wait_for_rows (rows, session);
  /* Far down: the list scrolls to it and marks it. */
  test_panel_select (session, "SE11");
  current = test_panel_find_class (list, "current");
  g_assert_cmpuint (current->len, ==, 1);
  g_assert_nonnull (test_panel_find_text (current->pdata[0], "SE11"));
  g_assert_true (gtk_widget_compute_bounds (current->pdata[0], list, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (list));

  /* A region within an area marks the area. */
  test_panel_select (session, "FRL03");
  item = g_list_model_get_item (rows, find_row (rows, "FRL0"));
  g_assert_true (ris3_region_item_get_current (item));
  description = ris3_region_item_describe (item);
  g_assert_cmpstr (description, ==, "Provence-Alpes-Côte d’Azur, FRL0, Explicit PM priority");

  ris3_session_select (session, -1);
  test_panel_settle ();
  g_assert_false (ris3_region_item_get_current (item));

  /* Arrow keys only move; Enter selects. */
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", 0);
  gtk_widget_grab_focus (view);
  test_panel_settle ();
  test_panel_key ("Down");
  g_assert_null (test_panel_selected_code (session));
  test_panel_key ("Return");
  g_assert_nonnull (test_panel_selected_code (session));

  test_panel_close (list, session);
}

/* However many rows there are, Tab stops once among them, where one was before; arrows go from row to row. */
static void
test_one_tab_stop (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3RegionModel) regions = ris3_region_model_new (session);
  GtkWidget *list = test_panel_show (ris3_region_list_new (session, regions));
  GtkWidget *row;
  guint n_stops = 0;

  test_panel_ask (session, "level=3");
  wait_for_rows (get_rows (list), session);
  test_panel_settle ();
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (list)), NULL);
  while (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    g_assert_cmpuint (n_stops++, <, 3);
  g_assert_cmpuint (n_stops, ==, 1);

  row = gtk_root_get_focus (gtk_widget_get_root (list));
  g_assert_true (gtk_widget_is_ancestor (row, list));
  test_panel_key ("Down");
  test_panel_key ("Down");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) != row);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (list)), list));
  row = gtk_root_get_focus (gtk_widget_get_root (list));
  g_assert_false (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (list)), NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) == row);

  test_panel_close (list, session);
}

typedef struct
{
  Ris3Session *session;
  GtkWidget *search;
  GtkWidget *entry;
  GtkWidget *popover;
  gint activated;
} SearchFixture;

static void
on_activated_cb (Ris3RegionSearch *search, gint region, SearchFixture *fixture)
{
  fixture->activated = region;
}

static void
set_up_search (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3RegionModel) regions = NULL;

  fixture->session = test_panel_open ();
  regions = ris3_region_model_new (fixture->session);
  fixture->search = ris3_region_search_new (regions);
  gtk_widget_set_valign (fixture->search, GTK_ALIGN_START);
  test_panel_show (fixture->search);
  fixture->entry = test_find_type (fixture->search, GTK_TYPE_SEARCH_ENTRY);
  fixture->popover = test_find_type (fixture->search, GTK_TYPE_POPOVER);
  fixture->activated = -1;
  g_signal_connect (fixture->search, "activated", G_CALLBACK (on_activated_cb), fixture);
  ris3_region_search_focus (RIS3_REGION_SEARCH (fixture->search));
  test_panel_settle ();
}

static void
tear_down_search (SearchFixture *fixture, gconstpointer data)
{
  test_panel_close (fixture->search, fixture->session);
}

static void
look_for (SearchFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  test_panel_settle ();
}

static void
assert_found (SearchFixture *fixture, const char *text, const char *first, const char *also)
{
  GListModel *rows = get_rows (fixture->search);
  g_autoptr (Ris3RegionItem) item = NULL;

  look_for (fixture, text);
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  item = g_list_model_get_item (rows, 0);
  g_assert_nonnull (item);
  g_assert_cmpstr (ris3_region_item_get_code (item), ==, first);
  if (also != NULL)
    g_assert_cmpint (find_row (rows, also), >=, 0);
}

static void
test_search_finds (SearchFixture *fixture, gconstpointer data)
{
  assert_found (fixture, "provence", "FRL", "FRL0");
  assert_found (fixture, "FRL0", "FRL0", "FRL03");
  assert_found (fixture, "frl0", "FRL0", NULL);
  assert_found (fixture, "Ελλάδα", "EL", "EL30");
  assert_found (fixture, "greece", "EL", "EL30");
  assert_found (fixture, "EL", "EL", "EL3");
  assert_found (fixture, "sodermanland", "SE122", NULL);
  assert_found (fixture, "cote azur", "FRL", "FRL0");
  /* All words must match, each in a name or the country. */
  assert_found (fixture, "sweden stockholm", "SE11", "SE110");
  g_assert_cmpint (find_row (get_rows (fixture->search), "SE"), ==, -1);

  /* Names of other languages, and codes that are not of the version. */
  assert_found (fixture, "bavaria", "DE2", NULL);
  assert_found (fixture, "Crete", "EL43", NULL);
  assert_found (fixture, "lombardei", "ITC4", NULL);
  assert_found (fixture, "Βαυαρία", "DE2", NULL);
  assert_found (fixture, "gr-m", "EL43", NULL);
  assert_found (fixture, "fr82", "FRL0", NULL);
  g_assert_nonnull (test_panel_find_text (fixture->popover, "France · FR82 of NUTS 2013"));

  look_for (fixture, "bavarria");
  g_assert_nonnull (test_panel_find_text (fixture->popover, "No region matches “bavarria”. Did you mean:"));
  g_assert_cmpint (find_row (get_rows (fixture->search), "DE2"), ==, 0);

  look_for (fixture, "");
  g_assert_false (gtk_widget_get_visible (fixture->popover));
}

/* Whatever was shown before, that nothing matches takes no more room than the words do. */
static void
test_search_no_match (SearchFixture *fixture, gconstpointer data)
{
  GtkWidget *words;
  int text_height;

  assert_found (fixture, "a", "AL", NULL);
  look_for (fixture, "a qqq");
  words = test_panel_find_text (fixture->popover, "No region matches");
  g_assert_nonnull (words);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (words)), NULL, &text_height);
  g_test_message ("words %d, popover %d", text_height, gtk_widget_get_height (fixture->popover));
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_first_child (fixture->popover)), <=, text_height + 40);
}

static void
test_search_keys (SearchFixture *fixture, gconstpointer data)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (fixture->session);
  GtkRoot *root = gtk_widget_get_root (fixture->search);

  /* A region that was not asked for is opened once it is chosen, not by Enter alone. */
  look_for (fixture, "bavarria");
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, -1);
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  test_panel_key ("Down");
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, ris3_boundaries_find (boundaries, "DE2"));

  look_for (fixture, "provence");
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, ris3_boundaries_find (boundaries, "FRL"));
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  /* The window decides what is selected. */
  g_assert_null (test_panel_selected_code (fixture->session));

  /* Down opens again, moves, and the focus stays. */
  test_panel_key ("Down");
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  test_panel_key ("Down");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), fixture->entry));
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, ris3_boundaries_find (boundaries, "FRL0"));

  /* Up from the first is the last, Down from the last the first. */
  test_panel_key ("Down");
  test_panel_key ("Up");
  test_panel_key ("Down");
  test_panel_key ("Down");
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, ris3_boundaries_find (boundaries, "FRL0"));

  test_panel_key ("Down");
  test_panel_key ("Escape");
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "provence");
  test_panel_key ("Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");

  test_panel_key ("e");
  test_panel_key ("l");
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  test_panel_key ("Return");
  g_assert_cmpint (fixture->activated, ==, ris3_boundaries_find (boundaries, "EL"));
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/region-list/one-tab-stop", test_one_tab_stop);
  g_test_add_func ("/region-list/mirrors-map", test_mirror);
  g_test_add_func ("/region-list/selection", test_list_selection);
  g_test_add_func ("/region-list/all-change", test_all_change);
  g_test_add ("/region-search/finds", SearchFixture, NULL, set_up_search, test_search_finds, tear_down_search);
  g_test_add ("/region-search/keys", SearchFixture, NULL, set_up_search, test_search_keys, tear_down_search);
  g_test_add ("/region-search/no-match", SearchFixture, NULL, set_up_search, test_search_no_match, tear_down_search);
  return g_test_run ();
}
