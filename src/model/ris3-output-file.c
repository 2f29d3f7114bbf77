/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "model/ris3-output-kind-private.h"
#include "model/ris3-output-target-private.h"
#include "model/ris3-temporary-file-private.h"

struct _Ris3OutputFile
{
  char *name; /* as the user gave it, for messages */
  Ris3OutputTarget target;
  GArray *inputs;  /* of Ris3FileId */
  char *temporary; /* NULL for a stream */
  int fd;          /* the temporary file, or the stream */
  gboolean is_new;
  gboolean committed;
};

void
ris3_output_file_init (void)
{
  signal (SIGXFSZ, SIG_IGN);
}

gboolean
ris3_file_id_get (const char *path, Ris3FileId *id)
{
  struct stat info;

  g_return_val_if_fail (path != NULL && id != NULL, FALSE);

  if (stat (path, &info) != 0)
    return FALSE;
  *id = (Ris3FileId){ info.st_dev, info.st_ino };
  return TRUE;
}

static gboolean
fail (Ris3OutputFile *self, int number, GError **error)
{
  return ris3_output_target_fail (self->name, number, error);
}

static gboolean
check_inputs (Ris3OutputFile *self, const struct stat *info, GError **error)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const Ris3FileId *input = &g_array_index (self->inputs, Ris3FileId, i);

      if (input->device == info->st_dev && input->inode == info->st_ino)
        {
          g_autofree char *name = g_filename_display_name (self->name);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("“%s” is one of the files that were read, and writing to it would destroy it. Choose another "
                          "name."),
                       name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
make_temporary (Ris3OutputFile *self, GError **error)
{
  g_autofree char *folder = NULL;
  int number;

  ris3_temporary_file_remove_old (self->target.path);
  self->temporary = ris3_temporary_file_get_template (self->target.path);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, self->target.exists ? 0600 : 0666);
  if (self->fd >= 0)
    return TRUE;
  number = errno;
  folder = g_path_get_dirname (self->target.path);
  if (number == ENOENT && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (self->name);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("“%s” cannot be written, because the system allows no new files in its folder. Choose another "
                      "folder."),
                   name);
    }
  else
    fail (self, number, error);
  g_clear_pointer (&self->temporary, g_free);
  return FALSE;
}

