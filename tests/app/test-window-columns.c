/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person joins a column of a table, sees it on the map, alone and together with what strategies say, renames it and
 * takes all of it back; and compares two periods. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/map/ris3-pair-square.h"
#include "app/ris3-session-edit.h"
#include "app/table/ris3-join-window.h"
#include "app/window/ris3-joined-columns.h"
#include "test-find.h"
#include "test-window.h"

typedef struct
{
  Ris3Window *window;
  const char *text;
} Expected;

static gboolean
shows (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *text = ris3_view_to_text (ris3_session_get_view (ris3_window_get_session (expected->window)));

  return strstr (text, expected->text) != NULL;
}

static void
wait_for_view (Ris3Window *window, const char *text)
{
  test_wait_until (shows, &(Expected){ window, text }, text);
}

static gboolean
has_column (gpointer data)
{
  const Expected *expected = data;
  GListModel *columns
      = ris3_atlas_get_joined_columns (ris3_session_get_atlas (ris3_window_get_session (expected->window)));
  g_autoptr (Ris3JoinedColumn) column = g_list_model_get_item (columns, 0);

  return expected->text == NULL ? column == NULL
                                : column != NULL && g_str_equal (ris3_joined_column_get_name (column), expected->text);
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

static void
test_join (void)
{
  static const char table[] = "geo;GDP per head (EUR) 2021\nFRL0;33100\nITC4;41000\nEL30;27000\nXX99;1\nDEA1;45000\n";
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  g_autofree char *folder = g_dir_make_tmp ("ris3-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gdp.csv", NULL);
  GtkWindow *join;
  GtkWidget *button, *square;
  guint n_selected;

  test_wait_for_map (window);
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  join = ris3_join_window_new (session, GTK_WINDOW (window), path);
  gtk_window_present (join);
  test_wait_for_active (join);
  /* What becomes of the rows, both ways. */
  test_wait_for_label (join, "4 regions get a value");
  test_wait_for_label (join, "1 row is not joined");
  button = test_find_button (GTK_WIDGET (join), "_Join");
  test_wait_until (is_sensitive, button, "the button that joins");
  test_click_middle (button);
  test_wait_for_no_window (RIS3_TYPE_JOIN_WINDOW);
  test_wait_until (has_column, &(Expected){ window, "GDP per head" }, "the column");

  test_wait_for_active (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.indicator", "s", "column:GDP per head");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.level-rule", "s", "2");
  wait_for_view (window, "indicator=column:GDP%20per%20head");
  test_wait_for_label (window, "No value");
  test_wait_for_label (window, "Values by level: 2: 4");

  /* Together with what strategies say; a cell selects what it counts. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.with", "s", "personalised-medicine");
  wait_for_view (window, "with=personalised-medicine");
  test_wait_for_label (window, "Upwards: GDP per head (in thirds)");
  square = test_find_type (GTK_WIDGET (window), RIS3_TYPE_PAIR_SQUARE);
  g_assert_nonnull (square);
  for (GtkWidget *cell = gtk_widget_get_first_child (square); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (GTK_IS_BUTTON (cell) && gtk_widget_is_sensitive (cell))
      {
        test_click_middle (cell);
        break;
      }
  ris3_session_get_selection (session, &n_selected);
  g_assert_cmpuint (n_selected, >, 0);

  /* The view follows a new name, and one undo takes back the name, another one the column. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.joined-columns", NULL);
  {
    GtkWindow *columns = test_wait_for_window (RIS3_TYPE_JOINED_COLUMNS);
    GtkWidget *row;

    test_wait_for_active (columns);
    row = test_find_type (GTK_WIDGET (columns), ADW_TYPE_ENTRY_ROW);
    g_assert_nonnull (row);
    gtk_widget_grab_focus (row);
    gtk_editable_set_text (GTK_EDITABLE (row), "");
    test_type (window, "Wealth");
    test_key (window, "Return");
    test_wait_until (has_column, &(Expected){ window, "Wealth" }, "the new name");
    gtk_window_close (columns);
    test_wait_for_no_window (RIS3_TYPE_JOINED_COLUMNS);
  }
  wait_for_view (window, "indicator=column:Wealth with=personalised-medicine");
  ris3_session_undo (session, 0);
  test_wait_until (has_column, &(Expected){ window, "GDP per head" }, "the former name");
  ris3_session_undo (session, 0);
  test_wait_until (has_column, &(Expected){ window, NULL }, "no column");
  g_remove (path);
  g_rmdir (folder);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window-columns/join", test_join);
  return g_test_run ();
}
