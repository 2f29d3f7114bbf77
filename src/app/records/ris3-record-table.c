/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-table-private.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-cell.h"

G_DEFINE_FINAL_TYPE (Ris3RecordTable, ris3_record_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_RECORDS,
  PROP_ALL_PERIODS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_OPENED,
  SIGNAL_MAP_WANTED,
  SIGNAL_UNPLACED,
  SIGNAL_COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_activate_cb (GtkColumnView *view, guint position, Ris3RecordTable *self)
{
  _ris3_record_table_activate (self, position);
}

/* The rest of a text that is shortened. */
static gboolean
on_query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip, Ris3RecordTable *self)
{
  gboolean has_menu = self->popover != NULL && gtk_widget_get_visible (self->popover);
  GtkWidget *cell = keyboard_mode || has_menu ? NULL : _ris3_record_table_pick (self, x, y);
  g_autofree char *text = cell != NULL ? ris3_record_cell_dup_hidden_text (RIS3_RECORD_CELL (cell)) : NULL;

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_chooser_wanted_cb (GtkMenuButton *button, gpointer user_data)
{
  gtk_menu_button_set_popover (button, _ris3_record_chooser_new (RIS3_RECORD_TABLE (user_data)));
}

static void
show_records (Ris3RecordTable *self, const char *id)
{
  Ris3Records records;

  if (!ris3_records_from_id (id, &records) || records == self->records)
    return;
  _ris3_record_table_keep_columns (self);
  self->records = records;
  /* Else the columns would be filled with rows that go. */
  ris3_record_list_clear (self->list);
  _ris3_record_table_show_columns (self);
  _ris3_record_table_show_choices (self);
  _ris3_record_table_show_state (self);
  _ris3_record_table_work (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORDS]);
}

static void
set_all_periods (Ris3RecordTable *self, gboolean all_periods)
{
  if (self->all_periods == all_periods)
    return;
  self->all_periods = all_periods;
  _ris3_record_table_work (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_PERIODS]);
}

static void
ris3_record_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RECORDS)
    g_value_set_string (value, ris3_records_get_id (RIS3_RECORD_TABLE (object)->records));
  else if (prop_id == PROP_ALL_PERIODS)
    g_value_set_boolean (value, RIS3_RECORD_TABLE (object)->all_periods);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_record_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RECORDS)
    show_records (RIS3_RECORD_TABLE (object), g_value_get_string (value));
  else if (prop_id == PROP_ALL_PERIODS)
    set_all_periods (RIS3_RECORD_TABLE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_record_table_map (GtkWidget *widget)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (widget);

  GTK_WIDGET_CLASS (ris3_record_table_parent_class)->map (widget);
  /* It may have changed meanwhile. */
  if (self->data == NULL || self->is_outdated)
    _ris3_record_table_work (self);
}

static gboolean
ris3_record_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RIS3_RECORD_TABLE (widget)->view));
}

/* The rows are one stop of the Tab key, as in the list of regions. */
static gboolean
ris3_record_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_in_rows = focus != NULL && gtk_widget_is_ancestor (focus, self->scroller);

  if (direction == GTK_DIR_TAB_FORWARD && is_in_rows)
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD && is_in_rows)
    return gtk_widget_grab_focus (self->export_button);
  if (direction == GTK_DIR_TAB_FORWARD && focus == self->export_button
      && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET_CLASS (ris3_record_table_parent_class)->focus (widget, direction);
}

