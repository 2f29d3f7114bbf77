/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done with the map and what lies on it, by real pointer and key events. */
#include "config.h"

#include "test-log.h"
#include "test-window.h"

#include "app/map/ris3-map-card.h"
#include "app/map/ris3-map-stage.h"
#include "app/ris3-session-edit.h"

static GtkWidget *
map_of (Ris3Window *window)
{
  return GTK_WIDGET (ris3_map_view_get_map (ris3_window_get_map_view (window)));
}

static Ris3MapStage *
stage_of (Ris3Window *window)
{
  return RIS3_MAP_STAGE (gtk_widget_get_parent (GTK_WIDGET (ris3_window_get_map_view (window))));
}

static guint
count_selected (Ris3Window *window)
{
  guint n_selected;

  ris3_session_get_selection (ris3_window_get_session (window), &n_selected);
  return n_selected;
}

/* A slow machine may take a while to follow an event. */
static void
assert_selected (Ris3Window *window, guint n_selected)
{
  for (guint i = 0; i < 30 && count_selected (window) != n_selected; i++)
    test_wait (100);
  g_assert_cmpuint (count_selected (window), ==, n_selected);
}

static gboolean
is_selected (Ris3Window *window, const char *code)
{
  guint n_selected;
  const guint *selected = ris3_session_get_selection (ris3_window_get_session (window), &n_selected);

  for (guint i = 0; i < n_selected; i++)
    if (selected[i] == (guint) test_find_region (window, code))
      return TRUE;
  return FALSE;
}

/* The first visible widget of a type within another. */
static GtkWidget *
find_type (GtkWidget *widget, const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
resize (Ris3Window *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  test_wait (300);
  test_wait_for_map (window);
  test_wait (500);
}

/* Ctrl+click adds and takes out, also when Ctrl is let go of before the button, and beside an open panel. */
static void
test_ctrl_click (void)
{
  static const int widths[] = { 1440, 900 };
  Ris3Window *window = test_app_start (NULL);
  double x, y;

  test_wait_for_map (window);
  /* In a small window, the badge of another region lies on one of these. */
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      resize (window, widths[i], 800);
      test_region_position (window, "FRL0", &x, &y);
      test_click (map_of (window), x, y, NULL);
      assert_selected (window, 1);
      test_wait_for_map (window);
      test_region_position (window, "ES30", &x, &y);
      test_click (map_of (window), x, y, "ctrl");
      assert_selected (window, 2);

      test_wait_for_map (window);
      test_region_position (window, "ITC4", &x, &y);
      test_move_pointer (map_of (window), x, y);
      test_event ((const char *const[]){ "keydown", "ctrl", "mousedown", "1", "keyup", "ctrl", NULL });
      test_event ((const char *const[]){ "mouseup", "1", NULL });
      test_wait (450);
      assert_selected (window, 3);

      test_click (map_of (window), x, y, "ctrl");
      assert_selected (window, 2);
      g_assert_true (is_selected (window, "FRL0") && is_selected (window, "ES30"));
      test_key (window, "Escape");
      test_key (window, "Home");
      test_wait_for_map (window);
    }
  resize (window, 1280, 820);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "badges", g_variant_new_boolean (TRUE));
  test_app_close (window);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* With Shift, a row of the legend selects its areas, by pointer and by keyboard. */
static void
test_legend_selects (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Classification *classification;
  GtkWidget *label, *row;

  test_wait_for_map (window);
  resize (window, 1440, 900);
  classification = ris3_session_get_classification (ris3_window_get_session (window));
  label = test_find_label (ris3_map_stage_get_card (stage_of (window), RIS3_CARD_LEGEND), "Explicit PM priority");
  test_click (label, 20, 5, "shift");
  assert_selected (window, ris3_classification_count_class (classification, 0));
  test_assert_true (is_selected (window, "FRL0"));

  row = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (row);
  test_key (window, "Tab");
  test_key (window, "shift+Return");
  assert_selected (window, ris3_classification_count_class (classification, 1));
  label = test_find_label (ris3_map_stage_get_card (stage_of (window), RIS3_CARD_LEGEND), "disputed");
  test_click_middle_with (label, "shift");
  assert_selected (window, ris3_classification_count_disputed (classification));
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "Escape");
  assert_selected (window, 0);
  resize (window, 1280, 820);
  test_app_close (window);
}

typedef struct
{
  Ris3Window *window;
  const char *code;
} Wanted;

static gboolean
begins_with_code (gpointer data)
{
  const Wanted *wanted = data;

  return g_str_has_prefix (test_selected_code (wanted->window), wanted->code);
}

/* The insets of one version of NUTS are gone with it: their widgets are to be looked for. */
static gboolean
lacks_insets (gpointer stage)
{
  return test_find_label (stage, "Guadeloupe") == NULL;
}

