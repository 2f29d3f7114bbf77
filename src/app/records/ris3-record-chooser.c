/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a table's columns: which are shown, in which order they stand, and by which the rows are sorted. */

#include "config.h"

#include "app/records/ris3-record-table-private.h"

#include "app/ris3-widget-key.h"

#include <glib/gi18n.h>

#define COLUMN_KEY "ris3-record-column"
#define MAX_HEIGHT 440

/* A button that has a column. */
static guint
get_column (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), COLUMN_KEY));
}

static void
on_toggled_cb (GtkCheckButton *check, Ris3RecordTable *self)
{
  _ris3_record_table_show_column (self, get_column (check), gtk_check_button_get_active (check));
}

static void fill (GtkWidget *box, Ris3RecordTable *self);

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_str_equal (ris3_widget_get_key (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The button that was pressed is made anew, and has the keys again. */
static void
refill (GtkWidget *button, Ris3RecordTable *self)
{
  GtkWidget *box = g_object_get_data (G_OBJECT (button), "ris3-record-box");
  g_autofree char *name = g_strdup (ris3_widget_get_key (button));
  GtkWidget *again;

  fill (box, self);
  again = find_named (box, name);
  if (again != NULL && gtk_widget_get_sensitive (again))
    gtk_widget_grab_focus (again);
}

static void
on_up_cb (GtkWidget *button, Ris3RecordTable *self)
{
  _ris3_record_table_move_column (self, get_column (button), -1);
  refill (button, self);
}

static void
on_down_cb (GtkWidget *button, Ris3RecordTable *self)
{
  _ris3_record_table_move_column (self, get_column (button), 1);
  refill (button, self);
}

static void
on_reset_cb (GtkWidget *button, Ris3RecordTable *self)
{
  _ris3_record_table_reset_columns (self);
  refill (button, self);
}

static GtkWidget *
new_button (GtkWidget *box, const char *icon, const char *tooltip, const char *what, guint column)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s-%u", what, column);

  gtk_widget_set_tooltip_text (button, tooltip);
  ris3_widget_set_key (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (button), "ris3-record-box", box);
  return button;
}

static GtkWidget *
new_line (GtkWidget *box, Ris3RecordTable *self, const Ris3RecordPlace *place, gboolean is_first, gboolean is_last)
{
  g_autofree char *title = _ris3_record_table_dup_title (self, place->column);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  GtkWidget *up = new_button (box, "go-up-symbolic", _ ("Move to the Left"), "left", place->column);
  GtkWidget *down = new_button (box, "go-down-symbolic", _ ("Move to the Right"), "right", place->column);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place->is_shown);
  g_object_set_data (G_OBJECT (check), COLUMN_KEY, GUINT_TO_POINTER (place->column));
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_sensitive (up, !is_first);
  gtk_widget_set_sensitive (down, !is_last);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, 0);
  g_signal_connect_object (up, "clicked", G_CALLBACK (on_up_cb), self, 0);
  g_signal_connect_object (down, "clicked", G_CALLBACK (on_down_cb), self, 0);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), up);
  gtk_box_append (GTK_BOX (line), down);
  return line;
}

static void
fill (GtkWidget *box, Ris3RecordTable *self)
{
  GArray *places;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  _ris3_record_table_keep_columns (self);
  places = self->layouts[self->records].places;
  for (guint i = 0; i < places->len; i++)
    {
      const Ris3RecordPlace *place = &g_array_index (places, Ris3RecordPlace, i);

      if (_ris3_record_table_has_column (self, place->column))
        gtk_box_append (GTK_BOX (box), new_line (box, self, place, i == 0, i + 1 == places->len));
    }
}

static void
on_order_chosen_cb (GtkWidget *popover, GParamSpec *pspec, GtkWidget *changed)
{
  Ris3RecordTable *self = g_object_get_data (G_OBJECT (popover), "ris3-record-table");
  GtkDropDown *by = g_object_get_data (G_OBJECT (popover), "ris3-record-by");
  GtkCheckButton *descending = g_object_get_data (G_OBJECT (popover), "ris3-record-descending");

  GArray *offered = g_object_get_data (G_OBJECT (popover), "ris3-record-offered");
  guint selected = gtk_drop_down_get_selected (by);

  gtk_widget_set_sensitive (GTK_WIDGET (descending), selected > 0);
  if (selected < offered->len)
    _ris3_record_table_sort (self, g_array_index (offered, gint, selected), gtk_check_button_get_active (descending));
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_order (GtkWidget *box, Ris3RecordTable *self, GtkWidget *popover)
{
  const Ris3RecordLayout *layout = &self->layouts[self->records];
  GArray *offered = g_array_new (FALSE, FALSE, sizeof (gint));
  gint none = -1;
  guint n_columns, selected = 0;
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *heading = new_heading (_ ("Sorted by"));
  GtkWidget *descending = gtk_check_button_new_with_mnemonic (_ ("_Descending"));
  GtkWidget *by;

  ris3_record_columns_get (self->records, &n_columns);
  gtk_string_list_append (titles, _ ("As in the Atlas"));
  g_array_append_val (offered, none);
  for (gint i = 0; i < (gint) n_columns; i++)
    if (_ris3_record_table_has_column (self, (guint) i))
      {
        g_autofree char *title = _ris3_record_table_dup_title (self, (guint) i);

        if (layout->sorted_by == i)
          selected = offered->len;
        gtk_string_list_append (titles, title);
        g_array_append_val (offered, i);
      }
  by = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (by), selected);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (descending), layout->descending);
  gtk_widget_set_sensitive (descending, selected > 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (by), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_object_set_data (G_OBJECT (popover), "ris3-record-table", self);
  g_object_set_data (G_OBJECT (popover), "ris3-record-by", by);
  g_object_set_data_full (G_OBJECT (popover), "ris3-record-offered", offered, (GDestroyNotify) g_array_unref);
  g_object_set_data (G_OBJECT (popover), "ris3-record-descending", descending);
  g_signal_connect_object (by, "notify::selected", G_CALLBACK (on_order_chosen_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (descending, "notify::active", G_CALLBACK (on_order_chosen_cb), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), by);
  gtk_box_append (GTK_BOX (box), descending);
}

GtkWidget *
_ris3_record_chooser_new (Ris3RecordTable *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *again = gtk_button_new_with_mnemonic (_ ("_Restore the Columns"));

  gtk_widget_add_css_class (popover, "record-chooser");
  add_order (all, self, popover);
  fill (lines, self);
  gtk_box_append (GTK_BOX (all), new_heading (_ ("Columns")));
  gtk_box_append (GTK_BOX (all), lines);
  g_object_set_data (G_OBJECT (again), "ris3-record-box", lines);
  ris3_widget_set_key (again, "restore-columns");
  g_signal_connect_object (again, "clicked", G_CALLBACK (on_reset_cb), self, 0);
  gtk_box_append (GTK_BOX (all), again);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), all);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}
