/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which columns a table has, in which order, how wide, and by which it is sorted. */

#include "config.h"

#include "app/records/ris3-record-table-private.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-cell.h"

#define COLUMN_KEY "ris3-record-column"

/* Wider than any screen. */
#define MAX_WIDTH 4000

static Ris3RecordLayout *
get_layout (Ris3RecordTable *self)
{
  return &self->layouts[self->records];
}

static void
reset (Ris3RecordLayout *layout, Ris3Records records)
{
  guint n_columns;
  const Ris3RecordColumn *columns = ris3_record_columns_get (records, &n_columns);

  g_clear_pointer (&layout->places, g_array_unref);
  layout->places = g_array_new (FALSE, FALSE, sizeof (Ris3RecordPlace));
  for (guint i = 0; i < n_columns; i++)
    {
      Ris3RecordPlace place = { i, -1, columns[i].is_shown };

      g_array_append_val (layout->places, place);
    }
}

static void
put_place (GArray *places, guint index, Ris3RecordPlace place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Ris3RecordPlace, i).column == place.column)
      g_array_remove_index (places, i--);
  g_array_insert_val (places, MIN (index, places->len), place);
}

/* What is remembered comes first; columns that are new since then come after it. */
static void
load_places (Ris3RecordLayout *layout, Ris3Records records, GVariant *places)
{
  GVariantIter iter;
  const char *id;
  int width;
  gboolean is_shown;
  guint index = 0;

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &is_shown))
    {
      gint column = ris3_record_columns_find (records, id);
      Ris3RecordPlace place = { (guint) column, CLAMP (width, -1, MAX_WIDTH), is_shown };

      if (column >= 0)
        put_place (layout->places, index++, place);
    }
}

void
_ris3_record_table_load_layouts (Ris3RecordTable *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, "table-columns");
  g_autoptr (GVariant) orders = g_settings_get_value (self->settings, "table-order");
  g_autofree char *records = g_settings_get_string (self->settings, "table-records");

  ris3_records_from_id (records, &self->records);
  self->all_periods = g_settings_get_boolean (self->settings, "table-all-periods");
  for (guint i = 0; i < RIS3_N_RECORDS; i++)
    {
      Ris3RecordLayout *layout = &self->layouts[i];
      const char *id = ris3_records_get_id (i);
      g_autoptr (GVariant) places = g_variant_lookup_value (all, id, G_VARIANT_TYPE ("a(sib)"));
      const char *sorted_by;

      reset (layout, i);
      layout->sorted_by = -1;
      if (places != NULL)
        load_places (layout, i, places);
      if (g_variant_lookup (orders, id, "(&sb)", &sorted_by, &layout->descending))
        layout->sorted_by = ris3_record_columns_find (i, sorted_by);
    }
}

void
_ris3_record_table_save_layouts (Ris3RecordTable *self)
{
  GVariantBuilder all, orders;

  _ris3_record_table_keep_columns (self);
  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{sa(sib)}"));
  g_variant_builder_init (&orders, G_VARIANT_TYPE ("a{s(sb)}"));
  for (guint i = 0; i < RIS3_N_RECORDS; i++)
    {
      const Ris3RecordLayout *layout = &self->layouts[i];
      const Ris3RecordColumn *columns = ris3_record_columns_get (i, NULL);

      g_variant_builder_open (&all, G_VARIANT_TYPE ("{sa(sib)}"));
      g_variant_builder_add (&all, "s", ris3_records_get_id (i));
      g_variant_builder_open (&all, G_VARIANT_TYPE ("a(sib)"));
      for (guint p = 0; p < layout->places->len; p++)
        {
          const Ris3RecordPlace *place = &g_array_index (layout->places, Ris3RecordPlace, p);

          g_variant_builder_add (&all, "(sib)", columns[place->column].id, place->width, place->is_shown);
        }
      g_variant_builder_close (&all);
      g_variant_builder_close (&all);
      if (layout->sorted_by >= 0)
        g_variant_builder_add (&orders, "{s(sb)}", ris3_records_get_id (i), columns[layout->sorted_by].id,
                               layout->descending);
    }
  g_settings_set_value (self->settings, "table-columns", g_variant_builder_end (&all));
  g_settings_set_value (self->settings, "table-order", g_variant_builder_end (&orders));
  g_settings_set_string (self->settings, "table-records", ris3_records_get_id (self->records));
  g_settings_set_boolean (self->settings, "table-all-periods", self->all_periods);
}

