/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nothing that a person wrote is lost when its place goes: a window stays open until everything is saved, and a text
 * that was refused is offered. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "model/ris3-edit-error.h"

#define TEXT_HEIGHT 120

/* Its forms ask before what is in them is discarded. */
static gboolean
close_forms (Ris3Window *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      g_autoptr (GList) left = NULL;

      if (gtk_window_get_transient_for (l->data) != GTK_WINDOW (self) || !gtk_window_get_modal (l->data))
        continue;
      gtk_window_close (l->data);
      left = gtk_window_list_toplevels ();
      if (g_list_find (left, l->data) != NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
_ris3_window_may_close (Ris3Window *self)
{
  gboolean may_save = !self->is_closing;

  self->is_closing = FALSE;
  if (!close_forms (self))
    return FALSE;
  if (ris3_session_leave (self->session, may_save))
    {
      adw_flap_set_reveal_flap (self->flap, TRUE);
      return FALSE;
    }
  self->is_closing = ris3_session_is_saving (self->session);
  return !self->is_closing;
}

static gboolean
on_idle_cb (gpointer user_data)
{
  Ris3Window *self = user_data;

  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* What waited for the edit is told first. */
static void
on_edits_done_cb (Ris3Window *self)
{
  if (self->is_closing)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_idle_cb, g_object_ref (self), g_object_unref);
}

static void
on_text_response_cb (Ris3Window *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                            g_object_get_data (G_OBJECT (dialog), "ris3-text"));
}

static GtkWidget *
new_text_box (const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "editable", FALSE, "cursor-visible", FALSE, "wrap-mode",
                                  GTK_WRAP_WORD_CHAR, "left-margin", 8, "right-margin", 8, "top-margin", 6,
                                  "bottom-margin", 6, "accepts-tab", FALSE, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "min-content-height", TEXT_HEIGHT, "child", view, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your text"), -1);
  gtk_widget_add_css_class (scroller, "frame");
  return scroller;
}

/* The place where it was written is gone. Escape copies it, too. */
static void
on_text_refused_cb (Ris3Window *self, const char *text, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Your Text Was Not Saved"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_text_box (text));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "discard", _ ("_Discard"), "copy", _ ("_Copy Text"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  g_object_set_data_full (G_OBJECT (dialog), "ris3-text", g_strdup (text), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_text_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
ris3_window_get_closing (Ris3Window *self)
{
  g_return_val_if_fail (RIS3_IS_WINDOW (self), FALSE);
  return self->is_closing;
}

void
_ris3_window_add_closing (Ris3Window *self)
{
  g_signal_connect_object (self->session, "edits-done", G_CALLBACK (on_edits_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "text-refused", G_CALLBACK (on_text_refused_cb), self, G_CONNECT_SWAPPED);
}
