/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody does with rows: selects, opens and copies them. */

#include "config.h"

#include "app/records/ris3-record-table-private.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-cell.h"
#include "app/ris3-context-menu.h"
#include "app/ris3-list-scroll.h"
#include "app/ris3-session-filter.h"

/* That are seen beside the one that is scrolled to. */
#define ROWS_BESIDE 4

static GtkWidget *
find_list (Ris3RecordTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
_ris3_record_table_scroll_to (Ris3RecordTable *self, guint position)
{
  GtkWidget *list = find_list (self);

  if (list != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    ris3_list_scroll_to (GTK_LIST_VIEW (list), position);
}

/* With some rows before or behind it, whichever side it comes from. */
static void
scroll_well_to (Ris3RecordTable *self, guint position)
{
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  double height = gtk_adjustment_get_upper (rows) / MAX (n, 1);
  double value = gtk_adjustment_get_value (rows);

  if (position * height < value)
    position -= MIN (position, ROWS_BESIDE);
  else if ((position + 1) * height > value + gtk_adjustment_get_page_size (rows))
    position = MIN (position + ROWS_BESIDE, n - 1);
  _ris3_record_table_scroll_to (self, position);
}

void
_ris3_record_table_show_n_selected (Ris3RecordTable *self)
{
  guint n = ris3_record_list_get_n_selected (self->list);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);
  g_autofree char *of_regions = NULL;
  guint n_regions;

  ris3_session_get_selection (self->session, &n_regions);
  /* Translators: rows of the table that are selected, “16 selected”, and of how many regions: some of these have no
   * row, others have several. */
  of_regions = g_strdup_printf (ngettext ("%s, of %'u region", "%s, of %'u regions", n_regions), text, n_regions);
  gtk_label_set_label (self->selected, n == 0 ? "" : n_regions > 0 && n_regions != n ? of_regions : text);
}

/* Selects the regions of the rows, in the order of the rows. */
static void
on_selection_changed_cb (Ris3RecordTable *self)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) known = gtk_bitset_new_empty ();
  Ris3RecordOrder *order = ris3_record_list_get_order (self->list);

  _ris3_record_table_show_n_selected (self);
  if (self->is_selecting || order == NULL)
    return;
  rows = ris3_record_list_get_selected_rows (self->list);
  for (guint i = 0; i < rows->len; i++)
    {
      guint n;
      const guint *of_row
          = ris3_record_data_get_regions (ris3_record_order_get_data (order), g_array_index (rows, guint, i), &n);

      for (guint r = 0; r < n; r++)
        if (gtk_bitset_add (known, of_row[r]))
          g_array_append_val (regions, of_row[r]);
    }
  self->is_selecting = TRUE;
  ris3_session_select_many (self->session, (const guint *) (gpointer) regions->data, regions->len);
  self->is_selecting = FALSE;
  _ris3_record_table_show_n_selected (self);
}

void
_ris3_record_table_follow_selection (Ris3RecordTable *self, gboolean scroll)
{
  guint n, first;
  const guint *regions;

  if (self->is_selecting)
    return;
  regions = ris3_session_get_selection (self->session, &n);
  self->is_selecting = TRUE;
  if (ris3_record_list_select_regions (self->list, regions, n, &first) && scroll)
    scroll_well_to (self, first);
  self->is_selecting = FALSE;
  _ris3_record_table_show_n_selected (self);
}

static void
on_session_selection_changed_cb (Ris3RecordTable *self)
{
  _ris3_record_table_follow_selection (self, TRUE);
}

