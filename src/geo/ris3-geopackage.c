/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-geopackage-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The file format of SQLite, as sqlite.org/fileformat.html describes it: the schema is a table whose tree begins on
 * the first page. Only what leads there is read here, and whatever is not as it should be is refused.
 */
#define HEADER_SIZE 100
#define INTERIOR_PAGE 0x05
#define LEAF_PAGE 0x0d
#define MAX_DEPTH 20
/* Of one row of the schema. */
#define MAX_ROW (1024 * 1024)
/* The columns of the schema: type, name, table, page, statement. */
#define STATEMENT_COLUMN 4

typedef struct
{
  const guint8 *data;
  guint page_size;
  guint usable; /* of a page */
  guint n_pages;
  guint n_visited; /* pages: a tree that has more than the file is a circle */
  char **problem;
} Package;

static gboolean
refuse (Package *self, const char *problem)
{
  *self->problem = g_strdup (problem);
  return FALSE;
}

static gboolean
refuse_damage (Package *self)
{
  return refuse (self, _ ("it is damaged, or not a GeoPackage. Choose another file."));
}

static guint
read_number (const guint8 *data, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | data[i];
  return number;
}

/* Reads a number of one to nine bytes and moves on; FALSE if it does not end before the end. */
static gboolean
read_varint (const guint8 **position, const guint8 *end, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 9 && *position < end; i++)
    {
      guint8 byte = *(*position)++;

      if (i == 8)
        {
          *number = *number << 8 | byte;
          return TRUE;
        }
      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static const guint8 *
get_page (Package *self, guint number)
{
  if (number == 0 || number > self->n_pages || ++self->n_visited > self->n_pages)
    return NULL;
  return self->data + (gsize) (number - 1) * self->page_size;
}

/* The next word of a statement, in capitals, and "" at its end. What is in quotes is "'", comments are none, and any
 * other character is a word. (transfer full)
 */
static char *
next_word (const char **position)
{
  const char *p = *position;
  const char *start;

  for (;;)
    {
      const char *end;

      while (g_ascii_isspace (*p))
        p++;
      if (g_str_has_prefix (p, "--"))
        p += strcspn (p, "\n");
      else if (g_str_has_prefix (p, "/*"))
        p = (end = strstr (p + 2, "*/")) != NULL ? end + 2 : p + strlen (p);
      else
        break;
    }
  start = p;
  if (*p != '\0' && strchr ("'\"`[", *p) != NULL)
    {
      char closing = *p == '[' ? ']' : *p;

      for (p++; *p != '\0' && (*p != closing || (closing != ']' && p[1] == closing)); p++)
        p += *p == closing;
      *position = *p != '\0' ? p + 1 : p;
      return g_strdup ("'");
    }
  /* SQLite takes every byte that is not ASCII for a letter. */
  while (g_ascii_isalnum (*p) || *p == '_' || *p == '$' || (guchar) *p >= 0x80)
    p++;
  if (p == start && *p != '\0')
    p++;
  *position = p;
  return g_ascii_strup (start, p - start);
}

/* Whether a word is in a statement outside quotes; after: the word that follows it. */
static gboolean
find_word (const char *statement, const char *wanted, char **after)
{
  for (;;)
    {
      g_autofree char *word = next_word (&statement);

      if (*word == '\0')
        return FALSE;
      if (!g_str_equal (word, wanted))
        continue;
      if (after != NULL)
        *after = next_word (&statement);
      return TRUE;
    }
}

/* SQLite itself writes the beginning of each statement, so it is always the same. */
static gboolean
check_statement (Package *self, const char *statement)
{
  static const char create[] = "CREATE ";
  static const char *const harmless[] = { "INDEX ", "UNIQUE INDEX ", "TRIGGER " };
  const char *kind = statement + strlen (create);
  g_autofree char *module = NULL;

  if (!g_str_has_prefix (statement, create))
    return refuse_damage (self);
  if (g_str_has_prefix (kind, "TABLE "))
    return !find_word (kind, "AS", NULL)
           || refuse (self, _ ("one of its columns is computed, which RIS3 Atlas does not run. Export the layers to a "
                               "new GeoPackage."));
  if (g_str_has_prefix (kind, "VIRTUAL TABLE "))
    return (find_word (kind, "USING", &module) && g_str_equal (module, "RTREE"))
           || refuse (
               self,
               _ ("it has a virtual table, which RIS3 Atlas does not run. Export the layers to a new GeoPackage."));
  if (g_str_has_prefix (kind, "VIEW "))
    return refuse (self, _ ("it has a view, which RIS3 Atlas does not run. Export the layers to a new GeoPackage."));
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (g_str_has_prefix (kind, harmless[i]))
      return TRUE;
  return refuse_damage (self);
}

/* A row: the types of its columns, then their contents. */
static gboolean
check_row (Package *self, const guint8 *row, gsize size)
{
  const guint8 *end = row + size;
  const guint8 *position = row;
  const guint8 *contents;
  guint64 head_size;

  if (!read_varint (&position, end, &head_size) || head_size > size || row + head_size < position)
    return refuse_damage (self);
  contents = row + head_size;
  for (guint column = 0; position < row + head_size; column++)
    {
      static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
      g_autofree char *statement = NULL;
      guint64 type;
      guint64 length;

      if (!read_varint (&position, row + head_size, &type) || type == 10 || type == 11)
        return refuse_damage (self);
      length = type < G_N_ELEMENTS (sizes) ? sizes[type] : (type - 12) / 2;
      if (length > (gsize) (end - contents))
        return refuse_damage (self);
      if (column == STATEMENT_COLUMN && type != 0)
        {
          if (type < 12 || memchr (contents, '\0', length) != NULL)
            return refuse_damage (self);
          statement = g_strndup ((const char *) contents, length);
          return check_statement (self, statement);
        }
      contents += length;
    }
  return TRUE;
}

/* Copies the contents of a row, which may go on in other pages. (transfer full) */
static GByteArray *
collect_row (Package *self, const guint8 *position, const guint8 *end, guint64 size)
{
  g_autoptr (GByteArray) row = g_byte_array_new ();
  guint most = self->usable - 35;
  guint least = (self->usable - 12) * 32 / 255 - 23;
  guint64 part = size;

  if (size > most)
    {
      part = least + (size - least) % (self->usable - 4);
      if (part > most)
        part = least;
    }
  if (part + (part < size ? 4 : 0) > (guint64) (end - position))
    return NULL;
  g_byte_array_append (row, position, (guint) part);
  position += part;
  while (row->len < size)
    {
      const guint8 *page = get_page (self, read_number (position, 4));

      if (page == NULL)
        return NULL;
      g_byte_array_append (row, page + 4, (guint) MIN (size - row->len, self->usable - 4));
      position = page;
    }
  return g_steal_pointer (&row);
}

static gboolean
check_leaf_cell (Package *self, const guint8 *cell, const guint8 *end)
{
  g_autoptr (GByteArray) row = NULL;
  guint64 size;
  guint64 id;

  if (!read_varint (&cell, end, &size) || !read_varint (&cell, end, &id) || size > MAX_ROW || size == 0
      || (row = collect_row (self, cell, end, size)) == NULL)
    return refuse_damage (self);
  return check_row (self, row->data, row->len);
}

static gboolean
check_page (Package *self, guint number, guint depth)
{
  const guint8 *page = depth < MAX_DEPTH ? get_page (self, number) : NULL;
  const guint8 *head;
  const guint8 *cells;
  guint n_cells;

  if (page == NULL)
    return refuse_damage (self);
  head = page + (number == 1 ? HEADER_SIZE : 0);
  if (head[0] != LEAF_PAGE && head[0] != INTERIOR_PAGE)
    return refuse_damage (self);
  n_cells = read_number (head + 3, 2);
  cells = head + (head[0] == LEAF_PAGE ? 8 : 12);
  if (n_cells * 2 > (gsize) (page + self->usable - cells))
    return refuse_damage (self);
  for (guint i = 0; i < n_cells; i++)
    {
      guint offset = read_number (cells + 2 * i, 2);

      if (offset + 4 > self->usable)
        return refuse_damage (self);
      if (head[0] == LEAF_PAGE ? !check_leaf_cell (self, page + offset, page + self->usable)
                               : !check_page (self, read_number (page + offset, 4), depth + 1))
        return FALSE;
    }
  return head[0] == LEAF_PAGE || check_page (self, read_number (head + 8, 4), depth + 1);
}

gboolean
ris3_geopackage_check (const guint8 *data, gsize size, char **problem)
{
  static const char magic[] = "SQLite format 3";
  Package self = { .data = data, .problem = problem };

  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (problem != NULL, FALSE);

  if (size < HEADER_SIZE || memcmp (data, magic, sizeof magic) != 0)
    return refuse (&self, _ ("it is not a GeoPackage. Choose another file."));
  self.page_size = read_number (data + 16, 2) == 1 ? 65536 : read_number (data + 16, 2);
  if (self.page_size < 512 || (self.page_size & (self.page_size - 1)) != 0)
    return refuse_damage (&self);
  self.usable = self.page_size - data[20];
  self.n_pages = (guint) MIN (size / self.page_size, G_MAXUINT32);
  if (self.usable < 480)
    return refuse_damage (&self);
  if (read_number (data + 56, 4) != 1)
    return refuse (&self, _ ("its text is not UTF-8. Export the layers to a new GeoPackage."));
  return check_page (&self, 1, 0);
}
