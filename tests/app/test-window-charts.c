/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person reads the page of charts, and filters by what is drawn there. */

#include "config.h"

#include "app/charts/ris3-chart.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "test-window.h"

static Ris3Chart *
find_chart (GtkWidget *widget, const char *kind)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (RIS3_IS_CHART (widget) && ris3_chart_get_data (RIS3_CHART (widget)) != NULL
      && g_str_equal (ris3_chart_data_get_kind (ris3_chart_get_data (RIS3_CHART (widget)))->id, kind))
    return RIS3_CHART (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Ris3Chart *found = find_chart (child, kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Ris3Window *window;
  const char *kind;
  const char *text;
} Wanted;

static gboolean
has_chart (gpointer data)
{
  const Wanted *wanted = data;

  return find_chart (GTK_WIDGET (wanted->window), wanted->kind) != NULL;
}

static Ris3Chart *
wait_for_chart (Ris3Window *window, const char *kind)
{
  test_wait_until (has_chart, &(Wanted){ window, kind, NULL }, kind);
  return find_chart (GTK_WIDGET (window), kind);
}

static Ris3Window *
start_with_charts (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  test_key (window, "alt+3");
  wait_for_chart (window, "country");
  test_wait (300);
  return window;
}

static void
end_with_map (Ris3Window *window)
{
  ris3_session_clear_filter (ris3_window_get_session (window));
  test_key (window, "alt+1");
  test_wait_for_map (window);
  test_app_close (window);
}

static gint
find_row (Ris3ChartData *data, const char *id)
{
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    if (g_strcmp0 (ris3_chart_data_get_row (data, i)->id, id) == 0)
      return (gint) i;
  g_error ("no row %s", id);
}

static gint
find_column (Ris3ChartData *data, const char *id)
{
  for (guint i = 0; i < ris3_chart_data_get_n_columns (data); i++)
    if (g_strcmp0 (ris3_chart_data_get_column (data, i)->id, id) == 0)
      return (gint) i;
  g_error ("no column %s", id);
}

/* Scrolls to a cell, as a person does who wants to see it, and waits until it no longer moves: with the figures, the
 * cards above it get other heights. */
static void
scroll_to (Ris3Chart *chart, guint row, guint column)
{
  GtkWidget *inner = gtk_widget_get_ancestor (GTK_WIDGET (chart), GTK_TYPE_VIEWPORT);
  GtkWidget *viewport = gtk_widget_get_ancestor (gtk_widget_get_parent (inner), GTK_TYPE_VIEWPORT);
  float last = -1;

  /* Where the pointer rests, the tooltip of what it was on may lie on what is clicked next. */
  test_move_pointer (gtk_widget_get_ancestor (viewport, GTK_TYPE_SCROLLED_WINDOW), 3, 3);
  for (guint n_still = 0; n_still < 3;)
    {
      graphene_rect_t bounds;
      graphene_point_t point;

      g_assert_true (ris3_chart_get_cell_bounds (chart, row, column, &bounds));
      g_assert_true (gtk_widget_compute_point (GTK_WIDGET (chart), gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                               &bounds.origin, &point));
      n_still = point.y == last ? n_still + 1 : 0;
      last = point.y;
      gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), point.y - 40,
                                 point.y + 60);
      /* A wide chart scrolls by itself, too. */
      gtk_adjustment_clamp_page (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (inner)), graphene_rect_get_x (&bounds),
                                 graphene_rect_get_x (&bounds) + MIN (graphene_rect_get_width (&bounds), 200));
      test_wait (150);
    }
}

static char *
dup_filter (Ris3Window *window)
{
  return ris3_filter_to_text (ris3_session_get_filter (ris3_window_get_session (window)));
}

static gboolean
is_other_filter (Ris3Window *window, const char *former)
{
  g_autofree char *text = dup_filter (window);

  return !g_str_equal (text, former);
}

