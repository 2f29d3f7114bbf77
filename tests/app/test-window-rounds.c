/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person opens a round of consultation for what the filter shows, and says who was asked, reminded and answered. */
#include "config.h"

#include <adwaita.h>

#include "app/consultation/ris3-rounds-window.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "test-window.h"

static Ris3Atlas *
get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

static guint
count (Ris3Window *window, const char *(*get) (Ris3Request *) )
{
  GListModel *requests = ris3_atlas_get_requests (get_atlas (window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      n += get == NULL || *get (request) != '\0';
    }
  return n;
}

/* Not in a popover that is closed. */
static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Chooses the first request; a click into a window that has just come up may be lost. */
static void
choose_first (GtkWindow *rounds, GtkWidget *list)
{
  test_settle (gtk_widget_get_height (list) > 0);
  for (guint i = 0; i < 10 && (i == 0 || test_find_label (GTK_WIDGET (rounds), "1 chosen") == NULL); i++)
    {
      test_click (list, 40, 20, NULL);
      test_wait (500);
    }
  test_wait_for_label (rounds, "1 chosen");
}

static gboolean
is_filtered (gpointer data)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (ris3_window_get_session (data));

  return result != NULL && ris3_filter_result_get_n_strategies (result) > 0
         && ris3_filter_result_get_n_strategies (result) < 60;
}

static gboolean
is_editing (gpointer data)
{
  return ris3_session_get_editing (ris3_window_get_session (data));
}

typedef struct
{
  Ris3Window *window;
  const char *(*get) (Ris3Request *request);
  guint n;
} Answer;

static gboolean
is_answer (gpointer data)
{
  const Answer *answer = data;

  return count (answer->window, answer->get) == answer->n;
}

/* Says of what is chosen what a button says. */
static void
say (Ris3Window *window, GtkWindow *rounds, const char *button, const char *(*get) (Ris3Request *request), guint n)
{
  test_click_until (rounds, button, is_answer, &(Answer){ window, get, n }, button);
}

static void
test_round (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "rounds.ris3atlas", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = NULL;
  Ris3Window *window;
  GtkWindow *rounds;
  GtkWindow *question;
  GtkWidget *list;
  guint n;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (ris3_atlas_copy (g_getenv ("RIS3_TEST_ATLAS"), path, &error));
  g_assert_no_error (error);
  window = test_app_start (path);
  test_wait_for_map (window);
  filter = ris3_filter_from_text ("country:FR", NULL, &error);
  g_assert_no_error (error);
  ris3_session_set_filter (ris3_window_get_session (window), filter);
  test_wait_until (is_filtered, window, "the filter");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "No Round Yet");
  /* Nothing is changed by mistake. */
  test_key (window, "ctrl+n");
  test_wait (300);
  g_assert_null (test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  test_click_until (rounds, "_Edit", is_editing, window, "editing");
  test_key (window, "ctrl+n");
  question = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (question);
  test_wait_for_label (question, "regions are asked");
  test_wait_for_label (question, "no authority is known");
  test_type (window, "Autumn");
  test_key (window, "Return");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Not asked yet");
  n = count (window, NULL);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, 40);

  /* The first is asked, then all; nobody is asked twice. */
  list = find_type (GTK_WIDGET (rounds), GTK_TYPE_LIST_VIEW);
  choose_first (rounds, list);
  say (window, rounds, "_Asked Today", ris3_request_get_asked_on, 1);
  test_wait_for_label (rounds, "due on");
  choose_first (rounds, list);
  test_key (window, "ctrl+a");
  say (window, rounds, "_Asked Today", ris3_request_get_asked_on, n);

  /* What is chosen stays so when its row changes. */
  choose_first (rounds, list);
  test_click_middle (test_find_button (GTK_WIDGET (rounds), "_Reminded Today"));
  test_wait_for_label (rounds, "reminded on");
  test_wait (300);
  g_assert_nonnull (test_find_label (GTK_WIDGET (rounds), "1 chosen"));
  say (window, rounds, "Ans_wered Today", ris3_request_get_answered_on, 1);
  test_wait_for_label (rounds, "1 answered, 0 overdue");
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_ROUNDS_WINDOW);

  /* Each was one edit. */
  test_wait_for_active (window);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count (window, ris3_request_get_answered_on), ==, 0);
  test_key (window, "ctrl+z");
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count (window, ris3_request_get_asked_on), ==, 1);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count (window, ris3_request_get_asked_on), ==, 0);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count (window, NULL), ==, 0);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/rounds/round", test_round);
  return g_test_run ();
}
