/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An extract of a strategy is pasted, looked over, corrected and added, through the real window. */

#include "config.h"

#include "app/edit/ris3-outline-dialog.h"
#include "app/edit/ris3-outline-row.h"
#include "test-find.h"
#include "test-window.h"

#include <string.h>

#define STRATEGY "FRL0-2014"

static const char sample[]
    = "\"Regional Innovation Strategy - Provence-Alpes-Côte d'Azur Region - 2014\". One of the 5 areas for strategic "
      "activities is:\n"
      "(3) \"Health and Food\" (page 28): (3.1) Improving the management of the patient with early detection, "
      "assistance to medical\n"
      "diagnostic and the development of medical devices: (3.1.1) Predictive biomarkers for improving disease "
      "prevention; (3.1.2) In\n"
      "vivo imaging; (3.1.3) Immunotherapy; (3.1.4) Areas of neuroscience, oncology, infections; (3.1.5) Development "
      "of the Eurobiomed\n"
      "cluster on personalised medicine, chronic diseases and rare diseases. (3.2) Developing e-health solutions: "
      "(3.2.1) processing\n"
      "and interpretation of medical images; (3.2.2) telemedicine. (3.3) Preventing disease through the promotion of "
      "the\n"
      "Mediterranean diet.\n";

static GtkWidget *
get_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (RIS3_IS_OUTLINE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_dialog_active (gpointer data)
{
  return get_dialog () != NULL && gtk_window_is_active (GTK_WINDOW (get_dialog ()));
}

static gboolean
is_dialog_gone (gpointer data)
{
  return get_dialog () == NULL && gtk_window_is_active (data);
}

static gboolean
is_page (const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (test_find_type (get_dialog (), GTK_TYPE_STACK))),
                      name);
}

static gboolean
is_preview (gpointer data)
{
  return is_page ("preview");
}

static gboolean
has_label (gpointer text)
{
  return test_find_label (get_dialog (), text) != NULL;
}

static char *
get_extract (void)
{
  GtkTextView *view = GTK_TEXT_VIEW (test_find_type (get_dialog (), GTK_TYPE_TEXT_VIEW));
  char *text;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  return text;
}

static gboolean
has_extract (gpointer data)
{
  g_autofree char *text = get_extract ();

  return g_str_equal (text, data);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (RIS3_IS_OUTLINE_ROW (widget) && ris3_outline_row_get_line (RIS3_OUTLINE_ROW (widget)) != NULL)
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* The row of the preview with that label. */
static Ris3OutlineRow *
find_row (const char *label)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (get_dialog (), rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (ris3_outline_line_get_label (ris3_outline_row_get_line (rows->pdata[i])), label))
      return rows->pdata[i];
  g_error ("There is no line “%s”", label);
}

/* "3/0/28", a line each: label, level and page. */
static char *
describe_preview (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GString *lines = g_string_new (NULL);

  collect_rows (get_dialog (), rows);
  for (guint i = 0; i < rows->len; i++)
    {
      Ris3OutlineLine *line = ris3_outline_row_get_line (rows->pdata[i]);

      if (ris3_outline_line_get_is_included (line))
        g_string_append_printf (lines, "%s/%u/%s ", ris3_outline_line_get_label (line),
                                ris3_outline_line_get_level (line), ris3_outline_line_get_page_label (line));
    }
  return g_string_free (lines, FALSE);
}

static Ris3Strategy *
find_strategy (Ris3Window *window)
{
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (ris3_window_get_session (window)));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), STRATEGY))
        return strategy;
    }
  return NULL;
}

/* Each priority of the strategy as "label/page/themes", in brackets what is below it. */
static void
append_priorities (GString *text, GListModel *priorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      GListModel *children = ris3_priority_get_children (priority);
      g_autofree char *themes = g_strjoinv (",", (char **) ris3_priority_get_themes (priority));

      g_string_append_printf (text, "%s%s/%s/%s%s", i > 0 ? " " : "", ris3_priority_get_label (priority),
                              ris3_priority_get_page_label (priority), themes,
                              ris3_priority_get_explicit_pm (priority) ? "/PM" : "");
      if (g_list_model_get_n_items (children) == 0)
        continue;
      g_string_append (text, " [");
      append_priorities (text, children);
      g_string_append (text, "]");
    }
}

static char *
describe_strategy (Ris3Window *window)
{
  GString *text = g_string_new (NULL);

  append_priorities (text, ris3_strategy_get_priorities (find_strategy (window)));
  return g_string_free (text, FALSE);
}

static guint
count_areas (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_strategy_get_priorities (find_strategy (window)));
}

static gboolean
has_one_area (gpointer window)
{
  return count_areas (window) == 1;
}

static void
set_clipboard (const char *text)
{
  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), text);
}

static Ris3Window *
start (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session;

  test_wait_for_map (window);
  session = ris3_window_get_session (window);
  ris3_session_select (session, test_find_region (window, "FRL0"));
  ris3_session_set_editing (session, TRUE);
  return window;
}

