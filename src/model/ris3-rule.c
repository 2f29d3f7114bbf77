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

/* Each row that breaks a rule: its key, and the number of the first such rule. A rule that is neither true nor
 * false is kept, as SQLite does. */
static char *
get_query (const Ris3TableRules *rules, gboolean with_lengths)
{
  g_autoptr (GString) which = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new ("1");
  guint n = 0;

  for (guint i = 0; i < rules->expressions->len; i++, n++)
    {
      const char *expression = g_ptr_array_index (rules->expressions, i);

      g_string_append_printf (all, " AND (%s)", expression);
      g_string_append_printf (which, " WHEN NOT (%s) THEN %u", expression, n);
    }
  for (guint i = 0; with_lengths && i < rules->texts->len; i++, n++)
    {
      const char *column = g_ptr_array_index (rules->texts, i);
      const guint max = RIS3_CONNECTION_MAX_LENGTH;

      g_string_append_printf (all, " AND ifnull (length (\"%s\"), 0) <= %u", column, max);
      g_string_append_printf (which, " WHEN length (\"%s\") > %u THEN %u", column, max, n);
    }
  return g_strdup_printf ("SELECT \"%s\", CASE%s END FROM \"%s\" WHERE NOT (%s)", rules->key, which->str, rules->table,
                          all->str);
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
  for (guint i = 0; i < rules->len; i++)
    {
      const Ris3TableRules *table = g_ptr_array_index (rules, i);
      g_autoptr (sqlite3_stmt) statement = NULL;
      g_autofree char *sql = NULL;
      gboolean has_row = TRUE;

      if (table->expressions->len + (with_lengths ? table->texts->len : 0) == 0)
        continue;
      sql = get_query (table, with_lengths);
      statement = ris3_connection_prepare (connection, sql, error);
      if (statement == NULL)
        return FALSE;
      while (has_row && problems->len < max)
        {
          if (!ris3_connection_step (connection, statement, &has_row, error))
            return FALSE;
          if (has_row)
            g_ptr_array_add (problems, get_problem (table, statement));
        }
    }
  return TRUE;
}
