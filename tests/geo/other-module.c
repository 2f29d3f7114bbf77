/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmodule.h>

#include "geo/ris3-gdal-module-private.h"

/* A module as another version of the program would install it. */

G_MODULE_EXPORT const Ris3GdalFunctions *ris3_gdal_module_get_functions (void);

const Ris3GdalFunctions *
ris3_gdal_module_get_functions (void)
{
  static const Ris3GdalFunctions functions = { .version = "0.0.1" };

  return &functions;
}
