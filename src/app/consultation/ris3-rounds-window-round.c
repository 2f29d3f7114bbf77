/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with a round as a whole, and what it is called. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/consultation/ris3-authorities-window.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-toast.h"
#include "map/ris3-date.h"
#include "model/ris3-round-removal.h"

#define SECONDS 5 /* that a toast stays */

static gboolean
is_closed (Ris3ConsultationRound *round)
{
  return *ris3_consultation_round_get_closed_on (round) != '\0';
}

char *
_ris3_rounds_window_name_round (Ris3ConsultationRound *round)
{
  const char *name = ris3_consultation_round_get_name (round);

  /* Translators: %s is the name of a round of consultation */
  return is_closed (round) ? g_strdup_printf (_ ("%s (closed)"), name) : g_strdup (name);
}

char *
_ris3_rounds_window_describe_round (Ris3ConsultationRound *round)
{
  g_autofree char *opened = ris3_date_to_text (ris3_consultation_round_get_opened_on (round));
  g_autofree char *due = ris3_date_to_text (ris3_consultation_round_get_due_on (round));
  g_autofree char *closed = ris3_date_to_text (ris3_consultation_round_get_closed_on (round));
  GString *text = g_string_new (NULL);

  if (is_closed (round))
    /* Translators: two dates */
    g_string_append_printf (text, _ ("Opened on %s, closed on %s"), opened, closed);
  else if (*due != '\0')
    /* Translators: two dates */
    g_string_append_printf (text, _ ("Opened on %s, due on %s"), opened, due);
  else
    g_string_append_printf (text, _ ("Opened on %s"), opened);
  if (*ris3_consultation_round_get_remark (round) != '\0')
    g_string_append_printf (text, "\n%s", ris3_consultation_round_get_remark (round));
  return g_string_free (text, FALSE);
}

void
_ris3_rounds_window_update_round_actions (Ris3RoundsWindow *self)
{
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  gboolean can_edit = round != NULL && ris3_session_get_editing (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.edit-round", can_edit);
  /* Who is asked in it answers as long as it is open. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.add-authorities", can_edit && !is_closed (round));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.close-round", can_edit && !is_closed (round));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.reopen-round", can_edit && is_closed (round));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.delete-round", can_edit);
}

void
_ris3_rounds_window_activate (Ris3RoundsWindow *self, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), action, parameter);
}

static void
edit_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);

  _ris3_rounds_window_activate (
      self, "edit.round-form",
      g_variant_new_int64 (ris3_consultation_round_get_id (_ris3_rounds_window_get_round (self))));
}

/* title: of the edit */
static void
set_closed (Ris3RoundsWindow *self, const char *closed_on, const char *title)
{
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_consultation_round_get_id (round));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("consultation_round", key);

  ris3_edit_set_text (edit, "closed_on", closed_on);
  ris3_edit_set_title (edit, title);
  ris3_session_edit (self->session, edit);
}

static void
close_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  const char *opened_on = ris3_consultation_round_get_opened_on (round);
  /* Translators: the title of an edit: the name of a round */
  g_autofree char *title = g_strdup_printf (_ ("Round “%s” closed"), ris3_consultation_round_get_name (round));

  set_closed (self, strcmp (opened_on, self->today) > 0 ? opened_on : self->today, title);
}

static void
add_authorities_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);

  gtk_window_present (
      ris3_authorities_window_new (GTK_WINDOW (self), self->session, _ris3_rounds_window_get_round (self)));
}

static void
reopen_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  /* Translators: the title of an edit: the name of a round */
  g_autofree char *title = g_strdup_printf (_ ("Round “%s” opened again"), ris3_consultation_round_get_name (round));

  set_closed (self, "", title);
}

typedef struct
{
  Ris3ConsultationRound *round;
  GArray *made_up; /* of gint64: organisations that go with it */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->round);
  g_clear_pointer (&self->made_up, g_array_unref);
  g_free (self);
}

static void
on_deletion_answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Ris3RoundsWindow *self = user_data;
  Removal *removal = g_object_get_data (G_OBJECT (dialog), "removal");
  g_autoptr (Ris3Edit) edit = NULL;

  if (!g_str_equal (response, "delete") || ris3_session_get_atlas (self->session) != self->atlas)
    return;
  edit = ris3_round_removal_make_edit (removal->round, removal->made_up);
  ris3_session_edit (self->session, edit);
}

static guint
count_requests (Ris3RoundsWindow *self, gint64 round_id, guint *n_asked, guint *n_answered)
{
  GListModel *requests = ris3_atlas_get_requests (self->atlas);
  guint n = 0;

  *n_asked = *n_answered = 0;
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      if (ris3_request_get_round_id (request) != round_id)
        continue;
      n++;
      *n_asked += *ris3_request_get_asked_on (request) != '\0';
      *n_answered += *ris3_request_get_answered_on (request) != '\0';
    }
  return n;
}