/* Filters by what is drawn there. column_id: NULL of bars. Returns its number. */
static guint
click (Ris3Window *window, const char *kind, const char *row_id, const char *column_id, const char *modifier)
{
  Ris3Chart *chart = wait_for_chart (window, kind);
  Ris3ChartData *data = ris3_chart_get_data (chart);
  guint row = (guint) find_row (data, row_id);
  guint column = column_id != NULL ? (guint) find_column (data, column_id) : 0;
  guint n = ris3_chart_data_get_cell (data, row, column);
  g_autofree char *former = dup_filter (window);

  /* On a slow machine, a frame may still come between looking and clicking. */
  for (guint i = 0; i < 3 && !is_other_filter (window, former); i++)
    {
      graphene_rect_t bounds;

      scroll_to (chart, row, column);
      g_assert_true (ris3_chart_get_cell_bounds (chart, row, column, &bounds));
      test_click (GTK_WIDGET (chart), graphene_rect_get_x (&bounds) + MIN (graphene_rect_get_width (&bounds) / 2, 200),
                  graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) / 2, modifier);
      for (guint j = 0; j < 20 && !is_other_filter (window, former); j++)
        test_wait (100);
    }
  return n;
}

static gboolean
has_filter (gpointer data)
{
  const Wanted *wanted = data;
  Ris3Session *session = ris3_window_get_session (wanted->window);
  g_autofree char *text = ris3_filter_to_text (ris3_session_get_filter (session));

  return g_str_equal (text, wanted->text);
}

static void
wait_for_filter (Ris3Window *window, const char *text)
{
  test_wait_until (has_filter, &(Wanted){ window, NULL, text }, text);
}

static void
check_matches (Ris3Window *window, guint n)
{
  Ris3Session *session = ris3_window_get_session (window);
  Ris3Classification *classification = ris3_session_get_classification (session);

  test_assert_cmpuint (ris3_filter_result_get_n_strategies (ris3_session_get_filter_result (session)), ==, n);
  test_assert_true (ris3_classification_get_result (classification) == ris3_session_get_filter_result (session));
  test_assert_cmpuint (ris3_classification_get_summary (classification)->n_strategies, ==, n);
}

/* A bar filters map, headline, table and the other charts; it can be undone. */
static void
test_bars (void)
{
  Ris3Window *window = start_with_charts ();
  g_autofree char *count = NULL;
  g_autofree char *base = NULL;
  guint n_france, n_italy;

  n_france = click (window, "country", "FR", NULL, NULL);
  wait_for_filter (window, "country:FR");
  test_wait_for_label (window, "France");
  check_matches (window, n_france);
  base = g_strdup_printf ("of %u strategies that match", n_france);
  test_wait_for_label (window, base);
  /* What the headline counts is less, and said beside it; the list of regions has them all. */
  test_wait_for_label (window, "The charts count all 29 strategies of 2014–2020: ");
  test_wait_for_label (window, "253 areas on the map; ");
  test_assert_cmpuint (ris3_chart_data_get_base (ris3_chart_get_data (wait_for_chart (window, "analysis"))), ==,
                       n_france);
  /* What is left out can still be seen, and added. */
  n_italy = click (window, "country", "IT", NULL, "ctrl");
  wait_for_filter (window, "country:FR,IT");
  check_matches (window, n_france + n_italy);
  click (window, "country", "IT", NULL, "ctrl");
  wait_for_filter (window, "country:FR");
  click (window, "pm", "yes", NULL, NULL);
  wait_for_filter (window, "country:FR pm:yes");

  test_key (window, "alt+2");
  test_wait_for_label (window, " of 198 strategies of 2014–2020");
  test_key (window, "alt+1");
  test_wait_for_map (window);
  test_wait_for_label (window, "Filtered: France; Explicit PM priority");
  test_key (window, "alt+3");
  wait_for_chart (window, "pm");
  test_wait (300);

  click (window, "pm", "yes", NULL, NULL);
  wait_for_filter (window, "country:FR");
  test_key (window, "alt+Left");
  wait_for_filter (window, "country:FR pm:yes");
  click (window, "country", "FR", NULL, NULL);
  wait_for_filter (window, "pm:yes");
  end_with_map (window);
}

/* The keys go from bar to bar and choose them; what is filtered to nothing is said, and can be cleared. */
static void
test_keys (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Filter) nothing = ris3_filter_from_text ("country:FR zzzzz", NULL, NULL);
  GtkWidget *chart = GTK_WIDGET (wait_for_chart (window, "country"));
  g_autofree char *first
      = g_strdup_printf ("country:%s", ris3_chart_data_get_row (ris3_chart_get_data (RIS3_CHART (chart)), 1)->id);

  gtk_widget_grab_focus (chart);
  test_wait (200);
  test_key (window, "Home");
  test_key (window, "Down");
  test_key (window, "Return");
  wait_for_filter (window, first);
  test_key (window, "space");
  wait_for_filter (window, "");
  ris3_session_set_filter (session, nothing);
  test_wait_for_label (window, "No Strategy Matches the Filter");
  test_wait (300);
  test_click_middle (test_find_button (GTK_WIDGET (window), "Clear _All"));
  wait_for_filter (window, "");
  wait_for_chart (window, "country");
  end_with_map (window);
}

