/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person opens a round of consultation for what the filter shows, and says who was asked, reminded and answered. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/consultation/ris3-answers-window.h"
#include "app/consultation/ris3-packs-sender.h"
#include "app/consultation/ris3-packs-window.h"
#include "app/consultation/ris3-request-state.h"
#include "app/consultation/ris3-rounds-window.h"
#include "app/edit/ris3-edit-form.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "geo/ris3-table.h"
#include "map/ris3-pack-key.h"
#include "map/ris3-pack-words.h"
#include "test-rounds.h"

static gboolean
is_filtered (gpointer data)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (ris3_window_get_session (data));

  return result != NULL && ris3_filter_result_get_n_strategies (result) > 0
         && ris3_filter_result_get_n_strategies (result) < 60;
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

  return test_rounds_count (answer->window, answer->get) == answer->n;
}

/* Says of what is chosen what a button says. */
static void
say (Ris3Window *window, GtkWindow *rounds, const char *button, const char *(*get) (Ris3Request *request), guint n)
{
  test_click_until (rounds, button, is_answer, &(Answer){ window, get, n }, button);
}

typedef struct
{
  GtkWindow *window;
  const char *label;
} Label;

static gboolean
has_label_in_button (gpointer data)
{
  const Label *wanted = data;
  GtkWidget *label = test_find_label (GTK_WIDGET (wanted->window), wanted->label);

  return label != NULL && gtk_widget_get_ancestor (label, GTK_TYPE_POPOVER) == NULL;
}