Ris3OutputFile *
ris3_output_file_begin (const char *path,
                        Ris3OutputFlags flags,
                        const Ris3FileId *inputs,
                        guint n_inputs,
                        GError **error)
{
  g_autoptr (Ris3OutputFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (inputs != NULL || n_inputs == 0, NULL);

  self = g_new0 (Ris3OutputFile, 1);
  self->name = g_strdup (path);
  self->fd = -1;
  self->is_new = (flags & RIS3_OUTPUT_NEW) != 0;
  self->inputs = g_array_new (FALSE, FALSE, sizeof (Ris3FileId));
  if (n_inputs > 0)
    g_array_append_vals (self->inputs, inputs, n_inputs);

  if (!ris3_output_kind_check_name (path, flags, error))
    return NULL;
  if (!ris3_output_target_resolve (path, (flags & RIS3_OUTPUT_STREAM) != 0, &self->target, error))
    return NULL;
  if (self->target.exists && self->is_new)
    {
      fail (self, EEXIST, error);
      return NULL;
    }
  if (self->target.exists && !check_inputs (self, &self->target.info, error))
    return NULL;
  if (self->target.exists && self->target.path != NULL
      && !ris3_output_kind_check_file (path, self->target.path, flags, error))
    return NULL;

  if (self->target.fd >= 0)
    self->fd = g_steal_fd (&self->target.fd);
  else if (!make_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
ris3_output_file_get_temporary_path (Ris3OutputFile *self)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, NULL);
  return self->temporary;
}

const char *
ris3_output_file_get_target_path (Ris3OutputFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->target.path;
}

/* If the reader goes away, that is an error for this file but must not end the program. */
static gssize
write_quietly (int fd, gconstpointer data, gsize length)
{
  const struct timespec at_once = { 0, 0 };
  sigset_t pipe_signal;
  sigset_t pending;
  sigset_t before;
  gboolean was_pending;
  gssize n;
  int number;

  sigemptyset (&pipe_signal);
  sigaddset (&pipe_signal, SIGPIPE);
  sigpending (&pending);
  was_pending = sigismember (&pending, SIGPIPE) == 1;
  pthread_sigmask (SIG_BLOCK, &pipe_signal, &before);
  n = write (fd, data, length);
  number = errno;
  /* The signal is also sent if the reader took a part of the data. */
  if (!was_pending)
    sigtimedwait (&pipe_signal, NULL, &at_once);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  errno = number;
  return n;
}

gboolean
ris3_output_file_write (Ris3OutputFile *self, gconstpointer data, gsize length, GError **error)
{
  const guchar *bytes = data;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  while (length > 0)
    {
      gssize n = write_quietly (self->fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (self, n < 0 ? errno : EIO, error);
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Few may change owner and group; if the group differs, it gets no more permissions than everybody. Not every
 * file system has permissions to keep. */
static void
keep_permissions (int fd, const struct stat *info)
{
  mode_t mode = info->st_mode & 0777;

  if (fchown (fd, info->st_uid, info->st_gid) != 0 && fchown (fd, (uid_t) -1, info->st_gid) != 0)
    mode = (mode & ~(mode_t) 070) | (mode & 07) << 3;
  (void) fchmod (fd, mode);
}

/* The name of a file is safe on the disk only once its folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Opened again by its name: a library may have put another file there. */
static gboolean
finish_temporary (Ris3OutputFile *self, GError **error)
{
  int fd = open (self->temporary, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  int number = 0;

  if (fd < 0)
    return fail (self, errno, error);
  if (self->target.exists)
    keep_permissions (fd, &self->target.info);
  if (fsync (fd) != 0)
    number = errno;
  close (fd);
  return number == 0 || fail (self, number, error);
}

/* A rename that replaces nothing; 0, or -1 with errno. */
static int
rename_new (const char *from, const char *to)
{
  int fd;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  /* Not every file system can do that: then an empty file reserves the name first. */
  fd = open (to, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return -1;
  close (fd);
  return g_rename (from, to);
}

static gboolean
replace (Ris3OutputFile *self, GError **error)
{
  struct stat info;

  /* Writing can take long, so look again at what is there now. */
  if (lstat (self->target.path, &info) == 0)
    {
      if (!S_ISREG (info.st_mode))
        {
          g_autofree char *name = g_filename_display_name (self->name);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                       _ ("“%s” is no longer a file, so it was not replaced. Choose another name."), name);
          return FALSE;
        }
      if (!check_inputs (self, &info, error))
        return FALSE;
    }
  if ((self->is_new ? rename_new (self->temporary, self->target.path) : g_rename (self->temporary, self->target.path))
      != 0)
    return fail (self, errno, error);
  sync_folder (self->target.path);
  return TRUE;
}

gboolean
ris3_output_file_commit (Ris3OutputFile *self, GError **error)
{
  int fd;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  /* A disk on the network may say only now that it is full. */
  fd = g_steal_fd (&self->fd);
  if (close (fd) != 0)
    return fail (self, errno, error);
  self->committed = self->temporary == NULL || (finish_temporary (self, error) && replace (self, error));
  return self->committed;
}

void
ris3_output_file_free (Ris3OutputFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL && !self->committed)
    g_unlink (self->temporary);
  ris3_output_target_clear (&self->target);
  g_array_unref (self->inputs);
  g_free (self->temporary);
  g_free (self->name);
  g_free (self);
}

gboolean
ris3_output_file_write_all (const char *path, Ris3OutputFlags flags, gconstpointer data, gsize length, GError **error)
{
  g_autoptr (Ris3OutputFile) file = ris3_output_file_begin (path, flags, NULL, 0, error);

  return file != NULL && ris3_output_file_write (file, data, length, error) && ris3_output_file_commit (file, error);
}
