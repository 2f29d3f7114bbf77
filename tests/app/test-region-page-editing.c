/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The region page while the atlas is edited: what has not changed stays, and so do the place, the focus, and what is
 * being written. */

#include "config.h"

#include <adwaita.h>

#include "app/region/ris3-priority-drag.h"
#include "app/region/ris3-region-page.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-widget-key.h"
#include "model/ris3-editor.h"
#include "model/ris3-proposal.h"
#include "test-find.h"
#include "test-log.h"
#include "test-panel.h"

#define assert_says(page, text) g_assert_nonnull (test_panel_find_text (page, text))
#define assert_says_not(page, text) g_assert_null (test_panel_find_text (page, text))

static void
on_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Makes an edit, which it takes, and lets the page follow. */
static void
edit (Ris3Session *session, Ris3Edit *step)
{
  gboolean is_done = FALSE;

  ris3_session_edit_async (session, step, RIS3_EDITOR_DEFAULT, NULL, on_edited_cb, &is_done);
  ris3_edit_unref (step);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
}

static void
set_text (Ris3Session *session, const char *table, const char *key, const char *field, const char *value)
{
  Ris3Edit *step = ris3_edit_new_set (table, key);

  ris3_edit_set_text (step, field, value);
  edit (session, step);
}

/* Gives Provence a second strategy. */
static void
add_strategy (Ris3Session *session)
{
  Ris3Edit *step = ris3_edit_new_add ("strategy");

  ris3_edit_set_integer (step, "nuts_version", 2016);
  ris3_edit_set_text (step, "region_code", "FRL0");
  ris3_edit_set_text (step, "region_name", "Provence");
  ris3_edit_set_text (step, "title", "Another strategy");
  ris3_edit_set_text (step, "period", "2021-2027");
  edit (session, step);
}

static GtkWidget *
get_focus (GtkWidget *page)
{
  return gtk_root_get_focus (gtk_widget_get_root (page));
}

static double
get_y (GtkWidget *widget)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (gtk_widget_get_root (widget)),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

static GtkAdjustment *
get_scroll (GtkWidget *page)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (test_find_type (page, GTK_TYPE_SCROLLED_WINDOW)));
}

/* Waits until what has that key is higher than so many pixels. */
static void
wait_for_height (GtkWidget *page, const char *key, int height)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (gtk_widget_get_height (test_find_key (page, key)) <= height)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      test_panel_settle ();
    }
}

/* Of two strategies of a region, an edit of one leaves the widgets of the other; of the tree, the rows that have not
 * changed. What one reads stays at its height, also when something above it has become higher.
 */
static void
test_keep (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  GtkWidget *record, *other_record, *row, *changed_row, *label, *comments;
  double y;
  int height;

  test_panel_select (session, "FRL0");
  add_strategy (session);
  assert_says (page, "Another strategy");
  /* As soon as the page has its size. */
  while (gtk_adjustment_get_value (get_scroll (page)) != 300)
    {
      gtk_adjustment_set_value (get_scroll (page), 300);
      g_main_context_iteration (NULL, FALSE);
    }
  test_panel_settle ();
  record = test_find_key (page, "record-FRL0-2014");
  other_record = test_find_key (page, "record-FRL0-2021");
  row = test_find_key (page, "priority-355");
  changed_row = test_find_key (page, "priority-349");
  label = test_panel_find_text (row, "Telemedicine");
  comments = test_find_key (page, "section-programmes");
  g_assert_true (record != NULL && other_record != NULL && row != NULL && changed_row != NULL && comments != NULL);

  set_text (session, "priority", "349", "text", "Imaging of living tissue");
  assert_says (changed_row, "Imaging of living tissue");
  g_assert_true (test_find_key (page, "priority-349") == changed_row);
  g_assert_true (test_find_key (page, "priority-355") == row);
  g_assert_true (test_panel_find_text (row, "Telemedicine") == label);
  g_assert_true (test_find_key (page, "record-FRL0-2021") == other_record);
  g_assert_true (test_find_key (page, "section-programmes") == comments);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (page)), ==, 300);

  wait_for_height (page, "record-FRL0-2014", 0);
  y = get_y (row);
  height = gtk_widget_get_height (test_find_key (page, "record-FRL0-2014"));
  set_text (session, "strategy", "FRL0-2014", "title",
            "A very long title that takes many lines of the card, so that all that is below it comes lower on the page "
            "than it was; the reader, who was looking at the priorities, does not notice, as the page is scrolled by "
            "as much as its card has become higher, and everything stays where it was on the screen.");
  wait_for_height (page, "record-FRL0-2014", height + 20);
  test_panel_settle ();
  g_assert_cmpfloat (ABS (get_y (test_find_key (page, "priority-355")) - y), <, 2);
  g_assert_true (test_find_key (page, "priority-355") == row);

  edit (session, ris3_edit_new_delete ("strategy", "FRL0-2014"));
  assert_says_not (page, "Telemedicine");
  assert_says (page, "Another strategy");
  test_panel_close (page, session);
}

