/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The atlas as a file, as a person deals with it: a new one, a copy, those that were open before, properties, a backup
 * copy that is restored, and a file that is read-only or gone. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"
#include "app/window/ris3-recent-files.h"
#include "model/ris3-backup.h"
#include "test-window.h"

typedef struct
{
  Ris3Window *window;
  const char *text;
} Awaited;

static char *folder;

static char *
path_to (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static Ris3Atlas *
get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

static gboolean
is_open (gpointer data)
{
  const Awaited *awaited = data;

  return g_strcmp0 (ris3_atlas_get_path (get_atlas (awaited->window)), awaited->text) == 0;
}

static void
wait_for_file (Ris3Window *window, const char *path)
{
  Awaited awaited = { window, path };

  test_wait_until (is_open, &awaited, path);
  test_wait_for_map (window);
}

/* Anywhere in any window. */
static GtkWidget *
find_label (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (windows, i);

      found = gtk_widget_get_mapped (toplevel) ? test_find_label (toplevel, text) : NULL;
    }
  return found;
}

static gboolean
is_shown (gpointer data)
{
  GtkWidget *label = find_label (data);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
is_gone (gpointer data)
{
  return !is_shown (data);
}

static void
wait_for_text (const char *text)
{
  test_wait_until (is_shown, (gpointer) text, text);
}

static gboolean
has_window (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (toplevel), data) == 0 && gtk_window_is_active (toplevel))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
close_properties (Ris3Window *window)
{
  test_wait_until (has_window, (gpointer) "Properties", "the properties");
  /* The first may end the editing of the title. */
  for (guint i = 0; i < 5 && has_window ((gpointer) "Properties"); i++)
    {
      test_key (window, "Escape");
      test_wait (300);
    }
  test_wait_until (is_active, window, "the main window");
}

/* The dialog of files: its name is selected, and a whole path can be typed in its place. */
static void
choose_file (Ris3Window *window, const char *title, const char *path)
{
  test_wait_until (has_window, (gpointer) title, title);
  test_wait (300);
  test_key (window, "ctrl+a");
  test_type (window, path);
  test_wait (300);
  test_key (window, "Return");
}

static void
add_strategy (Ris3Window *window)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("strategy");

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "AT");
  ris3_edit_set_text (edit, "region_name", "Österreich");
  ris3_edit_set_text (edit, "title", "A strategy");
  ris3_edit_set_text (edit, "period", "2014-2020");
  ris3_session_edit (ris3_window_get_session (window), edit);
}

static guint
count (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_strategies (get_atlas (window)));
}

static gboolean
has_one (gpointer data)
{
  return count (data) == 1;
}

static gboolean
has_none (gpointer data)
{
  return count (data) == 0;
}

