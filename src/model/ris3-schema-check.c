/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a file is what it claims to be. Whoever opens, checks, writes or migrates an atlas asks here, so that all
 * say the same of a file. */

#include "config.h"

#include "model/ris3-schema-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-rule-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-text.h"

/* Rows that are below another row, which is below another … . */
typedef struct
{
  const char *table;
  const char *unreached; /* the key of a row that cannot be reached from a row without a parent in so many steps */
} Tree;

#define DEPTH G_STRINGIFY (RIS3_SCHEMA_MAX_DEPTH)

static const Tree trees[] = {
  { "priority",
    "WITH RECURSIVE reached (id, depth) AS ("
    " SELECT id, 0 FROM priority WHERE parent_id IS NULL"
    " UNION ALL"
    " SELECT p.id, depth + 1 FROM reached AS r JOIN priority AS p ON p.parent_id = r.id WHERE depth < " DEPTH
    ") SELECT id FROM priority WHERE parent_id IS NOT NULL AND id NOT IN (SELECT id FROM reached) LIMIT 1" },
  { "codebook", "WITH RECURSIVE reached (scheme, version, code, depth) AS ("
                " SELECT scheme, version, code, 0 FROM codebook WHERE parent_code IS NULL"
                " UNION ALL"
                " SELECT c.scheme, c.version, c.code, depth + 1 FROM reached AS r JOIN codebook AS c"
                " ON c.scheme = r.scheme AND c.version = r.version AND c.parent_code = r.code WHERE depth < " DEPTH
                ") SELECT code FROM codebook WHERE parent_code IS NOT NULL"
                " AND (scheme, version, code) NOT IN (SELECT scheme, version, code FROM reached) LIMIT 1" },
};

static void
add_problem (GPtrArray *problems, char *problem)
{
  g_ptr_array_add (problems, problem);
}

static gboolean
check_pages (Ris3Connection *connection, GPtrArray *problems, guint max, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check (%u)", max);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;
  gboolean ok;

  /* The rules are checked apart, and told in words. */
  if (!ris3_connection_execute (connection, "PRAGMA ignore_check_constraints = ON", error))
    return FALSE;
  statement = ris3_connection_prepare (connection, sql, error);
  ok = statement != NULL;
  while (ok && has_row)
    {
      g_autofree char *message = NULL;

      ok = ris3_connection_step (connection, statement, &has_row, error);
      message = has_row ? ris3_statement_get_text (statement, 0) : NULL;
      if (message != NULL && !g_str_equal (message, "ok"))
        add_problem (problems, ris3_text_shorten (message, RIS3_CONNECTION_MAX_SHOWN));
    }
  g_clear_pointer (&statement, sqlite3_finalize);
  sqlite3_exec (ris3_connection_get_handle (connection), "PRAGMA ignore_check_constraints = OFF", NULL, NULL, NULL);
  return ok;
}

static gboolean
check_references (Ris3Connection *connection, GPtrArray *problems, guint max, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row && problems->len < max)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        {
          g_autofree char *table = ris3_statement_get_text (statement, 0);
          g_autofree char *parent = ris3_statement_get_text (statement, 2);

          add_problem (problems, g_strdup_printf (_ ("a row of “%s” refers to a missing row of “%s”"), table, parent));
        }
    }
  return TRUE;
}

static gboolean
check_trees (Ris3Connection *connection, GPtrArray *problems, guint max, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trees) && problems->len < max; i++)
    {
      g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, trees[i].unreached, error);
      gboolean has_row;

      if (statement == NULL || !ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        {
          g_autofree char *key = ris3_statement_get_text (statement, 0);
          g_autofree char *shown = ris3_text_shorten (key, RIS3_CONNECTION_MAX_SHOWN);

          add_problem (problems,
                       /* Translators: a table, and the key of a row in it. */
                       g_strdup_printf (_ ("%s “%s”: it is part of itself, or more than %u rows are above it"),
                                        trees[i].table, shown, (guint) RIS3_SCHEMA_MAX_DEPTH));
        }
    }
  return TRUE;
}

gboolean
ris3_schema_find_damage (Ris3Connection *connection, guint version, GPtrArray *problems, guint max, GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;

  /* The schema first, as the other checks run what it contains; then the pages, as they read from them. */
  if (!ris3_schema_compare (connection, version, error) || !check_pages (connection, problems, max, error))
    return FALSE;
  if (problems->len > 0)
    return TRUE;
  rules = ris3_rules_read (connection, error);
  return rules != NULL && ris3_rules_check (connection, rules, problems, max, error)
         && check_references (connection, problems, max, error) && check_trees (connection, problems, max, error);
}

static gboolean
judge (Ris3Connection *connection, GPtrArray *problems, GError **error)
{
  if (problems->len == 0)
    return TRUE;
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection),
                         g_ptr_array_index (problems, 0), error);
  return FALSE;
}

gboolean
ris3_schema_check (Ris3Connection *connection, guint version, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return ris3_schema_find_damage (connection, version, problems, 1, error) && judge (connection, problems, error);
}

gboolean
ris3_schema_check_quickly (Ris3Connection *connection, guint version, GError **error)
{
  static const char *const large[]
      = { "priority", "priority_theme", "change_log", "change_part", "change_row", "attachment_data" };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rules = NULL;

  if (!ris3_schema_compare (connection, version, error))
    return FALSE;
  rules = ris3_rules_read (connection, error);
  for (gsize i = 0; rules != NULL && i < G_N_ELEMENTS (large); i++)
    ris3_rules_remove (rules, large[i]);
  return rules != NULL && ris3_rules_check (connection, rules, problems, 1, error)
         && judge (connection, problems, error);
}
