/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who changed what: read, undone, redone and restored through the real window, beside another program that edits the
 * same file. */
#include "config.h"

#include "test-find.h"
#include "test-window.h"

#include "app/edit/ris3-history-window.h"
#include "app/ris3-session-edit.h"
#include "app/window/ris3-preferences.h"
#include "model/ris3-change.h"
#include "model/ris3-editor.h"

#define STRATEGY "FRL0-2014"

static Ris3Atlas *
get_atlas (Ris3Window *window)
{
  return ris3_session_get_atlas (ris3_window_get_session (window));
}

/* (transfer full); NULL: there is none */
static Ris3Strategy *
find_strategy (Ris3Window *window, const char *id)
{
  GListModel *strategies = ris3_atlas_get_strategies (get_atlas (window));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), id))
        return g_steal_pointer (&strategy);
    }
  return NULL;
}

/* What is waited for. */
typedef struct
{
  Ris3Window *window;
  const char *text;
} Wanted;

static gboolean
has_remark (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (Ris3Strategy) strategy = find_strategy (wanted->window, STRATEGY);

  return g_str_equal (ris3_strategy_get_remark (strategy), wanted->text);
}

static void
wait_for_remark (Ris3Window *window, const char *remark)
{
  test_wait_until (has_remark, &(Wanted){ window, remark }, remark);
}

static gboolean
has_no_remark (gpointer data)
{
  return !has_remark (data);
}

static gboolean
has_strategy (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (Ris3Strategy) strategy = find_strategy (wanted->window, wanted->text);

  return strategy != NULL;
}

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

/* A click as soon as there is such a button. */
static void
click_button (gpointer widget, const char *text)
{
  test_wait_until (has_button, &(Shown){ widget, text }, text);
  test_wait (100);
  test_click_middle (test_find_button (widget, text));
}

static void
click_label (gpointer widget, const char *text)
{
  test_wait_for_label (widget, text);
  test_wait (100);
  test_click_middle (test_find_label (widget, text));
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

/* Escape, in the list. A key may be lost while the window is busy. */
static void
close_history (Ris3Window *window)
{
  for (guint i = 0; i < 5 && test_find_window (RIS3_TYPE_HISTORY_WINDOW) != NULL; i++)
    {
      test_key (window, "Escape");
      for (guint waited = 0; waited < 30 && test_find_window (RIS3_TYPE_HISTORY_WINDOW) != NULL; waited++)
        test_wait (100);
    }
  test_wait_for_no_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_active (window);
}

/* What another program does to the open file. */
static gint64
edit_elsewhere (Ris3Window *window, const char *actor, Ris3Edit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) owned = edit;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (ris3_atlas_get_path (get_atlas (window)), actor, &error);
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  results = ris3_editor_apply (editor, &owned, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  return ((Ris3EditResult *) g_ptr_array_index (results, 0))->change_id;
}

static Ris3Edit *
new_remark (const char *remark)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", STRATEGY);

  ris3_edit_set_text (edit, "remark", remark);
  return edit;
}

static void
edit_here (Ris3Window *window, const char *remark)
{
  g_autoptr (Ris3Edit) edit = new_remark (remark);

  ris3_session_edit (ris3_window_get_session (window), edit);
  wait_for_remark (window, remark);
}

/* Before the first edit there is nothing; the first one appears while one looks. */
static void
test_empty (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;

  test_wait_for_map (window);
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "No History Yet");
  test_wait_for_label (history, "No Change Selected");
  /* The keys have somewhere to go. */
  close_history (window);
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "No History Yet");
  edit_elsewhere (window, "Ada", new_remark ("Read the first pages only"));
  test_wait_for_label (history, "Change strategy “Regional Innovation Strategy");
  test_wait_for_label (history, "Ada");
  close_history (window);
  test_app_close (window);
}

