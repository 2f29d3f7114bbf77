/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A colleague sends a table: it is looked at, corrected, tried, imported in part, and taken back. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"
#include "app/table/ris3-import-window.h"
#include "test-window.h"

/* Strategies of the default atlas that the table has, too. */
#define SAME "AT-2014"
#define CHANGED "FRL0-2014"
#define TITLE "Teststrategie Bayern"

static char *folder;

static void
wait_for_end (Ris3Window *window)
{
  test_wait_for_no_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_active (window);
}

/* Escape goes back a step at a time. */
static void
close_import (Ris3Window *window)
{
  for (guint i = 0; i < 10 && test_find_window (RIS3_TYPE_IMPORT_WINDOW) != NULL; i++)
    {
      test_key (window, "Escape");
      test_wait (400);
    }
  wait_for_end (window);
}

static Ris3Atlas *
get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

static Ris3Strategy *
find_strategy (Ris3Window *window, const char *id, const char *title)
{
  GListModel *strategies = ris3_atlas_get_strategies (get_atlas (window));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (id != NULL ? g_str_equal (ris3_strategy_get_id (strategy), id)
                     : g_str_equal (ris3_strategy_get_title (strategy), title))
        return g_steal_pointer (&strategy);
    }
  return NULL;
}

static gboolean
has_strategy (gpointer data)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (data, NULL, TITLE);

  return strategy != NULL;
}

static gboolean
has_no_strategy (gpointer data)
{
  return !has_strategy (data);
}

static void
append_strategy (GString *csv, Ris3Window *window, const char *id, const char *remark)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (window, id, NULL);

  g_string_append_printf (csv, "%s;%s;\"%s\";%s;%s\r\n", id, ris3_strategy_get_region_code (strategy),
                          ris3_strategy_get_title (strategy), ris3_strategy_get_period (strategy),
                          remark != NULL ? remark : ris3_strategy_get_remark (strategy));
}

/* In German, with semicolons. One of the headings says nothing. */
static char *
make_table (Ris3Window *window)
{
  g_autoptr (GString) csv = g_string_new ("Kennung;Region;Titel;Zeitraum;Blau\r\n");
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "Strategien.csv", NULL);

  append_strategy (csv, window, CHANGED, "Das ist neu");
  g_string_append (csv, ";Bayern;" TITLE ";2028-2034;\r\n");
  g_string_append (csv, ";DED;Teststrategie Sachsen;2028-2034;\r\n");
  g_string_append (csv, ";Nirgendwo;Teststrategie ohne Ort;2028-2034;\r\n");
  append_strategy (csv, window, SAME, NULL);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, &error));
  return path;
}

/* By the menu's key and the dialog of files. */
static GtkWindow *
open_import (Ris3Window *window, const char *path)
{
  test_choose_file (window, "ctrl+i", path);
  return test_wait_for_window (RIS3_TYPE_IMPORT_WINDOW);
}

/* The row of a column gets one of the headings. */
static void
choose_column (Ris3Window *window, GtkWindow *import, const char *title, guint n_down)
{
  test_choose_in_row (window, GTK_WIDGET (import), title, n_down);
  test_wait_for_label (import, "Your choice");
}

static void
check_first_step (GtkWindow *import, const char *guess)
{
  test_wait_for_label (import, "Step 1 of 3: File");
  test_wait_for_label (import, "Strategien.csv");
  test_wait_for_label (import, "Semicolon");
  test_wait_for_label (import, guess);
  test_wait_for_label (import, "Strategies");
  /* As it stands in the file. */
  test_wait_for_label (import, "Nirgendwo");
}

/* Clicks what has that text, again where a busy window lost it, until a label is there. */
static void
click_until (GtkWindow *import, const char *text, const char *label)
{
  for (guint i = 0; i < 5 && test_find_label (GTK_WIDGET (import), label) == NULL; i++)
    {
      GtkWidget *target = test_find_label (GTK_WIDGET (import), text);

      if (target == NULL)
        target = test_find_button (GTK_WIDGET (import), text);
      if (target != NULL)
        test_click_middle (target);
      test_wait (1000);
    }
  test_wait_for_label (import, label);
}

