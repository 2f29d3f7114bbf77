/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-window.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-history-details.h"
#include "app/edit/ris3-history-filter.h"
#include "app/edit/ris3-history-row.h"
#include "app/edit/ris3-history-subject.h"
#include "app/ris3-child-window.h"
#include "model/ris3-history-list.h"
#include "model/ris3-printable.h"

struct _Ris3HistoryWindow
{
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  Ris3HistoryFilter *filter;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkListView *list_view;
  AdwStatusPage *failure;
  Ris3HistoryDetails *details;
  GtkWidget *back_button;

  Ris3Session *session;
  Ris3HistoryList *list;
  GtkSingleSelection *selection;
  Ris3HistoryQuery *subject;
  gint64 shown;  /* the change beside the list; 0: none */
  gint64 wanted; /* one that is to be shown once it is read; 0: none */
  gboolean was_at_top;
  guint tick; /* that scrolls to a change */
  guint goal;
  guint n_ticks;
  GCancellable *cancellable; /* of the choices */
};

G_DEFINE_FINAL_TYPE (Ris3HistoryWindow, ris3_history_window, ADW_TYPE_WINDOW)

static void
on_choices_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3HistoryWindow) self = user_data;
  g_auto (GStrv) actors = NULL;
  g_auto (GStrv) kinds = NULL;

  /* What cannot be read is told where the list is. */
  if (ris3_history_read_choices_finish (result, &actors, &kinds, NULL) && self->list != NULL)
    ris3_history_filter_set_choices (self->filter, (const char *const *) actors, (const char *const *) kinds);
}

static void
read_choices (Ris3HistoryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ris3_history_read_choices_async (ris3_atlas_get_path (ris3_session_get_atlas (self->session)), self->cancellable,
                                   on_choices_cb, g_object_ref (self));
}

static void
ask (Ris3HistoryWindow *self)
{
  Ris3HistoryQuery query = { 0 };

  if (ris3_history_filter_has_subject (self->filter))
    query = *self->subject;
  ris3_history_filter_apply (self->filter, &query);
  ris3_history_list_set_query (self->list, &query);
}

static void
on_filter_changed_cb (Ris3HistoryWindow *self)
{
  self->wanted = 0;
  self->was_at_top = TRUE;
  ask (self);
}

/* Once the rows are laid out, which they are after the first tick. */
static gboolean
on_tick_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  Ris3HistoryWindow *self = user_data;

  if (gtk_widget_get_height (list_view) == 0 || self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  if (self->goal < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", self->goal);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_to (Ris3HistoryWindow *self, guint position)
{
  self->goal = position;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->tick);
  self->n_ticks = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), on_tick_cb, self, NULL);
}

static void
show_details (Ris3HistoryWindow *self)
{
  if (self->shown == 0)
    return;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (self->back_button);
}

static void
on_selected_cb (Ris3HistoryWindow *self)
{
  Ris3Change *change = gtk_single_selection_get_selected_item (self->selection);

  /* One that has been replaced in the list is selected again once all is read. */
  if (change == NULL)
    return;
  self->shown = ris3_change_get_id (change);
  ris3_history_details_show (self->details, change);
}

static const char *
choose_page (Ris3HistoryWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    return "list";
  return ris3_history_filter_is_active (self->filter) ? "no-match" : "empty";
}

