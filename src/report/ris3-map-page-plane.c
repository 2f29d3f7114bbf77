/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The map projection of a page, and its scale. */

#include "config.h"

#include "map/ris3-extent.h"
#include "report/ris3-map-page-private.h"

double
_ris3_map_page_get_dpi (const Ris3MapPage *page)
{
  return page->dpi > 0 ? page->dpi : RIS3_MAP_PAGE_SCREEN_DPI;
}

gboolean
_ris3_map_page_is_crs (const char *crs, const char *code)
{
  return g_ascii_strcasecmp (crs != NULL ? crs : RIS3_MAP_PAGE_MERCATOR, code) == 0;
}

Ris3Geodata *
ris3_map_page_project (Ris3Geodata *loaded, const char *crs, GError **error)
{
  g_autoptr (Ris3Plane) plane = NULL;

  g_return_val_if_fail (loaded != NULL && crs != NULL, NULL);
  if (_ris3_map_page_is_crs (crs, RIS3_MAP_PAGE_MERCATOR))
    return ris3_geodata_ref (loaded);
  plane = ris3_plane_new (_ris3_map_page_is_crs (crs, RIS3_MAP_PAGE_DEGREES) ? "+proj=eqc +datum=WGS84" : crs, error);
  return plane != NULL ? ris3_geodata_project (loaded, plane) : NULL;
}

gboolean
ris3_map_page_set_options (Ris3MapPage *page, const Ris3PageOptions *options, GError **error)
{
  g_return_val_if_fail (page != NULL && options != NULL, FALSE);
  page->options = options;
  page->dpi = ris3_page_options_get_dpi (options);
  page->crs = options->crs != NULL ? options->crs : RIS3_MAP_PAGE_CRS;
  return ris3_page_options_get_pixels (options, &page->width, &page->height, error);
}

gboolean
ris3_map_page_add_insets (Ris3MapPage *page, Ris3Geodata *projected, Ris3Geodata *loaded, GError **error)
{
  Ris3Box europe;

  g_return_val_if_fail (page != NULL && projected != NULL && loaded != NULL, FALSE);
  europe = ris3_extent_of_europe (ris3_boundaries_get_plane (ris3_geodata_get_boundaries (projected)));
  if (page->extent.x0 != europe.x0 || page->extent.y0 != europe.y0 || page->extent.x1 != europe.x1
      || page->extent.y1 != europe.y1)
    return TRUE;
  page->insets = ris3_map_insets_new (loaded, page->options == NULL || page->options->has_insets,
                                      page->options != NULL && page->options->has_small_states, error);
  return page->insets != NULL;
}
