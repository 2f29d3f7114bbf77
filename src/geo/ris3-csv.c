/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-private.h"

/* Rows that show what the separator is. */
#define SAMPLE_ROWS 50
#define MAX_NAME 100
/* As much of a file's own text as a message shows. */
#define SHOWN 60

typedef struct
{
  Ris3Table *table;
  const char *name;
  const char *position;
  const char *end;
  char separator;
  guint line;  /* at position */
  guint start; /* the line that the row begins on */
  guint cell;  /* the index of the cell that is being read, in its row */
  GString *text;
  const Ris3ReadingLimits *limits; /* NULL: none */
  GError **error;
} Reader;

/* Text of the file as a message may show it. (transfer full) */
static char *
show (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= SHOWN)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN);
  return g_strconcat (start, "…", NULL);
}

static gboolean
refuse (Reader *self, guint line, const char *reason)
{
  const GPtrArray *columns = self->table->columns;

  if (self->cell < columns->len)
    {
      g_autofree char *column = show (g_ptr_array_index (columns, self->cell));

      g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "%s:%u: %s: %s", self->name, line, column,
                   reason);
    }
  else
    g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "%s:%u: %s", self->name, line, reason);
  return FALSE;
}

static gboolean
refuse_surplus (Reader *self, guint n_cells)
{
  const GPtrArray *columns = self->table->columns;
  g_autofree char *surplus = show (self->text->str);
  g_autofree char *last = show (g_ptr_array_index (columns, columns->len - 1));

  g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("%s:%u: the row has %u cells, but there are %u columns: “%s” is after the last one, “%s”. Remove the "
                  "surplus, or put the cell that holds a separator into quotes."),
               self->name, self->start, n_cells, columns->len, surplus, last);
  return FALSE;
}

static gboolean
is_at_line_end (const Reader *self)
{
  return self->position == self->end || *self->position == '\n' || *self->position == '\r';
}

/* Past "\n", "\r\n" or "\r". */
static void
skip_line_end (Reader *self)
{
  if (*self->position == '\r' && self->position + 1 < self->end && self->position[1] == '\n')
    self->position++;
  self->position++;
  self->line++;
}

static gboolean
read_quoted (Reader *self)
{
  guint opened = self->line;

  for (self->position++; self->position < self->end;)
    {
      char c = *self->position;

      if (c == '\n' || c == '\r')
        {
          skip_line_end (self);
          g_string_append_c (self->text, '\n');
          continue;
        }
      self->position++;
      if (c != '"')
        g_string_append_c (self->text, c);
      else if (self->position < self->end && *self->position == '"')
        {
          g_string_append_c (self->text, '"');
          self->position++;
        }
      else if (is_at_line_end (self) || *self->position == self->separator)
        return TRUE;
      else
        return refuse (self, self->line,
                       _ ("text follows the closing quotation mark. Write each quotation mark within a quoted cell "
                          "twice."));
    }
  return refuse (self, opened, _ ("a quotation mark is opened here but never closed. Add the missing one."));
}

static gboolean
read_cell (Reader *self)
{
  guint line = self->line;

  g_string_truncate (self->text, 0);
  if (self->position < self->end && *self->position == '"')
    {
      if (!read_quoted (self))
        return FALSE;
    }
  else
    for (; !is_at_line_end (self) && *self->position != self->separator; self->position++)
      {
        if (*self->position == '"')
          return refuse (self, line,
                         _ ("a quotation mark is in the middle of the cell. Put the whole cell into quotes, and write "
                            "each quotation mark within it twice."));
        g_string_append_c (self->text, *self->position);
      }

  if (strlen (self->text->str) != self->text->len)
    return refuse (self, line, _ ("the cell holds a NUL, which is no text. Save the file as UTF-8."));
  if (!g_utf8_validate (self->text->str, (gssize) self->text->len, NULL))
    return refuse (self, line, _ ("this text is not UTF-8. Save the file as UTF-8."));
  return TRUE;
}

/* Reads a row, which is not blank, to its end. The first row makes the columns. */
static gboolean
read_row (Reader *self, gboolean is_first)
{
  Ris3Table *table = self->table;

  self->start = self->line;
  for (self->cell = 0;; self->cell++)
    {
      if (!read_cell (self))
        return FALSE;
      if (is_first && self->cell == RIS3_TABLE_MAX_COLUMNS)
        {
          g_autofree char *reason = g_strdup_printf (
              _ ("there are more than %u columns. Remove those that are not needed."), (guint) RIS3_TABLE_MAX_COLUMNS);

          return refuse (self, self->line, reason);
        }
      if (is_first && g_utf8_strlen (self->text->str, -1) > MAX_NAME)
        {
          g_autofree char *reason = g_strdup_printf (
              _ ("the name of a column is longer than %u characters. Give it a shorter one."), (guint) MAX_NAME);

          return refuse (self, self->line, reason);
        }
      if (is_first)
        g_ptr_array_add (table->columns, g_strdup (self->text->str));
      else if (self->cell < table->columns->len)
        g_ptr_array_add (table->cells,
                         g_string_chunk_insert_len (table->strings, self->text->str, (gssize) self->text->len));
      else
        {
          guint n_cells = self->cell + 1;

          for (; !is_at_line_end (self); self->position++)
            n_cells += *self->position == self->separator;
          return refuse_surplus (self, n_cells);
        }
      if (is_at_line_end (self))
        break;
      self->position++;
    }
  if (self->position < self->end)
    skip_line_end (self);

  self->cell++;
  if (!is_first && self->cell < table->columns->len)
    return refuse (self, self->start, _ ("the row ends before this column. Give it as many cells as the first row."));
  if (!is_first)
    g_array_append_val (table->lines, self->start);
  return TRUE;
}

