/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which comments the person has read: one that they chose and that stays before their eyes for a moment, or what they
 * say. What the program selects, as one must be when the inbox is opened or what was selected has gone, is not read by
 * that. */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#define MOMENT 1000 /* milliseconds */

static gboolean
on_moment_cb (gpointer data)
{
  Ris3InboxPage *self = data;
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);

  self->reading_source = 0;
  ris3_reading_marks_set_unread (self->marks, selected, FALSE);
  return G_SOURCE_REMOVE;
}

void
_ris3_inbox_page_follow_reading (Ris3InboxPage *self)
{
  Ris3Comment *comment = ris3_inbox_page_get_comment (self);
  gint64 id = comment != NULL ? ris3_comment_get_id (comment) : 0;

  if (!gtk_widget_get_mapped (self->detail))
    {
      /* It is begun anew, unless the person has marked what they saw as unread. */
      if (self->reading_source != 0)
        self->reading = 0;
      g_clear_handle_id (&self->reading_source, g_source_remove);
      return;
    }
  if (id != self->chosen)
    self->chosen = id = 0;
  if (id == self->reading)
    return;
  self->reading = id;
  g_clear_handle_id (&self->reading_source, g_source_remove);
  if (id != 0 && ris3_reading_marks_is_unread (self->marks, comment))
    self->reading_source = g_timeout_add (MOMENT, on_moment_cb, self);
}

void
_ris3_inbox_page_begin_reading (Ris3InboxPage *self)
{
  Ris3Comment *comment = ris3_inbox_page_get_comment (self);

  self->chosen = comment != NULL ? ris3_comment_get_id (comment) : 0;
  self->hidden = 0;
  _ris3_inbox_page_follow_reading (self);
}

static void
mark (Ris3InboxPage *self, gboolean unread)
{
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);

  g_clear_handle_id (&self->reading_source, g_source_remove);
  ris3_reading_marks_set_unread (self->marks, selected, unread);
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark (RIS3_INBOX_PAGE (widget), g_str_equal (name, "inbox.mark-unread"));
}

/* All are read then, or if they were, none. */
static gboolean
on_key_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);
  gboolean any = FALSE;

  for (guint i = 0; i < selected->len && !any; i++)
    any = ris3_reading_marks_is_unread (self->marks, selected->pdata[i]);
  mark (self, !any);
  return GDK_EVENT_STOP;
}

void
_ris3_inbox_page_install_reading (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "inbox.mark-read", NULL, mark_action);
  gtk_widget_class_install_action (klass, "inbox.mark-unread", NULL, mark_action);
  gtk_widget_class_add_binding (klass, GDK_KEY_u, 0, on_key_cb, NULL);
}

void
_ris3_inbox_page_update_reading (Ris3InboxPage *self, GPtrArray *selected)
{
  gboolean any_unread = FALSE, any_read = FALSE;

  for (guint i = 0; i < selected->len && !(any_unread && any_read); i++)
    if (ris3_reading_marks_is_unread (self->marks, selected->pdata[i]))
      any_unread = TRUE;
    else
      any_read = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.mark-read", any_unread);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.mark-unread", any_read);
}

static void
on_marked_cb (Ris3InboxPage *self)
{
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);

  _ris3_inbox_page_for_each_row (self, ris3_inbox_row_follow_marks);
  _ris3_inbox_page_show_counts (self);
  _ris3_inbox_page_update_reading (self, selected);
}

static gboolean
on_used_cb (Ris3InboxPage *self)
{
  _ris3_inbox_page_begin_reading (self);
  return GDK_EVENT_PROPAGATE;
}

static void
watch (Ris3InboxPage *self, GtkWidget *widget, GtkEventController *controller, const char *signal)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, G_CALLBACK (on_used_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

void
_ris3_inbox_page_watch_marks (Ris3InboxPage *self)
{
  GtkGesture *row_click = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* A row that is selected already tells nothing when it is clicked. */
  watch (self, GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (row_click), "pressed");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  watch (self, self->detail, GTK_EVENT_CONTROLLER (click), "pressed");
  watch (self, self->detail, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES), "scroll");
  watch (self, self->detail, gtk_event_controller_key_new (), "key-pressed");
  g_signal_connect_object (self->list, "marked", G_CALLBACK (on_marked_cb), self, G_CONNECT_SWAPPED);
}
