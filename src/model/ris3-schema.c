/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "ris3-model-resources.h"

/* SQLite's smallest page: what is shorter it takes for an empty database. */
#define MIN_SIZE 512
/* Of the database header, as its file format is documented. */
#define MAGIC "SQLite format 3"
#define HEADER_SIZE 100
#define SCHEMA_FORMAT_OFFSET 44
#define MAX_SCHEMA_FORMAT 4
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
#define SCHEMA_PATH "/io/github/ris3atlas/Ris3Atlas/model/schema.sql"

gboolean
ris3_schema_create (Ris3Connection *connection, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ris3_model_get_resource (), SCHEMA_PATH, 0, NULL);
  g_autofree char *sql = NULL;
  gconstpointer data;
  gsize size;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  sql = g_strndup (data, size);
  return ris3_connection_execute (connection, sql, error);
}

/* Reads the beginning of a file as it is: no journal is looked at, no lock is taken. Through SQLite's own
 * file layer, because closing a file that another connection of this process has open would
 * drop the locks of that one.
 */
static gboolean
read_header (const char *path, guchar *header, gsize size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  const char *name = sqlite3_create_filename (absolute, "", "", 0, NULL);
  gboolean ok = FALSE;
  int flags;

  if (name != NULL && vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) == SQLITE_OK)
    {
      ok = file->pMethods->xRead (file, header, (int) size, 0) == SQLITE_OK;
      file->pMethods->xClose (file);
    }
  sqlite3_free_filename ((char *) name);
  return ok;
}

static guint32
get_number (const guchar *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

gboolean
ris3_schema_probe (const char *path, guint *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guchar header[HEADER_SIZE];
  GStatBuf info;
  guint32 user_version;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” cannot be opened (%s). Check that it is there and that you may read it."), name,
                   g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN, _ ("“%s” is not a file. Choose an atlas file."),
                   name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is empty. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” cannot be opened (%s). Check that it is there and that you may read it."), name,
                   g_strerror (errno));
      return FALSE;
    }

  if (info.st_size < MIN_SIZE || !read_header (path, header, sizeof header)
      || memcmp (header, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is not an atlas. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }
  if (get_number (header, APPLICATION_ID_OFFSET) != RIS3_ATLAS_APPLICATION_ID)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program. Choose a file that RIS3 Atlas has saved."), name);
      return FALSE;
    }

  /* SQLite would tell this like a mistake in a statement. */
  if (get_number (header, SCHEMA_FORMAT_OFFSET) > MAX_SCHEMA_FORMAT)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED,
                   _ ("“%s” is damaged (it has no valid format). Use a backup copy of it."), name);
      return FALSE;
    }

  user_version = get_number (header, USER_VERSION_OFFSET);
  if (user_version > RIS3_ATLAS_SCHEMA_VERSION && user_version <= G_MAXINT32)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_TOO_NEW,
                   _ ("“%s” was made by a newer RIS3 Atlas (file version %u, this program reads up to %u). Update RIS3 "
                      "Atlas to open it."),
                   name, user_version, (guint) RIS3_ATLAS_SCHEMA_VERSION);
      return FALSE;
    }
  if (user_version < 1 || user_version > G_MAXINT32)
    {
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED,
                   _ ("“%s” is damaged (it has no valid version). Use a backup copy of it."), name);
      return FALSE;
    }
  *version = user_version;
  return TRUE;
}

/* SQL without comments and with single spaces, so that layout and wording are no difference. */
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

/* Name of each object of the schema to its normalised SQL; SQLite's own are left out. */
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
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED, _ ("“%s” is damaged (%s). Use a backup copy of it."),
               ris3_connection_get_name (connection), detail);
  return FALSE;
}

static gboolean
compare_schema (Ris3Connection *connection, GError **error)
{
  g_autoptr (Ris3Connection) reference = ris3_connection_open (NULL, RIS3_CONNECTION_MEMORY, NULL, error);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer sql;

  if (reference == NULL || !ris3_schema_create (reference, error))
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
        g_autofree char *detail = g_strdup_printf (_ ("%s does not belong there"), (char *) name);
        return damaged (connection, detail, error);
      }
  return TRUE;
}

gboolean
ris3_schema_check (Ris3Connection *connection, GError **error)
{
  g_autoptr (sqlite3_stmt) quick = NULL;
  g_autoptr (sqlite3_stmt) keys = NULL;
  gboolean has_row;

  /* The schema first: it decides what the other checks run. */
  if (!compare_schema (connection, error))
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