static void
open_dialog (Ris3Window *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "edit.outline-paste", "s", STRATEGY);
  test_wait_until (is_dialog_active, NULL, "the dialog");
}

/* Pastes an extract by keyboard, and has it read. */
static void
paste (Ris3Window *window, const char *text)
{
  set_clipboard ("");
  open_dialog (window);
  set_clipboard (text);
  test_key (window, "ctrl+v");
  test_wait_until (has_extract, (gpointer) text, "the extract");
  test_key (window, "ctrl+Return");
  test_wait_until (is_preview, NULL, "the preview");
}

static gboolean
is_line_focused (gpointer label)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (get_dialog ()));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return RIS3_IS_OUTLINE_ROW (row)
         && g_str_equal (ris3_outline_line_get_label (ris3_outline_row_get_line (RIS3_OUTLINE_ROW (row))), label);
}

static void
go_to_line (Ris3Window *window, const char *key, const char *label)
{
  for (guint i = 0; i < 30 && !is_line_focused ((gpointer) label); i++)
    test_key (window, key);
  test_assert_true (is_line_focused ((gpointer) label));
}

/* The whole task, and Ctrl+Z takes all of it back. */
static void
test_task (void)
{
  Ris3Window *window = start ();
  g_autofree char *before = describe_strategy (window);
  g_autofree char *tree = NULL;
  g_autofree char *after = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *undone = NULL;

  paste (window, sample);
  test_wait_until (is_line_focused, (gpointer) "", "the focus on the first line");
  tree = describe_preview ();
  g_assert_cmpstr (tree, ==,
                   "3/0/28 3.1/1/ 3.1.1/2/ 3.1.2/2/ 3.1.3/2/ 3.1.4/2/ 3.1.5/2/ 3.2/1/ 3.2.1/2/ 3.2.2/2/ 3.3/1/ ");
  test_assert_nonnull (test_find_button (get_dialog (), "_Add 11 Priorities"));
  /* What is left out can be seen, and where each line comes from. */
  test_wait_for_label (get_dialog (), "One of the 5 areas for strategic activities");
  test_wait_until (has_label, (gpointer) "Medical imaging", "the suggestions");
  test_wait_for_label (get_dialog (), "because of “imaging”");

  go_to_line (window, "Down", "3.2.2");
  test_wait_for_label (get_dialog (), "In the extract: (3.2.2) telemedicine.");
  test_key (window, "Tab");
  test_assert_cmpuint (ris3_outline_line_get_level (ris3_outline_row_get_line (find_row ("3.2.2"))), ==, 3);
  test_key (window, "alt+Left");
  test_assert_cmpuint (ris3_outline_line_get_level (ris3_outline_row_get_line (find_row ("3.2.2"))), ==, 2);
  test_key (window, "Tab");
  go_to_line (window, "Down", "3.3");
  test_key (window, "Return");
  test_type (window, " at school");
  test_key (window, "Escape");
  test_assert_true (is_line_focused ((gpointer) "3.3"));
  test_assert_cmpstr (ris3_outline_line_get_text (ris3_outline_row_get_line (find_row ("3.3"))), ==,
                      "Preventing disease through the promotion of the Mediterranean diet at school");
  /* From a field, Escape goes back to the line, too. */
  test_key (window, "Return");
  test_key (window, "Tab");
  test_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (get_dialog ()))));
  test_type (window, "29");
  test_key (window, "Escape");
  test_assert_true (is_line_focused ((gpointer) "3.3"));
  test_assert_cmpstr (ris3_outline_line_get_page_label (ris3_outline_row_get_line (find_row ("3.3"))), ==, "29");
  /* Split and joined again. */
  test_key (window, "Return");
  test_key (window, "ctrl+Left");
  test_key (window, "ctrl+Left");
  test_key (window, "ctrl+Return");
  test_wait_until (has_label, (gpointer) "Add 12 Priorities", "twelve lines");
  test_wait (200);
  test_key (window, "BackSpace");
  test_wait_until (has_label, (gpointer) "Add 11 Priorities", "eleven lines");
  test_wait_until (is_line_focused, (gpointer) "3.3", "the focus on the joined line");

  go_to_line (window, "Up", "3.1.2");
  test_wait (200);
  test_click_middle (test_find_label (GTK_WIDGET (find_row ("3.1.2")), "Medical imaging"));
  test_key (window, "alt+a");
  test_wait_until (is_dialog_gone, window, "the end of the dialog");

  after = describe_strategy (window);
  expected = g_strconcat (before,
                          " 3/28/ [3.1/28/ [3.1.1/28/ 3.1.2/28/Medical imaging 3.1.3/28/ 3.1.4/28/ 3.1.5/28/] "
                          "3.2/28/ [3.2.1/28/ [3.2.2/28/]] 3.3/29/]",
                          NULL);
  g_assert_cmpstr (after, ==, expected);
  test_wait_for_label (window, "Mediterranean diet at school");
  test_wait_for_label (window, "Paste 11 priorities");

  test_key (window, "ctrl+z");
  test_wait_until (has_one_area, window, "the undoing");
  undone = describe_strategy (window);
  g_assert_cmpstr (undone, ==, before);
  test_app_close (window);
}

