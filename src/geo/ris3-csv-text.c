/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-csv-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"

/* No table that a person makes has more; without limits, the memory of a table of nothing but separators or of empty
 * rows would be many times its length. */
#define MAX_COLUMNS 256
#define MAX_ROWS 1000000
#define MAX_CELLS 16000000
#define MAX_NAME 100
/* As much of a file's own text as a message shows. */
#define SHOWN 60
/* Of a cell, what is looked at for that. */
#define LOOKED_AT 4096
/* Of a large file, the part that holds its first rows. */
#define HEAD ((gsize) 1024 * 1024)

typedef struct
{
  Ris3CsvText *csv;
  const char *name;
  const char *position; /* in the text as it was decoded */
  const char *end;
  const char *bad; /* the first byte that is no text; or NULL */
  GString *out;
  GPtrArray *columns; /* of char *, for messages */
  guint line;         /* at position */
  guint start;        /* the line that the row begins on */
  guint cell;         /* the index of the cell that is being read, in its row */
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

/* The start of a cell, for a message. (transfer full) */
static char *
unquote (const char *start, const char *end)
{
  GString *text;

  if (end - start >= 2 && *start == '"')
    {
      start++;
      end--;
    }
  text = g_string_new_len (start, MIN (end - start, LOOKED_AT));
  g_string_replace (text, "\"\"", "\"", 0);
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  return g_string_free (text, FALSE);
}

static gboolean
refuse (Reader *self, guint line, const char *reason)
{
  if (self->cell < self->columns->len)
    {
      g_autofree char *column = show (g_ptr_array_index (self->columns, self->cell));

      g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "%s:%u: %s: %s", self->name, line, column,
                   reason);
    }
  else
    g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, "%s:%u: %s", self->name, line, reason);
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
refuse_surplus (Reader *self, const char *cell)
{
  g_autofree char *text = unquote (cell, self->position);
  g_autofree char *surplus = show (text);
  g_autofree char *last = show (g_ptr_array_index (self->columns, self->columns->len - 1));
  guint n_cells = self->cell + 1;

  for (; !is_at_line_end (self); self->position++)
    n_cells += *self->position == self->csv->separator;
  g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("%s:%u: the row has %u cells, but there are %u columns: “%s” is after the last one, “%s”. Remove the "
                  "surplus, or put the cell that holds a separator into quotes."),
               self->name, self->start, n_cells, self->columns->len, surplus, last);
  return FALSE;
}

static gboolean
pass_quoted (Reader *self)
{
  guint opened = self->line;
  const char *copied = self->position;

  for (self->position++; self->position < self->end;)
    {
      char c = *self->position;

      if (c == '\n' || c == '\r')
        {
          g_string_append_len (self->out, copied, self->position - copied);
          g_string_append_c (self->out, '\n');
          skip_line_end (self);
          copied = self->position;
          continue;
        }
      self->position++;
      if (c != '"')
        continue;
      if (self->position < self->end && *self->position == '"')
        self->position++;
      else if (is_at_line_end (self) || *self->position == self->csv->separator)
        {
          g_string_append_len (self->out, copied, self->position - copied);
          return TRUE;
        }
      else
        return refuse (self, self->line,
                       _ ("text follows the closing quotation mark. Write each quotation mark within a quoted cell "
                          "twice."));
    }
  return refuse (self, opened, _ ("a quotation mark is opened here but never closed. Add the missing one."));
}

/* OGR 3.6 knows three separators. Others become a comma, and then each cell is in quotes. */
static gboolean
is_changed (const Reader *self)
{
  return self->csv->separator != ',' && self->csv->separator != ';' && self->csv->separator != '\t';
}

static gboolean
pass_cell (Reader *self)
{
  guint line = self->line;

  if (self->position < self->end && *self->position == '"')
    {
      if (!pass_quoted (self))
        return FALSE;
    }
  else
    {
      const char *start = self->position;

      for (; !is_at_line_end (self) && *self->position != self->csv->separator; self->position++)
        if (*self->position == '"')
          return refuse (self, line,
                         _ ("a quotation mark is in the middle of the cell. Put the whole cell into quotes, and write "
                            "each quotation mark within it twice."));
      if (is_changed (self))
        g_string_append_c (self->out, '"');
      g_string_append_len (self->out, start, self->position - start);
      if (is_changed (self))
        g_string_append_c (self->out, '"');
    }

  if (self->bad == NULL || self->bad >= self->position)
    return TRUE;
  return refuse (self, line,
                 *self->bad == '\0' ? _ ("the cell holds a NUL, which is no text. Save the file as UTF-8.")
                                    : _ ("this text is not UTF-8. Save the file as UTF-8."));
}

