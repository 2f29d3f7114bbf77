/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-outline-place.h"
#include "app/edit/ris3-outline-reader.h"
#include "app/ris3-flow.h"

G_DEFINE_FINAL_TYPE (Ris3OutlineDialog, ris3_outline_dialog, ADW_TYPE_WINDOW)

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
on_draft_failed_cb (Ris3OutlineDialog *self, const GError *error)
{
  _ris3_outline_dialog_tell_error (self, error);
}

static void
on_language_cb (Ris3OutlineDialog *self)
{
  if (self->draft != NULL)
    ris3_outline_draft_set_language (self->draft, _ris3_outline_dialog_get_language (self));
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
  self->draft = ris3_outline_draft_new (self->session, outline, _ris3_outline_dialog_get_language (self));
  g_object_unref (outline);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (_ris3_outline_dialog_update_buttons), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (on_draft_failed_cb), self, G_CONNECT_SWAPPED);
  ris3_outline_preview_set_draft (self->preview, self->draft);
  _ris3_outline_dialog_update_buttons (self);
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
      _ris3_outline_dialog_tell_error (self, error);
      return;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (outline)) == 0)
    {
      g_object_unref (outline);
      show_page (self, "extract");
      _ris3_outline_dialog_tell_problem (
          self, _ ("There is nothing to read. Paste the part of the strategy that lists its priorities."));
      return;
    }
  set_draft (self, get_extract (self), outline);
  show_page (self, "preview");
}

static void
read_extract (Ris3OutlineDialog *self)
{
  g_autofree char *extract = get_extract (self);

  _ris3_outline_dialog_tell_problem (self, NULL);
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

static void
ask_to_replace (Ris3OutlineDialog *self, GCallback on_response)
{
  ask (
      self, _ ("Replace the Outline?"),
      _ ("This is another extract. If it is read, what you have corrected and accepted in the lines of the present one "
         "is lost."),
      _ ("_Replace"), on_response);
}

/* Another extract takes the place of the present one. */
static void
read_pasted (Ris3OutlineDialog *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->extract), self->pasted, -1);
  read_extract (self);
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
    ask_to_replace (self, G_CALLBACK (read_extract));
  else
    read_extract (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  _ris3_outline_dialog_tell_problem (self, NULL);
  show_page (self, "extract");
}

/* The dialog opens with what is on the clipboard. A view that was empty stays at its end when it is laid out. */
static gboolean
on_laid_out_cb (gpointer user_data)
{
  Ris3OutlineDialog *self = user_data;

  if (self->extract != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->extract)), 0);
  return G_SOURCE_REMOVE;
}

/* Text from the clipboard replaces the selection; on the preview, the extract. */
static void
on_clipboard_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3OutlineDialog) self = RIS3_OUTLINE_DIALOG (data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->extract);
  gboolean was_empty = gtk_text_buffer_get_char_count (buffer) == 0;
  GtkTextIter start;
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0' || g_cancellable_is_cancelled (self->cancellable) || is_page (self, "reading"))
    return;
  if (strlen (text) > RIS3_OUTLINE_MAX_LENGTH)
    {
      /* A text field would take minutes to show it. */
      g_autoptr (Ris3Outline) none = ris3_outline_new (text, -1, &error);

      _ris3_outline_dialog_tell_error (self, error);
      return;
    }
  _ris3_outline_dialog_tell_problem (self, NULL);
  if (is_page (self, "preview"))
    {
      g_free (self->pasted);
      self->pasted = g_steal_pointer (&text);
      if (ris3_outline_draft_is_edited (self->draft))
        ask_to_replace (self, G_CALLBACK (read_pasted));
      else
        read_pasted (self);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  if (was_empty)
    {
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
      g_idle_add_full (G_PRIORITY_LOW, on_laid_out_cb, g_object_ref (self), g_object_unref);
      return;
    }
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
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_outline_dialog_add (RIS3_OUTLINE_DIALOG (widget));
}

static void
accept_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineDialog *self = RIS3_OUTLINE_DIALOG (widget);

  if (self->draft != NULL)
    ris3_outline_draft_accept_all (self->draft);
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
  g_free (self->pasted);
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
  _ris3_outline_dialog_update_buttons (self);
}

GtkWidget *
ris3_outline_dialog_new (Ris3Session *session, GtkWindow *parent, const char *strategy_id)
{
  Ris3OutlineDialog *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && strategy_id != NULL, NULL);
  self = g_object_new (RIS3_TYPE_OUTLINE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->strategy_id = g_strdup (strategy_id);
  _ris3_outline_dialog_fill_choices (self);
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
