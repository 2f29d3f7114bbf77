/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Filtering through the real window: by text, by facets and chips, step by step back, and by words that were found. */
#include "config.h"

#include "test-find.h"
#include "test-log.h"
#include "test-window.h"

#include "app/filter/ris3-facet-row.h"
#include "app/filter/ris3-facet-section.h"
#include "app/filter/ris3-year-section.h"
#include "app/filter/ris3-filter-panel.h"
#include "app/map/ris3-legend.h"
#include "app/region/ris3-region-search.h"
#include "app/ris3-filter-chips.h"
#include "app/ris3-session-filter.h"

static gboolean
has_result (gpointer window)
{
  Ris3Session *session = ris3_window_get_session (window);
  Ris3FilterResult *result = ris3_session_get_filter_result (session);

  return result != NULL
         && ris3_filter_equal (ris3_filter_result_get_filter (result), ris3_session_get_filter (session));
}

static Ris3Window *
start (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  test_wait_until (has_result, window, "the index");
  return window;
}

static char *
get_text (Ris3Window *window)
{
  return ris3_filter_to_text (ris3_session_get_filter (ris3_window_get_session (window)));
}

typedef struct
{
  Ris3Window *window;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *text = get_text (expected->window);

  return g_str_equal (text, expected->text) && has_result (expected->window);
}

static void
wait_for_filter (Ris3Window *window, const char *text)
{
  Expected expected = { window, text };

  test_wait_until (has_text, &expected, text);
}

static gboolean
is_panel_mapped (gpointer window)
{
  GtkWidget *panel = test_find_type (window, RIS3_TYPE_FILTER_PANEL);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return panel != NULL && gtk_widget_get_mapped (panel) && focus != NULL && gtk_widget_is_ancestor (focus, panel);
}

static GtkWidget *
open_panel (Ris3Window *window)
{
  test_key (window, "ctrl+shift+f");
  test_wait_until (is_panel_mapped, window, "the panel of the filter");
  return test_find_type (GTK_WIDGET (window), RIS3_TYPE_FILTER_PANEL);
}

/* A mistake is told, and typed over; chips, steps back and forth, and clearing do what they say. */
static void
test_text (void)
{
  Ris3Window *window = start ();
  GtkWidget *panel = open_panel (window);
  Ris3FilterResult *result;
  g_autofree char *number = NULL;

  /* Two conditions hold together, and are written as short as they can be typed. */
  test_type (window, "theme:oncology theme:neuroscience");
  test_key (window, "Return");
  wait_for_filter (window, "theme:all(health-theme/neuroscience,health-theme/oncology)");
  test_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test_find_type (panel, GTK_TYPE_ENTRY))), ==,
                      "theme:all(neuroscience,oncology)");
  test_key (window, "ctrl+a");
  test_type (window, "theme:oncolgy");
  test_key (window, "Return");
  test_wait_for_label (panel, "At character 7:");
  test_key (window, "ctrl+a");
  test_key (window, "BackSpace");
  test_key (window, "Return");
  wait_for_filter (window, "");
  test_type (window, "contry:FR");
  test_key (window, "Return");
  test_wait_for_label (panel, "contry");
  wait_for_filter (window, "");
  test_key (window, "ctrl+a");
  test_type (window, "country:FR,IT");
  test_key (window, "Return");
  wait_for_filter (window, "country:FR,IT");
  test_wait_for_no_label (panel, "contry");
  result = ris3_session_get_filter_result (ris3_window_get_session (window));
  test_assert_cmpuint (ris3_filter_result_get_n_strategies (result), >, 0);
  number = g_strdup_printf ("%u", ris3_filter_result_get_n_strategies (result));
  test_wait_for_label (panel, number);
  test_wait_for_label (GTK_WIDGET (window), "Filtered: France or Italy");

  test_click_middle (test_find_label (test_find_type (panel, RIS3_TYPE_FILTER_CHIPS), "France"));
  wait_for_filter (window, "country:IT");
  test_key (window, "Delete");
  wait_for_filter (window, "");
  test_key (window, "alt+Left");
  wait_for_filter (window, "country:IT");
  test_key (window, "alt+Left");
  wait_for_filter (window, "country:FR,IT");
  test_key (window, "alt+Right");
  wait_for_filter (window, "country:IT");
  test_click_middle (test_find_button (panel, "Clear _All"));
  wait_for_filter (window, "");
  test_key (window, "Escape");
  test_app_close (window);
}

static gboolean
has_selected (gpointer data)
{
  guint n;

  ris3_session_get_selection (data, &n);
  return n > 1;
}