static gboolean
has_problem (gpointer text)
{
  return test_find_label (get_dialog (), text) != NULL;
}

static gboolean
has_question (gpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_is_active (window))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_question (gpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (get_dialog ()));
}

/* A line that the atlas cannot hold is named, and everything stays as it was in the dialog. */
static void
test_refused (void)
{
  Ris3Window *window = start ();
  guint n_areas = count_areas (window);

  paste (window, "1. First\n2. Second\n3. Third\n");
  test_wait_until (is_line_focused, (gpointer) "1", "the focus on the first line");
  /* A click into the text of a line that is not selected opens its field, and the keys go there. */
  test_click_middle (test_find_label (GTK_WIDGET (find_row ("3")), "Third"));
  test_key (window, "End");
  test_type (window, "ly");
  test_key (window, "Return");
  test_assert_cmpstr (ris3_outline_line_get_text (ris3_outline_row_get_line (find_row ("3"))), ==, "Thirdly");
  ris3_outline_line_set_label (ris3_outline_row_get_line (find_row ("2")), "x");
  ris3_outline_line_set_text (ris3_outline_row_get_line (find_row ("x")), "");
  ris3_outline_line_set_label (ris3_outline_row_get_line (find_row ("x")), "");
  test_key (window, "alt+a");
  test_wait_until (has_problem, (gpointer) "Line 2: ", "the problem");
  test_wait_until (is_line_focused, (gpointer) "", "the focus on the line that was refused");
  g_assert_cmpuint (count_areas (window), ==, n_areas);
  test_key (window, "Delete");
  test_wait_until (has_label, (gpointer) "Add 2 Priorities", "two lines");

  /* What is pasted now replaces that, but not without a question. */
  set_clipboard ("a) Fourth\n");
  for (guint i = 0; i < 2; i++)
    {
      test_key (window, "ctrl+v");
      test_wait_until (has_question, NULL, "the question");
      test_key (window, i == 0 ? "Escape" : "alt+r");
      test_wait_until (has_no_question, NULL, "the end of the question");
      if (i == 0)
        test_assert_nonnull (test_find_button (get_dialog (), "_Add 2 Priorities"));
    }
  test_wait_until (has_label, (gpointer) "Add 1 Priority", "the new outline");
  test_assert_nonnull (test_find_button (get_dialog (), "_Add 1 Priority"));
  /* It is discarded: nothing was corrected. */
  test_wait_until (is_line_focused, (gpointer) "a", "the focus on the only line");
  test_key (window, "Escape");
  test_wait_until (is_dialog_gone, window, "the end of the dialog");
  g_assert_cmpuint (count_areas (window), ==, n_areas);
  test_app_close (window);
}

static gboolean
on_idle_cb (gpointer data)
{
  if (is_page ("reading"))
    (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* Too much is refused with a sentence; much is read while the window goes on. */
static void
test_long (void)
{
  Ris3Window *window = start ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_iterations = 0;
  guint idle;

  while (text->len <= 1024 * 1024)
    g_string_append (text, "1.1 Personalised medicine: a) b; c; d; e; f; g; h\n");
  set_clipboard (text->str);
  open_dialog (window);
  test_wait_until (has_problem, (gpointer) "Paste it part by part.", "the refusal");
  test_assert_true (has_extract ((gpointer) ""));

  g_string_truncate (text, 200000);
  set_clipboard (text->str);
  test_key (window, "ctrl+v");
  test_wait_until (has_extract, text->str, "the extract");
  idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle_cb, &n_iterations, NULL);
  test_key (window, "ctrl+Return");
  test_wait_until (is_preview, NULL, "the preview");
  g_source_remove (idle);
  g_assert_cmpuint (n_iterations, >, 20);
  test_wait_until (has_label, (gpointer) "because of “Personalised medicine”", "the suggestions");
  test_key (window, "Escape");
  test_wait_until (is_dialog_gone, window, "the end of the dialog");
  test_app_close (window);
}

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_longer_than_page (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 100;
}

/* The dialog opens with what is on the clipboard, and shows it from its beginning. */
static void
test_beginning (void)
{
  Ris3Window *window = start ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkAdjustment *scroll;

  for (guint i = 1; i < 300; i++)
    g_string_append_printf (text, "1.%u Personalised medicine\n", i);
  set_clipboard (text->str);
  open_dialog (window);
  test_wait_until (has_extract, text->str, "the extract");
  scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_text_view (get_dialog ())));
  test_wait_until (is_longer_than_page, scroll, "the extract in its size");
  /* It would scroll as soon as it is laid out. */
  test_wait (500);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
  test_key (window, "Escape");
  test_wait_until (is_dialog_gone, window, "the end of the dialog");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/outline/task", test_task);
  g_test_add_func ("/window/outline/refused", test_refused);
  g_test_add_func ("/window/outline/long", test_long);
  g_test_add_func ("/window/outline/beginning", test_beginning);
  return g_test_run ();
}
