/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person makes many maps at once, one for each country, and the fact sheets of the regions. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/figure/ris3-figure-batch.h"
#include "app/ris3-local-files.h"
#include "app/ris3-session-filter.h"
#include "test-figure.h"

static char *folder;

static gboolean
is_batch_open (gpointer data)
{
  return test_find_window (RIS3_TYPE_FIGURE_BATCH) != NULL;
}

static GtkWindow *
open_batch (Ris3Window *window)
{
  test_figure_open (window);
  test_key_until (window, "ctrl+b", is_batch_open, NULL, "the window of many files");
  return test_wait_for_window (RIS3_TYPE_FIGURE_BATCH);
}

static void
close_batch (Ris3Window *window)
{
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_BATCH);
  test_wait_for_active (test_find_window (RIS3_TYPE_FIGURE_WINDOW));
  test_figure_close (window);
}

static Ris3Window *
start (const char *filter_text)
{
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (filter_text, NULL, NULL);
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  ris3_session_set_filter (ris3_window_get_session (window), filter);
  return window;
}

/* What is in the folder: each is whole. (element-type utf8) (transfer full) */
static GPtrArray *
list_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_ptr_array_add (names, g_strdup (name));
      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      if (g_str_has_suffix (name, ".pdf"))
        g_assert_nonnull (memmem (contents, length, "%%EOF", 5));
      else
        g_assert_nonnull (memmem (contents, length, "IEND", 4));
    }
  return names;
}

static gboolean
has_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
remove_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The names are seen before; what exists is asked for; what fails is told, and the others are written. */
static void
test_countries (void)
{
  g_autofree char *blocked = g_build_filename (folder, "Malta.png", NULL);
  Ris3Window *window = start ("country:AT,MT,LU");
  g_autoptr (GPtrArray) files = NULL;
  GtkWindow *batch = open_batch (window);

  test_wait_for_label (batch, "3 Files");
  test_wait_for_label (batch, "Luxembourg.png");
  test_wait_for_label (batch, folder);
  test_key (window, "ctrl+Return");
  test_wait_for_label (batch, "3 Files Were Saved");
  g_assert_true (has_file ("Austria.png") && has_file ("Luxembourg.png") && has_file ("Malta.png"));
  close_batch (window);

  remove_file ("Austria.png");
  batch = open_batch (window);
  test_wait_for_label (batch, "2 of them exist already.");
  test_key (window, "ctrl+Return");
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "2 Files Exist Already");
  test_key (window, "alt+k");
  test_wait_for_label (batch, "1 File Was Saved");
  test_wait_for_label (batch, "2 files existed and were left as they were.");
  close_batch (window);

  remove_file ("Malta.png");
  g_assert_cmpint (g_mkdir (blocked, 0700), ==, 0);
  batch = open_batch (window);
  test_wait_for_label (batch, "3 of them exist already.");
  test_key (window, "ctrl+Return");
  test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_key (window, "alt+r");
  test_wait_for_label (batch, "2 Files Were Saved");
  test_wait_for_label (batch, "1 file could not be saved:");
  test_wait_for_label (batch, "Malta.png” is a folder");
  close_batch (window);
  files = list_files ();
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpint (g_rmdir (blocked), ==, 0);
  remove_file ("Austria.png");
  remove_file ("Luxembourg.png");
  test_app_close (window);
}

/* (transfer full) */
static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

/* A table is saved beside each map, but none over one that is to be kept; a fact sheet has none. */
static void
test_tables (void)
{
  g_autofree char *path = g_build_filename (folder, "Malta.csv", NULL);
  g_autofree char *table = NULL, *former = NULL;
  Ris3Window *window = start ("country:AT,MT");
  GtkWindow *batch;

  g_assert_true (g_file_set_contents (path, "former", -1, NULL));
  batch = open_batch (window);
  test_wait_for_label (batch, "2 Files");
  test_wait_for_no_label (batch, "1 of them exists already.");
  test_choose_in_row (window, GTK_WIDGET (batch), "Table of Values", 1);
  test_wait_for_label (batch, "1 of them exists already.");
  test_key (window, "ctrl+Return");
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "1 File Exists Already");
  test_key (window, "alt+k");
  test_wait_for_label (batch, "2 Files Were Saved");
  table = read_file ("Austria.csv");
  former = read_file ("Malta.csv");
  g_assert_nonnull (strstr (table, "AT13"));
  g_assert_cmpstr (former, ==, "former");
  g_assert_true (has_file ("Austria.png") && has_file ("Malta.png"));
  close_batch (window);

  batch = open_batch (window);
  test_wait_for_label (batch, "Table of Values");
  test_choose_in_row (window, GTK_WIDGET (batch), "One File for Each", 4);
  test_wait_for_label (batch, "AT11 Burgenland.pdf");
  test_wait_for_no_label (batch, "Table of Values");
  close_batch (window);
  remove_file ("Austria.csv");
  remove_file ("Austria.png");
  remove_file ("Malta.csv");
  remove_file ("Malta.png");
  test_app_close (window);
}

/* A name that cannot be one is said where it is written. */
static void
test_names (void)
{
  Ris3Window *window = start ("country:AT");
  GtkWindow *batch = open_batch (window);
  GtkWidget *entry, *button;

  test_wait_for_label (batch, "Austria.png");
  button = test_find_button (GTK_WIDGET (batch), "_Save All");
  entry = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (batch), "Names of the Files"), ADW_TYPE_ENTRY_ROW);
  gtk_widget_grab_focus (entry);
  test_wait (200);
  test_key (window, "ctrl+a");
  test_type (window, "{land}.png");
  test_wait_for_label (batch, "“{land}” stands for nothing.");
  test_assert_false (gtk_widget_get_sensitive (button));
  test_key (window, "ctrl+a");
  test_type (window, "{country}-{period}.svg");
  test_wait_for_label (batch, "AT-2021-2027.svg");
  test_wait_for_no_label (batch, "stands for nothing");
  test_assert_true (gtk_widget_get_sensitive (button));
  close_batch (window);
  test_app_close (window);
}

/* What is stopped leaves whole files only. */
static void
test_stopped (void)
{
  Ris3Window *window = start ("");
  g_autoptr (GPtrArray) files = NULL;
  GtkWindow *batch = open_batch (window);

  test_wait_for_label (batch, "Austria.png");
  test_choose_in_row (window, GTK_WIDGET (batch), "One File for Each", 4);
  test_wait_for_label (batch, "AT11 Burgenland.pdf");
  test_key (window, "ctrl+Return");
  test_wait_for_label (batch, " of 2");
  test_wait_for_label (batch, "4 of 2");
  test_key (window, "alt+c");
  test_wait_for_label (batch, "It was stopped before the last ");
  files = list_files ();
  g_assert_cmpuint (files->len, >=, 3);
  g_assert_cmpuint (files->len, <, 253);
  for (guint i = 0; i < files->len; i++)
    remove_file (g_ptr_array_index (files, i));
  close_batch (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-batch-{country}-XXXXXX", &error);
  g_assert_no_error (error);
  settings = g_settings_new (RIS3_APPLICATION_ID);
  ris3_local_files_remember_folder (settings, folder);
  g_settings_set_string (settings, "figure-page", "template=column dpi=200");
  g_test_add_func ("/window/figure-batch/countries", test_countries);
  g_test_add_func ("/window/figure-batch/tables", test_tables);
  g_test_add_func ("/window/figure-batch/names", test_names);
  g_test_add_func ("/window/figure-batch/stopped", test_stopped);
  status = g_test_run ();
  g_rmdir (folder);
  return status;
}
