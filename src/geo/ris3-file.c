/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/ris3-boundaries.h"

static GBytes *
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, reason);
  return NULL;
}

/* Up to the size that it had at first, so that a file that grows meanwhile is no endless one; nor is it cut off. */
static GBytes *
read_all (int fd, const char *path, gsize size, GError **error)
{
  g_autofree guint8 *data = g_try_malloc (MAX (size, 1));
  gsize done = 0;
  struct stat info;

  if (data == NULL)
    return fail (path, g_strerror (ENOMEM), error);
  while (done < size)
    {
      gssize n = read (fd, data + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (path, g_strerror (errno), error);
      if (n == 0)
        return fail (path, _ ("it was shortened while it was being read. Try again."), error);
      done += (gsize) n;
    }
  if (fstat (fd, &info) != 0 || (guint64) info.st_size != size)
    return fail (path, _ ("it grew while it was being read. Try again."), error);
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

GBytes *
ris3_file_read (const char *path, gsize limit, GError **error)
{
  struct stat info;
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return fail (path, g_strerror (errno), error);
  if (fstat (fd, &info) != 0)
    bytes = fail (path, g_strerror (errno), error);
  else if (S_ISDIR (info.st_mode))
    bytes = fail (path, g_strerror (EISDIR), error);
  else if (!S_ISREG (info.st_mode))
    bytes = fail (path, _ ("it is a pipe, a device or a socket, not a file. Choose a file."), error);
  else if ((guint64) info.st_size > limit)
    {
      g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *reason = g_strdup_printf (_ ("it is larger than %s. Divide it, or choose another file."), most);

      bytes = fail (path, reason, error);
    }
  else
    bytes = read_all (fd, path, (gsize) info.st_size, error);
  g_close (fd, NULL);
  return bytes;
}
