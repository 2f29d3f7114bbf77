/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What OGR's drivers for spreadsheets do not ask before they read all of one into memory: how large it becomes. */

#include "config.h"

#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-private.h"

#define MAX_UNPACKED (512 * 1024 * 1024)
#define MAX_COLUMNS 256
/* OGR has memory for each column in each row, whether there is a cell or not. */
#define MAX_CELLS 16000000
#define BUFFER 65536
#define TAG 96

typedef struct
{
  guint64 n_rows;
  guint n_columns; /* the most of any row */
  guint column;    /* in this row */
} Extent;

static guint32
get_u16 (const guint8 *data)
{
  return data[0] | (guint32) data[1] << 8;
}

static guint32
get_u32 (const guint8 *data)
{
  return get_u16 (data) | get_u16 (data + 2) << 16;
}

static gboolean
has_name (const char *tag, const char *name)
{
  gsize length = strlen (name);

  return strncmp (tag, name, length) == 0 && (tag[length] == '\0' || strchr (" \t\r\n/", tag[length]) != NULL);
}

/* From "AB12", 28; 0 if it is nothing such. */
static guint
get_column (const char *where)
{
  guint column = 0;

  for (; g_ascii_isupper (*where) && column < G_MAXUINT16; where++)
    column = column * 26 + (guint) (*where - 'A') + 1;
  return column;
}

static void
look_at_tag (Extent *self, const char *tag)
{
  const char *where;

  if (has_name (tag, "row") || has_name (tag, "table:table-row"))
    {
      self->n_rows++;
      self->column = 0;
      return;
    }
  if (!has_name (tag, "c") && !has_name (tag, "table:table-cell"))
    return;
  where = *tag == 'c' ? strstr (tag, " r=") : NULL;
  self->column = MAX (self->column + 1, where != NULL && where[3] != '\0' ? get_column (where + 4) : 0);
  self->n_columns = MAX (self->n_columns, self->column);
}

/* The tags of a member; what is no XML has none. */
static void
look_at_member (Extent *self, VSILFILE *file)
{
  g_autofree char *buffer = g_malloc (BUFFER);
  char tag[TAG];
  gsize length = 0, n, total = 0;
  gboolean is_in_tag = FALSE;

  while ((n = VSIFReadL (buffer, 1, BUFFER, file)) > 0 && (total += n) <= MAX_UNPACKED)
    for (const char *p = buffer, *end = buffer + n; p < end; p++)
      {
        if (!is_in_tag)
          {
            p = memchr (p, '<', (gsize) (end - p));
            if (p == NULL)
              break;
            is_in_tag = TRUE;
            length = 0;
          }
        else if (*p != '>' && length < TAG - 1)
          tag[length++] = *p;
        else
          {
            tag[length] = '\0';
            look_at_tag (self, tag);
            is_in_tag = FALSE;
          }
      }
}

static gboolean
refuse (const char *name, const char *reason, GError **error)
{
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name, reason);
  return FALSE;
}

static gboolean
check_extent (const Extent *self, const char *name, GError **error)
{
  g_autofree char *reason = NULL;

  if (self->n_columns > MAX_COLUMNS)
    reason = g_strdup_printf (_ ("there are more than %u columns. Remove those that are not needed."),
                              (guint) MAX_COLUMNS);
  else if (self->n_rows > MAX_CELLS / MAX (self->n_columns, 16))
    reason
        = g_strdup_printf (_ ("there are more than %u rows. Divide the table."), MAX_CELLS / MAX (self->n_columns, 16));
  return reason == NULL || refuse (name, reason, error);
}

/* The end of the directory of an archive, or NULL. */
static const guint8 *
find_end (const guint8 *data, gsize size)
{
  for (gsize i = 22; i <= MIN (size, 22 + G_MAXUINT16); i++)
    if (memcmp (data + size - i, "PK\5\6", 4) == 0)
      return data + size - i;
  return NULL;
}

gboolean
ris3_gdal_check_zip (const char *path, const guint8 *data, gsize size, const char *name, GError **error)
{
  const guint8 *end = find_end (data, size), *entry;
  guint64 unpacked = 0;

  if (end == NULL || get_u32 (end + 16) >= size)
    return TRUE; /* OGR says what it thinks of it */
  for (entry = data + get_u32 (end + 16); end - entry >= 46 && get_u32 (entry) == 0x02014b50;
       entry += 46 + get_u16 (entry + 28) + get_u16 (entry + 30) + get_u16 (entry + 32))
    unpacked += get_u32 (entry + 24);
  if (unpacked > MAX_UNPACKED)
    {
      g_autofree char *most = g_format_size_full (MAX_UNPACKED, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *reason
          = g_strdup_printf (_ ("it has more than %s when it is unpacked. Divide it, or choose another file."), most);

      return refuse (name, reason, error);
    }

  for (entry = data + get_u32 (end + 16); end - entry >= 46 && get_u32 (entry) == 0x02014b50;
       entry += 46 + get_u16 (entry + 28) + get_u16 (entry + 30) + get_u16 (entry + 32))
    {
      g_autofree char *member = g_strndup ((const char *) entry + 46, MIN (get_u16 (entry + 28), end - entry - 46));
      g_autofree char *member_path = g_strdup_printf ("/vsizip/{%s}/%s", path, member);
      VSILFILE *file = VSIFOpenL (member_path, "rb");
      Extent extent = { 0 };

      if (file == NULL)
        continue;
      look_at_member (&extent, file);
      VSIFCloseL (file);
      if (!check_extent (&extent, name, error))
        return FALSE;
    }
  return TRUE;
}
