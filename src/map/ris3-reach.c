/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-reach.h"

#include <glib/gi18n-lib.h>

Ris3Reach
ris3_reach_of_map (Ris3Classification *classification)
{
  Ris3Reach reach = { 0 };
  g_autoptr (GHashTable) colouring = g_hash_table_new (NULL, NULL);
  Ris3Classification *areas;
  const Ris3Indicator *indicator;
  Ris3Strategy *const *unplaced;
  guint n_unplaced;

  g_return_val_if_fail (classification != NULL, reach);
  areas = ris3_classification_get_areas (classification);
  reach.is_own = ris3_boundaries_is_own (ris3_classification_get_boundaries (areas));
  indicator = ris3_classification_get_indicator (areas);
  /* What is recorded of regions is not what strategies say. */
  reach.is_of_regions = indicator->get_value == NULL;
  if (reach.is_of_regions)
    return reach;
  reach.n_strategies = ris3_indicator_count (indicator, ris3_classification_get_summary (areas));
  for (guint i = 0; i < ris3_classification_get_n_territories (areas); i++)
    {
      const Ris3Territory *area = ris3_classification_get_territory (areas, i);

      reach.n_disputed_areas += (area->marks & RIS3_MARK_DISPUTED) != 0 && area->matches;
      if (!ris3_indicator_is_found (indicator, &area->value) || area->n_strategies == 0 || !area->matches)
        continue;
      g_hash_table_add (colouring, ris3_classification_get_strategies (areas, i)[0]);
      if (area->marks & RIS3_MARK_INHERITED)
        reach.n_inherited++;
      else
        reach.n_own++;
    }
  reach.n_colouring = g_hash_table_size (colouring);

  unplaced = ris3_classification_get_unplaced (areas, &n_unplaced);
  for (guint i = 0; i < n_unplaced; i++)
    {
      Ris3Value value = indicator->get_value (indicator, unplaced[i]);

      reach.n_unplaced
          += ris3_indicator_is_found (indicator, &value) && ris3_classification_matches (areas, unplaced[i]);
    }
  if (indicator->is_disputed != NULL)
    reach.n_disputed_strategies = ris3_classification_get_summary (areas)->n_disputed;
  return reach;
}

char *
ris3_reach_to_text (const Ris3Reach *self)
{
  guint n_areas, n_covered;
  g_autofree char *own = NULL;
  g_autofree char *inherited = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  if (self->is_of_regions)
    return NULL;
  n_areas = self->n_own + self->n_inherited;
  n_covered = self->n_strategies - self->n_colouring - self->n_unplaced;
  own = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u by a strategy of its own", "%u by a strategy of their own", self->n_own),
      self->n_own);
  inherited = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u by that of a wider region", "%u by those of wider regions", self->n_inherited),
      self->n_inherited);

  text = g_string_new (NULL);
  /* Translators: areas of the map, then “27 by a strategy of their own” and “3 by those of wider regions”. */
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "On the map this is %u area: %s, %s.",
                                       "On the map these are %u areas: %s, %s.", n_areas),
                          n_areas, own, inherited);
  if (n_covered > 0)
    g_string_append_printf (
        text,
        /* Translators: so many of so many strategies. */
        g_dngettext (GETTEXT_PACKAGE,
                     " %u of the %u strategies is not seen there: the map shows a later one, or those of regions "
                     "within.",
                     " %u of the %u strategies are not seen there: the map shows later ones, or those of regions "
                     "within.",
                     n_covered),
        n_covered, self->n_strategies);
  if (self->n_unplaced > 0)
    g_string_append_printf (text,
                            self->is_own
                                ? g_dngettext (GETTEXT_PACKAGE, " %u more has no place on these boundaries.",
                                               " %u more have no place on these boundaries.", self->n_unplaced)
                                : g_dngettext (GETTEXT_PACKAGE, " %u more has no place in this NUTS version.",
                                               " %u more have no place in this NUTS version.", self->n_unplaced),
                            self->n_unplaced);
  return g_string_free (text, FALSE);
}

char *
ris3_reach_describe_disputes (const Ris3Reach *self)
{
  g_autofree char *strategies = NULL;
  g_autofree char *areas = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  if (self->n_disputed_strategies == 0 && self->n_disputed_areas == 0)
    return NULL;
  strategies
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u strategy", "%u strategies", self->n_disputed_strategies),
                         self->n_disputed_strategies);
  areas = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area", "%u areas", self->n_disputed_areas),
                           self->n_disputed_areas);
  /* Translators: "5 strategies", "10 areas". */
  return g_strdup_printf (_ ("Disputed: %s, seen in %s."), strategies, areas);
}
