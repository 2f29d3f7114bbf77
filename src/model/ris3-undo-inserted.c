/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The undo of an import. SQLite takes out the rows of a changeset one by one, by a search in the table and each of its
 * indices; here they are compared in the order in which they are stored, and taken out by one statement. */

#include "config.h"

#include "model/ris3-undo-private.h"

#include <string.h>

/* Fewer rows are not worth it. */
#define MANY 1000
/* SQLite empties a table at once, whatever it holds. Putting back what stays is then faster, if that is less than the
 * rows that go by this factor. */
#define FACTOR 4

/* What a changeset says of one table, until it names another one. */
typedef struct
{
  const Ris3KnownTable *table;
  const guint8 *begin;
  const guint8 *records;
  const guint8 *end;
  guint n_rows;
  guint8 reverted; /* what reverting it does, of Ris3RowsTouched */
} Section;

/* Rows by the first number of their key. */
typedef struct
{
  gint64 first, last;
} Range;

typedef struct
{
  guint8 type;
  gint64 integer; /* also the bits of a real number */
  const guint8 *bytes;
  gsize length;
} Value;

static gint64
read_integer (const guint8 *bytes)
{
  guint64 big;

  memcpy (&big, bytes, sizeof big);
  return (gint64) GUINT64_FROM_BE (big);
}

/* The changeset has been looked at, so it ends where it should. */
static const guint8 *
read_value (const guint8 *next, Value *value)
{
  value->type = *next++;
  value->length = 0;
  switch (value->type)
    {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      value->integer = read_integer (next);
      return next + sizeof (gint64);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      do
        value->length = value->length << 7 | (*next & 0x7f);
      while ((*next++ & 0x80) != 0);
      value->bytes = next;
      return next + value->length;
    default:
      return next;
    }
}

static const guint8 *
skip_row (const guint8 *next, guint n_columns, guint8 *operation)
{
  Value value;

  *operation = *next;
  next += 2;
  for (guint i = 0; i < (*operation == SQLITE_UPDATE ? 2 * n_columns : n_columns); i++)
    next = read_value (next, &value);
  return next;
}

static GArray *
divide (const Ris3References *references, const Ris3Changeset *changeset)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  const guint8 *next = changeset->bytes;
  const guint8 *end = next + changeset->size;

  while (next < end)
    {
      Section section = { .begin = next };
      const char *name = (const char *) next + 2 + next[1];

      section.table = ris3_references_find_table (references, name);
      next = section.records = (const guint8 *) name + strlen (name) + 1;
      while (next < end && *next != 'T')
        {
          guint8 operation;

          next = skip_row (next, section.table->columns->len, &operation);
          section.reverted |= operation == SQLITE_INSERT   ? RIS3_ROWS_GONE
                              : operation == SQLITE_DELETE ? RIS3_ROWS_WRITTEN
                                                           : RIS3_ROWS_GONE | RIS3_ROWS_WRITTEN;
          section.n_rows++;
        }
      section.end = next;
      g_array_append_val (sections, section);
    }
  return sections;
}

static gboolean
is_equal (sqlite3_stmt *row, int column, const Value *value)
{
  const void *bytes;
  double real;

  if (sqlite3_column_type (row, column) != value->type)
    return FALSE;
  switch (value->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_column_int64 (row, column) == value->integer;
    case SQLITE_FLOAT:
      real = sqlite3_column_double (row, column);
      return memcmp (&real, &value->integer, sizeof real) == 0;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      bytes = value->type == SQLITE_TEXT ? sqlite3_column_text (row, column) : sqlite3_column_blob (row, column);
      return (gsize) sqlite3_column_bytes (row, column) == value->length
             && (value->length == 0 || memcmp (bytes, value->bytes, value->length) == 0);
    default:
      return TRUE;
    }
}

static gboolean
is_same (sqlite3_stmt *row, const Ris3KnownTable *table, const Value *values)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (!is_equal (row, (int) i, &values[i]))
      return FALSE;
  return TRUE;
}

static const char *
get_column (const Ris3KnownTable *table, guint i)
{
  return g_ptr_array_index (table->columns, i);
}

static const guint8 *
read_record (const Section *section, const guint8 *next, Value *values)
{
  if (next == section->end)
    return NULL;
  next += 2;
  for (guint i = 0; i < section->table->columns->len; i++)
    next = read_value (next, &values[i]);
  return next;
}