static GtkWidget *
find_legend_row (Ris3Window *window, const char *text)
{
  GtkWidget *label = test_find_label (test_find_type (GTK_WIDGET (window), RIS3_TYPE_LEGEND), text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
click_legend (Ris3Window *window, const char *text, const char *modifier)
{
  test_click_middle_with (find_legend_row (window, text), modifier);
}

/* A row of the legend filters by its class, with Ctrl it adds or removes it, and a second click takes it away again: by
 * pointer and by keyboard, as steps that can be undone, with chips. Classes of numbers stay what they are when
 * something else is shown. */
static void
test_legend (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3View) before = ris3_view_ref (ris3_session_get_view (session));
  g_autoptr (Ris3View) priorities = NULL;
  GtkWidget *panel, *row;
  guint n;

  /* Areas that are selected leave the filter alone. */
  click_legend (window, "Explicit PM priority", "shift");
  row = find_legend_row (window, "Explicit PM priority");
  test_wait_until (has_selected, session, "the areas of a class");
  wait_for_filter (window, "");
  test_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)));

  click_legend (window, "Explicit PM priority", NULL);
  wait_for_filter (window, "class:personalised-medicine/explicit");
  n = ris3_classification_count_class (ris3_session_get_classification (session), 0);
  g_assert_cmpuint (ris3_classification_count_matching (ris3_session_get_classification (session), 0), ==, n);
  g_assert_cmpuint (ris3_classification_count_matching (ris3_session_get_classification (session), 1), ==, 0);
  test_assert_true (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_legend_row (window, "Explicit PM priority"))));
  test_wait_for_label (GTK_WIDGET (window), "Filtered: Explicit PM priority");
  click_legend (window, "Health priority, PM not named", "ctrl");
  wait_for_filter (window, "class:personalised-medicine/explicit,personalised-medicine/health");
  click_legend (window, "Explicit PM priority", "ctrl");
  wait_for_filter (window, "class:personalised-medicine/health");
  click_legend (window, "Health priority, PM not named", NULL);
  wait_for_filter (window, "");
  /* A row whose numbers change under the pointer is still the one that is pressed. */
  test_assert_true (row == find_legend_row (window, "Explicit PM priority"));

  /* The same with keys: the focus stays on its row. */
  row = find_legend_row (window, "Explicit PM priority");
  gtk_widget_grab_focus (row);
  test_key (window, "Return");
  wait_for_filter (window, "class:personalised-medicine/explicit");
  test_key (window, "Tab");
  test_key (window, "ctrl+Return");
  wait_for_filter (window, "class:personalised-medicine/explicit,personalised-medicine/health");
  test_key (window, "ctrl+space");
  wait_for_filter (window, "class:personalised-medicine/explicit");

  /* A chip, and steps back. */
  panel = open_panel (window);
  test_wait_for_label (test_find_type (panel, RIS3_TYPE_FILTER_CHIPS), "Explicit PM priority");
  test_key (window, "alt+Left");
  wait_for_filter (window, "class:personalised-medicine/explicit,personalised-medicine/health");
  test_key (window, "alt+Left");
  wait_for_filter (window, "class:personalised-medicine/explicit");

  /* What is asked for stays the same where something else is shown. */
  priorities = ris3_view_with_indicator (ris3_session_get_view (session), ris3_indicator_find ("priorities"));
  ris3_session_set_view (session, priorities);
  wait_for_filter (window, "class:personalised-medicine/explicit");
  test_assert_cmpuint (ris3_classification_get_summary (ris3_session_get_classification (session))->n_strategies, ==,
                       ris3_classification_get_summary (ris3_session_get_classification (session))->n_explicit);
  ris3_session_set_view (session, before);
  wait_for_filter (window, "");
  test_key (window, "Escape");
  test_app_close (window);
}

static gboolean
is_large (gpointer window)
{
  return gtk_widget_get_height (window) >= 1000;
}

