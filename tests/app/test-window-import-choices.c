/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person may say of a table before it is imported: where its headings are, by what its rows are known, what its
 * empty cells mean, and which rows are wanted. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"
#include "app/table/ris3-import-window.h"
#include "test-window.h"

static char *folder;

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static GtkWindow *
open_import (Ris3Window *window, const char *path)
{
  GtkWindow *import;

  test_drop_file (window, path);
  import = test_wait_for_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_label (import, "Step 1 of 3: File");
  return import;
}

static void
go_on (Ris3Window *window, GtkWindow *import, const char *step)
{
  test_key (window, "ctrl+Return");
  test_wait_for_label (import, step);
}

static void
wait_for_end (Ris3Window *window)
{
  test_wait_for_no_window (RIS3_TYPE_IMPORT_WINDOW);
  test_wait_for_active (window);
}

static gboolean
has_undo (gpointer window)
{
  return ris3_atlas_get_undo_title (ris3_session_get_atlas (ris3_window_get_session (window))) != NULL;
}

/* A title stands above the headings; the title of a strategy is corrected, and a remark is not in the file. */
static void
test_table (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *first = write_file ("First.csv", "Region,Title,Period,Remark\nDE1,Tall,2028-2034,Good\n");
  g_autofree char *again = write_file ("Again.csv", "What we have agreed\n\nRegion,Title,Period,Remark\n"
                                                    "DE1,Taller,2028-2034,\nDE2,Other,2028-2034,\n");
  GtkWindow *import;

  test_wait_for_map (window);
  import = open_import (window, first);
  go_on (window, import, "Step 2 of 3: Columns");
  go_on (window, import, "Step 3 of 3: Rows");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  test_wait_until (has_undo, window, "the first import");

  import = open_import (window, again);
  test_wait_for_label (import, "3: Region · Title · Period · Remark");
  /* The title is no heading, as can be seen when it is taken for one. */
  test_choose_in_row (window, GTK_WIDGET (import), "Headings Are in Row", 0);
  gtk_widget_activate_action (GTK_WIDGET (import), "import.next", NULL);
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_wait_for_no_label (import, "These columns are not read");
  test_choose_in_row (window, GTK_WIDGET (import), "Strategies Are Known By", 2);
  go_on (window, import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "New 1");
  test_wait_for_label (import, "Changed 1");
  test_wait_for_no_label (import, "Good");
  test_key (window, "alt+Left");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  test_choose_in_row (window, GTK_WIDGET (import), "Empty Cells", 1);
  go_on (window, import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "Good");

  /* The tick above the list is for what is listed. */
  test_wait_for_label (import, "Import 2 of 2 rows");
  test_click_middle (test_find_label (GTK_WIDGET (import), "New 1"));
  test_wait_for_label (import, "Import 2 of 2 rows; 1 listed here");
  test_click_middle (test_find_label (GTK_WIDGET (import), "Import 2 of 2 rows; 1 listed here"));
  test_wait_for_label (import, "Import 1 of 2 rows; 1 listed here");
  test_click_middle (test_find_button (GTK_WIDGET (import), "_Import 1 Row"));
  wait_for_end (window);
  test_app_close (window);
}

/* A name that says another region than the code: it is told, can be looked for among the others, and ticked off. */
static void
test_contradiction (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = write_file ("Names.csv", "Region,Name of the region,Title,Period\n"
                                                   "DE4,Brandenburg,Right,2028-2034\nDE3,Lombardia,Which,2028-2034\n");
  const char *said = "Name of the region: “Lombardia” is the name of Lombardy (ITC4), but the code of the row, DE3, is "
                     "that of Berlin. Check both.";
  GtkWindow *import;

  test_wait_for_map (window);
  import = open_import (window, path);
  go_on (window, import, "Step 2 of 3: Columns");
  go_on (window, import, "Step 3 of 3: Rows");
  test_wait_for_label (import, said);
  test_wait_for_label (import, "Right");
  test_click_middle (test_find_label (GTK_WIDGET (import), "With Remarks 1"));
  test_wait_for_no_label (import, "Right");
  test_wait_for_label (import, said);
  test_wait_for_label (import, "Import 2 of 2 rows; 1 listed here");
  test_click_middle (test_find_label (GTK_WIDGET (import), "Import 2 of 2 rows; 1 listed here"));
  test_wait_for_label (import, "Import 1 of 2 rows; 1 listed here");
  test_click_middle (test_find_button (GTK_WIDGET (import), "_Import 1 Row"));
  wait_for_end (window);
  test_wait_until (has_undo, window, "the import");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "DE4"));
  test_wait_for_label (window, "Right");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "DE3"));
  test_wait_for_no_label (window, "Which");
  test_app_close (window);
}

