/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which persons were asked. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include "app/consultation/ris3-asked-persons.h"
#include "app/ris3-people-work.h"

static const Ris3Contact *
find_contact (Ris3RoundsWindow *self, gint64 id)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (self->contacts, i);

      if (contact->id == id)
        return contact;
    }
  return NULL;
}

static void
show_persons (Ris3RoundsWindow *self)
{
  g_hash_table_remove_all (self->asked_persons);
  for (guint i = 0; i < self->asked->len; i++)
    {
      const Ris3RequestContact *pair = &g_array_index (self->asked, Ris3RequestContact, i);
      const Ris3Contact *contact = find_contact (self, pair->contact_id);
      const char *others = g_hash_table_lookup (self->asked_persons, &pair->request_id);
      const char *name;

      if (contact == NULL)
        continue;
      name = *contact->name != '\0' ? contact->name : contact->email;
      g_hash_table_insert (self->asked_persons, g_memdup2 (&pair->request_id, sizeof pair->request_id),
                           others != NULL ? g_strjoin (", ", others, name, NULL) : g_strdup (name));
    }
  _ris3_rounds_window_refresh_rows (self);
  _ris3_rounds_window_update_menu (self);
}

static void
on_asked_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3RoundsWindow) self = user_data;
  g_autoptr (GArray) asked = ris3_people_read_asked_finish (result, NULL);

  /* Without them, everything else can be done. */
  if (asked == NULL || self->session == NULL)
    return;
  g_clear_pointer (&self->asked, g_array_unref);
  self->asked = g_steal_pointer (&asked);
  show_persons (self);
}

static void
on_contacts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3RoundsWindow) self = user_data;
  g_autoptr (GPtrArray) contacts = ris3_people_read_finish (result, NULL);

  if (contacts == NULL || self->session == NULL)
    return;
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = g_steal_pointer (&contacts);
  ris3_people_read_asked_async (self->atlas, on_asked_read_cb, g_object_ref (self));
}

void
_ris3_rounds_window_read_persons (Ris3RoundsWindow *self)
{
  ris3_people_read_async (self->atlas, on_contacts_read_cb, g_object_ref (self));
}

const char *
_ris3_rounds_window_get_asked (Ris3RoundsWindow *self, Ris3Request *request)
{
  gint64 id = ris3_request_get_id (request);
  const char *names = g_hash_table_lookup (self->asked_persons, &id);

  return names != NULL ? names : "";
}

static void
on_saved_cb (gpointer user_data)
{
  RIS3_ROUNDS_WINDOW (user_data)->has_unrecorded = TRUE;
  g_signal_emit_by_name (user_data, "unrecorded");
  _ris3_rounds_window_read_persons (user_data);
}

void
_ris3_rounds_window_ask_persons (Ris3RoundsWindow *self, Ris3Request *request)
{
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->contacts == NULL || self->asked == NULL)
    return;
  for (guint i = 0; i < self->asked->len; i++)
    {
      const Ris3RequestContact *pair = &g_array_index (self->asked, Ris3RequestContact, i);

      if (pair->request_id == ris3_request_get_id (request))
        g_array_append_val (asked, pair->contact_id);
    }
  ris3_asked_persons_ask (GTK_WINDOW (self), self->session, request, self->contacts, asked, on_saved_cb,
                          G_OBJECT (self));
}
