/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-details.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/edit/ris3-history-sections.h"
#include "app/edit/ris3-history-words.h"
#include "app/ris3-flow.h"
#include "model/ris3-history.h"
#include "model/ris3-text.h"

/* Rows of a change that are shown at first, and how many more at a time. */
#define ROWS 50
/* Characters of a title. */
#define MAX_TITLE 1000
/* … and of a person's name. */
#define MAX_NAME 80

struct _Ris3HistoryDetails
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkLabel *title;
  GtkLabel *moment;
  GtkWidget *undone;
  Ris3Flow *buttons;
  GtkWidget *reading;
  GtkBox *values;

  Ris3Session *session;
  Ris3Change *change;
  GPtrArray *shown; /* of Ris3ChangedValue; NULL: not read yet */
  char *state;      /* what the sections show; NULL: there are none */
  char *buttons_state;
  guint max_rows;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_SHOW_CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (Ris3HistoryDetails, ris3_history_details, GTK_TYPE_WIDGET)

/* Whether the edit that this is, or that it undoes or redoes, is in effect. */
static gboolean
is_in_effect (Ris3Change *change)
{
  gboolean is_undone = ris3_change_is_undone (change);

  return g_str_equal (ris3_change_get_kind (change), "undo") ? is_undone : !is_undone;
}

static const char *
get_undo_label (Ris3Change *change)
{
  const char *kind = ris3_change_get_kind (change);

  if (!is_in_effect (change))
    return _ ("_Redo This Change");
  if (g_str_equal (kind, "strategy-delete"))
    return _ ("_Restore This Strategy");
  if (g_str_equal (kind, "priority-delete"))
    return _ ("_Restore This Priority");
  if (g_str_has_suffix (kind, "-delete"))
    return _ ("_Restore What Was Deleted");
  return _ ("_Undo This Change");
}

static void
on_other_clicked_cb (GtkWidget *button, gpointer user_data)
{
  Ris3HistoryDetails *self = RIS3_HISTORY_DETAILS (gtk_widget_get_ancestor (button, RIS3_TYPE_HISTORY_DETAILS));

  g_signal_emit (self, signals[SIGNAL_SHOW_CHANGE], 0, *(gint64 *) user_data);
}

static void
add_link (Ris3HistoryDetails *self, const char *label, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_other_clicked_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  ris3_flow_append (self->buttons, button);
}

static void
update_buttons (Ris3HistoryDetails *self)
{
  gboolean editing = ris3_session_get_editing (self->session);
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  gboolean is_recorded = self->shown == NULL || self->shown->len > 0;
  g_autofree char *state
      = g_strdup_printf ("%d %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, editing && is_recorded,
                         get_undo_label (self->change), ris3_change_get_last (self->change),
                         ris3_change_get_undoes (self->change), ris3_change_get_undone_by (self->change));

  gtk_widget_set_visible (self->reading, !editing && is_recorded && atlas != NULL && !ris3_atlas_get_read_only (atlas));
  if (g_strcmp0 (state, self->buttons_state) == 0)
    return;
  g_free (self->buttons_state);
  self->buttons_state = g_steal_pointer (&state);
  ris3_flow_clear (self->buttons);
  if (editing && is_recorded)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (get_undo_label (self->change));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", ris3_change_get_last (self->change));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "edit.undo");
      ris3_flow_append (self->buttons, button);
    }
  if (ris3_change_get_undoes (self->change) != 0)
    add_link (self, _ ("_Show What It Reverted"), ris3_change_get_undoes (self->change));
  if (ris3_change_get_undone_by (self->change) != 0)
    add_link (self, _ ("Show What _Reverted It"), ris3_change_get_undone_by (self->change));
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), gtk_widget_get_first_child (GTK_WIDGET (self->buttons)) != NULL);
}

static void
clear_values (Ris3HistoryDetails *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->state, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, child);
}

static void
add_words (Ris3HistoryDetails *self, const char *words)
{
  gtk_box_append (self->values, g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                              PANGO_WRAP_WORD_CHAR, NULL));
}

static void begin_reading (Ris3HistoryDetails *self);

static void
on_more_clicked_cb (Ris3HistoryDetails *self)
{
  self->max_rows *= 4;
  begin_reading (self);
}

