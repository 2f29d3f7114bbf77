/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-tail.h"

#include <glib/gi18n.h>

#include "map/ris3-mail-tail.h"

#define TAIL "tail" /* of the field of the text */

/* One of the parts that are told of. */
typedef struct
{
  gboolean (*find) (const char *text, Ris3MailTail *found);
  char *(*describe) (guint n_lines);
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *buttons;
  const char *removed; /* what is said then */
  gboolean is_removed;
  gboolean is_kept;
} Part;

typedef struct
{
  gboolean is_pasted;
  Part signature;
  Part quotation;
} Tail;

static char *
describe_signature (guint n_lines)
{
  return g_strdup_printf (ngettext ("The text has a signature (%u line). Personal data belongs to the contacts.",
                                    "The text has a signature (%u lines). Personal data belongs to the contacts.",
                                    n_lines),
                          n_lines);
}

static char *
describe_quotation (guint n_lines)
{
  return g_strdup_printf (ngettext ("The text has the message that it answers (%u line).",
                                    "The text has the message that it answers (%u lines).", n_lines),
                          n_lines);
}

static GtkTextBuffer *
get_buffer (Ris3FormField *field)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ris3_form_field_get_input (field)));
}

/* As it stands, spaces and all. */
static char *
get_text (Ris3FormField *field)
{
  char *text;

  g_object_get (get_buffer (field), "text", &text, NULL);
  return text;
}

/* What was taken out is said where it was offered, so that nothing else moves. */
static void
update_part (Part *part, const char *text)
{
  Ris3MailTail found = { 0 };
  gboolean is_found = part->find (text, &found);

  if (is_found)
    {
      g_autofree char *words = part->describe (found.n_lines);

      gtk_label_set_label (part->label, words);
    }
  else if (part->is_removed)
    gtk_label_set_label (part->label, _ (part->removed));
  gtk_widget_set_sensitive (part->buttons, is_found);
  gtk_widget_set_visible (part->box, !part->is_kept && (is_found || part->is_removed));
}

static void
update (Ris3FormField *field)
{
  Tail *self = g_object_get_data (G_OBJECT (field), TAIL);
  g_autofree char *text = NULL;

  /* What is pasted may come when the form is gone. */
  if (!self->is_pasted || gtk_widget_get_root (GTK_WIDGET (field)) == NULL)
    return;
  text = get_text (field);
  update_part (&self->signature, text);
  update_part (&self->quotation, text);
}

static void
on_pasted_cb (Ris3FormField *field)
{
  Tail *self = g_object_get_data (G_OBJECT (field), TAIL);

  self->is_pasted = TRUE;
  self->signature.is_kept = self->quotation.is_kept = FALSE;
  self->signature.is_removed = self->quotation.is_removed = FALSE;
  update (field);
}

/* The part that a button is of. */
static Part *
find_part (Ris3FormField *field, GtkWidget *button)
{
  Tail *self = g_object_get_data (G_OBJECT (field), TAIL);

  return gtk_widget_is_ancestor (button, self->signature.box) ? &self->signature : &self->quotation;
}

/* The button cannot be pressed again, and the keys go on in the text. */
static void
on_remove_clicked_cb (Ris3FormField *field, GtkWidget *button)
{
  GtkTextBuffer *buffer = get_buffer (field);
  g_autofree char *text = get_text (field);
  Ris3MailTail found;
  Part *part = find_part (field, button);
  GtkTextIter begin, end;

  gtk_widget_grab_focus (GTK_WIDGET (field));
  if (!part->find (text, &found))
    return;
  part->is_removed = TRUE;
  gtk_text_buffer_get_iter_at_offset (buffer, &begin, (int) g_utf8_pointer_to_offset (text, text + found.begin));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + found.end));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &begin, &end);
  gtk_text_buffer_end_user_action (buffer);
}

static void
on_keep_clicked_cb (Ris3FormField *field, GtkWidget *button)
{
  gtk_widget_grab_focus (GTK_WIDGET (field));
  find_part (field, button)->is_kept = TRUE;
  update (field);
}

static void
add_button (Ris3FormField *field, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, field, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* remove: what the button says that takes it out */
static void
add_part (Ris3FormField *field, Part *part, const char *remove)
{
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (field));

  part->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  part->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  part->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_visible (part->box, FALSE);
  gtk_widget_add_css_class (part->box, "form-notice");
  gtk_box_append (GTK_BOX (part->box), GTK_WIDGET (part->label));
  add_button (field, part->buttons, remove, G_CALLBACK (on_remove_clicked_cb));
  /* Translators: a button: a part of a text is to stay in it */
  add_button (field, part->buttons, C_ ("part of a text", "Keep It"), G_CALLBACK (on_keep_clicked_cb));
  gtk_box_append (GTK_BOX (part->box), part->buttons);
  gtk_box_insert_child_after (GTK_BOX (holder), part->box, GTK_WIDGET (field));
}

void
ris3_comment_tail_watch (Ris3EditForm *form)
{
  Ris3FormField *field;
  Tail *self;

  g_return_if_fail (RIS3_IS_EDIT_FORM (form));
  field = ris3_edit_form_get_field (form, "text");
  self = g_new0 (Tail, 1);
  self->signature.find = ris3_mail_tail_find_signature;
  self->signature.describe = describe_signature;
  self->signature.removed = N_ ("The signature was taken out of the text (Ctrl+Z brings it back).");
  self->quotation.removed = N_ ("The message that it answers was taken out of the text (Ctrl+Z brings it back).");
  self->quotation.find = ris3_mail_tail_find_quotation;
  self->quotation.describe = describe_quotation;
  g_object_set_data_full (G_OBJECT (field), TAIL, self, g_free);
  add_part (field, &self->quotation, _ ("Remove the Message"));
  add_part (field, &self->signature, _ ("Remove the Signature"));
  g_signal_connect_object (get_buffer (field), "paste-done", G_CALLBACK (on_pasted_cb), field, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (field), "changed", G_CALLBACK (update), field, G_CONNECT_SWAPPED);
}

void
ris3_comment_tail_look (Ris3EditForm *form)
{
  Ris3FormField *field;

  g_return_if_fail (RIS3_IS_EDIT_FORM (form));
  field = ris3_edit_form_get_field (form, "text");
  if (field != NULL)
    on_pasted_cb (field);
}