/* So does the row of what is disputed, as the panel has it, and those of what is recorded of regions. */
static void
test_legend_marks (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3View) before = ris3_view_ref (ris3_session_get_view (session));
  g_autoptr (Ris3View) members = NULL;
  guint n = ris3_classification_count_disputed (ris3_session_get_classification (session));

  click_legend (window, "of these, disputed", NULL);
  wait_for_filter (window, "pm:disputed");
  test_assert_cmpuint (ris3_classification_count_disputed (ris3_session_get_classification (session)), ==, n);
  test_assert_cmpuint (ris3_classification_get_summary (ris3_session_get_classification (session))->n_strategies, ==,
                       ris3_classification_get_summary (ris3_session_get_classification (session))->n_disputed);
  test_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_legend_row (window, "of these, disputed"))));
  click_legend (window, "of these, disputed", NULL);
  wait_for_filter (window, "");
  /* These are of areas, not of strategies: they say that they only select. */
  test_assert_nonnull (strstr (gtk_widget_get_tooltip_text (find_legend_row (window, "of these, inherited")),
                               "Select these areas. They show the strategies of wider regions"));
  test_assert_nonnull (strstr (gtk_widget_get_tooltip_text (find_legend_row (window, "No strategy known")),
                               "Select these areas. They have no strategy"));
  click_legend (window, "of these, inherited", NULL);
  test_wait_until (has_selected, session, "the areas with a mark");
  test_assert_true (ris3_filter_is_empty (ris3_session_get_filter (session)));

  /* Its legend is long, and folds away where it has no room. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 1050);
  test_wait_until (is_large, window, "a large window");
  members = ris3_view_with_indicator (before, ris3_indicator_find ("participation:ICPerMed"));
  ris3_session_set_view (session, members);
  test_wait_for_map (window);
  click_legend (window, "Takes part, or a region", NULL);
  wait_for_filter (window, "class:\"participation:ICPerMed/member\"");
  test_assert_cmpuint (ris3_classification_get_summary (ris3_session_get_classification (session))->n_strategies, >, 0);
  ris3_session_set_view (session, before);
  wait_for_filter (window, "");
  test_app_close (window);
}

static gboolean
has_focused_title (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL
         && (gtk_widget_get_ancestor (focus, RIS3_TYPE_FACET_SECTION) != NULL
             || gtk_widget_get_ancestor (focus, RIS3_TYPE_YEAR_SECTION) != NULL);
}

/* The arrow keys go from title to title, also where nothing is open. (A warning of GTK ends the test.) */
static void
test_arrows (void)
{
  Ris3Window *window = start ();

  open_panel (window);
  test_key_until (window, "Tab", has_focused_title, window, "a title");
  for (guint i = 0; i < 4; i++)
    test_key (window, "Down");
  test_wait (200);
  test_assert_true (has_focused_title (window));
  test_key (window, "Return");
  test_key (window, "Down");
  test_wait (200);
  test_assert_true (has_focused_title (window));
  test_key (window, "ctrl+shift+f");
  test_app_close (window);
}

/* The values of each facet are counted as the model counts them, and choosing one gives as many. */
static void
test_facets (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *panel = open_panel (window);

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      guint n_values, best = 0, n_expected;
      const Ris3FacetValue *values
          = ris3_filter_result_get_values (ris3_session_get_filter_result (session), facet, &n_values);
      GtkWidget *title = test_find_label (panel, ris3_facet_get_title (facet));
      GtkWidget *section = title != NULL ? gtk_widget_get_ancestor (title, RIS3_TYPE_FACET_SECTION) : NULL;
      GtkWidget *row;
      g_autoptr (Ris3Filter) expected = NULL;
      g_autoptr (Ris3Filter) everything = ris3_filter_new ();
      g_autofree char *text = NULL;

      /* With one period on the map another one takes its place. */
      if (n_values == 0 || facet == RIS3_FACET_PERIOD)
        continue;
      g_assert_nonnull (section);
      for (guint i = 0; i < n_values; i++)
        if (values[i].n_strategies > values[best].n_strategies)
          best = i;
      n_expected = values[best].n_strategies;
      expected = ris3_filter_with (everything, facet, values[best].id, TRUE);
      text = ris3_filter_to_text (expected);
      gtk_widget_grab_focus (test_find_type (section, GTK_TYPE_EXPANDER));
      test_key (window, "space");
      row = test_find_type (section, RIS3_TYPE_FACET_ROW);
      g_assert_nonnull (row);
      for (guint i = 0; i < best; i++)
        row = gtk_widget_get_next_sibling (row);
      test_assert_cmpstr (ris3_facet_row_get_id (RIS3_FACET_ROW (row)), ==, values[best].id);
      gtk_widget_grab_focus (test_find_type (row, GTK_TYPE_CHECK_BUTTON));
      test_key (window, "space");
      wait_for_filter (window, text);
      test_assert_cmpuint (ris3_filter_result_get_n_strategies (ris3_session_get_filter_result (session)), ==,
                           n_expected);
      test_key (window, "space");
      wait_for_filter (window, "");
      gtk_widget_grab_focus (test_find_type (section, GTK_TYPE_EXPANDER));
      test_key (window, "space");
    }
  test_key (window, "Escape");
  test_app_close (window);
}

static gboolean
shows_second_period (gpointer window)
{
  return g_strcmp0 (ris3_view_get_period (ris3_session_get_view (ris3_window_get_session (window))), "2021-2027") == 0;
}

static GtkWidget *
open_section (Ris3Window *window, GtkWidget *title, GType type)
{
  GtkWidget *section = gtk_widget_get_ancestor (title, type);

  gtk_widget_grab_focus (test_find_type (section, GTK_TYPE_EXPANDER));
  test_key (window, "space");
  return test_find_type (section, RIS3_TYPE_FACET_ROW);
}