static void
show_values (Ris3HistoryDetails *self)
{
  guint n_rows = ris3_change_get_n_rows (self->change);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->values));
  Ris3Atlas *atlas = ris3_session_get_editing (self->session) ? ris3_session_get_atlas (self->session) : NULL;
  g_autofree char *state
      = self->shown != NULL && self->shown->len > 0 ? ris3_history_sections_dup_state (self->shown, atlas) : NULL;

  /* Each change of the atlas comes here: a button must not be made anew under the pointer for one of other rows. */
  if (state != NULL && g_strcmp0 (state, self->state) == 0)
    return;
  clear_values (self);
  /* The button that was pressed is gone; the next Tab comes to those that there are now. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->buttons), GTK_DIR_TAB_FORWARD);
  if (self->shown == NULL)
    return;
  if (self->shown->len == 0)
    {
      add_words (self, _ ("The atlas does not hold what this changed."));
      return;
    }
  self->state = g_steal_pointer (&state);
  gtk_box_append (self->values, ris3_history_sections_new (self->shown, atlas));
  if (n_rows > self->max_rows)
    {
      g_autofree char *words
          = g_strdup_printf (ngettext ("%u more row of the atlas was changed.",
                                       "%u more rows of the atlas were changed.", n_rows - self->max_rows),
                             n_rows - self->max_rows);
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _More"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_more_clicked_cb), self, G_CONNECT_SWAPPED);
      add_words (self, words);
      gtk_box_append (self->values, button);
    }
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3HistoryDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = ris3_history_read_named_values_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->change == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (values == NULL)
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      clear_values (self);
      add_words (self, words);
      return;
    }
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&values);
  show_values (self);
  update_buttons (self);
}

static void
begin_reading (Ris3HistoryDetails *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (atlas == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ris3_history_read_named_values_async (ris3_atlas_get_path (atlas), ris3_change_get_id (self->change), self->max_rows,
                                        self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_editing_changed_cb (Ris3HistoryDetails *self)
{
  if (self->change == NULL)
    return;
  update_buttons (self);
  show_values (self);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3HistoryDetails *self = RIS3_HISTORY_DETAILS (widget);
  const char *table, *key, *field;
  gboolean before;
  g_autoptr (Ris3Edit) edit = NULL;

  if (self->change == NULL || !ris3_session_get_editing (self->session))
    return;
  g_variant_get (parameter, "(&s&s&sb)", &table, &key, &field, &before);
  edit = ris3_edit_new_restore_value (ris3_change_get_id (self->change), table, key, field, before);
  ris3_session_edit (self->session, edit);
}

static void
restore_themes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3HistoryDetails *self = RIS3_HISTORY_DETAILS (widget);
  const char *table, *key;
  g_autofree const char **removed = NULL;
  g_autofree const char **added = NULL;
  g_autofree char *present = NULL;
  g_auto (GStrv) themes = NULL;
  g_autoptr (Ris3Edit) edit = NULL;

  if (self->change == NULL || !ris3_session_get_editing (self->session))
    return;
  g_variant_get (parameter, "(&s&s^a&s^a&s)", &table, &key, &removed, &added);
  present = ris3_atlas_dup_value (ris3_session_get_atlas (self->session), table, key, "themes");
  themes = ris3_history_exchange_themes (present != NULL ? present : "", removed, added);
  edit = ris3_edit_new_set (table, key);
  ris3_edit_set_themes (edit, (const char *const *) themes);
  ris3_session_edit (self->session, edit);
}

static void
ris3_history_details_dispose (GObject *object)
{
  Ris3HistoryDetails *self = RIS3_HISTORY_DETAILS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_HISTORY_DETAILS);
  g_clear_object (&self->session);
  g_clear_object (&self->change);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->buttons_state, g_free);
  G_OBJECT_CLASS (ris3_history_details_parent_class)->dispose (object);
}

static void
ris3_history_details_class_init (Ris3HistoryDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_history_details_dispose;
  signals[SIGNAL_SHOW_CHANGE] = g_signal_new ("show-change", RIS3_TYPE_HISTORY_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-history-details.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, scroll);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, moment);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, undone);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, buttons);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, reading);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryDetails, values);
  gtk_widget_class_install_action (widget_class, "history.restore", "(sssb)", restore_action);
  gtk_widget_class_install_action (widget_class, "history.restore-themes", "(ssasas)", restore_themes_action);
}

static void
ris3_history_details_init (Ris3HistoryDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ris3_history_details_set_session (Ris3HistoryDetails *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_HISTORY_DETAILS (self) && RIS3_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (on_editing_changed_cb), self, G_CONNECT_SWAPPED);
}

void
ris3_history_details_show (Ris3HistoryDetails *self, Ris3Change *change)
{
  gboolean is_same;
  g_autofree char *title = NULL;
  g_autofree char *actor = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (RIS3_IS_HISTORY_DETAILS (self));
  is_same = self->change != NULL && change != NULL && ris3_change_get_id (self->change) == ris3_change_get_id (change);
  g_set_object (&self->change, change);
  gtk_stack_set_visible_child_name (self->stack, change != NULL ? "change" : "nothing");
  if (!is_same)
    {
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      self->max_rows = ROWS;
      clear_values (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
    }
  if (change == NULL)
    return;
  title = ris3_text_shorten (ris3_change_get_title (change), MAX_TITLE);
  actor = ris3_text_shorten (ris3_change_get_actor (change), MAX_NAME);
  moment = ris3_history_moment_to_text (ris3_change_get_time (change));
  /* Translators: who made a change, and when. */
  words = g_strdup_printf (C_ ("change", "%s · %s"), actor, moment);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->moment, words);
  gtk_widget_set_visible (self->undone, ris3_change_is_undone (change));
  update_buttons (self);
  begin_reading (self);
}

void
ris3_history_details_refresh (Ris3HistoryDetails *self)
{
  g_return_if_fail (RIS3_IS_HISTORY_DETAILS (self));
  if (self->change != NULL)
    begin_reading (self);
}
