/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-map-json.h"

#include "cli/ris3-print.h"
#include "cli/ris3-summary-json.h"

static void
write_classes (Ris3Json *json, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);

  ris3_json_begin_array (json, "classes");
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    {
      if (!ris3_classification_lists_class (classification, klass)
          && ris3_classification_count_strategies (classification, klass) == 0)
        continue;
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "class", ris3_class_scheme_get_id (scheme, klass));
      ris3_json_text (json, "title", ris3_class_scheme_get_title (scheme, klass));
      ris3_json_number (json, "territories", ris3_classification_count_class (classification, klass));
      ris3_json_number (json, "strategies", ris3_classification_count_strategies (classification, klass));
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

static void
write_unplaced (Ris3Json *json, Ris3Classification *classification)
{
  guint n_unplaced = 0;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);

  ris3_json_begin_array (json, "unplaced");
  for (guint i = 0; i < n_unplaced; i++)
    {
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "id", ris3_strategy_get_id (unplaced[i]));
      ris3_json_number (json, "nuts_version", ris3_strategy_get_nuts_version (unplaced[i]));
      ris3_json_text (json, "region", ris3_strategy_get_region_code (unplaced[i]));
      ris3_json_text (json, "name", ris3_strategy_get_region_name (unplaced[i]));
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

/* The second map of a page, and what differs from the first. */
static void
write_compared (Ris3Json *json, const Ris3MapPage *page)
{
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (page->compared));

  ris3_json_begin_object (json, "compared");
  ris3_json_text (json, "view", view);
  ris3_json_number (json, "territories", ris3_classification_get_n_territories (page->compared));
  ris3_json_number (json, "inherited", ris3_classification_count_inherited (page->compared));
  ris3_json_number (json, "disputed", ris3_classification_count_disputed (page->compared));
  write_classes (json, page->compared);
  ris3_json_begin_object (json, "summary");
  ris3_summary_json (json, ris3_classification_get_summary (page->compared));
  ris3_json_end (json);
  write_unplaced (json, page->compared);
  ris3_json_begin_object (json, "differences");
  ris3_json_number (json, "base", ris3_comparison_count_base (page->comparison));
  for (Ris3Difference i = 0; i < RIS3_N_DIFFERENCES; i++)
    ris3_json_number (json, ris3_difference_get_id (i), ris3_comparison_count (page->comparison, i));
  ris3_json_end (json);
  ris3_json_end (json);
}

void
ris3_map_json (Ris3Atlas *atlas, const Ris3MapPage *page, const char *path)
{
  Ris3Classification *classification = page->classification;
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (classification));
  g_autofree char *warning = ris3_classification_get_warning (classification);
  g_autofree char *grey = ris3_map_page_warn_of_grey (page);
  g_autofree char *alternative = ris3_map_page_describe (page);
  g_autofree char *axes = ris3_classification_describe_axes (classification);
  g_autofree char *note = ris3_classification_get_note (classification);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "output", path);
  ris3_json_number (json, "width", page->width);
  ris3_json_number (json, "height", page->height);
  ris3_json_text (json, "crs", page->crs);
  ris3_json_number (json, "insets", page->insets != NULL ? page->insets->len : 0);
  ris3_json_text (json, "atlas", ris3_atlas_get_path (atlas));
  ris3_json_text (json, "title", ris3_atlas_get_title (atlas));
  ris3_json_text (json, "data_date", ris3_atlas_get_data_date (atlas));
  ris3_json_text (json, "view", view);
  ris3_json_number (json, "territories", ris3_classification_get_n_territories (classification));
  ris3_json_number (json, "inherited", ris3_classification_count_inherited (classification));
  ris3_json_number (json, "disputed", ris3_classification_count_disputed (classification));
  write_classes (json, classification);
  ris3_json_text (json, "warning", warning);
  ris3_json_text (json, "grey_warning", grey);
  ris3_json_text (json, "alternative", alternative);
  ris3_json_text (json, "axes", axes);
  ris3_json_text (json, "note", note);
  ris3_json_begin_object (json, "summary");
  ris3_summary_json (json, ris3_classification_get_summary (classification));
  ris3_json_end (json);
  write_unplaced (json, classification);
  if (page->compared != NULL)
    write_compared (json, page);
  ris3_json_end (json);
  ris3_print_json (json);
}
