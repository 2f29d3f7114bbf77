/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Some of the atlases of tests/hostile, opened in the real window; all of them go through its session there. */
#include "config.h"

#include "test-log.h"
#include "test-window.h"

#include <string.h>

static char *folder;

/* Makes a case and returns the path of its atlas. */
static char *
make (const char *name)
{
  const char *argv[] = { "python3",
                         g_getenv ("RIS3_TEST_HOSTILE"),
                         g_getenv ("RIS3_TEST_ATLAS"),
                         g_getenv ("RIS3_TEST_VERSION_1"),
                         folder,
                         name,
                         NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_build_filename (folder, name, "a.ris3atlas", NULL);
}

typedef struct
{
  Ris3Window *window;
  const char *words;
} Words;

static gboolean
are_shown (gpointer data)
{
  Words *words = data;

  return test_find_label (GTK_WIDGET (words->window), words->words) != NULL;
}

static void
assert_refused (const char *name, const char *words, const char *details)
{
  g_autofree char *path = make (name);
  g_autofree char *precious = g_build_filename (folder, name, "precious.txt", NULL);
  Ris3Window *window = test_app_start (path);

  test_wait_until (are_shown, &(Words){ window, words }, words);
  if (details != NULL)
    {
      GtkWidget *label = test_find_label (GTK_WIDGET (window), "Details");

      gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
      test_wait_until (are_shown, &(Words){ window, details }, details);
    }
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));
  test_app_close (window);
}

static void
test_refused (void)
{
  assert_refused ("super-journal-of-crash", "which would be deleted", NULL);
  assert_refused ("journal-link", "is not a plain file", NULL);
  assert_refused ("journal-of-crash-read-only", "was left half written", NULL);
  assert_refused ("rows-year", "“a.ris3atlas” is damaged", "year: it is not a number from 1990 to 2100");
  assert_refused ("schema-own-trigger", "“a.ris3atlas” is damaged", "sqlite_evil does not belong in an atlas");
}

static void
assert_opens (const char *name, const char *title)
{
  g_autofree char *path = make (name);
  Ris3Window *window = test_app_start (path);

  test_wait_for_map (window);
  test_assert_cmpstr (ris3_atlas_get_path (ris3_session_get_atlas (ris3_window_get_session (window))), ==, path);
  test_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), title));
  test_assert_cmpuint (strlen (gtk_window_get_title (GTK_WINDOW (window))), <, 300);
  test_app_close (window);
}

static void
test_opens (void)
{
  assert_opens ("link", "(a.ris3atlas)");
  assert_opens ("journal-of-crash", "(a.ris3atlas)");
  assert_opens ("rows-markup", "(a.ris3atlas)");
  assert_opens ("rows-long-title", "… (a.ris3atlas)");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;
  int status;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-hostile-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/hostile/refused", test_refused);
  g_test_add_func ("/window/hostile/opens", test_opens);
  status = g_test_run ();
  command = g_strdup_printf ("rm -rf %s", folder);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (folder);
  return status;
}
