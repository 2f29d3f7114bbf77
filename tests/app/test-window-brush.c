/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Several regions are selected at once, by a rectangle on the map, and asked of together. */
#include "config.h"

#include <math.h>

#include "app/ris3-session-filter.h"
#include "test-log.h"
#include "test-window.h"

static GtkWidget *
map_of (Ris3Window *window)
{
  return GTK_WIDGET (ris3_map_view_get_map (ris3_window_get_map_view (window)));
}

static guint
count_selected (Ris3Window *window)
{
  guint n_selected;

  ris3_session_get_selection (ris3_window_get_session (window), &n_selected);
  return n_selected;
}

static gboolean
is_selected (Ris3Window *window, guint region)
{
  guint n_selected;
  const guint *selected = ris3_session_get_selection (ris3_window_get_session (window), &n_selected);

  for (guint i = 0; i < n_selected; i++)
    if (selected[i] == region)
      return TRUE;
  return FALSE;
}

/* A rectangle in the coordinates of the map, as it is drawn: from (x0, y0). */
typedef struct
{
  Ris3Window *window;
  double x0;
  double y0;
  double x1;
  double y1;
  guint n; /* that are to be selected */
} Drawn;

/* How far inside a rectangle a region's point is, in pixels; negative: outside. */
static double
get_depth (const Drawn *drawn, guint region)
{
  Ris3Session *session = ris3_window_get_session (drawn->window);
  double x, y;

  test_region_position (drawn->window, ris3_boundaries_get_region (ris3_session_get_boundaries (session), region)->code,
                        &x, &y);
  return MIN (MIN (x - drawn->x0, drawn->x1 - x), MIN (y - drawn->y0, drawn->y1 - y));
}

static gboolean
holds (const Drawn *drawn, guint region)
{
  return get_depth (drawn, region) > 0;
}

/* … around a region, as far as some pixels to all sides, and more if a point is so near to the edge that a pointer
 * cannot tell. */
static Drawn
around (Ris3Window *window, const char *code, double reach)
{
  Ris3Classification *classification = ris3_session_get_classification (ris3_window_get_session (window));
  Drawn drawn = { .window = window };
  gboolean is_near = TRUE;
  double x, y;

  test_region_position (window, code, &x, &y);
  for (; is_near; reach += 1)
    {
      drawn.x0 = floor (x - reach);
      drawn.y0 = floor (y - reach);
      drawn.x1 = floor (x + reach);
      drawn.y1 = floor (y + reach);
      is_near = FALSE;
      for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
        if (fabs (get_depth (&drawn, ris3_classification_get_territory (classification, i)->region)) < 0.7)
          is_near = TRUE;
    }
  return drawn;
}

static void
draw (const Drawn *drawn, const char *key, const char *other_key)
{
  test_event ((const char *const[]){ "keydown", key, NULL });
  if (other_key != NULL)
    test_event ((const char *const[]){ "keydown", other_key, NULL });
  test_drag (map_of (drawn->window), drawn->x0, drawn->y0, drawn->x1, drawn->y1);
  if (other_key != NULL)
    test_event ((const char *const[]){ "keyup", other_key, NULL });
  test_event ((const char *const[]){ "keyup", key, NULL });
}

static gboolean
has_count (gpointer data)
{
  Drawn *drawn = data;

  return count_selected (drawn->window) == drawn->n;
}

/* Checks that the regions in the rectangles are selected, and no others. */
static void
check (Drawn *drawn, const Drawn *other)
{
  Ris3Classification *classification = ris3_session_get_classification (ris3_window_get_session (drawn->window));
  guint n = ris3_classification_get_n_territories (classification);

  drawn->n = 0;
  for (guint i = 0; i < n; i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;

      drawn->n += holds (drawn, region) || (other != NULL && holds (other, region));
    }
  g_assert_cmpuint (drawn->n, >, 2);
  g_test_message ("%u in the rectangle, %u selected", drawn->n, count_selected (drawn->window));
  test_wait_until (has_count, drawn, "the selection of what the rectangle holds");
  for (guint i = 0; i < n; i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;

      g_assert_true (is_selected (drawn->window, region)
                     == (holds (drawn, region) || (other != NULL && holds (other, region))));
    }
}

static double
get_longitude (Ris3Window *window)
{
  return shumate_location_get_longitude (
      SHUMATE_LOCATION (shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)))));
}

typedef struct
{
  Ris3Window *window;
  double longitude;
} Place;

static gboolean
has_moved (gpointer data)
{
  Place *place = data;

  return fabs (get_longitude (place->window) - place->longitude) > 0.5;
}

static Ris3Window *
start (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  return window;
}

