/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is chosen for an outline as a whole, and its addition to the atlas. */

#include "config.h"

#include "app/edit/ris3-outline-dialog-private.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-outline-place.h"
#include "app/ris3-region-words.h"
#include "model/ris3-edit-error.h"

/* ISO 639: a language that is not known. */
#define UNDETERMINED "und"

void
_ris3_outline_dialog_tell_problem (Ris3OutlineDialog *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

void
_ris3_outline_dialog_tell_error (Ris3OutlineDialog *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = ris3_atlas_error_get_words (error);
  _ris3_outline_dialog_tell_problem (self, words);
}

void
_ris3_outline_dialog_update_buttons (Ris3OutlineDialog *self)
{
  guint n_lines = self->draft != NULL ? ris3_outline_draft_count_included (self->draft) : 0;
  guint n_suggestions = self->draft != NULL ? ris3_outline_draft_count_suggestions (self->draft) : 0;
  g_autofree char *add = g_strdup_printf (ngettext ("_Add %u Priority", "_Add %u Priorities", n_lines), n_lines);
  g_autofree char *accept = g_strdup_printf (
      ngettext ("A_ccept %u Suggestion", "A_ccept All %u Suggestions", n_suggestions), n_suggestions);

  gtk_button_set_use_underline (self->add, TRUE);
  gtk_button_set_label (self->add, add);
  gtk_button_set_use_underline (self->accept, TRUE);
  gtk_button_set_label (self->accept, accept);
  gtk_widget_set_visible (GTK_WIDGET (self->accept), n_suggestions > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add", n_lines > 0 && self->positions == NULL);
}

const char *
_ris3_outline_dialog_get_language (Ris3OutlineDialog *self)
{
  return adw_combo_row_get_selected (self->language_row) == 0 ? "en" : self->language;
}

/* Names the line that was refused, and goes there. */
static void
tell_refused (Ris3OutlineDialog *self, const GError *error)
{
  guint step = ris3_edit_error_get_step (error);
  g_autofree char *words = NULL;
  g_autofree char *both = NULL;
  guint position;

  if (!g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID) || step >= self->positions->len)
    {
      _ris3_outline_dialog_tell_error (self, error);
      return;
    }
  position = g_array_index (self->positions, guint, step);
  words = ris3_atlas_error_get_words (error);
  /* Translators: a line of a list, and a sentence that says what is wrong with it */
  both = g_strdup_printf (_ ("Line %u: %s"), position + 1, words);
  _ris3_outline_dialog_tell_problem (self, both);
  ris3_outline_preview_focus_line (self->preview, position);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDialog) self = RIS3_OUTLINE_DIALOG (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) added = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return; /* The dialog is gone. */
  if (added != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  tell_refused (self, error);
  g_clear_pointer (&self->positions, g_array_unref);
  _ris3_outline_dialog_update_buttons (self);
}

void
_ris3_outline_dialog_add (Ris3OutlineDialog *self)
{
  guint place = adw_combo_row_get_selected (self->place);
  gint64 parent_id = place < self->places->len ? g_array_index (self->places, gint64, place) : 0;
  g_autoptr (Ris3Edit) edit = NULL;

  if (self->draft == NULL || self->positions != NULL)
    return;
  _ris3_outline_dialog_tell_problem (self, NULL);
  edit = ris3_outline_draft_make_edit (self->draft, self->strategy_id, parent_id, &self->positions);
  _ris3_outline_dialog_update_buttons (self);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, self->cancellable, on_added_cb,
                           g_object_ref (self));
}

static Ris3Strategy *
find_strategy (Ris3OutlineDialog *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *strategies = atlas != NULL ? ris3_atlas_get_strategies (atlas) : NULL;

  for (guint i = 0; strategies != NULL && i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), self->strategy_id))
        return g_steal_pointer (&strategy);
    }
  return NULL;
}

/* The choice stays, whatever has been added meanwhile. */
static void
fill_places (Ris3OutlineDialog *self)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (self);
  guint selected = adw_combo_row_get_selected (self->place);
  gint64 chosen
      = self->places != NULL && selected < self->places->len ? g_array_index (self->places, gint64, selected) : 0;
  g_auto (GStrv) names = NULL;
  g_autoptr (GtkStringList) list = NULL;

  if (strategy == NULL)
    return;
  g_clear_pointer (&self->places, g_array_unref);
  names = ris3_outline_places (strategy, &self->places);
  list = gtk_string_list_new ((const char *const *) names);
  adw_combo_row_set_model (self->place, G_LIST_MODEL (list));
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, gint64, i) == chosen)
      adw_combo_row_set_selected (self->place, i);
}

static void
follow_atlas (Ris3OutlineDialog *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "priority"))
    fill_places (self);
}

static void
fill_languages (Ris3OutlineDialog *self)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (self);
  const char *code = strategy != NULL ? ris3_strategy_get_language (strategy) : "";
  const char *const names[] = { ris3_language_get_name ("en"),
                                *code != '\0' ? ris3_language_get_name (code) : _ ("The Strategy’s Language"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->language = g_strdup (*code != '\0' ? code : UNDETERMINED);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), !g_str_equal (code, "en"));
}

void
_ris3_outline_dialog_fill_choices (Ris3OutlineDialog *self)
{
  fill_languages (self);
  fill_places (self);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (follow_atlas), self, G_CONNECT_SWAPPED);
}