static void
import_in_part (Ris3Window *window, const char *path)
{
  GtkWindow *import = open_import (window, path);

  check_first_step (import, "Guessed from the headings");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_wait_for_no_label (import, "Das ist neu");
  test_wait_for_label (import, "These columns are not read: Blau");
  choose_column (window, import, "Remark", 5);
  test_wait_for_label (import, "Das ist neu");
  test_wait_for_no_label (import, "These columns are not read");
  test_key (window, "ctrl+Return");

  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "New 2");
  test_wait_for_label (import, "Changed 1");
  test_wait_for_label (import, "Same 1");
  test_wait_for_label (import, "Refused 1");
  test_wait_for_label (import, "Import 3 of 3 rows");
  test_wait_for_label (import, "Nirgendwo");
  /* What is the same is listed when asked for. */
  test_wait_for_no_label (import, "Row 6: Same");
  click_until (import, "Same 1", "Row 6: Same");

  /* The second row is not imported. */
  test_click_middle (test_find_label (GTK_WIDGET (import), "Teststrategie Sachsen"));
  test_key (window, "Return");
  test_wait_for_label (import, "Import 2 of 3 rows");
  /* The choice is still there after a look at the columns. */
  test_key (window, "alt+Left");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Import 2 of 3 rows");
  test_click_middle (test_find_button (GTK_WIDGET (import), "_Import 2 Rows"));
  wait_for_end (window);
}

static gboolean
exists (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* The report says of a row what is shown of it, on the clipboard and in a table. */
static void
check_report (Ris3Window *window, GtkWindow *import)
{
  g_autofree char *path = g_build_filename (folder, "report.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;

  /* A click into a window that has just been opened may be lost. */
  for (guint i = 0; i < 5 && test_find_label (GTK_WIDGET (import), "The report is on the clipboard.") == NULL; i++)
    {
      test_click_middle (test_find_button (GTK_WIDGET (import), "_Copy Report"));
      test_wait (1000);
    }
  test_wait_for_label (import, "The report is on the clipboard.");
  text = test_read_clipboard (window);
  g_assert_nonnull (strstr (text, "New 1, Changed 0, Same 3, Refused 1"));
  g_assert_nonnull (strstr (text, "Nirgendwo"));

  test_click_middle (test_find_button (GTK_WIDGET (import), "_Save Report…"));
  test_wait (800);
  test_key (window, "ctrl+a");
  test_type (window, path);
  test_wait (300);
  test_key (window, "Return");
  test_wait_until (exists, path, "the report");
  test_wait_for_label (import, "The report is saved.");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "\"Teststrategie Sachsen\""));
  test_wait_for_active (import);
}

/* Selected in the map, as a click does. */
static void
show_region (Ris3Window *window, const char *code)
{
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, code));
}

static void
test_table (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = NULL;
  g_autoptr (Ris3Strategy) changed = NULL;
  g_autoptr (Ris3Strategy) other = NULL;
  GtkWindow *import;

  test_wait_for_map (window);
  path = make_table (window);
  import_in_part (window, path);
  test_wait_until (has_strategy, window, "the new strategy");
  other = find_strategy (window, NULL, "Teststrategie Sachsen");
  g_assert_null (other);
  changed = find_strategy (window, CHANGED, NULL);
  test_assert_cmpstr (ris3_strategy_get_remark (changed), ==, "Das ist neu");
  test_wait_for_label (window, "Imported 2 strategies from");
  show_region (window, "DE2");
  test_wait_for_label (window, TITLE);

  /* The columns are remembered; what was imported is the same now. */
  import = open_import (window, path);
  test_wait_for_label (import, "Step 1 of 3: File");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_wait_for_label (import, "Your last choice");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "New 1");
  test_wait_for_label (import, "Same 3");
  check_report (window, import);
  close_import (window);

  /* All of it is one edit. */
  test_key (window, "ctrl+z");
  test_wait_until (has_no_strategy, window, "undo");
  g_clear_object (&changed);
  changed = find_strategy (window, CHANGED, NULL);
  test_assert_cmpstr (ris3_strategy_get_remark (changed), !=, "Das ist neu");
  test_app_close (window);
}