/* Three changes by two persons: found by person, compared, a value restored, a strategy brought back. */
static void
test_read_and_restore (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;
  GtkWidget *person;
  Ris3Edit *edit;

  test_wait_for_map (window);
  edit_elsewhere (window, "Ada", new_remark ("Read one page only"));
  edit_elsewhere (window, "Ada", new_remark ("Read all of the pages"));
  edit = ris3_edit_new_set ("strategy", "AT33-2019");
  ris3_edit_set_text (edit, "analyst", "Ada");
  edit_elsewhere (window, "Ada", edit);
  edit_elsewhere (window, "Ben_B", ris3_edit_new_delete ("strategy", "AT31-2013"));
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Delete strategy “");
  test_wait_for_label (history, "Today");

  /* By person, with the mouse. */
  person = test_find_button (GTK_WIDGET (history), "Only the Changes of One Person");
  test_wait_until (is_sensitive, person, "the persons");
  /* A click may come while the window takes its size. */
  for (guint i = 0; i < 5 && test_find_label (person, "Ada") == NULL; i++)
    {
      test_click_middle (person);
      test_wait (500);
    }
  click_label (person, "Ada");
  test_wait_for_no_label (history, "Delete strategy “");
  /* Old and new, with names for people. Restoring is for those who edit. */
  test_click_middle (test_find_label (GTK_WIDGET (history), "Change strategy “Regional Innovation Strategy"));
  test_wait_for_label (history, "Read one page only");
  test_wait_for_label (history, "Read all of the pages");
  test_wait_for_label (history, "Remark");
  test_wait_for_label (history, "Strategy “Regional Innovation Strategy - Provence-Alpes-Côte d'Azur Region - 2014”");
  test_assert_null (test_find_button (GTK_WIDGET (history), "Restore"));
  click_button (history, "_Edit the Atlas");
  test_assert_true (ris3_session_get_editing (ris3_window_get_session (window)));
  test_click_until (history, "Restore", has_remark, &(Wanted){ window, "Read one page only" }, "the remark");
  /* The new value can be had back, too, as it is not there any more. */
  test_wait_for_label (history, "Read all of the pages");

  /* What came since is by somebody else. Without the filter it is on top, and the same change is still shown. */
  test_wait_for_no_label (history, "Restore “");
  click_button (history, "Remove This Filter");
  test_wait_for_label (history, "Restore “");
  test_wait_for_label (history, "Read all of the pages");

  /* A strategy that was deleted. */
  click_label (history, "Delete strategy “");
  test_click_until (history, "_Restore This Strategy", has_strategy, &(Wanted){ window, "AT31-2013" }, "the strategy");
  test_wait_for_label (history, "It has been undone");
  test_wait_for_label (history, "Undone");
  click_button (history, "_Redo This Change");
  test_wait_for_no_label (history, "It has been undone");
  test_assert_null (find_strategy (window, "AT31-2013"));

  /* A word that no title has. */
  test_key (window, "ctrl+f");
  test_type (window, "nowhere");
  test_wait_for_label (history, "No Change Matches");
  click_button (history, "_Show All Changes");
  test_wait_for_label (history, "Delete strategy “");
  close_history (window);
  test_app_close (window);
}

/* By keys alone, in a window where there is room for one pane. */
static void
test_narrow (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;

  test_wait_for_map (window);
  edit_elsewhere (window, "Ada", new_remark ("Narrow"));
  edit_elsewhere (window, "Ben", ris3_edit_new_delete ("strategy", "AT34-2015"));
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Change strategy “");
  test_wait_for_label (history, "Deleted");
  gtk_window_set_default_size (history, 400, 600);
  test_wait_for_no_label (history, "Deleted");
  test_key (window, "Down");
  test_key (window, "Return");
  test_wait_for_label (history, "Narrow");
  test_wait_for_no_label (history, "Today");
  test_key (window, "Escape");
  test_wait_for_label (history, "Today");
  close_history (window);
  test_app_close (window);
}

/* An edit that somebody has built upon cannot be undone: that edit is shown. */
static void
test_refused (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;
  GtkWindow *dialog;

  test_wait_for_map (window);
  edit_here (window, "Mine");
  edit_elsewhere (window, "Cleo", new_remark ("Hers"));
  wait_for_remark (window, "Hers");
  test_key (window, "ctrl+z");
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "Cleo");
  click_button (dialog, "Show _History");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Cleo · ");
  test_wait_for_label (history, "Hers");
  close_history (window);
  test_app_close (window);
}

static gboolean
can_undo (gpointer data)
{
  return ris3_atlas_get_undo_title (get_atlas (data)) != NULL;
}

/* Undo and redo are known by name when the program is opened again, and after what another program did. */
static void
test_undo_after_reopening (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  edit_elsewhere (window, "Cleo", new_remark ("Hers before"));
  wait_for_remark (window, "Hers before");
  edit_here (window, "First");
  edit_here (window, "Second");
  test_app_close (window);

  window = test_app_start (NULL);
  test_wait_for_map (window);
  test_wait_until (can_undo, window, "the name of what would be undone");
  test_key (window, "F10");
  test_wait_for_label (window, "Undo: Change strategy “Regional Innovation Strategy");
  test_key (window, "Escape");
  test_key_until (window, "ctrl+z", has_remark, &(Wanted){ window, "First" }, "First");
  test_wait_for_label (window, "Undone: Change strategy “");
  test_assert_nonnull (test_find_button (GTK_WIDGET (window), "_Redo"));
  test_app_close (window);

  window = test_app_start (NULL);
  test_wait_for_map (window);
  test_wait_until (can_undo, window, "the name of what would be undone");
  /* Somebody else's edit of something else is no obstacle. */
  edit_elsewhere (window, "Dora", ris3_edit_new_delete ("strategy", "AT32-2016"));
  test_key (window, "F10");
  test_wait_for_label (window, "Redo: Change strategy “Regional Innovation Strategy");
  click_label (window, "Redo: Change strategy “");
  wait_for_remark (window, "Second");
  test_key_until (window, "ctrl+z", has_remark, &(Wanted){ window, "First" }, "First");
  test_key_until (window, "ctrl+z", has_remark, &(Wanted){ window, "Hers before" }, "Hers before");
  test_key_until (window, "ctrl+shift+z", has_remark, &(Wanted){ window, "First" }, "First");
  test_app_close (window);
}

