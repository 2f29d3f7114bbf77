/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-references-private.h"

#include <string.h>

static void
table_free (gpointer data)
{
  Ris3KnownTable *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->keys);
  g_free (table);
}

static void
reference_free (gpointer data)
{
  Ris3Reference *reference = data;

  g_ptr_array_unref (reference->from);
  g_ptr_array_unref (reference->to);
  g_free (reference);
}

void
ris3_references_free (Ris3References *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

const Ris3KnownTable *
ris3_references_find_table (const Ris3References *self, const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Ris3KnownTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }
  return NULL;
}

guint
ris3_references_get_place (const Ris3References *self, const Ris3KnownTable *table)
{
  guint place = 0;

  g_ptr_array_find (self->tables, table, &place);
  return place;
}

static gboolean
read_tables (Ris3Connection *connection, Ris3References *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT m.name, c.name, c.pk FROM sqlite_schema AS m JOIN pragma_table_info (m.name) AS c"
      " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid",
      error);
  Ris3KnownTable *table = NULL;
  gboolean has_row = TRUE;
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = ris3_connection_step (connection, statement, &has_row, error)) && has_row)
    {
      g_autofree char *name = ris3_statement_get_text (statement, 0);
      guint place = (guint) sqlite3_column_int (statement, 2);

      if (table == NULL || !g_str_equal (table->name, name))
        {
          table = g_new0 (Ris3KnownTable, 1);
          table->name = g_strdup (name);
          table->columns = g_ptr_array_new_with_free_func (g_free);
          table->keys = g_array_new (FALSE, TRUE, sizeof (guint));
          g_ptr_array_add (self->tables, table);
        }
      if (place > 0)
        {
          if (table->keys->len < place)
            g_array_set_size (table->keys, place);
          g_array_index (table->keys, guint, place - 1) = table->columns->len;
        }
      g_ptr_array_add (table->columns, ris3_statement_get_text (statement, 1));
    }
  return ok;
}

static gboolean
read_references (Ris3Connection *connection, Ris3References *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT m.name, f.\"table\", f.seq, f.\"from\", f.\"to\" FROM sqlite_schema AS m"
      " JOIN pragma_foreign_key_list (m.name) AS f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq",
      error);
  Ris3Reference *reference = NULL;
  gboolean has_row = TRUE;
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = ris3_connection_step (connection, statement, &has_row, error)) && has_row)
    {
      g_autofree char *child = ris3_statement_get_text (statement, 0);
      g_autofree char *parent = ris3_statement_get_text (statement, 1);

      if (sqlite3_column_int (statement, 2) == 0)
        {
          reference = g_new0 (Ris3Reference, 1);
          reference->child = ris3_references_find_table (self, child);
          reference->parent = ris3_references_find_table (self, parent);
          reference->from = g_ptr_array_new_with_free_func (g_free);
          reference->to = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (self->references, reference);
        }
      g_ptr_array_add (reference->from, ris3_statement_get_text (statement, 3));
      g_ptr_array_add (reference->to, ris3_statement_get_text (statement, 4));
    }
  return ok;
}

Ris3References *
ris3_references_read (Ris3Connection *connection, GError **error)
{
  g_autoptr (Ris3References) self = g_new0 (Ris3References, 1);

  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->references = g_ptr_array_new_with_free_func (reference_free);
  if (!read_tables (connection, self, error) || !read_references (connection, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* "c.id || ' ' || c.code". */
static void
append_key (GString *sql, const Ris3KnownTable *table)
{
  for (guint i = 0; i < table->keys->len; i++)
    g_string_append_printf (sql, "%sc.\"%s\"", i > 0 ? " || ' ' || " : "",
                            (char *) g_ptr_array_index (table->columns, g_array_index (table->keys, guint, i)));
}

/* Rows of the child that name something, which is not there. */
static GString *
begin_query (const Ris3Reference *reference)
{
  GString *sql = g_string_new ("SELECT ");

  append_key (sql, reference->child);
  g_string_append_printf (sql, " FROM \"%s\" AS c WHERE NOT EXISTS (SELECT 1 FROM \"%s\" AS p WHERE 1",
                          reference->child->name, reference->parent->name);
  for (guint i = 0; i < reference->from->len; i++)
    g_string_append_printf (sql, " AND p.\"%s\" = c.\"%s\"", (char *) g_ptr_array_index (reference->to, i),
                            (char *) g_ptr_array_index (reference->from, i));
  g_string_append (sql, ")");
  for (guint i = 0; i < reference->from->len; i++)
    g_string_append_printf (sql, " AND c.\"%s\" IS NOT NULL", (char *) g_ptr_array_index (reference->from, i));
  return sql;
}

static gboolean
run_query (Ris3Connection *connection,
           const char *sql,
           sqlite3_value **values,
           guint n_values,
           char **key,
           GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    sqlite3_bind_value (statement, (int) i + 1, values[i]);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  *key = has_row ? ris3_statement_get_text (statement, 0) : NULL;
  return TRUE;
}

static gint
find_column (const Ris3KnownTable *table, const char *column)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (table->columns, i), column))
      return (gint) i;
  return -1;
}

