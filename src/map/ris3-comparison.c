/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-comparison.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-period.h"

struct _Ris3Comparison
{
  GArray *regions; /* of Ris3ComparedRegion */
  guint n_of[RIS3_N_DIFFERENCES];
};

typedef enum
{
  STATE_UNKNOWN,
  STATE_NOT_FOUND,
  STATE_FOUND,
} State;

static State
judge (const Ris3Indicator *indicator, const Ris3Value *value)
{
  if (value->absence == RIS3_ABSENCE_NO_PRIORITY)
    return STATE_NOT_FOUND;
  if (value->absence != RIS3_ABSENCE_NONE || value->number == RIS3_NUMBER_UNKNOWN)
    return STATE_UNKNOWN;
  return ris3_indicator_is_found (indicator, value) ? STATE_FOUND : STATE_NOT_FOUND;
}

/* matches: (out): the filter of the map, if any, leaves what decides the state */
static State
get_state (Ris3Classification *classification, guint region, gboolean *matches)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (ris3_classification_get_view (classification));
  Ris3Classification *areas = ris3_classification_get_areas (classification);
  Ris3Strategy *strategy;
  Ris3Value value;
  gint source, territory;

  *matches = FALSE;
  if (indicator->get_value == NULL)
    {
      territory = ris3_classification_find_territory (areas, region);
      if (territory < 0 || ris3_classification_get_territory (areas, (guint) territory)->region != region)
        return STATE_UNKNOWN;
      *matches = ris3_classification_get_territory (areas, (guint) territory)->matches;
      return judge (indicator, &ris3_classification_get_territory (areas, (guint) territory)->value);
    }
  strategy = ris3_classification_find_strategy (areas, region, &source);
  if (strategy == NULL || source != (gint) region)
    return STATE_UNKNOWN;
  *matches = ris3_classification_matches (areas, strategy);
  value = indicator->get_value (indicator, strategy);
  return judge (indicator, &value);
}

static Ris3Difference
compare (State first, State second)
{
  if (first == STATE_UNKNOWN)
    return RIS3_DIFFERENCE_SECOND_ONLY;
  if (second == STATE_UNKNOWN)
    return RIS3_DIFFERENCE_FIRST_ONLY;
  if (first == second)
    return first == STATE_FOUND ? RIS3_DIFFERENCE_KEPT : RIS3_DIFFERENCE_NEITHER;
  return first == STATE_FOUND ? RIS3_DIFFERENCE_DROPPED : RIS3_DIFFERENCE_NEW;
}

Ris3Comparison *
ris3_comparison_new (Ris3Classification *first, Ris3Classification *second)
{
  Ris3Comparison *self;
  guint n_regions;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);
  n_regions = ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (first));
  g_return_val_if_fail (n_regions == ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (second)), NULL);
  self = g_new0 (Ris3Comparison, 1);
  self->regions = g_array_new (FALSE, FALSE, sizeof (Ris3ComparedRegion));
  for (guint region = 0; region < n_regions; region++)
    {
      gboolean matches_before, matches_after;
      State before = get_state (first, region, &matches_before), after = get_state (second, region, &matches_after);
      Ris3ComparedRegion compared = { region, compare (before, after) };

      /* What a filter leaves on one map must not be unknown on the other: what it leaves out there, such as strategies
       * without the finding, is what has changed. */
      if ((before == STATE_UNKNOWN && after == STATE_UNKNOWN) || !(matches_before || matches_after))
        continue;
      g_array_append_val (self->regions, compared);
      self->n_of[compared.difference]++;
    }
  return self;
}

void
ris3_comparison_free (Ris3Comparison *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->regions);
  g_free (self);
}

guint
ris3_comparison_count (Ris3Comparison *self, Ris3Difference difference)
{
  g_return_val_if_fail (self != NULL && difference < RIS3_N_DIFFERENCES, 0);
  return self->n_of[difference];
}

guint
ris3_comparison_count_base (Ris3Comparison *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (Ris3Difference i = RIS3_DIFFERENCE_NEW; i <= RIS3_DIFFERENCE_NEITHER; i++)
    n += self->n_of[i];
  return n;
}

GArray *
ris3_comparison_get_regions (Ris3Comparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->regions;
}