static gboolean
add_column (Reader *self, const char *cell)
{
  g_autofree char *column = unquote (cell, self->position);
  g_autofree char *reason = NULL;

  if (self->cell == MAX_COLUMNS)
    reason = g_strdup_printf (_ ("there are more than %u columns. Remove those that are not needed."),
                              (guint) MAX_COLUMNS);
  else if (g_utf8_strlen (column, -1) > MAX_NAME)
    reason = g_strdup_printf (_ ("the name of a column is longer than %u characters. Give it a shorter one."),
                              (guint) MAX_NAME);
  if (reason != NULL)
    return refuse (self, self->line, reason);
  g_ptr_array_add (self->columns, g_steal_pointer (&column));
  return TRUE;
}

static gboolean
check_size (Reader *self)
{
  g_autofree char *reason = NULL;
  guint most = MIN (MAX_ROWS, MAX_CELLS / MAX (self->columns->len, 1));

  if (self->csv->lines->len <= most)
    return TRUE;
  self->cell = MAX_COLUMNS;
  reason = g_strdup_printf (_ ("there are more than %u rows. Divide the table."), most);
  return refuse (self, self->start, reason);
}

/* Passes a row, which is not blank, to its end. The first row makes the columns. */
static gboolean
pass_row (Reader *self, gboolean is_first)
{
  gsize start = self->out->len;

  self->start = self->line;
  for (self->cell = 0;; self->cell++)
    {
      const char *cell = self->position;

      if (!pass_cell (self))
        return FALSE;
      if (is_first && !add_column (self, cell))
        return FALSE;
      if (self->cell >= self->columns->len)
        return refuse_surplus (self, cell);
      if (is_at_line_end (self))
        break;
      g_string_append_c (self->out, is_changed (self) ? ',' : *self->position);
      self->position++;
    }
  g_string_append_c (self->out, '\n');
  if (self->position < self->end)
    skip_line_end (self);

  self->cell++;
  if (self->cell < self->columns->len)
    return refuse (self, self->start, _ ("the row ends before this column. Give it as many cells as the first row."));
  if (!is_first && self->csv->lines->len % RIS3_CSV_TEXT_PART == 0)
    g_array_append_val (self->csv->starts, start);
  g_array_append_val (self->csv->lines, self->start);
  return check_size (self);
}

/* Which separator the first row has; a comma if it has none. Of two kinds, it is the one that cuts the other rows
 * alike; else the table could be read in two ways. */
static gboolean
find_separator (Reader *self)
{
  static const char known[] = ",;\t|";
  gboolean quoted = FALSE;
  char found = '\0';

  for (const char *p = self->position; p < self->end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted || *p == '\0' || strchr (known, *p) == NULL || *p == found)
        continue;
      if (found != '\0' && self->csv->separator == '\0')
        self->csv->separator = ris3_csv_find_separator (self->position, (gsize) (self->end - self->position));
      if (found != '\0' && self->csv->separator != '\0')
        return TRUE;
      if (found != '\0')
        return refuse (self, self->line,
                       _ ("the first row has more than one kind of separator: commas, semicolons, tabs or bars. Use "
                          "one, and put a name that holds another into quotes."));
      found = *p;
    }
  self->csv->separator = found != '\0' ? found : ',';
  return TRUE;
}

/* The first row, of which OGR takes what it would otherwise guess. */
static void
prepend_names (Reader *self)
{
  g_autoptr (GString) names = g_string_new ("c0");

  self->csv->n_columns = self->columns->len;
  for (guint i = 1; i <= self->csv->n_columns; i++)
    g_string_append_printf (names, "%cc%u", is_changed (self) ? ',' : self->csv->separator, i);
  g_string_append_c (names, '\n');
  g_string_prepend_len (self->out, names->str, (gssize) names->len);
}

