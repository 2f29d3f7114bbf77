/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with chosen requests from their menu. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-request-dialog.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"

static const struct
{
  const char *action;
  Ris3RequestSaying saying;
  gboolean asks; /* for a day or a channel */
} sayings[] = {
  { "rounds.ask-on", RIS3_REQUEST_ASKED, TRUE },
  { "rounds.remind-on", RIS3_REQUEST_REMINDED, TRUE },
  { "rounds.answer-on", RIS3_REQUEST_ANSWERED, TRUE },
  { "rounds.channel", RIS3_REQUEST_CHANNEL, TRUE },
  { "rounds.not-asked", RIS3_REQUEST_NOT_ASKED, FALSE },
  { "rounds.not-reminded", RIS3_REQUEST_NOT_REMINDED, FALSE },
  { "rounds.not-answered", RIS3_REQUEST_NOT_ANSWERED, FALSE },
};

/* The comments that answer a request, whoever has recorded them. (transfer full) */
static GArray *
list_comments (Ris3RoundsWindow *self, GPtrArray *requests)
{
  GListModel *comments = ris3_atlas_get_comments (self->atlas);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < requests->len; i++)
    {
      gint64 id = ris3_request_get_id (g_ptr_array_index (requests, i));

      g_hash_table_add (wanted, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; requests->len > 0 && i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 request_id = ris3_comment_get_request_id (comment);
      gint64 id = ris3_comment_get_id (comment);

      if (g_hash_table_contains (wanted, &request_id))
        g_array_append_val (ids, id);
    }
  return ids;
}

void
_ris3_rounds_window_update_menu (Ris3RoundsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  g_autoptr (GArray) comments = list_comments (self, chosen);
  gboolean can_edit = chosen->len > 0 && ris3_session_get_editing (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GPtrArray) fitting = ris3_request_saying_select (sayings[i].saying, chosen, TRUE);

      gtk_widget_action_set_enabled (widget, sayings[i].action, can_edit && fitting->len > 0);
    }
  gtk_widget_action_set_enabled (widget, "rounds.persons", can_edit && chosen->len == 1 && self->asked != NULL);
  gtk_widget_action_set_enabled (widget, "rounds.edit-request", can_edit && chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "rounds.show-region", chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "rounds.show-comments", comments->len > 0);
  gtk_widget_action_set_enabled (widget, "rounds.remove", can_edit);
}

static void
say_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GPtrArray) fitting = NULL;
      g_autoptr (Ris3Edit) edit = NULL;

      if (!g_str_equal (sayings[i].action, name))
        continue;
      fitting = ris3_request_saying_select (sayings[i].saying, chosen, TRUE);
      if (fitting->len == 0)
        return;
      if (sayings[i].asks)
        {
          ris3_request_dialog_ask (GTK_WINDOW (self), self->session, round, fitting, sayings[i].saying);
          return;
        }
      edit = ris3_request_saying_make_edit (sayings[i].saying, fitting, round, NULL, NULL);
      ris3_session_edit (self->session, edit);
    }
}

static void
persons_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);

  _ris3_rounds_window_ask_persons (self, g_ptr_array_index (chosen, 0));
}

static void
edit_request_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);

  _ris3_rounds_window_activate (self, "edit.request-form",
                                g_variant_new_int64 (ris3_request_get_id (g_ptr_array_index (chosen, 0))));
}

/* What is shown lies behind this window, which goes. */
static GtkWidget *
go_to_parent (Ris3RoundsWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  gtk_window_present (parent);
  return GTK_WIDGET (parent);
}

static void
show_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  Ris3Request *request = g_ptr_array_index (chosen, 0);
  guint nuts_version = ris3_request_get_nuts_version (request);
  const char *code = ris3_request_get_region_code (request);
  gint region = ris3_session_find_place (self->session, NULL, nuts_version, code);

  if (region < 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s” has no place among the regions of this map."),
                                                ris3_region_name_of_code (self->session, nuts_version, code));

      gtk_label_set_label (self->chosen, words);
      return;
    }
  ris3_session_select (self->session, region);
  gtk_widget_activate_action (go_to_parent (self), "win.show-selected", NULL);
}

static void
show_comments_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  g_autoptr (GArray) ids = list_comments (self, chosen);
  g_autoptr (GString) names = g_string_new (NULL);
  GVariant *of_ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));

  for (guint i = 0; i < chosen->len; i++)
    {
      Ris3Request *request = chosen->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              ris3_region_name_of_code (self->session, ris3_request_get_nuts_version (request),
                                                        ris3_request_get_region_code (request)));
    }
  gtk_widget_activate_action (go_to_parent (self), "win.show-comments-of", "(@axs)", of_ids, names->str);
}

typedef struct
{
  Ris3ConsultationRound *round;
  GPtrArray *requests;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->round);
  g_ptr_array_unref (self->requests);
  g_free (self);
}

static void
on_removal_answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Ris3RoundsWindow *self = user_data;
  Removal *removal = g_object_get_data (G_OBJECT (dialog), "removal");
  g_autoptr (Ris3Edit) edit = NULL;

  if (!g_str_equal (response, "remove") || ris3_session_get_atlas (self->session) != self->atlas)
    return;
  edit = ris3_request_saying_make_edit (RIS3_REQUEST_REMOVED, removal->requests, removal->round, NULL, NULL);
  ris3_session_edit (self->session, edit);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  Removal *removal = g_new0 (Removal, 1);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  removal->round = g_object_ref (_ris3_rounds_window_get_round (self));
  removal->requests = _ris3_rounds_window_get_chosen (self);
  heading = g_strdup_printf (
      ngettext ("Remove %u Authority From the Round?", "Remove %u Authorities From the Round?", removal->requests->len),
      removal->requests->len);
  dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("When they were asked and reminded, and when they answered, goes with it. Comments stay in the inbox, and the "
         "organisations with their persons stay, too. Undo brings it back; which persons were asked, only until the "
         "atlas is closed, as no history holds persons."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "removal", removal, removal_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_removal_answered_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ris3_rounds_window_install_menu (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    gtk_widget_class_install_action (klass, sayings[i].action, NULL, say_action);
  gtk_widget_class_install_action (klass, "rounds.persons", NULL, persons_action);
  gtk_widget_class_install_action (klass, "rounds.edit-request", NULL, edit_request_action);
  gtk_widget_class_install_action (klass, "rounds.show-region", NULL, show_region_action);
  gtk_widget_class_install_action (klass, "rounds.show-comments", NULL, show_comments_action);
  gtk_widget_class_install_action (klass, "rounds.remove", NULL, remove_action);
}