static gboolean
exists (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
has_title (gpointer data)
{
  const Awaited *awaited = data;

  return g_str_equal (ris3_atlas_get_title (get_atlas (awaited->window)), awaited->text);
}

/* A new atlas without strategies is edited, copied, and gets a title. */
static void
make_and_copy (Ris3Window *window, const char *new_path, const char *copy_path)
{
  Awaited titled = { window, "Mine" };

  test_key (window, "ctrl+shift+n");
  wait_for_text ("A new atlas has all regions");
  test_key (window, "alt+e");
  choose_file (window, "New Atlas", new_path);
  wait_for_file (window, new_path);
  test_assert_cmpuint (count (window), ==, 0);
  test_assert_nonnull (ris3_atlas_lookup_region (get_atlas (window), 2016, "FRL0"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.editing", NULL);
  wait_for_text ("Edits are saved at once.");
  add_strategy (window);
  test_wait_until (has_one, window, "the strategy");

  test_key (window, "alt+Return");
  test_wait_until (has_window, (gpointer) "Properties", "the properties");
  test_type (window, "Mine");
  test_key (window, "Return");
  test_wait_until (has_title, &titled, "the title");
  close_properties (window);

  test_key (window, "ctrl+shift+s");
  choose_file (window, "Save a Copy", copy_path);
  test_wait_until (exists, (gpointer) copy_path, copy_path);
  wait_for_text ("The copy is “copy.ris3atlas” in “");
  test_assert_cmpstr (ris3_atlas_get_path (get_atlas (window)), ==, new_path);
}

static GtkWidget *
find_row (const char *text)
{
  GtkWidget *label = find_label (text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
}

/* What is in the properties; and the copy of this morning comes back, which can be undone. */
static void
restore (Ris3Window *window)
{
  GtkWidget *button;

  test_key (window, "alt+Return");
  wait_for_text ("Before the first edit of the day");
  test_wait_for_label (find_row ("Strategies"), "1");
  test_wait_for_label (find_row ("Changes in the History"), "2");

  button = test_find_button (find_row ("Damage and Gaps"), "_Check");
  gtk_widget_grab_focus (button);
  test_key_until (window, "space", is_shown, (gpointer) "1 problem", "1 problem");
  test_assert_nonnull (find_label ("no source is given"));

  button = gtk_widget_get_ancestor (
      find_label ("_Restore…") != NULL ? find_label ("_Restore…") : find_label ("Restore…"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  test_wait (200);
  test_key (window, "space");
  wait_for_text ("Restore the Copy of");
  wait_for_text ("become what they were then");
  test_key (window, "alt+r");
  test_wait_until (has_none, window, "the atlas without the strategy");
  wait_for_text ("Before another one was restored");
  close_properties (window);
  wait_for_text ("Restore the backup copy of");
  test_key (window, "ctrl+z");
  test_wait_until (has_one, window, "the strategy again");
}

/* From the main menu. */
static void
open_recent (Ris3Window *window, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  test_key (window, "F10");
  wait_for_text ("Open Recent");
  /* The menu comes in. */
  test_wait (400);
  test_click_middle (find_label ("Open Recent"));
  wait_for_text (name);
  test_wait (400);
  test_click_middle (find_label (name));
  wait_for_file (window, path);
}

static void
test_file (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *new_path = path_to ("new.ris3atlas");
  g_autofree char *copy_path = path_to ("copy.ris3atlas");
  g_autofree char *default_path = NULL;

  test_wait_for_map (window);
  default_path = g_strdup (ris3_atlas_get_path (get_atlas (window)));
  make_and_copy (window, new_path, copy_path);
  restore (window);
  open_recent (window, default_path);
  test_assert_cmpuint (count (window), >, 300);
  test_app_close (window);
}

typedef struct
{
  GtkWidget *widget;
  graphene_point_t place;
  guint n_times;
} Moving;

static gboolean
stands_still (gpointer data)
{
  Moving *moving = data;
  graphene_point_t place;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (moving->widget));

  g_assert_true (gtk_widget_compute_point (moving->widget, root, &GRAPHENE_POINT_INIT (0, 0), &place));
  moving->n_times = graphene_point_equal (&place, &moving->place) ? moving->n_times + 1 : 0;
  moving->place = place;
  return moving->n_times > 10;
}

/* Banner and toast slide in. */
static void
click_button (Ris3Window *window, const char *text)
{
  Moving moving = { test_find_button (GTK_WIDGET (window), text) };

  g_assert_nonnull (moving.widget);
  test_wait_until (stands_still, &moving, text);
  test_click_middle (moving.widget);
}

static char *
copy_default (const char *name)
{
  char *path = path_to (name);
  g_autoptr (GError) error = NULL;

  ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_read_only (void)
{
  g_autofree char *path = copy_default ("read-only.ris3atlas");
  g_autofree char *copy_path = path_to ("mine.ris3atlas");
  Ris3Window *window;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  window = test_app_start (path);
  test_wait_for_map (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.editing", NULL);
  wait_for_text ("“read-only.ris3atlas” is read-only");
  test_assert_false (ris3_session_get_editing (ris3_window_get_session (window)));

  click_button (window, "_Save a Copy…");
  choose_file (window, "Save a Copy", copy_path);
  wait_for_text ("The copy is");
  click_button (window, "_Open the Copy");
  wait_for_file (window, copy_path);
  test_wait_until (is_gone, (gpointer) "is read-only", "the end of the banner");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.editing", NULL);
  test_assert_true (ris3_session_get_editing (ris3_window_get_session (window)));
  test_app_close (window);
}

/* It is still there for whoever has it open; a copy can be saved, and when it is back, all is well. */
static void
test_lost (void)
{
  g_autofree char *path = copy_default ("lost.ris3atlas");
  g_autofree char *elsewhere = path_to ("elsewhere.ris3atlas");
  g_autofree char *copy_path = path_to ("rescued.ris3atlas");
  Ris3Window *window = test_app_start (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) rescued = NULL;

  test_wait_for_map (window);
  /* It is watched from the moment on that it is told what could be undone. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.editing", NULL);
  add_strategy (window);
  test_wait (1000);
  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  wait_for_text ("was replaced by another file while it was open, or removed");
  click_button (window, "_Save a Copy…");
  choose_file (window, "Save a Copy", copy_path);
  test_wait_until (exists, copy_path, copy_path);
  wait_for_text ("The copy is");
  rescued = ris3_atlas_open (copy_path, NULL, &error);
  g_assert_no_error (error);
  test_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_strategies (rescued)), ==, count (window));

  /* Not yet. */
  click_button (window, "_Try Again");
  wait_for_text ("cannot be opened");
  test_assert_nonnull (test_find_button (GTK_WIDGET (window), "_Try Again"));
  g_assert_cmpint (g_rename (elsewhere, path), ==, 0);
  test_wait_until (is_gone, (gpointer) "cannot be opened", "the end of the banner");
  test_app_close (window);
}

/* The edit is made without one, and that is said. */
static void
test_no_backup (void)
{
  g_autofree char *path = copy_default ("without.ris3atlas");
  g_autofree char *backups = ris3_backup_get_folder (path);
  g_autofree char *parent = g_path_get_dirname (backups);
  Ris3Window *window;
  guint n_strategies;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  window = test_app_start (path);
  test_wait_for_map (window);
  n_strategies = count (window);
  add_strategy (window);
  wait_for_text ("No backup copy could be kept before this edit");
  test_assert_cmpuint (count (window), ==, n_strategies + 1);
  test_app_close (window);
}

static char *
get_label (GMenuModel *menu, int index)
{
  char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (menu, index, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  return label;
}

/* The latest first, each once, with their folders where names are the same; one that is gone leaves the list. */
static void
test_recent (void)
{
  static const char *const uris[] = { "file:///one/a_b.ris3atlas", "file:///one/same.ris3atlas",
                                      "file:///two/same.ris3atlas", "file:///one/a_b.ris3atlas" };
  g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) shorter = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  Ris3Window *window;

  g_settings_reset (settings, "recent-files");
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    ris3_recent_files_add (settings, uris[i]);
  menu = ris3_recent_files_make_menu (settings, NULL, "win.open-recent");
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
  first = get_label (menu, 0);
  second = get_label (menu, 1);
  third = get_label (menu, 2);
  g_assert_cmpstr (first, ==, "a__b.ris3atlas");
  g_assert_cmpstr (second, ==, "same.ris3atlas in “two”");
  g_assert_cmpstr (third, ==, "same.ris3atlas in “one”");
  shorter = ris3_recent_files_make_menu (settings, uris[0], "win.open-recent");
  g_assert_cmpint (g_menu_model_get_n_items (shorter), ==, 2);

  window = test_app_start (NULL);
  test_wait_for_map (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s", uris[1]);
  wait_for_text ("“same.ris3atlas” is not there any more, and was taken from the list.");
  g_clear_object (&menu);
  menu = ris3_recent_files_make_menu (settings, NULL, "win.open-recent");
  /* With the default atlas. */
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *template = NULL;
  int status;

  test_app_init (&argc, &argv);
  template = g_dir_make_tmp ("ris3-files-XXXXXX", NULL);
  folder = template;
  g_assert_nonnull (folder);
  g_test_add_func ("/window/file", test_file);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/lost", test_lost);
  g_test_add_func ("/window/no-backup", test_no_backup);
  g_test_add_func ("/window/recent", test_recent);
  status = g_test_run ();
  return status;
}
