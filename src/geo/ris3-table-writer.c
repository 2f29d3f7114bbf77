/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-writer.h"

#include "geo/ris3-gdal-module-private.h"

GBytes *
ris3_table_write (Ris3TableFormat format,
                  const Ris3SheetSource *sheets,
                  guint n_sheets,
                  gint *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  const Ris3GdalFunctions *functions;

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  functions = ris3_gdal_module_open (error);
  return functions != NULL ? functions->write_table (format, sheets, n_sheets, progress, cancellable, error) : NULL;
}