static void
announce (Ris3Window *window, const char *title)
{
  g_autofree char *own = g_strdup (title);
  Ris3EditResult result = { .change_id = 1, .title = own };

  g_signal_emit_by_name (ris3_window_get_session (window), "edited", &result);
}

/* Of several edits in a moment, the last is told, not one after the other. */
static void
test_toasts (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  announce (window, "First edit");
  announce (window, "Second edit");
  test_wait_for_label (window, "Second edit");
  test_wait_for_no_label (window, "First edit");
  /* Later, too, and without waiting until the one before has been shown for its five seconds. */
  test_wait (1100);
  announce (window, "Third edit");
  test_wait_for_label (window, "Third edit");
  test_wait_for_no_label (window, "Second edit");
  test_wait_for_label (window, "Third edit");
  test_app_close (window);
}

/* A name that is typed in the preferences is the one of the next edit. */
static void
test_preferences (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);
  GtkWindow *preferences;
  GtkWindow *history;

  test_wait_for_map (window);
  edit_here (window, "Before Emmy");
  test_key (window, "ctrl+comma");
  preferences = test_wait_for_window (RIS3_TYPE_PREFERENCES);
  test_wait_for_label (preferences, "Your Name");
  test_wait_for_label (preferences, ris3_editor_get_account ());
  test_key (window, "Tab");
  test_type (window, "Emmy Noether");
  gtk_window_close (preferences);
  test_wait_for_no_window (RIS3_TYPE_PREFERENCES);
  test_wait_for_active (window);
  edit_here (window, "By Emmy");
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Emmy Noether · ");
  /* Her edit is undone by the key here, too. */
  test_key_until (window, "ctrl+z", has_remark, &(Wanted){ window, "Before Emmy" }, "Before Emmy");
  test_wait_for_label (history, "It has been undone");
  /* And what was made before the name was given, or under another one. */
  test_key_until (window, "ctrl+z", has_no_remark, &(Wanted){ window, "Before Emmy" }, "another remark");
  test_key_until (window, "ctrl+shift+z", has_remark, &(Wanted){ window, "Before Emmy" }, "Before Emmy");
  g_settings_set_string (settings, "person", "Emmy N.");
  test_key_until (window, "ctrl+shift+z", has_remark, &(Wanted){ window, "By Emmy" }, "By Emmy");
  test_wait_for_no_label (history, "It has been undone");
  close_history (window);
  test_app_close (window);
}

/* The history of one thing, as pages ask for it; the chip leads to all. */
static void
test_subject (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;
  Ris3Edit *edit;

  test_wait_for_map (window);
  edit = ris3_edit_new_set ("strategy", "AT33-2019");
  ris3_edit_set_text (edit, "analyst", "Fay");
  edit_elsewhere (window, "Ada", edit);
  edit_elsewhere (window, "Ada", new_remark ("Of another region"));
  edit_elsewhere (window, "Ada", ris3_edit_new_delete ("strategy", "AT22-2011"));
  gtk_widget_activate_action (GTK_WIDGET (window), "edit.history", "(ss)", "strategy", "AT33-2019");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Analyst");
  test_wait_for_no_label (history, "Delete strategy “");
  gtk_widget_activate_action (GTK_WIDGET (window), "edit.history", "(ss)", "priority", "355");
  test_wait_for_label (history, "Priority “3.2.2 Telemedicine”");
  test_wait_for_label (history, "No History Yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "edit.history", "(ss)", "region", "2016 FRL0");
  test_wait_for_label (history, "Change strategy “Regional Innovation Strategy");
  test_wait_for_label (history, "Provence-Alpes-Côte d’Azur");
  click_button (history, "Remove This Filter");
  test_wait_for_label (history, "Delete strategy “");
  /* What is typed anywhere is searched for. */
  gtk_widget_grab_focus (GTK_WIDGET (GTK_LIST_VIEW (test_find_type (GTK_WIDGET (history), GTK_TYPE_LIST_VIEW))));
  test_type (window, "delete");
  test_wait_for_no_label (history, "Change strategy “");
  test_wait_for_label (history, "Delete strategy “");
  test_key (window, "Escape");
  test_wait_for_label (history, "Change strategy “");
  close_history (window);
  test_app_close (window);
}

typedef struct
{
  GtkListView *list;
  guint n_items;
} Count;

static gboolean
has_items (gpointer data)
{
  const Count *count = data;

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (count->list))) == count->n_items;
}

