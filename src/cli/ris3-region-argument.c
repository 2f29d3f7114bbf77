/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-region-argument.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"

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

/* Without a version being asked for: that of the strategies, else the newest that has the code. */
static guint
choose_version (Ris3Atlas *atlas, const char *code)
{
  if (ris3_atlas_lookup_region (atlas, RIS3_DEFAULT_NUTS_VERSION, code) == NULL)
    for (guint i = RIS3_N_NUTS_VERSIONS; i > 0; i--)
      if (ris3_atlas_lookup_region (atlas, ris3_nuts_versions[i - 1], code) != NULL)
        return ris3_nuts_versions[i - 1];
  return RIS3_DEFAULT_NUTS_VERSION;
}

Ris3View *
ris3_region_argument_make_base (Ris3Atlas *atlas, const char *code)
{
  g_autoptr (Ris3View) view = ris3_view_new ();
  g_autoptr (Ris3View) latest = ris3_view_with_period (view, NULL);

  return ris3_view_with_nuts_version (latest, choose_version (atlas, code));
}
