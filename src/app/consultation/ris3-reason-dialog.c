/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-reason-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 96

/* What is asked; of the dialog. */
typedef struct
{
  AdwMessageDialog *dialog;
  GtkTextBuffer *buffer; /* NULL: no reason is asked */
  Ris3ReasonFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static char *
get_reason (Question *question)
{
  char *text = NULL;

  if (question->buffer == NULL)
    return g_strdup ("");
  g_object_get (question->buffer, "text", &text, NULL);
  return g_strstrip (text);
}

static void
on_changed_cb (Question *question)
{
  g_autofree char *reason = get_reason (question);

  adw_message_dialog_set_response_enabled (question->dialog, "do", *reason != '\0');
}

static void
on_response_cb (Question *question)
{
  g_autofree char *reason = get_reason (question);

  question->func (reason, question->user_data);
}

/* Ctrl+Enter, as in forms; Enter begins a line. */
static gboolean
on_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Question *question = user_data;
  GtkWindow *dialog = GTK_WINDOW (question->dialog);

  if (!adw_message_dialog_get_response_enabled (question->dialog, "do"))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  adw_message_dialog_response (question->dialog, "do");
  gtk_window_destroy (dialog);
  return TRUE;
}

static void
add_text (Question *question)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Reason"));
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "top-margin", 8, "bottom-margin", 8, "left-margin", 9, "right-margin", 9, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", view,
                                      "min-content-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  question->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), view);
  gtk_widget_add_css_class (label, "form-label");
  gtk_widget_add_css_class (scroller, "form-text");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_message_dialog_set_extra_child (question->dialog, box);
  g_signal_connect_swapped (question->buffer, "changed", G_CALLBACK (on_changed_cb), question);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                     gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
                        gtk_callback_action_new (on_shortcut_cb, question, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (question->dialog), controller);
  on_changed_cb (question);
  gtk_widget_grab_focus (view);
}

void
ris3_reason_dialog_ask (GtkWindow *parent,
                        const char *heading,
                        const char *body,
                        const char *done,
                        gboolean is_needed,
                        Ris3ReasonFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (GTK_IS_WINDOW (parent) && func != NULL);
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  question->func = func;
  question->user_data = user_data;
  question->destroy = destroy;
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), "do", done, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_default_response (question->dialog, "do");
  if (is_needed)
    add_text (question);
  g_signal_connect_swapped (question->dialog, "response::do", G_CALLBACK (on_response_cb), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
