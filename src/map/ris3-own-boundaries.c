/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-own-boundaries.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/ris3-nuts-version.h"

#define BLOCK (256 * 1024)

/* NULL: errno says why not. (transfer full) */
static char *
digest_open (int fd, GCancellable *cancellable)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  struct stat info;
  gssize n;

  if (fstat (fd, &info) != 0)
    return NULL;
  if (!S_ISREG (info.st_mode))
    {
      errno = S_ISDIR (info.st_mode) ? EISDIR : EINVAL;
      return NULL;
    }
  while ((n = read (fd, block, BLOCK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_checksum_update (checksum, block, n);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
digest (const char *path, GCancellable *cancellable, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  char *text = fd >= 0 ? digest_open (fd, cancellable) : NULL;
  int reason = errno;
  g_autofree char *name = g_filename_display_name (path);

  if (fd >= 0)
    close (fd);
  if (text == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, g_strerror (reason));
  return text;
}

Ris3OwnBoundaries *
ris3_own_boundaries_new (const char *path,
                         Ris3BoundaryMapping *mapping,
                         guint frame,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (Ris3OwnBoundaries) self = NULL;

  g_return_val_if_fail (path != NULL && mapping != NULL && ris3_nuts_version_is_known (frame), NULL);
  self = g_new0 (Ris3OwnBoundaries, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->mapping = mapping;
  self->frame = frame;
  self->digest = digest (path, cancellable, error);
  return self->digest != NULL ? g_steal_pointer (&self) : NULL;
}

void
ris3_own_boundaries_free (Ris3OwnBoundaries *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->path);
  g_free (self->digest);
  g_clear_pointer (&self->mapping, ris3_boundary_mapping_free);
  g_free (self);
}

Ris3OwnBoundaries *
ris3_own_boundaries_copy (const Ris3OwnBoundaries *self)
{
  Ris3OwnBoundaries *copy;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  text = ris3_boundary_mapping_to_text (self->mapping);
  copy = g_new0 (Ris3OwnBoundaries, 1);
  copy->path = g_strdup (self->path);
  copy->digest = g_strdup (self->digest);
  copy->frame = self->frame;
  copy->mapping = ris3_boundary_mapping_from_text (text);
  return copy;
}

static char *
to_text (const Ris3OwnBoundaries *self)
{
  g_autofree char *path = g_uri_escape_string (self->path, "/", TRUE);
  g_autofree char *mapping = ris3_boundary_mapping_to_text (self->mapping);

  return g_strdup_printf ("file=%s sha256=%s nuts=%u %s", path, self->digest, self->frame, mapping);
}

/* Takes the value of a word away from the text; NULL: it is not there. (transfer full) */
static char *
take_word (GString *text, const char *key)
{
  g_auto (GStrv) words = g_strsplit (text->str, " ", -1);
  gsize length = strlen (key);
  char *value = NULL;

  g_string_truncate (text, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (value == NULL && strncmp (words[i], key, length) == 0 && words[i][length] == '=')
      value = g_uri_unescape_string (words[i] + length + 1, NULL);
    else
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return value;
}

static Ris3OwnBoundaries *
from_text (const char *words)
{
  g_autoptr (Ris3OwnBoundaries) self = g_new0 (Ris3OwnBoundaries, 1);
  g_autoptr (GString) text = g_string_new (words);
  g_autofree char *frame = NULL;

  self->path = take_word (text, "file");
  self->digest = take_word (text, "sha256");
  frame = take_word (text, "nuts");
  self->mapping = ris3_boundary_mapping_from_text (text->str);
  if (self->path == NULL || !g_path_is_absolute (self->path) || self->digest == NULL || self->mapping == NULL
      || frame == NULL || !ris3_nuts_version_from_string (frame, &self->frame))
    return NULL;
  return g_steal_pointer (&self);
}

Ris3OwnBoundaries *
ris3_own_boundaries_of_atlas (Ris3Atlas *atlas)
{
  g_autoptr (Ris3OwnBoundaries) self = NULL;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = from_text (ris3_atlas_get_boundaries (atlas));
  if (self != NULL && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *folder = g_path_get_dirname (ris3_atlas_get_path (atlas));
      g_autofree char *name = g_path_get_basename (self->path);
      g_autofree char *beside = g_build_filename (folder, name, NULL);

      if (g_file_test (beside, G_FILE_TEST_EXISTS))
        {
          g_free (self->path);
          self->path = g_steal_pointer (&beside);
        }
    }
  return g_steal_pointer (&self);
}

Ris3Edit *
ris3_own_boundaries_edit (const Ris3OwnBoundaries *self, Ris3Atlas *atlas)
{
  g_autofree char *text = self != NULL ? to_text (self) : g_strdup ("");
  Ris3Edit *edit;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  if (*ris3_atlas_get_boundaries (atlas) != '\0' && self == NULL)
    {
      edit = ris3_edit_new_delete ("meta", RIS3_ATLAS_BOUNDARIES_KEY);
      ris3_edit_set_title (edit, _ ("Use the boundaries of the program"));
      return edit;
    }
  if (*ris3_atlas_get_boundaries (atlas) != '\0')
    edit = ris3_edit_new_set ("meta", RIS3_ATLAS_BOUNDARIES_KEY);
  else
    {
      edit = ris3_edit_new_add ("meta");
      ris3_edit_set_text (edit, "key", RIS3_ATLAS_BOUNDARIES_KEY);
    }
  ris3_edit_set_text (edit, "value", text);
  if (self != NULL)
    {
      g_autofree char *name = g_filename_display_basename (self->path);
      g_autofree char *title = g_strdup_printf (_ ("Use the boundaries of “%s”"), name);

      ris3_edit_set_title (edit, title);
    }
  return edit;
}

gboolean
ris3_own_boundaries_check (const Ris3OwnBoundaries *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *now = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  now = digest (self->path, cancellable, &reason);
  if (now != NULL && g_str_equal (now, self->digest))
    return TRUE;
  name = g_filename_display_name (self->path);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (now == NULL)
    g_set_error (
        error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN,
        _ ("%s. The atlas was shown with the boundaries in this file; now it is shown with those of the program. "
           "Bring the file back, or choose other boundaries."),
        reason->message);
  else
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN,
                 _ ("The boundaries in “%s” have changed since they were chosen. The atlas is shown with those of the "
                    "program. Choose the boundaries again to use them as they are now."),
                 name);
  return FALSE;
}