static const struct
{
  const char *id;
  const char *title;
} differences[RIS3_N_DIFFERENCES] = {
  [RIS3_DIFFERENCE_NEW] = { "new", NC_ ("difference", "New") },
  [RIS3_DIFFERENCE_KEPT] = { "kept", NC_ ("difference", "Kept") },
  [RIS3_DIFFERENCE_DROPPED] = { "dropped", NC_ ("difference", "Dropped") },
  [RIS3_DIFFERENCE_NEITHER] = { "neither", NC_ ("difference", "On neither map") },
  [RIS3_DIFFERENCE_FIRST_ONLY] = { "first-only", NC_ ("difference", "Known on the first map only") },
  [RIS3_DIFFERENCE_SECOND_ONLY] = { "second-only", NC_ ("difference", "Known on the second map only") },
};

const char *
ris3_difference_get_id (Ris3Difference difference)
{
  g_return_val_if_fail (difference < RIS3_N_DIFFERENCES, NULL);
  return differences[difference].id;
}

const char *
ris3_difference_get_title (Ris3Difference difference)
{
  g_return_val_if_fail (difference < RIS3_N_DIFFERENCES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "difference", differences[difference].title);
}

/* (transfer full) */
static char *
count_known (Ris3Comparison *self)
{
  guint n = ris3_comparison_count_base (self);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of %'u region known on both maps", "Of %'u regions known on both maps", n), n);
}

char *
ris3_comparison_describe (Ris3Comparison *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  base = count_known (self);
  /* Translators: “Of 58 regions known on both maps”, then numbers of regions, the last two of those that are known on
   * one map only. */
  return g_strdup_printf (_ ("%s: %'u new, %'u kept, %'u dropped, %'u on neither. Not compared: %'u known on the first "
                             "map only, %'u on the second only."),
                          base, self->n_of[RIS3_DIFFERENCE_NEW], self->n_of[RIS3_DIFFERENCE_KEPT],
                          self->n_of[RIS3_DIFFERENCE_DROPPED], self->n_of[RIS3_DIFFERENCE_NEITHER],
                          self->n_of[RIS3_DIFFERENCE_FIRST_ONLY], self->n_of[RIS3_DIFFERENCE_SECOND_ONLY]);
}

char *
ris3_comparison_describe_base (Ris3Comparison *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  base = count_known (self);
  /* Translators: “Of 58 regions known on both maps”, then numbers of regions that are known on one map only. */
  return g_strdup_printf (_ ("%s. Not compared: %'u known on the first map only, %'u on the second only."), base,
                          self->n_of[RIS3_DIFFERENCE_FIRST_ONLY], self->n_of[RIS3_DIFFERENCE_SECOND_ONLY]);
}

gboolean
ris3_comparison_shares_classes (Ris3Classification *first, Ris3Classification *second)
{
  Ris3ClassScheme *a, *b;

  g_return_val_if_fail (first != NULL && second != NULL, FALSE);
  a = ris3_classification_get_scheme (first);
  b = ris3_classification_get_scheme (second);
  if (a == b)
    return TRUE;
  if (ris3_classification_shows_symbols (first) || ris3_classification_shows_symbols (second)
      || ris3_classification_get_other (first) != NULL || ris3_classification_get_other (second) != NULL
      || ris3_class_scheme_get_n_classes (a) != ris3_class_scheme_get_n_classes (b))
    return FALSE;
  for (guint i = 0; i < ris3_class_scheme_get_n_classes (a); i++)
    if (!ris3_class_scheme_shares_class (a, b, i))
      return FALSE;
  return TRUE;
}

char *
ris3_comparison_dup_side_title (Ris3Classification *side, Ris3Classification *other)
{
  g_autofree char *title = NULL;
  g_autofree char *other_title = NULL;
  g_autofree char *period = NULL;
  gboolean has_other_title, has_other_period;

  g_return_val_if_fail (side != NULL && other != NULL, NULL);
  title = ris3_classification_dup_title (side);
  other_title = ris3_classification_dup_title (other);
  has_other_title = !g_str_equal (title, other_title);
  has_other_period = g_strcmp0 (ris3_classification_get_period (side), ris3_classification_get_period (other)) != 0;
  if (has_other_title && !has_other_period)
    return g_steal_pointer (&title);
  period = ris3_classification_get_period (side) != NULL ? ris3_period_to_text (ris3_classification_get_period (side))
                                                         : g_strdup (_ ("Latest strategy of each region"));
  /* Translators: what one of two maps shows: an indicator, and which strategies. */
  return has_other_title ? g_strdup_printf (C_ ("map", "%s · %s"), title, period) : g_steal_pointer (&period);
}
