/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-mail.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-comment-fields.h"
#include "app/edit/ris3-form-region.h"
#include "app/ris3-people-work.h"
#include "map/ris3-date.h"
#include "map/ris3-mail-head.h"
#include "map/ris3-mail-message.h"

/* A message that was pasted. */
typedef struct
{
  Ris3EditForm *form;
  Ris3Session *session;
  Ris3Atlas *atlas;
  char *address; /* NULL: it has none */
  char date[11];
} Mail;

static void
mail_free (Mail *mail)
{
  g_object_unref (mail->form);
  g_object_unref (mail->session);
  g_object_unref (mail->atlas);
  g_free (mail->address);
  g_free (mail);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mail, mail_free)

/* Fills in what nobody has changed. */
static void
fill (Ris3EditForm *form, const char *column, const char *value)
{
  Ris3FormField *field = ris3_edit_form_get_field (form, column);

  if (*value != '\0' && !ris3_form_field_is_changed (field))
    ris3_form_field_set_value (field, value);
}

/* Where the organisation is, if the form does not say yet where the comment belongs. */
static void
fill_region (const Mail *mail, Ris3Organisation *organisation)
{
  Ris3FormField *field = ris3_edit_form_get_field (mail->form, "region");
  g_autofree char *value = ris3_form_field_get_value (field);
  const char *code = ris3_organisation_get_region_code (organisation);

  if (*value == '\0' && *code != '\0')
    ris3_form_region_choose (field, mail->session, ris3_organisation_get_nuts_version (organisation), code);
}

/* What was understood, and what was not. */
static void
tell (const Mail *mail, Ris3Organisation *organisation)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *date = ris3_date_to_text (mail->date);

  if (*date != '\0')
    /* Translators: what was read from an e-mail; %s is a date */
    g_string_append_printf (words, _ ("The e-mail was sent on %s."), date);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (organisation != NULL)
    /* Translators: who has sent an e-mail */
    g_string_append_printf (words, _ ("Its address is that of a person of “%s”."),
                            ris3_organisation_get_name (organisation));
  else
    g_string_append (words, _ ("Nobody who is known has its address: see to the organisation yourself."));
  g_string_append_c (words, ' ');
  g_string_append (words, _ ("The lines above it were left out (Ctrl+Z brings them back)."));
  ris3_form_field_set_hint (ris3_edit_form_get_field (mail->form, "text"), words->str);
}

/* Where the person of an address works; NULL: that is not known. (transfer none) */
static Ris3Organisation *
find_organisation (const Mail *mail, GPtrArray *contacts)
{
  gint64 id = 0;

  for (guint i = 0; mail->address != NULL && i < contacts->len; i++)
    {
      const Ris3Contact *contact = contacts->pdata[i];

      if (g_ascii_strcasecmp (contact->email, mail->address) == 0)
        id = contact->organisation_id;
    }
  return id > 0 ? ris3_atlas_lookup_organisation (mail->atlas, id) : NULL;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Mail) mail = user_data;
  /* Where the persons cannot be read, none is known. */
  g_autoptr (GPtrArray) contacts = ris3_people_read_finish (result, NULL);
  Ris3Organisation *organisation;

  /* The form is closed, or its atlas. */
  if (ris3_edit_form_get_field (mail->form, "text") == NULL || mail->atlas != ris3_session_get_atlas (mail->session))
    return;
  organisation = contacts != NULL ? find_organisation (mail, contacts) : NULL;
  if (organisation != NULL)
    {
      fill_region (mail, organisation);
      fill (mail->form, "organisation_id", ris3_organisation_get_name (organisation));
    }
  tell (mail, organisation);
}

/* What the mail says, after what it is about. before: what is kept above it */
static void
replace_text (GtkTextBuffer *buffer, const Ris3MailHead *head, const char *before)
{
  g_autofree char *text = g_strconcat (before, *before != '\0' ? "\n\n" : "", head->subject,
                                       *head->subject != '\0' ? "\n\n" : "", head->body, NULL);
  GtkTextIter begin, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  gtk_text_buffer_delete (buffer, &begin, &end);
  gtk_text_buffer_insert (buffer, &begin, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static GtkTextBuffer *
get_buffer (Ris3EditForm *form)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ris3_form_field_get_input (ris3_edit_form_get_field (form, "text"))));
}

static gboolean
take (Ris3EditForm *form, Ris3Session *session, const char *message, const char *before)
{
  g_autoptr (Ris3MailHead) head = ris3_mail_head_read (message);
  g_autofree char *body = NULL;
  Mail *mail;

  if (head == NULL || ris3_session_get_atlas (session) == NULL)
    return FALSE;
  /* Who has pasted it may attach it afterwards. */
  body = g_strchomp (g_strdup (head->body));
  if (*before == '\0' || *body == '\0' || strstr (before, body) == NULL)
    replace_text (get_buffer (form), head, before);
  fill (form, "received_on", head->date);
  fill (form, "channel", ris3_comment_fields_get_mail ());
  mail = g_new0 (Mail, 1);
  mail->form = g_object_ref (form);
  mail->session = g_object_ref (session);
  mail->atlas = g_object_ref (ris3_session_get_atlas (session));
  mail->address = g_strdup (head->address);
  memcpy (mail->date, head->date, sizeof mail->date);
  ris3_people_read_async (mail->atlas, on_read_cb, mail);
  return TRUE;
}

gboolean
ris3_comment_mail_take (Ris3EditForm *form, Ris3Session *session, const char *message)
{
  g_autofree char *before = NULL;

  g_return_val_if_fail (RIS3_IS_EDIT_FORM (form) && RIS3_IS_SESSION (session) && message != NULL, FALSE);
  before = ris3_form_field_get_value (ris3_edit_form_get_field (form, "text"));
  return take (form, session, message, before);
}

static void
on_pasted_cb (GtkTextBuffer *buffer, GdkClipboard *clipboard, gpointer user_data)
{
  Ris3EditForm *form = RIS3_EDIT_FORM (user_data);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  /* It may come when the form is gone. */
  if (ris3_edit_form_get_field (form, "text") == NULL)
    return;
  g_object_get (buffer, "text", &text, NULL);
  message = ris3_mail_message_decode (text, -1);
  take (form, g_object_get_data (G_OBJECT (buffer), "session"), message, "");
}

void
ris3_comment_mail_take_pasted (Ris3EditForm *form, Ris3Session *session)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (RIS3_IS_EDIT_FORM (form) && RIS3_IS_SESSION (session));
  buffer = get_buffer (form);
  g_object_set_data_full (G_OBJECT (buffer), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (buffer, "paste-done", G_CALLBACK (on_pasted_cb), form, 0);
}
