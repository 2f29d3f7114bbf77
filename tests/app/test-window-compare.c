/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two maps beside each other: they show the same place, and tell of the same regions. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "app/charts/ris3-chart.h"
#include "app/map/ris3-comparison-bar.h"
#include "app/map/ris3-headline.h"
#include "app/map/ris3-insets.h"
#include "app/map/ris3-legend.h"
#include "app/map/ris3-map-stage.h"
#include "app/records/ris3-record-table.h"
#include "app/ris3-session-filter.h"
#include "test-find.h"
#include "test-window.h"

static GtkWidget *
find_map (GtkWidget *widget, Ris3Side side)
{
  GtkWidget *found = NULL;

  if (RIS3_IS_MAP_VIEW (widget) && ris3_map_view_get_side (RIS3_MAP_VIEW (widget)) == side)
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_map (child, side);
  return found;
}

/* A card of one of the maps: those of the second come first. NULL: it is not shown. */
static GtkWidget *
find_card (Ris3Window *window, GType type, Ris3Side side)
{
  GtkWidget *stage = gtk_widget_get_ancestor (GTK_WIDGET (ris3_window_get_map_view (window)), RIS3_TYPE_MAP_STAGE);
  GtkWidget *first = ris3_map_stage_get_card (RIS3_MAP_STAGE (stage),
                                              type == RIS3_TYPE_LEGEND ? RIS3_CARD_LEGEND : RIS3_CARD_INSETS);

  if (side == RIS3_SIDE_FIRST)
    return first;
  for (GtkWidget *child = gtk_widget_get_first_child (stage); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && child != first && gtk_widget_get_mapped (child))
      return child;
  return NULL;
}

static gboolean
has_one_legend (gpointer window)
{
  return find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_SECOND) == NULL;
}

static gboolean
has_insets (gpointer window)
{
  return gtk_widget_get_mapped (find_card (window, RIS3_TYPE_INSETS, RIS3_SIDE_FIRST))
         && find_card (window, RIS3_TYPE_INSETS, RIS3_SIDE_SECOND) != NULL;
}

/* The second map; NULL: it is not shown. */
static Ris3MapView *
find_second (Ris3Window *window)
{
  GtkWidget *found = find_map (GTK_WIDGET (window), RIS3_SIDE_SECOND);

  return found != NULL ? RIS3_MAP_VIEW (found) : NULL;
}

static GtkWidget *
map_of (Ris3MapView *view)
{
  return GTK_WIDGET (ris3_map_view_get_map (view));
}

/* What a map shows is in its place, in both of them. */
static gboolean
is_settled (gpointer window)
{
  Ris3MapView *second = find_second (window);

  return second != NULL && ris3_region_layer_is_up_to_date (ris3_map_view_get_layer (second));
}

static void
wait_for_maps (Ris3Window *window)
{
  test_wait_until (is_settled, window, "a second map");
  test_wait_for_map (window);
  test_wait_until (is_settled, window, "a second map that stands still");
}

static gboolean
shows_one_map (gpointer window)
{
  return find_second (window) == NULL;
}

static void
assert_together (Ris3Window *window)
{
  Ris3Frame first, second;

  g_assert_true (ris3_region_layer_get_frame (ris3_map_view_get_layer (ris3_window_get_map_view (window)), &first));
  g_assert_true (ris3_region_layer_get_frame (ris3_map_view_get_layer (find_second (window)), &second));
  g_assert_true (ris3_frame_equal (&first, &second));
}

static double
get_longitude (Ris3MapView *view)
{
  return shumate_location_get_longitude (SHUMATE_LOCATION (shumate_map_get_viewport (ris3_map_view_get_map (view))));
}

static gboolean
is_unfiltered (gpointer session)
{
  return ris3_filter_is_empty (ris3_session_get_filter (session));
}

static Ris3Window *
start (const char *against)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.indicator", "s", "personalised-medicine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.period", "s", "2014-2020");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", against);
  return window;
}

