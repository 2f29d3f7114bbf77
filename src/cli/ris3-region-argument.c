/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-region-argument.h"

#include <string.h>

#include <glib/gi18n-lib.h>

char *
ris3_region_argument_get_code (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *code = g_utf8_strup (g_strstrip (valid), -1);

  if (g_str_has_prefix (code, "GR"))
    memcpy (code, "EL", 2);
  else if (g_str_has_prefix (code, "GB"))
    memcpy (code, "UK", 2);
  return code;
}

gint
ris3_region_argument_resolve (const char *text, Ris3Placement *placement, GError **error)
{
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (ris3_placement_get_geodata (placement));
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (placement);
  const Ris3Region *region;
  Ris3Found found;

  if (!ris3_region_finder_resolve (finder, text, placement, &found, error))
    return -1;
  region = ris3_boundaries_get_region (boundaries, found.region);
  if (found.from_version != 0)
    {
      g_autofree char *code = ris3_region_argument_get_code (text);

      /* Translators: the codes of a region in two NUTS versions: "FR82 of NUTS 2013 is FRL0 in NUTS 2016" */
      g_printerr (_ ("ris3: %s of NUTS %u is %s in NUTS %u.\n"), code, found.from_version, region->code,
                  ris3_boundaries_get_nuts_version (boundaries));
    }
  return (gint) found.region;
}
