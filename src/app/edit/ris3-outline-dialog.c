/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-outline-draft.h"
#include "app/edit/ris3-outline-place.h"
#include "app/edit/ris3-outline-preview.h"
#include "app/edit/ris3-outline-reader.h"
#include "app/ris3-flow.h"
#include "app/ris3-region-words.h"
#include "model/ris3-edit-error.h"

/* ISO 639: a language that is not known. */
#define UNDETERMINED "und"

struct _Ris3OutlineDialog
{
  AdwWindow parent_instance;

  Ris3Session *session;
  char *strategy_id;
  char *language;     /* of the strategy; UNDETERMINED if it has none */
  GArray *places;     /* of gint64, as the choices of place */
  char *extract_read; /* what the draft was read from; NULL without */
  Ris3OutlineDraft *draft;
  GArray *positions;     /* of the lines of the edit that is being made; else NULL */
  GCancellable *reading; /* else NULL */
  GCancellable *cancellable;

  GtkWidget *back;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkStack *pages;
  GtkTextView *extract;
  GtkSpinner *spinner;
  GtkWidget *cancel;
  AdwComboRow *language_row;
  AdwComboRow *place;
  Ris3OutlinePreview *preview;
  GtkButton *accept;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (Ris3OutlineDialog, ris3_outline_dialog, ADW_TYPE_WINDOW)

static void
tell_problem (Ris3OutlineDialog *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

static void
tell_error (Ris3OutlineDialog *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = ris3_atlas_error_get_words (error);
  tell_problem (self, words);
}

static gboolean
is_page (Ris3OutlineDialog *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0;
}

static void
update_read (Ris3OutlineDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.read",
                                 is_page (self, "extract")
                                     && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->extract)) > 0);
}

static void
show_page (Ris3OutlineDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->back, g_str_equal (name, "preview"));
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "reading"));
  update_read (self);
  if (g_str_equal (name, "preview"))
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  else
    gtk_widget_grab_focus (g_str_equal (name, "extract") ? GTK_WIDGET (self->extract) : self->cancel);
}

static char *
get_extract (Ris3OutlineDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->extract);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
update_buttons (Ris3OutlineDialog *self)
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

static void
on_draft_failed_cb (Ris3OutlineDialog *self, const GError *error)
{
  tell_error (self, error);
}

static const char *
get_language (Ris3OutlineDialog *self)
{
  return adw_combo_row_get_selected (self->language_row) == 0 ? "en" : self->language;
}

static void
on_language_cb (Ris3OutlineDialog *self)
{
  if (self->draft != NULL)
    ris3_outline_draft_set_language (self->draft, get_language (self));
}

/* Takes the text and the outline that it is. */
static void
set_draft (Ris3OutlineDialog *self, char *extract, Ris3Outline *outline)
{
  g_free (self->extract_read);
  self->extract_read = extract;
  ris3_outline_preview_set_draft (self->preview, NULL);
  g_clear_object (&self->draft);
  adw_combo_row_set_selected (self->language_row, ris3_outline_looks_english (extract) ? 0 : 1);
  self->draft = ris3_outline_draft_new (self->session, outline, get_language (self));
  g_object_unref (outline);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (on_draft_failed_cb), self, G_CONNECT_SWAPPED);
  ris3_outline_preview_set_draft (self->preview, self->draft);
  update_buttons (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDialog) self = RIS3_OUTLINE_DIALOG (data);
  g_autoptr (GError) error = NULL;
  Ris3Outline *outline = ris3_outline_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (outline == NULL)
    {
      show_page (self, "extract");
      tell_error (self, error);
      return;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (outline)) == 0)
    {
      g_object_unref (outline);
      show_page (self, "extract");
      tell_problem (self, _ ("There is nothing to read. Paste the part of the strategy that lists its priorities."));
      return;
    }
  set_draft (self, get_extract (self), outline);
  show_page (self, "preview");
}

static void
read_extract (Ris3OutlineDialog *self)
{
  g_autofree char *extract = get_extract (self);

  tell_problem (self, NULL);
  show_page (self, "reading");
  self->reading = g_cancellable_new ();
  ris3_outline_read_async (extract, self->reading, on_read_cb, g_object_ref (self));
}

static void
ask (Ris3OutlineDialog *self, const char *heading, const char *body, const char *yes, GCallback on_response)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"), "yes", yes, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "yes", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response::yes", on_response, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Reads what is in the text field, unless that has been done, and asks before corrections are lost. */
static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);
  g_autofree char *extract = get_extract (self);

  if (self->draft != NULL && g_str_equal (extract, self->extract_read))
    show_page (self, "preview");
  else if (self->draft != NULL && ris3_outline_draft_is_edited (self->draft))
    ask (self, _ ("Replace the Outline?"),
         _ ("The extract was changed. If it is read again, what you have corrected and accepted in its lines is lost."),
         _ ("_Replace"), G_CALLBACK (read_extract));
  else
    read_extract (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  tell_problem (self, NULL);
  show_page (self, "extract");
}

