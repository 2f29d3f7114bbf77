/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of the inbox: which are selected, and how one goes from one to another. */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-header.h"
#include "app/ris3-list-scroll.h"
#include "app/ris3-session-filter.h"

GPtrArray *
_ris3_inbox_page_get_selected (Ris3InboxPage *self)
{
  GPtrArray *comments = g_ptr_array_new ();
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  for (guint i = 0; atlas != NULL && i < self->ids->len; i++)
    {
      Ris3Comment *comment = ris3_atlas_lookup_comment (atlas, g_array_index (self->ids, gint64, i));

      if (comment != NULL)
        g_ptr_array_add (comments, comment);
    }
  return comments;
}

void
_ris3_inbox_page_for_each_row (Ris3InboxPage *self, void (*func) (Ris3InboxRow *row))
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (RIS3_IS_INBOX_ROW (row))
        func (RIS3_INBOX_ROW (row));
    }
}

/* The row of a comment, if there is a widget for it. */
static GtkWidget *
find_row (Ris3InboxPage *self, guint position)
{
  g_autoptr (Ris3Comment) comment = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (RIS3_IS_INBOX_ROW (row) && ris3_inbox_row_get_comment (RIS3_INBOX_ROW (row)) == comment)
        return child;
    }
  return NULL;
}

void
_ris3_inbox_page_select (Ris3InboxPage *self, guint position)
{
  GtkWidget *row;

  self->is_leading = TRUE;
  gtk_selection_model_select_item (self->selection, position, TRUE);
  ris3_list_scroll_to (self->view, position);
  row = find_row (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  self->is_leading = FALSE;
}

void
_ris3_inbox_page_choose (Ris3InboxPage *self, guint position)
{
  _ris3_inbox_page_select (self, position);
  _ris3_inbox_page_begin_reading (self);
}

void
_ris3_inbox_page_select_many (Ris3InboxPage *self, GtkBitset *positions)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  if (gtk_bitset_get_size (positions) == 1 && self->has_keys && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      _ris3_inbox_page_select (self, gtk_bitset_get_minimum (positions));
      return;
    }
  self->is_leading = TRUE;
  gtk_selection_model_set_selection (self->selection, positions, all);
  self->is_leading = FALSE;
  ris3_list_scroll_to (self->view, gtk_bitset_get_minimum (positions));
}

static void
follow_selection (Ris3InboxPage *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  selected = gtk_selection_model_get_selection (self->selection);
  g_array_set_size (self->ids, 0);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      gint64 id = ris3_comment_get_id (comment);

      if (self->ids->len == 0)
        self->position = position;
      g_array_append_val (self->ids, id);
    }
  ris3_inbox_list_keep (self->list, (const gint64 *) (gpointer) self->ids->data, self->ids->len);
  _ris3_inbox_page_show_selected (self);
}

static void
on_selection_changed_cb (Ris3InboxPage *self)
{
  if (self->is_restoring)
    return;
  follow_selection (self);
  if (!self->is_leading)
    _ris3_inbox_page_begin_reading (self);
}

/* Where the selected comments are now. (transfer full) */
static GtkBitset *
find_selected (Ris3InboxPage *self)
{
  GtkBitset *found = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (self->ids, gint64, i));
  for (guint i = 0; i < n && self->ids->len > 0; i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      gint64 id = ris3_comment_get_id (comment);

      if (g_hash_table_contains (wanted, &id))
        gtk_bitset_add (found, i);
    }
  return found;
}