static void
choose_state (Ris3Window *window, GtkWindow *rounds, Ris3RequestState state, const char *label)
{
  GtkWidget *search = test_rounds_find_type (GTK_WIDGET (rounds), GTK_TYPE_SEARCH_ENTRY);

  test_choose_in_drop_down (window, gtk_widget_get_next_sibling (search), state);
  test_wait_until (has_label_in_button, &(Label){ rounds, label }, label);
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
  g_autofree char *all = NULL;
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
  g_assert_null (test_find_window (RIS3_TYPE_EDIT_FORM));
  test_click_until (rounds, "_Edit", test_rounds_is_editing, window, "editing");
  test_key (window, "ctrl+n");
  question = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (question);
  test_wait_for_label (question, "regions are asked");
  test_wait_for_label (question, "Their authorities are not known yet");
  /* Nobody is left out in silence. */
  test_wait_for_label (question, "known of 1 area, which is left out: Limousin");
  test_type (window, "Autumn");
  test_key (window, "Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, "Not asked yet");
  n = test_rounds_count (window, NULL);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, 40);
  all = g_strdup_printf ("All (%u)", n);

  /* Regions are called as on the map, also those of authorities that were added; any of their names is found. */
  test_type (window, "alsace");
  test_wait_for_label (rounds, "Authority of Alsace");
  test_wait_for_no_label (rounds, "Authority of Brittany");
  test_rounds_set_search (rounds, "bretagne");
  test_wait_for_label (rounds, "Brittany · Authority of Brittany");
  test_wait_for_no_label (rounds, "Alsace");
  test_rounds_set_search (rounds, "nowhere");
  test_wait_for_label (rounds, "No authority of the round matches.");
  test_rounds_set_search (rounds, "");
  test_wait_for_label (rounds, "Alsace");

  /* The first is asked, then all; nobody is asked twice. */
  list = test_rounds_find_type (GTK_WIDGET (rounds), GTK_TYPE_LIST_VIEW);
  test_rounds_choose_first (rounds, list);
  /* Who was not asked can neither be reminded nor answer. */
  test_assert_true (gtk_widget_is_sensitive (test_find_button (GTK_WIDGET (rounds), "_Asked Today")));
  g_assert_false (gtk_widget_is_sensitive (test_find_button (GTK_WIDGET (rounds), "_Reminded Today")));
  g_assert_false (gtk_widget_is_sensitive (test_find_button (GTK_WIDGET (rounds), "Ans_wered Today")));
  say (window, rounds, "_Asked Today", ris3_request_get_asked_on, 1);
  test_wait_for_label (rounds, "Asked on");
  test_assert_true (!gtk_widget_is_sensitive (test_find_button (GTK_WIDGET (rounds), "_Asked Today")));
  /* Undone and redone with the keys, and with the button that offers it. */
  test_key (window, "ctrl+z");
  test_wait_until (is_answer, &(Answer){ window, ris3_request_get_asked_on, 0 }, "the undo with the keys");
  test_key (window, "ctrl+shift+z");
  test_wait_until (is_answer, &(Answer){ window, ris3_request_get_asked_on, 1 }, "the redo with the keys");
  test_wait_for_label (rounds, "Redone:");
  test_click_until (rounds, "_Undo", is_answer, &(Answer){ window, ris3_request_get_asked_on, 0 }, "the undo");
  test_click_until (rounds, "_Redo", is_answer, &(Answer){ window, ris3_request_get_asked_on, 1 }, "the redo");
  /* Enter opens the form of the row. */
  test_rounds_choose_first (rounds, list);
  test_key_until (window, "Return", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the form");
  test_wait_for_active (test_wait_for_window (RIS3_TYPE_EDIT_FORM));
  test_rounds_end_window (window, "Escape", RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (rounds);
  test_rounds_choose_first (rounds, list);
  test_key (window, "ctrl+a");
  say (window, rounds, "_Asked Today", ris3_request_get_asked_on, n);

  /* What is chosen stays so when its row changes. */
  test_rounds_choose_first (rounds, list);
  test_click_middle (test_find_button (GTK_WIDGET (rounds), "_Reminded Today"));
  test_wait_for_label (rounds, "reminded on");
  test_wait (300);
  g_assert_nonnull (test_find_label (GTK_WIDGET (rounds), "1 chosen"));
  say (window, rounds, "Ans_wered Today", ris3_request_get_answered_on, 1);
  test_wait_for_label (rounds, "1 answered, 0 overdue");
  test_wait_for_label (rounds, all);
  choose_state (window, rounds, RIS3_REQUESTS_OVERDUE, "Overdue (0)");
  test_wait_for_label (rounds, "No authority of the round matches.");
  choose_state (window, rounds, RIS3_REQUESTS_ANSWERED, "Answered (1)");
  /* When it was asked is still said. */
  test_wait_for_label (rounds, ", answered on");
  test_wait_for_label (rounds, "Asked on");

  /* Whoever opens another one goes on with it. */
  test_key_until (window, "ctrl+n", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the question");
  test_wait_for_active (test_wait_for_window (RIS3_TYPE_EDIT_FORM));
  test_type (window, "Winter");
  test_rounds_end_window (window, "Return", RIS3_TYPE_EDIT_FORM);
  test_wait_until (has_label_in_button, &(Label){ rounds, "Winter" }, "the new round");
  test_wait_for_label (rounds, "0 answered, 0 overdue");
  test_wait_for_active (rounds);
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_ROUNDS_WINDOW);

  /* Each was one edit. */
  test_wait_for_active (window);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, n);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, ris3_request_get_answered_on), ==, 0);
  test_key (window, "ctrl+z");
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, ris3_request_get_asked_on), ==, 1);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, ris3_request_get_asked_on), ==, 0);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (test_rounds_count (window, NULL), ==, 0);
  test_app_close (window);
}

