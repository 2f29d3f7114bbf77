/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-schema-private.h"

/* A circle is as deep as one likes. */
static gboolean
is_too_deep (GHashTable *parents, const char *parent)
{
  guint depth = 0;

  for (; depth <= RIS3_SCHEMA_MAX_DEPTH && g_hash_table_contains (parents, parent); depth++)
    parent = g_hash_table_lookup (parents, parent);
  return depth > RIS3_SCHEMA_MAX_DEPTH;
}

gboolean
ris3_import_codebook (Ris3Importer *self, GError **error)
{
  static const char *const columns[] = { "scheme", "version", "code", "parent_code", "name", NULL };
  const Ris3ImportTable *table = &self->source->codebook;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* to its parent */
  g_autoptr (sqlite3_stmt) insert = NULL;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  insert = ris3_connection_prepare (self->connection,
                                    "INSERT INTO codebook (scheme, version, code, parent_code, position, name)"
                                    " VALUES (?, ?, ?, nullif (?, ''), ?, ?)",
                                    error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      const char *scheme = ris3_import_get_needed (&row, "scheme");
      const char *version = ris3_import_get_needed (&row, "version");
      const char *code = ris3_import_get_needed (&row, "code");

      ris3_statement_bind (insert, "ssssis", scheme, version, code, ris3_import_get (&row, "parent_code"),
                           (gint64) i + 1, ris3_import_get_needed (&row, "name"));
      if (row.ok && !ris3_import_insert (&row, insert, error))
        return FALSE;
      g_hash_table_insert (known, g_strconcat (scheme, "\n", version, "\n", code, NULL),
                           g_strconcat (scheme, "\n", version, "\n", ris3_import_get (&row, "parent_code"), NULL));
    }

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      const char *parent = ris3_import_get (&row, "parent_code");
      g_autofree char *key
          = g_strconcat (ris3_import_get (&row, "scheme"), "\n", ris3_import_get (&row, "version"), "\n", parent, NULL);

      if (parent[0] != '\0' && !g_hash_table_contains (known, key))
        ris3_import_problem (&row, "parent_code", _ ("there is no code “%s” in this scheme. Add a row for it."),
                             parent);
      else if (is_too_deep (known, key))
        ris3_import_problem (&row, "parent_code",
                             _ ("the code is part of itself, or has more than %u codes above it. "
                                "Name another parent."),
                             (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
  return TRUE;
}