/* Before a row goes, and the keys with it. */
static void
on_list_changed_cb (Ris3InboxPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->has_keys = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A comment that was changed is another object; where none of them is listed any more, as they have been decided, the
 * next one is selected. */
static void
on_items_changed_cb (Ris3InboxPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GtkBitset) found = find_selected (self);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  if (gtk_bitset_is_empty (found) && self->ids->len > 0 && n > 0)
    gtk_bitset_add (found, MIN (self->position, n - 1));
  self->is_restoring = TRUE;
  gtk_selection_model_set_selection (self->selection, found, all);
  self->is_restoring = FALSE;
  follow_selection (self);
  if (gtk_bitset_get_size (found) == 1 && self->has_keys && gtk_widget_get_mapped (GTK_WIDGET (self)))
    _ris3_inbox_page_select (self, gtk_bitset_get_minimum (found));
}

static void
go (Ris3InboxPage *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  int position = self->ids->len > 0 ? (int) self->position + by : 0;

  if (n > 0 && position >= 0 && position < (int) n)
    _ris3_inbox_page_choose (self, (guint) position);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (RIS3_INBOX_PAGE (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (RIS3_INBOX_PAGE (widget), -1);
}

/* On the map, and in the record beside it. */
static void
show_target_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);
  Ris3Comment *comment = ris3_inbox_page_get_comment (self);
  const char *strategy;
  gboolean is_figure;
  gint region;

  if (comment == NULL || ris3_session_get_boundaries (self->session) == NULL)
    return;
  is_figure = *ris3_comment_get_figure (comment) != '\0';
  if (is_figure)
    g_signal_emit_by_name (self, "figure-wanted", ris3_comment_get_target_name (comment),
                           ris3_comment_get_figure (comment));
  strategy = ris3_comment_get_strategy_id (comment);
  region = ris3_session_find_place (self->session, strategy, ris3_comment_get_nuts_version (comment),
                                    ris3_comment_get_region_code (comment));
  if (region >= 0)
    ris3_session_select (self->session, region);
  /* A map is shown as it was, not only the region. */
  if (is_figure)
    return;
  if (region < 0)
    {
      g_signal_emit_by_name (self, "unplaced", ris3_comment_get_target_name (comment));
      return;
    }
  if (ris3_comment_get_priority_id (comment) != 0)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));

      ris3_session_show_row (self->session, "priority", key, strategy);
    }
  else if (*strategy != '\0')
    ris3_session_show_row (self->session, "strategy", strategy, strategy);
  g_signal_emit_by_name (self, "map-wanted");
}

void
_ris3_inbox_page_install_row_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "inbox.next", NULL, next_action);
  gtk_widget_class_install_action (klass, "inbox.previous", NULL, previous_action);
  gtk_widget_class_install_action (klass, "inbox.show-target", NULL, show_target_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_j, 0, "inbox.next", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, 0, "inbox.previous", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, 0, "inbox.show-target", NULL);
}

static void
on_activate_cb (Ris3InboxPage *self)
{
  _ris3_inbox_page_begin_reading (self);
  g_object_set (self, "detail-visible", TRUE, NULL);
  gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
}

static void
on_setup_cb (Ris3InboxPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ris3_inbox_row_new (self->list));
}

static void
on_bind_cb (Ris3InboxPage *self, GtkListItem *item)
{
  ris3_inbox_row_set_comment (RIS3_INBOX_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind_cb (Ris3InboxPage *self, GtkListItem *item)
{
  ris3_inbox_row_set_comment (RIS3_INBOX_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
draw_row (Ris3InboxRow *row)
{
  gtk_widget_queue_draw (GTK_WIDGET (row));
}

static void
on_columns_changed_cb (Ris3InboxPage *self)
{
  _ris3_inbox_page_for_each_row (self, draw_row);
}

static void
on_sorted_cb (Ris3InboxPage *self)
{
  if (self->ids->len > 0)
    ris3_list_scroll_to (self->view, self->position);
}

void
_ris3_inbox_page_add_rows (Ris3InboxPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *header = ris3_inbox_header_new (self->list);

  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_list_changed_cb), self, G_CONNECT_SWAPPED);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* After the rows of the view. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "columns-changed", G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (header, "sorted", G_CALLBACK (on_sorted_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->rows, header);
}