/* The regions overseas are on the map: a click selects one, Ctrl adds another, and so do keys. */
static void
test_insets (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *guadeloupe, *button;

  test_wait_for_map (window);
  resize (window, 1440, 900);
  guadeloupe = gtk_widget_get_parent (test_find_label (GTK_WIDGET (stage_of (window)), "Guadeloupe"));
  g_assert_nonnull (guadeloupe);
  test_click_label_until (stage_of (window), "Guadeloupe", begins_with_code, &(Wanted){ window, "FRY1" },
                          "Guadeloupe, selected");
  assert_selected (window, 1);
  test_click (gtk_widget_get_next_sibling (guadeloupe), 40, 20, "ctrl");
  assert_selected (window, 2);
  test_assert_true (g_str_has_prefix (test_selected_code (window), "FRY2"));

  test_key (window, "Tab");
  test_key (window, "Return");
  assert_selected (window, 1);
  test_assert_true (g_str_has_prefix (test_selected_code (window), "FRY3"));
  test_key (window, "Tab");
  test_key (window, "ctrl+Return");
  assert_selected (window, 2);
  test_assert_nonnull (strstr (gtk_widget_get_tooltip_text (guadeloupe), "Guadeloupe"));

  /* Each version of NUTS has its own. */
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2013"));
  test_wait_for_map (window);
  test_click_label_until (stage_of (window), "Guadeloupe", begins_with_code, &(Wanted){ window, "FRA1" },
                          "Guadeloupe as NUTS 2013 has it, selected");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "nuts-version", g_variant_new_string ("2016"));
  test_wait_for_map (window);

  button = test_find_button (GTK_WIDGET (window), "Show or Hide the Outermost Regions");
  test_click_middle (button);
  test_wait_until (lacks_insets, stage_of (window), "insets that are hidden");
  test_click_middle (button);
  test_wait_for_label (GTK_WIDGET (stage_of (window)), "Guadeloupe");
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "Escape");
  resize (window, 1280, 820);
  test_app_close (window);
}

static gboolean
has_selection (gpointer window)
{
  return *test_selected_code (window) != '\0';
}

/* Below the width for both, the panel comes over the map with a button that closes it, and the region that was
 * clicked is still seen.
 */
static void
test_panel_over_map (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *close;
  ShumateViewport *viewport;
  graphene_rect_t panel;
  double x, y;

  test_wait_for_map (window);
  resize (window, 900, 700);
  /* With all buttons of editing, the search has room for a name. */
  ris3_session_set_editing (ris3_window_get_session (window), TRUE);
  test_wait (300);
  g_assert_cmpint (gtk_widget_get_width (find_type (GTK_WIDGET (window), "Ris3RegionSearch")), >=, 130);
  ris3_session_set_editing (ris3_window_get_session (window), FALSE);
  test_region_position (window, "BG", &x, &y);
  test_click (map_of (window), x, y, NULL);
  test_wait_until (has_selection, window, "a region that was clicked");
  test_wait (500);
  test_wait_for_map (window);
  close = test_find_button (GTK_WIDGET (window), "Close the Panel");
  g_assert_nonnull (close);
  test_assert_true (gtk_widget_get_mapped (close));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (close), map_of (window), &panel));
  test_region_position (window, "BG", &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, panel.origin.x);
  test_click_middle (close);
  test_wait (500);
  test_assert_false (gtk_widget_get_mapped (close));
  test_key (window, "Escape");

  /* The same where the person has moved the map, which then stays as it is but for that. */
  viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  ris3_map_view_restore (ris3_window_get_map_view (window), shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                         shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                         shumate_viewport_get_zoom_level (viewport));
  test_wait_for_map (window);
  test_region_position (window, "BG", &x, &y);
  g_assert_cmpfloat (x, >, panel.origin.x);
  test_click (map_of (window), x, y, NULL);
  test_wait_until (is_shown, close, "the panel");
  test_wait (500);
  test_wait_for_map (window);
  test_region_position (window, "BG", &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, panel.origin.x);
  test_click_middle (close);
  test_wait_until (is_hidden, close, "the end of the panel");
  test_key (window, "Escape");

  /* What is searched for is shown beside the panel that opens with it. */
  test_key (window, "ctrl+f");
  test_type (window, "FRL0");
  test_wait (300);
  test_key (window, "Return");
  test_wait_until (is_shown, close, "the panel");
  test_wait (600);
  test_wait_for_map (window);
  test_region_position (window, "FRL0", &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, panel.origin.x - 100);
  test_click_middle (close);
  test_wait_until (is_hidden, close, "the end of the panel");
  test_key (window, "Escape");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.map-show-europe", NULL);
  resize (window, 1280, 820);
  test_assert_null (test_find_button (GTK_WIDGET (window), "Close the Panel"));
  test_app_close (window);
}

typedef struct
{
  char *text;
  GdkTexture *texture;
  gboolean done;
} Copied;

static void
on_text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Copied *copied = data;

  copied->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  copied->done = TRUE;
}

static void
on_texture_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Copied *copied = data;

  copied->texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  copied->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Copied *) data)->done;
}

static char *
read_text (Ris3Window *window)
{
  Copied copied = { 0 };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_text_read_cb, &copied);
  test_wait_until (is_done, &copied, "the clipboard");
  return copied.text;
}