static void
skip_line (Reader *self)
{
  while (!is_at_line_end (self))
    self->position++;
  if (self->position < self->end)
    skip_line_end (self);
}

static gboolean
pass_rows (Reader *self, guint heading_row)
{
  while (self->line < heading_row && self->position < self->end)
    skip_line (self);
  for (gboolean is_first = TRUE;; is_first = FALSE)
    {
      while (self->position < self->end && is_at_line_end (self))
        skip_line_end (self);
      if (self->position == self->end)
        break;
      if (is_first && self->csv->separator == '\0' && !find_separator (self))
        return FALSE;
      if (!pass_row (self, is_first))
        return FALSE;
      if (is_first)
        prepend_names (self);
    }
  if (self->columns->len > 0)
    return TRUE;
  g_set_error (self->error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
               _ ("“%s” has no columns. Choose a file whose first row holds their names."), self->name);
  return FALSE;
}

Ris3CsvText *
ris3_csv_text_new (GBytes *bytes, const char *name, const Ris3TableOptions *options, GError **error)
{
  g_autoptr (Ris3CsvText) self = g_new0 (Ris3CsvText, 1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) out = NULL;
  g_autofree char *text = NULL;
  Reader reader = { .csv = self, .name = name, .line = 1, .columns = columns, .error = error };
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->named_encoding = g_strdup (options != NULL ? options->encoding : NULL);
  self->separator = options != NULL ? options->separator : '\0';
  text = ris3_csv_decode (bytes, name, self->named_encoding, &length, &self->encoding, &reader.bad, error);
  if (text == NULL)
    return NULL;
  out = g_string_sized_new (length + 1);
  reader.position = text;
  reader.end = text + length;
  reader.out = out;
  if (!pass_rows (&reader, options != NULL ? options->heading_row : 0))
    return NULL;

  self->length = out->len;
  self->text = g_string_free (g_steal_pointer (&out), FALSE);
  return g_steal_pointer (&self);
}

/* The first rows of a large file, whole; not of one with characters of two bytes, which could be cut in two.
 * (transfer full) */
static GBytes *
get_head (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end;

  if (length <= HEAD || memchr (text, '\0', HEAD) != NULL || (end = memrchr (text, '\n', HEAD)) == NULL)
    return g_bytes_ref (bytes);
  return g_bytes_new_from_bytes (bytes, 0, (gsize) (end + 1 - text));
}

static void
add_peeked (Reader *self, GPtrArray *rows)
{
  Ris3TableRow *row = g_new (Ris3TableRow, 1);

  g_ptr_array_add (self->columns, NULL);
  row->line = self->start;
  row->cells = g_strdupv ((char **) self->columns->pdata);
  g_ptr_array_add (rows, row);
}

gboolean
ris3_csv_text_peek (GBytes *bytes,
                    const char *name,
                    const Ris3TableOptions *options,
                    guint n_rows,
                    GPtrArray *rows,
                    GError **error)
{
  const char *encoding;
  gsize length;
  Reader reader = { .name = name, .line = 1 };
  g_autoptr (GBytes) head = get_head (bytes);
  g_autofree char *text = ris3_csv_decode (head, name, options != NULL ? options->encoding : NULL, &length, &encoding,
                                           &reader.bad, error);

  if (text == NULL)
    return FALSE;
  reader.position = text;
  reader.end = text + length;
  for (guint n_tried = 0; rows->len < n_rows && n_tried < 2 * n_rows; n_tried++)
    {
      g_autoptr (Ris3CsvText) csv = g_new0 (Ris3CsvText, 1);
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) out = g_string_new (NULL);
      Reader start;

      while (reader.position < reader.end && is_at_line_end (&reader))
        skip_line_end (&reader);
      if (reader.position == reader.end)
        break;
      start = reader;
      csv->lines = g_array_new (FALSE, FALSE, sizeof (guint));
      csv->separator = options != NULL ? options->separator : '\0';
      reader.csv = csv;
      reader.columns = columns;
      reader.out = out;
      if (find_separator (&reader) && pass_row (&reader, TRUE))
        add_peeked (&reader, rows);
      else
        {
          reader = start;
          skip_line (&reader);
        }
    }
  return TRUE;
}

void
ris3_csv_text_free (Ris3CsvText *self)
{
  g_free (self->text);
  g_free (self->named_encoding);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}