static void
on_loaded_cb (Ris3HistoryWindow *self)
{
  gboolean is_first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");
  guint position;

  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  if (self->wanted != 0 && ris3_history_list_get_loading (self->list))
    return;
  if (self->wanted != 0 && ris3_history_list_find (self->list, self->wanted) == G_MAXUINT)
    self->wanted = 0;
  position = ris3_history_list_find (self->list, self->wanted != 0 ? self->wanted : self->shown);
  if (position != G_MAXUINT)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (self->wanted != 0)
        {
          self->was_at_top = FALSE;
          scroll_to (self, position);
          show_details (self);
        }
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  else
    {
      self->shown = 0;
      ris3_history_details_show (self->details, NULL);
    }
  self->wanted = 0;
  if (self->was_at_top)
    scroll_to (self, 0);
  /* A list that is not seen would take every key. */
  if (is_first && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    ris3_history_filter_focus_search (self->filter);
  else if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_failed_cb (Ris3HistoryWindow *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  /* A status page's description is Pango markup. */
  g_autofree char *description = ris3_printable_markup (words);

  adw_status_page_set_description (self->failure, description);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
on_try_again_cb (Ris3HistoryWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ask (self);
}

/* Somebody who looks at the newest changes sees those that come. */
static void
on_atlas_changed_cb (Ris3HistoryWindow *self)
{
  self->was_at_top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroll)) <= 0;
  ris3_history_list_refresh (self->list);
  ris3_history_details_refresh (self->details);
  read_choices (self);
}

static void
on_scrolled_cb (Ris3HistoryWindow *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (page > 0 && gtk_adjustment_get_value (adjustment) + 3 * page > gtk_adjustment_get_upper (adjustment))
    ris3_history_list_load_more (self->list);
}

/* Since GTK 4.12, the row is not in the list yet when it is bound. */
static void
show_row (Ris3HistoryWindow *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  Ris3Change *change = gtk_list_item_get_item (item);
  g_autoptr (Ris3Change) above = NULL;
  guint position = gtk_list_item_get_position (item);

  if (row == NULL || change == NULL)
    return;
  if (position > 0 && position != GTK_INVALID_LIST_POSITION)
    above = g_list_model_get_item (G_LIST_MODEL (self->selection), position - 1);
  ris3_history_row_show (RIS3_HISTORY_ROW (row), change, above);
}

static void
on_moved_cb (GtkListItem *item, GParamSpec *pspec, Ris3HistoryWindow *self)
{
  show_row (self, item);
}

static void
on_setup_cb (Ris3HistoryWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ris3_history_row_new ());
  /* Above what was the first change of a day, there may be another one now. */
  g_signal_connect_object (item, "notify::position", G_CALLBACK (on_moved_cb), self, 0);
}

static void
on_bind_cb (Ris3HistoryWindow *self, GtkListItem *item)
{
  show_row (self, item);
}

static void
on_row_activated_cb (Ris3HistoryWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_details (self);
}

/* Where only one of the panes is shown, a click on a change opens it. */
static void
on_released_cb (Ris3HistoryWindow *self, int n_press, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);

  if (adw_leaflet_get_folded (self->leaflet) && under != NULL && under != GTK_WIDGET (self->list_view))
    show_details (self);
}