/* Whoever has waited long enough, stops it; nothing is changed, and the choices are still there. */
static void
test_cancel (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = g_build_filename (folder, "Viele.csv", NULL);
  g_autoptr (GString) csv = g_string_new ("strategy_id,label,text_en\n");
  GtkWindow *import;

  test_wait_for_map (window);
  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (csv, CHANGED ",%u,Priority %u\n", i, i);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, NULL));
  import = open_import (window, path);
  test_wait_for_label (import, "Step 1 of 3: File");
  test_wait_for_label (import, "Priorities");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  gtk_widget_activate_action (GTK_WIDGET (import), "import.next", NULL);
  test_wait_for_label (import, " of 500000 rows");
  test_key (window, "space");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  /* One step at a time. */
  test_key (window, "Escape");
  test_wait_for_label (import, "Step 1 of 3: File");
  test_key (window, "Escape");
  wait_for_end (window);
  test_app_close (window);
}

/* The atlas is changed while the rows are looked at; the file goes away. */
static void
test_trouble (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", CHANGED);
  g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);
  GtkWindow *import;

  g_settings_reset (settings, "import-columns");
  test_wait_for_map (window);
  path = make_table (window);
  test_drop_file (window, path);
  import = test_wait_for_window (RIS3_TYPE_IMPORT_WINDOW);
  check_first_step (import, "Guessed from the headings");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  choose_column (window, import, "Remark", 5);
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_wait_for_no_label (import, "The atlas has changed");

  ris3_edit_set_text (edit, "remark", "Somebody else");
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_wait_for_label (import, "The atlas has changed");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_assert_true (has_no_strategy (window));

  g_assert_cmpint (g_unlink (path), ==, 0);
  click_until (import, "Com_pare Again", "The Table Cannot Be Read");
  g_free (path);
  path = make_table (window);
  test_click_middle (test_find_button (GTK_WIDGET (import), "_Try Again"));
  test_wait_for_label (import, "Step 3 of 3: Rows");
  close_import (window);
  test_app_close (window);
}

static gboolean
has_no_import (gpointer data)
{
  return test_find_window (RIS3_TYPE_IMPORT_WINDOW) == NULL;
}

/* Where nothing is new, the window says so, and closes. */
static void
test_nothing (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = g_build_filename (folder, "Nichts.csv", NULL);
  g_autoptr (GString) csv = g_string_new ("Kennung;Region;Titel;Zeitraum;Bemerkung\r\n");
  GtkWindow *import;

  test_wait_for_map (window);
  append_strategy (csv, window, SAME, NULL);
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, NULL));
  import = open_import (window, path);
  test_wait_for_label (import, "Step 1 of 3: File");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "The File Changes Nothing");
  test_click_until (import, "_Close", has_no_import, NULL, "the end of the import");
  wait_for_end (window);
  test_app_close (window);
}

/* Work that still holds the window ends after the main one. */
static void
test_outlives (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = NULL;
  GtkWindow *import;

  test_wait_for_map (window);
  path = make_table (window);
  import = g_object_ref (open_import (window, path));
  test_wait_for_label (import, "Step 1 of 3: File");
  test_app_close (window);
  test_assert_null (gtk_window_get_transient_for (import));
  g_assert_finalize_object (import);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-import-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/import/table", test_table);
  g_test_add_func ("/window/import/cancel", test_cancel);
  g_test_add_func ("/window/import/trouble", test_trouble);
  g_test_add_func ("/window/import/nothing", test_nothing);
  g_test_add_func ("/window/import/outlives", test_outlives);
  return g_test_run ();
}
