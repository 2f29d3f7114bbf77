/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-environment.h"

void
ris3_environment_clear (void)
{
  static const char *const prefixes[] = { "GDAL_", "OGR_", "CPL_", "VSI_", "GPKG_", "PROJ_" };
  static const char *const kept[] = { "GDAL_DATA", "PROJ_DATA", "PROJ_LIB", NULL };
  g_auto (GStrv) names = g_listenv ();

  for (guint i = 0; names[i] != NULL; i++)
    for (gsize p = 0; p < G_N_ELEMENTS (prefixes); p++)
      if (g_str_has_prefix (names[i], prefixes[p]) && !g_strv_contains (kept, names[i]))
        g_unsetenv (names[i]);
}