/* The row itself as a child. */
static gboolean
check_child (Ris3Connection *connection,
             const Ris3Reference *reference,
             sqlite3_value *const *row,
             char **key,
             GError **error)
{
  GString *sql = begin_query (reference);
  g_autofree char *text = NULL;
  g_autofree sqlite3_value **values = g_new (sqlite3_value *, reference->child->keys->len);

  for (guint i = 0; i < reference->child->keys->len; i++)
    {
      guint column = g_array_index (reference->child->keys, guint, i);

      g_string_append_printf (sql, " AND c.\"%s\" = ?", (char *) g_ptr_array_index (reference->child->columns, column));
      values[i] = row[column];
    }
  text = g_string_free (sql, FALSE);
  return run_query (connection, text, values, reference->child->keys->len, key, error);
}

/* The row as what others name. Where it is not named by its key, its other values are needed. */
static gboolean
check_parent (Ris3Connection *connection,
              const Ris3Reference *reference,
              sqlite3_value *const *row,
              char **key,
              GError **error)
{
  GString *sql = begin_query (reference);
  g_autofree char *text = NULL;
  g_autofree sqlite3_value **values = g_new (sqlite3_value *, reference->from->len);

  for (guint i = 0; i < reference->from->len; i++)
    {
      gint column = find_column (reference->parent, g_ptr_array_index (reference->to, i));

      /* It has not changed. */
      if (row[column] == NULL)
        {
          g_string_free (sql, TRUE);
          return TRUE;
        }
      g_string_append_printf (sql, " AND c.\"%s\" = ?", (char *) g_ptr_array_index (reference->from, i));
      values[i] = row[column];
    }
  text = g_string_free (sql, FALSE);
  return run_query (connection, text, values, reference->from->len, key, error);
}

gboolean
ris3_references_check_row (Ris3Connection *connection,
                           const Ris3References *self,
                           const Ris3KnownTable *table,
                           sqlite3_value *const *row,
                           gboolean is_gone,
                           const Ris3Reference **broken,
                           char **key,
                           GError **error)
{
  *broken = NULL;
  *key = NULL;
  for (guint i = 0; i < self->references->len; i++)
    {
      const Ris3Reference *reference = g_ptr_array_index (self->references, i);

      if ((!is_gone && reference->child == table && !check_child (connection, reference, row, key, error))
          || (is_gone && reference->parent == table && !check_parent (connection, reference, row, key, error)))
        return FALSE;
      if (*key != NULL)
        {
          *broken = reference;
          return TRUE;
        }
    }
  return TRUE;
}

gboolean
ris3_references_check_all (Ris3Connection *connection,
                           const Ris3References *self,
                           const guint8 *touched,
                           const Ris3Reference **broken,
                           char **key,
                           GError **error)
{
  *broken = NULL;
  *key = NULL;
  for (guint i = 0; i < self->references->len; i++)
    {
      const Ris3Reference *reference = g_ptr_array_index (self->references, i);
      g_autofree char *text = NULL;

      if (touched != NULL && (touched[ris3_references_get_place (self, reference->child)] & RIS3_ROWS_WRITTEN) == 0
          && (touched[ris3_references_get_place (self, reference->parent)] & RIS3_ROWS_GONE) == 0)
        continue;
      text = g_string_free (begin_query (reference), FALSE);
      if (!run_query (connection, text, NULL, 0, key, error))
        return FALSE;
      if (*key != NULL)
        {
          *broken = reference;
          return TRUE;
        }
    }
  return TRUE;
}

char *
ris3_known_table_get_key (const Ris3KnownTable *self, sqlite3_value *const *row)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      sqlite3_value *value = row[g_array_index (self->keys, guint, i)];
      const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, text != NULL ? text : "");
    }
  return g_string_free (key, FALSE);
}
