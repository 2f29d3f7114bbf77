/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-rule-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-text.h"
#include "ris3-model-resources.h"

#define RESOURCES "/io/github/ris3atlas/Ris3Atlas/model/"

static char *
get_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  /* Named so that it is linked; but looked up among all resources, which waits for a thread that is registering them:
   * until then, what is named here may be NULL. */
  ris3_model_get_resource ();
  bytes = g_resources_lookup_data (path, 0, NULL);
  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

static char *
get_schema (guint version)
{
  g_autofree char *name = version == RIS3_ATLAS_SCHEMA_VERSION ? g_strdup ("schema.sql")
                                                               : g_strdup_printf ("migration/schema-%u.sql", version);

  return get_resource (name);
}

gboolean
ris3_schema_run_resource (Ris3Connection *connection, const char *name, GError **error)
{
  g_autofree char *sql = get_resource (name);

  return ris3_connection_execute (connection, sql, error);
}

gboolean
ris3_schema_create (Ris3Connection *connection, guint version, GError **error)
{
  g_autofree char *sql = get_schema (version);

  return ris3_connection_execute (connection, sql, error);
}

/* The type and name of what a statement creates; NULL if it creates nothing. */
static char *
get_object (const char *statement)
{
  g_auto (GStrv) words = g_strsplit (statement, " ", 5);
  guint type = 1;

  if (words[0] == NULL || !g_str_equal (words[0], "CREATE"))
    return NULL;
  if (g_str_equal (words[type], "UNIQUE"))
    type++;
  return g_strconcat (type == 1 && g_str_equal (words[1], "TABLE")     ? "table"
                      : type == 1 && g_str_equal (words[1], "TRIGGER") ? "trigger"
                                                                       : "index",
                      " ", words[type + 1], NULL);
}

/* What read_schema () finds in a file with our schema. */
static GHashTable *
get_expected (guint version)
{
  GHashTable *objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *sql = get_schema (version);
  g_autofree char *normal = ris3_sql_normalise (sql);
  const char *begin = normal;

  for (const char *end = strchr (begin, ';'); end != NULL; end = strchr (end + 1, ';'))
    {
      g_autofree char *statement = g_strndup (begin, (gsize) (end + 1 - begin));
      char *object;

      /* Not within a trigger or a text. */
      if (!sqlite3_complete (statement))
        continue;
      begin = end + 1;
      statement[strlen (statement) - 1] = '\0';
      g_strstrip (statement);
      object = get_object (statement);
      if (object != NULL)
        g_hash_table_insert (objects, object, g_steal_pointer (&statement));
    }
  return objects;
}

/* What SQLite adds itself. Anything else may have a name that begins like these. */
#define OWN_OBJECTS                                                                                                    \
  "(type = 'index' AND sql IS NULL AND name LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\')"                                \
  " OR (type = 'table' AND sql IN ('CREATE TABLE sqlite_sequence(name,seq)', 'CREATE TABLE "                           \
  "sqlite_stat1(tbl,idx,stat)',"                                                                                       \
  " 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))"

/* The name of each object in the schema, and its normalised SQL; SQLite's own objects are left out. */
static GHashTable *
read_schema (Ris3Connection *connection, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE NOT ifnull (" OWN_OBJECTS ", 0)", error);
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
                           ris3_sql_normalise (sql != NULL ? sql : ""));
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
  g_autoptr (GHashTable) expected = get_expected (version);
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer sql;

  found = read_schema (connection, error);
  if (found == NULL)
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
        g_autofree char *shown = ris3_text_shorten (name, RIS3_CONNECTION_MAX_SHOWN);
        g_autofree char *detail = g_strdup_printf (_ ("%s does not belong in an atlas"), shown);
        return damaged (connection, detail, error);
      }
  ris3_connection_allow_triggers (connection);
  return TRUE;
}