static void
choose (Ris3Window *window, const char *entry)
{
  test_wait_for_label (window, entry);
  test_click_middle (test_find_label (GTK_WIDGET (window), entry));
}

/* The counts are those of plain SQL (tests/map/test-comparison.c); a button selects its regions. */
static void
test_menu (void)
{
  Ris3Window *window = start ("");
  Ris3Session *session = ris3_window_get_session (window);
  guint n_selected;

  test_wait_for_map (window);
  test_assert_null (find_second (window));
  test_click_middle (test_find_button (GTK_WIDGET (window), "What the Map Shows"));
  choose (window, "Compare With");
  /* The page that slides away has periods, too. */
  test_wait_for_no_label (window, "Classes and Colours");
  test_wait_for_label (window, "Latest of Each Region");
  /* Not what is shown. */
  test_wait_for_no_label (
      gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (window), "Latest of Each"), GTK_TYPE_POPOVER), "2014–2020");
  test_wait_for_no_label (
      gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (window), "Latest of Each"), GTK_TYPE_POPOVER),
      "Personalised medicine (PM) in RIS3");
  choose (window, "2021–2027");
  wait_for_maps (window);
  assert_together (window);
  test_wait_for_label (window, "Of 48 regions known on both maps. Not compared:");
  test_wait_for_label (window, "32 of 170 analysed strategies of 2014–2020");
  test_wait_for_label (window, "of 2021–2027 (18 %) explicitly prioritise");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (window), "Dropped"), GTK_TYPE_BUTTON));
  test_key (window, "space");
  ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, ==, 10);
  test_click_until (window, "Back to One Map", shows_one_map, window, "one map");
  test_wait_for_no_label (window, "Of 48 regions");
  test_app_close (window);
}

typedef struct
{
  Ris3Window *window;
  double longitude; /* that the first map had */
  const char *code;
} Expected;

static gboolean
has_moved (gpointer data)
{
  const Expected *expected = data;

  return fabs (get_longitude (ris3_window_get_map_view (expected->window)) - expected->longitude) > 0.5;
}

static gboolean
is_selected (gpointer data)
{
  const Expected *expected = data;

  return g_str_equal (test_selected_code (expected->window), expected->code);
}

/* A click on the second map selects; a drag and the wheel on either of them move both. */
static void
test_pointer (void)
{
  Ris3Window *window = start ("period:2021-2027");
  Ris3Session *session = ris3_window_get_session (window);
  Ris3MapView *first = ris3_window_get_map_view (window), *second;
  double x, y;

  wait_for_maps (window);
  second = find_second (window);
  /* Scotland has a strategy on the second map only. */
  test_region_position (window, "UKM", &x, &y);
  test_move_pointer (map_of (second), x - 2, y);
  test_move_pointer (map_of (second), x, y);
  test_wait_for_label (second, "2021–2027: Explicit PM priority");
  test_wait_for_label (second, "2014–2020: Not yet analysed");
  test_assert_cmpint (ris3_session_get_hovered_region (session), ==, test_find_region (window, "UKM"));
  test_wait_for_no_label (first, "2014–2020: ");
  test_click (map_of (second), x, y, NULL);
  test_wait_until (is_selected, &(Expected){ window, 0, "UKM" }, "the region of the second map");

  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    {
      Expected expected = { window, get_longitude (first), NULL };

      test_sea_position (window, &x, &y);
      test_drag (map_of (side == RIS3_SIDE_FIRST ? first : second), x, y, x + 60, y + 10);
      test_wait_until (has_moved, &expected, "maps that have moved");
      wait_for_maps (window);
      assert_together (window);
      expected.longitude = get_longitude (first);
      test_move_pointer (map_of (side == RIS3_SIDE_FIRST ? first : second), 20, 20);
      test_event ((const char *const[]){ "click", "4", NULL });
      test_wait_until (has_moved, &expected, "maps that are nearer");
      wait_for_maps (window);
      assert_together (window);
    }
  gtk_widget_grab_focus (map_of (second));
  test_key (window, "Home");
  wait_for_maps (window);
  assert_together (window);
  test_app_close (window);
}

