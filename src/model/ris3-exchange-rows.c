/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-exchange-rows-private.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-import-private.h"
#include "model/ris3-schema-private.h"

struct _Ris3ExchangeRows
{
  gatomicrefcount references;
  Ris3Exchange table;
  guint n_columns;
  guint n_rows;
  const char **cells; /* n_rows times n_columns, in texts or static */
  GArray *places;     /* of Ris3ExchangePlace, of priorities; else NULL */
  GStringChunk *texts;
};

char *
ris3_exchange_format_real (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      const char format[] = { '%', '.', '1', (char) ('0' + digits - 10), 'g', '\0' };

      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  return g_strdup (text);
}

#define OWN_THEME                                                                                                      \
  "CASE WHEN scheme = '" RIS3_IMPORT_THEME_SCHEME "' AND version = '" RIS3_IMPORT_THEME_VERSION                        \
  "' AND code NOT GLOB '* *' THEN code ELSE scheme || ' ' || version || ' ' || code END"

/* An organisation is named by its name, or, where that would not do, by its number. */
#define ORGANISATIONS                                                                                                  \
  " LEFT JOIN (SELECT id, CASE WHEN name GLOB '*[^0-9]*' AND count(*) OVER (PARTITION BY name) = 1 THEN name"          \
  " ELSE CAST (id AS TEXT) END AS shown FROM organisation) AS o ON o.id = t.organisation_id"

static const char *
get_expression (const Ris3ExchangeColumn *column)
{
  static const struct
  {
    const char *name;
    const char *expression;
  } expressions[] = {
    { "nuts_level", "length (t.region_code) - 2" },
    { "country", "substr (t.region_code, 1, 2)" },
    { "parent_label", "''" },
    { "themes", "''" },
    { "organisation", "o.shown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expressions); i++)
    if (g_str_equal (expressions[i].name, column->name)
        && (column->field == NULL || column->kind == RIS3_EXCHANGE_THEMES
            || g_str_equal (column->name, "organisation")))
      return expressions[i].expression;
  return NULL;
}

static char *
make_query (Ris3Exchange table)
{
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);
  GString *sql = g_string_new ("SELECT ");
  gboolean has_organisation = ris3_exchange_find_column (table, "organisation") >= 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *expression = get_expression (&columns[i]);

      if (i > 0)
        g_string_append (sql, ", ");
      if (expression != NULL)
        g_string_append (sql, expression);
      else
        g_string_append_printf (sql, "t.\"%s\"", columns[i].field);
    }
  g_string_append_printf (sql, " FROM \"%s\" AS t%s ORDER BY %s", ris3_exchange_get_table (table),
                          has_organisation ? ORGANISATIONS : "",
                          table == RIS3_EXCHANGE_PRIORITIES ? "t.strategy_id, t.position, t.id" : "t.id");
  return g_string_free (sql, FALSE);
}

/* Most values are nothing or one letter. */
static const char *
keep (Ris3ExchangeRows *self, const char *text, int length)
{
  if (text == NULL || length == 0)
    return "";
  if (length == 1 && (*text == '0' || *text == '1'))
    return *text == '0' ? "0" : "1";
  if (g_utf8_validate_len (text, (gsize) length, NULL))
    return g_string_chunk_insert_len (self->texts, text, length);

  g_autofree char *valid = g_utf8_make_valid (text, length);
  return g_string_chunk_insert (self->texts, valid);
}

static const char *
keep_column (Ris3ExchangeRows *self, sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) == SQLITE_FLOAT)
    {
      g_autofree char *number = ris3_exchange_format_real (sqlite3_column_double (row, column));

      return g_string_chunk_insert (self->texts, number);
    }
  return keep (self, (const char *) sqlite3_column_text (row, column), sqlite3_column_bytes (row, column));
}

static gboolean
read_cells (Ris3ExchangeRows *self, Ris3Connection *connection, GPtrArray *cells, GError **error)
{
  g_autofree char *sql = make_query (self->table);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gint position = ris3_exchange_find_column (self->table, "position");
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      for (guint i = 0; i < self->n_columns; i++)
        g_ptr_array_add (cells, (gpointer) ((gint) i == position ? "" : keep_column (self, statement, (int) i)));
      if (position >= 0)
        {
          Ris3ExchangePlace place = { -1, sqlite3_column_double (statement, position) };

          g_array_append_val (self->places, place);
        }
      self->n_rows++;
    }
  return FALSE;
}

static gpointer
to_id (const char *text)
{
  return GSIZE_TO_POINTER ((gsize) g_ascii_strtoull (text, NULL, 10));
}

