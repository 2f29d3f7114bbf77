/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-find.h"
#include "test-figure.h"

#include "app/figure/ris3-figure-preview.h"

static gboolean
is_drawn (gpointer preview)
{
  return ris3_figure_preview_is_drawn (preview);
}

GtkWidget *
test_figure_wait_for_preview (GtkWindow *figure)
{
  GtkWidget *preview = test_find_type (GTK_WIDGET (figure), RIS3_TYPE_FIGURE_PREVIEW);

  test_wait_until (is_drawn, preview, "the preview");
  return preview;
}

GtkWindow *
test_figure_open (Ris3Window *window)
{
  GtkWindow *figure;

  test_key (window, "ctrl+shift+m");
  figure = test_wait_for_window (RIS3_TYPE_FIGURE_WINDOW);
  test_figure_wait_for_preview (figure);
  return figure;
}

void
test_figure_close (Ris3Window *window)
{
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
}

void
test_figure_write_in (Ris3Window *window, GtkWindow *figure, const char *title, const char *text)
{
  GtkWidget *label = test_find_label (GTK_WIDGET (figure), title);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW);
  gtk_widget_grab_focus (row);
  test_wait (200);
  test_key (window, "ctrl+a");
  test_type (window, text);
  test_wait (200);
}

void
test_figure_save_to (Ris3Window *window, const char *path)
{
  test_key (window, "ctrl+Return");
  test_wait (700);
  test_key (window, "ctrl+a");
  test_type (window, path);
  test_wait (300);
  test_key (window, "Return");
}