/* Escape drops what is selected first, and then the second map; the keys stay with the first. */
static void
test_keys (void)
{
  Ris3Window *window = start ("indicator:theme:oncology");
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *stage = gtk_widget_get_ancestor (map_of (ris3_window_get_map_view (window)), RIS3_TYPE_MAP_STAGE);
  g_autoptr (GdkTexture) picture = NULL;

  wait_for_maps (window);
  test_wait_for_label (window, "Close Comparison");
  picture = ris3_map_stage_make_picture (RIS3_MAP_STAGE (stage));
  test_assert_cmpint (gdk_texture_get_width (picture), ==, gtk_widget_get_width (stage));
  test_assert_cmpint (gdk_texture_get_height (picture), ==, gtk_widget_get_height (stage));
  gtk_widget_grab_focus (map_of (find_second (window)));
  /* What is copied is of both maps. */
  test_key (window, "ctrl+shift+c");
  {
    g_autofree char *figures = test_read_clipboard (window);

    g_assert_nonnull (strstr (figures, "explicitly prioritise personalised medicine\n"));
    g_assert_nonnull (strstr (figures, "a priority on Oncology\nOf 165 regions known on both maps: "));
  }
  test_key (window, "n");
  test_assert_cmpint (ris3_session_get_selected_region (session), >=, 0);
  test_key (window, "Escape");
  test_assert_cmpint (ris3_session_get_selected_region (session), <, 0);
  test_assert_nonnull (find_second (window));
  test_key_until (window, "Escape", shows_one_map, window, "one map");
  test_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == map_of (ris3_window_get_map_view (window)));
  test_app_close (window);
}

static gboolean
has_text (gpointer data)
{
  const struct
  {
    Ris3RecordTable *table;
    const char *text;
  } *expected = data;
  g_autoptr (Ris3RecordShown) shown = ris3_record_table_dup_shown (expected->table);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *tsv = NULL;
  Ris3RecordOrder *order;

  if (shown == NULL)
    return FALSE;
  order = ris3_record_shown_get_order (shown);
  for (guint i = 0; i < ris3_record_order_get_n_rows (order); i++)
    {
      guint row = ris3_record_order_get_row (order, i);

      g_array_append_val (rows, row);
    }
  tsv = ris3_record_shown_to_tsv (shown, rows);
  return strstr (tsv, expected->text) != NULL;
}

static void
wait_for_text (Ris3RecordTable *table, const char *text)
{
  const struct
  {
    Ris3RecordTable *table;
    const char *text;
  } expected = { table, text };

  test_wait_until (has_text, (gpointer) &expected, text);
}

/* What filters both maps is said above them, and cleared there. */
static void
test_filter (void)
{
  Ris3Window *window = start ("period:2021-2027");
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Filter) filter = NULL;
  GtkWidget *bar;

  test_assert_nonnull (ris3_session_get_filter_index (session));
  test_assert_nonnull (test_find_type (window, RIS3_TYPE_COMPARISON_BAR));
  bar = test_find_type (window, RIS3_TYPE_COMPARISON_BAR);
  filter = ris3_session_read_filter (session, "pm:yes", NULL, NULL);
  ris3_session_set_filter (session, filter);
  test_wait_for_label (bar, "Filtered: Explicit PM priority");
  test_wait_for_label (bar, "11");
  test_assert_false (gtk_widget_get_mapped (test_find_type (window, RIS3_TYPE_HEADLINE)));
  test_click_label_until (bar, "Clear", is_unfiltered, session, "no filter");
  test_wait_for_no_label (bar, "Filtered");
  test_app_close (window);
}

