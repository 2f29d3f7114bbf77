/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmodule.h>

#include "geo/ris3-boundary-source-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-module-private.h"

G_MODULE_EXPORT const Ris3GdalFunctions *ris3_gdal_module_get_functions (void);

const Ris3GdalFunctions *
ris3_gdal_module_get_functions (void)
{
  static const Ris3GdalFunctions functions = {
    .version = RIS3_VERSION,
    .load_boundaries = ris3_gdal_load_boundaries,
    .load_land = ris3_gdal_load_land,
    .load_lineage = ris3_gdal_load_lineage,
    .read_csv = ris3_gdal_read_csv,
    .look_at_sheets = ris3_gdal_look_at_sheets,
    .read_sheet = ris3_gdal_read_sheet,
    .write_table = ris3_gdal_write_table,
    .write_regions = ris3_gdal_write_regions,
    .source_look = ris3_gdal_source_look,
    .source_read = ris3_gdal_source_read,
    .transform_new = ris3_transform_new,
    .transform_free = ris3_transform_free,
    .transform_run = ris3_transform_run,
  };

  return &functions;
}