/* Figure, list, region and picture go to the clipboard, by keys and from the map's menu. */
static void
test_copy (void)
{
  Ris3Window *window = test_app_start (NULL);
  Copied copied = { 0 };
  g_autofree char *figure = NULL;
  g_autofree char *region = NULL;
  g_autofree char *list = NULL;
  double x, y;

  test_wait_for_map (window);
  resize (window, 1440, 900);
  test_key (window, "ctrl+shift+c");
  figure = read_text (window);
  g_assert_cmpstr (figure, ==,
                   "32 of 170 analysed strategies of 2014–2020 (19 %) explicitly prioritise personalised medicine");

  test_key (window, "ctrl+c");
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_texture_read_cb, &copied);
  test_wait_until (is_done, &copied, "a picture on the clipboard");
  g_assert_nonnull (copied.texture);
  test_assert_cmpint (gdk_texture_get_width (copied.texture), ==,
                      gtk_widget_get_width (GTK_WIDGET (stage_of (window))));
  g_clear_object (&copied.texture);

  test_region_position (window, "FRL0", &x, &y);
  test_move_pointer (map_of (window), x, y);
  test_event ((const char *const[]){ "click", "3", NULL });
  test_wait (400);
  test_click_middle (test_find_label (GTK_WIDGET (window), "(FRL0)”"));
  region = read_text (window);
  g_assert_cmpstr (region, ==, "Provence-Alpes-Côte d’Azur (FRL0)");

  test_event ((const char *const[]){ "click", "3", NULL });
  test_wait (400);
  test_key (window, "Escape");
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "shift+F10");
  test_wait (400);
  test_click_middle (test_find_label (GTK_WIDGET (window), "Copy the List of Areas"));
  list = read_text (window);
  g_assert_nonnull (strstr (list, "FRL0\tProvence-Alpes-Côte d’Azur\tFrance\tExplicit PM priority"));
  resize (window, 1280, 820);
  test_app_close (window);
}

static gboolean
shows_tooltip (gpointer window)
{
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *tooltip = find_type (child, "GtkTooltipWindow");

      if (tooltip != NULL && gtk_widget_get_mapped (tooltip))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_no_tooltip (gpointer window)
{
  return !shows_tooltip (window);
}

/* F8 opens the menu of what the map shows, the pointer's tooltip stays away from it, and the title names the file. */
static void
test_header (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *button;
  GtkPopover *popover;

  test_wait_for_map (window);
  test_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), RIS3_ATLAS_SUFFIX));
  test_wait_for_label (window, RIS3_ATLAS_SUFFIX);
  button = test_find_button (GTK_WIDGET (window), "What the Map Shows");
  gtk_widget_grab_focus (map_of (window));
  test_key (window, "F8");
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_nonnull (popover);
  test_wait_until (is_shown, popover, "the menu of F8");
  test_key (window, "Escape");
  test_wait (300);
  test_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));

  /* A click is lost while the grab of the closed menu ends. */
  test_move_pointer (map_of (window), 200, 300);
  test_wait (600);
  test_move_pointer (button, gtk_widget_get_width (button) / 2 - 10, gtk_widget_get_height (button) / 2);
  test_wait (200);
  test_click_middle (button);
  test_wait_until (is_shown, popover, "the menu of the button");
  test_event ((const char *const[]){ "mousemove_relative", "2", "1", NULL });
  test_wait (1200);
  test_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_false (shows_tooltip (window));
  test_key (window, "Escape");
  test_wait_until (is_hidden, popover, "the end of the menu");

  /* Without the menu, it comes. */
  test_event ((const char *const[]){ "mousemove_relative", "0", "200", NULL });
  test_wait_until (shows_no_tooltip, window, "a pointer without a tooltip");
  test_move_pointer (button, gtk_widget_get_width (button) / 2, gtk_widget_get_height (button) / 2);
  test_event ((const char *const[]){ "mousemove_relative", "2", "1", NULL });
  test_wait_until (shows_tooltip, window, "the tooltip of the button");
  test_app_close (window);
}

/* The focus is seen on the map once the keyboard is used. */
static void
test_focus_ring (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (GdkTexture) after = NULL;
  guint32 pixel;

  test_wait_for_map (window);
  gtk_widget_grab_focus (map_of (window));
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  test_wait (100);
  after = ris3_map_stage_make_picture (stage_of (window));
  g_assert_nonnull (after);
  {
    gsize stride = (gsize) gdk_texture_get_width (after) * 4;
    g_autofree guint8 *pixels = g_malloc (stride * gdk_texture_get_height (after));

    gdk_texture_download (after, pixels, stride);
    pixel = *(guint32 *) (void *) (pixels + stride * (gdk_texture_get_height (after) / 2));
    g_assert_cmphex (pixel & 0xffffff, ==, 0x1d1d20);
  }
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/map/ctrl-click", test_ctrl_click);
  g_test_add_func ("/window/map/legend", test_legend_selects);
  g_test_add_func ("/window/map/insets", test_insets);
  g_test_add_func ("/window/map/panel", test_panel_over_map);
  g_test_add_func ("/window/map/copy", test_copy);
  g_test_add_func ("/window/map/header", test_header);
  g_test_add_func ("/window/map/focus-ring", test_focus_ring);
  return g_test_run ();
}
