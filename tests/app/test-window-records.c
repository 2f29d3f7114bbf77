/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person reads the table page, chooses what it shows, and takes rows along. */
#include "config.h"

#include "app/ris3-session-filter.h"
#include "app/records/ris3-record-cell.h"
#include "app/records/ris3-record-table.h"
#include "app/ris3-session-edit.h"
#include "app/table/ris3-export-window.h"
#include "geo/ris3-table.h"
#include "model/ris3-filter-index.h"
#include "test-window.h"

static char *folder;

static GtkWidget *
find (GtkWidget *widget, gboolean (*is) (GtkWidget *widget, gconstpointer data), gconstpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_table (GtkWidget *widget, gconstpointer data)
{
  return RIS3_IS_RECORD_TABLE (widget);
}

static gboolean
is_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_COLUMN_VIEW (widget);
}

static char *
get_text (Ris3RecordCell *cell)
{
  Ris3RecordRow *row = ris3_record_cell_get_row (cell);

  return row != NULL ? ris3_record_data_get_text (ris3_record_row_get_data (row), ris3_record_row_get_row (row),
                                                  ris3_record_cell_get_column (cell))
                     : NULL;
}

/* Drawn cells, from the top. */
static gboolean
is_cell (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *text = RIS3_IS_RECORD_CELL (widget) ? get_text (RIS3_RECORD_CELL (widget)) : NULL;
  graphene_rect_t bounds;
  GtkWidget *view = RIS3_IS_RECORD_CELL (widget) ? gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) : NULL;

  return text != NULL && g_str_equal (text, data) && gtk_widget_compute_bounds (widget, view, &bounds)
         && bounds.origin.y > 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (view);
}

static Ris3RecordTable *
get_table (Ris3Window *window)
{
  return RIS3_RECORD_TABLE (find (GTK_WIDGET (window), is_table, NULL));
}

static GtkColumnView *
get_view (Ris3Window *window)
{
  return GTK_COLUMN_VIEW (find (GTK_WIDGET (window), is_view, NULL));
}

typedef struct
{
  Ris3Window *window;
  const char *text;
} Wanted;

static gboolean
has_cell (gpointer data)
{
  const Wanted *wanted = data;

  return find (GTK_WIDGET (wanted->window), is_cell, wanted->text) != NULL;
}

static GtkWidget *
wait_for_cell (Ris3Window *window, const char *text)
{
  Wanted wanted = { window, text };

  test_wait_until (has_cell, &wanted, text);
  return find (GTK_WIDGET (window), is_cell, text);
}

/* What the first row says in a column; (transfer full). */
static char *
get_first (Ris3Window *window, guint column)
{
  Ris3RecordTable *table = get_table (window);
  g_autoptr (Ris3RecordShown) shown = table != NULL ? ris3_record_table_dup_shown (table) : NULL;
  Ris3RecordOrder *order = shown != NULL ? ris3_record_shown_get_order (shown) : NULL;

  if (order == NULL || ris3_record_order_get_n_rows (order) == 0)
    return g_strdup ("");
  return ris3_record_data_get_text (ris3_record_order_get_data (order), ris3_record_order_get_row (order, 0), column);
}

typedef struct
{
  Ris3Window *window;
  guint column;
  const char *text;
} First;

static gboolean
is_first (gpointer data)
{
  const First *first = data;
  g_autofree char *text = get_first (first->window, first->column);

  return g_str_equal (text, first->text);
}

static gboolean
has_place (gpointer data)
{
  GtkColumnView *view = get_view (data);

  return view != NULL && gtk_widget_get_height (GTK_WIDGET (view)) > 0;
}

static Ris3Window *
start_with_table (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  test_key (window, "alt+2");
  test_wait_until (has_place, window, "a table in its place");
  /* It is remembered. */
  g_object_set (get_table (window), "all-periods", FALSE, NULL);
  test_wait_for_label (window, "198 strategies of 2014–2020");
  /* Under the headline of the map. */
  test_wait_for_label (GTK_WIDGET (get_table (window)), "32 of 170 analysed strategies");
  return window;
}

