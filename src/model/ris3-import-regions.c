/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INSERT_REGION                                                                                                  \
  "INSERT INTO region (nuts_version, code, level, parent_code, country, name, name_latin, name_english)"               \
  " VALUES (?1, ?2, length (?2) - 2, nullif (?3, ''),"                                                                 \
  " substr (?2, 1, 2), ?4, ?5, ?6)"

static gboolean
import_reference (Ris3Importer *self, sqlite3_stmt *insert, GError **error)
{
  static const char *const columns[]
      = { "nuts_version", "code", "level", "parent_code", "country", "name", "name_latin", "name_english", NULL };
  const Ris3ImportTable *table = &self->source->regions;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      gint64 version = ris3_import_get_number (&row, "nuts_version", 2003, 2100);
      const char *code = ris3_import_get_needed (&row, "code");
      gint64 level = ris3_import_get_number (&row, "level", 0, 3);
      const char *country = ris3_import_get_needed (&row, "country");

      if (row.ok && (gint64) strlen (code) != level + 2)
        ris3_import_problem (&row, "level", _ ("the code “%s” does not belong to this level. Correct one of the two."),
                             code);
      if (row.ok && strncmp (code, country, 2) != 0)
        ris3_import_problem (&row, "country",
                             _ ("the code “%s” does not belong to this country. Correct one of the two."), code);
      ris3_statement_bind (insert, "isssss", version, code, ris3_import_get (&row, "parent_code"),
                           ris3_import_get_needed (&row, "name"), ris3_import_get (&row, "name_latin"),
                           ris3_import_get (&row, "name_english"));
      if (row.ok && !ris3_import_insert (&row, insert, error))
        return FALSE;
      g_hash_table_insert (self->regions, g_strdup_printf ("%" G_GINT64_FORMAT " %s", version, code),
                           g_strdup (ris3_import_get (&row, "name")));
    }

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      const char *parent = ris3_import_get (&row, "parent_code");
      g_autofree char *key = g_strconcat (ris3_import_get (&row, "nuts_version"), " ", parent, NULL);

      if (parent[0] != '\0' && !g_hash_table_contains (self->regions, key))
        ris3_import_problem (&row, "parent_code", _ ("there is no region “%s” in this version. Add a row for it."),
                             parent);
    }
  return TRUE;
}

/* Adds a region that a row names, and its ancestors, whose names are their codes. */
static gboolean
add_named (Ris3ImportRow *row, sqlite3_stmt *insert, gint64 version, const char *code, const char *name, GError **error)
{
  gsize length = strlen (code);

  for (gsize n = 2; row->ok && n <= length; n++)
    {
      g_autofree char *part = g_strndup (code, n);
      g_autofree char *parent = n > 2 ? g_strndup (code, n - 1) : g_strdup ("");
      const char *part_name = n == length && name[0] != '\0' ? name : part;
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", version, part);

      if (g_hash_table_contains (row->importer->regions, key))
        continue;
      g_hash_table_insert (row->importer->regions, g_steal_pointer (&key), g_strdup (part_name));
      ris3_statement_bind (insert, "isssss", version, part, parent, part_name, part_name, "");
      if (!ris3_import_insert (row, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect_named (Ris3Importer *self, sqlite3_stmt *insert, GError **error)
{
  const struct
  {
    const Ris3ImportTable *table;
    const char *name;
    gboolean has_version;
  } tables[] = {
    { &self->source->strategies, "region_name", TRUE },
    { &self->source->assessments, "region_name", FALSE },
    { &self->source->participations, NULL, FALSE },
  };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      const Ris3ImportTable *table = tables[t].table;

      /* A table that lacks the columns is reported later, when it is imported. */
      if (!ris3_import_has_column (table, "nuts_code")
          || (tables[t].name != NULL && !ris3_import_has_column (table, tables[t].name))
          || (tables[t].has_version && !ris3_import_has_column (table, "nuts_version")))
        continue;
      /* Shorter codes first, so that a region gets its own name and not that of an ancestor. */
      for (gsize length = 2; length <= 5; length++)
        for (guint i = 0; i < table->n_rows; i++)
          {
            Ris3ImportRow row = { self, table, i, TRUE };
            const char *code = ris3_import_get (&row, "nuts_code");
            gint64 version = RIS3_IMPORT_NUTS_VERSION;

            if (strlen (code) != length)
              continue;
            if (tables[t].has_version)
              version = ris3_import_get_number (&row, "nuts_version", 2003, 2100);
            if (!add_named (&row, insert, version, code,
                            tables[t].name != NULL ? ris3_import_get (&row, tables[t].name) : "", error))
              return FALSE;
          }
    }
  return TRUE;
}

gboolean
ris3_import_regions (Ris3Importer *self, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = ris3_connection_prepare (self->connection, INSERT_REGION, error);

  if (insert == NULL)
    return FALSE;
  if (self->only_columns && self->source->regions.n_rows == 0)
    return TRUE;
  return self->source->regions.n_rows > 0 ? import_reference (self, insert, error)
                                          : collect_named (self, insert, error);
}
