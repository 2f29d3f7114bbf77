/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-region-writer.h"

#include "geo/ris3-gdal-module-private.h"

GBytes *
ris3_regions_write (Ris3RegionsFormat format,
                    const Ris3RegionsSource *source,
                    gint *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  const Ris3GdalFunctions *functions;

  g_return_val_if_fail (source != NULL, NULL);

  functions = ris3_gdal_module_open (error);
  return functions != NULL ? functions->write_regions (format, source, progress, cancellable, error) : NULL;
}
