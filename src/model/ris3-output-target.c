/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-output-target-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* As many links as Linux follows. */
#define MAX_LINKS 40

gboolean
ris3_output_target_fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *reason = g_strerror (number);
  GIOErrorEnum code = g_io_error_from_errno (number);

  switch (number)
    {
    case EEXIST:
      g_set_error (error, G_IO_ERROR, code, _ ("“%s” already exists. Choose another name."), name);
      break;
    case EISDIR:
      g_set_error (error, G_IO_ERROR, code, _ ("“%s” is a folder. Name a file in it."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, code,
                   _ ("“%s” cannot be written, because its folder does not exist. Create it or choose another one."),
                   name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, G_IO_ERROR, code,
                   _ ("You do not have permission to write “%s” (%s). Choose another name or folder."), name, reason);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, G_IO_ERROR, code,
                   _ ("There is not enough space to write “%s” (%s). Free some space or choose another place."), name,
                   reason);
      break;
    case EPIPE:
      g_set_error (error, G_IO_ERROR, code,
                   _ ("“%s” was closed by its reader before everything was written. Try again."), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, code, _ ("“%s” cannot be written (%s). Choose another name or folder."), name,
                   reason);
      break;
    }
  return FALSE;
}

/* what: a sentence with one %s, for the name */
static gboolean
refuse (const char *path, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_auto (GStrv) parts = g_strsplit (what, "%s", 2);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s%s%s", parts[0], name, parts[1]);
  return FALSE;
}

/* The number of "/dev/fd/1" or "/proc/self/fd/1", which "/dev/stdout" leads to; else -1. Such a name is
 * not a link to what it seems to lead to, but a descriptor of this process. */
static int
get_own_descriptor (const char *path)
{
  static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (path, folders[i])
        && g_ascii_string_to_unsigned (path + strlen (folders[i]), 10, 0, G_MAXINT, &number, NULL))
      return (int) number;
  return -1;
}

static gboolean
take_descriptor (const char *path, int fd, gboolean allow_stream, Ris3OutputTarget *target, GError **error)
{
  if (!allow_stream)
    return refuse (path, _ ("“%s” is a stream, and this can only be written to a file. Choose a file."), error);
  target->fd = fcntl (fd, F_DUPFD_CLOEXEC, 3);
  if (target->fd < 0 || fstat (target->fd, &target->info) != 0)
    return ris3_output_target_fail (path, errno, error);
  target->exists = TRUE;
  return TRUE;
}

static gboolean
open_stream (const char *path, gboolean allow_stream, Ris3OutputTarget *target, GError **error)
{
  if (!allow_stream)
    return refuse (path, _ ("“%s” is a device or a pipe, and this can only be written to a file. Choose a file."),
                   error);
  target->fd = open (target->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (target->fd < 0 || fstat (target->fd, &target->info) != 0)
    return ris3_output_target_fail (path, errno, error);
  /* Something else that was put there in the meantime is not written to. */
  if (!S_ISFIFO (target->info.st_mode) && !S_ISCHR (target->info.st_mode))
    return refuse (path, _ ("“%s” has just changed. Try again."), error);
  g_clear_pointer (&target->path, g_free);
  return TRUE;
}

/* Follows links to a name that is not a link, whether it exists or not. */
static gboolean
follow (const char *path, gboolean allow_stream, Ris3OutputTarget *target, GError **error)
{
  target->path = g_strdup (path);
  for (guint i = 0; i <= MAX_LINKS; i++)
    {
      g_autofree char *link = NULL;
      g_autofree char *folder = NULL;
      int fd = get_own_descriptor (target->path);

      if (fd >= 0)
        {
          g_clear_pointer (&target->path, g_free);
          return take_descriptor (path, fd, allow_stream, target, error);
        }
      if (lstat (target->path, &target->info) != 0)
        return errno == ENOENT || ris3_output_target_fail (path, errno, error);
      if (!S_ISLNK (target->info.st_mode))
        {
          target->exists = TRUE;
          return TRUE;
        }

      link = g_file_read_link (target->path, error);
      if (link == NULL)
        return FALSE;
      folder = g_path_get_dirname (target->path);
      g_free (target->path);
      target->path = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }
  return ris3_output_target_fail (path, ELOOP, error);
}

gboolean
ris3_output_target_resolve (const char *path, gboolean allow_stream, Ris3OutputTarget *target, GError **error)
{
  *target = (Ris3OutputTarget){ .fd = -1 };
  if (path[0] == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           _ ("No name is given for the file to be written. Give one."));
      return FALSE;
    }
  if (g_str_equal (path, "-"))
    return take_descriptor (path, STDOUT_FILENO, allow_stream, target, error);
  if (!follow (path, allow_stream, target, error))
    return FALSE;
  if (target->fd >= 0 || !target->exists)
    return TRUE;

  switch (target->info.st_mode & S_IFMT)
    {
    case S_IFREG:
      /* A file that was made read-only was meant to stay, for root too. */
      if ((target->info.st_mode & 0222) == 0 || access (target->path, W_OK) != 0)
        return ris3_output_target_fail (path, EACCES, error);
      return TRUE;
    case S_IFDIR:
      return ris3_output_target_fail (path, EISDIR, error);
    case S_IFIFO:
    case S_IFCHR:
      return open_stream (path, allow_stream, target, error);
    case S_IFBLK:
      return refuse (path, _ ("“%s” is a disk or another block device. Choose a file."), error);
    default:
      return refuse (path, _ ("“%s” is a socket. Choose a file."), error);
    }
}

void
ris3_output_target_clear (Ris3OutputTarget *target)
{
  g_clear_pointer (&target->path, g_free);
  if (target->fd >= 0)
    close (target->fd);
  target->fd = -1;
}
