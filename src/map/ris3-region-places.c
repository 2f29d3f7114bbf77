/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-places.h"

#include "model/ris3-region-key.h"

/* Half of a region's area: what a strategy must cover to be shown there. */
#define PLACING_SHARE 0.5

GPtrArray *
ris3_place_through_lineage (Ris3Lineage *lineage, const char *code)
{
  GPtrArray *places = g_ptr_array_new ();
  const Ris3LineageRow *rows;
  guint n_rows = 0;

  g_return_val_if_fail (lineage != NULL && code != NULL, places);
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  /* The region that it was merged into says less than the parts that it consists of, if there are any. */
  for (guint pass = 0; pass < 2 && places->len == 0; pass++)
    for (guint i = 0; i < n_rows; i++)
      if ((rows[i].kind == RIS3_LINEAGE_MERGED) == (pass == 1) && rows[i].share_of_to >= PLACING_SHARE)
        g_ptr_array_add (places, (gpointer) &rows[i]);
  return places;
}

static void
add_place (GArray *places, Ris3Boundaries *boundaries, const char *code)
{
  gint region = ris3_boundaries_find (boundaries, code);

  if (region >= 0)
    g_array_append_val (places, region);
}

GArray *
ris3_region_places_find (Ris3Geodata *geodata, guint nuts_version, const char *code)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GPtrArray) rows = NULL;
  Ris3Boundaries *boundaries;
  Ris3Lineage *lineage;

  g_return_val_if_fail (geodata != NULL && code != NULL, places);
  boundaries = ris3_geodata_get_boundaries (geodata);
  if (nuts_version == ris3_boundaries_get_nuts_version (boundaries))
    {
      add_place (places, boundaries, code);
      return places;
    }
  lineage = ris3_geodata_get_lineage (geodata, nuts_version);
  if (lineage == NULL)
    return places;
  rows = ris3_place_through_lineage (lineage, code);
  for (guint i = 0; i < rows->len; i++)
    add_place (places, boundaries, ((const Ris3LineageRow *) g_ptr_array_index (rows, i))->to_code);
  return places;
}

gboolean
ris3_region_places_has (Ris3Geodata *geodata, guint region, guint nuts_version, const char *code)
{
  Ris3Boundaries *boundaries;
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (geodata != NULL && code != NULL, FALSE);
  boundaries = ris3_geodata_get_boundaries (geodata);
  if (nuts_version == ris3_boundaries_get_nuts_version (boundaries)
      || ris3_geodata_get_lineage (geodata, nuts_version) == NULL)
    return g_str_equal (code, ris3_boundaries_get_region (boundaries, region)->code);
  places = ris3_region_places_find (geodata, nuts_version, code);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, gint, i) == (gint) region)
      return TRUE;
  return FALSE;
}

char *
ris3_region_places_make_key (Ris3Geodata *geodata, guint nuts_version, const char *code)
{
  Ris3Lineage *lineage = geodata != NULL ? ris3_geodata_get_lineage (geodata, nuts_version) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const Ris3LineageRow *row;

  g_return_val_if_fail (code != NULL, NULL);
  rows = lineage != NULL ? ris3_place_through_lineage (lineage, code) : g_ptr_array_new ();
  row = rows->len == 1 ? g_ptr_array_index (rows, 0) : NULL;
  if (row != NULL && row->kind != RIS3_LINEAGE_SPLIT && row->kind != RIS3_LINEAGE_MERGED)
    return ris3_region_key (ris3_lineage_get_to_version (lineage), row->to_code);
  return ris3_region_key (nuts_version, code);
}
