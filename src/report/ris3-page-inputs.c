/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-inputs.h"

#include "model/ris3-data-dir.h"

guint
ris3_page_inputs_list (const char *atlas_path, const Ris3OwnBoundaries *own, Ris3FileId *files)
{
  g_autofree char *boundaries = ris3_data_find ("boundaries.gpkg");
  guint n = 0;

  g_return_val_if_fail (atlas_path != NULL && files != NULL, 0);
  if (ris3_file_id_get (atlas_path, &files[n]))
    n++;
  if (boundaries != NULL && ris3_file_id_get (boundaries, &files[n]))
    n++;
  if (own != NULL && ris3_file_id_get (own->path, &files[n]))
    n++;
  return n;
}