/* What cannot be undone is said, and the change before it is not undone instead. */
static void
test_contacts (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *organisations = write_file ("Organisations.csv", "name,nuts_code,role\nThe Cluster,DE1,analyst\n");
  g_autofree char *contacts = write_file ("Contacts.csv", "organisation,name,email\nThe Cluster,Ada,ada@example.org\n");
  GtkWindow *import;

  test_wait_for_map (window);
  import = open_import (window, organisations);
  go_on (window, import, "Step 2 of 3: Columns");
  go_on (window, import, "Step 3 of 3: Rows");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  test_wait_until (has_undo, window, "the organisation");

  import = open_import (window, contacts);
  go_on (window, import, "Step 2 of 3: Columns");
  go_on (window, import, "Step 3 of 3: Rows");
  test_key (window, "ctrl+Return");
  wait_for_end (window);
  test_wait_for_label (window, "Imported 1 contact. This cannot be undone.");
  test_key (window, "ctrl+z");
  test_wait_for_label (window, "What was done with contacts cannot be undone. To undo “Import 1 organisation");
  test_assert_true (has_undo (window));
  test_app_close (window);
}

static gboolean
has_two (gpointer window)
{
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (ris3_window_get_session (window)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      n += g_str_equal (ris3_strategy_get_period (strategy), "2033-2039")
           && g_str_equal (ris3_strategy_get_region_code (strategy), "DE2");
    }
  return n == 2;
}

static gboolean
is_mended (gpointer import)
{
  return test_find_label (import, "Refused 1") != NULL;
}

/* A region with a slip of the pen is said once, for all rows that have it; the way back takes that back. */
static void
test_mend (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = write_file ("Slips.csv", "Region,Title,Period\nBavaira,One,2033-2039\nDE1,Fine,2033-2039\n"
                                                   "Qwxyz,None,2033-2039\n Bavaira,Two,2033-2039\n");
  GtkWindow *import;

  test_wait_for_map (window);
  import = open_import (window, path);
  go_on (window, import, "Step 2 of 3: Columns");
  go_on (window, import, "Step 3 of 3: Rows");
  test_wait_for_label (import, "Refused 3");
  test_wait_for_label (import, "Row 5: Refused");
  test_wait_for_label (import, "NUTS 2016 has no region “Bavaira”");
  /* What was ticked off stays so. */
  test_click_middle (test_find_label (GTK_WIDGET (import), "Fine"));
  test_key (window, "Return");
  test_wait_for_label (import, "Import 0 of 1 row");
  test_click_until (import, "Bavaria (DE2)", is_mended, import, "the region");
  test_wait_for_label (import, "“Bavaira” is understood as DE2 in all rows. “Back” takes that back.");
  test_wait_for_label (import, "Row 5: New");
  test_wait_for_label (import, "“Bavaira” is understood as Bavaria (DE2), as you chose.");
  test_wait_for_label (import, "Import 2 of 3 rows");
  test_key (window, "alt+Left");
  test_wait_for_label (import, "Refused 3");
  test_wait_for_label (import, "Row 5: Refused");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_click_until (import, "Bavaria (DE2)", is_mended, import, "the region again");
  test_wait_for_label (import, "Import 2 of 3 rows");
  test_click_middle (test_find_button (GTK_WIDGET (import), "_Import 2 Rows"));
  wait_for_end (window);
  test_wait_until (has_two, window, "the strategies");
  test_wait_for_label (window, "Imported 2 strategies from “Slips.csv”");
  test_app_close (window);
}

/* Enter goes on where nothing else takes it. */
static void
test_enter (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = write_file ("Enter.csv", "Region,Title,Period\nDE1,Entered,2033-2039\n");
  GtkWindow *import;

  test_wait_for_map (window);
  import = open_import (window, path);
  gtk_window_set_focus (import, NULL);
  test_key (window, "Return");
  test_wait_for_label (import, "Step 2 of 3: Columns");
  gtk_window_set_focus (import, NULL);
  test_key (window, "Return");
  test_wait_for_label (import, "Step 3 of 3: Rows");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-import-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/import-choices/table", test_table);
  g_test_add_func ("/window/import-choices/contacts", test_contacts);
  g_test_add_func ("/window/import-choices/contradiction", test_contradiction);
  g_test_add_func ("/window/import-choices/mend", test_mend);
  g_test_add_func ("/window/import-choices/enter", test_enter);
  return g_test_run ();
}
