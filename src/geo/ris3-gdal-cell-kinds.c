/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* OGR has one kind for all cells of a column: among texts, a number is a text to it, and "2.10" that a spreadsheet took
 * for a number looks like a "2.1" that somebody wrote. The sheet itself says which cells are texts. */

#include "config.h"

#include <cpl_vsi.h>
#include <string.h>

#include "geo/ris3-gdal-cells-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"

/* Of the lists of sheets and of their files. */
#define MAX_LIST (4 * 1024 * 1024)
/* A tag is never as long. */
#define PIECE (1 << 18)

typedef struct
{
  guint sheet; /* that is looked for */
  guint n_sheets;
  char *id;   /* of the sheet */
  char *file; /* of the sheet, within the archive */
} Place;

static const char *
get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *colon = strchr (names[i], ':');

      if (g_str_equal (names[i], name) || (name[0] == ':' && colon != NULL && g_str_equal (colon, name)))
        return values[i];
    }
  return NULL;
}

static void
on_sheet (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Place *place = user_data;

  if (g_str_equal (element, "sheet") && place->n_sheets++ == place->sheet)
    place->id = g_strdup (get_attribute (names, values, ":id"));
}

static void
on_relation (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer user_data,
             GError **error)
{
  Place *place = user_data;
  const char *target = get_attribute (names, values, "Target");

  if (!g_str_equal (element, "Relationship") || place->file != NULL || target == NULL
      || g_strcmp0 (get_attribute (names, values, "Id"), place->id) != 0)
    return;
  place->file = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
parse (const char *archive, const char *file, const GMarkupParser *parser, Place *place)
{
  g_autofree char *path = g_strconcat (archive, "/", file, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  GByte *data = NULL;
  vsi_l_offset length = 0;

  if (VSIIngestFile (NULL, path, &data, &length, MAX_LIST))
    {
      context = g_markup_parse_context_new (parser, G_MARKUP_DEFAULT_FLAGS, place, NULL);
      g_markup_parse_context_parse (context, (const char *) data, (gssize) length, NULL);
    }
  VSIFree (data);
}

typedef struct
{
  Ris3Table *table;
  guint row; /* of the table, the first that can come next */
} Scan;

/* The value of an attribute, within a tag. (transfer none) */
static const char *
find_value (const char *tag, const char *end, const char *name)
{
  gsize length = strlen (name);

  for (const char *c = tag; (gsize) (end - c) > length + 2; c++)
    if (*c == ' ' && memcmp (c + 1, name, length) == 0 && c[length + 1] == '=')
      return c + length + 3;
  return NULL;
}

/* "AB12" */
static gboolean
read_place (const char *text, guint *column, guint *line)
{
  *column = 0;
  *line = 0;
  for (; g_ascii_isupper (*text) && *column < 100000; text++)
    *column = *column * 26 + (guint) (*text - 'A' + 1);
  for (; g_ascii_isdigit (*text) && *line < 100000000; text++)
    *line = *line * 10 + (guint) (*text - '0');
  return (*column)-- > 0 && *line > 0;
}

/* A cell without a kind has a number. */
static void
look_at_cell (Scan *self, const char *tag, const char *end)
{
  const char *kind = find_value (tag, end, "t");
  const char *place = find_value (tag, end, "r");
  guint n_columns = self->table->columns->len;
  guint column, line;
  gsize cell;

  if ((kind != NULL && !(kind[0] == 'n' && (kind[1] == '"' || kind[1] == '\''))) || place == NULL
      || !read_place (place, &column, &line) || column >= n_columns)
    return;
  while (self->row < self->table->lines->len && g_array_index (self->table->lines, guint, self->row) < line)
    self->row++;
  if (self->row == self->table->lines->len || g_array_index (self->table->lines, guint, self->row) != line)
    return;
  cell = (gsize) self->row * n_columns + column;
  if (self->table->kinds->data[cell] == RIS3_CELL_TEXT && self->table->cells->pdata[cell] != NULL
      && ris3_gdal_is_number (self->table->cells->pdata[cell]))
    self->table->kinds->data[cell] = RIS3_CELL_NUMBER;
}

static void
scan (Ris3Table *table, VSILFILE *file)
{
  g_autofree char *buffer = g_malloc (PIECE);
  Scan self = { .table = table };
  gsize length = 0;

  for (gsize n; self.row < table->lines->len && (n = VSIFReadL (buffer + length, 1, PIECE - length, file)) > 0;)
    {
      const char *position = buffer;
      const char *end = buffer + (length += n);
      const char *tag;

      while ((tag = memmem (position, (gsize) (end - position), "<c ", 3)) != NULL)
        {
          const char *after = memchr (tag, '>', (gsize) (end - tag));

          if (after == NULL)
            break;
          look_at_cell (&self, tag, after);
          position = after;
        }
      if (tag == NULL)
        tag = end - MIN ((gsize) (end - position), strlen ("<c"));
      length = (gsize) (end - tag);
      if (length == PIECE)
        return;
      memmove (buffer, tag, length);
    }
}

void
ris3_gdal_find_numbers (Ris3Table *table, GBytes *bytes, guint sheet)
{
  static const GMarkupParser sheets = { .start_element = on_sheet }, relations = { .start_element = on_relation };
  g_autofree char *name = ris3_gdal_make_name ("zip");
  g_autofree char *archive = g_strconcat ("/vsizip/", name, NULL);
  Place place = { .sheet = sheet };
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  /* Only read. */
  VSIFCloseL (VSIFileFromMemBuffer (name, (GByte *) (gpointer) data, size, FALSE));
  parse (archive, "xl/workbook.xml", &sheets, &place);
  if (place.id != NULL)
    parse (archive, "xl/_rels/workbook.xml.rels", &relations, &place);
  if (place.file != NULL)
    {
      g_autofree char *path = g_strconcat (archive, "/", place.file, NULL);
      VSILFILE *file = VSIFOpenL (path, "rb");

      if (file != NULL)
        {
          scan (table, file);
          VSIFCloseL (file);
        }
    }
  VSIUnlink (name);
  g_free (place.id);
  g_free (place.file);
}
