/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cards on the map: where they are, what folds them, and what can be done with them, by real events. */
#include "config.h"

#include "test-log.h"
#include "test-window.h"

#include "app/map/ris3-map-card.h"
#include "app/map/ris3-map-stage.h"
#include "map/ris3-extent.h"
#include "model/ris3-data-dir.h"

static Ris3MapStage *
stage_of (Ris3Window *window)
{
  return RIS3_MAP_STAGE (gtk_widget_get_parent (GTK_WIDGET (ris3_window_get_map_view (window))));
}

static GtkWidget *
card_of (Ris3Window *window, Ris3Card card)
{
  return ris3_map_stage_get_card (stage_of (window), card);
}

static Ris3Boundaries *
boundaries_of (Ris3Window *window)
{
  return ris3_session_get_boundaries (ris3_window_get_session (window));
}

static const Ris3Region *
region_of_leaf (Ris3Window *window, guint leaf)
{
  return ris3_boundaries_get_region (boundaries_of (window),
                                     ris3_boundaries_get_leaf_region (boundaries_of (window), leaf));
}

/* Sets the text's size as the desktop does: 1.0 is 96 dots an inch. */
static void
set_text_size (double size)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (size * 96 * 1024), NULL);
}

typedef struct
{
  Ris3Window *window;
  int width, height;
} Wanted;

static gboolean
has_width (gpointer data)
{
  const Wanted *wanted = data;

  /* With or without the frame that the window draws around itself. */
  if (ABS (gtk_widget_get_width (GTK_WIDGET (wanted->window)) - wanted->width) < 12)
    return TRUE;
  /* As a border that is dragged: what does not fit a narrow window goes on the way. */
  gtk_window_set_default_size (GTK_WINDOW (wanted->window), wanted->width, wanted->height);
  return FALSE;
}

static void
resize (Ris3Window *window, int width, int height)
{
  Wanted wanted = { window, width, height };

  test_wait_until (has_width, &wanted, "the window's width");
  test_wait_for_map (window);
}

/* What a card covers: no region but those overseas, which have maps of their own. */
static void
check_card (Ris3Window *window, Ris3Card card)
{
  GtkWidget *widget = card_of (window, card);
  Ris3RegionLayer *layer = ris3_map_view_get_layer (ris3_window_get_map_view (window));
  graphene_rect_t bounds;

  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (stage_of (window)), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (stage_of (window))));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (GTK_WIDGET (stage_of (window))));
  for (double y = bounds.origin.y; y < bounds.origin.y + bounds.size.height; y += 3)
    for (double x = bounds.origin.x; x < bounds.origin.x + bounds.size.width; x += 3)
      {
        gint leaf = ris3_region_layer_pick (layer, x, y);

        if (leaf >= 0 && !region_of_leaf (window, leaf)->is_overseas)
          g_error ("Card %u covers %s.", card, region_of_leaf (window, leaf)->code);
      }
}

static void
check_cards_apart (Ris3Window *window)
{
  const Ris3CardPlan *plan = ris3_map_stage_get_plan (stage_of (window));

  for (guint i = 0; i < RIS3_N_CARDS; i++)
    for (guint j = i + 1; j < RIS3_N_CARDS; j++)
      if (plan->cards[i].width > 0 && plan->cards[j].width > 0)
        g_assert_false (gdk_rectangle_intersect (&plan->cards[i], &plan->cards[j], NULL));
}

/* All of Europe is on the map. */
static void
check_europe (Ris3Window *window)
{
  Ris3Box europe = ris3_extent_of_mainland (ris3_plane_get_mercator ());
  Ris3Boundaries *boundaries = boundaries_of (window);
  guint n_seen = 0;

  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
    {
      const Ris3Region *region = region_of_leaf (window, leaf);
      double x, y;

      if (region->inside.x < europe.x0 || region->inside.x > europe.x1 || region->inside.y < europe.y0)
        continue;
      if (region->is_overseas)
        continue;
      test_region_position (window, region->code, &x, &y);
      g_assert_cmpfloat (x, >=, 0);
      g_assert_cmpfloat (y, >=, 0);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (stage_of (window))));
      g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (stage_of (window))));
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 1300);
}

static const struct
{
  int width;
  int height;
} sizes[] = { { 1440, 900 }, { 1000, 700 }, { 900, 700 }, { 500, 800 }, { 360, 640 } };

/* Whatever the window's and the text's size, the whole of Europe is seen and no card lies on it. */
static void
test_cards_clear (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  for (guint text = 0; text < 2; text++)
    {
      set_text_size (text == 0 ? 1 : 1.5);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          resize (window, sizes[i].width, sizes[i].height);
          for (guint card = 0; card < RIS3_N_CARDS; card++)
            check_card (window, card);
          check_cards_apart (window);
          check_europe (window);
        }
    }
  set_text_size (1);
  resize (window, 1280, 820);
  test_app_close (window);
}

/* Where text is written from the right, cards are on the other side, and still not on Europe. */
static void
test_cards_mirrored (void)
{
  Ris3Window *window = test_app_start (NULL);
  const GdkRectangle *legend, *buttons;

  test_wait_for_map (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      resize (window, sizes[i].width, sizes[i].height);
      for (guint card = 0; card < RIS3_N_CARDS; card++)
        check_card (window, card);
      check_cards_apart (window);
      check_europe (window);
      legend = &ris3_map_stage_get_plan (stage_of (window))->cards[RIS3_CARD_LEGEND];
      buttons = &ris3_map_stage_get_plan (stage_of (window))->cards[RIS3_CARD_BUTTONS];
      g_assert_cmpint (buttons->x, <, 20);
      test_assert_cmpint (legend->x + legend->width, >, gtk_widget_get_width (GTK_WIDGET (stage_of (window))) - 40);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  resize (window, 1280, 820);
  test_app_close (window);
}

static gboolean
is_legend_folded (gpointer window)
{
  return ris3_map_card_get_folded (RIS3_MAP_CARD (card_of (window, RIS3_CARD_LEGEND)));
}

static gboolean
is_legend_open (gpointer window)
{
  return !is_legend_folded (window);
}

/* Cards fold as the window gets narrow and open as it gets wide; what the person has opened or folded stays so. */
static void
test_fold_by_size (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *fold;

  test_wait_for_map (window);
  resize (window, 1440, 900);
  test_wait_until (is_legend_open, window, "an open legend");
  resize (window, 360, 640);
  test_wait_until (is_legend_folded, window, "a folded legend");
  test_wait_for_no_label (window, "No strategy known");

  fold = test_find_button (GTK_WIDGET (window), "Show or Hide the Legend");
  test_click_middle (fold);
  test_wait_until (is_legend_open, window, "the legend opened by hand");
  test_wait_for_label (card_of (window, RIS3_CARD_LEGEND), "No strategy known");
  resize (window, 500, 800);
  g_assert_true (is_legend_open (window));
  test_click_middle (fold);
  test_wait_until (is_legend_folded, window, "the legend folded by hand");
  resize (window, 1440, 900);
  test_assert_true (is_legend_folded (window));
  test_click_middle (fold);
  test_wait_until (is_legend_open, window, "the legend");
  resize (window, 1280, 820);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  /* In the language of the environment, as the program itself. */
  ris3_data_set_language ();
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/cards/clear", test_cards_clear);
  g_test_add_func ("/window/cards/mirrored", test_cards_mirrored);
  g_test_add_func ("/window/fold-by-size", test_fold_by_size);
  return g_test_run ();
}
