/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person changes rounds, and who is asked in them. */
#include "config.h"

#include <adwaita.h>

#include "app/consultation/ris3-authorities-window.h"
#include "app/consultation/ris3-rounds-window.h"
#include "app/edit/ris3-edit-form.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-contact.h"
#include "model/ris3-editor.h"
#include "model/ris3-region-key.h"
#include "test-rounds.h"

/* The round that is chosen. */
static Ris3ConsultationRound *
get_round (GtkWindow *rounds)
{
  return gtk_drop_down_get_selected_item (
      GTK_DROP_DOWN (test_rounds_find_type (GTK_WIDGET (rounds), GTK_TYPE_DROP_DOWN)));
}

static guint
count_rounds (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_rounds (test_rounds_get_atlas (window)));
}

static guint
count_organisations (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_organisations (test_rounds_get_atlas (window)));
}

static gboolean
shows_menu (gpointer rounds)
{
  return test_find_label (rounds, "Edit Round…") != NULL;
}

static gboolean
shows_request_menu (gpointer rounds)
{
  return test_find_label (rounds, "Show on the Map") != NULL;
}

typedef struct
{
  GtkWindow *rounds;
  const char *item;
  TestCondition condition;
  gpointer data;
} Choice;

/* Opens the menu of the round again, if a click was lost. */
static void
choose_in_menu (Choice choice)
{
  for (guint i = 0; i < 10 && !choice.condition (choice.data); i++)
    {
      GtkWidget *label;

      if (!shows_menu (choice.rounds))
        test_click_until (choice.rounds, "Change the Round, or Who Is Asked in It", shows_menu, choice.rounds,
                          "the menu");
      test_wait (300);
      label = test_find_label (GTK_WIDGET (choice.rounds), choice.item);
      if (label != NULL)
        test_click_middle (label);
      test_wait (500);
    }
  test_wait_until (choice.condition, choice.data, choice.item);
}

static gboolean
is_closed (gpointer rounds)
{
  return *ris3_consultation_round_get_closed_on (get_round (rounds)) != '\0';
}

static gboolean
is_open (gpointer rounds)
{
  return !is_closed (rounds);
}

static gboolean
has_one_round (gpointer window)
{
  return count_rounds (window) == 1;
}

static gboolean
has_two_rounds (gpointer window)
{
  return count_rounds (window) == 2;
}

static Ris3FormField *
get_field (GtkWindow *form, const char *column)
{
  return ris3_edit_form_get_field (RIS3_EDIT_FORM (form), column);
}

/* The first request of a round. */
static Ris3Request *
get_first (Ris3Window *window)
{
  GListModel *requests = ris3_atlas_get_requests (test_rounds_get_atlas (window));
  g_autoptr (Ris3Request) request = g_list_model_get_item (requests, 0);

  return request; /* the atlas keeps it */
}

static gboolean
has_question (gpointer unused)
{
  return test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Chooses in the menu of the first row, which Shift+F10 or the other button of the mouse opens. */
static void
choose_of_first (Ris3Window *window, GtkWindow *rounds, const char *item, TestCondition condition, gpointer data)
{
  GtkWidget *list = test_rounds_find_type (GTK_WIDGET (rounds), GTK_TYPE_LIST_VIEW);

  for (guint i = 0; i < 10 && !condition (data); i++)
    {
      GtkWidget *label;

      if (i % 2 == 0)
        {
          test_rounds_choose_first (rounds, list);
          test_key_until (window, "shift+F10", shows_request_menu, rounds, "the menu");
        }
      else
        {
          test_move_pointer (list, 40, 20);
          test_event ((const char *const[]){ "click", "3", NULL });
          test_wait (500);
        }
      test_wait (300);
      label = test_find_label (GTK_WIDGET (rounds), item);
      if (label != NULL)
        test_click_middle (label);
      test_wait (500);
    }
  test_wait_until (condition, data, item);
}

static gboolean
is_asked_first (gpointer window)
{
  return g_str_equal (ris3_request_get_asked_on (get_first (window)), "2026-11-03");
}

static gboolean
is_not_asked_first (gpointer window)
{
  return *ris3_request_get_asked_on (get_first (window)) == '\0';
}

static gboolean
is_not_answered_first (gpointer window)
{
  return *ris3_request_get_answered_on (get_first (window)) == '\0';
}

static gboolean
is_not_reminded_first (gpointer window)
{
  return ris3_request_get_n_reminders (get_first (window)) == 0;
}

/* Answers the question for a day, with Enter. */
static void
answer_day (Ris3Window *window, const char *day, TestCondition condition)
{
  GtkWindow *question = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  test_wait_for_active (question);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (question), "Day"), ADW_TYPE_ENTRY_ROW));
  test_key (window, "ctrl+a");
  test_type (window, day);
  test_key_until (window, "Return", test_rounds_has_no_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG), "the end");
  if (condition != NULL)
    test_wait_until (condition, window, day);
}

