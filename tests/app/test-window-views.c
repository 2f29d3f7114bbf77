/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person keeps what the map shows under a name, and comes back to it. */
#include "config.h"

#include <adwaita.h>

#include "app/window/ris3-saved-views.h"
#include "app/ris3-session-edit.h"
#include "test-window.h"

typedef struct
{
  Ris3Window *window;
  const char *text;
  guint n_views;
} Expected;

static GListModel *
get_views (Ris3Window *window)
{
  return ris3_atlas_get_saved_views (ris3_session_get_atlas (ris3_window_get_session (window)));
}

/* Whether the text form of what is shown has that part. */
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
  test_wait_until (shows, &(Expected){ window, text, 0 }, text);
}

static gboolean
has_views (gpointer data)
{
  const Expected *expected = data;

  return g_list_model_get_n_items (get_views (expected->window)) == expected->n_views;
}

static void
wait_for_views (Ris3Window *window, guint n_views)
{
  test_wait_until (has_views, &(Expected){ window, NULL, n_views }, "the saved views");
}

static Ris3SavedView *
get_saved (Ris3Window *window, guint index)
{
  g_autoptr (Ris3SavedView) saved = g_list_model_get_item (get_views (window), index);

  g_assert_nonnull (saved);
  return saved; /* the list keeps it */
}

static gboolean
saved_has (Ris3Window *window, guint index, const char *text)
{
  return strstr (ris3_saved_view_get_view (get_saved (window, index)), text) != NULL;
}

/* Types a name in the dialog. */
static void
save_as (Ris3Window *window, const char *name)
{
  GtkWindow *dialog;

  test_key (window, "ctrl+d");
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "Also the Part of the Map That Is Shown");
  /* Without the mode of editing, of which the dialog says why. */
  test_wait_for_label (dialog, "It is kept in this atlas");
  g_assert_false (ris3_session_get_editing (ris3_window_get_session (window)));
  test_type (window, name);
  test_wait (300);
  test_key (window, "Return");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (window);
}

static gboolean
is_close (gpointer data)
{
  return shumate_viewport_get_zoom_level (
             shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (data))))
         > 5;
}

static gboolean
shows_map (gpointer window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (ris3_window_get_map_view (window)));
}

static gboolean
shows_no_map (gpointer window)
{
  return !shows_map (window);
}

static gboolean
is_far (gpointer data)
{
  return !is_close (data);
}

static void
set_view (Ris3Window *window, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);

  g_assert_no_error (error);
  ris3_session_set_view (ris3_window_get_session (window), view);
}

static void
test_save_and_show (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  save_as (window, "Europe");
  wait_for_views (window, 1);
  test_assert_cmpstr (ris3_saved_view_get_name (get_saved (window, 0)), ==, "Europe");
  g_assert_true (saved_has (window, 0, "extent=europe"));

  /* Another view, of another part of the map. */
  set_view (window, "indicator=health period=2021-2027 level=2");
  test_wait_for_map (window);
  ris3_map_view_show_region (ris3_window_get_map_view (window), (guint) test_find_region (window, "FRL0"));
  test_wait_until (is_close, window, "the region");
  test_wait_for_map (window);
  save_as (window, "Provence_2021");
  wait_for_views (window, 2);
  g_assert_false (saved_has (window, 1, "extent=europe"));
  g_assert_true (saved_has (window, 1, "extent="));

  test_key (window, "ctrl+1");
  wait_for_view (window, "indicator=personalised-medicine");
  test_wait_until (is_far, window, "Europe");
  /* What is shown has no extent: it stays where a person moves it. */
  g_assert_false (shows (&(Expected){ window, "extent", 0 }));
  test_key (window, "ctrl+2");
  wait_for_view (window, "indicator=health period=2021-2027 level=2");
  test_wait_until (is_close, window, "the region");
  /* From another page, it is the map that is shown. */
  test_key (window, "alt+2");
  test_wait_until (shows_no_map, window, "the table");
  test_key (window, "ctrl+1");
  test_wait_until (shows_map, window, "the map");
  wait_for_view (window, "indicator=personalised-medicine");
  test_key (window, "ctrl+2");
  wait_for_view (window, "indicator=health period=2021-2027 level=2");
  test_wait_until (is_close, window, "the region");
  /* There is none. */
  test_key (window, "ctrl+3");
  test_wait (300);
  g_assert_true (shows (&(Expected){ window, "indicator=health", 0 }));

  /* The menu has them. */
  test_key (window, "F8");
  test_wait_for_label (window, "Saved Views");
  test_click_middle (test_find_label (GTK_WIDGET (window), "Saved Views"));
  test_wait_for_label (window, "Provence_2021");
  test_click_middle (test_find_label (GTK_WIDGET (window), "Europe"));
  wait_for_view (window, "indicator=personalised-medicine");
  /* After a submenu, the keys work as before. */
  test_key (window, "ctrl+2");
  wait_for_view (window, "indicator=health");
  test_key (window, "F8");
  test_wait_for_label (window, "Saved Views");
  test_click_middle (test_find_label (GTK_WIDGET (window), "Saved Views"));
  test_wait_for_label (window, "Provence_2021");
  test_key (window, "Escape");
  test_wait (500);
  test_key (window, "ctrl+1");
  wait_for_view (window, "indicator=personalised-medicine");
  test_app_close (window);
}

