/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-date.h"
#include "map/ris3-filter-description.h"
#include "map/ris3-period.h"
#include "map/ris3-reach.h"
#include "model/ris3-text.h"

/* Codes of unplaced strategies that are named one by one. */
#define MAX_NAMED 6
/* Characters of texts that an atlas may have as long as it likes: laying them out takes longer than reading them. */
#define MAX_SOURCE 200
#define MAX_DATE 40
#define MAX_FILTER 200

gboolean
_ris3_map_page_lists_class (const Ris3MapPage *page, guint map, guint klass)
{
  Ris3Classification *classification = _ris3_map_page_get_map (page, map);

  /* Nothing matches a filter of strategies where there is none: “0” would be taken for their number. */
  return ris3_classification_lists_class (classification, klass)
         && (ris3_classification_get_result (classification) == NULL
             || ris3_classification_count_matching (classification, klass) > 0
             || ris3_class_scheme_get_absence (ris3_classification_get_scheme (classification), klass)
                    == RIS3_ABSENCE_NONE);
}

/* Words of somebody's own are for the classes of the first map. */
const char *
_ris3_map_page_get_class_title (const Ris3MapPage *page, guint map, guint klass)
{
  const char *own
      = ris3_class_scheme_get_title (ris3_classification_get_scheme (_ris3_map_page_get_map (page, map)), klass);

  return map == 0 || _ris3_map_page_shares_legend (page) ? ris3_page_options_get_class_title (page->options, klass, own)
                                                         : own;
}