static void
add_participation (Ris3Session *session, guint nuts_version, const char *code, const char *programme)
{
  Ris3Edit *step = ris3_edit_new_add ("participation");

  ris3_edit_set_text (step, "programme", programme);
  ris3_edit_set_text (step, "role", "member");
  ris3_edit_set_text (step, "country", "FR");
  ris3_edit_set_integer (step, "nuts_version", nuts_version);
  ris3_edit_set_text (step, "region_code", code);
  ris3_edit_set_text (step, "name", "Somebody");
  edit (session, step);
}

/* Who takes part is told where its region is now, whatever its code was then: FR82 of 2013 is FRL0. */
static void
test_programmes (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));

  add_participation (session, 2013, "FR82", "Programme of before");
  add_participation (session, 2013, "FR81", "Programme elsewhere");
  test_panel_select (session, "FRL0");
  assert_says (page, "Programme of before");
  assert_says_not (page, "Programme elsewhere");
  test_panel_select (session, "FRL01");
  assert_says (page, "Programme of before");
  assert_says (page, "through Provence");
  test_panel_select (session, "FRJ1");
  assert_says (page, "Programme elsewhere");
  assert_says_not (page, "Programme of before");
  test_panel_close (page, session);
}

/* The focus stays on what it was on, although that was made anew, and goes to its neighbour when that is gone; also
 * when editing begins and ends.
 */
static void
test_focus (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));

  test_panel_select (session, "FRL0");
  assert_says_not (page, "Analysis");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();
  assert_says (page, "Analysis");
  g_assert_true (gtk_widget_grab_focus (test_find_key (page, "strategy-FRL0-2014-state")));
  set_text (session, "strategy", "FRL0-2014", "analysis_state", "document");
  g_assert_nonnull (get_focus (page));
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), test_find_key (page, "strategy-FRL0-2014-state")));

  g_assert_true (gtk_widget_grab_focus (test_find_key (page, "priority-356")));
  edit (session, ris3_edit_new_delete ("priority", "356"));
  g_assert_true (get_focus (page) == test_find_key (page, "priority-355"));
  edit (session, ris3_edit_new_delete ("priority", "353"));
  g_assert_true (get_focus (page) == test_find_key (page, "priority-352"));

  /* Editing ends: rows can no longer be focused. */
  ris3_session_set_editing (session, FALSE);
  test_panel_settle ();
  g_assert_null (test_find_key (page, "strategy-FRL0-2014-mark"));
  g_assert_false (gtk_widget_get_focusable (test_find_key (page, "priority-352")));
  assert_says_not (page, "Analysis");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();
  edit (session, ris3_edit_new_delete ("strategy", "FRL0-2014"));
  assert_says (page, "That does not mean that none exists.");
  g_assert_nonnull (test_find_key (page, "region-add-strategy"));
  test_panel_close (page, session);
}