static void
on_back_cb (Ris3HistoryWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_change (Ris3HistoryWindow *self, gint64 id)
{
  self->wanted = id;
  /* It may not be among what is asked for. */
  if (ris3_history_list_find (self->list, id) == G_MAXUINT
      && (ris3_history_filter_is_active (self->filter) || ris3_history_filter_has_subject (self->filter)))
    {
      ris3_history_filter_set_subject (self->filter, NULL);
      ris3_history_filter_clear (self->filter);
      self->wanted = id;
    }
  ris3_history_list_load_to (self->list, id);
  if (!ris3_history_list_get_loading (self->list))
    on_loaded_cb (self);
}

static void
on_show_change_cb (Ris3HistoryWindow *self, gint64 id)
{
  show_change (self, id);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3HistoryWindow *self = RIS3_HISTORY_WINDOW (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  ris3_history_filter_focus_search (self->filter);
}

/* Where there is nothing to undo, the key does nothing, as in the main window. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Session *session = RIS3_HISTORY_WINDOW (widget)->session;

  if (ris3_atlas_get_undo_title (ris3_session_get_atlas (session)) != NULL)
    ris3_session_undo (session, 0);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Session *session = RIS3_HISTORY_WINDOW (widget)->session;

  if (ris3_atlas_get_redo_title (ris3_session_get_atlas (session)) != NULL)
    ris3_session_redo (session);
}

/* Escape goes back to the list where that is another pane; there, it ends the search, and then closes the window. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3HistoryWindow *self = RIS3_HISTORY_WINDOW (widget);

  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == gtk_widget_get_parent (GTK_WIDGET (self->details)))
    on_back_cb (self);
  else if (!ris3_history_filter_end_search (self->filter))
    gtk_window_close (GTK_WINDOW (self));
}

static void
ris3_history_window_dispose (GObject *object)
{
  Ris3HistoryWindow *self = RIS3_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      g_object_run_dispose (G_OBJECT (self->list));
    }
  if (self->scroll != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroll), self);
  /* A tooltip that is shown goes on holding the actions of its window, and so the main window. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_HISTORY_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->subject, ris3_history_query_free);
  G_OBJECT_CLASS (ris3_history_window_parent_class)->dispose (object);
}

static void
ris3_history_window_class_init (Ris3HistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_history_window_dispose;
  g_type_ensure (RIS3_TYPE_HISTORY_FILTER);
  g_type_ensure (RIS3_TYPE_HISTORY_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, details);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryWindow, back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, ris3_history_filter_clear);
  gtk_widget_class_install_action (widget_class, "history.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "history.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "history.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "history.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "history.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "history.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "history.redo",
                                       NULL);
}

static void
ris3_history_window_init (Ris3HistoryWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  self->was_at_top = TRUE;
  ris3_history_filter_capture_keys (self->filter, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (on_filter_changed_cb), self);
  g_signal_connect_swapped (self->details, "show-change", G_CALLBACK (on_show_change_cb), self);
}

static void
attach (Ris3HistoryWindow *self, Ris3EditDesk *desk)
{
  GtkWindow *window = ris3_edit_desk_get_window (desk);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);

  self->session = g_object_ref (ris3_edit_desk_get_session (desk));
  self->list = ris3_history_list_new (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  ris3_history_details_set_session (self->details, self->session);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit", ris3_edit_desk_get_actions (desk));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (window));
  gtk_window_set_transient_for (GTK_WINDOW (self), window);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  /* Another atlas has another history. */
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  read_choices (self);
}

/* The desk's window of the history; NULL if no atlas is open. (transfer none) */
static Ris3HistoryWindow *
get_window (Ris3EditDesk *desk, gboolean *is_new)
{
  GtkWindow *window = ris3_edit_desk_get_window (desk);
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();
  Ris3HistoryWindow *self;

  if (window == NULL || ris3_session_get_atlas (ris3_edit_desk_get_session (desk)) == NULL)
    return NULL;
  *is_new = FALSE;
  for (GList *l = toplevels; l != NULL; l = l->next)
    if (RIS3_IS_HISTORY_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == window
        && RIS3_HISTORY_WINDOW (l->data)->list != NULL)
      return l->data;
  *is_new = TRUE;
  self = g_object_new (RIS3_TYPE_HISTORY_WINDOW, NULL);
  attach (self, desk);
  return self;
}

static void
history_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = user_data;
  gboolean is_new;
  Ris3HistoryWindow *self = get_window (desk, &is_new);
  const char *table, *key;
  g_autofree char *title = NULL;

  if (self == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &table, &key);
  g_clear_pointer (&self->subject, ris3_history_query_free);
  self->subject = ris3_history_subject_new (self->session, table, key, &title);
  ris3_history_filter_set_subject (self->filter, title);
  ris3_history_filter_clear (self->filter);
  gtk_window_present (GTK_WINDOW (self));
}

static void
history_show_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean is_new;
  Ris3HistoryWindow *self = get_window (user_data, &is_new);

  if (self == NULL)
    return;
  if (is_new)
    {
      self->subject = g_new0 (Ris3HistoryQuery, 1);
      ask (self);
    }
  show_change (self, g_variant_get_int64 (parameter));
  gtk_window_present (GTK_WINDOW (self));
}

void
ris3_history_window_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "history", .parameter_type = "(ss)", .activate = history_action },
    { .name = "history-show", .parameter_type = "x", .activate = history_show_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), FALSE);
}