/* rows: ids to indices */
static gboolean
read_themes (Ris3ExchangeRows *self, Ris3Connection *connection, GHashTable *rows, GError **error)
{
  guint column = (guint) ris3_exchange_find_column (self->table, "themes");
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection,
                                 self->table == RIS3_EXCHANGE_PRIORITIES
                                     ? "SELECT priority_id, " OWN_THEME
                                       " FROM priority_theme ORDER BY priority_id, position, scheme, version, code"
                                     : "SELECT activity_id, " OWN_THEME
                                       " FROM activity_theme AS t JOIN codebook AS c USING (scheme, version, code)"
                                       " ORDER BY activity_id, scheme, version, c.position",
                                 error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      gpointer row;
      const char **cell;
      g_autofree char *code = NULL;

      if (!has_row)
        return TRUE;
      if (!g_hash_table_lookup_extended (rows, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 0)), NULL,
                                         &row))
        continue;
      cell = &self->cells[GPOINTER_TO_UINT (row) * self->n_columns + column];
      code = ris3_statement_get_text (statement, 1);
      if (**cell != '\0')
        {
          g_autofree char *both = g_strconcat (*cell, ";", code, NULL);

          *cell = g_string_chunk_insert (self->texts, both);
        }
      else
        *cell = g_string_chunk_insert_const (self->texts, code);
    }
  return FALSE;
}

/* The rows of each strategy as its tree is read, numbered. */
typedef struct
{
  Ris3ExchangeRows *self;
  GPtrArray *cells; /* as they were read */
  GArray *places;
  gint *first_child;
  gint *next;
  GHashTable *rows; /* ids to new indices */
  gint first;       /* the first new row of the present strategy */
  gint label;
} Ordering;

static void
add_in_order (Ordering *self, gint from, gint parent, guint depth)
{
  static const char *const columns[] = { "position", "parent_position", "parent_label", "label" };
  guint n = self->self->n_columns;
  gint found[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    found[i] = ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, columns[i]);
  for (; from >= 0 && depth <= RIS3_SCHEMA_MAX_DEPTH; from = self->next[from])
    {
      guint row = self->self->n_rows++;
      const char **cells = self->self->cells + (gsize) row * n;
      Ris3ExchangePlace place = { parent, g_array_index (self->places, Ris3ExchangePlace, from).position };
      char number[16];

      memcpy (cells, self->cells->pdata + (gsize) from * n, n * sizeof *cells);
      g_snprintf (number, sizeof number, "%d", (gint) row - self->first + 1);
      cells[found[0]] = g_string_chunk_insert_const (self->self->texts, number);
      cells[found[1]] = parent >= 0 ? self->self->cells[(gsize) parent * n + (gsize) found[0]] : "";
      cells[found[2]] = parent >= 0 ? self->self->cells[(gsize) parent * n + (gsize) found[3]] : "";
      g_array_append_val (self->self->places, place);
      g_hash_table_insert (self->rows, to_id (cells[0]), GUINT_TO_POINTER (row));
      add_in_order (self, self->first_child[from], (gint) row, depth + 1);
    }
}

static gboolean
put_in_order (Ris3ExchangeRows *self, Ris3Connection *connection, GPtrArray *cells, GHashTable *rows, GError **error)
{
  guint n_rows = self->n_rows;
  guint n = self->n_columns;
  guint strategy = (guint) ris3_exchange_find_column (self->table, "strategy_id");
  guint parent = (guint) ris3_exchange_find_column (self->table, "parent_position");
  g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) places = g_steal_pointer (&self->places);
  g_autofree gint *first_child = g_new (gint, n_rows + 1);
  g_autofree gint *next = g_new (gint, n_rows + 1);
  g_autofree gint *roots = g_new (gint, n_rows + 1);
  Ordering ordering = { self, cells, places, first_child, next, rows, 0, 0 };

  self->places = g_array_new (FALSE, FALSE, sizeof (Ris3ExchangePlace));
  for (guint i = 0; i < n_rows; i++)
    {
      first_child[i] = roots[i] = -1;
      g_hash_table_insert (read, to_id (g_ptr_array_index (cells, i * n)), GUINT_TO_POINTER (i));
    }
  /* From the last to the first, so that each is put before its siblings. roots: by the first row of the strategy */
  for (guint end = n_rows; end > 0;)
    {
      const char *id = g_ptr_array_index (cells, (end - 1) * n + strategy);
      guint begin = end - 1;

      while (begin > 0 && g_str_equal (g_ptr_array_index (cells, (begin - 1) * n + strategy), id))
        begin--;
      for (guint i = end; i-- > begin;)
        {
          const char *above = g_ptr_array_index (cells, i * n + parent);
          gint *list = &roots[begin];
          gpointer found;

          if (*above != '\0' && g_hash_table_lookup_extended (read, to_id (above), NULL, &found))
            list = &first_child[GPOINTER_TO_UINT (found)];
          next[i] = *list;
          *list = (gint) i;
        }
      end = begin;
    }
  self->n_rows = 0;
  for (guint i = 0; i < n_rows; i++)
    if (roots[i] >= 0)
      {
        ordering.first = (gint) self->n_rows;
        add_in_order (&ordering, roots[i], -1, 1);
      }
  if (self->n_rows == n_rows)
    return TRUE;
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection), "priority",
                         error);
  return FALSE;
}

