/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-panel.h"

#include <string.h>

#include <adwaita.h>

#define TIMEOUT (60 * G_USEC_PER_SEC)
#define PANEL_WIDTH 380
#define PANEL_HEIGHT 900

static void
on_failed_cb (Ris3Session *session, const GError *error, gpointer user_data)
{
  g_error ("The session failed: %s", error->message);
}

static Ris3Session *
open_file (GFile *file)
{
  Ris3Session *session = ris3_session_new ();
  gint64 deadline = g_get_monotonic_time () + TIMEOUT;

  g_signal_connect (session, "failed", G_CALLBACK (on_failed_cb), NULL);
  ris3_session_open (session, file);
  while (ris3_session_get_classification (session) == NULL || ris3_session_get_loading (session))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  test_panel_ask (session, "period=latest");
  return session;
}

static GFile *
get_default_file (void)
{
  g_assert_nonnull (g_getenv ("RIS3_TEST_ATLAS"));
  return g_file_new_for_path (g_getenv ("RIS3_TEST_ATLAS"));
}

Ris3Session *
test_panel_open (void)
{
  g_autoptr (GFile) file = get_default_file ();

  return open_file (file);
}

Ris3Session *
test_panel_open_copy (void)
{
  g_autoptr (GFile) file = get_default_file ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-atlas-XXXXXX", &error);
  g_autoptr (GFile) copy = NULL;

  g_assert_no_error (error);
  copy = g_file_new_build_filename (folder, "copy.ris3atlas", NULL);
  g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return open_file (copy);
}

GtkWidget *
test_panel_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  gint64 deadline = g_get_monotonic_time () + TIMEOUT;

  gtk_window_set_default_size (GTK_WINDOW (window), PANEL_WIDTH, PANEL_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), g_object_ref (widget));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_window_is_active (GTK_WINDOW (window)) || gtk_widget_get_height (widget) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  test_panel_settle ();
  return widget;
}

static void
on_finalized_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

void
test_panel_end (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + TIMEOUT;
  gboolean is_finalized = FALSE;

  g_object_weak_ref (object, on_finalized_cb, &is_finalized);
  g_object_unref (object);
  while (!is_finalized)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
test_panel_close (GtkWidget *widget, Ris3Session *session)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (widget)));
  test_panel_settle ();
  test_panel_end (widget);
  test_panel_end (session);
}

void
test_panel_settle (void)
{
  gint64 quiet_since = g_get_monotonic_time ();

  /* There are 60 frames a second; three of them without work count as quiet. */
  while (g_get_monotonic_time () - quiet_since < 50 * 1000)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since = MIN (g_get_monotonic_time (), quiet_since + 10 * 1000);
    else
      g_usleep (1000);
}

static void
on_key_pressed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

void
test_panel_key (const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "key", key, NULL);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_key_pressed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
}

void
test_panel_select (Ris3Session *session, const char *code)
{
  gint region = ris3_boundaries_find (ris3_session_get_boundaries (session), code);

  g_assert_cmpint (region, >=, 0);
  ris3_session_select (session, region);
  test_panel_settle ();
}

void
test_panel_ask (Ris3Session *session, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (words, ris3_session_get_view (session), &error);

  g_assert_no_error (error);
  ris3_session_set_view (session, view);
}

const char *
test_panel_selected_code (Ris3Session *session)
{
  gint region = ris3_session_get_selected_region (session);

  return region >= 0 ? ris3_boundaries_get_region (ris3_session_get_boundaries (session), region)->code : NULL;
}

void
test_panel_wait_for_selected (Ris3Session *session, const char *code)
{
  gint64 deadline = g_get_monotonic_time () + TIMEOUT;

  while (!g_str_equal (test_panel_selected_code (session), code) && g_get_monotonic_time () < deadline)
    test_panel_settle ();
  g_assert_cmpstr (test_panel_selected_code (session), ==, code);
}

GtkWidget *
test_panel_find_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_panel_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
collect_class (GtkWidget *widget, const char *css_class, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (gtk_widget_has_css_class (widget, css_class))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_class (child, css_class, found);
}

GPtrArray *
test_panel_find_class (GtkWidget *widget, const char *css_class)
{
  GPtrArray *found = g_ptr_array_new ();

  collect_class (widget, css_class, found);
  return found;
}