/* The periods are all counted, though the map shows one; another one takes its place. So are the years. */
static void
test_times (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *panel = open_panel (window);
  GtkWidget *row = open_section (window, test_find_label (panel, ris3_facet_get_title (RIS3_FACET_PERIOD)),
                                 RIS3_TYPE_FACET_SECTION);
  const Ris3YearCount *years;
  guint n_years, n_of_first;
  g_autofree char *text = NULL;

  g_assert_nonnull (row);
  g_assert_nonnull (test_find_label (row, "198"));
  g_assert_true (ris3_facet_row_get_chosen (RIS3_FACET_ROW (row)));
  row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (test_find_label (row, "119"));
  gtk_widget_grab_focus (test_find_type (row, GTK_TYPE_CHECK_BUTTON));
  test_key (window, "space");
  test_wait_until (shows_second_period, window, "the other period");
  wait_for_filter (window, "");
  test_assert_cmpuint (ris3_filter_result_get_n_strategies (ris3_session_get_filter_result (session)), ==, 119);

  years = ris3_filter_result_get_years (ris3_session_get_filter_result (session), &n_years);
  g_assert_cmpuint (n_years, >, 1);
  n_of_first = years[0].n_strategies;
  text = g_strdup_printf ("since:%u until:%u", years[0].year, years[0].year);
  row = open_section (window, test_find_label (panel, "Year"), RIS3_TYPE_YEAR_SECTION);
  gtk_widget_grab_focus (test_find_type (row, GTK_TYPE_CHECK_BUTTON));
  test_key (window, "space");
  wait_for_filter (window, text);
  test_assert_cmpuint (ris3_filter_result_get_n_strategies (ris3_session_get_filter_result (session)), ==, n_of_first);
  test_key (window, "space");
  wait_for_filter (window, "");
  ris3_session_set_period (session, "2014-2020");
  gtk_widget_grab_focus (panel);
  test_key (window, "Escape");
  test_wait_for_map (window);
  test_app_close (window);
}

static gboolean
has_selection (gpointer window)
{
  return *test_selected_code (window) != '\0';
}

static gboolean
shows_all (gpointer search)
{
  GtkWidget *popover = test_find_type (search, GTK_TYPE_POPOVER);
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (test_find_type (popover, GTK_TYPE_LIST_VIEW)));

  return gtk_widget_get_mapped (popover) && gtk_adjustment_get_value (rows) == 0
         && gtk_adjustment_get_upper (rows) <= gtk_adjustment_get_page_size (rows) + 1;
}

/* A word is found in a text, which the region page then shows; or it is filtered by. */
static void
test_words (void)
{
  Ris3Window *window = start ();

  test_key (window, "ctrl+f");
  test_type (window, "genom");
  test_wait_for_label (GTK_WIDGET (window), "genom");
  test_key (window, "Return");
  test_wait_until (has_selection, window, "the region of what was found");
  test_key (window, "ctrl+f");
  test_type (window, "genom");
  test_wait_for_label (GTK_WIDGET (window), "In the Texts");
  /* There is room for all that was found, with its heading and the row that filters. */
  test_wait_until (shows_all, test_find_type (window, RIS3_TYPE_REGION_SEARCH), "what was found");
  test_key (window, "Up");
  test_key (window, "Return");
  wait_for_filter (window, "genom*");
  test_wait_for_label (GTK_WIDGET (window), "Filtered:");
  test_app_close (window);
}

/* So are terms of a filter, and a period that is typed is the map's; what is wrong with them is said. */
static void
test_terms (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);

  ris3_session_clear_filter (session);
  test_key (window, "ctrl+f");
  test_type (window, "contry:FR");
  test_wait_for_label (GTK_WIDGET (window), "country");
  test_key (window, "ctrl+a");
  test_type (window, "country:France pm:yes");
  test_wait_for_label (GTK_WIDGET (window), "Filter by “country:France pm:yes”");
  test_key (window, "Return");
  wait_for_filter (window, "country:FR pm:yes");

  /* What is typed next narrows it. */
  test_key (window, "ctrl+f");
  test_type (window, "period:2021-2027");
  test_wait_for_label (GTK_WIDGET (window), "Filter by “period:2021-2027”");
  test_key (window, "Return");
  test_wait_until (shows_second_period, window, "the other period");
  wait_for_filter (window, "country:FR pm:yes");
  ris3_session_set_period (session, "2014-2020");
  test_wait_for_map (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/filter/text", test_text);
  g_test_add_func ("/window/filter/facets", test_facets);
  g_test_add_func ("/window/filter/times", test_times);
  g_test_add_func ("/window/filter/arrows", test_arrows);
  g_test_add_func ("/window/filter/legend", test_legend);
  g_test_add_func ("/window/filter/legend-marks", test_legend_marks);
  g_test_add_func ("/window/filter/words", test_words);
  g_test_add_func ("/window/filter/terms", test_terms);
  return g_test_run ();
}
