/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-filter-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-session-filter.h"

struct _Ris3FilterEntry
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Filter *shown;
  char *text; /* of it, as it is shown */
  GtkEntry *entry;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (Ris3FilterEntry, ris3_filter_entry, GTK_TYPE_WIDGET)

static void
clear_error (Ris3FilterEntry *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->error)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_entry_set_attributes (self->entry, NULL);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

/* Where the word ends that begins at a place. */
static gsize
find_end (const char *text, gsize begin)
{
  gsize length = strcspn (text + begin, " \t");

  return begin + MAX (length, text[begin] != '\0');
}

static void
show_error (Ris3FilterEntry *self, const char *text, gsize position, const char *message)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
  gsize begin = MIN (position, strlen (text));

  line->start_index = begin;
  line->end_index = find_end (text, begin);
  pango_attr_list_insert (attributes, line);
  gtk_entry_set_attributes (self->entry, attributes);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_label_set_text (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  /* It is typed over at once. */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), g_utf8_pointer_to_offset (text, text + begin),
                              g_utf8_pointer_to_offset (text, text + line->end_index));
}

static void
show_filter (Ris3FilterEntry *self)
{
  g_free (self->text);
  self->text = ris3_session_dup_filter_text (self->session, self->shown);
  if (!g_str_equal (self->text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text);
  clear_error (self);
}

/* Once the atlas is known, codes are shorter; what somebody types stays. */
static void
on_result_changed_cb (Ris3FilterEntry *self)
{
  if (g_strcmp0 (self->text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) == 0
      && !gtk_widget_get_visible (GTK_WIDGET (self->error)))
    show_filter (self);
}

/* The beginning of a long filter says more than its end. */
static void
on_leave_cb (Ris3FilterEntry *self)
{
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

static void
on_view_changed_cb (Ris3FilterEntry *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);

  if (self->shown != NULL && ris3_filter_equal (self->shown, filter))
    return;
  g_clear_pointer (&self->shown, ris3_filter_unref);
  self->shown = ris3_filter_ref (filter);
  show_filter (self);
}

static void
on_activate_cb (Ris3FilterEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  gsize position = 0;
  g_autoptr (Ris3Filter) filter = ris3_session_read_filter (self->session, text, &position, &error);

  if (filter == NULL)
    {
      show_error (self, text, position, error->message);
      return;
    }
  ris3_session_set_typed_filter (self->session, filter);
  /* In its own form, even if it asks for the same. */
  show_filter (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Escape takes back what was typed first. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Ris3FilterEntry *self)
{
  if (key != GDK_KEY_Escape || g_str_equal (self->text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return GDK_EVENT_PROPAGATE;
  show_filter (self);
  return GDK_EVENT_STOP;
}

static void
ris3_filter_entry_dispose (GObject *object)
{
  Ris3FilterEntry *self = RIS3_FILTER_ENTRY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, ris3_filter_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_filter_entry_parent_class)->dispose (object);
}

static gboolean
ris3_filter_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RIS3_FILTER_ENTRY (widget)->entry));
}

static void
ris3_filter_entry_class_init (Ris3FilterEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_filter_entry_dispose;
  widget_class->grab_focus = ris3_filter_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_filter_entry_init (Ris3FilterEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  /* Translators: how a filter is written; "country:FR" stays as it is. */
  gtk_entry_set_placeholder_text (self->entry, _ ("Words, or country:FR pm:yes"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), _ ("The Filter as Text: Change It and Press Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter as text"),
                                  -1);
  self->error = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->error, -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (clear_error), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

void
ris3_filter_entry_set_session (Ris3FilterEntry *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_FILTER_ENTRY (self) && RIS3_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (on_view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (on_result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_view_changed_cb (self);
}