static Ris3Window *
start_with_all_periods (void)
{
  Ris3Window *window = start_with_table ();

  g_object_set (get_table (window), "all-periods", TRUE, NULL);
  test_wait_for_label (window, "317 strategies of all periods");
  return window;
}

static void
end_with_map (Ris3Window *window)
{
  test_key (window, "alt+1");
  test_wait_for_map (window);
  ris3_session_select (ris3_window_get_session (window), -1);
  test_app_close (window);
}

static gboolean
is_selected (gpointer data)
{
  const Wanted *wanted = data;

  return g_str_equal (test_selected_code (wanted->window), wanted->text);
}

static guint
get_n_selected (Ris3Window *window)
{
  guint n;

  ris3_session_get_selection (ris3_window_get_session (window), &n);
  return n;
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

/* Whether the first selected row is within the view, with others below it. */
static gboolean
is_seen_well (gpointer window)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (gtk_column_view_get_model (get_view (window)));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (window)));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (get_view (window))));
  double height = gtk_adjustment_get_upper (adjustment) / n_rows;
  double place = height * gtk_bitset_get_minimum (rows) - gtk_adjustment_get_value (adjustment);

  return place >= 0 && place + 4 * height < gtk_adjustment_get_page_size (adjustment);
}

/* Rows are selected by the pointer and the keys, with the map following; and by the map. */
static void
test_select (void)
{
  Ris3Window *window = start_with_all_periods ();
  Ris3Session *session = ris3_window_get_session (window);
  GtkSelectionModel *list = gtk_column_view_get_model (get_view (window));
  g_autofree char *tsv = NULL;
  g_auto (GStrv) lines = NULL;
  GtkBitset *selection;

  test_click_middle (wait_for_cell (window, "AT11"));
  test_wait_until (is_selected, &(Wanted){ window, "AT11" }, "the region of the row");
  test_key (window, "shift+Down");
  test_wait_until (is_selected, &(Wanted){ window, "AT12" }, "the region of the next row");
  test_assert_cmpuint (get_n_selected (window), ==, 2);
  test_wait_for_label (window, "2 selected");
  test_click (wait_for_cell (window, "AT22"), 5, 5, "ctrl");
  test_wait_until (is_selected, &(Wanted){ window, "AT22" }, "the third region");
  test_assert_cmpuint (get_n_selected (window), ==, 3);

  test_key (window, "ctrl+c");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_text_cb, &tsv);
  test_wait_until (is_there, &tsv, "the clipboard");
  test_wait_for_label (window, "3 rows copied.");
  lines = g_strsplit (tsv, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Region\tCode\tPeriod\tYear\t"));
  g_assert_true (g_str_has_prefix (lines[1], "Burgenland\tAT11\t2021–2027\t"));
  g_assert_true (g_str_has_prefix (lines[3], "Styria\tAT22\t"));

  /* What is selected elsewhere, is here too, and is seen. */
  ris3_session_select (session, test_find_region (window, "SE124"));
  wait_for_cell (window, "SE124");
  selection = gtk_selection_model_get_selection (list);
  test_assert_cmpuint (gtk_bitset_get_size (selection), >=, 1);
  gtk_bitset_unref (selection);
  test_assert_cmpuint (get_n_selected (window), ==, 1);
  test_assert_cmpstr (test_selected_code (window), ==, "SE124");
  test_wait_until (is_seen_well, window, "the row with others below it");
  end_with_map (window);
}

