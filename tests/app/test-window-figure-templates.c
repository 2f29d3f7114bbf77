/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person keeps what is chosen of a page as a template of their own. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/figure/ris3-figure-templates.h"
#include "report/ris3-saved-pages.h"
#include "app/figure/ris3-figure-words-row.h"
#include "test-figure.h"

static gboolean
is_menu_open (gpointer figure)
{
  return test_find_label (figure, "Save This Page…") != NULL;
}

/* Chooses what is n_down below the first item. */
static void
choose_in_menu (Ris3Window *window, GtkWindow *figure, const char *item, guint n_down)
{
  test_key_until (window, "alt+v", is_menu_open, figure, "the menu of templates");
  test_wait_for_label (figure, item);
  test_wait (300);
  for (guint i = 0; i < n_down; i++)
    test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_no_label (figure, "Save This Page…");
}

static void
assert_template (const char *name, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3PageOptions) options = ris3_saved_pages_ask (name, &error);
  g_autofree char *text = options != NULL ? ris3_page_options_to_text (options) : NULL;

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (text, -1, words));
}

static gboolean
is_gone (gpointer name)
{
  g_autoptr (Ris3PageOptions) options = ris3_saved_pages_ask (name, NULL);

  return options == NULL;
}

static gboolean
is_there (gpointer name)
{
  return !is_gone (name);
}

static GtkWidget *
get_entry (gpointer window, const char *title)
{
  GtkWidget *label = test_find_label (window, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW);
}

/* It is saved, chosen again, renamed and deleted, each by the keys; the words of a map stay. */
static void
test_templates (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *figure, *dialog;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 4);
  test_wait_for_label (figure, "180 × 180 mm");
  test_figure_write_in (window, figure, "Publisher", "The House");
  choose_in_menu (window, figure, "Save This Page…", 0);
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_type (window, "slide");
  test_wait_for_label (dialog, "A template of the program has this name.");
  test_type (window, " of ours");
  test_wait_for_no_label (dialog, "A template of the program has this name.");
  test_key (window, "Return");
  test_wait_for_label (figure, "Saved the page as “slide of ours”.");
  assert_template ("slide of ours", "template=square publisher=The%20House");

  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 0);
  test_wait_for_label (figure, "297 × 210 mm");
  test_figure_write_in (window, figure, "Publisher", "Another");
  test_figure_write_in (window, figure, "Notes", "Of this map");
  choose_in_menu (window, figure, "slide of ours", 0);
  test_wait_for_label (figure, "180 × 180 mm");
  test_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (figure, "Publisher"))), ==, "The House");
  {
    Ris3FigureWordsRow *notes = RIS3_FIGURE_WORDS_ROW (
        gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Notes"), RIS3_TYPE_FIGURE_WORDS_ROW));

    test_assert_cmpstr (ris3_figure_words_row_get_text (notes), ==, "Of this map");
  }

  choose_in_menu (window, figure, "slide of ours", 2);
  dialog = test_wait_for_window (RIS3_TYPE_FIGURE_TEMPLATES);
  test_wait_for_label (dialog, "Square · 180 × 180 mm");
  gtk_widget_grab_focus (get_entry (dialog, "Square · 180 × 180 mm"));
  test_wait (200);
  test_key (window, "ctrl+a");
  test_type (window, "Of the house");
  test_key (window, "Return");
  test_wait_until (is_there, (gpointer) "Of the house", "the new name");
  test_assert_true (is_gone ((gpointer) "slide of ours"));
  test_click_middle (test_find_button (GTK_WIDGET (dialog), "Delete This Page"));
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "Delete “Of the house”?");
  test_key (window, "alt+d");
  test_wait_until (is_gone, (gpointer) "Of the house", "no template");
  test_wait_for_label (dialog, "No Saved Pages");
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_TEMPLATES);
  test_wait_for_active (figure);
  test_figure_close (window);
  test_app_close (window);
}

/* A file that cannot be read is said, and left as it is. */
static void
test_damaged (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ris3-atlas", "pages", NULL);
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *figure;

  test_wait_for_map (window);
  g_assert_true (g_file_set_contents (path, "name=A template=poster\n", -1, NULL));
  figure = test_figure_open (window);
  test_key_until (window, "alt+v", is_menu_open, figure, "the menu of templates");
  test_wait_for_label (figure, "cannot be read: line 1: template=poster");
  test_key (window, "Escape");
  test_wait_for_no_label (figure, "Save This Page…");
  g_assert_cmpint (g_remove (path), ==, 0);
  test_figure_close (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/figure-templates/own", test_templates);
  g_test_add_func ("/window/figure-templates/damaged", test_damaged);
  return g_test_run ();
}