/* What goes with a round. (transfer full) */
static char *
describe_deletion (Ris3RoundsWindow *self, const Removal *removal)
{
  guint n_asked, n_answered, n_made_up = removal->made_up->len;
  guint n = count_requests (self, ris3_consultation_round_get_id (removal->round), &n_asked, &n_answered);
  GString *text = g_string_new (NULL);

  /* Translators: the last two numbers are how many of the requests were asked, and were answered */
  g_string_printf (text,
                   ngettext ("With it goes %u request (asked: %u, answered: %u), with its days and reminders.",
                             "With it go %u requests (asked: %u, answered: %u), with their days and reminders.", n),
                   n, n_asked, n_answered);
  if (n_made_up > 0)
    g_string_append_printf (text,
                            ngettext (" %u authority that was added only for it, and never named, goes, too.",
                                      " %u authorities that were added only for it, and never named, go, too.",
                                      n_made_up),
                            n_made_up);
  g_string_append_printf (text, "\n\n%s",
                          _ ("Comments stay in the inbox, and other organisations with their persons stay, too. Undo "
                             "brings the round back; which persons were asked in it, only until the atlas is closed, "
                             "as no history holds persons."));
  return g_string_free (text, FALSE);
}

/* Takes the removal. */
static void
ask_to_delete (Ris3RoundsWindow *self, Removal *removal)
{
  g_autofree char *heading
      = g_strdup_printf (_ ("Delete Round “%s”?"), ris3_consultation_round_get_name (removal->round));
  g_autofree char *words = describe_deletion (self, removal);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "removal", removal, removal_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_deletion_answered_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_made_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *ids = ris3_round_removal_read (ris3_atlas_get_path (source), ris3_consultation_round_get_id (data),
                                         cancellable, &error);

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made_up_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3RoundsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = g_task_propagate_pointer (G_TASK (result), &error);
  Removal *removal;

  self->is_reading_removal = FALSE;
  if (self->session != NULL && ids == NULL)
    ris3_session_tell_failure (self->session, error);
  if (self->session == NULL || ids == NULL)
    {
      g_clear_pointer (&ids, g_array_unref);
      return;
    }
  removal = g_new0 (Removal, 1);
  removal->round = g_object_ref (g_task_get_task_data (G_TASK (result)));
  removal->made_up = ids;
  ask_to_delete (self, removal);
}

static void
delete_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GTask) task = NULL;

  if (self->is_reading_removal)
    return;
  self->is_reading_removal = TRUE;
  task = g_task_new (self->atlas, NULL, on_made_up_read_cb, g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (_ris3_rounds_window_get_round (self)), g_object_unref);
  g_task_run_in_thread (task, read_made_up_in_thread);
}

void
_ris3_rounds_window_tell_edit (Ris3RoundsWindow *self, const Ris3EditResult *result)
{
  const char *done = result->report != NULL ? result->report : result->title;
  g_autofree char *text = NULL;

  self->has_unrecorded = FALSE;
  /* With requests, whom they went to goes and comes back. */
  _ris3_rounds_window_read_persons (self);
  /* The window in front tells it. */
  if (!ris3_rounds_window_is_in_front (gtk_window_get_transient_for (GTK_WINDOW (self))))
    return;
  if (result->reverted == NULL)
    text = g_strdup (done);
  else if (result->is_redo)
    /* Translators: %s is what an edit is called: Redone: Delete priority “Telemedicine” */
    text = g_strdup_printf (_ ("Redone: %s"), result->reverted);
  else
    /* Translators: %s is what an edit is called: Undone: Delete priority “Telemedicine” */
    text = g_strdup_printf (_ ("Undone: %s"), result->reverted);
  ris3_toast_offer (self->toasts, &self->toast, text, SECONDS,
                    result->reverted != NULL && !result->is_redo ? _ ("_Redo") : _ ("_Undo"), "rounds.undo-change",
                    g_variant_new_int64 (result->change_id));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);

  /* Whoever wants to undo that, does not want to undo what was done before it. */
  if (self->has_unrecorded)
    ris3_toast_tell (self->toasts, &self->toast,
                     _ ("Which persons were asked cannot be undone. Press it again to undo the edit before."), SECONDS);
  else if (ris3_atlas_get_undo_title (self->atlas) != NULL)
    _ris3_rounds_window_activate (self, "edit.undo", g_variant_new_int64 (0));
  self->has_unrecorded = FALSE;
}

/* What a toast has told. */
static void
undo_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_rounds_window_activate (RIS3_ROUNDS_WINDOW (widget), "edit.undo", parameter);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);

  if (ris3_atlas_get_redo_title (self->atlas) != NULL)
    _ris3_rounds_window_activate (self, "edit.redo", NULL);
}

void
_ris3_rounds_window_install_round_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "rounds.edit-round", NULL, edit_round_action);
  gtk_widget_class_install_action (klass, "rounds.add-authorities", NULL, add_authorities_action);
  gtk_widget_class_install_action (klass, "rounds.close-round", NULL, close_round_action);
  gtk_widget_class_install_action (klass, "rounds.reopen-round", NULL, reopen_round_action);
  gtk_widget_class_install_action (klass, "rounds.delete-round", NULL, delete_round_action);
  gtk_widget_class_install_action (klass, "rounds.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "rounds.undo-change", "x", undo_change_action);
  gtk_widget_class_install_action (klass, "rounds.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "rounds.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rounds.redo", NULL);
}