/* Saves a person of an organisation. */
static void
save_person (Ris3Window *window, gint64 organisation_id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor
      = ris3_editor_open (ris3_atlas_get_path (test_rounds_get_atlas (window)), "Ada", &error);
  g_autoptr (Ris3Contact) contact = ris3_contact_new ();

  g_assert_no_error (error);
  contact->organisation_id = organisation_id;
  contact->name = g_strdup (name);
  g_assert_cmpint (ris3_editor_save_contact (editor, contact, &error), >, 0);
  g_assert_no_error (error);
}

/* Records what answers a request. */
static void
add_comment (Ris3Window *window, Ris3Request *request, const char *text)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("comment");
  guint n = g_list_model_get_n_items (ris3_atlas_get_comments (test_rounds_get_atlas (window)));

  ris3_edit_set_integer (edit, "request_id", ris3_request_get_id (request));
  ris3_edit_set_integer (edit, "nuts_version", ris3_request_get_nuts_version (request));
  ris3_edit_set_text (edit, "region_code", ris3_request_get_region_code (request));
  ris3_edit_set_text (edit, "text", text);
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_comments (test_rounds_get_atlas (window))), ==, n + 1);
}

static gboolean
is_on_map (gpointer window)
{
  return g_strcmp0 (test_selected_code (window), ris3_request_get_region_code (get_first (window))) == 0;
}

/* What is done with one authority of a round: when it was asked, by whom, and what was marked by mistake. */
static void
test_requests (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  GtkWindow *rounds, *question, *form;
  GtkWidget *row;
  guint n;

  test_rounds_open (window, "France", "FR", 4);
  n = test_rounds_count (window, NULL);
  save_person (window, ris3_request_get_organisation_id (get_first (window)), "Ada Quixotic");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Asked on 1 November 2026");

  /* On another day. */
  choose_of_first (window, rounds, "Asked…", has_question, NULL);
  question = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  row = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (question), "Day"), ADW_TYPE_ENTRY_ROW);
  gtk_widget_grab_focus (row);
  test_key (window, "ctrl+a");
  test_type (window, "1.1.2999");
  test_wait_for_label (question, "This day has not come yet.");
  answer_day (window, "3.11.2026", is_asked_first);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Asked on 3 November 2026");

  /* Reminded and answered, and neither. */
  choose_of_first (window, rounds, "Reminded…", has_question, NULL);
  question = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  row = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (question), "Day"), ADW_TYPE_ENTRY_ROW);
  gtk_widget_grab_focus (row);
  test_key (window, "ctrl+a");
  test_type (window, "2.11.2026");
  test_wait_for_label (question, "was asked only later, on 3 November 2026.");
  answer_day (window, "5.11.2026", NULL);
  test_wait_for_label (rounds, "reminded on 5 November 2026");
  choose_of_first (window, rounds, "Answered…", has_question, NULL);
  answer_day (window, "2026-11-09", NULL);
  test_wait_for_label (rounds, "Asked on 3 November 2026, due on 31 December 2026, answered on 9 November 2026 · "
                               "reminded on 5 November 2026");
  test_wait_for_active (rounds);
  choose_of_first (window, rounds, "Not Answered Yet", is_not_answered_first, window);
  choose_of_first (window, rounds, "Remove Last Reminder", is_not_reminded_first, window);
  choose_of_first (window, rounds, "Not Asked Yet", is_not_asked_first, window);
  test_wait_for_label (rounds, "Not asked yet");

  /* It has more time than the others, or not. */
  choose_of_first (window, rounds, "Due Date and Remark…", test_rounds_has_window,
                   GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM));
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_for_label (form, "31 December 2026");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "due_on")));
  test_type (window, "never");
  test_wait_for_label (form, "This is no date.");
  test_key (window, "ctrl+a");
  test_type (window, "10.11.2026");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "remark")));
  test_type (window, "By letter only");
  test_rounds_end_window (window, "ctrl+Return", RIS3_TYPE_EDIT_FORM);
  test_wait_for_label (rounds, "Not asked yet, due on 10 November 2026 · By letter only");
  test_wait_for_active (rounds);
  choose_of_first (window, rounds, "Asked…", has_question, NULL);
  answer_day (window, "3.11.2026", is_asked_first);
  test_wait_for_label (rounds, "Overdue since 10 November 2026, asked on 3 November 2026 · By letter only");
  test_wait_for_active (rounds);
  choose_of_first (window, rounds, "Due Date and Remark…", test_rounds_has_window,
                   GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM));
  test_wait_for_active (test_wait_for_window (RIS3_TYPE_EDIT_FORM));
  ris3_form_field_set_value (get_field (test_find_window (RIS3_TYPE_EDIT_FORM), "due_on"), "");
  ris3_form_field_set_value (get_field (test_find_window (RIS3_TYPE_EDIT_FORM), "remark"), "");
  test_rounds_end_window (window, "ctrl+Return", RIS3_TYPE_EDIT_FORM);
  test_wait_for_label (rounds, "Asked on 3 November 2026, due on 31 December 2026");
  test_wait_for_active (rounds);
  choose_of_first (window, rounds, "Not Asked Yet", is_not_asked_first, window);

  /* To whom it went is no edit, and the history does not hold it. */
  choose_of_first (window, rounds, "Persons Asked…", has_question, NULL);
  question = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (question);
  test_wait_for_label (question, "cannot be undone");
  test_click_middle (test_find_label (GTK_WIDGET (question), "Ada Quixotic"));
  test_wait (300);
  test_rounds_end_window (window, "alt+s", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (rounds, "Not asked yet · Ada Quixotic");

  test_wait_for_active (rounds);
  test_key (window, "ctrl+z");
  test_wait_for_label (rounds, "Which persons were asked cannot be undone.");

  /* What is shown lies behind the window. */
  add_comment (window, get_first (window), "We have another one");
  choose_of_first (window, rounds, "Comments in the Inbox", test_rounds_has_no_window,
                   GSIZE_TO_POINTER (RIS3_TYPE_ROUNDS_WINDOW));
  test_wait_for_active (window);
  test_wait_for_label (window, "Only the comments on ");
  test_wait_for_label (window, "All (1)");
  test_wait_for_label (window, "We have another one");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("map"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Not asked yet · Ada Quixotic");

  /* One that should not have been asked. */
  choose_of_first (window, rounds, "Remove From the Round…", has_question, NULL);
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "Remove 1 Authority From the Round?");
  test_rounds_end_window (window, "alt+r", ADW_TYPE_MESSAGE_DIALOG);
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n - 1);
  test_wait_for_active (rounds);

  choose_of_first (window, rounds, "Show on the Map", test_rounds_has_no_window,
                   GSIZE_TO_POINTER (RIS3_TYPE_ROUNDS_WINDOW));
  test_wait_until (is_on_map, window, "the region on the map");
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