Ris3ExchangeRows *
ris3_exchange_rows_read (Ris3Connection *connection, Ris3Exchange table, GError **error)
{
  g_autoptr (Ris3ExchangeRows) self = g_new0 (Ris3ExchangeRows, 1);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  g_atomic_ref_count_init (&self->references);
  self->table = table;
  self->texts = g_string_chunk_new (65536);
  ris3_exchange_get_columns (table, &self->n_columns);
  if (table == RIS3_EXCHANGE_PRIORITIES)
    self->places = g_array_new (FALSE, FALSE, sizeof (Ris3ExchangePlace));
  if (!read_cells (self, connection, cells, error))
    return NULL;
  self->cells = g_new (const char *, cells->len + 1);
  if (table == RIS3_EXCHANGE_PRIORITIES)
    {
      if (!put_in_order (self, connection, cells, rows, error))
        return NULL;
    }
  else if (cells->len > 0)
    memcpy (self->cells, cells->pdata, cells->len * sizeof *self->cells);
  if (table == RIS3_EXCHANGE_ACTIVITIES)
    for (guint i = 0; i < self->n_rows; i++)
      g_hash_table_insert (rows, to_id (ris3_exchange_rows_get (self, i, 0)), GUINT_TO_POINTER (i));
  if (ris3_exchange_find_column (table, "themes") >= 0 && !read_themes (self, connection, rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ris3_exchange_read_themes (Ris3Connection *connection, Ris3Exchange table, gint64 id, char **themes, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      table == RIS3_EXCHANGE_PRIORITIES
          ? "SELECT group_concat (key, ';') FROM (SELECT " OWN_THEME " AS key FROM priority_theme"
            " WHERE priority_id = ? ORDER BY position, scheme, version, code)"
          : "SELECT group_concat (key, ';') FROM (SELECT " OWN_THEME " AS key FROM activity_theme AS t"
            " JOIN codebook AS c USING (scheme, version, code) WHERE activity_id = ? ORDER BY scheme, version, "
            "c.position)",
      error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", id);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return FALSE;
  *themes = has_row ? ris3_statement_get_text (statement, 0) : NULL;
  if (*themes == NULL)
    *themes = g_strdup ("");
  return TRUE;
}

typedef struct
{
  Ris3Exchange table;
  Ris3ExchangeRows *rows;
} Loading;

static gboolean
load (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Loading *loading = user_data;

  if (!ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, error))
    return FALSE;
  g_clear_pointer (&loading->rows, ris3_exchange_rows_unref);
  loading->rows = ris3_exchange_rows_read (connection, loading->table, error);
  return loading->rows != NULL;
}

Ris3ExchangeRows *
ris3_exchange_rows_load (const char *atlas_path, Ris3Exchange table, GCancellable *cancellable, GError **error)
{
  Loading loading = { table, NULL };

  g_return_val_if_fail (atlas_path != NULL && table < RIS3_N_EXCHANGES, NULL);
  if (ris3_connection_read_file (atlas_path, TRUE, cancellable, load, &loading, error))
    return loading.rows;
  g_clear_pointer (&loading.rows, ris3_exchange_rows_unref);
  return NULL;
}

Ris3ExchangeRows *
ris3_exchange_rows_ref (Ris3ExchangeRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_exchange_rows_unref (Ris3ExchangeRows *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->cells);
  g_clear_pointer (&self->places, g_array_unref);
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
ris3_exchange_rows_get_n_rows (Ris3ExchangeRows *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

const char *
ris3_exchange_rows_get (Ris3ExchangeRows *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && column < self->n_columns, "");
  return self->cells[(gsize) row * self->n_columns + column];
}

const Ris3ExchangePlace *
ris3_exchange_rows_get_place (Ris3ExchangeRows *self, guint row)
{
  g_return_val_if_fail (self->places != NULL && row < self->n_rows, NULL);
  return &g_array_index (self->places, Ris3ExchangePlace, row);
}