static GtkWidget *
begin_draft (GtkWidget *page, const char *row, const char *text)
{
  GtkWidget *view;

  ris3_priority_row_edit_text (RIS3_PRIORITY_ROW (test_find_key (page, row)));
  view = test_find_type (test_find_key (page, row), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  test_panel_settle ();
  return view;
}

static void
assert_text (GtkWidget *view, const char *expected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
      && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_draft (GtkWidget *page, const char *row)
{
  return ris3_priority_row_has_draft (RIS3_PRIORITY_ROW (test_find_key (page, row)));
}

static void
wait_for_draft_to_end (GtkWidget *page, const char *row)
{
  while (has_draft (page, row))
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
}

/* What is being written stays, whatever becomes of the priority, and the person decides. */
static void
test_draft (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  GtkWidget *view;

  test_panel_select (session, "FRL0");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();

  /* Others of the same strategy change. */
  view = begin_draft (page, "priority-349", "My words");
  set_text (session, "priority", "350", "text", "Other words");
  assert_text (view, "My words");
  g_assert_null (find_button (page, "_Take That One"));

  /* Itself does. */
  set_text (session, "priority", "349", "text", "Their words");
  assert_text (view, "My words");
  assert_says (page, "It is now “Their words”.");
  gtk_widget_grab_focus (view);
  test_panel_key ("Return");
  g_assert_true (has_draft (page, "priority-349"));
  g_signal_emit_by_name (find_button (page, "_Save Mine"), "clicked");
  wait_for_draft_to_end (page, "priority-349");
  assert_says (page, "My words");

  /* Nothing is wrong any more if it comes back to what it was. */
  view = begin_draft (page, "priority-349", "Newer words");
  set_text (session, "priority", "349", "text", "Their words");
  assert_says (page, "It is now “Their words”.");
  set_text (session, "priority", "349", "text", "My words");
  assert_says_not (page, "It is now “");
  set_text (session, "priority", "349", "text", "Their words");
  g_signal_emit_by_name (find_button (page, "_Take That One"), "clicked");
  wait_for_draft_to_end (page, "priority-349");
  assert_says (page, "Their words");

  /* It is deleted, and comes back. */
  view = begin_draft (page, "priority-349", "Words for what is gone");
  edit (session, ris3_edit_new_delete ("priority", "347"));
  assert_says (page, "has been deleted meanwhile");
  g_assert_null (test_find_key (page, "priority-347"));
  assert_text (view, "Words for what is gone");
  ris3_session_undo (session, 0);
  while (test_find_key (page, "priority-347") == NULL)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
  assert_says_not (page, "has been deleted meanwhile");
  gtk_widget_grab_focus (view);
  test_panel_key ("Return");
  wait_for_draft_to_end (page, "priority-349");
  assert_says (page, "Words for what is gone");

  /* With its strategy, it stays until it is discarded. */
  view = begin_draft (page, "priority-349", "Words without a strategy");
  edit (session, ris3_edit_new_delete ("strategy", "FRL0-2014"));
  assert_text (view, "Words without a strategy");
  g_signal_emit_by_name (find_button (page, "_Discard"), "clicked");
  test_panel_settle ();
  g_assert_null (test_find_key (page, "priority-349"));
  test_panel_close (page, session);
}

static gboolean
is_text_of (Ris3Session *session, const char *text)
{
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (session));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autoptr (Ris3Priority) area = NULL;

      if (!g_str_equal (ris3_strategy_get_id (strategy), "FRL0-2014"))
        continue;
      area = g_list_model_get_item (ris3_strategy_get_priorities (strategy), 0);
      return g_str_equal (ris3_priority_get_text (area), text);
    }
  return FALSE;
}

/* Whoever goes on to another region, or ends editing, keeps what was written. */
static void
test_leave_draft (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));

  test_panel_select (session, "FRL0");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();
  begin_draft (page, "priority-346", "Health first");
  test_panel_select (session, "DED");
  while (!is_text_of (session, "Health first"))
    g_main_context_iteration (NULL, TRUE);
  test_panel_select (session, "FRL0");
  begin_draft (page, "priority-346", "Food first");
  ris3_session_set_editing (session, FALSE);
  while (!is_text_of (session, "Food first"))
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
  test_panel_close (page, session);
}