/* The table has what both maps show, and what became of each region; strategies are of both periods. */
static void
test_table (void)
{
  Ris3Window *window = start ("period:2021-2027");
  GtkWidget *table;

  wait_for_maps (window);
  test_key (window, "alt+2");
  test_wait_for_label (window, "317 strategies of 2014–2020 and 2021–2027");
  table = test_find_type (GTK_WIDGET (window), RIS3_TYPE_RECORD_TABLE);
  test_wait_for_label (table, "32 of 170 analysed strategies of 2014–2020");
  test_wait_for_label (table, "Of 48 regions known on both maps");
  test_click_middle (test_find_label (table, "Regions"));
  test_wait_for_label (table, "All Regions");
  wait_for_text (RIS3_RECORD_TABLE (table), "\tDifference\t2014–2020\t2021–2027\t");
  wait_for_text (RIS3_RECORD_TABLE (table),
                 "\tUKM\tKnown on the second map only\tNot yet analysed\tExplicit PM priority\t");
  ris3_record_table_sort_by (RIS3_RECORD_TABLE (table), "difference", FALSE);
  wait_for_text (RIS3_RECORD_TABLE (table), "\t2021–2027\tCountry\tLevel\tStrategies\tStrategy of Another Region\n");
  ris3_record_table_sort_by (RIS3_RECORD_TABLE (table), "region", FALSE);

  /* As many rows as the comparison counts. */
  gtk_widget_grab_focus (gtk_widget_get_ancestor (test_find_label (table, "All Regions"), GTK_TYPE_DROP_DOWN));
  test_key (window, "space");
  test_wait_for_label (window, "Dropped (10)");
  test_key (window, "Down");
  test_key (window, "Down");
  test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_label (table, "10 of ");
  wait_for_text (RIS3_RECORD_TABLE (table), "\tDropped\t");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "");
  test_wait_for_label (table, "253 regions");
  wait_for_text (RIS3_RECORD_TABLE (table), "\tWhat the Map Shows\tCountry\t");
  test_click_middle (test_find_label (table, "Strategies"));
  test_wait_for_label (table, "198 strategies of 2014–2020");
  test_key (window, "alt+1");
  test_wait_for_map (window);
  test_app_close (window);
}

