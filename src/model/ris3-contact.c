/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-contact.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-backup.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-editor-private.h"
#include "model/ris3-loader-private.h"

Ris3Contact *
ris3_contact_new (void)
{
  return g_new0 (Ris3Contact, 1);
}

void
ris3_contact_free (Ris3Contact *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->organisation);
  g_free (self->region_code);
  g_free (self->unit);
  g_free (self->name);
  g_free (self->role);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->language);
  g_free (self->remark);
  g_free (self);
}

void
ris3_erasure_free (Ris3Erasure *self)
{
  g_return_if_fail (self != NULL);
  g_strfreev (self->backups);
  g_strfreev (self->left_backups);
  g_strfreev (self->mentions);
  g_free (self);
}

#define SELECT                                                                                                         \
  "SELECT c.id, c.organisation_id, o.name, o.nuts_version, o.region_code, c.unit, c.name, c.role, c.email, c.phone,"   \
  " c.language, c.remark FROM contact AS c JOIN organisation AS o ON o.id = c.organisation_id"                         \
  " ORDER BY o.name, c.name, c.id"

static gboolean
read_contact (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3Contact *contact = ris3_contact_new ();
  char **const texts[] = { &contact->region_code, &contact->unit,  &contact->name,     &contact->role,
                           &contact->email,       &contact->phone, &contact->language, &contact->remark };

  contact->id = sqlite3_column_int64 (row, 0);
  contact->organisation_id = sqlite3_column_int64 (row, 1);
  contact->organisation = ris3_statement_get_text (row, 2);
  contact->nuts_version = (guint) sqlite3_column_int (row, 3);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = ris3_statement_get_text (row, 4 + (int) i);

      *texts[i] = text != NULL ? text : g_strdup ("");
    }
  g_ptr_array_add (user_data, contact);
  return TRUE;
}

static gboolean
read_contacts (Ris3Connection *connection, gpointer user_data, GError **error)
{
  g_ptr_array_set_size (user_data, 0);
  return ris3_loader_for_each_row (connection, SELECT, NULL, read_contact, user_data, error);
}

GPtrArray *
ris3_contacts_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_contact_free);

  g_return_val_if_fail (path != NULL, NULL);
  if (!ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_contacts, contacts,
                                  error))
    return NULL;
  return g_steal_pointer (&contacts);
}

typedef struct
{
  const Ris3Contact *contact;
  gint64 id;
} Saving;

gboolean
ris3_contact_email_is_sound (const char *email)
{
  g_return_val_if_fail (email != NULL, FALSE);
  return g_regex_match_simple ("^[^@[:space:]]+@[^@[:space:]]+$", email, G_REGEX_DEFAULT, 0);
}

static gboolean
check_contact (const Ris3Contact *contact, GError **error)
{
  const char *language = contact->language != NULL ? contact->language : "";
  gboolean has_name = contact->name != NULL && *contact->name != '\0';
  gboolean has_email = contact->email != NULL && *contact->email != '\0';

  if (!has_name && !has_email)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "name",
                                _ ("Give a name or an e-mail address: one of them must be known."));
  if (has_email && !ris3_contact_email_is_sound (contact->email))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "email", _ ("“%s” is no e-mail address."),
                                contact->email);
  if (*language != '\0' && !g_regex_match_simple ("^[a-z]{2}$", language, G_REGEX_DEFAULT, 0))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "language",
                                _ ("“%s” is no code of a language: write two letters, such as “de”."), language);
  return TRUE;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
save (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Saving *saving = user_data;
  const Ris3Contact *contact = saving->contact;
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      contact->id == 0
          ? "INSERT INTO contact (organisation_id, unit, name, role, email, phone, language, remark)"
            " SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM organisation WHERE id = ?1"
          : "UPDATE contact SET organisation_id = ?1, unit = ?2, name = ?3, role = ?4, email = ?5, phone = ?6,"
            " language = ?7, remark = ?8 WHERE id = ?9 AND EXISTS (SELECT 1 FROM organisation WHERE id = ?1)",
      error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, contact->id == 0 ? "isssssss" : "isssssssi", contact->organisation_id,
                       or_empty (contact->unit), or_empty (contact->name), or_empty (contact->role),
                       or_empty (contact->email), or_empty (contact->phone), or_empty (contact->language),
                       or_empty (contact->remark), contact->id);
  if (!ris3_connection_run (connection, statement, error))
    return FALSE;
  if (sqlite3_changes (ris3_connection_get_handle (connection)) == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, "organisation_id",
                                _ ("The person or the organisation is no longer in the atlas."));
  saving->id = contact->id != 0 ? contact->id : sqlite3_last_insert_rowid (ris3_connection_get_handle (connection));
  return TRUE;
}

/* What is freed is overwritten, wherever persons are written. */
static gboolean
save_once (Ris3Editor *self, gpointer data, GError **error)
{
  return ris3_editor_check_writable (self, error)
         && ris3_connection_execute (self->connection, "PRAGMA secure_delete = ON", error)
         && ris3_connection_transaction (self->connection, save, data, error);
}

gint64
ris3_editor_save_contact (Ris3Editor *self, const Ris3Contact *contact, GError **error)
{
  Saving saving = { contact, 0 };

  g_return_val_if_fail (self != NULL && contact != NULL, 0);
  return check_contact (contact, error) && ris3_editor_try (self, save_once, &saving, error) ? saving.id : 0;
}
