/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Classes chosen in the real window: breaks moved with the pointer and with keys, methods, numbers and colours, shown
 * on the map at once, and taken back. */
#include "config.h"

#include <adwaita.h>

#include "test-find.h"
#include "test-log.h"
#include "test-window.h"

#include "app/classes/ris3-break-handle.h"
#include "app/classes/ris3-class-histogram.h"
#include "app/classes/ris3-classes-panel.h"
#include "app/map/ris3-legend.h"
#include "app/map/ris3-map-view.h"
#include "app/map/ris3-pair-square.h"
#include "app/map/ris3-symbol-key.h"
#include "app/ris3-session.h"

static Ris3Window *
start (const char *view_text)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (view_text, NULL, &error);

  g_assert_no_error (error);
  ris3_session_set_view (session, view);
  test_wait_for_map (window);
  return window;
}

/* What is clicked has its place. */
static gboolean
has_place (gpointer panel)
{
  GtkWidget *histogram = test_find_type (panel, RIS3_TYPE_CLASS_HISTOGRAM);

  return gtk_widget_get_width (GTK_WIDGET (panel)) > 0
         && (!gtk_widget_get_visible (histogram) || gtk_widget_get_width (histogram) > 0);
}

static GtkWidget *
find_panel (gpointer window)
{
  return test_find_type (window, RIS3_TYPE_CLASSES_PANEL);
}

static gboolean
has_no_panel (gpointer window)
{
  return find_panel (window) == NULL;
}

static void
wait_for_end (Ris3Window *window)
{
  test_wait_until (has_no_panel, window, "the end of the panel");
}

static GtkWidget *
open_classes (Ris3Window *window)
{
  GtkWidget *panel;

  test_wait_for_active (window);
  test_key (window, "F7");
  test_assert_nonnull (find_panel (window));
  panel = find_panel (window);
  test_wait_until (has_place, panel, "the panel of classes");
  return panel;
}

static const char *
get_scheme (Ris3Window *window)
{
  return ris3_view_get_scheme (ris3_session_get_view (ris3_window_get_session (window)));
}

static double
get_break (Ris3Window *window, guint number)
{
  Ris3Classification *classification = ris3_session_get_classification (ris3_window_get_session (window));
  guint n_breaks;
  const double *breaks = ris3_class_scheme_get_breaks (ris3_classification_get_scheme (classification), &n_breaks);

  return number < n_breaks ? breaks[number] : -1;
}

typedef struct
{
  Ris3Window *window;
  guint number;
  double value;
} Break;

static gboolean
is_at (gpointer data)
{
  const Break *expected = data;

  return get_break (expected->window, expected->number) == expected->value;
}

static void
wait_for_break (Ris3Window *window, guint number, double value)
{
  Break expected = { window, number, value };

  test_wait_until (is_at, &expected, "a break");
}

typedef struct
{
  Ris3Window *window;
  const char *scheme;
  const char *palette;
} Asked;

static gboolean
is_asked (gpointer data)
{
  const Asked *asked = data;
  Ris3View *view = ris3_session_get_view (ris3_window_get_session (asked->window));

  return g_strcmp0 (ris3_view_get_scheme (view), asked->scheme) == 0
         && g_strcmp0 (ris3_view_get_palette (view), asked->palette) == 0;
}

static void
wait_for (Ris3Window *window, const char *scheme, const char *palette)
{
  Asked asked = { window, scheme, palette };

  test_wait_until (is_asked, &asked, scheme != NULL ? scheme : "the indicator’s own classes");
}

/* A break is dragged and then moved with keys, not beyond its neighbours; Escape takes all of it back. */
static void
test_breaks (void)
{
  Ris3Window *window = start ("indicator=priorities classes=manual:2,4,6");
  GtkWidget *panel = open_classes (window);
  GtkWidget *histogram = test_find_type (panel, RIS3_TYPE_CLASS_HISTOGRAM);
  GtkWidget *handle = test_find_type (histogram, RIS3_TYPE_BREAK_HANDLE);
  double from = ris3_class_histogram_get_x (RIS3_CLASS_HISTOGRAM (histogram), 4);
  double to = ris3_class_histogram_get_x (RIS3_CLASS_HISTOGRAM (histogram), 5);

  test_drag (histogram, from, 60, to, 64);
  wait_for_break (window, 1, 5);
  test_assert_cmpstr (get_scheme (window), ==, "manual:2,5,6");
  test_wait_for_label (panel, "2 to 4");

  gtk_widget_grab_focus (handle);
  test_key (window, "Right");
  wait_for_break (window, 0, 3);
  test_key (window, "Right");
  wait_for_break (window, 0, 4);
  /* Not beyond the next one. */
  test_key (window, "Right");
  test_key (window, "Left");
  wait_for_break (window, 0, 3);
  test_key (window, "End");
  wait_for_break (window, 0, 4);
  test_key (window, "Home");
  wait_for_break (window, 0, 2);

  test_key (window, "Escape");
  wait_for_end (window);
  test_assert_cmpstr (get_scheme (window), ==, "manual:2,4,6");
  test_app_close (window);
}

/* Method, number and colours; the list has the counts of the map; Done keeps them, and Reset gives the indicator its
 * own again. */