/* A cell chooses a theme and a country at once. */
static void
test_cells (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3Chart *chart = wait_for_chart (window, "theme-country");
  g_autoptr (Ris3ChartData) data = ris3_chart_data_ref (ris3_chart_get_data (chart));
  guint n;

  gtk_widget_grab_focus (GTK_WIDGET (chart));
  test_key (window, "End");
  test_key (window, "Home");
  test_key (window, "Down");
  test_wait (500);
  test_assert_nonnull (ris3_chart_data_get_row (data, 1)->id);
  n = click (window, "theme-country", ris3_chart_data_get_row (data, 1)->id, ris3_chart_data_get_column (data, 0)->id,
             NULL);
  test_wait_for_label (window, ris3_chart_data_get_column (data, 0)->title);
  check_matches (window, n);
  click (window, "theme-country", ris3_chart_data_get_row (data, 1)->id, ris3_chart_data_get_column (data, 0)->id,
         NULL);
  wait_for_filter (window, "");
  end_with_map (window);
}

static gboolean
shows_selection (gpointer window)
{
  Ris3Chart *chart = find_chart (window, "country");

  return chart != NULL && ris3_chart_data_has_selection (ris3_chart_get_data (chart));
}

static gboolean
shows_no_selection (gpointer window)
{
  return !shows_selection (window);
}

static gboolean
is_at_start (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) <= 0;
}

static gboolean
is_further (gpointer adjustment)
{
  return !is_at_start (adjustment);
}

/* The wheel scrolls the page, over a chart too, and with Shift a chart that is wider than its card. */
static void
test_wheel (void)
{
  Ris3Window *window = start_with_charts ();
  GtkWidget *countries = GTK_WIDGET (wait_for_chart (window, "country"));
  Ris3Chart *cells = wait_for_chart (window, "theme-country");
  GtkWidget *inner = gtk_widget_get_ancestor (countries, GTK_TYPE_VIEWPORT);
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (inner), GTK_TYPE_VIEWPORT);
  GtkWidget *wide = gtk_widget_get_ancestor (GTK_WIDGET (cells), GTK_TYPE_VIEWPORT);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page));
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (wide));
  graphene_rect_t bounds;
  double former;

  test_move_pointer (countries, 60, 30);
  test_event ((const char *const[]){ "click", "5", NULL });
  test_wait_until (is_further, down, "the page to scroll");

  scroll_to (cells, 0, 0);
  former = gtk_adjustment_get_value (down);
  g_assert_true (ris3_chart_get_cell_bounds (cells, 0, 0, &bounds));
  test_move_pointer (GTK_WIDGET (cells), graphene_rect_get_x (&bounds) + 5, graphene_rect_get_y (&bounds) + 5);
  test_assert_true (is_at_start (across));
  test_event ((const char *const[]){ "keydown", "shift", NULL });
  test_event ((const char *const[]){ "click", "5", NULL });
  test_event ((const char *const[]){ "keyup", "shift", NULL });
  test_wait_until (is_further, across, "the chart to scroll");
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, former);
  end_with_map (window);
}

static void
assert_table_number (Ris3ChartData *data, guint row, guint column, guint number)
{
  g_autofree char *text = ris3_chart_data_get_table_text (data, (gint) row, column);
  g_autofree char *expected = g_strdup_printf ("%u", number);

  g_assert_cmpstr (text, ==, expected);
}

