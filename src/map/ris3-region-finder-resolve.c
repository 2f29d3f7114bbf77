/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-finder-private.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-fold.h"
#include "map/ris3-region-nearest-private.h"

/* How many regions a sentence lists. */
#define MAX_LISTED 5
#define MAX_SUGGESTED 3

static gboolean
is_same_area (const Ris3Region *a, const Ris3Region *b)
{
  return a->first_leaf == b->first_leaf && a->n_leaves == b->n_leaves;
}

/* "Limburg (NL42)" */
static char *
get_words (Ris3RegionFinder *self, guint region)
{
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, region);

  /* Translators: the name of a region and its code */
  return g_strdup_printf (C_ ("region", "%s (%s)"), ris3_region_get_shown_name (record), record->code);
}

/* "A, B or C" */
static char *
list_words (Ris3RegionFinder *self, GArray *regions, guint n_more)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    {
      g_autofree char *words = get_words (self, g_array_index (regions, guint, i));

      if (i > 0)
        /* Translators: between the last two of a list: "2013, 2016 or 2021". */
        g_string_append (list, i + 1 < regions->len || n_more > 0 ? ", " : _ (" or "));
      g_string_append (list, words);
    }
  if (n_more > 0)
    /* Translators: after some names of regions that something may be: "A, B or one of 12 others" */
    g_string_append_printf (list, ngettext (" or %u other", " or one of %u others", n_more), n_more);
  return g_string_free (list, FALSE);
}

static gboolean
complain_of_several (Ris3RegionFinder *self, const char *text, GArray *regions, GError **error)
{
  guint n_listed = MIN (regions->len, MAX_LISTED);
  guint n_more = regions->len - n_listed;
  g_autofree char *list = NULL;

  g_array_set_size (regions, n_listed);
  list = list_words (self, regions, n_more);
  g_set_error (error, RIS3_REGION_FINDER_ERROR, RIS3_REGION_FINDER_ERROR_SEVERAL,
               _ ("“%s” may be %s. Name one of them by its code."), text, list);
  return FALSE;
}

static gboolean
complain_of_none (Ris3RegionFinder *self, const char *text, GError **error)
{
  g_autofree char *suggestion = ris3_region_finder_suggest_words (self, text);
  g_autofree char *title = ris3_boundaries_dup_title (self->boundaries);

  g_set_error (error, RIS3_REGION_FINDER_ERROR, RIS3_REGION_FINDER_ERROR_NONE,
               /* Translators: “NUTS 2016” or a file of boundaries, what was typed, and what may be meant. */
               _ ("%s has no region “%s”. %s"), title, text,
               suggestion != NULL ? suggestion : _ ("Give its code, or its name in a language of the EU."));
  return FALSE;
}

/* Of the regions that are but this one, the first with strategies of its own. */
static guint
settle (Ris3RegionFinder *self, guint region, Ris3Placement *placement)
{
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, region);

  for (guint i = region; placement != NULL && i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    {
      guint n_strategies;

      if (!is_same_area (ris3_boundaries_get_region (self->boundaries, i), record))
        break;
      ris3_placement_get_region_strategies (placement, i, &n_strategies);
      if (n_strategies > 0)
        return i;
    }
  return region;
}

void
ris3_region_finder_prefer_own (Ris3RegionFinder *self, GArray *found, Ris3Placement *placement)
{
  g_return_if_fail (self != NULL && found != NULL && placement != NULL);
  for (guint i = 0; i < found->len; i++)
    {
      Ris3Found first = g_array_index (found, Ris3Found, i);
      guint own = first.match != RIS3_MATCH_CODE ? settle (self, first.region, placement) : first.region;

      for (guint j = i + 1; own != first.region && j < found->len; j++)
        if (g_array_index (found, Ris3Found, j).region == own)
          {
            Ris3Found moved = g_array_index (found, Ris3Found, j);

            g_array_remove_index (found, j);
            g_array_insert_val (found, i, moved);
            break;
          }
    }
}

gboolean
ris3_region_finder_resolve (Ris3RegionFinder *self,
                            const char *text,
                            Ris3Placement *placement,
                            Ris3Found *found,
                            GError **error)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *printable = NULL;
  const Ris3Found *best;
  const Ris3Region *record;

  g_return_val_if_fail (self != NULL && text != NULL && found != NULL, FALSE);
  all = ris3_region_finder_find (self, text);
  printable = g_utf8_make_valid (text, -1);
  if (all->len == 0)
    return complain_of_none (self, printable, error);
  best = &g_array_index (all, Ris3Found, 0);
  record = ris3_boundaries_get_region (self->boundaries, best->region);
  g_array_append_val (regions, best->region);
  for (guint i = 1; i < all->len; i++)
    {
      const Ris3Found *other = &g_array_index (all, Ris3Found, i);

      if (other->match != best->match || other->is_foreign != best->is_foreign)
        break;
      if (!is_same_area (ris3_boundaries_get_region (self->boundaries, other->region), record))
        g_array_append_val (regions, other->region);
    }
  /* A country is meant before a region of the same name. */
  if (regions->len > 1 && !(record->level == 0 && best->match <= RIS3_MATCH_NAME && best->from_version == 0))
    return complain_of_several (self, printable, regions, error);
  *found = *best;
  if (best->match != RIS3_MATCH_CODE)
    found->region = settle (self, best->region, placement);
  return TRUE;
}

GArray *
ris3_region_finder_suggest (Ris3RegionFinder *self, const char *text, guint n)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  folded = ris3_fold (text);
  return ris3_region_keys_find_nearest (_ris3_region_finder_get_keys (self), self->boundaries, folded, n);
}

char *
ris3_region_finder_suggest_words (Ris3RegionFinder *self, const char *text)
{
  g_autoptr (GArray) regions = ris3_region_finder_suggest (self, text, MAX_SUGGESTED);
  g_autofree char *list = NULL;

  if (regions == NULL || regions->len == 0)
    return NULL;
  list = list_words (self, regions, 0);
  /* Translators: regions with names like one that was not found: "Did you mean Lombardy (ITC4)?" */
  return g_strdup_printf (_ ("Did you mean %s?"), list);
}

gboolean
ris3_region_finder_is_europe (Ris3RegionFinder *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  folded = ris3_fold (text);
  if (g_str_equal (folded, "europe"))
    return TRUE;
  for (guint i = 0; i < _ris3_region_finder_get_keys (self)->europe->len; i++)
    if (g_str_equal (folded, g_ptr_array_index (_ris3_region_finder_get_keys (self)->europe, i)))
      return TRUE;
  return FALSE;
}
