/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-priority-counts.h"

#include "model/ris3-atlas.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-schema-private.h"

static gboolean
load (Ris3Connection *connection, gpointer user_data, GError **error)
{
  GHashTable *counts = user_data;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;

  if (!ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, error))
    return FALSE;
  statement = ris3_connection_prepare (
      connection, "SELECT strategy_id, count(*) FROM priority WHERE NOT is_area GROUP BY strategy_id", error);
  if (statement == NULL)
    return FALSE;
  /* It may be tried again. */
  g_hash_table_remove_all (counts);
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_hash_table_insert (counts, ris3_statement_get_text (statement, 0),
                           GUINT_TO_POINTER ((guint) sqlite3_column_int (statement, 1)));
    }
  return FALSE;
}

GHashTable *
ris3_priority_counts_load (const char *atlas_path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (atlas_path != NULL, NULL);
  return ris3_connection_read_file (atlas_path, TRUE, cancellable, load, counts, error) ? g_steal_pointer (&counts)
                                                                                        : NULL;
}
