/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-round-removal.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-change-range-private.h"
#include "model/ris3-loader-private.h"

/* Whoever gives one a name, or changes it otherwise, makes it known: then another kind of change has touched it. */
#define MADE_BY_ROUNDS "('round-open', 'round-add', 'undo', 'redo')"

typedef struct
{
  const char *round;
  GArray *ids;
} Reading;

static gboolean
read_row (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  g_array_append_val (user_data, id);
  return TRUE;
}

static gboolean
read_rows (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_array_set_size (reading->ids, 0);
  return ris3_loader_for_each_row (
      connection,
      "WITH used (id) AS (SELECT organisation_id FROM request WHERE round_id = CAST (?1 AS INTEGER)"
      " EXCEPT SELECT organisation_id FROM request WHERE round_id <> CAST (?1 AS INTEGER)"
      " EXCEPT SELECT organisation_id FROM contact EXCEPT SELECT organisation_id FROM comment"
      " EXCEPT SELECT organisation_id FROM activity),"
      " change (id, kind) AS (SELECT u.id, l.kind FROM used AS u JOIN change_row AS r"
      " ON r.table_name = 'organisation' AND r.row_key = CAST (u.id AS TEXT) JOIN change_log AS l ON l.id = r.change_id"
      " UNION ALL SELECT u.id, l.kind FROM used AS u JOIN " RIS3_CHANGE_RANGES
      " AS r ON r.table_name = 'organisation" RIS3_CHANGE_RANGE_SUFFIX "' AND u.id BETWEEN r.first AND r.last"
      " JOIN change_log AS l ON l.id = r.change_id)"
      " SELECT id FROM change GROUP BY id HAVING min (kind IN " MADE_BY_ROUNDS ") = 1 ORDER BY id",
      reading->round, read_row, reading->ids, error);
}

GArray *
ris3_round_removal_read (const char *path, gint64 round_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *round = g_strdup_printf ("%" G_GINT64_FORMAT, round_id);
  Reading reading = { round, ids };

  g_return_val_if_fail (path != NULL, NULL);
  if (!ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_rows, &reading, error))
    return NULL;
  return g_steal_pointer (&ids);
}

Ris3Edit *
ris3_round_removal_make_edit (Ris3ConsultationRound *round, GArray *organisations)
{
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  g_autoptr (Ris3Edit) removal = NULL;
  Ris3Edit *edit;

  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (round) && organisations != NULL, NULL);
  title = g_strdup_printf (_ ("Round “%s” deleted"), ris3_consultation_round_get_name (round));
  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_consultation_round_get_id (round));
  edit = ris3_edit_new_group ("round-delete", title);
  removal = ris3_edit_new_delete ("consultation_round", key);
  ris3_edit_append (edit, removal);
  for (guint i = 0; i < organisations->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (organisations, gint64, i));
      g_autoptr (Ris3Edit) one = ris3_edit_new_delete ("organisation", id);

      ris3_edit_append (edit, one);
    }
  return edit;
}