/* As another program does. */
static void
write_elsewhere (const char *path, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Ben", &error);
  g_autoptr (Ris3Edit) step = ris3_edit_new_set ("priority", key);
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  ris3_edit_set_text (step, "text", text);
  results = ris3_editor_apply (editor, &step, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
}

static void
on_text_refused_cb (char **refused, const char *text, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_null (*refused);
  *refused = g_strdup (text);
}

static void
wait_for_refused (char **refused, const char *text)
{
  while (*refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (*refused, ==, text);
  g_clear_pointer (refused, g_free);
}

/* Whoever leaves a text that the atlas refuses gets it back. */
static void
test_refused_draft (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autofree char *refused = NULL;

  g_signal_connect_swapped (session, "text-refused", G_CALLBACK (on_text_refused_cb), &refused);
  test_panel_select (session, "FRL0");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();
  begin_draft (page, "priority-349", "My words");
  set_text (session, "priority", "349", "text", "Their words");
  test_panel_select (session, "DED");
  wait_for_refused (&refused, "My words");

  /* Also what was being saved when one left. */
  test_panel_select (session, "FRL0");
  begin_draft (page, "priority-349", "My other words");
  write_elsewhere (ris3_atlas_get_path (ris3_session_get_atlas (session)), "349", "Others");
  g_assert_false (ris3_session_leave (session, TRUE));
  test_panel_select (session, "DED");
  wait_for_refused (&refused, "My other words");
  g_assert_false (ris3_session_is_saving (session));

  /* What cannot be saved is in the way of an end. */
  test_panel_select (session, "FRL0");
  begin_draft (page, "priority-350", "Words for what is gone");
  edit (session, ris3_edit_new_delete ("strategy", "FRL0-2014"));
  g_assert_true (ris3_session_leave (session, TRUE));
  g_signal_emit_by_name (find_button (page, "_Discard"), "clicked");
  g_assert_false (ris3_session_leave (session, TRUE));
  test_panel_settle ();
  g_assert_null (refused);
  test_panel_close (page, session);
}

/* The first of Saxony that replies to something, or to nothing (0). */
static Ris3Comment *
find_comment (Ris3Session *session, gint64 parent_id)
{
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (session));

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (g_str_equal (ris3_comment_get_region_code (comment), "DED")
          && ris3_comment_get_parent_id (comment) == parent_id)
        return g_steal_pointer (&comment);
    }
  g_assert_not_reached ();
}

static void
reply (Ris3Session *session, Ris3Comment *comment, gint64 parent_id)
{
  Ris3Edit *step = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (step, "parent_id", parent_id);
  ris3_edit_set_integer (step, "nuts_version", ris3_comment_get_nuts_version (comment));
  ris3_edit_set_text (step, "region_code", ris3_comment_get_region_code (comment));
  ris3_edit_set_text (step, "target", "region");
  ris3_edit_set_text (step, "author_role", "analyst");
  ris3_edit_set_text (step, "text", "Thank you.");
  edit (session, step);
}

/* Replies are read in the inbox; here it is said that there are some. */
static void
test_replies (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autoptr (Ris3Comment) comment = find_comment (session, 0);
  g_autoptr (Ris3Comment) first = NULL;

  test_panel_select (session, "DED");
  ris3_session_set_editing (session, TRUE);
  test_panel_settle ();
  assert_says (page, "Open in Inbox");
  assert_says_not (page, "1 reply");
  reply (session, comment, ris3_comment_get_id (comment));
  assert_says (page, "1 reply");
  /* Also what replies to a reply. */
  first = find_comment (session, ris3_comment_get_id (comment));
  reply (session, comment, ris3_comment_get_id (first));
  assert_says (page, "2 replies");
  test_panel_close (page, session);
}

/* Where a row may be dropped: never into itself, never into another strategy, and not where it is. */
static void
test_drop_places (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  Ris3PriorityRow *care, *imaging, *immunotherapy, *ehealth, *other;
  Ris3Edit *step;
  gint64 parent_id, after_id;

  test_panel_select (session, "FRL0");
  care = RIS3_PRIORITY_ROW (test_find_key (page, "priority-347"));
  imaging = RIS3_PRIORITY_ROW (test_find_key (page, "priority-349"));
  immunotherapy = RIS3_PRIORITY_ROW (test_find_key (page, "priority-350"));
  ehealth = RIS3_PRIORITY_ROW (test_find_key (page, "priority-353"));
  for (int place = RIS3_DROP_BEFORE; place <= RIS3_DROP_BELOW; place++)
    {
      g_assert_false (ris3_priority_drag_find_place (care, care, place, &parent_id, &after_id));
      g_assert_false (ris3_priority_drag_find_place (care, imaging, place, &parent_id, &after_id));
    }
  g_assert_false (ris3_priority_drag_find_place (imaging, immunotherapy, RIS3_DROP_BEFORE, &parent_id, &after_id));
  g_assert_false (ris3_priority_drag_find_place (immunotherapy, imaging, RIS3_DROP_AFTER, &parent_id, &after_id));
  g_assert_true (ris3_priority_drag_find_place (imaging, immunotherapy, RIS3_DROP_AFTER, &parent_id, &after_id));
  g_assert_cmpint (parent_id, ==, 347);
  g_assert_cmpint (after_id, ==, 350);
  g_assert_true (ris3_priority_drag_find_place (imaging, care, RIS3_DROP_BEFORE, &parent_id, &after_id));
  g_assert_cmpint (parent_id, ==, 346);
  g_assert_cmpint (after_id, ==, RIS3_EDIT_FIRST);
  g_assert_true (ris3_priority_drag_find_place (imaging, ehealth, RIS3_DROP_BELOW, &parent_id, &after_id));
  g_assert_cmpint (parent_id, ==, 353);
  g_assert_cmpint (after_id, ==, RIS3_EDIT_LAST);
  g_assert_true (ris3_priority_drag_find_place (imaging, care, RIS3_DROP_BELOW, &parent_id, &after_id));

  /* The rows of another strategy are no place for it. */
  add_strategy (session);
  step = ris3_edit_new_priority_add ("FRL0-2021", 0, RIS3_EDIT_LAST);
  ris3_edit_set_text (step, "text", "Something else");
  edit (session, step);
  other = RIS3_PRIORITY_ROW (
      gtk_widget_get_ancestor (test_panel_find_text (page, "Something else"), RIS3_TYPE_PRIORITY_ROW));
  for (int place = RIS3_DROP_BEFORE; place <= RIS3_DROP_BELOW; place++)
    g_assert_false (ris3_priority_drag_find_place (imaging, other, place, &parent_id, &after_id));
  test_panel_close (page, session);
}