/* What is said of a map, or of each of two, after its letter, unless it is the same. (transfer full) */
static char *
of_each (const Ris3MapPage *page, char *(*get) (const Ris3MapPage *), const char *separator)
{
  GString *text = NULL;
  g_autofree char *first = NULL;

  for (guint map = 0; map < _ris3_map_page_get_n_maps (page); map++)
    {
      Ris3MapPage alone = _ris3_map_page_of (page, map);
      g_autofree char *words = get (&alone);

      if (_ris3_map_page_get_n_maps (page) == 1 || (map > 0 && g_strcmp0 (words, first) == 0))
        {
          if (text != NULL)
            g_string_free (text, TRUE);
          return g_steal_pointer (&words);
        }
      if (words != NULL && text == NULL)
        text = g_string_new (NULL);
      if (words != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? separator : "", _ris3_map_page_get_letter (map),
                                words);
      if (map == 0)
        first = g_steal_pointer (&words);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

char *
ris3_map_page_dup_own_title (const Ris3MapPage *page)
{
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (page != NULL && page->classification != NULL, NULL);
  title = ris3_classification_dup_title (page->classification);
  other = page->compared != NULL ? ris3_classification_dup_title (page->compared) : NULL;
  if (other == NULL || g_str_equal (title, other))
    return g_steal_pointer (&title);
  /* Translators: the titles of two maps beside each other. */
  return g_strdup_printf (_ ("%s, compared with %s"), title, other);
}

char *
_ris3_map_page_get_title (const Ris3MapPage *page)
{
  if (page->options != NULL && page->options->title != NULL)
    return g_strdup (page->options->title);
  return ris3_map_page_dup_own_title (page);
}

static char *
describe_period (const Ris3MapPage *page)
{
  return ris3_period_describe (ris3_classification_get_period (page->classification));
}

/* "only 29 of 198 strategies: France; Oncology", and the words alone where two maps count different ones. */
static char *
describe_filter (const Ris3MapPage *page)
{
  Ris3FilterResult *result = ris3_classification_get_result (page->classification);
  g_autofree char *whole = ris3_filter_describe (ris3_filter_result_get_filter (result), result);
  g_autofree char *words = ris3_text_to_line (whole, MAX_FILTER);
  guint n_all = ris3_classification_get_whole_summary (page->classification)->n_strategies;

  if (_ris3_map_page_get_n_maps (page) > 1)
    /* Translators: what strategies match that are shown, in words: “France; Oncology”. */
    return g_strdup_printf (_ ("only strategies that match: %s"), words);
  /* Translators: how many strategies of how many match a filter, which is told in words: “France; Oncology”. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "only %u of %u strategy: %s", "only %u of %u strategies: %s", n_all),
      ris3_classification_get_summary (page->classification)->n_strategies, n_all, words);
}

char *
_ris3_map_page_get_subtitle (const Ris3MapPage *page)
{
  g_autofree char *title = ris3_boundaries_dup_title (ris3_classification_get_boundaries (page->classification));
  g_autofree char *boundaries = ris3_text_shorten (title, MAX_DATE);
  g_autofree char *period = of_each (page, describe_period, ", ");
  g_autoptr (GString) text = g_string_new (NULL);

  if (page->options != NULL && page->options->subtitle != NULL)
    return g_strdup (page->options->subtitle);
  g_string_append_printf (text, "%s · %s · %s",
                          ris3_level_rule_get_title (ris3_classification_get_level_rule (page->classification)),
                          boundaries, period);
  if (page->data_date != NULL && page->data_date[0] != '\0')
    {
      g_autofree char *iso_date = ris3_text_shorten (page->data_date, MAX_DATE);
      g_autofree char *date = ris3_date_to_text (iso_date);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("data as of %s"), date);
    }
  if (ris3_classification_get_result (page->classification) != NULL)
    {
      g_autofree char *filter = describe_filter (page);

      g_string_append_printf (text, " · %s", filter);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ris3_map_page_dup_own_subtitle (const Ris3MapPage *page)
{
  Ris3MapPage own;

  g_return_val_if_fail (page != NULL && page->classification != NULL, NULL);
  own = *page;
  own.options = NULL;
  return _ris3_map_page_get_subtitle (&own);
}

char *
_ris3_map_page_get_figure (const Ris3MapPage *page)
{
  return ris3_indicator_get_number (ris3_classification_get_indicator (page->classification),
                                    ris3_classification_get_summary (page->classification));
}

/* "of 170 analysed strategies of 2014–2020 (19 %) explicitly prioritise personalised medicine" */
char *
_ris3_map_page_get_headline (const Ris3MapPage *page)
{
  const Ris3StrategySummary *summary = ris3_classification_get_summary (page->classification);
  g_autofree char *base = ris3_indicator_get_base (ris3_classification_get_indicator (page->classification), summary);
  g_autofree char *claim = ris3_indicator_get_claim (ris3_classification_get_indicator (page->classification), summary,
                                                     ris3_classification_get_period (page->classification));

  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s", base, claim);
  /* A number and its sign stay on one line. */
  g_string_replace (text, " %", "\302\240%", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
get_evidence (const Ris3MapPage *page)
{
  return ris3_indicator_get_evidence (ris3_classification_get_indicator (page->classification),
                                      ris3_classification_get_summary (page->classification));
}

char *
_ris3_map_page_get_evidence (const Ris3MapPage *page)
{
  return of_each (page, get_evidence, " ");
}

static char *
get_reach (const Ris3MapPage *page)
{
  Ris3Reach reach = ris3_reach_of_map (page->classification);

  /* What it speaks of is not on a map of shares. */
  return ris3_classification_shows_shares (page->classification) ? NULL : ris3_reach_to_text (&reach);
}

char *
_ris3_map_page_get_reach (const Ris3MapPage *page)
{
  return of_each (page, get_reach, " ");
}

static char *
get_disputes (const Ris3MapPage *page)
{
  Ris3Reach reach = ris3_reach_of_map (page->classification);

  return ris3_classification_shows_shares (page->classification) ? NULL : ris3_reach_describe_disputes (&reach);
}

char *
_ris3_map_page_get_disputes (const Ris3MapPage *page)
{
  return of_each (page, get_disputes, " ");
}

/* Whether it is in an inset. */
static gboolean
is_shown_apart (const Ris3MapPage *page, Ris3Boundaries *boundaries, guint index)
{
  const Ris3Region *region = ris3_boundaries_get_region (boundaries, index);

  for (guint i = 0; page->insets != NULL && i < page->insets->len; i++)
    {
      const Ris3MapInset *inset = g_ptr_array_index (page->insets, i);
      const Ris3Region *shown = ris3_boundaries_get_region (boundaries, inset->region);

      if (region->first_leaf >= shown->first_leaf && region->first_leaf < shown->first_leaf + shown->n_leaves)
        return TRUE;
    }
  return FALSE;
}

static char *
get_overseas (const Ris3MapPage *page)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  guint n_territories = ris3_classification_get_n_territories (page->classification);
  guint n_overseas = 0;

  for (guint i = 0; i < n_territories; i++)
    {
      guint region = ris3_classification_get_territory (page->classification, i)->region;

      n_overseas
          += ris3_boundaries_get_region (boundaries, region)->is_overseas && !is_shown_apart (page, boundaries, region);
    }
  return n_overseas == 0 ? NULL
                         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u area overseas is counted, and drawn only where the map "
                                                         "reaches it.",
                                                         "%u areas overseas are counted, and drawn only where the map "
                                                         "reaches them.",
                                                         n_overseas),
                                            n_overseas);
}

char *
_ris3_map_page_get_overseas (const Ris3MapPage *page)
{
  return of_each (page, get_overseas, " ");
}

const char *
_ris3_map_page_get_scope (const Ris3MapPage *page)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  const Ris3Box *shown = &page->extent;

  for (guint i = 0; i < n_regions; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      if (ris3_boundaries_is_leaf (boundaries, i) && !region->is_overseas
          && (region->box.x1 < shown->x0 || region->box.x0 > shown->x1 || region->box.y1 < shown->y0
              || region->box.y0 > shown->y1))
        return ris3_classification_get_result (page->classification) == NULL
                   ? _ ("All counts are of the whole of Europe, also beyond this map.")
                   : _ ("All counts are of all that matches the filter, also beyond this map.");
    }
  return NULL;
}

static char *
get_unplaced (const Ris3MapPage *page)
{
  g_autofree char *boundaries = ris3_boundaries_dup_title (ris3_classification_get_boundaries (page->classification));
  guint n_unplaced = 0;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (page->classification, &n_unplaced);
  g_autoptr (GString) text = NULL;

  if (n_unplaced == 0)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u strategy cannot be placed in %s:",
                                       "%u strategies cannot be placed in %s:", n_unplaced),
                          n_unplaced, boundaries);
  for (guint i = 0; i < MIN (n_unplaced, MAX_NAMED); i++)
    g_string_append_printf (text, "%s %s", i > 0 ? "," : "", ris3_strategy_get_region_code (unplaced[i]));
  g_string_append (text, n_unplaced > MAX_NAMED ? " …" : ".");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