static gboolean
shows_calendar (gpointer window)
{
  return test_find_button (window, "_Today") != NULL;
}

static gboolean
is_due_today (gpointer form)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *due_on = ris3_form_field_get_value (get_field (form, "due_on"));

  return g_str_equal (due_on, today);
}

/* A round is opened in the form in which it is changed later: its days are typed as people write them, or chosen in a
 * calendar, and what is refused stays there, with the reason. */
static void
test_new (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  GtkWindow *rounds, *form;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_key_until (window, "ctrl+n", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the form");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_for_label (form, "regions are asked: those that the map and the filter show now.");
  /* It needs a name. */
  test_key (window, "ctrl+Return");
  test_wait_for_label (form, "This cannot be left empty.");
  g_assert_cmpuint (count_rounds (window), ==, 0);
  test_type (window, "Winter");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "due_on")));
  test_key (window, "ctrl+a");
  test_type (window, "soon");
  test_wait_for_label (form, "This is no date.");
  test_key (window, "Return");
  test_wait (300);
  g_assert_cmpuint (count_rounds (window), ==, 0);
  test_key (window, "ctrl+a");
  test_type (window, "1.1.2020");
  test_wait_for_label (form, "Answers would be due before the round is opened.");
  test_key (window, "Return");
  test_wait (300);
  g_assert_cmpuint (count_rounds (window), ==, 0);
  test_click_until (get_field (form, "due_on"), "Choose a Day", shows_calendar, form, "the calendar");
  test_click_until (form, "_Today", is_due_today, form, "today as the due date");
  test_wait_for_no_label (form, "Answers would be due");
  test_wait (300);
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "due_on")));
  test_key (window, "ctrl+a");
  test_type (window, "24 December 2099");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "remark")));
  test_type (window, "By letter");
  test_key_until (window, "ctrl+Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the end");
  test_wait_for_label (rounds, "due on 24 December 2099");
  test_wait_for_label (rounds, "By letter");
  test_wait_for_label (rounds, "Round “Winter” opened");
  test_wait_for_active (rounds);

  /* A name that there is already. */
  test_key_until (window, "ctrl+n", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the form");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_type (window, "Winter");
  test_wait_for_label (form, "There is a round “Winter” already. Choose another name.");
  test_key (window, "ctrl+a");
  test_type (window, "Spring");
  test_wait_for_no_label (form, "There is a round");
  test_key_until (window, "Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the end");
  test_wait_until (has_two_rounds, window, "the other round");
  test_assert_cmpstr (ris3_consultation_round_get_name (get_round (rounds)), ==, "Spring");
  test_wait_for_active (rounds);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

static gboolean
has_keys_in_authorities (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL;
}

static gboolean
has_one_chosen (gpointer window)
{
  return test_find_label (window, "1 request comes into the round.") != NULL;
}

static gboolean
has_two_chosen (gpointer window)
{
  return test_find_label (window, "2 requests come into the round.") != NULL;
}

/* Whom a round does not ask is ticked in a list, with the keys or the pointer, and asked by one edit. */
static void
test_add (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  GtkWindow *rounds, *add;
  guint n;

  test_rounds_open (window, "France", "FR", 4);
  n = test_rounds_count (window, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  choose_in_menu (
      (Choice){ rounds, "Add Authorities…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_AUTHORITIES_WINDOW) });
  add = test_wait_for_window (RIS3_TYPE_AUTHORITIES_WINDOW);
  test_wait_for_active (add);
  test_wait_for_label (add, "Tick whom the round is to ask, too.");
  test_rounds_set_search (add, "nobody of that name");
  test_wait_for_label (add, "No authority matches that is not asked yet.");
  /* What is ticked stays so while others are looked for. */
  test_rounds_set_search (add, "denmark");
  test_wait_for_no_label (add, "AT Austria");
  test_wait_for_label (add, "DK Denmark");
  test_click_label_until (add, "DK Denmark", has_one_chosen, add, "one that is ticked");
  test_rounds_set_search (add, "berlin");
  test_wait_for_no_label (add, "DK Denmark");
  test_wait_for_label (add, "DE3 Berlin");
  gtk_widget_grab_focus (test_rounds_find_type (GTK_WIDGET (add), GTK_TYPE_SEARCH_ENTRY));
  test_key_until (window, "Tab", has_keys_in_authorities, add, "the keys in the list");
  test_key_until (window, "space", has_two_chosen, add, "another one that is ticked");
  test_wait_for_label (add, "The authorities of 2 regions are not known yet");
  test_wait_for_label (add, "Add 2 Authorities");
  test_key_until (window, "ctrl+Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_AUTHORITIES_WINDOW),
                  "the end");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n + 2);
  test_wait_for_label (rounds, "Round “France”: 2 authorities added");
  test_wait_for_label (rounds, "DK Denmark · Authority of Denmark (national)");
  test_wait_for_active (rounds);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

/* A round gets another name and date, is closed and opened again, and deleted; each is one edit, and undone. */
static void
test_round (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  GtkWindow *rounds, *form;
  guint n, n_organisations;

  test_rounds_open (window, "Spain", "ES", 3);
  test_rounds_open (window, "France", "FR", 4);
  n_organisations = count_organisations (window);
  n = test_rounds_count (window, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Opened on 1 November 2026, due on 31 December 2026");
  test_assert_cmpstr (ris3_consultation_round_get_name (get_round (rounds)), ==, "France");

  choose_in_menu ((Choice){ rounds, "Edit Round…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM) });
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "name")));
  test_key (window, "ctrl+a");
  test_type (window, "Spain");
  /* What is wrong is said below, while one types. */
  test_wait_for_label (form, "there is already one with the same value");
  test_key (window, "ctrl+a");
  test_type (window, "France, again");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "due_on")));
  test_key (window, "ctrl+a");
  test_type (window, "2026-10-31");
  test_wait_for_label (form, "Answers would be due before the round was opened.");
  test_key (window, "ctrl+a");
  test_type (window, "30.2.2026");
  test_wait_for_label (form, "This is no date. Write it as 2026-11-29 or ");
  test_key (window, "ctrl+a");
  test_type (window, "2.11.26");
  test_wait_for_label (form, "Write the year with four digits");
  test_key (window, "ctrl+a");
  test_type (window, "2.11.2026");
  /* As it is understood. */
  test_wait_for_label (form, "2 November 2026");
  test_wait_for_no_label (form, "Write the year");
  test_key_until (window, "Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the end");
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "due on 2 November 2026");
  test_assert_cmpstr (ris3_consultation_round_get_name (get_round (rounds)), ==, "France, again");
  test_wait_for_label (rounds, "Overdue since 2 November 2026");

  /* What is closed is not waited for. */
  choose_in_menu ((Choice){ rounds, "Close Round", is_closed, rounds });
  test_wait_for_label (rounds, "France, again (closed)");
  test_wait_for_label (rounds, "0 overdue");
  test_wait_for_no_label (rounds, "Overdue since");
  test_wait_for_label (rounds, ", closed on ");
  choose_in_menu ((Choice){ rounds, "Open Round Again", is_open, rounds });
  test_wait_for_label (rounds, "Overdue since 2 November 2026");
  test_wait_for_no_label (rounds, "(closed)");

  /* Who thinks better of it keeps the round. */
  choose_in_menu (
      (Choice){ rounds, "Delete Round…", test_rounds_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG) });
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "With it go 3 requests (asked: ");
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG),
                       "3 authorities that were added only for it, and never named, go, too.");
  test_rounds_end_window (window, "Return", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (rounds);
  test_wait (300);
  g_assert_cmpuint (count_rounds (window), ==, 2);
  choose_in_menu (
      (Choice){ rounds, "Delete Round…", test_rounds_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG) });
  test_rounds_end_window (window, "alt+d", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_until (has_one_round, window, "the deletion");
  test_assert_cmpstr (ris3_consultation_round_get_name (get_round (rounds)), ==, "Spain");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n - 3);
  test_assert_cmpuint (count_organisations (window), ==, n_organisations - 3);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Round “France, again” deleted");
  /* Once, where one looks. */
  g_assert_null (test_find_label (GTK_WIDGET (window), "Round “France, again” deleted"));
  test_key_until (window, "ctrl+z", has_two_rounds, window, "the round back");
  test_wait_for_label (rounds, "Undone: Round “France, again” deleted");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n);
  test_assert_cmpuint (count_organisations (window), ==, n_organisations);

  /* Nothing of it by mistake. */
  ris3_session_set_editing (ris3_window_get_session (window), FALSE);
  test_click_until (rounds, "Change the Round, or Who Is Asked in It", shows_menu, rounds, "the menu");
  test_wait_for_no_label (rounds, "Close Round");
  test_key (window, "Escape");
  test_wait (300);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

