/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-view-result.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-class-term.h"
#include "map/ris3-region-term.h"

/* (transfer full) */
static Ris3Placement *
place (Ris3Atlas *atlas, GError **error)
{
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (RIS3_DEFAULT_NUTS_VERSION, NULL, error);

  return geodata != NULL ? ris3_placement_new_of_atlas (geodata, atlas) : NULL;
}

/* With regions found, and told their strategies and those of classes. (transfer full) */
static Ris3Filter *
tell (Ris3Atlas *atlas, Ris3Placement *placement, Ris3Filter *filter, GError **error)
{
  gboolean has_regions = ris3_region_terms_has_any (filter);
  g_autoptr (Ris3Placement) placed = placement != NULL ? ris3_placement_ref (placement) : NULL;
  g_autoptr (Ris3Filter) told = ris3_filter_ref (filter);

  if (placed == NULL && (has_regions || ris3_class_terms_read_regions (filter)))
    {
      placed = place (atlas, error);
      if (placed == NULL)
        return NULL;
    }
  if (has_regions)
    {
      g_autoptr (Ris3Filter) resolved = ris3_region_terms_resolve (filter, placed, NULL, error);

      if (resolved == NULL)
        return NULL;
      ris3_filter_unref (told);
      told = ris3_region_terms_tell (resolved, placed);
    }
  return ris3_class_terms_tell (told, ris3_atlas_get_strategies (atlas), placed);
}

Ris3FilterResult *
ris3_view_result_apply (Ris3Atlas *atlas,
                        Ris3FilterIndex *index,
                        Ris3Filter *filter,
                        const char *period,
                        Ris3Placement *placement,
                        GError **error)
{
  g_autoptr (Ris3Filter) told = tell (atlas, placement, filter, error);
  g_autoptr (Ris3Filter) resolved = told != NULL ? ris3_filter_resolve (told, index, NULL, error) : NULL;

  return resolved != NULL ? ris3_filter_index_apply (index, resolved, period, error) : NULL;
}

gboolean
ris3_view_result_filter (Ris3Atlas *atlas,
                         Ris3View *view,
                         const char *period,
                         Ris3Placement *placement,
                         Ris3FilterResult **result,
                         GError **error)
{
  g_autoptr (Ris3FilterIndex) index = NULL;

  *result = NULL;
  if (ris3_filter_is_empty (ris3_view_get_filter (view)))
    return TRUE;
  index = ris3_filter_index_new (ris3_atlas_get_path (atlas), error);
  if (index != NULL)
    *result = ris3_view_result_apply (atlas, index, ris3_view_get_filter (view), period, placement, error);
  return *result != NULL;
}

gboolean
ris3_view_result_check_level (Ris3View *view, Ris3Boundaries *boundaries, GError **error)
{
  Ris3LevelRule rule = ris3_view_get_level_rule (view);
  g_autofree char *title = NULL;

  if (ris3_level_rule_suits (rule, boundaries))
    return TRUE;
  title = ris3_boundaries_dup_title (boundaries);
  /* Translators: “NUTS 2016” or a file of boundaries, and two levels of regions. */
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("The boundaries %s have no level %u; the finest is %u. Choose that one, or other boundaries."), title,
               (guint) rule, (guint) ris3_level_rule_fit (rule, boundaries));
  return FALSE;
}
