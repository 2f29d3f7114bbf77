/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page on the clipboard. */

#include "config.h"

#include "app/figure/ris3-figure-window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-toast.h"

/* A picture that is pasted into a text or a slide: a side of a larger page has so many pixels. */
#define MAX_SIDE 4000
#define SECONDS 4

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Ris3MapPage *page = ris3_figure_page_get_map_page (data);
  double scale = MIN (1, MAX_SIDE / (double) MAX (page->width, page->height));
  GdkTexture *texture
      = ris3_figure_page_draw (data, scale, 0, 0, (int) ceil (page->width * scale), (int) ceil (page->height * scale));

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             _ ("There is not enough memory for a picture of the page. Choose a smaller one."));
}

static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_copying = FALSE;
  if (self->session == NULL)
    return; /* The window is gone. */
  _ris3_figure_window_update_actions (self);
  _ris3_figure_window_tell_problem (self, error != NULL ? error->message : NULL);
  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  ris3_toast_tell (self->toasts, &self->toast, _ ("Copied the page as a picture."), SECONDS);
}

void
_ris3_figure_window_copy (Ris3FigureWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_drawn_cb, NULL);

  self->is_copying = TRUE;
  _ris3_figure_window_update_actions (self);
  g_task_set_task_data (task, ris3_figure_page_ref (ris3_figure_draft_get_figure (self->draft)),
                        (GDestroyNotify) ris3_figure_page_unref);
  g_task_run_in_thread (task, draw_in_thread);
}
