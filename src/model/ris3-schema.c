/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "ris3-model-resources.h"

#define RESOURCES "/io/github/ris3atlas/Ris3Atlas/model/"

gboolean
ris3_schema_run_resource (Ris3Connection *connection, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ris3_model_get_resource (), path, 0, NULL);
  g_autofree char *sql = NULL;
  gconstpointer data;
  gsize size;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  sql = g_strndup (data, size);
  return ris3_connection_execute (connection, sql, error);
}

gboolean
ris3_schema_create (Ris3Connection *connection, guint version, GError **error)
{
  g_autofree char *name = version == RIS3_ATLAS_SCHEMA_VERSION ? g_strdup ("schema.sql")
                                                               : g_strdup_printf ("migration/schema-%u.sql", version);

  return ris3_schema_run_resource (connection, name, error);
}

/* SQL without comments and with single spaces, so that layout and comments make no difference. */
static char *
normalise (const char *sql)
{
  GString *out = g_string_new (NULL);
  char quote = '\0';

  for (const char *p = sql; *p != '\0'; p++)
    {
      if (quote == '\0' && p[0] == '-' && p[1] == '-')
        {
          while (p[1] != '\0' && p[1] != '\n')
            p++;
          continue;
        }
      if (quote == '\0' && g_ascii_isspace (*p))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          continue;
        }
      if (quote == *p)
        quote = '\0';
      else if (quote == '\0' && (*p == '\'' || *p == '"'))
        quote = *p;
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* The name of each object in the schema, and its normalised SQL; SQLite's own objects are left out. */
static GHashTable *
read_schema (Ris3Connection *connection, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      g_autofree char *name = NULL;
      g_autofree char *sql = NULL;

      if (!has_row)
        return g_steal_pointer (&objects);
      name = ris3_statement_get_text (statement, 0);
      sql = ris3_statement_get_text (statement, 1);
      g_hash_table_insert (objects, name != NULL ? g_steal_pointer (&name) : g_strdup (""),
                           normalise (sql != NULL ? sql : ""));
    }
  return NULL;
}

static gboolean
damaged (Ris3Connection *connection, const char *detail, GError **error)
{
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection), detail, error);
  return FALSE;
}

gboolean
ris3_schema_compare (Ris3Connection *connection, guint version, GError **error)
{
  g_autoptr (Ris3Connection) reference = ris3_connection_open (NULL, RIS3_CONNECTION_MEMORY, NULL, error);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer sql;

  if (reference == NULL || !ris3_schema_create (reference, version, error))
    return FALSE;
  expected = read_schema (reference, error);
  found = read_schema (connection, error);
  if (expected == NULL || found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (g_strcmp0 (g_hash_table_lookup (found, name), sql) != 0)
      {
        g_autofree char *detail = g_strdup_printf (_ ("%s is missing or differs"), (char *) name);
        return damaged (connection, detail, error);
      }

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (expected, name))
      {
        g_autofree char *detail = g_strdup_printf (_ ("%s does not belong in an atlas"), (char *) name);
        return damaged (connection, detail, error);
      }
  return TRUE;
}

gboolean
ris3_schema_check (Ris3Connection *connection, guint version, GError **error)
{
  g_autoptr (sqlite3_stmt) quick = NULL;
  g_autoptr (sqlite3_stmt) keys = NULL;
  gboolean has_row;

  /* The schema first, as the other checks run what it contains. */
  if (!ris3_schema_compare (connection, version, error))
    return FALSE;

  quick = ris3_connection_prepare (connection, "PRAGMA quick_check (1)", error);
  if (quick == NULL || !ris3_connection_step (connection, quick, &has_row, error))
    return FALSE;
  if (has_row)
    {
      g_autofree char *result = ris3_statement_get_text (quick, 0);
      if (g_strcmp0 (result, "ok") != 0)
        return damaged (connection, result != NULL ? result : "", error);
    }

  keys = ris3_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  if (keys == NULL || !ris3_connection_step (connection, keys, &has_row, error))
    return FALSE;
  if (has_row)
    {
      g_autofree char *table = ris3_statement_get_text (keys, 0);
      g_autofree char *parent = ris3_statement_get_text (keys, 2);
      g_autofree char *detail = g_strdup_printf (_ ("a row of “%s” refers to a missing row of “%s”"), table, parent);
      return damaged (connection, detail, error);
    }
  return TRUE;
}