/* While editing, too, every page fits the narrowest panel. */
static void
test_narrow (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  guint n_regions = ris3_boundaries_get_n_regions (ris3_session_get_boundaries (session));

  ris3_session_set_editing (session, TRUE);
  for (guint i = 0; i < n_regions; i += g_test_thorough () ? 3 : 37)
    {
      int minimum;

      ris3_session_select (session, i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 320);
    }
  test_panel_close (page, session);
}

/* The last comment on a priority. (transfer none) */
static Ris3Comment *
find_last_comment (Ris3Session *session, gint64 priority_id)
{
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (session));
  Ris3Comment *comment = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) item = g_list_model_get_item (comments, i);

      if (ris3_comment_get_priority_id (item) == priority_id)
        comment = item;
    }
  g_assert_nonnull (comment);
  return comment;
}

static void
add_priority_comment (Ris3Session *session, gint64 priority_id, const char *proposed_change)
{
  Ris3Edit *step = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (step, "nuts_version", 2016);
  ris3_edit_set_text (step, "region_code", "FRL0");
  ris3_edit_set_text (step, "target", "priority");
  ris3_edit_set_integer (step, "priority_id", priority_id);
  ris3_edit_set_text (step, "text", "Its number is another one.");
  ris3_edit_set_text (step, "proposed_change", proposed_change);
  edit (session, step);
}

static void
apply_comment (Ris3Session *session, gint64 priority_id)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *step = ris3_proposal_make_edit (ris3_session_get_atlas (session), find_last_comment (session, priority_id),
                                            "So it is.", NULL, &error);

  g_assert_no_error (error);
  edit (session, step);
}

/* A priority says how many comments on it are open, that one has changed it, and that its English text is older. */
static void
test_comments (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autoptr (Ris3Priority) priority = NULL;
  g_autofree char *key = NULL;
  gint64 id;
  Ris3Edit *step;

  test_panel_select (session, "FRL0");
  priority = g_list_model_get_item (
      ris3_strategy_get_priorities (ris3_atlas_lookup_strategy (ris3_session_get_atlas (session), "FRL0-2014")), 0);
  id = ris3_priority_get_id (priority);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  assert_says_not (page, "open comment");
  add_priority_comment (session, id, "page_label: 99");
  assert_says (page, "1 open comment");
  apply_comment (session, id);
  assert_says_not (page, "open comment");
  assert_says (page, "Changed by a comment");
  assert_says_not (page, "English older than the original");
  add_priority_comment (session, id, "original_text: Santé et alimentation");
  apply_comment (session, id);
  assert_says (page, "English older than the original");
  /* Whoever has looked at it since has seen it. */
  step = ris3_edit_new_set ("priority", key);
  ris3_edit_set_text (step, "text", "Health and nutrition");
  edit (session, step);
  assert_says (page, "Health and nutrition");
  assert_says_not (page, "English older than the original");
  test_panel_close (page, session);
}

