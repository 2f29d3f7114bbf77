/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person takes a table, and the regions of the map, with them. */
#include "config.h"

#include <string.h>

#include "app/table/ris3-export-window.h"
#include "geo/ris3-table.h"
#include "model/ris3-exchange.h"
#include "test-window.h"

static char *folder;

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Shown;

static gboolean
has_button (gpointer data)
{
  const Shown *shown = data;

  return test_find_button (shown->widget, shown->text) != NULL;
}

static GtkWindow *
open_export (Ris3Window *window)
{
  test_key (window, "ctrl+shift+e");
  return test_wait_for_window (RIS3_TYPE_EXPORT_WINDOW);
}

/* The dialog of files: its name is selected, and a whole path can be typed in its place. */
static void
export_to (Ris3Window *window, GtkWindow *export, const char *path)
{
  test_wait_until (has_button, &(Shown){ GTK_WIDGET (export), "_Export…" }, "the button");
  test_click_middle (test_find_button (GTK_WIDGET (export), "_Export…"));
  test_wait (500);
  test_key (window, "ctrl+a");
  test_type (window, path);
  test_wait (300);
  test_key (window, "Return");
  test_wait_for_no_window (RIS3_TYPE_EXPORT_WINDOW);
  test_wait_for_active (window);
}

/* Chooses one of the list of a row that has the keys. */
static void
choose (Ris3Window *window, GtkWindow *export, guint n_down, const char *text)
{
  test_key (window, "space");
  test_wait (300);
  for (guint i = 0; i < n_down; i++)
    test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_label (export, text);
  test_wait (300);
}

static void
test_regions (void)
{
  g_autofree char *path = g_build_filename (folder, "map.csv", NULL);
  g_autofree char *base = g_strconcat (path, ".txt", NULL);
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (Ris3Table) table = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Classification *classification;
  g_autofree char *text = NULL;
  GtkWindow *export;

  test_wait_for_map (window);
  export = open_export (window);
  test_wait_for_label (export, "Regions of the Map");
  test_wait_for_label (export, "GeoPackage for QGIS");
  test_wait_for_no_label (export, "Personal Data");
  test_key (window, "Tab");
  choose (window, export, 5, "CSV Table");
  export_to (window, export, path);
  test_wait_for_label (window, "map.csv");

  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  classification = ris3_session_get_classification (ris3_window_get_session (window));
  g_assert_cmpuint (ris3_table_get_n_rows (table), ==, ris3_classification_get_n_territories (classification));
  /* The base is beside it. */
  g_assert_true (g_file_get_contents (base, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "EuroGeographics"));
  test_app_close (window);
}

/* The first column is taken off, by the keyboard; nothing is written over an atlas. */
static void
test_table (void)
{
  g_autofree char *path = g_build_filename (folder, "strategies.csv", NULL);
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (Ris3Table) table = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *export;

  test_wait_for_map (window);
  export = open_export (window);
  choose (window, export, 1, "Excel Workbook");
  test_wait_for_no_label (export, "GeoPackage for QGIS");
  test_key (window, "Tab");
  choose (window, export, 2, "CSV Table");
  test_click_middle (test_find_label (GTK_WIDGET (export), "All columns"));
  test_wait (500);
  test_click_middle (test_find_label (GTK_WIDGET (export), "Strategy"));
  test_wait_for_label (export, " of ");
  export_to (window, export, path);
  test_wait_for_label (window, "Exported");

  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_table_get_n_rows (table), ==, 317);
  g_assert_cmpstr (ris3_table_get_columns (table)[0], ==, "nuts_version");
  test_app_close (window);
}

/* Personal data is left out unless asked for, and the choice is not kept. */
static void
test_personal (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *export;
  test_wait_for_map (window);
  export = open_export (window);
  choose (window, export, 1 + RIS3_EXCHANGE_CONTACTS, "Personal Data");
  test_wait_for_label (export, "Only personal data, which is not included");
  test_assert_false (gtk_widget_get_sensitive (test_find_button (GTK_WIDGET (export), "_Export…")));
  test_click_middle (test_find_label (GTK_WIDGET (export), "Include Personal Data"));
  test_wait_for_label (export, "All columns");
  test_assert_true (gtk_widget_get_sensitive (test_find_button (GTK_WIDGET (export), "_Export…")));
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_EXPORT_WINDOW);
  test_wait_for_active (window);

  export = open_export (window);
  choose (window, export, 1 + RIS3_EXCHANGE_CONTACTS, "Personal Data");
  test_wait_for_label (export, "Only personal data, which is not included");
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_EXPORT_WINDOW);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-export-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/export/regions", test_regions);
  g_test_add_func ("/window/export/table", test_table);
  g_test_add_func ("/window/export/personal", test_personal);
  return g_test_run ();
}