static gboolean
has_all_of_austria (gpointer window)
{
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3RecordShown) shown = ris3_record_table_dup_shown (get_table (window));
  guint n_rows = ris3_record_order_get_n_rows (ris3_record_shown_get_order (shown));
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (gtk_column_view_get_model (get_view (window)));
  guint n;
  const guint *regions = ris3_session_get_selection (session, &n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (ris3_boundaries_get_region (ris3_session_get_boundaries (session), regions[i])->country, "AT"))
      return FALSE;
  return n > 5 && gtk_bitset_get_size (rows) == n_rows;
}

/* All rows that match are selected with one key; so are their regions on the map, and what is selected there is here.
 */
static void
test_select_all (void)
{
  Ris3Window *window = start_with_all_periods ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Filter) austria = ris3_filter_from_text ("country:AT", NULL, NULL);
  g_autofree char *words = NULL;
  guint all[4];

  ris3_session_set_filter (session, austria);
  test_wait_for_label (window, " of 317 strategies of all periods");
  test_click_middle (wait_for_cell (window, "AT12"));
  test_wait_until (is_selected, &(Wanted){ window, "AT12" }, "the region of the row");
  test_key_until (window, "ctrl+a", has_all_of_austria, window, "all that match");
  words = g_strdup_printf ("%u regions selected", get_n_selected (window));
  test_key (window, "alt+1");
  test_wait_for_map (window);
  test_wait_for_label (window, words);

  all[0] = (guint) test_find_region (window, "AT12");
  all[1] = (guint) test_find_region (window, "AT13");
  all[2] = (guint) test_find_region (window, "AT22");
  /* This one has no row. */
  all[3] = (guint) test_find_region (window, "BE1");
  ris3_session_select_many (session, all, G_N_ELEMENTS (all));
  test_key (window, "alt+2");
  test_wait_for_label (window, " selected, of 4 regions");
  ris3_session_clear_filter (session);
  end_with_map (window);
}

/* Sorted by a click and by the keys; another kind of rows; columns are chosen and remembered. */
static void
test_arrange (void)
{
  Ris3Window *window = start_with_all_periods ();
  GtkWidget *check;

  test_click_label_until (get_view (window), "Year", is_first, &(First){ window, 5, "2011" }, "the first year");
  wait_for_cell (window, "2011");
  test_click_label_until (get_view (window), "Year", is_first, &(First){ window, 5, "2025" }, "the last year");
  wait_for_cell (window, "2025");

  test_click_middle (test_find_button (GTK_WIDGET (window), "Columns and Order"));
  test_wait_for_label (window, "Sorted by");
  check = test_find_label (GTK_WIDGET (window), "Country");
  test_click_middle (check);
  test_wait_for_label (get_view (window), "Country");
  test_key (window, "Escape");
  test_wait (300);

  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Regions"));
  test_wait_for_label (window, "253 regions");
  /* In the order of the legend. */
  test_click_label_until (get_view (window), "What the Map Shows", is_first,
                          &(First){ window, 3, "Explicit PM priority" }, "the first class");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Priorities"));
  test_wait_for_label (window, "511 priorities");
  test_wait_for_no_label (GTK_WIDGET (get_view (window)), "Analysis");
  test_app_close (window);

  /* The page, the kind of rows, and the columns with their order. */
  window = test_app_start (NULL);
  test_wait_for_label (window, "511 priorities");
  test_wait_until (has_place, window, "a table in its place");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Strategies"));
  test_wait_for_label (get_view (window), "Country");
  test_wait_until (is_first, &(First){ window, 5, "2025" }, "the remembered order");
  end_with_map (window);
}