/* A priority that a comment has added is below that of its number, and called by its text in whichever language. */
static void
test_added_by_comment (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  g_autoptr (Ris3Priority) parent = NULL;
  g_autoptr (Ris3Priority) added = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *comments = ris3_atlas_get_comments (atlas);
  Ris3Edit *step = ris3_edit_new_add ("comment");
  GListModel *below;

  test_panel_select (session, "FRL0");
  ris3_edit_set_integer (step, "nuts_version", 2016);
  ris3_edit_set_text (step, "region_code", "FRL0");
  ris3_edit_set_text (step, "target", "strategy");
  ris3_edit_set_text (step, "strategy_id", "FRL0-2014");
  ris3_edit_set_text (step, "text", "One is missing.");
  ris3_edit_set_text (step, "proposed_change",
                      "new_priority.label: 3.4\nnew_priority.original_text: Médecine de précision");
  edit (session, step);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (g_str_equal (ris3_comment_get_text (comment), "One is missing."))
        step = ris3_proposal_make_edit (atlas, comment, "It is.", NULL, &error);
    }
  g_assert_no_error (error);
  edit (session, step);
  assert_says (page, "Médecine de précision");
  assert_says_not (page, "Original: Médecine");
  assert_says (page, "Changed by a comment");
  parent = g_list_model_get_item (ris3_strategy_get_priorities (ris3_atlas_lookup_strategy (atlas, "FRL0-2014")), 0);
  below = ris3_priority_get_children (parent);
  added = g_list_model_get_item (below, g_list_model_get_n_items (below) - 1);
  g_assert_cmpstr (ris3_priority_get_label (added), ==, "3.4");
  g_assert_cmpstr (ris3_priority_get_any_text (added), ==, "Médecine de précision");
  test_panel_close (page, session);
}

/* What is read in the background. */
static void
wait_for_text (GtkWidget *page, const char *text)
{
  for (guint i = 0; i < 500 && test_panel_find_text (page, text) == NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  assert_says (page, text);
}

static gint64
add_region_comment (Ris3Session *session, const char *date)
{
  Ris3Edit *step = ris3_edit_new_add ("comment");
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (session));
  gint64 id = 0;

  ris3_edit_set_integer (step, "nuts_version", 2016);
  ris3_edit_set_text (step, "region_code", "FRL0");
  ris3_edit_set_text (step, "target", "region");
  ris3_edit_set_text (step, "received_on", date);
  ris3_edit_set_text (step, "text", "There is a new one.");
  edit (session, step);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      id = MAX (id, ris3_comment_get_id (comment));
    }
  return id;
}

/* What happened in the region, the latest first; each line leads to what it is about, and more of them are shown on
 * request. What was undone did not happen. */
static void
test_timeline (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  GtkWidget *timeline, *line, *more;
  g_autofree char *id_text = NULL;
  gint64 id;

  test_panel_select (session, "FRL0");
  g_assert_null (test_panel_find_text (page, "Timeline"));
  id = add_region_comment (session, "2019-03-04");
  id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  wait_for_text (page, "4 March 2019");
  /* The timeline is read off the thread of the page. */
  wait_for_text (page, "Comment received");
  timeline = test_find_key (page, "section-timeline");
  line = gtk_widget_get_ancestor (test_panel_find_text (timeline, "Comment received"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (line)), ==, "win.show-comment");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (line))), ==, id);

  edit (session, ris3_edit_new_comment_state (id, RIS3_COMMENT_IN_REVIEW, NULL, NULL));
  edit (session, ris3_edit_new_comment_state (id, RIS3_COMMENT_ACCEPTED, "So it is.", NULL));
  wait_for_text (page, "Decided on a comment: accepted");
  g_assert_true (test_find_key (page, "section-timeline") == timeline);
  set_text (session, "comment", id_text, "target", "strategy");
  set_text (session, "comment", id_text, "strategy_id", "FRL0-2014");
  set_text (session, "comment", id_text, "target_name", "Of one strategy");
  wait_for_text (page, "– Of one strategy");
  assert_says (test_find_key (page, "section-comments"), "Of one strategy");
  wait_for_text (page, "Decided on a comment: accepted – Of one strategy");
  set_text (session, "strategy", "FRL0-2014", "remark", "Read again");
  wait_for_text (timeline, "Change strategy");
  line = gtk_widget_get_ancestor (test_panel_find_text (timeline, "Change strategy"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (line)), ==, "edit.history-show");
  /* The oldest is at the end. */
  g_assert_true (get_y (test_panel_find_text (timeline, "Decided on"))
                 < get_y (test_panel_find_text (timeline, "4 March 2019")));

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *date = g_strdup_printf ("2020-01-0%u", i + 1);

      add_region_comment (session, date);
    }
  wait_for_text (timeline, "6 January 2020");
  more = test_find_key (page, "timeline-more");
  g_assert_true (gtk_widget_get_visible (more));
  assert_says_not (timeline, "4 March 2019");
  g_signal_emit_by_name (more, "clicked");
  test_panel_settle ();
  assert_says (timeline, "4 March 2019");
  g_assert_false (gtk_widget_get_visible (more));
  test_panel_close (page, session);
}

