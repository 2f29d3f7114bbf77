/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-request-contacts-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-editor-private.h"
#include "model/ris3-loader-private.h"

/* Only of persons of the organisation that is asked. */
#define ADD_ROW                                                                                                        \
  "INSERT OR IGNORE INTO request_contact (request_id, contact_id)"                                                     \
  " SELECT q.id, c.id FROM request AS q JOIN contact AS c ON c.organisation_id = q.organisation_id"                    \
  " WHERE q.id = ?1 AND c.id = ?2"

static gboolean
read_row (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3RequestContact pair = { sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1) };

  g_array_append_val (user_data, pair);
  return TRUE;
}

static gboolean
read_rows (Ris3Connection *connection, gpointer user_data, GError **error)
{
  g_array_set_size (user_data, 0);
  return ris3_loader_for_each_row (connection,
                                   "SELECT r.request_id, r.contact_id FROM request_contact AS r"
                                   " JOIN contact AS c ON c.id = r.contact_id"
                                   " ORDER BY r.request_id, c.name, c.id",
                                   NULL, read_row, user_data, error);
}

GArray *
ris3_request_contacts_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Ris3RequestContact));

  g_return_val_if_fail (path != NULL, NULL);
  if (!ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_rows, pairs, error))
    return NULL;
  return g_steal_pointer (&pairs);
}

GArray *
_ris3_request_contacts_list (Ris3Connection *connection, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Ris3RequestContact));

  return read_rows (connection, pairs, error) ? g_steal_pointer (&pairs) : NULL;
}

/* Whether a request is in the atlas; if that cannot be read, it is. */
static gboolean
has_request (Ris3Connection *connection, gint64 id)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (connection, "SELECT 1 FROM request WHERE id = ?", NULL);
  gboolean has = TRUE;

  if (statement == NULL)
    return TRUE;
  ris3_statement_bind (statement, "i", id);
  return !ris3_connection_step (connection, statement, &has, NULL) || has;
}

void
_ris3_request_contacts_keep (Ris3Editor *self, GArray *before)
{
  g_autoptr (GArray) now = _ris3_request_contacts_list (self->connection, NULL);

  /* As after nearly each undo: no request has gone, and none has come back. */
  if (now != NULL && now->len == before->len && (self->lost_contacts == NULL || self->lost_contacts->len == 0))
    return;
  if (self->lost_contacts == NULL)
    self->lost_contacts = g_array_new (FALSE, FALSE, sizeof (Ris3RequestContact));
  for (guint i = self->lost_contacts->len; i > 0; i--)
    if (has_request (self->connection, g_array_index (self->lost_contacts, Ris3RequestContact, i - 1).request_id))
      g_array_remove_index_fast (self->lost_contacts, i - 1);
  for (guint i = 0; i < before->len; i++)
    if (!has_request (self->connection, g_array_index (before, Ris3RequestContact, i).request_id))
      g_array_append_val (self->lost_contacts, g_array_index (before, Ris3RequestContact, i));
}

gboolean
_ris3_request_contacts_bring_back (Ris3Editor *self, GError **error)
{
  for (guint i = 0; self->lost_contacts != NULL && i < self->lost_contacts->len; i++)
    {
      const Ris3RequestContact *pair = &g_array_index (self->lost_contacts, Ris3RequestContact, i);
      g_autoptr (Ris3Statement) add = ris3_connection_borrow (self->connection, ADD_ROW, error);

      if (add == NULL)
        return FALSE;
      ris3_statement_bind (add, "ii", pair->request_id, pair->contact_id);
      if (!ris3_connection_run (self->connection, add, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  gint64 request_id;
  const gint64 *contacts;
  guint n_contacts;
} Setting;

static gboolean
write_rows (Ris3Connection *connection, gpointer user_data, GError **error)
{
  const Setting *setting = user_data;
  g_autoptr (Ris3Statement) remove
      = ris3_connection_borrow (connection, "DELETE FROM request_contact WHERE request_id = ?1", error);

  if (remove == NULL)
    return FALSE;
  ris3_statement_bind (remove, "i", setting->request_id);
  if (!ris3_connection_run (connection, remove, error))
    return FALSE;
  for (guint i = 0; i < setting->n_contacts; i++)
    {
      g_autoptr (Ris3Statement) add = ris3_connection_borrow (connection, ADD_ROW, error);

      if (add == NULL)
        return FALSE;
      ris3_statement_bind (add, "ii", setting->request_id, setting->contacts[i]);
      if (!ris3_connection_run (connection, add, error))
        return FALSE;
      if (sqlite3_changes (ris3_connection_get_handle (connection)) == 0)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, "contact_id",
                                    _ ("The person or the request is no longer in the atlas."));
    }
  return TRUE;
}

/* What is freed is overwritten, wherever persons are written. */
static gboolean
write_once (Ris3Editor *self, gpointer data, GError **error)
{
  return ris3_editor_check_writable (self, error)
         && ris3_connection_execute (self->connection, "PRAGMA secure_delete = ON", error)
         && ris3_connection_transaction (self->connection, write_rows, data, error);
}

gboolean
ris3_editor_set_request_contacts (Ris3Editor *self,
                                  gint64 request_id,
                                  const gint64 *contacts,
                                  guint n_contacts,
                                  GError **error)
{
  Setting setting = { request_id, contacts, n_contacts };

  g_return_val_if_fail (self != NULL && (contacts != NULL || n_contacts == 0), FALSE);
  return ris3_editor_try (self, write_once, &setting, error);
}
