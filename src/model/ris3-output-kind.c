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

/* How known files begin. */
static const struct
{
  const char *bytes;
  guint length;
  const char *title;
} kinds[] = {
  /* Translators: what a file is: “%s” is a PNG image, and its contents would be lost. */
  { "\x89PNG\r\n\x1a\n", 8, N_ ("a PNG image") },
  { "SQLite format 3", 16, N_ ("a database") },
  { "\xff\xd8\xff", 3, N_ ("a JPEG image") },
  { "GIF8", 4, N_ ("a GIF image") },
  { "%PDF-", 5, N_ ("a PDF document") },
  { "PK\x03\x04", 4, N_ ("an office document or an archive") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an office document") },
  { "RIS3GEO\n", 8, N_ ("a cache of boundaries") },
  { "<?xml", 5, N_ ("an XML document") },
  { "<svg", 4, N_ ("an SVG image") },
};

static const char *
get_suffix (Ris3OutputFlags flags)
{
  if (flags & RIS3_OUTPUT_ATLAS)
    return ".ris3atlas";
  return flags & RIS3_OUTPUT_PNG ? ".png" : NULL;
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
  const char *wanted = get_suffix (flags);
  g_autofree char *base = g_path_get_basename (name);
  const char *suffix = strrchr (base, '.');
  g_autofree char *shown = NULL;

  if (wanted == NULL || suffix == NULL || suffix == base || suffix[1] == '\0' || strlen (suffix) > MAX_SUFFIX
      || g_ascii_strcasecmp (suffix, wanted) == 0 || is_stream (name))
    return TRUE;
  shown = g_filename_display_name (name);
  if (flags & RIS3_OUTPUT_ATLAS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                 _ ("“%s” is not the name of an atlas. Choose a name that ends in “%s”."), shown, wanted);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                 _ ("“%s” is not the name of a PNG image, the only kind of image there is. Choose a name that ends in "
                    "“%s”."),
                 shown, wanted);
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
is_same_kind (const guint8 *head, gsize length, Ris3OutputFlags flags)
{
  guint32 id = 0;

  if (!(flags & RIS3_OUTPUT_ATLAS))
    return memcmp (head, kinds[0].bytes, kinds[0].length) == 0;
  if (length < APPLICATION_ID + sizeof id)
    return FALSE;
  memcpy (&id, head + APPLICATION_ID, sizeof id);
  return memcmp (head, kinds[1].bytes, kinds[1].length) == 0 && GUINT32_FROM_BE (id) == RIS3_ATLAS_APPLICATION_ID;
}

gboolean
ris3_output_kind_check_file (const char *name, const char *path, Ris3OutputFlags flags, GError **error)
{
  guint8 head[100] = { 0 };
  gsize length = get_suffix (flags) != NULL ? read_head (path, head, sizeof head) : 0;
  g_autofree char *shown = NULL;

  if (length == 0 || is_same_kind (head, length, flags))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (head, kinds[i].bytes, kinds[i].length) == 0)
      {
        shown = g_filename_display_name (name);
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     _ ("“%s” is %s, and its contents would be lost. Choose another name, or remove the file first."),
                     shown, _ (kinds[i].title));
        return FALSE;
      }
  return TRUE;
}
