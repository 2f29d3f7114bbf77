/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page on paper. */

#include "config.h"

#include "app/figure/ris3-figure-window-private.h"

#include <glib/gi18n.h>

#define POINTS_PER_INCH 72.0

/* As large as it is, or smaller, in the middle of the sheet. */
static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  const Ris3MapPage *map_page = ris3_figure_page_get_map_page (user_data);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = MIN (POINTS_PER_INCH / map_page->dpi, MIN (width / map_page->width, height / map_page->height));
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_translate (cr, (width - scale * map_page->width) / 2, (height - scale * map_page->height) / 2);
  cairo_scale (cr, scale, scale);
  ris3_map_page_draw_paths (map_page, cr);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Ris3FigureWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (self->session == NULL || result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  words = g_strdup_printf (_ ("The map was not printed: %s"), error != NULL ? error->message : "");
  _ris3_figure_window_tell_problem (self, words);
}

GtkPrintOperation *
_ris3_figure_window_make_print (Ris3FigureWindow *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Ris3FigurePage *figure = ris3_figure_draft_get_figure (self->draft);
  const Ris3MapPage *page = ris3_figure_page_get_map_page (figure);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, page->width > page->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                    : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The page has margins of its own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, page->options->title != NULL ? page->options->title : self->own_title);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb), ris3_figure_page_ref (figure),
                         (GClosureNotify) (GCallback) ris3_figure_page_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done_cb), self, 0);
  return operation;
}

void
_ris3_figure_window_print (Ris3FigureWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = _ris3_figure_window_make_print (self);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    on_done_cb (operation, GTK_PRINT_OPERATION_RESULT_ERROR, self);
}
