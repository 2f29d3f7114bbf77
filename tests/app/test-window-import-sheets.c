/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A colleague sends a workbook: some of its sheets are ticked, looked at one after the other, and imported in one edit.
 */
#include "config.h"

#include "app/ris3-session-edit.h"
#include "app/table/ris3-import-window.h"
#include "test-window.h"

/* The strategy of the workbook, and the priority that names it. */
#define STRATEGY "DE1-2028"
#define PRIORITY "Of a strategy that is new"

static char *folder;

/* The workbook as LibreOffice writes it; where it is not installed, as it is. (transfer full) */
static char *
make_workbook (void)
{
  const char *path = g_getenv ("RIS3_TEST_SEVERAL");
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *const arguments[]
      = { office, "--headless", profile, "--convert-to", "ods", "--outdir", folder, path, NULL };
  char *made = g_build_filename (folder, "several.ods", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (office != NULL)
    {
      process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (process, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (made, G_FILE_TEST_EXISTS));
      return made;
    }
  g_test_message ("LibreOffice is not installed: the workbook is not its own");
  g_free (made);
  return g_strdup (path);
}

static Ris3Atlas *
get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

static gboolean
has_strategy (gpointer window)
{
  GListModel *strategies = ris3_atlas_get_strategies (get_atlas (window));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), STRATEGY))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_strategy (gpointer window)
{
  return !has_strategy (window);
}

static gboolean
is_ticked (GtkWindow *import, const char *sheet)
{
  GtkWidget *row = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (import), sheet), ADW_TYPE_ACTION_ROW);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))));
}

/* By the pointer, anywhere in the row of the sheet; again where a busy window lost the click. */
static void
tick (GtkWindow *import, const char *sheet, gboolean wanted)
{
  for (guint i = 0; i < 5 && is_ticked (import, sheet) != wanted; i++)
    {
      test_click_middle (test_find_label (GTK_WIDGET (import), sheet));
      test_wait (1000);
    }
  test_assert_true (is_ticked (import, sheet) == wanted);
}

static gboolean
is_second_off (gpointer import)
{
  return !is_ticked (import, "Activities");
}

/* Strategies and Priorities stay; that nothing is ticked is said, and is not gone over. */
static void
choose_sheets (Ris3Window *window, GtkWindow *import)
{
  test_wait_for_label (import, "Step 1 of 3: File");
  test_wait_for_label (import, "Not recognised by the headings");
  test_wait_for_label (import, "Of the Sheet");
  /* The keys are with the sheets: the second is ticked off. */
  test_key (window, "Down");
  test_key (window, "space");
  test_wait_until (is_second_off, import, "the second sheet to be ticked off");
  test_assert_true (is_ticked (import, "Strategies"));
  tick (import, "Organisations", FALSE);

  tick (import, "Strategies", FALSE);
  tick (import, "Priorities", FALSE);
  test_wait_for_label (import, "No sheet is ticked. Tick at least one to import.");
  test_key (window, "ctrl+Return");
  test_wait (500);
  test_wait_for_label (import, "Step 1 of 3: File");
  tick (import, "Priorities", TRUE);
  tick (import, "Strategies", TRUE);
  test_wait_for_no_label (import, "No sheet is ticked");
}

/* One sheet after the other, each with its own columns. */
static void
look_at_columns (Ris3Window *window, GtkWindow *import)
{
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns, Sheet 1 of 2");
  test_wait_for_label (import, "Strategies, from the sheet “Strategies”");
  test_wait_for_label (import, "Tall");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns, Sheet 2 of 2");
  test_wait_for_label (import, "Priorities, from the sheet “Priorities”");
  test_wait_for_label (import, PRIORITY);
  /* What is chosen of the one is kept while the other is looked at. */
  test_choose_in_row (window, GTK_WIDGET (import), "Empty Cells", 1);
  test_key (window, "alt+Left");
  test_wait_for_label (import, "Sheet 1 of 2");
  test_wait_for_no_label (import, "Empty the value in the atlas");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Sheet 2 of 2");
  test_wait_for_label (import, "Empty the value in the atlas");
}

