/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-draft.h"

#include <glib/gi18n.h>

#include "app/ris3-region-parts.h"
#include "app/ris3-scroll-to.h"
#include "app/ris3-widget-key.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-text.h"

/* Characters of the other text that a message repeats. */
#define MAX_REPEATED 300

struct _Ris3PriorityDraft
{
  GtkBox parent_instance;

  Ris3Session *session;
  Ris3Atlas *atlas; /* that it is written in, also when another one is opened */
  gint64 id;
  char *expected; /* what it replaces */
  char *stored;   /* what the atlas holds; NULL: the priority is gone */
  GCancellable *trying;
  char *saved; /* what is being saved */
  gboolean is_saving;
  gboolean is_closed;

  GtkWidget *view;
  GtkWidget *problem_label;
  GtkWidget *save_button;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (Ris3PriorityDraft, ris3_priority_draft, GTK_TYPE_BOX)

static guint closed_signal;

/* The text is one line: what is pasted with line breaks is joined. */
static char *
get_text (Ris3PriorityDraft *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (g_strdelimit (gtk_text_buffer_get_text (buffer, &start, &end, FALSE), "\r\n", ' '));
}

static gboolean
is_changed (Ris3PriorityDraft *self)
{
  g_autofree char *text = get_text (self);

  return !g_str_equal (text, self->expected);
}

static Ris3Edit *
new_edit (Ris3PriorityDraft *self)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  g_autofree char *text = get_text (self);
  Ris3Edit *edit = ris3_edit_new_set ("priority", key);

  ris3_edit_expect (edit, "text", self->expected);
  ris3_edit_set_text (edit, "text", text);
  return edit;
}

/* words: NULL for no problem */
static void
show_problem (Ris3PriorityDraft *self, const char *words, gboolean is_taken)
{
  g_autofree char *marked = g_strconcat ("⚠ ", words, NULL);

  gtk_widget_set_visible (self->problem_label, words != NULL);
  gtk_label_set_text (GTK_LABEL (self->problem_label), words != NULL ? marked : "");
  gtk_widget_set_visible (self->take_button, is_taken);
  gtk_button_set_label (GTK_BUTTON (self->save_button), is_taken ? _ ("_Save Mine") : _ ("_Save"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  /* What is said below the text is seen. */
  if (words != NULL && gtk_widget_is_focus (self->view))
    ris3_scroll_to (GTK_WIDGET (self));
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
}

/* Whether what the atlas holds is still what the person began with; if not, says what can be done. */
static gboolean
check_stored (Ris3PriorityDraft *self)
{
  gtk_widget_set_sensitive (self->save_button, self->stored != NULL);
  if (self->stored == NULL)
    {
      show_problem (self,
                    _ ("This priority has been deleted meanwhile. Undo that to save your text, copy it elsewhere, or "
                       "discard it."),
                    FALSE);
      return FALSE;
    }
  if (!g_str_equal (self->stored, self->expected))
    {
      g_autofree char *other = ris3_text_shorten (self->stored, MAX_REPEATED);
      g_autofree char *words = g_strdup_printf (
          _ ("This text has been changed meanwhile. It is now “%s”. Save yours in its place, or take that one."),
          other);

      show_problem (self, words, TRUE);
      return FALSE;
    }
  return TRUE;
}

static void
close_draft (Ris3PriorityDraft *self)
{
  if (self->is_closed)
    return;
  self->is_closed = TRUE;
  g_cancellable_cancel (self->trying);
  g_signal_emit (self, closed_signal, 0);
}

static void
on_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3PriorityDraft) self = RIS3_PRIORITY_DRAFT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->is_closed || self->is_saving)
    return;
  if (!check_stored (self))
    return;
  if (error != NULL)
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      show_problem (self, words, FALSE);
    }
  else
    show_problem (self, NULL, FALSE);
}

static void
try_edit (Ris3PriorityDraft *self)
{
  g_autoptr (Ris3Edit) edit = new_edit (self);

  g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  self->trying = g_cancellable_new ();
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_TRY, self->trying, on_tried_cb, g_object_ref (self));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3PriorityDraft) self = RIS3_PRIORITY_DRAFT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);
  g_autofree char *words = NULL;

  self->is_saving = FALSE;
  if (self->is_closed)
    {
      if (error != NULL)
        ris3_session_refuse_text (self->session, self->saved, error);
      return;
    }
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), TRUE);
  if (error == NULL)
    {
      close_draft (self);
      return;
    }
  if (!check_stored (self))
    return;
  words = ris3_atlas_error_get_words (error);
  show_problem (self, words, FALSE);
}

static void
save (Ris3PriorityDraft *self)
{
  g_autoptr (Ris3Edit) edit = NULL;

  if (self->is_saving || self->stored == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (!is_changed (self))
    {
      close_draft (self);
      return;
    }
  g_cancellable_cancel (self->trying);
  self->is_saving = TRUE;
  g_free (self->saved);
  self->saved = get_text (self);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  edit = new_edit (self);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_saved_cb, g_object_ref (self));
}

