/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The windows that the main window opens, a second main window among them. */
#include "config.h"

#include "test-log.h"
#include "test-window.h"

static gboolean
has_two_windows (gpointer data)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (test_app_get ()))) == 2;
}

static gboolean
has_one_window (gpointer data)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (test_app_get ()))) == 1;
}

/* F1, Ctrl+? and the entries of the menu each open a window, which Escape or its button closes. */
static void
test_other_windows (void)
{
  static const char *const keys[] = { "F1", "ctrl+question" };
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *other;

  test_wait_for_map (window);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

      test_key (window, keys[i]);
      test_wait (400);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
      test_key (window, "Escape");
      test_wait (300);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
    }

  /* libadwaita 1.2 forgets the copyright of a legal section. */
  test_leaks_begin ();
  g_action_group_activate_action (G_ACTION_GROUP (test_app_get ()), "about", NULL);
  test_leaks_end ();
  test_wait (500);
  test_key (window, "Escape");
  test_wait (300);

  test_key (window, "ctrl+n");
  test_wait_until (has_two_windows, NULL, "a second window");
  other = gtk_application_get_active_window (GTK_APPLICATION (test_app_get ()));
  g_assert_true (GTK_WINDOW (window) != other);
  test_wait_for_map (RIS3_WINDOW (other));
  test_key (window, "ctrl+w");
  test_wait_until (has_one_window, NULL, "the end of the second window");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/other-windows", test_other_windows);
  return g_test_run ();
}