/* The report is one, and names the sheets; a strategy that is not wanted takes its priorities off. */
static void
choose_rows (Ris3Window *window, GtkWindow *import)
{
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "New 2");
  test_wait_for_label (import, "Refused 1");
  test_wait_for_label (import, "Strategies, row 2: New");
  test_wait_for_label (import, "Priorities, row 2: New");
  test_wait_for_label (import, "Priorities, row 3: Refused");
  test_wait_for_label (import, "Import 2 of 2 rows");

  /* The keys are with the first of them. */
  test_key (window, "Return");
  test_wait_for_label (import, "Import 0 of 2 rows");
  test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_label (import, "Import 2 of 2 rows");
}

static void
check_report (Ris3Window *window, GtkWindow *import)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (import), "import.copy-report", NULL);
  test_wait_for_label (import, "The report is on the clipboard.");
  text = test_read_clipboard (window);
  g_assert_nonnull (strstr (text, " – Strategies – Strategies\nNew 1, Changed 0, Same 0, Refused 0"));
  g_assert_nonnull (strstr (text, " – Priorities – Priorities\nNew 1, Changed 0, Same 0, Refused 1"));
}

static void
test_sheets (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = make_workbook ();
  GtkWindow *import;

  test_wait_for_map (window);
  test_drop_file (window, path);
  import = test_wait_for_window (RIS3_TYPE_IMPORT_WINDOW);
  choose_sheets (window, import);
  look_at_columns (window, import);
  choose_rows (window, import);
  check_report (window, import);
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_active (window);
  test_wait_until (has_strategy, window, "the strategy");
  test_wait_for_label (window, "Imported 2 rows from");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "DE1"));
  test_wait_for_label (window, PRIORITY);

  /* Both sheets are one edit. */
  test_key (window, "ctrl+z");
  test_wait_until (has_no_strategy, window, "undo");
  test_wait_for_no_label (window, PRIORITY);
  test_assert_null (ris3_atlas_get_undo_title (get_atlas (window)));
  test_app_close (window);
}

/* A sheet for each period: both are priorities, in one report, one edit and one undo. */
static void
test_periods (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *import;

  test_wait_for_map (window);
  test_drop_file (window, g_getenv ("RIS3_TEST_PERIODS"));
  import = test_wait_for_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_label (import, "Step 1 of 3: File");
  test_wait_for_label (import, "Priorities 2021");
  test_assert_true (is_ticked (import, "Priorities 2014"));
  test_assert_true (is_ticked (import, "Priorities 2021"));
  test_assert_true (is_ticked (import, "Strategies"));
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 2 of 3: Columns, Sheet 1 of 3");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Priorities, from the sheet “Priorities 2014”");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Priorities, from the sheet “Priorities 2021”");
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "New 4");
  test_wait_for_label (import, "Refused 1");
  test_wait_for_label (import, "Priorities 2014, row 2: New");
  test_wait_for_label (import, "Priorities 2021, row 2: New");
  test_wait_for_label (import, "are also on the sheet “Priorities 2014”, in row 2");
  test_wait_for_label (import, "Import 4 of 4 rows");
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_active (window);
  test_wait_until (has_strategy, window, "the strategy");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "DE1"));
  test_wait_for_label (window, "Of the second period");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "FRL0"));
  test_wait_for_label (window, "Also of the first period");

  test_key (window, "ctrl+z");
  test_wait_until (has_no_strategy, window, "undo");
  test_wait_for_no_label (window, "Also of the first period");
  test_assert_null (ris3_atlas_get_undo_title (get_atlas (window)));
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-import-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/import-sheets/sheets", test_sheets);
  g_test_add_func ("/window/import-sheets/periods", test_periods);
  return g_test_run ();
}