/* What is selected elsewhere is shown within each bar and cell, and told, in the table of the same numbers too. */
static void
test_selection (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3Session *session = ris3_window_get_session (window);
  guint regions[] = { (guint) test_find_region (window, "ITC4"), (guint) test_find_region (window, "FRL0"),
                      (guint) test_find_region (window, "FRK2") };
  g_autofree char *words = NULL;
  g_autofree char *cell_words = NULL;
  g_autofree char *tsv = NULL;
  Ris3ChartData *data;
  guint france, in_rows = 0, in_cells = 0;

  g_assert_false (shows_selection (window));
  ris3_session_select_many (session, regions, G_N_ELEMENTS (regions));
  test_wait_until (shows_selection, window, "what is selected");
  test_wait_for_label (window, "the line within: 3 strategies of 3 selected regions");
  data = ris3_chart_get_data (wait_for_chart (window, "country"));
  france = (guint) find_row (data, "FR");
  test_assert_cmpuint (ris3_chart_data_get_selected (data, france, 0), ==, 2);
  test_assert_cmpuint (ris3_chart_data_get_selected (data, (guint) find_row (data, "IT"), 0), ==, 1);
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    in_rows += ris3_chart_data_get_selected (data, i, 0);
  g_assert_cmpuint (in_rows, ==, 3);
  words = ris3_chart_data_describe_cell (data, france, 0);
  cell_words = g_strdup_printf (". 2 of %u selected.", ris3_chart_data_get_row (data, france)->n_strategies);
  g_assert_nonnull (strstr (words, cell_words));
  tsv = ris3_chart_data_to_tsv (data);
  g_assert_true (g_str_has_prefix (tsv, "Country\tStrategies\tShare\tPriorities\tSelected\n"));
  data = ris3_chart_get_data (wait_for_chart (window, "theme-country"));
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    for (guint j = 0; j < ris3_chart_data_get_n_columns (data); j++)
      {
        test_assert_cmpuint (ris3_chart_data_get_selected (data, i, j), <=, ris3_chart_data_get_cell (data, i, j));
        in_cells += ris3_chart_data_get_selected (data, i, j);
        assert_table_number (data, i, 2 + 2 * j, ris3_chart_data_get_cell (data, i, j));
        assert_table_number (data, i, 3 + 2 * j, ris3_chart_data_get_selected (data, i, j));
      }
  g_assert_cmpuint (in_cells, >, 2);
  test_assert_cmpuint (ris3_chart_data_get_n_table_columns (data), ==, 2 + 2 * ris3_chart_data_get_n_columns (data));

  /* With a filter it is what that leaves. */
  click (window, "country", "IT", NULL, NULL);
  wait_for_filter (window, "country:IT");
  data = ris3_chart_get_data (wait_for_chart (window, "analysis"));
  in_rows = 0;
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    in_rows += ris3_chart_data_get_selected (data, i, 0);
  g_assert_cmpuint (in_rows, ==, 1);
  ris3_session_select (session, -1);
  test_wait_until (shows_no_selection, window, "the end of the selection");
  test_wait_for_no_label (window, "the line within");
  end_with_map (window);
}

static gboolean
has_table (gpointer data)
{
  const Wanted *wanted = data;

  return find_chart (GTK_WIDGET (wanted->window), wanted->kind) == NULL;
}

static void
choose_in_menu (Ris3Window *window, const char *item)
{
  test_wait_for_no_label (window, "Show as Table");
  /* A click that comes while the former menu goes only closes that. */
  for (guint i = 0; i < 5 && test_find_label (GTK_WIDGET (window), item) == NULL; i++)
    {
      test_wait (500);
      test_click_middle (test_find_button (GTK_WIDGET (window), "Menu of the Chart: Countries"));
      test_wait (1000);
    }
  test_wait_for_label (window, item);
  test_wait (300);
  test_click_middle (test_find_label (GTK_WIDGET (window), item));
}

/* The same numbers as a table, and on the clipboard; sorted by name. */
static void
test_table (void)
{
  Ris3Window *window = start_with_charts ();
  g_autoptr (Ris3ChartData) data = ris3_chart_data_ref (ris3_chart_get_data (wait_for_chart (window, "country")));
  const Ris3ChartValue *first = ris3_chart_data_get_row (data, 0);
  g_autofree char *line = g_strdup_printf ("%s\t%u\t", first->title, first->n_strategies);
  g_autofree char *tsv = NULL;
  g_auto (GStrv) lines = NULL;

  choose_in_menu (window, "Copy");
  tsv = test_read_clipboard (window);
  lines = g_strsplit (tsv, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "Country\tStrategies\tShare\tPriorities");
  g_assert_true (g_str_has_prefix (lines[1], line));
  test_assert_cmpuint (g_strv_length (lines), ==, ris3_chart_data_get_n_rows (data) + 2);

  choose_in_menu (window, "Show as Table");
  test_wait_until (has_table, &(Wanted){ window, "country", NULL }, "the table");
  test_wait_for_label (window, "Priorities");
  test_wait_for_label (window, first->title);
  test_wait (300);
  choose_in_menu (window, "Show as Table");
  wait_for_chart (window, "country");
  test_wait (300);

  choose_in_menu (window, "Name");
  test_assert_cmpstr (ris3_chart_data_get_row (ris3_chart_get_data (wait_for_chart (window, "country")), 0)->id, ==,
                      "AT");
  end_with_map (window);
}