static guint
count_files (const char *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static gboolean
has_label (gpointer data)
{
  const char *const *label = data;

  return test_find_label (GTK_WIDGET (test_find_window (RIS3_TYPE_PACKS_WINDOW)), *label) != NULL;
}

static gboolean
wants_pdfs (gpointer packs)
{
  return gtk_switch_get_active (GTK_SWITCH (test_rounds_find_type (packs, GTK_TYPE_SWITCH)));
}

/* Presses “Packs…”, and waits until the files are listed. */
static GtkWindow *
ask_for_packs (GtkWindow *rounds, const char *what)
{
  GtkWindow *packs;

  test_click_until (rounds, "_Packs…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_PACKS_WINDOW),
                    "the window of packs");
  packs = test_wait_for_window (RIS3_TYPE_PACKS_WINDOW);
  test_wait_for_active (packs);
  test_wait_for_label (packs, what);
  return packs;
}

static void
write_packs (Ris3Window *window, const char *report)
{
  test_key_until (window, "ctrl+Return", has_label, &report, report);
}

static void
close_packs (Ris3Window *window, GtkWindow *rounds)
{
  test_rounds_end_window (window, "Escape", RIS3_TYPE_PACKS_WINDOW);
  test_wait_for_active (rounds);
}

/* Deletes all strategies of the region of the first request, so that none is recorded there. */
static void
delete_strategies (Ris3Window *window)
{
  g_autoptr (Ris3Request) request = g_list_model_get_item (ris3_atlas_get_requests (test_rounds_get_atlas (window)), 0);
  GListModel *strategies = ris3_atlas_get_strategies (test_rounds_get_atlas (window));
  guint before = g_list_model_get_n_items (strategies);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("strategies-delete", "None");
  guint n = 0;

  for (guint i = 0; i < before; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autoptr (Ris3Edit) step = NULL;

      if (!g_str_equal (ris3_strategy_get_region_code (strategy), ris3_request_get_region_code (request)))
        continue;
      step = ris3_edit_new_delete ("strategy", ris3_strategy_get_id (strategy));
      ris3_edit_append (edit, step);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_assert_cmpuint (g_list_model_get_n_items (strategies), ==, before - n);
}

static gboolean
is_in_entry (gpointer data)
{
  const char *const *entry = data;
  GtkWidget *focus = gtk_window_get_focus (test_find_window (RIS3_TYPE_PACKS_WINDOW));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) : NULL;

  return row != NULL && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), *entry) != NULL;
}

static void
type_into (Ris3Window *window, const char *key, const char *entry, const char *text)
{
  test_key_until (window, key, is_in_entry, &entry, entry);
  test_key (window, "ctrl+a");
  test_type (window, text);
}

static void
check_sender (GtkWindow *packs)
{
  Ris3PacksSender *sender = RIS3_PACKS_SENDER (test_rounds_find_type (GTK_WIDGET (packs), RIS3_TYPE_PACKS_SENDER));

  test_assert_cmpstr (ris3_packs_sender_get (sender).name, ==, "DG Research");
  test_assert_cmpstr (ris3_packs_sender_get (sender).reply_to, ==, "ris3@example.eu");
}

/* Who sends packs, with an address that looks wrong at first. */
static void
type_sender (Ris3Window *window, GtkWindow *packs)
{
  type_into (window, "alt+s", "Sent By", "DG Research");
  type_into (window, "alt+a", "Answers To", "ris3@");
  test_wait_for_label (packs, "This looks like an e-mail address, and is none");
  type_into (window, "alt+a", "Answers To", "ris3@example.eu");
  test_wait_for_no_label (packs, "This looks like an e-mail address, and is none");
  check_sender (packs);
}

/* Each pack says who has sent it, on its first sheet. */
static void
check_senders (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (Ris3Table) table = g_str_has_suffix (name, ".xlsx") ? ris3_table_load (path, NULL, NULL) : NULL;
      guint n_found = 0;

      for (guint i = 0; table != NULL && i < ris3_table_get_n_rows (table); i++)
        {
          const char *fact = ris3_table_get_cells (table)[i * ris3_table_get_n_columns (table) + 1];

          n_found += g_strcmp0 (fact, "DG Research") == 0 || g_strcmp0 (fact, "ris3@example.eu") == 0;
        }
      g_assert_cmpuint (n_found, ==, table != NULL ? 2 : 0);
    }
}

/* Packs of all of a round, also where no strategy is recorded, of those that are chosen, beside a PDF, and of files
 * that are there already. */
