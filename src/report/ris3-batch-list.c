/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What there is a file of, each. */

#include "config.h"

#include "map/ris3-view-result.h"
#include "model/ris3-theme.h"
#include "report/ris3-batch-private.h"

static void
choice_free (gpointer data)
{
  Ris3BatchChoice *choice = data;

  g_free (choice->code);
  g_free (choice->name);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *code, const char *name, guint region)
{
  Ris3BatchChoice *choice = g_new0 (Ris3BatchChoice, 1);

  choice->code = g_strdup (code);
  choice->name = g_strdup (name);
  choice->region = region;
  g_ptr_array_add (choices, choice);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Ris3BatchChoice *left = *(Ris3BatchChoice *const *) a, *right = *(Ris3BatchChoice *const *) b;

  return g_utf8_collate (left->name, right->name);
}

GPtrArray *
_ris3_batch_list_countries (Ris3Atlas *atlas, Ris3Placement *placement, Ris3View *view, GError **error)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (placement);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  Ris3Classification *areas;
  GPtrArray *countries;

  if (!ris3_view_result_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return NULL;
  classification = ris3_classification_new_filtered (placement, view, result);
  areas = ris3_classification_get_areas (classification);
  countries = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; i < ris3_classification_get_n_territories (areas); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (areas, i);

      if (territory->n_strategies > 0 && territory->matches)
        g_hash_table_add (known, (gpointer) ris3_boundaries_get_region (boundaries, territory->region)->country);
    }
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      if (region->level == 0 && g_hash_table_contains (known, region->country))
        add_choice (countries, region->code, ris3_region_get_shown_name (region), i);
    }
  return countries;
}

GPtrArray *
_ris3_batch_list_regions (Ris3Classification *classification)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  GPtrArray *regions = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);

      if (territory->matches)
        add_choice (regions, region->code, ris3_region_get_shown_name (region), territory->region);
    }
  return regions;
}

/* As indicators take it: "oncology" for the key "health-theme 1 oncology", else "oecd-fields/3.1". (transfer full) */
static char *
get_argument (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);

  if (g_strv_length (parts) < 3)
    return g_strdup (key);
  return g_str_equal (parts[0], RIS3_THEME_SCHEME) ? g_strdup (parts[2]) : g_strjoin ("/", parts[0], parts[2], NULL);
}

static void
add_themes (GPtrArray *themes, GHashTable *known, GListModel *priorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *const *names = ris3_priority_get_themes (priority);
      const char *const *keys = ris3_priority_get_theme_keys (priority);

      for (guint j = 0; names[j] != NULL; j++)
        if (g_hash_table_add (known, g_strdup (keys[j])))
          {
            g_autofree char *argument = get_argument (keys[j]);

            add_choice (themes, argument, names[j], 0);
          }
      add_themes (themes, known, ris3_priority_get_children (priority));
    }
}

GPtrArray *
_ris3_batch_list_themes (Ris3Atlas *atlas)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  GPtrArray *themes = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      add_themes (themes, known, ris3_strategy_get_priorities (strategy));
    }
  g_ptr_array_sort (themes, compare_choices);
  return themes;
}

GPtrArray *
_ris3_batch_list_periods (Ris3Atlas *atlas)
{
  const char *const *periods = ris3_atlas_get_periods (atlas);
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; periods[i] != NULL; i++)
    add_choice (choices, periods[i], periods[i], 0);
  return choices;
}

GPtrArray *
_ris3_batch_list_views (Ris3Atlas *atlas)
{
  GListModel *views = ris3_atlas_get_saved_views (atlas);
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);

      add_choice (choices, ris3_saved_view_get_view (saved), ris3_saved_view_get_name (saved), 0);
    }
  return choices;
}
