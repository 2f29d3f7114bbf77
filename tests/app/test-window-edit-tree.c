/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A strategy is edited on the region page, through the real window with real pointer and key events. */
#include "config.h"

#include "test-find.h"
#include "test-window.h"

#include <math.h>

#include "app/ris3-session-edit.h"
#include "app/ris3-widget-key.h"
#include "model/ris3-editor.h"

/* Of Provence-Alpes-Côte d'Azur: 3.1 with 3.1.1, 3.1.2, 3.1.3 …, and 3.2. */
#define STRATEGY "FRL0-2014"
#define AREA 346
#define CARE 347
#define BIOMARKERS 348
#define IMAGING 349
#define IMMUNOTHERAPY 350
#define EHEALTH 353
#define PROCESSING 354
#define TELEMEDICINE 355

static GtkWidget *
get_named (Ris3Window *window, const char *name)
{
  GtkWidget *found = test_find_key (GTK_WIDGET (window), name);

  if (found == NULL)
    g_error ("There is no widget “%s”", name);
  return found;
}

static char *
row_name (gint64 id)
{
  return g_strdup_printf ("priority-%" G_GINT64_FORMAT, id);
}

static GtkWidget *
find_row (Ris3Window *window, gint64 id)
{
  g_autofree char *name = row_name (id);

  return test_find_key (GTK_WIDGET (window), name);
}

static double
get_y (GtkWidget *widget)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (gtk_widget_get_root (widget)),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

static double
get_x (GtkWidget *widget)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (gtk_widget_get_root (widget)),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.x;
}

static GtkWidget *
find_region_page (GtkWidget *widget)
{
  GtkWidget *tools = test_find_key (widget, "section-tools");

  return gtk_widget_get_ancestor (tools, GTK_TYPE_SCROLLED_WINDOW);
}

/* What is awaited of a window; the arguments are those of the condition at hand. */
typedef struct
{
  Ris3Window *window;
  gint64 id;
  gint64 other;
  const char *text;
} Wait;

static gboolean
has_focus (gpointer data)
{
  Wait *wait = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (wait->window));

  /* Of some controls, a button within them takes it. */
  if (GTK_IS_TOGGLE_BUTTON (focus))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL && g_str_equal (ris3_widget_get_key (focus), wait->text);
}

static void
wait_for_focus (Ris3Window *window, const char *name)
{
  test_wait_until (has_focus, &(Wait){ .window = window, .text = name }, name);
}

static void
wait_for_focused_row (Ris3Window *window, gint64 id)
{
  g_autofree char *name = row_name (id);

  wait_for_focus (window, name);
}

static gboolean
is_figure_shown (gpointer data)
{
  Wait *wait = data;
  GtkWidget *base = test_find_label (GTK_WIDGET (wait->window), "of 170 analysed strategies");

  return base != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_prev_sibling (base))), wait->text);
}

static void
wait_for_figure (Ris3Window *window, const char *figure)
{
  test_wait_until (is_figure_shown, &(Wait){ .window = window, .text = figure }, figure);
}

static gboolean
is_label_shown (gpointer data)
{
  Wait *wait = data;

  return test_find_label (GTK_WIDGET (wait->window), wait->text) != NULL;
}

static void
wait_for_label (Ris3Window *window, const char *text)
{
  test_wait_until (is_label_shown, &(Wait){ .window = window, .text = text }, text);
}

static gboolean
is_next (gpointer data)
{
  Wait *wait = data;
  GtkWidget *row = find_row (wait->window, wait->id);
  g_autofree char *other = row_name (wait->other);

  return row != NULL && gtk_widget_get_next_sibling (row) != NULL
         && g_str_equal (ris3_widget_get_key (gtk_widget_get_next_sibling (row)), other);
}

/* Waits until a row stands right above another. */
static void
wait_for_order (Ris3Window *window, gint64 id, gint64 other)
{
  g_autofree char *what = g_strdup_printf ("row %d above row %d", (int) id, (int) other);

  test_wait_until (is_next, &(Wait){ .window = window, .id = id, .other = other }, what);
}

static gboolean
is_gone (gpointer data)
{
  return find_row (((Wait *) data)->window, ((Wait *) data)->id) == NULL;
}

