/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-rule-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECK "CHECK ("

static void
table_rules_free (gpointer data)
{
  Ris3TableRules *self = data;

  g_free (self->table);
  g_free (self->key);
  g_ptr_array_unref (self->expressions);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

char *
ris3_sql_normalise (const char *sql)
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

/* The length of an expression up to the bracket that closes it. */
static gsize
measure (const char *expression)
{
  gsize length = 0;
  gint depth = 1;
  char quote = '\0';

  for (; expression[length] != '\0'; length++)
    {
      char c = expression[length];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '\'' || c == '"')
        quote = c;
      else
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0)
        break;
    }
  return length;
}

static void
read_expressions (GPtrArray *expressions, const char *sql)
{
  g_autofree char *normal = ris3_sql_normalise (sql);

  for (const char *p = strstr (normal, CHECK); p != NULL; p = strstr (p, CHECK))
    {
      gsize length;

      p += strlen (CHECK);
      length = measure (p);
      g_ptr_array_add (expressions, g_strstrip (g_strndup (p, length)));
    }
}

static gboolean
read_columns (Ris3Connection *connection, Ris3TableRules *rules, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection, "SELECT name, type FROM pragma_table_info (?) ORDER BY cid", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "s", rules->table);
  while (TRUE)
    {
      g_autofree char *name = NULL;
      g_autofree char *type = NULL;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      name = ris3_statement_get_text (statement, 0);
      type = ris3_statement_get_text (statement, 1);
      if (rules->key == NULL)
        rules->key = g_strdup (name);
      if (g_strcmp0 (type, "TEXT") == 0 || g_strcmp0 (type, "BLOB") == 0)
        g_ptr_array_add (rules->texts, g_steal_pointer (&name));
    }
}

GPtrArray *
ris3_rules_read (Ris3Connection *connection, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_rules_free);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
      " ORDER BY name",
      error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      g_autofree char *sql = NULL;
      Ris3TableRules *rules;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&tables);
      rules = g_new0 (Ris3TableRules, 1);
      rules->expressions = g_ptr_array_new_with_free_func (g_free);
      rules->texts = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (tables, rules);
      rules->table = ris3_statement_get_text (statement, 0);
      sql = ris3_statement_get_text (statement, 1);
      read_expressions (rules->expressions, sql);
      if (!read_columns (connection, rules, error))
        return NULL;
    }
}

void
ris3_rules_remove (GPtrArray *rules, const char *table)
{
  for (guint i = rules->len; i-- > 0;)
    if (g_str_equal (((Ris3TableRules *) g_ptr_array_index (rules, i))->table, table))
      g_ptr_array_remove_index (rules, i);
}

/* Whether there is a row that breaks a rule: what is run for every atlas, so that it is short. A rule that is neither
 * true nor false is kept, as SQLite does. */
static char *
get_search (const Ris3TableRules *rules, gboolean with_lengths)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT EXISTS (SELECT 1 FROM \"%s\" WHERE NOT (1", rules->table);
  for (guint i = 0; i < rules->expressions->len; i++)
    g_string_append_printf (sql, " AND (%s)", (char *) g_ptr_array_index (rules->expressions, i));
  for (guint i = 0; with_lengths && i < rules->texts->len; i++)
    g_string_append_printf (sql, " AND ifnull (length (\"%s\"), 0) <= %u", (char *) g_ptr_array_index (rules->texts, i),
                            (guint) RIS3_CONNECTION_MAX_LENGTH);
  g_string_append (sql, "))");
  return g_string_free (sql, FALSE);
}

/* Each row that breaks a rule: its key, and the number of the first such rule. */
static char *
get_query (const Ris3TableRules *rules)
{
  GString *sql = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (sql, "SELECT * FROM (SELECT \"%s\", CASE", rules->key);
  for (guint i = 0; i < rules->expressions->len; i++)
    g_string_append_printf (sql, " WHEN NOT (%s) THEN %u", (char *) g_ptr_array_index (rules->expressions, i), n++);
  for (guint i = 0; i < rules->texts->len; i++)
    g_string_append_printf (sql, " WHEN length (\"%s\") > %u THEN %u", (char *) g_ptr_array_index (rules->texts, i),
                            (guint) RIS3_CONNECTION_MAX_LENGTH, n++);
  g_string_append_printf (sql, " END AS broken FROM \"%s\") WHERE broken IS NOT NULL", rules->table);
  return g_string_free (sql, FALSE);
}

static char *
get_problem (const Ris3TableRules *rules, sqlite3_stmt *row)
{
  guint broken = (guint) sqlite3_column_int (row, 1);
  g_autofree char *key = ris3_statement_get_text (row, 0);
  g_autofree char *shown = ris3_text_shorten (key != NULL ? key : "", RIS3_CONNECTION_MAX_SHOWN);
  g_autofree char *words = NULL;

  if (broken < rules->expressions->len)
    words = ris3_rule_get_words (g_ptr_array_index (rules->expressions, broken));
  else
    words = g_strdup_printf (_ ("%s: longer than 16 MB"),
                             (char *) g_ptr_array_index (rules->texts, broken - rules->expressions->len));
  /* Translators: a table, the key of a row in it, and what is wrong with that row. */
  return g_strdup_printf (_ ("%s “%s”: %s"), rules->table, shown, words);
}

static gboolean
tell_problems (Ris3Connection *connection, const Ris3TableRules *rules, GPtrArray *problems, guint max, GError **error)
{
  g_autofree char *sql = get_query (rules);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row && problems->len < max)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (problems, get_problem (rules, statement));
    }
  return TRUE;
}

gboolean
ris3_rules_check (Ris3Connection *connection, GPtrArray *rules, GPtrArray *problems, guint max, GError **error)
{
  gint64 size;
  gboolean with_lengths;

  /* No text is longer than the file. */
  if (!ris3_connection_query_int (connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                                  &size, error))
    return FALSE;
  with_lengths = size > RIS3_CONNECTION_MAX_LENGTH;
  for (guint i = 0; i < rules->len && problems->len < max; i++)
    {
      const Ris3TableRules *table = g_ptr_array_index (rules, i);
      g_autofree char *sql = get_search (table, with_lengths);
      gint64 is_broken;

      if (!ris3_connection_query_int (connection, sql, &is_broken, error)
          || (is_broken && !tell_problems (connection, table, problems, max, error)))
        return FALSE;
    }
  return TRUE;
}