static void
test_packs (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  g_autoptr (Ris3Filter) everything = ris3_filter_new ();
  g_autoptr (Ris3Filter) albania = ris3_filter_from_text ("country:FR,AL", NULL, NULL);
  GtkWindow *rounds;
  GtkWindow *packs;
  GtkWindow *question;

  test_rounds_open (window, "France", "FR", 4);
  delete_strategies (window);
  /* The test before may have left one. */
  ris3_session_set_filter (ris3_window_get_session (window), everything);
  test_assert_true (!is_filtered (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  /* Whoever asks everybody asks its authority, too. */
  test_key_until (window, "ctrl+n", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the question");
  test_wait_for_label (test_wait_for_window (RIS3_TYPE_EDIT_FORM),
                       "1 authority of a region without a strategy is asked, too.");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (rounds);
  /* So does whoever asks for its country; one of which nobody is asked is named. */
  ris3_session_set_filter (ris3_window_get_session (window), albania);
  test_wait_until (is_filtered, window, "the filter");
  test_key_until (window, "ctrl+n", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the question");
  question = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_label (question, "1 authority of a region without a strategy is asked, too.");
  test_wait_for_label (question, "Albania: no strategy is known there, and no authority; it is not asked.");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (rounds);
  packs = ask_for_packs (rounds, "3 Packs");
  test_wait_for_label (packs, "each authority of the round “France”");
  type_sender (window, packs);
  test_wait_for_label (packs, ".xlsx");
  write_packs (window, "3 Packs Were Written");
  test_wait_for_label (packs, folder);
  g_assert_cmpuint (count_files (folder, ".xlsx"), ==, 3);
  check_senders (folder);
  close_packs (window, rounds);

  /* Of one, with its PDF. */
  test_rounds_choose_first (rounds, test_rounds_find_type (GTK_WIDGET (rounds), GTK_TYPE_LIST_VIEW));
  packs = ask_for_packs (rounds, "1 Pack");
  test_wait_for_label (packs, "that is chosen");
  /* It is remembered. */
  check_sender (packs);
  test_choose_in_row (window, GTK_WIDGET (packs), "Format", 1);
  test_wait_for_label (packs, ".ods");
  test_key_until (window, "alt+p", wants_pdfs, packs, "the choice of PDFs");
  write_packs (window, "1 Pack Was Written");
  g_assert_cmpuint (count_files (folder, ".ods"), ==, 1);
  g_assert_cmpuint (count_files (folder, ".pdf"), ==, 1);
  g_assert_cmpuint (count_files (folder, ".xlsx"), ==, 3);
  close_packs (window, rounds);

  /* What is there is told before, and kept if that is wanted. */
  packs = ask_for_packs (rounds, "1 of them exists already.");
  test_key_until (window, "ctrl+Return", test_rounds_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG),
                  "the question");
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "1 Pack Exists Already");
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), ".xlsx\n");
  test_rounds_end_window (window, "alt+k", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (packs, "1 pack existed and was left as it was.");
  close_packs (window, rounds);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

static gboolean
has_one_pack (gpointer folder)
{
  return count_files (folder, ".xlsx") > 0;
}

/* Cancelled in the midst, whole packs are left, each with its PDF, and what is missing is told. */
static void
test_cancel (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  const char *stopped = "It was stopped before the last";
  GtkWindow *rounds;
  GtkWindow *packs;

  test_rounds_open (window, "Everybody", NULL, G_MAXUINT);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  packs = ask_for_packs (rounds, "Packs");
  test_key_until (window, "alt+p", wants_pdfs, packs, "the choice of PDFs");
  test_key_until (window, "ctrl+Return", has_one_pack, folder, "the first pack");
  test_click_until (packs, "_Cancel", has_label, &stopped, stopped);
  g_assert_cmpuint (count_files (folder, ".xlsx"), >, 0);
  g_assert_cmpuint (count_files (folder, ".xlsx"), ==, count_files (folder, ".pdf"));
  close_packs (window, rounds);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

/* The key of the row of a priority, as a pack for a request has it that was written when it had another label; without
 * a priority, of its region. (transfer full) */
static char *
make_key (Ris3Request *request, Ris3Strategy *strategy, Ris3Priority *priority, const char *label)
{
  g_autofree char *code = g_strdup (ris3_request_get_region_code (request));
  g_autofree char *id = g_strdup (ris3_strategy_get_id (strategy));
  Ris3PackKey key = { .nuts_version = ris3_request_get_nuts_version (request),
                      .region_code = code,
                      .request_id = ris3_request_get_id (request),
                      .about = priority != NULL ? RIS3_PACK_ABOUT_PRIORITY : RIS3_PACK_ABOUT_REGION,
                      .priority_id = priority != NULL ? ris3_priority_get_id (priority) : 0,
                      .strategy_id = priority != NULL ? id : NULL };

  for (guint i = 0; priority != NULL && i < RIS3_PACK_MAX_FIELDS; i++)
    {
      g_autofree char *value = ris3_pack_key_get_priority_value (priority, i);

      key.digests[i] = ris3_pack_key_digest (value);
    }
  if (label != NULL)
    key.digests[0] = ris3_pack_key_digest (label);
  return ris3_pack_key_to_text (&key);
}

/* A request whose region has a strategy with two priorities, and these. */
static Ris3Request *
find_request (Ris3Window *window, Ris3Strategy **strategy, Ris3Priority *priorities[2])
{
  GListModel *requests = ris3_atlas_get_requests (test_rounds_get_atlas (window));
  GListModel *strategies = ris3_atlas_get_strategies (test_rounds_get_atlas (window));

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    for (guint j = 0; j < g_list_model_get_n_items (strategies); j++)
      {
        g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);
        g_autoptr (Ris3Strategy) one = g_list_model_get_item (strategies, j);

        if (g_str_equal (ris3_strategy_get_region_code (one), ris3_request_get_region_code (request))
            && g_list_model_get_n_items (ris3_strategy_get_priorities (one)) >= 2)
          {
            /* The atlas keeps them. */
            for (guint k = 0; k < 2; k++)
              {
                priorities[k] = g_list_model_get_item (ris3_strategy_get_priorities (one), k);
                g_object_unref (priorities[k]);
              }
            *strategy = one;
            return request;
          }
      }
  g_assert_not_reached ();
}

/* A sheet of a pack as it came back: a comment with a proposed label, where another was recorded when it was sent; a
 * key that somebody has touched; and what is said of the region. (transfer full) */
static char *
fill_pack (Ris3Window *window, const char *folder)
{
  Ris3Strategy *strategy;
  Ris3Priority *priorities[2];
  Ris3Request *request = find_request (window, &strategy, priorities);
  g_autofree char *first = make_key (request, strategy, priorities[0], "0.1");
  g_autofree char *second = make_key (request, strategy, priorities[1], NULL);
  g_autofree char *third = make_key (request, strategy, NULL, NULL);
  g_autofree char *text = g_strdup_printf (
      "\"%s\",\"%s\",\"%s\",\"%s\"\n\"%s\",0.1,9.9,We have renumbered it.\n\"%sx\",,8.8,Touched.\n"
      "\"%s\",,,Our region does more.\n",
      ris3_pack_words_get ("key", "en"), ris3_pack_words_get ("label", "en"),
      ris3_pack_words_get ("proposed-label", "en"), ris3_pack_words_get ("comment", "en"), first, second, third);
  char *path = g_build_filename (folder, "answer.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
  return path;
}

static guint
count_comments (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_comments (test_rounds_get_atlas (window)));
}

static gboolean
lists_all (gpointer window)
{
  g_autofree char *all = g_strdup_printf ("All (%u)", count_comments (window));

  return test_find_label (window, all) != NULL
         && test_find_label (window, "Only the comments that were taken in last are listed.") == NULL;
}

static gboolean
has_answers_label (gpointer data)
{
  const char *const *label = data;

  return test_find_label (GTK_WIDGET (test_find_window (RIS3_TYPE_ANSWERS_WINDOW)), *label) != NULL;
}

static gboolean
takes_one (gpointer answers)
{
  return test_find_label (answers, "Take In 1 of 3 Answers") != NULL;
}

static gboolean
takes_two (gpointer answers)
{
  return test_find_label (answers, "Take In 2 of 3 Answers") != NULL;
}

static gboolean
takes_none (gpointer answers)
{
  return test_find_label (answers, "Take In 0 of 3 Answers") != NULL;
}

/* The row of an answer, by a text in it. */
static GtkWidget *
find_row (GtkWindow *answers, const char *text)
{
  GtkWidget *row = test_find_label (GTK_WIDGET (answers), text);

  while (!gtk_widget_has_css_class (row, "answer-row"))
    row = gtk_widget_get_parent (row);
  return row;
}

/* What came back is looked at; then it is taken in as one edit, once, while the atlas is edited. */
static void
test_answers (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  guint n_comments = count_comments (window);
  const char *taken;
  GtkWindow *rounds;
  GtkWindow *answers;

  test_rounds_open (window, "France", "FR", 8);
  path = fill_pack (window, folder);
  ris3_session_set_editing (ris3_window_get_session (window), FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_choose_file (window, "ctrl+i", path);
  answers = test_wait_for_window (RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (answers);
  test_wait_for_label (answers, "2 new, 0 already there, 1 refused; 0 rows have no answer.");
  test_wait_for_label (answers, "answer.csv, answer, row 2");
  test_wait_for_label (answers, "We have renumbered it.");
  test_wait_for_label (answers, "9.9");
  test_wait_for_label (answers, "The key was changed");
  test_wait_for_label (answers, "“Label” was changed in the atlas since the pack was written: it was “0.1”, and is “");
  test_wait_for_label (answers, "Our region does more.");
  /* Nothing is changed before, nor by mistake. */
  test_key (window, "ctrl+Return");
  test_wait (300);
  g_assert_cmpuint (count_comments (window), ==, n_comments);
  test_click_until (answers, "_Edit", test_rounds_is_editing, window, "editing");
  /* All are ticked, and none, by the keys as by the buttons. */
  test_wait_for_label (answers, "Take In 2 of 3 Answers");
  test_key (window, "ctrl+shift+a");
  test_wait_for_label (answers, "Take In 0 of 3 Answers");
  test_click_until (answers, "Tick _All", takes_two, answers, "all of them");
  test_click_until (answers, "_Untick All", takes_none, answers, "none of them");
  test_key (window, "ctrl+a");
  /* What is refused is not in the way, and what nobody wants is left out; both are told afterwards. */
  test_wait_for_label (answers, "Take In 2 of 3 Answers");
  test_click_middle (test_rounds_find_type (find_row (answers, "Our region does more."), GTK_TYPE_CHECK_BUTTON));
  test_wait_until (takes_one, answers, "the answer left out");
  taken = "1 Answer Is Taken In";
  test_key_until (window, "ctrl+Return", has_answers_label, &taken, taken);
  test_wait_for_label (answers, "answer.csv, answer, row 4 · ");
  test_wait_for_label (answers, ": left out, though it is new");
  test_wait_for_label (answers, "answer.csv, answer, row 3, column “");
  test_assert_cmpuint (count_comments (window), ==, n_comments + 1);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (rounds);
  test_drop_file ((gpointer) rounds, path);
  answers = test_wait_for_window (RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (answers);
  test_wait_for_label (answers, "1 new, 1 already there, 1 refused");
  test_key_until (window, "ctrl+Return", has_answers_label, &taken, taken);
  test_assert_cmpuint (count_comments (window), ==, n_comments + 2);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ANSWERS_WINDOW);
  test_assert_cmpuint (test_rounds_count (window, ris3_request_get_answered_on), ==, 1);
  test_wait_for_active (rounds);
  test_wait_for_label (rounds, ", answered on");

  /* To read it again changes nothing. */
  test_drop_file ((gpointer) rounds, path);
  answers = test_wait_for_window (RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (answers);
  test_wait_for_label (answers, "Nothing is new");
  test_wait_for_label (answers, "0 new, 2 already there, 1 refused");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (rounds);

  /* What is another file of this program is called by its name. */
  other = g_build_filename (folder, "other.csv", NULL);
  g_assert_true (g_file_set_contents (other, "key,nuts_version,region_code\na,2016,FRL0\n", -1, NULL));
  test_drop_file ((gpointer) rounds, other);
  answers = test_wait_for_window (RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (answers);
  test_wait_for_label (answers, "This is the register of comments");
  test_wait_for_label (answers, "0 new, 0 already there, 1 refused");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ANSWERS_WINDOW);
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (window);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count_comments (window), ==, n_comments + 1);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count_comments (window), ==, n_comments);
  test_assert_cmpuint (test_rounds_count (window, ris3_request_get_answered_on), ==, 0);

  /* The inbox shows what was taken in, and nothing else until that is wanted. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rounds", NULL));
  rounds = test_wait_for_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (rounds);
  test_drop_file ((gpointer) rounds, path);
  answers = test_wait_for_window (RIS3_TYPE_ANSWERS_WINDOW);
  test_wait_for_active (answers);
  test_wait_for_label (answers, "2 new, 0 already there");
  taken = "2 Answers Are Taken In";
  test_key_until (window, "ctrl+Return", has_answers_label, &taken, taken);
  test_wait_for_active (answers);
  test_key_until (window, "alt+i", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_ANSWERS_WINDOW), "the inbox");
  test_wait_for_no_window (RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (window);
  test_wait_for_label (window, "Only the comments that were taken in last are listed.");
  test_wait_for_label (window, "All (2)");
  test_wait_for_label (window, "Our region does more.");
  ris3_session_clear_filter (ris3_window_get_session (window));
  test_click_until (window, "List All Comments", lists_all, window, "all comments");
  /* The next window begins where this one ends. */
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("map"));
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

/* Goes down a menu to a row. */
static void
go_to_row (Ris3Window *window, const char *label)
{
  for (guint i = 0; i < 40; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

      if (focus != NULL && test_find_label (focus, label) != NULL)
        return;
      test_key (window, "Down");
    }
  g_assert_not_reached ();
}

static gboolean
is_on_table (gpointer window)
{
  g_autoptr (GVariant) page = g_action_group_get_action_state (window, "page");

  return g_str_equal (g_variant_get_string (page, NULL), "table");
}

/* After a window that was opened from a menu within the menu, the keys are the main window's again. */
static void
test_menu (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWidget *menu;

  test_wait_for_map (window);
  test_key (window, "F10");
  test_wait_for_label (window, "Consultation");
  /* With its shadow, it is not higher than a small window. */
  menu = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (window), "Consultation"), GTK_TYPE_POPOVER);
  test_assert_true (gtk_widget_get_height (menu) > 100);
  g_assert_cmpint (gtk_widget_get_height (menu), <, 700);
  test_wait (300);
  go_to_row (window, "Consultation");
  test_key (window, "Return");
  test_wait (300);
  go_to_row (window, "Rounds of Consultation…");
  test_key (window, "Return");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_ROUNDS_WINDOW);
  test_wait_for_active (window);
  test_wait (300);
  test_key_until (window, "alt+2", is_on_table, window, "the table");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("map"));
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/rounds/round", test_round);
  g_test_add_func ("/window/rounds/packs", test_packs);
  g_test_add_func ("/window/rounds/cancel", test_cancel);
  g_test_add_func ("/window/rounds/answers", test_answers);
  g_test_add_func ("/window/rounds/menu", test_menu);
  return g_test_run ();
}
