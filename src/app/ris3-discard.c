/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-discard.h"

static void
on_answered_cb (GtkWindow *window, const char *response, GtkWindow *dialog)
{
  if (!g_str_equal (response, "discard"))
    return;
  /* The dialog goes after the window, and must not look for it then. */
  gtk_window_set_transient_for (dialog, NULL);
  gtk_window_destroy (window);
}

void
ris3_ask_to_discard (GtkWindow *window, const char *heading, const char *body, const char *keep, const char *discard)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  dialog = adw_message_dialog_new (window, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", keep, "discard", discard, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