/* The table has the strategies that the map counts, until somebody asks for all. */
static void
test_periods (void)
{
  Ris3Window *window = start_with_table ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Filter) austria = ris3_filter_from_text ("country:AT", NULL, NULL);

  wait_for_cell (window, "AT12");
  g_assert_null (find (GTK_WIDGET (window), is_cell, "2021–2027"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.period", "s", "2021-2027");
  test_wait_for_label (get_table (window), "119 strategies of 2021–2027");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.period", "s", "");
  test_wait_for_label (get_table (window), "strategies, the latest of each region");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.period", "s", "2014-2020");
  test_wait_for_label (get_table (window), "198 strategies of 2014–2020");
  ris3_session_set_filter (session, austria);
  test_wait_for_label (get_table (window), "8 of 198 strategies of 2014–2020");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "All Periods"));
  test_wait_for_label (get_table (window), " of 317 strategies of all periods");
  ris3_session_clear_filter (session);
  test_wait_for_label (get_table (window), "317 strategies of all periods");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "All Periods"));
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Priorities"));
  test_wait_for_label (get_table (window), "priorities of 2014–2020");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Strategies"));
  test_wait_for_label (get_table (window), "198 strategies of 2014–2020");
  end_with_map (window);
}

static gboolean
shows_panel (gpointer data)
{
  GtkWidget *label = test_find_label (GTK_WIDGET (((Wanted *) data)->window), ((Wanted *) data)->text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* A double click opens the region at the strategy; the menu has the same; the map shows it. */
static void
test_open (void)
{
  Ris3Window *window = start_with_all_periods ();
  GtkWidget *cell = wait_for_cell (window, "AT13");
  Wanted vienna = { window, "Wien" };

  test_click_middle (cell);
  test_move_pointer (cell, 5, 5);
  test_event ((const char *const[]){ "click", "--repeat", "2", "--delay", "60", "1", NULL });
  test_wait_until (shows_panel, &vienna, "the page of the region");
  test_assert_cmpstr (test_selected_code (window), ==, "AT13");

  test_move_pointer (wait_for_cell (window, "AT22"), 5, 5);
  test_event ((const char *const[]){ "click", "3", NULL });
  test_wait_for_label (window, "Show on Map");
  test_wait_until (is_selected, &(Wanted){ window, "AT22" }, "the row of the menu");
  test_click_middle (test_find_label (GTK_WIDGET (window), "Show on Map"));
  test_wait_for_map (window);
  test_assert_cmpstr (test_selected_code (window), ==, "AT22");
  test_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ris3_window_get_map_view (window))));
  end_with_map (window);
}

static gboolean
has_count (gpointer data)
{
  const Wanted *wanted = data;

  return g_str_equal (ris3_record_table_get_count (get_table (wanted->window)), wanted->text);
}

static double
get_scroll (Ris3Window *window)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (window))));
}

/* An edit changes its row and nothing else: what is selected and seen stays. */
static void
test_edit (void)
{
  Ris3Window *window = start_with_all_periods ();
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "ES24-2015");
  double before;

  ris3_session_select (session, test_find_region (window, "ES24"));
  wait_for_cell (window, "ES24");
  test_wait_for_label (window, "1 selected");
  test_wait (300);
  before = get_scroll (window);
  g_assert_cmpfloat (before, >, 100);
  ris3_edit_set_text (edit, "title", "Una estrategia que ahora se llama de otra manera");
  ris3_session_set_editing (session, TRUE);
  ris3_session_edit (session, edit);
  wait_for_cell (window, "Una estrategia que ahora se llama de otra manera");
  g_assert_cmpfloat (get_scroll (window), ==, before);
  test_wait_for_label (window, "1 selected");
  ris3_session_set_editing (session, FALSE);
  end_with_map (window);
}

static Ris3FilterResult *
apply (Ris3Window *window, const char *text)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_window_get_session (window));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (ris3_atlas_get_path (atlas), &error);
  g_autoptr (Ris3Filter) filter = NULL;
  Ris3FilterResult *result;

  g_assert_no_error (error);
  filter = ris3_filter_from_text (text, NULL, &error);
  g_assert_no_error (error);
  result = ris3_filter_index_apply (index, filter, RIS3_FILTER_ANY_PERIOD, &error);
  g_assert_no_error (error);
  return result;
}

