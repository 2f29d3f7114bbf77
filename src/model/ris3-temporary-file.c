/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-temporary-file-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Nobody else names a file like this. */
#define PREFIX ".ris3-unfinished-"
#define MARK "XXXXXX"
/* What follows the last dot is only taken for a suffix that a library may look at if it is no longer than this. */
#define MAX_SUFFIX 16
/* Whoever still writes has changed the file since. */
#define OLD_SECONDS (60 * 60)

char *
ris3_temporary_file_get_template (const char *target_path)
{
  g_autofree char *folder = g_path_get_dirname (target_path);
  g_autofree char *base = g_path_get_basename (target_path);
  const char *suffix = strrchr (base, '.');
  g_autofree char *name
      = g_strconcat (PREFIX MARK, suffix != NULL && strlen (suffix) <= MAX_SUFFIX ? suffix : "", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_temporary (const char *name)
{
  const char *mark = name + strlen (PREFIX);
  gsize length;

  if (!g_str_has_prefix (name, PREFIX))
    return FALSE;
  length = strcspn (mark, ".-");
  return length == strlen (MARK);
}

static void
remove_if_old (const char *path)
{
  GStatBuf info;

  if (g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid ()
      && info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - OLD_SECONDS)
    g_unlink (path);
}

void
ris3_temporary_file_remove_old (const char *target_path)
{
  g_autofree char *folder = g_path_get_dirname (target_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_temporary (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        remove_if_old (path);
      }
}