static gboolean
is_answered (gpointer window)
{
  return *ris3_request_get_answered_on (get_first (window)) != '\0';
}

static gboolean
is_not_answered (gpointer window)
{
  return !is_answered (window);
}

/* A letter of who was asked is the answer to it, if it came after that. */
static void
test_letter (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *key = NULL;
  g_autofree char *region = NULL;
  GtkWindow *form;

  test_rounds_open (window, "Winter", "FR", 4);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_request_get_id (get_first (window)));
  edit = ris3_edit_new_set ("request", key);
  ris3_edit_set_text (edit, "asked_on", "2026-11-02");
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_assert_cmpstr (ris3_request_get_asked_on (get_first (window)), ==, "2026-11-02");

  region = ris3_region_key (ris3_request_get_nuts_version (get_first (window)),
                            ris3_request_get_region_code (get_first (window)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "edit.comment-add", "(ss)", "region", region));
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_for_label (form, "Of the round “Winter”, asked on 2 November 2026");
  ris3_form_field_set_value (get_field (form, "received_on"), "2026-11-01");
  test_wait_for_no_label (form, "Of the round “Winter”");
  ris3_form_field_set_value (get_field (form, "received_on"), "2026-11-09");
  test_wait_for_label (form, "Of the round “Winter”");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "text")));
  test_type (window, "We agree.");
  test_key_until (window, "ctrl+Return", is_answered, window, "the answer");
  test_assert_cmpstr (ris3_request_get_answered_on (get_first (window)), ==, "2026-11-09");
  test_wait_for_active (window);
  test_key_until (window, "ctrl+z", is_not_answered, window, "the former state of the request");
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/rounds-edit/new", test_new);
  g_test_add_func ("/window/rounds-edit/add", test_add);
  g_test_add_func ("/window/rounds-edit/round", test_round);
  g_test_add_func ("/window/rounds-edit/requests", test_requests);
  g_test_add_func ("/window/rounds-edit/letter", test_letter);
  return g_test_run ();
}