/* All three kinds of rows show what a filter leaves, with the base. */
static void
test_filter (void)
{
  Ris3Window *window = start_with_all_periods ();
  g_autoptr (Ris3FilterResult) italy = apply (window, "country:IT");
  g_autoptr (Ris3FilterResult) nothing = apply (window, "country:IT until:1991");
  g_autofree char *strategies
      = g_strdup_printf ("%u of 317 strategies of all periods", ris3_filter_result_get_n_strategies (italy));
  g_autofree char *priorities
      = g_strdup_printf ("%u of 511 priorities of all periods", ris3_filter_result_get_n_priorities (italy));

  ris3_record_table_set_filter_result (get_table (window), italy);
  test_wait_until (has_count, &(Wanted){ window, strategies }, strategies);
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Priorities"));
  test_wait_until (has_count, &(Wanted){ window, priorities }, priorities);
  ris3_record_table_set_filter_result (get_table (window), nothing);
  test_wait_for_label (window, "No Priority Matches the Filter");
  ris3_record_table_set_filter_result (get_table (window), NULL);
  test_wait_for_label (window, "511 priorities");
  test_click_middle (test_find_label (GTK_WIDGET (get_table (window)), "Strategies"));
  test_wait_for_label (window, "317 strategies");
  end_with_map (window);
}

static gboolean
has_button (gpointer data)
{
  return test_find_button (data, "_Export…") != NULL;
}

/* What is seen goes to a file: rows in their order, columns as they are. */
static void
test_export (void)
{
  g_autofree char *path = g_build_filename (folder, "shown.csv", NULL);
  g_autofree char *base_path = g_strconcat (path, ".txt", NULL);
  g_autofree char *base = NULL;
  Ris3Window *window = start_with_all_periods ();
  g_autoptr (Ris3Table) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterResult) germany = apply (window, "country:DE");
  g_autofree char *about
      = g_strdup_printf ("%u of 317 strategies of all periods in ", ris3_filter_result_get_n_strategies (germany));
  GtkWindow *export;

  ris3_record_table_set_filter_result (get_table (window), germany);
  test_wait_for_label (get_table (window), "of 317 strategies");
  test_wait_until (is_first, &(First){ window, 5, "2022" }, "the remembered order");
  test_key (window, "ctrl+shift+e");
  export = test_wait_for_window (RIS3_TYPE_EXPORT_WINDOW);
  test_wait_for_label (export, "Strategies as Shown");
  test_wait_for_label (export, about);
  test_key (window, "Tab");
  test_key (window, "space");
  test_wait (300);
  test_key (window, "Down");
  test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_label (export, "CSV Table");
  test_wait (300);
  test_wait_until (has_button, export, "the button");
  test_click_middle (test_find_button (GTK_WIDGET (export), "_Export…"));
  test_wait (500);
  test_key (window, "ctrl+a");
  test_type (window, path);
  test_wait (300);
  test_key (window, "Return");
  test_wait_for_no_window (RIS3_TYPE_EXPORT_WINDOW);
  test_wait_for_active (window);

  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_table_get_n_rows (table), ==, ris3_filter_result_get_n_strategies (germany));
  g_assert_cmpstr (ris3_table_get_columns (table)[0], ==, "Region");
  g_assert_true (g_file_get_contents (base_path, &base, NULL, NULL));
  g_assert_nonnull (strstr (base, "Sorted by: Year, descending"));
  g_assert_nonnull (strstr (base, "Filter: Germany"));
  end_with_map (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-records-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/records/select", test_select);
  g_test_add_func ("/window/records/select-all", test_select_all);
  g_test_add_func ("/window/records/open", test_open);
  g_test_add_func ("/window/records/filter", test_filter);
  g_test_add_func ("/window/records/periods", test_periods);
  g_test_add_func ("/window/records/edit", test_edit);
  g_test_add_func ("/window/records/arrange", test_arrange);
  g_test_add_func ("/window/records/export", test_export);
  return g_test_run ();
}
