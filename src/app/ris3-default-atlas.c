/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-default-atlas.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "app/ris3-program-data.h"

/* The path of the user's copy, which exists when this returns. */
static char *
ensure_copy (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ris3-atlas", NULL);
  g_autofree char *path = g_build_filename (folder, "RIS3 Atlas" RIS3_ATLAS_SUFFIX, NULL);
  g_autofree char *installed = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  installed = ris3_program_data ("default.ris3atlas", error);
  if (installed == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (
          error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
          _ ("The folder “%s” for your copy of the atlas cannot be created: %s. Create it, or free some space, "
             "and try again."),
          folder, g_strerror (errno));
      return NULL;
    }
  return ris3_atlas_copy (installed, path, error) ? g_steal_pointer (&path) : NULL;
}

static void
open_default (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ensure_copy (&error);
  Ris3Atlas *atlas = path != NULL ? ris3_atlas_open (path, cancellable, &error) : NULL;

  if (atlas != NULL)
    g_task_return_pointer (task, atlas, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ris3_default_atlas_open_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ris3_default_atlas_open_async);
  g_task_run_in_thread (task, open_default);
}

Ris3Atlas *
ris3_default_atlas_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
