/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-data-dir.h"

#include <libintl.h>
#include <locale.h>

static char *
find_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return folder[0] != '\0' && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

char *
ris3_data_find (const char *name)
{
  const char *variable = g_getenv ("RIS3_DATA_DIR");
  g_auto (GStrv) folders = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folders = g_strsplit (variable != NULL ? variable : "", G_SEARCHPATH_SEPARATOR_S, -1);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      char *path = find_in (folders[i], name);
      if (path != NULL)
        return path;
    }
  return find_in (RIS3_DATA_DIR, name);
}

void
ris3_data_set_language (void)
{
  const char *variable = g_getenv ("RIS3_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, variable != NULL && variable[0] != '\0' ? variable : RIS3_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
