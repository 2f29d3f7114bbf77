/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with a round and its requests. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-answers-files.h"
#include "app/consultation/ris3-packs-window.h"
#include "app/consultation/ris3-request-saying.h"
#include "app/ris3-session-edit.h"

/* The buttons say it of today, and of nobody twice. */
static const struct
{
  const char *action;
  Ris3RequestSaying saying;
} sayings[] = {
  { "rounds.asked", RIS3_REQUEST_ASKED },
  { "rounds.reminded", RIS3_REQUEST_REMINDED },
  { "rounds.answered", RIS3_REQUEST_ANSWERED },
};

void
_ris3_rounds_window_update_actions (Ris3RoundsWindow *self)
{
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);
  guint n = chosen->len;
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n)
                                : g_strdup (_ ("Choose whom this is about"));
  gboolean can_edit = ris3_session_get_editing (self->session);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (self->reading, !can_edit && !ris3_atlas_get_read_only (self->atlas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.new", can_edit);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GPtrArray) fitting = ris3_request_saying_select (sayings[i].saying, chosen, FALSE);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), sayings[i].action, can_edit && fitting->len > 0);
    }
  _ris3_rounds_window_update_round_actions (self);
  _ris3_rounds_window_update_menu (self);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_rounds_window_activate (RIS3_ROUNDS_WINDOW (widget), "edit.round-add", NULL);
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

static void
say_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GPtrArray) fitting = NULL;
      g_autoptr (Ris3Edit) edit = NULL;

      if (!g_str_equal (sayings[i].action, action))
        continue;
      fitting = ris3_request_saying_select (sayings[i].saying, chosen, FALSE);
      edit = ris3_request_saying_make_edit (sayings[i].saying, fitting, _ris3_rounds_window_get_round (self),
                                            self->today, NULL);
      ris3_session_edit (self->session, edit);
    }
}

void
_ris3_rounds_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "rounds.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "rounds.new", NULL, new_action);
  gtk_widget_class_install_action (klass, "rounds.packs", NULL, packs_action);
  gtk_widget_class_install_action (klass, "rounds.read-answers", NULL, read_answers_action);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    gtk_widget_class_install_action (klass, sayings[i].action, NULL, say_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "rounds.new", NULL);
  /* As the window imports a table. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "rounds.read-answers", NULL);
}
