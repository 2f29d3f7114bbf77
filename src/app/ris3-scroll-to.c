/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-scroll-to.h"

/* In the first ones, texts that wrap get their width, and then their height. */
#define N_FRAMES 2
/* Until here, what is above it may still get its height. */
#define LAST_FRAME 10
/* What is shown above and below it. */
#define ROOM 12

/* As gtk_adjustment_clamp_page (), which leaves a scrolling that is under way to its end: that of a focus which had no
 * place yet ends at the top. */
static void
clamp (GtkAdjustment *adjustment, double start, double end)
{
  double value = MAX (gtk_adjustment_get_value (adjustment), end - gtk_adjustment_get_page_size (adjustment));

  gtk_adjustment_set_value (adjustment, MIN (value, start));
}

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  /* It may be on a page that is only just coming. */
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0 || (*n_frames)++ < N_FRAMES)
    return G_SOURCE_CONTINUE;
  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    clamp (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y - ROOM,
           bounds.origin.y + bounds.size.height + ROOM);
  return *n_frames < LAST_FRAME ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
ris3_scroll_to (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_widget_add_tick_callback (widget, on_frame_cb, g_new0 (guint, 1), g_free);
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return viewport == NULL || !gtk_widget_compute_bounds (widget, viewport, &bounds)
         || (bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport));
}

static gboolean
on_sight_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  /* Once more after it is seen: it has its place in the window then. */
  if ((*n_frames)++ < LAST_FRAME || !is_in_sight (row))
    return *n_frames < 2 * LAST_FRAME ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  adw_action_row_activate (ADW_ACTION_ROW (row));
  return G_SOURCE_REMOVE;
}

static gboolean
on_mnemonic_cb (GtkWidget *row, gboolean cycles)
{
  if (cycles || !gtk_widget_is_sensitive (row) || is_in_sight (row))
    return FALSE;
  gtk_widget_grab_focus (row);
  ris3_scroll_to (row);
  gtk_widget_add_tick_callback (row, on_sight_cb, g_new0 (guint, 1), g_free);
  return TRUE;
}

void
ris3_scroll_to_before_mnemonic (AdwActionRow *row)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_signal_connect (row, "mnemonic-activate", G_CALLBACK (on_mnemonic_cb), NULL);
}