static gboolean
is_indented (gpointer data)
{
  Wait *wait = data;

  return gtk_widget_get_margin_start (find_row (wait->window, wait->id)) == wait->other;
}

static void
wait_for_indent (Ris3Window *window, gint64 id, int indent)
{
  test_wait_until (is_indented, &(Wait){ .window = window, .id = id, .other = indent }, "the level of a row");
}

static gboolean
is_editing (gpointer data)
{
  return ris3_session_get_editing (ris3_window_get_session (data));
}

static gboolean
is_in_place (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

typedef struct
{
  GtkWidget *widget;
  double y;
  gint64 since;
} Still;

static gboolean
is_still (gpointer data)
{
  Still *still = data;
  double y = get_y (still->widget);

  if (y != still->y)
    still->since = g_get_monotonic_time ();
  still->y = y;
  return g_get_monotonic_time () - still->since > 250000;
}

/* Until a widget, such as a toast, has come to its place. */
static void
wait_until_still (GtkWidget *widget)
{
  test_wait_until (is_still, &(Still){ .widget = widget, .y = -1 }, "a widget that stands still");
}

/* The page of Provence, while the atlas is edited: Ctrl+E. */
static Ris3Window *
start_editing (void)
{
  Ris3Window *window = test_app_start (NULL);

  test_wait_for_map (window);
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "FRL0"));
  test_wait_for_map (window);
  test_key (window, "ctrl+e");
  test_wait_until (is_editing, window, "the editing mode");
  test_wait_until (is_in_place, get_named (window, "strategy-" STRATEGY "-mark"), "the page in its size");
  return window;
}

static const char *
get_class (Ris3Window *window)
{
  Ris3Classification *classification = ris3_session_get_classification (ris3_window_get_session (window));
  gint index = ris3_classification_find_territory (classification, test_find_region (window, "FRL0"));

  return ris3_class_scheme_get_title (ris3_classification_get_scheme (classification),
                                      ris3_classification_get_territory (classification, index)->klass);
}

static void
focus_row (Ris3Window *window, gint64 id)
{
  GtkWidget *row = find_row (window, id);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  wait_for_focused_row (window, id);
  /* The page scrolls there. */
  wait_until_still (row);
}

/* The mark is changed in its place: map and headline follow at once, and one stays where one was; the toast undoes it,
 * and so does Ctrl+Z.
 */
static void
test_mark (void)
{
  Ris3Window *window = start_editing ();
  GtkWidget *mark = get_named (window, "strategy-" STRATEGY "-mark");
  double y;

  wait_for_figure (window, "32");
  test_assert_cmpstr (get_class (window), ==, "Explicit PM priority");
  /* From below, so that the page is scrolled. */
  focus_row (window, TELEMEDICINE);
  g_assert_true (gtk_widget_grab_focus (mark));
  wait_until_still (mark);
  y = get_y (mark);
  test_key (window, "space");
  test_key (window, "Home");
  test_key (window, "Down");
  /* The list that pops up does not scroll the page. */
  wait_until_still (mark);
  g_assert_cmpfloat (fabs (get_y (mark) - y), <, 2);
  test_key (window, "Return");
  wait_for_figure (window, "31");
  test_assert_cmpstr (get_class (window), ==, "Health priority, PM not named");
  wait_for_focus (window, "strategy-" STRATEGY "-mark");
  wait_until_still (get_named (window, "strategy-" STRATEGY "-mark"));
  g_assert_cmpfloat (fabs (get_y (get_named (window, "strategy-" STRATEGY "-mark")) - y), <, 2);

  /* That it is a health priority is open again now. */
  test_assert_true (gtk_widget_get_sensitive (get_named (window, "strategy-" STRATEGY "-health")));
  wait_until_still (test_find_button (GTK_WIDGET (window), "_Undo"));
  /* It does not lie on what one works on. */
  g_assert_cmpfloat (get_x (test_find_button (GTK_WIDGET (window), "_Undo")), <,
                     get_x (find_region_page (GTK_WIDGET (window))) - 60);
  test_click_middle (test_find_button (GTK_WIDGET (window), "_Undo"));
  wait_for_figure (window, "32");
  test_assert_false (gtk_widget_get_sensitive (get_named (window, "strategy-" STRATEGY "-health")));

  test_key (window, "ctrl+shift+z");
  wait_for_figure (window, "31");
  test_key (window, "ctrl+z");
  wait_for_figure (window, "32");
  test_key (window, "ctrl+e");
  test_app_close (window);
}

