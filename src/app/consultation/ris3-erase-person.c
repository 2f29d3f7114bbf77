/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-erase-person.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-people-work.h"

typedef struct
{
  GtkWindow *parent; /* weak */
  Ris3Atlas *atlas;
  char *who;
  Ris3ErasedFunc erased;
  GObject *user_data; /* weak */
} Question;

static Question *
question_ref (Question *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  Question *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->user_data);
  g_object_unref (self->atlas);
  g_free (self->who);
}

static void
question_unref (gpointer self)
{
  g_rc_box_release_full (self, clear);
}

static void
tell (GtkWindow *parent, const char *heading, const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Erasure) erasure = ris3_people_erase_finish (result, &error);

  if (erasure != NULL && self->user_data != NULL)
    self->erased (self->user_data);
  if (self->parent != NULL)
    {
      g_autofree char *words = erasure != NULL ? ris3_erasure_to_text (erasure) : ris3_atlas_error_get_words (error);

      tell (self->parent, erasure != NULL ? _ ("The Person Was Erased") : _ ("Nothing Was Changed"),
            g_strchomp (words));
    }
  question_unref (self);
}

static void
on_answered_cb (Question *self, const char *response)
{
  if (g_str_equal (response, "erase"))
    ris3_people_erase_async (self->atlas, self->who, on_erased_cb, question_ref (self));
}

void
ris3_erase_person_ask (GtkWindow *parent,
                       Ris3Atlas *atlas,
                       const Ris3Contact *contact,
                       Ris3ErasedFunc erased,
                       GObject *user_data)
{
  Question *self;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_ATLAS (atlas) && contact != NULL && erased != NULL);
  self = g_rc_box_new0 (Question);
  g_set_weak_pointer (&self->parent, parent);
  g_set_weak_pointer (&self->user_data, user_data);
  self->atlas = g_object_ref (atlas);
  self->who = g_strdup (*contact->email != '\0' ? contact->email : contact->name);
  self->erased = erased;
  heading = g_strdup_printf (_ ("Erase “%s”?"), *contact->name != '\0' ? contact->name : contact->email);
  dialog = adw_message_dialog_new (
      parent, heading,
      _ ("All that is recorded about the person is erased, from every byte of the atlas and of its backup copies. This "
         "cannot be undone. Comments and requests stay, with role and organisation.\n\nCopies of the atlas elsewhere, "
         "and files that were sent, are not reached. Where the name still stands in what people wrote is told "
         "afterwards, and is to be changed by hand."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "erase", _ ("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", self, question_unref);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