void
_ris3_record_table_free_layouts (Ris3RecordTable *self)
{
  for (guint i = 0; i < RIS3_N_RECORDS; i++)
    g_clear_pointer (&self->layouts[i].places, g_array_unref);
}

/* object: one of the view, or its factory */
static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), COLUMN_KEY));
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, ris3_record_cell_new (get_column (factory)));
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Ris3RecordTable *self = user_data;
  guint position = gtk_list_item_get_position (item);
  /* The item that GTK has may be what stood there before (ris3_record_list_set_order ()). */
  g_autoptr (Ris3RecordRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  g_hash_table_add (self->bound, item);
  ris3_record_cell_set_row (RIS3_RECORD_CELL (gtk_list_item_get_child (item)), row, position);
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Ris3RecordTable *self = user_data;

  g_hash_table_remove (self->bound, item);
  ris3_record_cell_set_row (RIS3_RECORD_CELL (gtk_list_item_get_child (item)), NULL, GTK_INVALID_LIST_POSITION);
}

void
_ris3_record_table_show_rows (Ris3RecordTable *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      guint position = gtk_list_item_get_position (item);
      g_autoptr (Ris3RecordRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      ris3_record_cell_set_row (RIS3_RECORD_CELL (gtk_list_item_get_child (item)), row, position);
    }
}

/* Rows are sorted elsewhere (Ris3RecordOrder). GTK 4.8 tells by which column only in this way: of two rows, the first
 * column asked is that by which they are sorted. */
static GQuark
get_asked_quark (void)
{
  return g_quark_from_static_string ("ris3-record-asked");
}

static int
compare_asked (gconstpointer a, gconstpointer b, gpointer column)
{
  g_object_set_qdata ((gpointer) a, get_asked_quark (), GUINT_TO_POINTER (GPOINTER_TO_UINT (column) + 1));
  return GTK_ORDERING_SMALLER;
}

/* -1: by none. */
static gint
ask_sorter (Ris3RecordTable *self, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  /* Reversed, it may ask for the rows the other way round. */
  GtkOrdering ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b);
  guint asked = GPOINTER_TO_UINT (g_object_get_qdata (a, get_asked_quark ()));

  if (asked == 0)
    asked = GPOINTER_TO_UINT (g_object_get_qdata (b, get_asked_quark ()));
  *descending = ordering == GTK_ORDERING_LARGER;
  return (gint) asked - 1;
}

static Ris3Classification *
get_side (Ris3RecordTable *self, Ris3Side side)
{
  return self->session != NULL ? ris3_session_get_side (self->session, side) : NULL;
}

gboolean
_ris3_record_table_has_column (Ris3RecordTable *self, guint column)
{
  return !ris3_record_column_is_of_two (&ris3_record_columns_get (self->records, NULL)[column])
         || get_side (self, RIS3_SIDE_SECOND) != NULL;
}

char *
_ris3_record_table_dup_title (Ris3RecordTable *self, guint column)
{
  return ris3_record_column_dup_title (&ris3_record_columns_get (self->records, NULL)[column],
                                       get_side (self, RIS3_SIDE_FIRST), get_side (self, RIS3_SIDE_SECOND));
}

/* Larger text needs more room. */
static int
get_first_width (Ris3RecordTable *self, guint column)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (int) (ris3_record_columns_get (self->records, NULL)[column].width * MAX (1.0, dpi / 1024.0 / 96));
}

static GtkColumnViewColumn *
new_column (Ris3RecordTable *self, const Ris3RecordPlace *place)
{
  g_autofree char *title = _ris3_record_table_dup_title (self, place->column);
  gpointer index = GUINT_TO_POINTER (place->column);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare_asked, index, NULL));

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, index);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), self);
  g_object_set_data (G_OBJECT (result), COLUMN_KEY, index);
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_fixed_width (result,
                                          place->width > 0 ? place->width : get_first_width (self, place->column));
  gtk_column_view_column_set_visible (result, place->is_shown && _ris3_record_table_has_column (self, place->column));
  return result;
}

/* (transfer full) */
static GtkColumnViewColumn *
find_column (Ris3RecordTable *self, guint column, guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) found = g_list_model_get_item (columns, i);

      if (get_column (found) == column)
        {
          if (position != NULL)
            *position = i;
          return g_steal_pointer (&found);
        }
    }
  return NULL;
}