/* Alt with the arrows, Tab and Shift+Tab move a row, which keeps the focus; F6 and the arrows leave the tree. */
static void
test_keys (void)
{
  Ris3Window *window = start_editing ();
  GtkWidget *focus;

  focus_row (window, IMAGING);
  test_key (window, "alt+Up");
  wait_for_order (window, IMAGING, BIOMARKERS);
  wait_for_focused_row (window, IMAGING);
  test_key (window, "alt+Down");
  wait_for_order (window, BIOMARKERS, IMAGING);
  test_key (window, "Tab");
  wait_for_indent (window, IMAGING, 42);
  test_key (window, "shift+Tab");
  wait_for_indent (window, IMAGING, 28);
  wait_for_order (window, IMAGING, IMMUNOTHERAPY);
  test_key (window, "alt+Left");
  wait_for_indent (window, IMAGING, 14);
  wait_for_order (window, IMAGING, EHEALTH);
  wait_for_focused_row (window, IMAGING);
  test_key (window, "ctrl+z");
  wait_for_order (window, BIOMARKERS, IMAGING);

  test_key (window, "Down");
  wait_for_focused_row (window, IMMUNOTHERAPY);
  test_key (window, "Up");
  test_key (window, "Up");
  wait_for_focused_row (window, BIOMARKERS);
  test_key (window, "F6");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  test_assert_false (g_str_has_prefix (ris3_widget_get_key (focus), "priority-"));
  focus_row (window, AREA);
  test_key (window, "Up");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  test_assert_false (g_str_has_prefix (ris3_widget_get_key (focus), "priority-"));
  test_key (window, "ctrl+e");
  test_app_close (window);
}

/* A text is written in its place: undo is that of the text, what is wrong is said, Escape discards, Enter saves. */
static void
test_text (void)
{
  Ris3Window *window = start_editing ();
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_window_get_session (window));
  g_autofree char *undo_title = NULL;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  focus_row (window, TELEMEDICINE);
  test_key (window, "alt+Up");
  wait_for_order (window, TELEMEDICINE, PROCESSING);
  undo_title = g_strdup (ris3_atlas_get_undo_title (atlas));
  g_assert_nonnull (undo_title);
  test_key (window, "F2");
  wait_for_focus (window, "draft-355");
  test_wait_until (is_in_place, gtk_widget_get_parent (get_named (window, "draft-355")), "a field for the text");
  test_key (window, "End");
  test_type (window, " at home");
  /* More often than there is something to undo. */
  for (guint i = 0; i < 12; i++)
    test_key (window, "ctrl+z");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_named (window, "draft-355")));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "Telemedicine");
  test_key (window, "Escape");
  wait_for_focused_row (window, TELEMEDICINE);
  test_assert_null (test_find_key (GTK_WIDGET (window), "draft-355"));
  /* The atlas was not undone. */
  test_assert_cmpstr (ris3_atlas_get_undo_title (atlas), ==, undo_title);

  test_key (window, "Return");
  wait_for_focus (window, "draft-355");
  test_type (window, "Medicine at a distance");
  test_key (window, "Return");
  wait_for_label (window, "Medicine at a distance");
  wait_for_focused_row (window, TELEMEDICINE);
  test_key (window, "ctrl+z");
  wait_for_label (window, "Telemedicine");
  test_key (window, "ctrl+e");
  test_app_close (window);
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