static void
ris3_record_table_dispose (GObject *object)
{
  Ris3RecordTable *self = RIS3_RECORD_TABLE (object);
  GtkWidget *child;

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->working);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  /* With the view, the sorting goes; that is nobody's wish. */
  self->is_laying_out = TRUE;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_RECORD_TABLE);
  /* Boxes in the template that no field is bound to. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  g_clear_pointer (&self->data, ris3_record_data_unref);
  g_clear_pointer (&self->rows, ris3_exchange_rows_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  _ris3_record_table_free_layouts (self);
  G_OBJECT_CLASS (ris3_record_table_parent_class)->dispose (object);
}

static void
ris3_record_table_finalize (GObject *object)
{
  g_hash_table_unref (RIS3_RECORD_TABLE (object)->bound);
  G_OBJECT_CLASS (ris3_record_table_parent_class)->finalize (object);
}

static void
ris3_record_table_class_init (Ris3RecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = ris3_record_table_dispose;
  object_class->finalize = ris3_record_table_finalize;
  object_class->get_property = ris3_record_table_get_property;
  object_class->set_property = ris3_record_table_set_property;
  widget_class->map = ris3_record_table_map;
  widget_class->focus = ris3_record_table_focus;
  widget_class->grab_focus = ris3_record_table_grab_focus;

  properties[PROP_RECORDS] = g_param_spec_string ("records", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALL_PERIODS] = g_param_spec_boolean (
      "all-periods", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MAP_WANTED]
      = g_signal_new ("map-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNPLACED]
      = g_signal_new ("unplaced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_COPIED]
      = g_signal_new ("copied", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "recordtable");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/records/ris3-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, headline);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, all_periods_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, difference_choice);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, chooser_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, export_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, busy);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, message);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, count);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, selected);
  gtk_widget_class_bind_template_child (widget_class, Ris3RecordTable, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_install_property_action (widget_class, "record.records", "records");
  gtk_widget_class_install_property_action (widget_class, "record.all-periods", "all-periods");
  _ris3_record_table_install_row_actions (widget_class);
}

static void
ris3_record_table_init (Ris3RecordTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = ris3_record_list_new ();
  self->difference = -1;
  self->bound = g_hash_table_new (NULL, NULL);
}

GtkWidget *
ris3_record_table_new (Ris3Session *session, GSettings *settings)
{
  Ris3RecordTable *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);
  self = g_object_new (RIS3_TYPE_RECORD_TABLE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  _ris3_record_table_load_layouts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALL_PERIODS]);
  _ris3_record_table_show_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->list));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->chooser_button), on_chooser_wanted_cb, self, NULL);
  _ris3_record_table_watch_sorter (self);
  _ris3_record_table_add_row_controllers (self);
  _ris3_record_table_show_state (self);
  _ris3_record_table_watch (self);
  return GTK_WIDGET (self);
}

void
ris3_record_table_save (Ris3RecordTable *self)
{
  g_return_if_fail (RIS3_IS_RECORD_TABLE (self));
  _ris3_record_table_save_layouts (self);
}

void
ris3_record_table_set_filter_result (Ris3RecordTable *self, Ris3FilterResult *result)
{
  g_return_if_fail (RIS3_IS_RECORD_TABLE (self));
  if (self->filter == result)
    return;
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  self->filter = result != NULL ? ris3_filter_result_ref (result) : NULL;
  self->is_outdated = TRUE;
  _ris3_record_table_work (self);
}

Ris3FilterResult *
ris3_record_table_get_filter_result (Ris3RecordTable *self)
{
  g_return_val_if_fail (RIS3_IS_RECORD_TABLE (self), NULL);
  return self->filter;
}

gboolean
ris3_record_table_sort_by (Ris3RecordTable *self, const char *column, gboolean descending)
{
  gint found;

  g_return_val_if_fail (RIS3_IS_RECORD_TABLE (self) && column != NULL, FALSE);
  found = ris3_record_columns_find (self->records, column);
  if (found >= 0)
    _ris3_record_table_sort (self, found, descending);
  return found >= 0;
}

Ris3RecordShown *
ris3_record_table_dup_shown (Ris3RecordTable *self)
{
  Ris3RecordOrder *order;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *sorted_by = NULL;
  GArray *places;

  g_return_val_if_fail (RIS3_IS_RECORD_TABLE (self), NULL);
  order = ris3_record_list_get_order (self->list);
  if (order == NULL || ris3_record_data_get_records (ris3_record_order_get_data (order)) != self->records)
    return NULL;
  _ris3_record_table_keep_columns (self);
  places = self->layouts[self->records].places;
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Ris3RecordPlace, i).is_shown
        && _ris3_record_table_has_column (self, g_array_index (places, Ris3RecordPlace, i).column))
      g_array_append_val (columns, g_array_index (places, Ris3RecordPlace, i).column);
  if (columns->len == 0)
    return NULL;
  sorted_by = _ris3_record_table_describe_order (self);
  return ris3_record_shown_new (order, (const guint *) (gpointer) columns->data, columns->len, sorted_by);
}

const char *
ris3_record_table_get_count (Ris3RecordTable *self)
{
  g_return_val_if_fail (RIS3_IS_RECORD_TABLE (self), NULL);
  return gtk_label_get_label (self->count);
}