static void
show_arrow (Ris3RecordTable *self)
{
  const Ris3RecordLayout *layout = get_layout (self);
  g_autoptr (GtkColumnViewColumn) column
      = layout->sorted_by >= 0 ? find_column (self, (guint) layout->sorted_by, NULL) : NULL;

  gtk_column_view_sort_by_column (self->view, column, layout->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void
_ris3_record_table_show_columns (Ris3RecordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const Ris3RecordLayout *layout = get_layout (self);

  self->is_laying_out = TRUE;
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

      gtk_column_view_remove_column (self->view, last);
    }
  for (guint i = 0; i < layout->places->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = new_column (self, &g_array_index (layout->places, Ris3RecordPlace, i));

      gtk_column_view_append_column (self->view, column);
    }
  show_arrow (self);
  self->is_laying_out = FALSE;
}

static gboolean
is_chosen (const Ris3RecordLayout *layout, guint column)
{
  for (guint i = 0; i < layout->places->len; i++)
    if (g_array_index (layout->places, Ris3RecordPlace, i).column == column)
      return g_array_index (layout->places, Ris3RecordPlace, i).is_shown;
  return FALSE;
}

void
_ris3_record_table_keep_columns (Ris3RecordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  Ris3RecordLayout *layout = get_layout (self);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = gtk_column_view_column_get_fixed_width (column);
      Ris3RecordPlace place = { get_column (column), width, gtk_column_view_column_get_visible (column) };

      if (width == get_first_width (self, place.column))
        place.width = -1;
      /* Not because of somebody's choice. */
      if (ris3_record_column_is_of_two (&ris3_record_columns_get (self->records, NULL)[place.column])
          && !place.is_shown)
        place.is_shown = is_chosen (layout, place.column);
      put_place (layout->places, i, place);
    }
}

void
_ris3_record_table_show_column (Ris3RecordTable *self, guint column, gboolean is_shown)
{
  g_autoptr (GtkColumnViewColumn) found = find_column (self, column, NULL);

  gtk_column_view_column_set_visible (found, is_shown);
  for (guint i = 0; i < get_layout (self)->places->len; i++)
    if (g_array_index (get_layout (self)->places, Ris3RecordPlace, i).column == column)
      g_array_index (get_layout (self)->places, Ris3RecordPlace, i).is_shown = is_shown;
  _ris3_record_table_keep_columns (self);
}

void
_ris3_record_table_move_column (Ris3RecordTable *self, guint column, int by)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  gint n = (gint) g_list_model_get_n_items (columns);
  guint position = 0;
  g_autoptr (GtkColumnViewColumn) found = find_column (self, column, &position);

  /* What is not offered is passed over. */
  for (gint to = (gint) position + by; to >= 0 && to < n; to += by)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, (guint) to);

      if (!_ris3_record_table_has_column (self, get_column (other)))
        continue;
      gtk_column_view_insert_column (self->view, (guint) to, found);
      break;
    }
  _ris3_record_table_keep_columns (self);
}

void
_ris3_record_table_reset_columns (Ris3RecordTable *self)
{
  reset (get_layout (self), self->records);
  _ris3_record_table_show_columns (self);
}

static void
set_order (Ris3RecordTable *self, gint column, gboolean descending)
{
  Ris3RecordLayout *layout = get_layout (self);

  if (layout->sorted_by == column && layout->descending == descending)
    return;
  layout->sorted_by = column;
  layout->descending = descending;
  self->scrolls_to_top = TRUE;
  _ris3_record_table_work (self);
}

void
_ris3_record_table_sort (Ris3RecordTable *self, gint column, gboolean descending)
{
  set_order (self, column, descending);
  self->is_laying_out = TRUE;
  show_arrow (self);
  self->is_laying_out = FALSE;
}

static void
on_sorter_changed_cb (Ris3RecordTable *self)
{
  gboolean descending;
  gint column;

  if (self->is_laying_out)
    return;
  column = ask_sorter (self, &descending);
  set_order (self, column, descending);
}

char *
_ris3_record_table_describe_order (Ris3RecordTable *self)
{
  const Ris3RecordLayout *layout = get_layout (self);
  g_autofree char *title = NULL;

  if (layout->sorted_by < 0 || !_ris3_record_table_has_column (self, (guint) layout->sorted_by))
    return NULL;
  title = _ris3_record_table_dup_title (self, (guint) layout->sorted_by);
  /* Translators: by which column a table is sorted */
  return layout->descending ? g_strdup_printf (_ ("%s, descending"), title) : g_steal_pointer (&title);
}

void
_ris3_record_table_watch_sorter (Ris3RecordTable *self)
{
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