static Ris3ChartData *
find_chart (GtkWidget *widget, const char *kind)
{
  Ris3ChartData *found = NULL;

  if (RIS3_IS_CHART (widget) && ris3_chart_get_data (RIS3_CHART (widget)) != NULL
      && g_str_equal (ris3_chart_data_get_kind (ris3_chart_get_data (RIS3_CHART (widget)))->id, kind))
    return ris3_chart_get_data (RIS3_CHART (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chart (child, kind);
  return found;
}

/* Charts have a bar of each map, with the base of each. */
static void
test_charts (void)
{
  Ris3Window *window = start ("period:2021-2027");
  g_autofree char *tsv = NULL;
  Ris3ChartData *data;

  wait_for_maps (window);
  test_key (window, "alt+3");
  test_wait_for_label (window, "2014–2020: of 198; 2021–2027: of 119");
  test_wait_for_label (window, "Of 48 regions known on both maps");
  data = find_chart (GTK_WIDGET (window), "country");
  tsv = ris3_chart_data_to_tsv (data);
  g_assert_nonnull (strstr (tsv, "Country\t2014–2020\tShare\tPriorities\t2021–2027\tShare\n"));
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    {
      g_autofree char *words = ris3_chart_data_describe_cell (data, i, 0);

      if (g_strcmp0 (ris3_chart_data_get_row (data, i)->id, "FR") != 0)
        continue;
      g_assert_cmpuint (ris3_chart_data_get_cell (data, i, 0), ==, 29);
      g_assert_cmpuint (ris3_chart_data_get_second (data, i, 0), ==, 5);
      g_assert_cmpstr (words, ==, "France: 29 strategies, 15 % of 198 (2014–2020); 5, 4 % of 119 (2021–2027)");
    }
  data = find_chart (GTK_WIDGET (window), "theme-country");
  g_assert_true (ris3_chart_data_has_second (data));

  /* Of two indicators, the strategies that the headlines speak of; what is known of areas alone is not compared. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "indicator:theme:oncology");
  test_wait_for_label (window, "Personalised medicine (PM) in RIS3: of 32; ");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "indicator:activities");
  test_wait_for_label (window, "of 198 strategies, 2014–2020");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "");
  test_wait_for_label (window, "The charts count all 198 strategies of 2014–2020");
  test_key (window, "alt+1");
  test_wait_for_map (window);
  test_app_close (window);
}

/* In a narrow window, one map is above the other. */
static void
test_narrow (void)
{
  Ris3Window *window = start ("period:2021-2027");
  Ris3MapView *first = ris3_window_get_map_view (window);
  graphene_point_t origin;

  wait_for_maps (window);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (find_second (window)), GTK_WIDGET (first),
                                           &GRAPHENE_POINT_INIT (0, 0), &origin));
  g_assert_cmpfloat (origin.y, ==, 0);
  g_assert_cmpfloat (origin.x, >, (float) gtk_widget_get_width (GTK_WIDGET (first)));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 760);
  for (gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; origin.y <= 0;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      test_wait (50);
      g_assert_true (gtk_widget_compute_point (GTK_WIDGET (find_second (window)), GTK_WIDGET (first),
                                               &GRAPHENE_POINT_INIT (0, 0), &origin));
    }
  wait_for_maps (window);
  assert_together (window);
  g_assert_cmpfloat (origin.x, ==, 0);
  /* As the next window opens. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  test_wait_for_map (window);
  test_app_close (window);
}

/* Maps of other classes have a legend each, which open and fold by themselves; those of the same classes have one. Far
 * islands are on both. */
static void
test_legends (void)
{
  Ris3Window *window = start ("indicator:priorities");
  GtkWidget *stage = gtk_widget_get_ancestor (map_of (ris3_window_get_map_view (window)), RIS3_TYPE_MAP_STAGE);

  wait_for_maps (window);
  test_wait_for_label (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_SECOND), "Number of Health Priorities");
  test_click_middle (
      test_find_button (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_FIRST), "Show or Hide the Legend"));
  test_wait_for_label (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_FIRST), "Explicit PM priority");
  test_wait_for_no_label (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_SECOND), "11 to 17");
  test_click_middle (
      test_find_button (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_SECOND), "Show or Hide the Legend"));
  test_wait_for_label (find_card (window, RIS3_TYPE_LEGEND, RIS3_SIDE_SECOND), "11 to 17");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "period:2021-2027");
  test_wait_until (has_one_legend, window, "one legend");
  test_wait_for_label (stage, "The other map has the same classes");
  test_click_middle (test_find_button (stage, "Show or Hide the Outermost Regions"));
  test_wait_until (has_insets, window, "the islands of both maps");
  test_app_close (window);
}

/* What is new is new in the later period, whichever is chosen first. */
static void
test_order (void)
{
  Ris3Window *window = start ("");
  Ris3Session *session = ris3_window_get_session (window);
  g_autofree char *against = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.period", "s", "2021-2027");
  test_wait_for_map (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "period:2014-2020");
  wait_for_maps (window);
  against = ris3_view_dup_against (ris3_session_get_view (session));
  g_assert_cmpstr (ris3_view_get_period (ris3_session_get_view (session)), ==, "2014-2020");
  g_assert_cmpstr (against, ==, "period:2021-2027");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window-compare/menu", test_menu);
  g_test_add_func ("/window-compare/pointer", test_pointer);
  g_test_add_func ("/window-compare/keys", test_keys);
  g_test_add_func ("/window-compare/table", test_table);
  g_test_add_func ("/window-compare/filter", test_filter);
  g_test_add_func ("/window-compare/charts", test_charts);
  g_test_add_func ("/window-compare/narrow", test_narrow);
  g_test_add_func ("/window-compare/legends", test_legends);
  g_test_add_func ("/window-compare/order", test_order);
  return g_test_run ();
}