static gboolean
is_finalized (gpointer data)
{
  return *(Ris3Window **) data == NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return test_find_button (data, "_Copy Text") != NULL;
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_dialog_shown (gpointer data)
{
  GtkWidget *dialog = find_dialog ();

  return dialog != NULL && has_dialog (dialog) && is_active (dialog);
}

static void
on_clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
is_seen (gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (data, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (data, viewport, &bounds) && bounds.origin.y >= 0 && bounds.size.height > 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport);
}

/* A text is being written when its place goes: it is saved, or offered, or it is in the way. */
static void
test_unsaved_text (void)
{
  Ris3Window *window = start_editing ();
  g_autofree char *path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (ris3_window_get_session (window))));
  g_autofree char *copied = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;

  /* Somebody else writes the same; one goes on to another region. */
  focus_row (window, TELEMEDICINE);
  test_key (window, "F2");
  wait_for_focus (window, "draft-355");
  test_type (window, "Care at home");
  write_elsewhere (path, "355", "Theirs");
  wait_for_label (window, "It is now “Theirs”.");
  test_wait_until (is_seen, test_find_label (GTK_WIDGET (window), "It is now “Theirs”."), "the sentence in sight");
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "DED2"));
  test_wait_until (is_dialog_shown, NULL, "a dialog that offers the text");
  test_key (window, "Return");
  test_wait_until (is_active, window, "the window again");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_clipboard_cb, &copied);
  test_wait_until (is_set, &copied, "the clipboard");
  g_assert_cmpstr (copied, ==, "Care at home");

  /* The window is closed: while it cannot be saved, it stays open. */
  ris3_session_select (ris3_window_get_session (window), test_find_region (window, "FRL0"));
  test_wait_until (is_in_place, find_row (window, IMAGING), "the page in its size");
  focus_row (window, IMAGING);
  test_key (window, "F2");
  wait_for_focus (window, "draft-349");
  test_type (window, "Images");
  write_elsewhere (path, "349", "Theirs, too");
  wait_for_label (window, "It is now “Theirs, too”.");
  test_key (window, "ctrl+q");
  test_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  wait_for_focus (window, "draft-349");
  test_key (window, "Escape");
  wait_for_focused_row (window, IMAGING);

  /* And once that is done, it closes by itself. */
  test_key (window, "F2");
  wait_for_focus (window, "draft-349");
  test_type (window, "Imaging of patients");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (window);
  test_wait_until (is_finalized, &window, "the end of the window");
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  text = ris3_atlas_dup_value (atlas, "priority", "349", "text");
  g_assert_cmpstr (text, ==, "Imaging of patients");
}

/* A row is deleted, and the focus goes to its neighbour; undo brings it back. */
static void
test_delete (void)
{
  Ris3Window *window = start_editing ();

  focus_row (window, IMAGING);
  test_key (window, "Delete");
  test_wait_until (is_gone, &(Wait){ .window = window, .id = IMAGING }, "the end of a row");
  wait_for_focused_row (window, IMMUNOTHERAPY);
  test_key (window, "ctrl+z");
  wait_for_order (window, BIOMARKERS, IMAGING);
  wait_for_focused_row (window, IMMUNOTHERAPY);
  test_key (window, "ctrl+e");
  test_app_close (window);
}

/* A row is dragged before, below and after another. */
static void
test_drag_rows (void)
{
  Ris3Window *window = start_editing ();
  GtkWidget *from, *onto, *tree;
  double from_y, onto_y, y;

  focus_row (window, TELEMEDICINE);
  focus_row (window, BIOMARKERS);
  from = find_row (window, IMMUNOTHERAPY);
  onto = find_row (window, BIOMARKERS);
  tree = gtk_widget_get_parent (from);
  from_y = get_y (from) - get_y (tree) + gtk_widget_get_height (from) / 2.0;
  onto_y = get_y (onto) - get_y (tree);
  y = get_y (tree);
  test_drag (tree, 100, from_y, 100, onto_y + 4);
  wait_for_order (window, IMMUNOTHERAPY, BIOMARKERS);
  wait_until_still (tree);
  g_assert_cmpfloat (get_y (tree), ==, y);
  test_key (window, "ctrl+z");
  wait_for_order (window, IMAGING, IMMUNOTHERAPY);

  wait_until_still (find_row (window, IMAGING));
  onto_y = get_y (find_row (window, IMAGING)) - get_y (tree);
  test_drag (tree, 100, from_y, gtk_widget_get_width (tree) - 40, onto_y + 10);
  wait_for_indent (window, IMMUNOTHERAPY, 42);
  wait_for_order (window, IMAGING, IMMUNOTHERAPY);
  test_key (window, "ctrl+z");
  wait_for_indent (window, IMMUNOTHERAPY, 28);
  g_assert_cmpfloat (get_y (tree), ==, y);

  /* Not into itself. */
  wait_until_still (find_row (window, IMAGING));
  from_y = get_y (find_row (window, CARE)) - get_y (tree) + 10;
  onto_y = get_y (find_row (window, IMAGING)) - get_y (tree);
  test_drag (tree, 100, from_y, 100, onto_y + 4);
  wait_for_order (window, BIOMARKERS, IMAGING);
  wait_for_indent (window, CARE, 14);
  test_key (window, "ctrl+e");
  test_app_close (window);
}