static void
end (Ris3Window *window)
{
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "Escape");
  test_app_close (window);
}

/* With Shift the pointer draws, and the map stays; with Ctrl too it adds; Escape drops the rectangle only. */
static void
test_rectangle (void)
{
  Ris3Window *window = start ();
  Drawn france, north, spain;
  g_autofree char *words = NULL;
  Place place = { window, get_longitude (window) };

  france = around (window, "FRK2", 40);
  draw (&france, "shift", NULL);
  check (&france, NULL);
  words = g_strdup_printf ("%u regions selected", france.n);
  test_wait_for_label (window, words);
  g_assert_cmpfloat (get_longitude (window), ==, place.longitude);

  /* From the lower right corner. */
  test_wait_for_map (window);
  north = around (window, "SE11", 60);
  draw (&(Drawn){ window, north.x1, north.y1, north.x0, north.y0, 0 }, "ctrl", "shift");
  check (&north, &france);
  g_assert_cmpuint (north.n, >, france.n);

  spain = around (window, "ES30", 40);
  test_event ((const char *const[]){ "keydown", "shift", NULL });
  test_move_pointer (map_of (window), spain.x0, spain.y0);
  test_event ((const char *const[]){ "mousedown", "1", NULL });
  test_move_pointer (map_of (window), spain.x1, spain.y1);
  test_event ((const char *const[]){ "keyup", "shift", NULL });
  /* Not with test_key (), which lets go of all buttons. */
  test_event ((const char *const[]){ "key", "Escape", NULL });
  test_event ((const char *const[]){ "mouseup", "1", NULL });
  test_wait (300);
  check (&north, &france);
  g_assert_cmpfloat (get_longitude (window), ==, place.longitude);

  draw (&spain, "shift", NULL);
  check (&spain, NULL);
  /* Without the key, it is the map that moves. */
  test_drag (map_of (window), spain.x0, spain.y0, spain.x1 + 60, spain.y1);
  test_wait_until (has_moved, &place, "the map to move");
  g_assert_cmpuint (count_selected (window), ==, spain.n);
  end (window);
}

/* Draws a line around the half of a rectangle above its diagonal, but does not let go yet. */
static void
draw_half (const Drawn *drawn)
{
  test_move_pointer (map_of (drawn->window), drawn->x0, drawn->y0);
  test_event ((const char *const[]){ "mousedown", "1", NULL });
  test_move_pointer (map_of (drawn->window), (drawn->x0 + drawn->x1) / 2, drawn->y0);
  test_move_pointer (map_of (drawn->window), drawn->x1, drawn->y0);
  test_move_pointer (map_of (drawn->window), drawn->x1, (drawn->y0 + drawn->y1) / 2);
  test_move_pointer (map_of (drawn->window), drawn->x1, drawn->y1);
}

/* Checks that the regions in that half are selected, and no others. */
static void
check_half (const Drawn *drawn)
{
  Ris3Session *session = ris3_window_get_session (drawn->window);
  Ris3Classification *classification = ris3_session_get_classification (session);
  guint n_half = 0;

  test_wait_for_label (drawn->window, "regions selected");
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;
      double x, y, above;

      test_region_position (drawn->window,
                            ris3_boundaries_get_region (ris3_session_get_boundaries (session), region)->code, &x, &y);
      above = (x - drawn->x0) - (y - drawn->y0);
      if (fabs (above) < 2)
        continue;
      g_assert_true (is_selected (drawn->window, region) == (holds (drawn, region) && above > 0));
      n_half += is_selected (drawn->window, region);
    }
  g_assert_cmpuint (n_half, >, 2);
}

/* A line around, with Shift and Alt. */
static void
test_lasso (void)
{
  Ris3Window *window = start ();
  Drawn france = around (window, "FRK2", 60);
  Place place = { window, get_longitude (window) };

  test_event ((const char *const[]){ "keydown", "shift", NULL });
  test_event ((const char *const[]){ "keydown", "alt", NULL });
  draw_half (&france);
  test_event ((const char *const[]){ "mouseup", "1", NULL });
  test_event ((const char *const[]){ "keyup", "alt", NULL });
  test_event ((const char *const[]){ "keyup", "shift", NULL });
  check_half (&france);
  g_assert_cmpfloat (get_longitude (window), ==, place.longitude);
  end (window);
}

static gboolean
is_active (gpointer button)
{
  return gtk_toggle_button_get_active (button);
}

static gboolean
is_inactive (gpointer button)
{
  return !is_active (button);
}

/* The same without a key held, once the button of the map is pressed, or its key: Escape drops a line while it is
 * drawn, then the button, and only then what is selected. */
