/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is read through the connection that writes: what has changed since, by whomever, and whatever else must be of
 * one moment. */

#include "config.h"

#include "model/ris3-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas.h"
#include "model/ris3-change-log-private.h"
#include "model/ris3-schema-private.h"

typedef struct
{
  Ris3Changes *changes;
  gint64 data_version;
  gint64 last;
  gboolean all;
} Collection;

static gboolean
collect (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Collection *collection = user_data;
  gint64 application_id;
  gint64 version;

  if (!ris3_connection_query_int (connection, "PRAGMA data_version", &collection->data_version, error)
      || !ris3_connection_query_int (connection, "PRAGMA application_id", &application_id, error)
      || !ris3_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id == RIS3_ATLAS_APPLICATION_ID && version == RIS3_ATLAS_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
               _ ("“%s” was replaced by another file while it was open. Open it again."),
               ris3_connection_get_name (connection));
  return FALSE;
}

static gboolean
collect_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  gpointer *data = user_data;
  Collection *collection = data[0];
  Ris3Editor *self = data[1];

  if (!collect (connection, collection, error)
      || !ris3_change_log_collect (connection, self->last_change, collection->changes, &collection->last, error))
    return FALSE;
  collection->all
      = collection->data_version != self->data_version && ris3_changes_get_length (collection->changes) == 0;
  return !collection->all || ris3_change_log_collect_shown (connection, collection->changes, error);
}

static gboolean
read_changes (Ris3Editor *self, gpointer data, GError **error)
{
  gpointer both[] = { data, self };

  return ris3_editor_check_file (self, error) && ris3_connection_read (self->connection, collect_all, both, error);
}

typedef struct
{
  Ris3TransactionFunc func;
  gpointer user_data;
} Reading;

static gboolean
read_once (Ris3Editor *self, gpointer data, GError **error)
{
  Reading *reading = data;

  return ris3_editor_check_file (self, error)
         && ris3_connection_read (self->connection, reading->func, reading->user_data, error);
}

gboolean
ris3_editor_read (Ris3Editor *self, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  Reading reading = { func, user_data };
  gboolean ok = ris3_editor_try (self, read_once, &reading, error);

  ris3_editor_release_memory (self);
  return ok;
}

void
ris3_editor_set_known (Ris3Editor *self, gint64 change_id)
{
  g_return_if_fail (self != NULL);
  self->last_change = change_id;
}

Ris3Changes *
ris3_editor_collect_changes (Ris3Editor *self, gboolean *all, GError **error)
{
  g_autoptr (Ris3Changes) changes = ris3_changes_new ();
  Collection collection = { changes, 0, 0, FALSE };

  g_return_val_if_fail (self != NULL && all != NULL, NULL);
  if (!ris3_editor_try (self, read_changes, &collection, error))
    return NULL;
  /* This version changes with the commits of others only. */
  *all = collection.all;
  self->data_version = collection.data_version;
  self->last_change = collection.last;
  return g_steal_pointer (&changes);
}
