/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the window explains itself: a region's page, the help, and the page of a file that cannot be
 * opened. */
#include "config.h"

#include "app/ris3-class-swatch.h"
#include "test-log.h"
#include "test-window.h"

#include <glib/gstdio.h>

static void
show_region (Ris3Window *window, const char *code)
{
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, code));
  test_wait (300);
}

static gboolean
is_above (Ris3Window *window, const char *first, const char *second)
{
  GtkWidget *above = test_find_label (GTK_WIDGET (window), first);
  GtkWidget *below = test_find_label (GTK_WIDGET (window), second);
  graphene_rect_t a, b;

  return above != NULL && below != NULL && gtk_widget_compute_bounds (above, GTK_WIDGET (window), &a)
         && gtk_widget_compute_bounds (below, GTK_WIDGET (window), &b) && a.origin.y < b.origin.y;
}

/* Whether a text stands higher on the window than another, once a slow machine has laid the page out. */
static gboolean
comes_before (Ris3Window *window, const char *first, const char *second)
{
  for (guint i = 0; i < 30 && !is_above (window, first, second); i++)
    test_wait (100);
  return is_above (window, first, second);
}

/* What the colour comes from is what the page begins with. */
static void
test_page_explains_colour (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  show_region (window, "DE5");
  test_wait_for_label (window, "Explicit PM priority, inherited, disputed");
  g_assert_true (comes_before (window, "Strategy of Germany, 2014–2020", "Other Periods"));
  g_assert_true (comes_before (window, "Decides the colour, inherited from Germany.", "Other Periods"));
  g_assert_true (
      comes_before (window, "The Commission recorded that personalised medicine is not a priority.", "Other Periods"));
  g_assert_true (comes_before (window, "Other Periods", "Strategy 2021–2027"));

  show_region (window, "MT");
  g_assert_true (comes_before (window, "Strategy 2014–2020", "Other Periods"));
  g_assert_true (comes_before (window, "Other Periods", "Strategy 2021–2027"));

  show_region (window, "DE");
  g_assert_true (comes_before (window, "16 Areas by Class", "16 Regions Within"));
  g_assert_true (comes_before (window, "16 Regions Within", "Strategy 2014–2020"));
  ris3_session_select (ris3_window_get_session (window), -1);
  test_app_close (window);
}

static gboolean
has_swatch (GtkWidget *widget)
{
  if (RIS3_IS_CLASS_SWATCH (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_swatch (child))
      return TRUE;
  return FALSE;
}

static GtkWidget *
open_help (Ris3Window *window, const char *key)
{
  test_key (window, key);
  test_wait (400);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return GTK_WIDGET (other);
    }
  g_error ("%s opens no window", key);
}

/* Help names keys as keyboards do, shows the colours that it speaks of, and says why the figure of 2019 was higher. */
static void
test_help (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *help;

  test_wait_for_map (window);
  help = open_help (window, "ctrl+question");
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (help));
  test_wait_for_label (help, "Page Down");
  test_wait_for_no_label (help, "_");
  g_test_message ("The shortcuts are %d pixels wide", gtk_widget_get_width (help));
  test_assert_cmpint (gtk_widget_get_width (help), <=, 900);
  test_key (window, "Escape");

  help = open_help (window, "F1");
  test_wait_for_label (help, "PM stands for personalised medicine");
  test_wait_for_label (help, "53 of 135");
  for (guint i = 0; i < 2; i++)
    {
      const char *titles[] = { "Explicit PM priority", "Not yet analysed" };
      GtkWidget *row = gtk_widget_get_ancestor (test_find_label (help, titles[i]), ADW_TYPE_ACTION_ROW);

      test_assert_true (has_swatch (row));
    }
  test_key (window, "Escape");
  test_wait (300);
  test_app_close (window);
}

static void
assert_failure_page (Ris3Window *window, const char *words, const char *details)
{
  GtkWidget *button;

  test_wait_for_label (window, words);
  test_wait_for_no_label (window, details);
  button = test_find_label (GTK_WIDGET (window), "Details");
  g_assert_nonnull (button);
  test_click_middle (button);
  test_wait_for_label (window, details);
}

/* A damaged file is reported in our words, with the copy that helps; those of SQLite are under Details. */
static void
test_damaged_details (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "broken.ris3atlas", NULL);
  g_autofree char *backup = g_build_filename (g_get_user_data_dir (), "broken (version 1).ris3atlas", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  Ris3Window *window;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_get_contents (g_getenv ("RIS3_TEST_ATLAS"), &contents, &length, NULL));
  memset (contents + 4096, 0x5a, 40 * 1024);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_true (g_file_set_contents (backup, "copy", -1, NULL));
  window = test_app_start (path);
  test_wait (600);
  assert_failure_page (window,
                       "“broken.ris3atlas” is damaged. Use the backup copy “broken (version 1).ris3atlas” beside it.",
                       "malformed");
  test_app_close (window);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (backup), ==, 0);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/words/page-explains-colour", test_page_explains_colour);
  g_test_add_func ("/window/words/help", test_help);
  g_test_add_func ("/window/words/damaged-details", test_damaged_details);
  return g_test_run ();
}