/* Who was asked about a region, and what was said of it, is found whichever NUTS version the map shows, also where its
 * code is another there. */
static void
test_other_version (void)
{
  Ris3Session *session = test_panel_open_copy ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  Ris3Edit *asked = ris3_edit_new_group ("group", "Ask");
  g_autoptr (Ris3Edit) round = ris3_edit_new_add ("consultation_round");
  g_autoptr (Ris3Edit) organisation = ris3_edit_new_add ("organisation");
  g_autoptr (Ris3Edit) request = ris3_edit_new_add ("request");
  g_autoptr (Ris3Edit) comment = ris3_edit_new_add ("comment");

  ris3_session_set_editing (session, TRUE);
  ris3_edit_set_text (round, "name", "Autumn");
  ris3_edit_set_text (round, "opened_on", "2026-11-01");
  ris3_edit_append (asked, round);
  ris3_edit_set_text (organisation, "name", "Region Sud");
  ris3_edit_append (asked, organisation);
  ris3_edit_set_integer (request, "nuts_version", 2016);
  ris3_edit_set_text (request, "region_code", "FRL0");
  ris3_edit_set_text (request, "asked_on", "2026-11-02");
  ris3_edit_append (asked, request);
  ris3_edit_set_step (asked, "round_id", 0);
  ris3_edit_set_step (asked, "organisation_id", 1);
  ris3_edit_set_integer (comment, "nuts_version", 2016);
  ris3_edit_set_text (comment, "region_code", "FRL0");
  ris3_edit_set_text (comment, "target", "region");
  ris3_edit_set_text (comment, "received_on", "2026-11-03");
  ris3_edit_set_text (comment, "text", "Of the region as a whole");
  ris3_edit_append (asked, comment);
  edit (session, asked);

  test_panel_select (session, "FRL0");
  wait_for_text (page, "Region Sud was asked");
  assert_says (page, "Of the region as a whole");
  test_panel_ask (session, "nuts=2013");
  while (ris3_boundaries_get_nuts_version (ris3_session_get_boundaries (session)) != 2013)
    g_main_context_iteration (NULL, TRUE);
  test_panel_select (session, "FR82");
  wait_for_text (page, "Region Sud was asked");
  assert_says (page, "Of the region as a whole");
  /* What was changed, too. */
  wait_for_text (page, "Ask");
  test_panel_select (session, "FR81");
  test_panel_settle ();
  assert_says_not (page, "Region Sud was asked");
  assert_says_not (page, "Of the region as a whole");

  test_panel_close (page, session);
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/region-page-editing/keep", test_keep);
  g_test_add_func ("/region-page-editing/replies", test_replies);
  g_test_add_func ("/region-page-editing/programmes", test_programmes);
  g_test_add_func ("/region-page-editing/focus", test_focus);
  g_test_add_func ("/region-page-editing/draft", test_draft);
  g_test_add_func ("/region-page-editing/leave-draft", test_leave_draft);
  g_test_add_func ("/region-page-editing/refused-draft", test_refused_draft);
  g_test_add_func ("/region-page-editing/drop-places", test_drop_places);
  g_test_add_func ("/region-page-editing/narrow", test_narrow);
  g_test_add_func ("/region-page-editing/comments", test_comments);
  g_test_add_func ("/region-page-editing/added-by-comment", test_added_by_comment);
  g_test_add_func ("/region-page-editing/timeline", test_timeline);
  g_test_add_func ("/region-page/other-version", test_other_version);
  return g_test_run ();
}
