/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-rounds.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"
#include "model/ris3-round-plan.h"

Ris3Atlas *
test_rounds_get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

guint
test_rounds_count (Ris3Window *window, const char *(*get) (Ris3Request *) )
{
  GListModel *requests = ris3_atlas_get_requests (test_rounds_get_atlas (window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      n += get == NULL || *get (request) != '\0';
    }
  return n;
}

GtkWidget *
test_rounds_find_type (GtkWidget *widget, GType type)
{
  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_rounds_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
test_rounds_choose_first (GtkWindow *rounds, GtkWidget *list)
{
  test_settle (gtk_widget_get_height (list) > 0);
  for (guint i = 0; i < 10 && (i == 0 || test_find_label (GTK_WIDGET (rounds), "1 chosen") == NULL); i++)
    {
      test_click (list, 40, 20, NULL);
      test_wait (500);
    }
  test_wait_for_label (rounds, "1 chosen");
}

gboolean
test_rounds_is_editing (gpointer data)
{
  return ris3_session_get_editing (ris3_window_get_session (data));
}

void
test_rounds_set_search (GtkWindow *window, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (test_rounds_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY)), words);
}

gboolean
test_rounds_has_window (gpointer type)
{
  return test_find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

gboolean
test_rounds_has_no_window (gpointer type)
{
  return !test_rounds_has_window (type);
}

void
test_rounds_end_window (Ris3Window *window, const char *key, GType type)
{
  test_wait_for_active (test_wait_for_window (type));
  test_key_until (window, key, test_rounds_has_no_window, GSIZE_TO_POINTER (type), "the end of the window");
}

void
test_rounds_open (Ris3Window *window, const char *name, const char *country, guint n)
{
  GListModel *strategies = ris3_atlas_get_strategies (test_rounds_get_atlas (window));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *called = g_strdup (name);
  char opened_on[] = "2026-11-01", due_on[] = "2026-12-31", channel[] = "e-mail", scope[] = "";
  Ris3RoundPlan plan = { called, scope, opened_on, due_on, channel, TRUE };
  guint before = test_rounds_count (window, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (strategies) && chosen->len < n; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (country == NULL || g_str_equal (ris3_strategy_get_country (strategy), country))
        g_ptr_array_add (chosen, g_steal_pointer (&strategy));
    }
  regions = ris3_round_plan_get_regions (chosen, NULL, NULL);
  edit = ris3_round_plan_make_edit (&plan, test_rounds_get_atlas (window), regions, NULL, NULL, &error);
  g_assert_no_error (error);
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, before + regions->len);
}

char *
test_rounds_start (Ris3Window **window)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-rounds-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "atlas.ris3atlas", NULL);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);
  g_autoptr (GError) error = NULL;

  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  g_settings_set_string (settings, "figure-folder", uri);
  *window = test_app_start (path);
  test_wait_for_map (*window);
  ris3_session_set_editing (ris3_window_get_session (*window), TRUE);
  return g_steal_pointer (&folder);
}

void
test_rounds_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