/* Which separator the first row has; a comma if it has none. One that has two kinds could be read in two ways. */
static gboolean
find_separator (Reader *self)
{
  static const char known[] = ",;\t";
  gboolean quoted = FALSE;

  self->separator = '\0';
  for (const char *p = self->position; p < self->end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted || *p == '\0' || strchr (known, *p) == NULL || *p == self->separator)
        continue;
      if (self->separator != '\0')
        return refuse (self, self->line,
                       _ ("the first row has more than one kind of separator: commas, semicolons or tabs. Use one, and "
                          "put a name that holds another into quotes."));
      self->separator = *p;
    }
  if (self->separator == '\0')
    self->separator = ',';
  return TRUE;
}

/* FALSE, without an error: no more are wanted. */
static gboolean
may_go_on (Reader *self)
{
  guint n_rows = self->table->lines->len;

  return self->limits == NULL || n_rows == 0 || ris3_reading_limits_count (self->limits, n_rows, self->error);
}

static gboolean
read_rows (Reader *self)
{
  gboolean is_first = TRUE;

  while (may_go_on (self))
    {
      while (self->position < self->end && is_at_line_end (self))
        skip_line_end (self);
      if (self->position == self->end)
        break;
      if ((is_first && self->separator == '\0' && !find_separator (self)) || !read_row (self, is_first))
        return FALSE;
      is_first = FALSE;
    }
  if (self->limits != NULL && g_cancellable_is_cancelled (self->limits->cancellable))
    {
      if (self->error != NULL && *self->error == NULL)
        g_cancellable_set_error_if_cancelled (self->limits->cancellable, self->error);
      return FALSE;
    }
  if (!is_first)
    return TRUE;
  g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("“%s” has no columns"), self->name);
  return FALSE;
}

/* How many of the first rows have as many cells as the first one, which is n_cells; 0: some have not. */
static guint
count_alike (const char *text, const char *end, char separator, guint *n_cells)
{
  gboolean quoted = FALSE;
  guint n_alike = 0, n = 1;
  const char *start = text;

  *n_cells = 0;
  for (const char *p = text; p <= end && n_alike < SAMPLE_ROWS; p++)
    {
      gboolean is_end = p == end || (!quoted && (*p == '\n' || *p == '\r'));

      if (!is_end)
        {
          quoted ^= *p == '"';
          n += !quoted && *p == separator;
          continue;
        }
      if (p > start && *n_cells != 0 && n != *n_cells)
        return 0;
      if (p > start)
        {
          *n_cells = n;
          n_alike++;
        }
      n = 1;
      start = p + 1;
    }
  return n_alike;
}

/* Rows that are not alike are refused later, by a message that names one: by the most frequent of the first row. */
static char
find_in_first (const char *text, const char *end)
{
  static const char known[] = ",;\t|";
  guint counts[sizeof known] = { 0 };
  gboolean quoted = FALSE;
  gsize best = 0;

  while (text < end && (*text == '\n' || *text == '\r'))
    text++;
  for (; text < end && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      const char *found = *text != '\0' ? strchr (known, *text) : NULL;

      quoted ^= *text == '"';
      if (found != NULL && !quoted)
        counts[found - known]++;
    }
  for (gsize i = 1; i < strlen (known); i++)
    if (counts[i] > counts[best])
      best = i;
  return known[best];
}

char
ris3_csv_find_separator (const char *text, gsize length)
{
  /* The comma last, which is in numbers and texts, too. */
  static const char known[] = ";\t|,";
  char best = ',';
  guint best_cells = 1;

  for (const char *separator = known; *separator != '\0'; separator++)
    {
      guint n_cells;

      if (count_alike (text, text + length, *separator, &n_cells) > 0 && n_cells > best_cells)
        {
          best = *separator;
          best_cells = n_cells;
        }
    }
  return best_cells > 1 ? best : find_in_first (text, text + length);
}

static Ris3Table *
read_text (const char *text,
           gsize length,
           const char *name,
           char separator,
           const Ris3ReadingLimits *limits,
           GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autoptr (Ris3Table) table = ris3_table_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  Reader reader = { .table = table,
                    .name = name,
                    .position = text,
                    .end = text + length,
                    .separator = separator,
                    .line = 1,
                    .text = cell,
                    .limits = limits,
                    .error = &local_error };

  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    reader.position += strlen (mark);
  if (read_rows (&reader))
    return g_steal_pointer (&table);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

Ris3Table *
ris3_csv_read (const char *text, gsize length, const char *name, GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return read_text (text, length, name, '\0', NULL, error);
}

Ris3Table *
ris3_csv_read_with (const char *text,
                    gsize length,
                    const char *name,
                    char separator,
                    const Ris3ReadingLimits *limits,
                    GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL && separator != '\0', NULL);

  return read_text (text, length, name, separator, limits, error);
}