static sqlite3_stmt *
select_rows (Ris3Connection *connection, const Section *section, gint64 first, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  sqlite3_stmt *statement;

  for (guint i = 0; i < section->table->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", get_column (section->table, i));
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"%s\" >= ? ORDER BY ", section->table->name,
                          get_column (section->table, g_array_index (section->table->keys, guint, 0)));
  for (guint i = 0; i < section->table->keys->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            get_column (section->table, g_array_index (section->table->keys, guint, i)));
  statement = ris3_connection_prepare (connection, sql->str, error);
  if (statement != NULL)
    ris3_statement_bind (statement, "i", first);
  return statement;
}

/* Whether the rows of a section stand in the table as they were left, with no others among them or with their numbers.
 * range: gets the first and the last number of their keys */
static gboolean
find_range (Ris3Connection *connection, const Section *section, Range *range, gboolean *are_there, GError **error)
{
  g_autofree Value *values = g_new0 (Value, section->table->columns->len);
  guint key = g_array_index (section->table->keys, guint, 0);
  g_autoptr (sqlite3_stmt) rows = NULL;
  const guint8 *next = read_record (section, section->records, values);
  gboolean has_row;

  *are_there = FALSE;
  if (values[key].type != SQLITE_INTEGER)
    return TRUE;
  range->first = range->last = values[key].integer;
  rows = select_rows (connection, section, range->first, error);
  if (rows == NULL)
    return FALSE;
  for (; next != NULL; next = read_record (section, next, values))
    {
      if (!ris3_connection_step (connection, rows, &has_row, error))
        return FALSE;
      if (!has_row || !is_same (rows, section->table, values))
        return TRUE;
      range->last = values[key].integer;
    }
  if (!ris3_connection_step (connection, rows, &has_row, error))
    return FALSE;
  *are_there = !has_row || sqlite3_column_int64 (rows, (int) key) > range->last;
  return TRUE;
}

static gboolean
take_out (Ris3Connection *connection, const Section *section, const Range *range, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count (*) FROM main.\"$\"");
  gint64 n_rows;

  g_string_replace (sql, "$", section->table->name, 0);
  if (!ris3_connection_query_int (connection, sql->str, &n_rows, error))
    return FALSE;
  /* Nothing else looks at the rows meanwhile: foreign keys and triggers are off. */
  g_string_printf (sql,
                   (n_rows - section->n_rows) * FACTOR <= section->n_rows
                       ? "CREATE TEMP TABLE kept AS SELECT * FROM main.\"$\" WHERE \"%%\" NOT BETWEEN"
                         " %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT "; DELETE FROM main.\"$\";"
                         " INSERT INTO main.\"$\" SELECT * FROM temp.kept; DROP TABLE temp.kept"
                       : "DELETE FROM main.\"$\" WHERE \"%%\" BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
                   range->first, range->last);
  g_string_replace (sql, "$", section->table->name, 0);
  g_string_replace (sql, "%", get_column (section->table, g_array_index (section->table->keys, guint, 0)), 0);
  return ris3_connection_execute (connection, sql->str, error);
}

static void
append_section (GByteArray *bytes, const Section *section)
{
  g_byte_array_append (bytes, section->begin, (guint) (section->end - section->begin));
}

gboolean
ris3_undo_take_out (Ris3Connection *connection,
                    const Ris3References *references,
                    const Ris3Changeset *changeset,
                    Ris3Changeset *rest,
                    guint8 *touched,
                    GError **error)
{
  g_autoptr (GArray) sections = divide (references, changeset);
  g_autoptr (GByteArray) others = g_byte_array_new ();

  *rest = (Ris3Changeset){ 0 };
  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);
      Range range = { 0 };
      gboolean are_there = FALSE;

      touched[ris3_references_get_place (references, section->table)] |= section->reverted;
      if (section->reverted == RIS3_ROWS_GONE && section->n_rows >= MANY
          && !find_range (connection, section, &range, &are_there, error))
        return FALSE;
      if (!are_there)
        append_section (others, section);
      else if (!take_out (connection, section, &range, error))
        return FALSE;
    }
  if (others->len == 0)
    return TRUE;
  rest->bytes = sqlite3_malloc64 (others->len);
  if (rest->bytes == NULL)
    g_error ("Not enough memory for a change of %u bytes", others->len);
  memcpy (rest->bytes, others->data, others->len);
  rest->size = (int) others->len;
  return TRUE;
}