static gboolean
is_scrolled_down (gpointer data)
{
  return gtk_adjustment_get_value (data) > 200;
}

/* While a row is dragged near the lower edge, the page scrolls; Escape ends that, and nothing has moved. */
static void
test_drag_scroll (void)
{
  Ris3Window *window = start_editing ();
  GtkWidget *row, *scroller;
  GtkAdjustment *scroll;

  focus_row (window, AREA);
  row = find_row (window, AREA);
  scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_false (is_scrolled_down (scroll));
  test_move_pointer (row, 100, 10);
  test_event ((const char *const[]){ "mousedown", "1", NULL });
  for (int y = 14; y <= 40; y += 4)
    test_move_pointer (row, 100, y);
  /* As a hand, which does not stand still. */
  for (int i = 0; i < 20 && !is_scrolled_down (scroll); i++)
    test_move_pointer (scroller, 100 + i % 3, gtk_widget_get_height (scroller) - 20 + i % 5);
  test_wait_until (is_scrolled_down, scroll, "the page to scroll");
  test_key (window, "Escape");
  test_event ((const char *const[]){ "mouseup", "1", NULL });
  wait_for_order (window, AREA, CARE);
  test_key (window, "ctrl+e");
  test_app_close (window);
}

static gboolean
is_deleted (gpointer data)
{
  return test_find_key (data, "strategy-" STRATEGY "-menu") == NULL;
}

static gboolean
is_back (gpointer data)
{
  return test_find_key (data, "strategy-" STRATEGY "-menu") != NULL;
}

/* The menus of a row and of a strategy, by pointer and keyboard; what they were opened from keeps the focus, or its
 * neighbour gets it.
 */
static void
test_menus (void)
{
  Ris3Window *window = start_editing ();
  GtkWidget *row;

  focus_row (window, IMAGING);
  row = find_row (window, IMAGING);
  test_move_pointer (row, 60, 10);
  test_event ((const char *const[]){ "click", "3", NULL });
  wait_for_label (window, "Move Up");
  test_wait_for_label (row, "Add After…");
  wait_until_still (test_find_label (row, "Edit Text"));
  test_click_middle (test_find_label (row, "Edit Text"));
  wait_for_focus (window, "draft-349");
  test_key (window, "Escape");
  wait_for_focused_row (window, IMAGING);

  /* The first of its siblings cannot go up or in, so that is not offered. */
  focus_row (window, BIOMARKERS);
  test_key (window, "Menu");
  wait_for_label (window, "Move Down");
  test_wait_for_no_label (find_row (window, BIOMARKERS), "Move Up");
  test_wait_for_no_label (find_row (window, BIOMARKERS), "Move In");
  test_key (window, "w");
  wait_for_order (window, IMAGING, BIOMARKERS);
  wait_for_focused_row (window, BIOMARKERS);
  test_key (window, "ctrl+z");
  wait_for_order (window, BIOMARKERS, IMAGING);

  g_assert_true (gtk_widget_grab_focus (get_named (window, "strategy-" STRATEGY "-menu")));
  test_key (window, "space");
  wait_for_label (window, "Delete Strategy");
  test_key (window, "d");
  test_wait_until (is_deleted, window, "the end of a strategy");
  wait_for_label (window, "That does not mean that none exists.");
  test_assert_nonnull (get_named (window, "region-add-strategy"));
  test_key (window, "ctrl+z");
  test_wait_until (is_back, window, "the strategy again");
  test_key (window, "ctrl+e");
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/edit-tree/mark", test_mark);
  g_test_add_func ("/window/edit-tree/keys", test_keys);
  g_test_add_func ("/window/edit-tree/text", test_text);
  g_test_add_func ("/window/edit-tree/delete", test_delete);
  g_test_add_func ("/window/edit-tree/drag", test_drag_rows);
  g_test_add_func ("/window/edit-tree/drag-scroll", test_drag_scroll);
  g_test_add_func ("/window/edit-tree/menus", test_menus);
  g_test_add_func ("/window/edit-tree/unsaved-text", test_unsaved_text);
  return g_test_run ();
}