static void
test_lasso_button (void)
{
  Ris3Window *window = start ();
  GtkWidget *button = test_find_button (GTK_WIDGET (window), "Select with a Line Around (L)");
  Drawn france = around (window, "FRK2", 60);
  Place place = { window, get_longitude (window) };

  test_click_middle (button);
  test_wait_until (is_active, button, "the button");
  draw_half (&france);
  test_event ((const char *const[]){ "key", "Escape", NULL });
  test_event ((const char *const[]){ "mouseup", "1", NULL });
  test_wait (200);
  g_assert_cmpuint (count_selected (window), ==, 0);
  test_assert_true (is_active (button));

  draw_half (&france);
  test_event ((const char *const[]){ "mouseup", "1", NULL });
  check_half (&france);
  g_assert_cmpfloat (get_longitude (window), ==, place.longitude);
  test_key (window, "Escape");
  test_wait_until (is_inactive, button, "the end of the lines");
  g_assert_cmpuint (count_selected (window), >, 2);
  test_key (window, "l");
  test_wait_until (is_active, button, "the lines, by their key");
  test_key (window, "Escape");
  test_wait_until (is_inactive, button, "their end");
  test_key (window, "Escape");
  france.n = 0;
  test_wait_until (has_count, &france, "the end of the selection");
  end (window);
}

/* A way out, with the pointer and with the key; one region is told by its page alone. */
static void
test_clear (void)
{
  Ris3Window *window = start ();
  Drawn spain;

  for (guint i = 0; i < 2; i++)
    {
      spain = around (window, "ES30", 40);
      draw (&spain, "shift", NULL);
      test_wait_for_label (window, "regions selected");
      if (i == 0)
        test_click_middle (test_find_button (GTK_WIDGET (window), "Clear Selection"));
      else
        test_key (window, "Escape");
      spain.n = 0;
      test_wait_until (has_count, &spain, "the end of the selection");
      test_wait_for_no_label (window, "regions selected");
      test_wait_for_map (window);
    }
  test_click (map_of (window), (spain.x0 + spain.x1) / 2, (spain.y0 + spain.y1) / 2, NULL);
  spain.n = 1;
  test_wait_until (has_count, &spain, "one region");
  test_wait_for_no_label (window, "selected");
  end (window);
}

static char *
get_filter_text (Ris3Window *window)
{
  return ris3_filter_to_text (ris3_session_get_filter (ris3_window_get_session (window)));
}

static gboolean
has_no_filter (gpointer window)
{
  return ris3_filter_is_empty (ris3_session_get_filter (ris3_window_get_session (window)));
}

static gboolean
has_filter (gpointer window)
{
  return !has_no_filter (window);
}

static gboolean
is_filtered (gpointer window)
{
  return has_filter (window)
         && ris3_classification_get_result (ris3_session_get_classification (ris3_window_get_session (window))) != NULL;
}

/* The selected regions become a filter: those match, and their chips and what they are called. */
static void
test_filter (void)
{
  Ris3Window *window = start ();
  Ris3Session *session = ris3_window_get_session (window);
  Drawn france = around (window, "FRK2", 40);
  Ris3Classification *classification;
  g_autofree char *many = NULL;
  g_autofree char *text = NULL;

  draw (&france, "shift", NULL);
  check (&france, NULL);
  g_assert_cmpuint (france.n, >, 3);
  test_click_until (window, "Filter by the selected regions", has_filter, window, "the filter");
  test_wait_until (is_filtered, window, "the map of the filter");
  classification = ris3_session_get_classification (session);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      if (is_selected (window, territory->region) && territory->source_region >= 0)
        g_assert_true (territory->matches);
    }
  many = g_strdup_printf ("%u regions", france.n);
  test_key (window, "ctrl+shift+f");
  test_wait_for_label (window, many);
  test_key_until (window, "alt+Left", has_no_filter, window, "the step back");

  /* From the menu of the map; each region is named. */
  ris3_session_select (session, test_find_region (window, "ITC4"));
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "shift+F10");
  test_wait_for_label (window, "Filter to the Selected Region");
  test_key_until (window, "Return", has_filter, window, "the filter of one");
  text = get_filter_text (window);
  g_assert_cmpstr (text, ==, "region:ITC4");
  test_wait_for_label (window, "Lombardy (ITC4)");
  ris3_session_clear_filter (session);
  end (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/brush/rectangle", test_rectangle);
  g_test_add_func ("/window/brush/lasso", test_lasso);
  g_test_add_func ("/window/brush/lasso-button", test_lasso_button);
  g_test_add_func ("/window/brush/clear", test_clear);
  g_test_add_func ("/window/brush/filter", test_filter);
  return g_test_run ();
}
