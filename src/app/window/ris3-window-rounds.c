/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The windows of the rounds of consultation, and of those who are asked. */

#include "config.h"

#include "app/consultation/ris3-answers-files.h"
#include "app/consultation/ris3-people-window.h"
#include "app/consultation/ris3-rounds-window.h"
#include "app/window/ris3-window-private.h"

static void
on_unrecorded_cb (Ris3Window *self)
{
  self->has_unrecorded = TRUE;
}

static void
rounds_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  window = ris3_rounds_window_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (window, "unrecorded", G_CALLBACK (on_unrecorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
read_answers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (ris3_session_get_atlas (self->session) != NULL)
    ris3_answers_files_ask (GTK_WINDOW (self), self->session);
}

static void
people_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  window = ris3_people_window_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (window, "unrecorded", G_CALLBACK (on_unrecorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
show_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_window_show_selected (RIS3_WINDOW (widget));
}

void
_ris3_window_install_round_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.rounds", NULL, rounds_action);
  gtk_widget_class_install_action (klass, "win.read-answers", NULL, read_answers_action);
  gtk_widget_class_install_action (klass, "win.people", NULL, people_action);
  gtk_widget_class_install_action (klass, "win.show-selected", NULL, show_selected_action);
}
