/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-own-store.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "model/ris3-output-file.h"

#define SUFFIX ".ris3geo"
/* With 100,000 areas, a file has some 100 megabytes. */
#define MAX_FILES 6

static char *
make_key (const Ris3OwnBoundaries *own, const char *shipped)
{
  g_autofree char *mapping = ris3_boundary_mapping_to_text (own->mapping);

  return ris3_own_cache_make_key (own->digest, mapping, own->frame, shipped);
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "ris3-atlas", "boundaries", NULL);
}

static char *
get_path (const char *key)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (digest, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

gboolean
ris3_own_store_load (const Ris3OwnBoundaries *own, const char *shipped, Ris3OwnArrays *arrays)
{
  g_autofree char *key = make_key (own, shipped);
  g_autofree char *title = g_filename_display_basename (own->path);
  g_autofree char *path = key != NULL ? get_path (key) : NULL;

  if (path == NULL || !ris3_own_cache_load (path, key, title, arrays))
    return FALSE;
  /* It was used last. */
  g_utime (path, NULL);
  return TRUE;
}

typedef struct
{
  char *path;
  gint64 used;
} Stored;

static void
stored_clear (gpointer data)
{
  g_free (((Stored *) data)->path);
}

static int
compare_stored (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const Stored *) a)->used, right = ((const Stored *) b)->used;

  return (left < right) - (left > right);
}

/* Removes those that were not used for longest. */
static void
clean_up (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (Stored));
  const char *name;

  g_array_set_clear_func (files, stored_clear);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, SUFFIX) && g_lstat (path, &info) == 0)
        {
          Stored stored = { g_steal_pointer (&path), info.st_mtime };

          g_array_append_val (files, stored);
        }
    }
  g_array_sort (files, compare_stored);
  for (guint i = MAX_FILES; i < files->len; i++)
    g_unlink (g_array_index (files, Stored, i).path);
}

void
ris3_own_store_save (const Ris3OwnBoundaries *own, const char *shipped, const Ris3OwnArrays *arrays)
{
  g_autofree char *key = make_key (own, shipped);
  g_autofree char *folder = get_folder ();
  g_autofree char *path = key != NULL ? get_path (key) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  bytes = ris3_own_cache_make (key, arrays);
  if (!ris3_output_file_write_all (path, RIS3_OUTPUT_DEFAULT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   &error))
    g_debug ("The boundaries will be read again the next time: %s", error->message);
  clean_up (folder);
}
