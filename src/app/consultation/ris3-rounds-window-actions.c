/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with a round and its requests. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-answers-files.h"
#include "app/consultation/ris3-new-round.h"
#include "app/consultation/ris3-packs-window.h"
#include "app/ris3-session-edit.h"

void
_ris3_rounds_window_update_actions (Ris3RoundsWindow *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n)
                                : g_strdup (_ ("Choose whom this is about"));
  gboolean can_edit = ris3_session_get_editing (self->session);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (self->reading, !can_edit && !ris3_atlas_get_read_only (self->atlas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.new", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.asked", can_edit && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.reminded", can_edit && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.answered", can_edit && n > 0);
  _ris3_rounds_window_update_round_actions (self);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_new_round_ask (GTK_WINDOW (widget), RIS3_ROUNDS_WINDOW (widget)->session);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_session_set_editing (RIS3_ROUNDS_WINDOW (widget)->session, TRUE);
}

static void
read_answers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_answers_files_ask (GTK_WINDOW (widget), RIS3_ROUNDS_WINDOW (widget)->session);
}

/* Of those that are chosen; NULL: none is. (transfer full) */
static GArray *
list_chosen (Ris3RoundsWindow *self)
{
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  GArray *ids;

  if (chosen->len == 0)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 id = ris3_request_get_id (g_ptr_array_index (chosen, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
packs_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GArray) chosen = list_chosen (self);

  if (_ris3_rounds_window_get_round (self) != NULL)
    gtk_window_present (
        ris3_packs_window_new (GTK_WINDOW (self), self->session, _ris3_rounds_window_get_round (self), chosen));
}

/* Whether a request can be said to be that; and the edit that says so. */
static Ris3Edit *
make_edit (Ris3RoundsWindow *self, Ris3Request *request, const char *action)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_request_get_id (request));
  gboolean is_asked = *ris3_request_get_asked_on (request) != '\0';
  gboolean is_answered = *ris3_request_get_answered_on (request) != '\0';
  Ris3Edit *edit = NULL;

  if (g_str_equal (action, "rounds.asked") && !is_asked)
    {
      edit = ris3_edit_new_set ("request", key);
      ris3_edit_set_text (edit, "asked_on", self->today);
    }
  else if (g_str_equal (action, "rounds.reminded") && is_asked && !is_answered)
    {
      edit = ris3_edit_new_add ("reminder");
      ris3_edit_set_integer (edit, "request_id", ris3_request_get_id (request));
      ris3_edit_set_text (edit, "sent_on", self->today);
      ris3_edit_set_text (edit, "channel", ris3_request_get_channel (request));
    }
  else if (g_str_equal (action, "rounds.answered") && is_asked && !is_answered)
    {
      edit = ris3_edit_new_set ("request", key);
      ris3_edit_set_text (edit, "answered_on", self->today);
    }
  return edit;
}

/* How the edit is named: as a fact. (transfer full) */
static char *
get_title (Ris3RoundsWindow *self, const char *action, guint n)
{
  const char *round = ris3_consultation_round_get_name (_ris3_rounds_window_get_round (self));

  if (g_str_equal (action, "rounds.asked"))
    /* Translators: the title of an edit: the name of a round, and how many were asked in it */
    return g_strdup_printf (ngettext ("Round “%s”: %u authority asked", "Round “%s”: %u authorities asked", n), round,
                            n);
  if (g_str_equal (action, "rounds.reminded"))
    return g_strdup_printf (ngettext ("Round “%s”: %u authority reminded", "Round “%s”: %u authorities reminded", n),
                            round, n);
  return g_strdup_printf (ngettext ("Round “%s”: %u authority answered", "Round “%s”: %u authorities answered", n),
                          round, n);
}

static void
say_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  g_autoptr (Ris3Edit) all = ris3_edit_new_group ("request-state", action);
  g_autofree char *title = NULL;

  for (guint i = 0; i < chosen->len; i++)
    {
      g_autoptr (Ris3Edit) edit = make_edit (self, g_ptr_array_index (chosen, i), action);

      if (edit != NULL)
        ris3_edit_append (all, edit);
    }
  if (ris3_edit_get_n_steps (all) == 0)
    {
      gtk_label_set_label (self->chosen, g_str_equal (action, "rounds.asked")
                                             ? _ ("They were asked already")
                                             : _ ("They were not asked, or have answered"));
      return;
    }
  title = get_title (self, action, ris3_edit_get_n_steps (all));
  ris3_edit_set_title (all, title);
  ris3_session_edit (self->session, all);
}

void
_ris3_rounds_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "rounds.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "rounds.new", NULL, new_action);
  gtk_widget_class_install_action (klass, "rounds.packs", NULL, packs_action);
  gtk_widget_class_install_action (klass, "rounds.read-answers", NULL, read_answers_action);
  gtk_widget_class_install_action (klass, "rounds.asked", NULL, say_action);
  gtk_widget_class_install_action (klass, "rounds.reminded", NULL, say_action);
  gtk_widget_class_install_action (klass, "rounds.answered", NULL, say_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "rounds.new", NULL);
  /* As the window imports a table. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "rounds.read-answers", NULL);
}
