/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-program-data.h"

#include <glib/gi18n.h>

#include "model/ris3-data-dir.h"

char *
ris3_program_data (const char *name, GError **error)
{
  char *path = ris3_data_find (name);

  if (path == NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("The file “%s”, which is part of RIS3 Atlas, is missing. Install the program again."), name);
  return path;
}
