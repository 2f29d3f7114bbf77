/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-files.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/ris3-local-files.h"

static const char *const suffixes[] = { "gpkg", "geojson", "json", "topojson", "fgb", "zip", NULL };

/* Of the beginning and of the end, which has the list of members in an archive. */
#define N_BYTES (64 * 1024)
/* SQLite's application id, which says whose file it is. */
#define APPLICATION_ID 68

GtkFileChooserNative *
ris3_boundary_files_new_open (GtkWindow *parent)
{
  const char *const none[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Choose Boundaries"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  ris3_local_files_add_filter (chooser, _ ("Boundaries"), suffixes);
  ris3_local_files_add_filter (chooser, _ ("All Files"), none);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

static gboolean
has_prefix (const char *bytes, gsize size, const char *prefix, gsize length)
{
  return size >= length && memcmp (bytes, prefix, length) == 0;
}

static gboolean
is_geopackage (const char *bytes, gsize size)
{
  return has_prefix (bytes, size, "SQLite format 3", 16) && size >= APPLICATION_ID + 4
         && memcmp (bytes + APPLICATION_ID, "GP", 2) == 0;
}

static gboolean
is_json (const char *bytes, gsize size)
{
  gsize i = has_prefix (bytes, size, "\xef\xbb\xbf", 3) ? 3 : 0;

  while (i < size && g_ascii_isspace (bytes[i]))
    i++;
  return i < size && bytes[i] == '{';
}

static gboolean
has_shapefile (const char *bytes, gsize size)
{
  for (gsize i = 0; i + 4 <= size; i++)
    if (g_ascii_strncasecmp (bytes + i, ".shp", 4) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_boundaries (int fd, char *bytes)
{
  struct stat info;
  gssize n;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || (n = pread (fd, bytes, N_BYTES, 0)) <= 0)
    return FALSE;
  if (is_geopackage (bytes, (gsize) n) || has_prefix (bytes, (gsize) n, "fgb\x03", 4) || is_json (bytes, (gsize) n))
    return TRUE;
  if (!has_prefix (bytes, (gsize) n, "PK\x03\x04", 4))
    return FALSE;
  n = pread (fd, bytes, N_BYTES, MAX (0, info.st_size - N_BYTES));
  return n > 0 && has_shapefile (bytes, (gsize) n);
}

gboolean
ris3_boundary_files_is_boundaries (const char *path)
{
  g_autofree char *bytes = g_malloc (N_BYTES);
  gboolean result;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);
  /* Whatever is dropped, it does not stop the window. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return FALSE;
  result = has_boundaries (fd, bytes);
  close (fd);
  return result;
}