static void
test_choices (void)
{
  Ris3Window *window = start ("indicator=priorities");
  Ris3Session *session = ris3_window_get_session (window);
  GtkWidget *panel = open_classes (window);
  GtkWidget *number = test_find_type (panel, GTK_TYPE_SPIN_BUTTON);
  Ris3Classification *classification;
  g_autofree char *count = NULL;

  /* Natural breaks come first, quantiles next. */
  test_choose_in_row (window, panel, "Method", 1);
  wait_for (window, "quantile:5", NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), 3);
  wait_for (window, "quantile:3", NULL);
  test_choose_in_row (window, panel, "Colours", 1);
  wait_for (window, "quantile:3", "viridis");
  gtk_switch_set_active (GTK_SWITCH (test_find_type (panel, GTK_TYPE_SWITCH)), TRUE);
  wait_for (window, "quantile:3", "viridis,reversed");
  classification = ris3_session_get_classification (session);
  test_assert_nonnull (
      test_find_label (panel, ris3_class_scheme_get_title (ris3_classification_get_scheme (classification), 1)));
  count = g_strdup_printf ("%u", ris3_classification_count_class (classification, 1));
  test_wait_for_label (panel, count);
  test_wait_for_label (panel, "Protanopia");
  test_wait_for_label (panel, "Printed in Grey");

  test_click_middle (test_find_button (panel, "_Done"));
  wait_for_end (window);
  wait_for (window, "quantile:3", "viridis,reversed");

  panel = open_classes (window);
  test_click_middle (test_find_button (panel, "_Reset"));
  wait_for (window, NULL, NULL);
  /* More classes than different values: said so. */
  test_choose_in_row (window, panel, "Method", 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (test_find_type (panel, GTK_TYPE_SPIN_BUTTON)), 9);
  wait_for (window, "natural:9", NULL);
  test_click_middle (test_find_button (panel, "_Cancel"));
  wait_for_end (window);
  wait_for (window, "quantile:3", "viridis,reversed");
  test_app_close (window);
}

typedef struct
{
  Ris3Window *window;
  gboolean symbols;
} Kind;

static gboolean
is_of_kind (gpointer data)
{
  const Kind *kind = data;

  return ris3_classification_shows_symbols (ris3_session_get_classification (ris3_window_get_session (kind->window)))
         == kind->symbols;
}

/* Counts become circles, in the window and through the menu; a click on a circle still selects its area. */
static void
test_symbols (void)
{
  Ris3Window *window = start ("indicator=priorities");
  GtkWidget *panel = open_classes (window);
  Kind circles = { window, TRUE }, classes = { window, FALSE };
  double x, y;

  test_choose_in_row (window, panel, "Show As", 1);
  test_wait_until (is_of_kind, &circles, "circles");
  test_wait_for_label (panel, "a circle for each area");
  test_assert_false (gtk_widget_get_visible (test_find_type (panel, RIS3_TYPE_CLASS_HISTOGRAM)));
  test_click_middle (test_find_button (panel, "_Done"));
  wait_for_end (window);
  test_wait_until (is_of_kind, &circles, "circles that are kept");
  test_assert_nonnull (test_find_type (GTK_WIDGET (window), RIS3_TYPE_SYMBOL_KEY));

  test_wait_for_map (window);
  test_region_position (window, "ES61", &x, &y);
  test_click (test_find_type (GTK_WIDGET (window), RIS3_TYPE_MAP_VIEW), x, y, NULL);
  test_assert_cmpstr (test_selected_code (window), ==, "ES61");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.symbols", NULL);
  test_wait_until (is_of_kind, &classes, "classes");
  test_assert_null (test_find_type (GTK_WIDGET (window), RIS3_TYPE_SYMBOL_KEY));
  test_app_close (window);
}

/* Categories cannot be divided, which is said; their colours can be chosen. */
static void
test_categories (void)
{
  Ris3Window *window = start ("indicator=personalised-medicine");
  GtkWidget *panel = open_classes (window);
  GtkWidget *histogram = test_find_type (panel, RIS3_TYPE_CLASS_HISTOGRAM);

  double x, y;

  test_assert_false (gtk_widget_get_visible (histogram));
  test_wait_for_label (panel, "these are categories");

  /* The map can be used all the time. */
  test_wait_for_map (window);
  test_region_position (window, "ES61", &x, &y);
  test_click (test_find_type (GTK_WIDGET (window), RIS3_TYPE_MAP_VIEW), x, y, NULL);
  test_assert_cmpstr (test_selected_code (window), ==, "ES61");
  test_assert_true (gtk_widget_get_mapped (panel));
  test_choose_in_row (window, panel, "Colours", 2);
  wait_for (window, NULL, "cividis");
  test_key_until (window, "Escape", has_no_panel, window, "the end of the panel");
  wait_for_end (window);
  wait_for (window, NULL, NULL);
  test_app_close (window);
}

/* Nor can two indicators together, of which neither classes nor colours are chosen; their legend is open, and a square
 * of counts that can be read on their colours.
 */
static void
test_pair (void)
{
  Ris3Window *window = start ("indicator=personalised-medicine with=priorities");
  GtkWidget *square = test_find_type (window, RIS3_TYPE_PAIR_SQUARE);
  GtkWidget *panel;

  test_assert_true (gtk_widget_get_mapped (square));
  test_wait_for_label (square, "28");
  test_assert_true (gtk_widget_has_css_class (test_find_label (square, "28"), "on-dark"));
  test_assert_true (gtk_widget_has_css_class (test_find_label (square, "53"), "on-pale"));
  test_assert_cmpint (gtk_widget_get_width (gtk_widget_get_ancestor (square, RIS3_TYPE_LEGEND)), <, 400);
  panel = open_classes (window);
  test_wait_for_label (panel, "Two indicators that are shown together");
  test_wait_for_no_label (panel, "Reversed");
  test_key (window, "Escape");
  wait_for_end (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/classes/breaks", test_breaks);
  g_test_add_func ("/window/classes/choices", test_choices);
  g_test_add_func ("/window/classes/symbols", test_symbols);
  g_test_add_func ("/window/classes/categories", test_categories);
  g_test_add_func ("/window/classes/pair", test_pair);
  return g_test_run ();
}
