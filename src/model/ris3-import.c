/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"

static gboolean
import_meta (Ris3Importer *self, GError **error)
{
  static const char *const columns[] = { "key", "value", NULL };
  static const char *const needed[] = { "title", "data_date", NULL };
  const Ris3ImportTable *table = &self->source->meta;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      const char *key = ris3_import_get_needed (&row, "key");
      const char *value = ris3_import_get_needed (&row, "value");
      g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("meta");

      if (g_str_equal (key, "data_date"))
        {
          g_autoptr (GDateTime) date = NULL;
          g_autofree char *at = g_strconcat (value, "T00:00:00Z", NULL);

          date = g_date_time_new_from_iso8601 (at, NULL);
          if (row.ok && (date == NULL || strlen (value) != strlen ("2026-01-01")))
            ris3_import_problem (&row, "value", _ ("“%s” is not a date. Write it like 2026-01-31."), value);
          g_free (self->data_date);
          self->data_date = g_strdup (value);
        }
      g_hash_table_add (keys, (char *) key);
      ris3_edit_set_text (edit, "key", key);
      ris3_edit_set_text (edit, "value", value);
      if (row.ok && !ris3_import_edit (&row, edit, NULL, error))
        return FALSE;
    }

  for (guint i = 0; needed[i] != NULL; i++)
    if (!g_hash_table_contains (keys, needed[i]))
      g_string_append_printf (self->problems, _ ("%s: the row “%s” is missing. Add it.\n"), table->file_name,
                              needed[i]);
  return TRUE;
}

/* FALSE on an error that is not a problem of a row. */
static gboolean
import_tables (Ris3Importer *self, gboolean only_columns, GError **error)
{
  self->only_columns = only_columns;
  return import_meta (self, error) && ris3_import_regions (self, error) && ris3_import_codebook (self, error)
         && ris3_import_exchanges (self, error) && ris3_import_assessments (self, error);
}

static gboolean
import_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Ris3Importer *self = user_data;

  self->connection = connection;
  /* The schema too: outside a transaction, each of its statements would be one. A column that is missing would make a
   * problem of each row of other tables that refers to this one. */
  if (!ris3_schema_create (connection, RIS3_ATLAS_SCHEMA_VERSION, error)
      || !ris3_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error)
      || !import_tables (self, TRUE, error) || (self->problems->len == 0 && !import_tables (self, FALSE, error)))
    return FALSE;
  if (self->problems->len == 0)
    return TRUE;

  g_string_truncate (self->problems, self->problems->len - 1);
  g_set_error_literal (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID, self->problems->str);
  return FALSE;
}

static gboolean
build (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_transaction (connection, import_all, user_data, error);
}

gboolean
ris3_atlas_build (const char *path, const Ris3ImportSource *source, GError **error)
{
  g_autoptr (GHashTable) regions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Ris3Importer importer = { .source = source, .regions = regions };
  gboolean ok;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  importer.problems = g_string_new (NULL);
  ok = ris3_atlas_file_make (path, TRUE, source->inputs, source->n_inputs, build, &importer, error);
  g_string_free (importer.problems, TRUE);
  g_free (importer.data_date);
  return ok;
}
