/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-boundary-match.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"
#include "map/ris3-region-places.h"
#include "model/ris3-strategy.h"

/* Of the areas that are named. */
#define MAX_NAMED 4

/* On which areas a strategy of a region is shown: nothing to tell if that is the one of its code. */
static void
tell_place (Ris3BoundaryMatch *self, Ris3Lineage *lineage, const char *code, gboolean is_there, const char *words)
{
  g_autoptr (GPtrArray) places = ris3_place_through_lineage (lineage, code);
  g_autoptr (GString) text = NULL;

  if (places->len == 0)
    {
      self->n_elsewhere += is_there;
      g_ptr_array_add (self->unplaced, g_strdup (words));
      return;
    }
  if (places->len == 1 && g_str_equal (((const Ris3LineageRow *) g_ptr_array_index (places, 0))->to_code, code))
    return;
  self->n_elsewhere += is_there;
  text = g_string_new (words);
  for (guint i = 0; i < MIN (places->len, MAX_NAMED); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : ", ",
                            ((const Ris3LineageRow *) g_ptr_array_index (places, i))->to_code);
  if (places->len > MAX_NAMED)
    g_string_append (text, ", …");
  g_ptr_array_add (self->by_place, g_string_free (g_steal_pointer (&text), FALSE));
}

static void
find_missing (Ris3BoundaryMatch *self, Ris3Boundaries *boundaries, GListModel *strategies, Ris3Lineage *const *lineages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      const char *code = ris3_strategy_get_region_code (strategy);
      gboolean is_there = ris3_boundaries_find (boundaries, code) >= 0;
      /* Translators: the code of a region, and its NUTS version. */
      g_autofree char *words = g_strdup_printf (_ ("%s (NUTS %u)"), code, ris3_strategy_get_nuts_version (strategy));

      if (!g_hash_table_add (seen, g_strdup (words)))
        continue;
      for (guint version = 0; version < RIS3_N_NUTS_VERSIONS; version++)
        if (ris3_nuts_versions[version] == ris3_strategy_get_nuts_version (strategy))
          tell_place (self, lineages[version], code, is_there, words);
      if (!is_there)
        g_ptr_array_add (self->missing, g_steal_pointer (&words));
    }
}

static void
find_unknown (Ris3BoundaryMatch *self, Ris3Boundaries *boundaries, Ris3Boundaries *const *versions)
{
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const char *code = ris3_boundaries_get_region (boundaries, i)->code;
      gboolean is_known = FALSE;

      for (guint version = 0; version < RIS3_N_NUTS_VERSIONS && !is_known; version++)
        is_known = ris3_boundaries_find (versions[version], code) >= 0;
      if (is_known)
        self->n_known++;
      else
        g_ptr_array_add (self->unknown, g_strdup (code));
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

Ris3BoundaryMatch *
ris3_boundary_match_new (Ris3Boundaries *boundaries, GListModel *strategies, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3BoundaryMatch) self = NULL;
  Ris3Boundaries *versions[RIS3_N_NUTS_VERSIONS] = { NULL };
  Ris3Lineage *lineages[RIS3_N_NUTS_VERSIONS] = { NULL };
  gboolean are_loaded = TRUE;

  g_return_val_if_fail (boundaries != NULL && G_IS_LIST_MODEL (strategies), NULL);
  self = g_new0 (Ris3BoundaryMatch, 1);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->by_place = g_ptr_array_new_with_free_func (g_free);
  self->unplaced = g_ptr_array_new_with_free_func (g_free);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS && are_loaded; i++)
    {
      versions[i] = ris3_geodata_load_boundaries (ris3_nuts_versions[i], cancellable, error);
      if (versions[i] != NULL)
        lineages[i] = ris3_lineage_find (versions[i], boundaries, NULL, NULL, cancellable, error);
      are_loaded = lineages[i] != NULL;
    }
  if (are_loaded)
    {
      find_missing (self, boundaries, strategies, lineages);
      g_ptr_array_sort (self->missing, compare_words);
      g_ptr_array_sort (self->by_place, compare_words);
      g_ptr_array_sort (self->unplaced, compare_words);
      find_unknown (self, boundaries, versions);
    }
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_clear_pointer (&versions[i], ris3_boundaries_unref);
      g_clear_pointer (&lineages[i], ris3_lineage_unref);
    }
  return are_loaded ? g_steal_pointer (&self) : NULL;
}

void
ris3_boundary_match_free (Ris3BoundaryMatch *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->by_place);
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}