_ris3_map_page_get_unplaced (const Ris3MapPage *page)
{
  return of_each (page, get_unplaced, " ");
}

static char *
get_atlas_source (const Ris3MapPage *page)
{
  const char *period = ris3_classification_get_period (page->classification);
  guint n_strategies = ris3_classification_get_summary (page->classification)->n_strategies;
  g_autofree char *source = ris3_text_shorten (
      page->source != NULL && page->source[0] != '\0' ? page->source : _ ("RIS3 Atlas"), MAX_SOURCE);
  g_autofree char *years = NULL;

  if (page->compared != NULL)
    /* Translators: the atlas's title, and how many strategies there are on the map A, and on the map B. */
    return g_strdup_printf (_ ("Source: %s; strategies on map A: %u, on map B: %u, each with its public source."),
                            source, n_strategies, ris3_classification_get_summary (page->compared)->n_strategies);
  if (period == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Source: %s; %u strategy, the latest of its region.",
                                         "Source: %s; %u strategies, the latest of each region.", n_strategies),
                            source, n_strategies);
  years = ris3_period_to_text (period);
  /* Translators: the atlas's title, a number, and a period, as "2014–2020". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Source: %s; %u strategy of %s, with its public source.",
                                       "Source: %s; %u strategies of %s, each with its public source.", n_strategies),
                          source, n_strategies, years);
}

static char *
describe_axes (const Ris3MapPage *page)
{
  return ris3_classification_describe_axes (page->classification);
}

static char *
get_note (const Ris3MapPage *page)
{
  char *note = ris3_classification_get_note (page->classification);

  return note != NULL ? g_strdelimit (note, "\n", ' ') : NULL;
}

/* With what is to be said of joined columns, whose sources are others. */
char *
_ris3_map_page_get_source (const Ris3MapPage *page)
{
  g_autofree char *source = get_atlas_source (page);
  g_autofree char *note = of_each (page, get_note, " ");
  g_autofree char *axes = of_each (page, describe_axes, " ");

  if (axes != NULL)
    return g_strjoin (" ", axes, source, note, NULL);
  return g_strjoin (" ", source, note, NULL);
}

char *
_ris3_map_page_get_projection (const Ris3MapPage *page)
{
  if (_ris3_map_page_is_crs (page->crs, RIS3_MAP_PAGE_MERCATOR))
    return g_strdup (_ ("Web Mercator (EPSG:3857): areas look larger the farther north they lie."));
  if (_ris3_map_page_is_crs (page->crs, RIS3_MAP_PAGE_CRS))
    return g_strdup (_ ("Equal areas: ETRS89-LAEA Europe (EPSG:3035)."));
  if (_ris3_map_page_is_crs (page->crs, RIS3_MAP_PAGE_DEGREES))
    return g_strdup (_ ("Longitude and latitude (EPSG:4326): areas look wider the farther north they lie."));
  /* Translators: %s is a code, such as EPSG:25832. */
  return g_strdup_printf (_ ("Map projection: %s."), page->crs);
}

char *
_ris3_map_page_get_disclaimer (const Ris3MapPage *page)
{
  const char *publisher = page->options != NULL ? page->options->publisher : NULL;

  if (page->options != NULL && !page->options->has_disclaimer)
    return NULL;
  if (publisher == NULL)
    return g_strdup (
        _ ("The designations employed and the presentation of material on this map do not imply the expression of any "
           "opinion whatsoever on the part of the publisher concerning the legal status of any country, territory, "
           "city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries."));
  return g_strdup_printf (
      /* Translators: %s is who publishes the report, as “the European Commission” */
      _ ("The designations employed and the presentation of material on this map do not imply the expression of any "
         "opinion whatsoever on the part of %s concerning the legal status of any country, territory, "
         "city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries."),
      publisher);
}