/* Where a change is in the visible part of the list; below 0: above it. */
static double
get_y (GtkWindow *history, GtkListView *list, const char *title)
{
  GtkWidget *label = test_find_label (GTK_WIDGET (list), title);
  graphene_point_t point;

  g_assert_nonnull (label);
  g_assert_true (
      gtk_widget_compute_point (label, gtk_widget_get_parent (GTK_WIDGET (list)), &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

typedef struct
{
  GtkWindow *history;
  GtkListView *list;
  const char *title;
} Place;

static gboolean
is_near_top (gpointer data)
{
  const Place *place = data;
  double y = test_find_label (GTK_WIDGET (place->list), place->title) != NULL
                 ? get_y (place->history, place->list, place->title)
                 : -1;

  return y >= 0 && y < 60;
}

static void
edit_titled (Ris3Window *window, const char *title)
{
  Ris3Edit *edit = new_remark (title);

  ris3_edit_set_title (edit, title);
  edit_elsewhere (window, "Ada", edit);
}

/* What comes is on top: who reads further down goes on reading, who looks at the top sees it. */
static void
test_follow (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;
  GtkListView *list;
  Ris3Change *selected;
  guint n_items;
  double y;

  test_wait_for_map (window);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edit %u.", i);

      edit_titled (window, title);
    }
  wait_for_remark (window, "Edit 39.");
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Edit 39.");
  list = GTK_LIST_VIEW (test_find_type (GTK_WIDGET (history), GTK_TYPE_LIST_VIEW));
  n_items = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
  edit_titled (window, "Seen at once.");
  test_wait_until (is_near_top, &(Place){ history, list, "Seen at once." }, "the newest change");

  for (guint i = 0; i < 20; i++)
    test_key (window, "Down");
  selected = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  test_assert_cmpstr (ris3_change_get_title (selected), ==, "Edit 19.");
  y = get_y (history, list, "Edit 19.");
  edit_titled (window, "Out of sight.");
  test_wait_until (has_items, &(Count){ list, n_items + 2 }, "another change");
  test_wait (300);
  g_assert_cmpfloat_with_epsilon (get_y (history, list, "Edit 19."), y, 2);
  test_assert_true (selected
                    == gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))));
  test_wait_for_label (history, "Edit 19.");
  close_history (window);
  test_app_close (window);
}

static gboolean
has_themes (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *themes = ris3_atlas_dup_value (get_atlas (wanted->window), "priority", "355", "themes");

  return g_str_equal (themes, wanted->text);
}

/* Themes are restored by a button, too. */
static void
test_themes (void)
{
  static const char *const only[] = { "health-theme 1 oncology", NULL };
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *history;
  g_autofree char *before = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("priority", "355");
  GtkWidget *button;

  test_wait_for_map (window);
  ris3_session_set_editing (ris3_window_get_session (window), TRUE);
  before = ris3_atlas_dup_value (get_atlas (window), "priority", "355", "themes");
  g_assert_cmpstr (before, !=, "");
  ris3_edit_set_themes (edit, only);
  edit_elsewhere (window, "Ada", g_steal_pointer (&edit));
  test_wait_until (has_themes, &(Wanted){ window, only[0] }, "the themes of another program");
  test_key (window, "ctrl+h");
  history = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (history, "Themes");
  test_wait_until (has_button, &(Shown){ GTK_WIDGET (history), "Restore" }, "a button beside the themes");
  /* Who is about to press it keeps it, whatever else is changed meanwhile. */
  button = test_find_button (GTK_WIDGET (history), "Restore");
  g_assert_true (gtk_widget_grab_focus (button));
  edit_elsewhere (window, "Ben", new_remark ("Meanwhile"));
  test_wait_for_label (history, "Ben");
  test_assert_true (gtk_root_get_focus (GTK_ROOT (history)) == button);
  test_key (window, "space");
  test_wait_until (has_themes, &(Wanted){ window, before }, "the themes");
  close_history (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window-history/empty", test_empty);
  g_test_add_func ("/window-history/read-and-restore", test_read_and_restore);
  g_test_add_func ("/window-history/narrow", test_narrow);
  g_test_add_func ("/window-history/refused", test_refused);
  g_test_add_func ("/window-history/undo-after-reopening", test_undo_after_reopening);
  g_test_add_func ("/window-history/toasts", test_toasts);
  g_test_add_func ("/window-history/subject", test_subject);
  g_test_add_func ("/window-history/follow", test_follow);
  g_test_add_func ("/window-history/preferences", test_preferences);
  g_test_add_func ("/window-history/themes", test_themes);
  return g_test_run ();
}