static gboolean
has_selection (gpointer data)
{
  guint n_selected;

  ris3_session_get_selection (ris3_window_get_session (data), &n_selected);
  return n_selected > 1;
}

/* The regions of a bar are selected, on the map as in the table, without a filter. */
static void
test_select (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *chart = GTK_WIDGET (wait_for_chart (window, "pm"));
  guint n_selected;
  const guint *selected;

  gtk_widget_grab_focus (chart);
  test_wait (300);
  test_key (window, "Home");
  test_key (window, "Menu");
  test_wait_for_label (window, "Select These Regions");
  test_wait (300);
  test_click_middle (test_find_label (GTK_WIDGET (window), "Select These Regions"));
  test_wait_until (has_selection, window, "the regions of the bar");
  selected = ris3_session_get_selection (session, &n_selected);
  for (guint i = 0; i < n_selected; i++)
    {
      Ris3Placement *placement = ris3_classification_get_placement (ris3_session_get_classification (session));
      guint n_strategies;
      Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (placement, selected[i], &n_strategies);
      gboolean has_mark = FALSE;

      for (guint j = 0; j < n_strategies; j++)
        has_mark |= ris3_strategy_get_pm_mark (strategies[j]) == RIS3_ANSWER_YES;
      g_assert_true (has_mark);
    }
  wait_for_filter (window, "");
  end_with_map (window);
}

static gboolean
has_confirmed (gpointer data)
{
  const Wanted *wanted = data;
  Ris3Chart *chart = find_chart (GTK_WIDGET (wanted->window), "analysis");
  Ris3ChartData *shown = chart != NULL ? ris3_chart_get_data (chart) : NULL;

  for (guint i = 0; shown != NULL && i < ris3_chart_data_get_n_rows (shown); i++)
    if (g_strcmp0 (ris3_chart_data_get_row (shown, i)->id, "confirmed") == 0)
      return ris3_chart_data_get_row (shown, i)->n_strategies > 0;
  return FALSE;
}

/* An edit is counted at once. */
static void
test_edit (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "ES24-2015");

  ris3_edit_set_text (edit, "analysis_state", "confirmed");
  ris3_session_set_editing (session, TRUE);
  ris3_session_edit (session, edit);
  test_wait_until (has_confirmed, &(Wanted){ window, NULL, NULL }, "the edited strategy");
  ris3_session_set_editing (session, FALSE);
  end_with_map (window);
}

static gboolean
shows_second_period (gpointer window)
{
  return g_strcmp0 (ris3_view_get_period (ris3_session_get_view (ris3_window_get_session (window))), "2021-2027") == 0;
}

/* All periods are counted, though the map shows one; another bar takes its place. */
static void
test_periods (void)
{
  Ris3Window *window = start_with_charts ();
  Ris3ChartData *data = ris3_chart_get_data (wait_for_chart (window, "period"));

  g_assert_cmpuint (ris3_chart_data_get_base (data), ==, 317);
  g_assert_cmpuint (ris3_chart_data_get_cell (data, (guint) find_row (data, "2014-2020"), 0), ==, 198);
  g_assert_cmpuint (ris3_chart_data_get_cell (data, (guint) find_row (data, "2021-2027"), 0), ==, 119);
  g_assert_true (ris3_chart_data_get_row (data, (guint) find_row (data, "2014-2020"))->is_chosen);
  gtk_widget_grab_focus (GTK_WIDGET (wait_for_chart (window, "period")));
  test_key (window, "End");
  test_key (window, "Return");
  test_wait_until (shows_second_period, window, "the other period");
  wait_for_filter (window, "");
  test_wait_for_label (window, "strategies, 2021–2027");
  ris3_session_set_period (ris3_window_get_session (window), "2014-2020");
  end_with_map (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/charts/bars", test_bars);
  g_test_add_func ("/window/charts/keys", test_keys);
  g_test_add_func ("/window/charts/cells", test_cells);
  g_test_add_func ("/window/charts/wheel", test_wheel);
  g_test_add_func ("/window/charts/selection", test_selection);
  g_test_add_func ("/window/charts/periods", test_periods);
  g_test_add_func ("/window/charts/table", test_table);
  g_test_add_func ("/window/charts/select", test_select);
  g_test_add_func ("/window/charts/edit", test_edit);
  return g_test_run ();
}
