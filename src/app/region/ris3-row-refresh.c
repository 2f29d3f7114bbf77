/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-row-refresh.h"

/* Rows out of view. One takes about half a millisecond to measure. */
#define ROWS_A_FRAME 8

struct _Ris3RowRefresh
{
  GtkWidget *view; /* NULL once it has gone */
  void (*refresh) (GtkWidget *row);
  GPtrArray *rows; /* of GtkWidget, not owned: still to be refreshed */
  guint tick;      /* callback id */
};

static gboolean
is_in_view (Ris3RowRefresh *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, self->view, &bounds)
         && bounds.origin.y < (float) gtk_widget_get_height (self->view) && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
on_tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Ris3RowRefresh *self = data;
  guint n_hidden = 0;

  /* They may have been scrolled into view since. */
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (!is_in_view (self, row) && n_hidden++ >= ROWS_A_FRAME)
        continue;
      g_ptr_array_remove_index_fast (self->rows, i - 1);
      self->refresh (row);
    }
  if (self->rows->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

Ris3RowRefresh *
ris3_row_refresh_new (GtkWidget *view, void (*refresh) (GtkWidget *row))
{
  Ris3RowRefresh *self;

  g_return_val_if_fail (GTK_IS_WIDGET (view) && refresh != NULL, NULL);

  self = g_rc_box_new0 (Ris3RowRefresh);
  self->view = view;
  self->refresh = refresh;
  self->rows = g_ptr_array_new ();
  return self;
}

Ris3RowRefresh *
ris3_row_refresh_ref (Ris3RowRefresh *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  Ris3RowRefresh *self = data;

  ris3_row_refresh_stop (self);
  g_ptr_array_unref (self->rows);
}

void
ris3_row_refresh_unref (Ris3RowRefresh *self)
{
  g_rc_box_release_full (self, clear);
}

void
ris3_row_refresh_add (Ris3RowRefresh *self, GtkWidget *row)
{
  g_return_if_fail (self != NULL && GTK_IS_WIDGET (row));

  if (self->view == NULL || is_in_view (self, row))
    {
      ris3_row_refresh_remove (self, row);
      self->refresh (row);
      return;
    }
  if (!g_ptr_array_find (self->rows, row, NULL))
    g_ptr_array_add (self->rows, row);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->view, on_tick_cb, self, NULL);
}

void
ris3_row_refresh_remove (Ris3RowRefresh *self, GtkWidget *row)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_remove_fast (self->rows, row);
}

void
ris3_row_refresh_stop (Ris3RowRefresh *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;
  self->view = NULL;
  g_ptr_array_set_size (self->rows, 0);
}