static void
on_save_clicked_cb (Ris3PriorityDraft *self)
{
  /* What the message said is replaced knowingly. */
  if (self->stored != NULL)
    {
      g_free (self->expected);
      self->expected = g_strdup (self->stored);
    }
  save (self);
}

static void
on_changed_cb (Ris3PriorityDraft *self)
{
  if (!self->is_saving && check_stored (self))
    try_edit (self);
}

static gboolean
on_key_cb (Ris3PriorityDraft *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Escape && modifiers == 0)
    close_draft (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter) && modifiers == 0
           && gtk_widget_is_focus (self->view))
    {
      /* In the place of another text only by the button that says so. */
      if (check_stored (self))
        save (self);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Undo within the text ends with the text: what the atlas would undo is not meant here. */
static gboolean
on_bubbled_key_cb (Ris3PriorityDraft *self, guint key, guint code, GdkModifierType state)
{
  return (state & GDK_CONTROL_MASK) != 0 && (key == GDK_KEY_z || key == GDK_KEY_Z || key == GDK_KEY_y);
}

static gboolean
on_resize_tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* A text view lays its text out when it gets its size, and what it then asks for is lost. So it asks again. */
static void
on_height_changed_cb (Ris3PriorityDraft *self, GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    gtk_widget_add_tick_callback (self->view, on_resize_tick_cb, NULL, NULL);
}

static gboolean
ris3_priority_draft_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RIS3_PRIORITY_DRAFT (widget)->view);
}

/* The window is about to be closed. What cannot be saved is in the way: one sees why, and what to do. */
static gboolean
on_leaving_cb (Ris3PriorityDraft *self, gboolean wants_to_save)
{
  if (self->is_closed || self->is_saving || !is_changed (self))
    return FALSE;
  if (wants_to_save && check_stored (self))
    {
      save (self);
      return FALSE;
    }
  gtk_widget_grab_focus (self->view);
  gtk_widget_error_bell (GTK_WIDGET (self));
  ris3_scroll_to (GTK_WIDGET (self));
  return TRUE;
}

/* The page shows something else now. */
static void
ris3_priority_draft_unroot (GtkWidget *widget)
{
  Ris3PriorityDraft *self = RIS3_PRIORITY_DRAFT (widget);

  if (!self->is_closed && !self->is_saving && is_changed (self))
    {
      g_autoptr (Ris3Edit) edit = new_edit (self);
      g_autofree char *text = get_text (self);

      ris3_session_edit_text (self->session, self->atlas, edit, text);
    }
  self->is_closed = TRUE;
  g_cancellable_cancel (self->trying);
  GTK_WIDGET_CLASS (ris3_priority_draft_parent_class)->unroot (widget);
}

static void
ris3_priority_draft_finalize (GObject *object)
{
  Ris3PriorityDraft *self = RIS3_PRIORITY_DRAFT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->atlas);
  g_clear_object (&self->trying);
  g_free (self->saved);
  g_free (self->expected);
  g_free (self->stored);
  G_OBJECT_CLASS (ris3_priority_draft_parent_class)->finalize (object);
}

static void
ris3_priority_draft_class_init (Ris3PriorityDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ris3_priority_draft_finalize;
  widget_class->grab_focus = ris3_priority_draft_grab_focus;
  widget_class->unroot = ris3_priority_draft_unroot;
  closed_signal
      = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/region/ris3-priority-draft.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PriorityDraft, view);
  gtk_widget_class_bind_template_child (widget_class, Ris3PriorityDraft, problem_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3PriorityDraft, save_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3PriorityDraft, take_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_draft);
}

static void
ris3_priority_draft_init (Ris3PriorityDraft *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *bubbled = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (bubbled, "key-pressed", G_CALLBACK (on_bubbled_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), bubbled);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed",
                           G_CALLBACK (on_height_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_priority_draft_new (Ris3Session *session, Ris3Priority *priority)
{
  Ris3PriorityDraft *self;
  g_autofree char *name = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_PRIORITY (priority), NULL);
  self = g_object_new (RIS3_TYPE_PRIORITY_DRAFT, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  g_signal_connect_object (session, "leaving", G_CALLBACK (on_leaving_cb), self, G_CONNECT_SWAPPED);
  self->id = ris3_priority_get_id (priority);
  self->expected = g_strdup (ris3_priority_get_text (priority));
  self->stored = g_strdup (self->expected);
  name = g_strdup_printf ("draft-%" G_GINT64_FORMAT, self->id);
  ris3_widget_set_key (self->view, name);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  /* The text that one begins with is no typing to be undone. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, self->expected, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ris3_priority_draft_set_stored (Ris3PriorityDraft *self, Ris3Priority *priority)
{
  g_autofree char *before = NULL;

  g_return_if_fail (RIS3_IS_PRIORITY_DRAFT (self));
  before = g_steal_pointer (&self->stored);
  self->stored = priority != NULL ? g_strdup (ris3_priority_get_text (priority)) : NULL;
  if (self->is_closed || self->is_saving || g_strcmp0 (before, self->stored) == 0)
    return;
  if (check_stored (self))
    {
      show_problem (self, NULL, FALSE);
      try_edit (self);
    }
}
