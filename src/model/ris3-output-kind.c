/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-output-kind-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/ris3-atlas.h"

/* What follows the last dot of a longer name is a part of a sentence, not a suffix. */
#define MAX_SUFFIX 10
/* SQLite: the offset of the application id, which tells an atlas from other databases. */
#define APPLICATION_ID 68
/* The beginning of a file by which its kind is known. */
#define HEAD 100
#define DATABASE "SQLite format 3"
#define ARCHIVE "PK\x03\x04"

/* How known files begin. */
static const struct
{
  const char *bytes;
  guint length;
  const char *title;
} known[] = {
  /* Translators: what a file is: “%s” is a PNG image, and its contents would be lost. */
  { "\x89PNG\r\n\x1a\n", 8, N_ ("a PNG image") },
  { DATABASE, 16, N_ ("a database") },
  { "\xff\xd8\xff", 3, N_ ("a JPEG image") },
  { "GIF8", 4, N_ ("a GIF image") },
  { "%PDF-", 5, N_ ("a PDF document") },
  { ARCHIVE, 4, N_ ("an office document or an archive") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an office document") },
  { "RIS3GEO\n", 8, N_ ("a cache of boundaries") },
  { "fgb\x03", 4, N_ ("FlatGeobuf geodata") },
  { "<?xml", 5, N_ ("an XML document") },
  { "<svg", 4, N_ ("an SVG image") },
};

/* What the program writes. */
static const struct
{
  Ris3OutputFlags flag;
  const char *suffix;
  const char *other_suffix; /* that is as good; NULL: none */
  const char *begin;        /* how such a file begins; NULL: no known beginning */
  guint32 application_id;   /* of a database */
  const char *title;
} kinds[] = {
  { RIS3_OUTPUT_ATLAS, ".ris3atlas", NULL, DATABASE, RIS3_ATLAS_APPLICATION_ID, N_ ("an atlas") },
  { RIS3_OUTPUT_PNG, ".png", NULL, "\x89PNG\r\n\x1a\n", 0, N_ ("a PNG image") },
  { RIS3_OUTPUT_SVG, ".svg", NULL, "<?xml", 0, N_ ("an SVG image") },
  { RIS3_OUTPUT_PDF, ".pdf", NULL, "%PDF-", 0, N_ ("a PDF document") },
  { RIS3_OUTPUT_CSV, ".csv", NULL, NULL, 0, N_ ("a CSV table") },
  { RIS3_OUTPUT_XLSX, ".xlsx", NULL, ARCHIVE, 0, N_ ("an Excel workbook") },
  { RIS3_OUTPUT_ODS, ".ods", NULL, ARCHIVE, 0, N_ ("an OpenDocument spreadsheet") },
  { RIS3_OUTPUT_GPKG, ".gpkg", NULL, DATABASE, 0x47504b47, N_ ("a GeoPackage") },
  { RIS3_OUTPUT_GEOJSON, ".geojson", ".json", NULL, 0, N_ ("GeoJSON") },
  { RIS3_OUTPUT_FLATGEOBUF, ".fgb", NULL, "fgb\x03", 0, N_ ("FlatGeobuf geodata") },
  { RIS3_OUTPUT_TXT, ".txt", NULL, NULL, 0, N_ ("a text") },
};

/* The index of what is written; -1 if the caller does not say. */
static gint
get_kind (Ris3OutputFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (flags & kinds[i].flag)
      return (gint) i;
  return -1;
}

static gboolean
is_stream (const char *name)
{
  struct stat info;

  return g_str_equal (name, "-") || (stat (name, &info) == 0 && !S_ISREG (info.st_mode));
}

gboolean
ris3_output_kind_check_name (const char *name, Ris3OutputFlags flags, GError **error)
{
  gint kind = get_kind (flags);
  g_autofree char *base = g_path_get_basename (name);
  const char *suffix = strrchr (base, '.');
  g_autofree char *shown = NULL;

  if (kind < 0 || suffix == NULL || suffix == base || suffix[1] == '\0' || strlen (suffix) > MAX_SUFFIX
      || g_ascii_strcasecmp (suffix, kinds[kind].suffix) == 0
      || (kinds[kind].other_suffix != NULL && g_ascii_strcasecmp (suffix, kinds[kind].other_suffix) == 0)
      || is_stream (name))
    return TRUE;
  shown = g_filename_display_name (name);
  /* Translators: a file, what is written, and the ending of its name: “map.jpg” is not the name of an atlas. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _ ("“%s” is not the name of %s. Choose a name that ends in “%s”."), shown, _ (kinds[kind].title),
               kinds[kind].suffix);
  return FALSE;
}

/* The beginning of a file; its length. */
static gsize
read_head (const char *path, guint8 *head, gsize size)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gssize length;

  if (fd < 0)
    return 0;
  length = read (fd, head, size);
  close (fd);
  return length > 0 ? (gsize) length : 0;
}

static gboolean
is_same_kind (const guint8 *head, gsize length, gint kind)
{
  const char *begin = kinds[kind].begin;
  guint32 id = 0;

  if (begin == NULL || length < strlen (begin) || memcmp (head, begin, strlen (begin)) != 0)
    return FALSE;
  if (kinds[kind].application_id == 0)
    return TRUE;
  if (length < APPLICATION_ID + sizeof id)
    return FALSE;
  memcpy (&id, head + APPLICATION_ID, sizeof id);
  return GUINT32_FROM_BE (id) == kinds[kind].application_id;
}

gboolean
ris3_output_kind_check_file (const char *name, const char *path, Ris3OutputFlags flags, GError **error)
{
  guint8 head[HEAD] = { 0 };
  gint kind = get_kind (flags);
  gsize length = kind >= 0 ? read_head (path, head, sizeof head) : 0;
  g_autofree char *shown = NULL;

  if (length == 0 || is_same_kind (head, length, kind))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].length && memcmp (head, known[i].bytes, known[i].length) == 0)
      {
        shown = g_filename_display_name (name);
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     _ ("“%s” is %s, and its contents would be lost. Choose another name, or remove the file first."),
                     shown, _ (known[i].title));
        return FALSE;
      }
  return TRUE;
}