/* Text from the clipboard replaces the selection; on the preview, the extract. */
static void
on_clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDialog) self = RIS3_OUTLINE_DIALOG (data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->extract);
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0' || g_cancellable_is_cancelled (self->cancellable) || is_page (self, "reading"))
    return;
  if (strlen (text) > RIS3_OUTLINE_MAX_LENGTH)
    {
      /* A text field would take minutes to show it. */
      g_autoptr (Ris3Outline) none = ris3_outline_new (text, -1, &error);

      tell_error (self, error);
      return;
    }
  tell_problem (self, NULL);
  if (is_page (self, "preview"))
    {
      show_page (self, "extract");
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_widget_activate_action (GTK_WIDGET (self), "outline.read", NULL);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->extract, gtk_text_buffer_get_insert (buffer));
}

static void
paste (Ris3OutlineDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, on_clipboard_cb,
                                 g_object_ref (self));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  paste (RIS3_OUTLINE_DIALOG (widget));
}

static void
on_paste_cb (GtkTextView *view, Ris3OutlineDialog *self)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste (self);
}

static void
accept_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);

  if (self->draft != NULL)
    ris3_outline_draft_accept_all (self->draft);
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
      tell_error (self, error);
      return;
    }
  position = g_array_index (self->positions, guint, step);
  words = ris3_atlas_error_get_words (error);
  /* Translators: a line of a list, and a sentence that says what is wrong with it */
  both = g_strdup_printf (_ ("Line %u: %s"), position + 1, words);
  tell_problem (self, both);
  ris3_outline_preview_focus_line (self->preview, position);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDialog) self = RIS3_OUTLINE_DIALOG (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) added = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (added != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  tell_refused (self, error);
  g_clear_pointer (&self->positions, g_array_unref);
  update_buttons (self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);
  guint place = adw_combo_row_get_selected (self->place);
  gint64 parent_id = place < self->places->len ? g_array_index (self->places, gint64, place) : 0;
  g_autoptr (Ris3Edit) edit = NULL;

  if (!is_page (self, "preview") || self->positions != NULL)
    return;
  tell_problem (self, NULL);
  edit = ris3_outline_draft_make_edit (self->draft, self->strategy_id, parent_id, &self->positions);
  update_buttons (self);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_added_cb, g_object_ref (self));
}

static gboolean
on_close_request_cb (Ris3OutlineDialog *self)
{
  /* What is being added cannot be taken back here, but undone. */
  if (self->draft == NULL || !ris3_outline_draft_is_edited (self->draft))
    return GDK_EVENT_PROPAGATE;
  ask (self, _ ("Discard the Outline?"), _ ("None of its lines has been added to the atlas."), _ ("_Discard"),
       G_CALLBACK (gtk_window_destroy));
  return GDK_EVENT_STOP;
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
on_atlas_changed_cb (Ris3OutlineDialog *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "priority"))
    fill_places (self);
}

static void
fill_languages (Ris3OutlineDialog *self)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (self);
  const char *code = strategy != NULL ? ris3_strategy_get_language (strategy) : "";
  const char *const names[] = { ris3_language_words ("en"),
                                *code != '\0' ? ris3_language_words (code) : _ ("The Strategy’s Language"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->language = g_strdup (*code != '\0' ? code : UNDETERMINED);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), !g_str_equal (code, "en"));
}

static void
ris3_outline_dialog_dispose (GObject *object)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_outline_dialog_parent_class)->dispose (object);
}

static void
ris3_outline_dialog_finalize (GObject *object)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (object);

  g_free (self->strategy_id);
  g_free (self->language);
  g_free (self->extract_read);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ris3_outline_dialog_parent_class)->finalize (object);
}

static void
ris3_outline_dialog_class_init (Ris3OutlineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_outline_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_outline_dialog_finalize;
  g_type_ensure (RIS3_TYPE_OUTLINE_PREVIEW);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_install_action (widget_class, "outline.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "outline.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "outline.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "outline.accept-all", NULL, accept_all_action);
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-outline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, back);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, extract);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, place);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_cb);
}

static void
ris3_outline_dialog_init (Ris3OutlineDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->extract), "changed", G_CALLBACK (update_read), self);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request_cb), NULL);
  update_read (self);
  update_buttons (self);
}

GtkWidget *
ris3_outline_dialog_new (Ris3Session *session, GtkWindow *parent, const char *strategy_id)
{
  Ris3OutlineDialog *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && strategy_id != NULL, NULL);
  self = g_object_new (RIS3_TYPE_OUTLINE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->strategy_id = g_strdup (strategy_id);
  fill_languages (self);
  fill_places (self);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (self))),
                                         G_TYPE_STRING))
    paste (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->extract));
  return GTK_WIDGET (self);
}

static void
outline_paste_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  GtkWindow *window = ris3_edit_desk_get_window (desk);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (
        ris3_outline_dialog_new (ris3_edit_desk_get_session (desk), window, g_variant_get_string (parameter, NULL))));
}

void
ris3_outline_dialog_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "outline-paste", .parameter_type = "s", .activate = outline_paste_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