/* A name that is taken replaces, and undo brings the former one back. */
static void
test_replace (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  wait_for_views (window, 2);
  set_view (window, "indicator=health level=0");
  save_as (window, "Europe");
  test_wait_for_label (window, "Change view “Europe”");
  wait_for_views (window, 2);
  g_assert_true (saved_has (window, 0, "level=0"));
  test_key (window, "ctrl+z");
  test_wait_for_label (window, "Undone: Change view “Europe”");
  g_assert_true (saved_has (window, 0, "indicator=personalised-medicine"));
  test_app_close (window);
}

static gboolean
is_named (gpointer data)
{
  const Expected *expected = data;

  return g_str_equal (ris3_saved_view_get_name (get_saved (expected->window, 0)), expected->text);
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_EDITABLE (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, text);
  return found;
}

static void
rename_to (Ris3Window *window, GtkWindow *views, const char *from, const char *to)
{
  test_click_middle (find_entry (GTK_WIDGET (views), from));
  test_wait (300);
  test_key (window, "ctrl+a");
  test_type (window, to);
  test_wait (300);
  test_key (window, "Return");
}

/* In the window of saved views: renamed, refused, deleted, undone. */
static void
test_manage (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *views, *refusal;

  test_wait_for_map (window);
  wait_for_views (window, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.saved-views", NULL);
  views = test_wait_for_window (RIS3_TYPE_SAVED_VIEWS);
  test_wait_for_label (views, "Ctrl+1 to Ctrl+9");
  rename_to (window, views, "Europe", "All of Europe");
  test_wait_until (is_named, &(Expected){ window, "All of Europe", 0 }, "the new name");

  rename_to (window, views, "All of Europe", "Provence_2021");
  refusal = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (refusal, "Another View Has This Name");
  test_key (window, "Escape");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (is_named (&(Expected){ window, "All of Europe", 0 }));
  test_assert_nonnull (find_entry (GTK_WIDGET (views), "All of Europe"));

  test_wait_for_active (views);
  test_click_middle (test_find_button (GTK_WIDGET (views), "Delete This View"));
  wait_for_views (window, 1);
  test_click_middle (test_find_button (GTK_WIDGET (views), "Delete This View"));
  wait_for_views (window, 0);
  test_wait_for_label (views, "No Saved Views");
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_SAVED_VIEWS);
  test_wait_for_active (window);
  test_key (window, "ctrl+z");
  wait_for_views (window, 1);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window-views/save-and-show", test_save_and_show);
  g_test_add_func ("/window-views/replace", test_replace);
  g_test_add_func ("/window-views/manage", test_manage);
  return g_test_run ();
}
