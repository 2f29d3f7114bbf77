/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-person-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-language.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/ris3-people-work.h"

/* Who is added or changed. */
typedef struct
{
  Ris3Session *session;
  Ris3Atlas *atlas;
  gint64 id; /* 0: a new one */
  gint64 organisation_id;
} Person;

static void
person_free (gpointer data)
{
  Person *self = data;

  g_object_unref (self->session);
  g_object_unref (self->atlas);
  g_free (self);
}

/* (transfer full) */
static char *
get_value (Ris3EditForm *form, const char *column)
{
  return ris3_form_field_get_value (ris3_edit_form_get_field (form, column));
}

/* The form may be gone before it is saved. */
typedef struct
{
  Ris3EditForm *form;
  Ris3Session *session;
} Saving;

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (Ris3EditForm) form = saving->form;
  g_autoptr (Ris3Session) session = saving->session;
  g_autoptr (GError) error = NULL;
  gint64 id = ris3_people_save_finish (result, &error);

  ris3_edit_form_end_saving (form, error);
  if (id != 0)
    ris3_session_show_added (session, "contact", id);
}

static void
save (Ris3EditForm *form, gpointer user_data)
{
  Person *self = user_data;
  Ris3Contact *contact = ris3_contact_new ();
  Saving *saving = g_new0 (Saving, 1);

  contact->id = self->id;
  contact->organisation_id = self->organisation_id;
  contact->name = get_value (form, "name");
  contact->role = get_value (form, "role");
  contact->unit = get_value (form, "unit");
  contact->email = get_value (form, "email");
  contact->phone = get_value (form, "phone");
  contact->language = get_value (form, "language");
  contact->remark = get_value (form, "remark");
  saving->form = g_object_ref (form);
  saving->session = g_object_ref (self->session);
  ris3_people_save_async (self->atlas, contact, on_saved_cb, saving);
}

static void
add_entry (Ris3EditForm *form, const char *column, const char *label, Ris3FormEntryKind kind, const char *value)
{
  ris3_edit_form_add_field (form, ris3_form_entry_new (column, label, kind), value);
}

/* contact: NULL: a new one */
static void
present (Ris3EditDesk *desk, gint64 organisation_id, const Ris3Contact *contact)
{
  static const Ris3Contact nobody = { 0 };
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, organisation_id);
  g_autofree char *organisation = ris3_atlas_dup_value (atlas, "organisation", key, "name");
  const Ris3Contact *shown = contact != NULL ? contact : &nobody;
  Ris3EditForm *form;
  Ris3FormField *field;
  Person *self;

  if (organisation == NULL)
    return;
  self = g_new0 (Person, 1);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (atlas);
  self->id = shown->id;
  self->organisation_id = organisation_id;
  form = ris3_edit_form_new (desk, contact != NULL ? _ ("Edit Person") : _ ("Add Person"));
  ris3_edit_form_set_saver (form, save, self, person_free);
  ris3_edit_form_add_fact (form, _ ("Organisation"), organisation);
  ris3_edit_form_add_fact (form, _ ("Privacy"),
                           _ ("Persons are kept apart from all else: the history does not hold them, so that a change "
                              "cannot be undone. They are left out of exports unless they are asked for."));
  add_entry (form, "name", _ ("_Name"), RIS3_FORM_ENTRY_TEXT, shown->name);
  add_entry (form, "role", _ ("_Role"), RIS3_FORM_ENTRY_TEXT, shown->role);
  add_entry (form, "unit", _ ("_Unit"), RIS3_FORM_ENTRY_TEXT, shown->unit);
  add_entry (form, "email", _ ("_E-Mail"), RIS3_FORM_ENTRY_EMAIL, shown->email);
  add_entry (form, "phone", _ ("_Telephone"), RIS3_FORM_ENTRY_TEXT, shown->phone);
  field = ris3_edit_form_add_field (form, ris3_form_language_new (), shown->language);
  ris3_form_field_set_hint (field, _ ("In which to write to the person"));
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("Re_mark"), 2), shown->remark);
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 640);
  ris3_edit_form_present (form);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);

  if (ris3_session_get_atlas (ris3_edit_desk_get_session (desk)) != NULL)
    present (desk, g_variant_get_int64 (parameter), NULL);
}

typedef struct
{
  Ris3EditDesk *desk;
  Ris3Atlas *atlas;
  gint64 id;
} Wanted;

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (Ris3EditDesk) desk = wanted->desk;
  g_autoptr (Ris3Atlas) atlas = wanted->atlas;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = ris3_people_read_finish (result, &error);

  /* The window is gone, or shows another atlas. */
  if (ris3_edit_desk_get_window (desk) == NULL || ris3_session_get_atlas (ris3_edit_desk_get_session (desk)) != atlas)
    return;
  if (contacts == NULL)
    ris3_session_tell_failure (ris3_edit_desk_get_session (desk), error);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (contacts, i);

      if (contact->id == wanted->id)
        present (desk, contact->organisation_id, contact);
    }
}

/* Only the file has persons. */
static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  Wanted *wanted;

  if (atlas == NULL)
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->desk = g_object_ref (desk);
  wanted->atlas = g_object_ref (atlas);
  wanted->id = g_variant_get_int64 (parameter);
  ris3_people_read_async (atlas, on_read_cb, wanted);
}

void
ris3_person_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "person-add", .parameter_type = "x", .activate = add_action },
    { .name = "person-form", .parameter_type = "x", .activate = form_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