void
_ris3_record_table_activate (Ris3RecordTable *self, guint position)
{
  Ris3RecordOrder *order = ris3_record_list_get_order (self->list);
  Ris3RecordData *data;
  const guint *regions;
  guint row, n_regions;

  if (order == NULL || position >= ris3_record_order_get_n_rows (order))
    return;
  data = ris3_record_order_get_data (order);
  row = ris3_record_order_get_row (order, position);
  regions = ris3_record_data_get_regions (data, row, &n_regions);
  if (n_regions == 0)
    {
      g_signal_emit_by_name (self, "unplaced", ris3_strategy_get_title (ris3_record_data_get_strategy (data, row)));
      return;
    }
  self->is_selecting = TRUE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->list), position, TRUE);
  ris3_session_select (self->session, (gint) regions[0]);
  self->is_selecting = FALSE;
  if (self->records != RIS3_RECORDS_REGIONS)
    ris3_session_show_row (self->session, self->records == RIS3_RECORDS_PRIORITIES ? "priority" : "strategy",
                           ris3_record_data_get_key (data, row),
                           ris3_strategy_get_id (ris3_record_data_get_strategy (data, row)));
  g_signal_emit_by_name (self, "opened");
}

/* The first selected row. */
static gboolean
find_selected (Ris3RecordTable *self, guint *position)
{
  g_autoptr (GArray) rows = ris3_record_list_get_selected_rows (self->list);

  return rows->len > 0
         && ris3_record_order_find (ris3_record_list_get_order (self->list), g_array_index (rows, guint, 0), position);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (widget);
  guint position;

  if (find_selected (self, &position))
    _ris3_record_table_activate (self, position);
}

static void
show_on_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (widget);
  guint position, n_regions;

  if (!find_selected (self, &position))
    return;
  ris3_session_get_selection (self->session, &n_regions);
  if (n_regions > 0)
    g_signal_emit_by_name (self, "map-wanted");
  else
    _ris3_record_table_activate (self, position);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (widget);
  g_autoptr (Ris3RecordShown) shown = ris3_record_table_dup_shown (self);
  g_autoptr (GArray) rows = ris3_record_list_get_selected_rows (self->list);
  g_autofree char *tsv = NULL;

  if (shown == NULL || rows->len == 0)
    return;
  tsv = ris3_record_shown_to_tsv (shown, rows);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
  g_signal_emit_by_name (self, "copied", rows->len);
}

/* A cell fills its row but for some room around it. */
static GtkWidget *
find_cell (GtkWidget *widget, GtkWidget *view)
{
  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = widget;

      for (guint depth = 0; depth < 3 && child != NULL; depth++, child = gtk_widget_get_first_child (child))
        if (RIS3_IS_RECORD_CELL (child))
          return child;
      if (GTK_IS_LIST_VIEW (widget))
        return NULL;
    }
  return NULL;
}

GtkWidget *
_ris3_record_table_pick (Ris3RecordTable *self, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || GTK_IS_LIST_VIEW (picked))
    return NULL;
  return find_cell (picked, view);
}

/* Coordinates in the view. */
static void
pop_up (Ris3RecordTable *self, double x, double y)
{
  if (self->popover == NULL)
    self->popover = ris3_context_menu_new (GTK_WIDGET (self), self->row_menu, TRUE);
  ris3_context_menu_pop_up (self->popover, GTK_WIDGET (self->view), x, y);
}

static void
on_pressed_cb (Ris3RecordTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *cell = _ris3_record_table_pick (self, x, y);
  guint position;

  if (cell == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  position = ris3_record_cell_get_position (RIS3_RECORD_CELL (cell));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->list), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->list), position, TRUE);
  pop_up (self, x, y);
}

static gboolean
on_menu_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  Ris3RecordTable *self = user_data;
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || ris3_record_list_get_n_selected (self->list) == 0
      || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;
  pop_up (self, MAX (bounds.origin.x, 0) + 24, bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

void
_ris3_record_table_add_row_controllers (Ris3RecordTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"), gtk_named_action_new ("record.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (on_session_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
_ris3_record_table_install_row_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "record.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "record.show-on-map", NULL, show_on_map_action);
  gtk_widget_class_install_action (klass, "record.copy", NULL, copy_action);
}
