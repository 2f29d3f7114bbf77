/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-filter-description.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-class-term.h"
#include "map/ris3-period.h"
#include "model/ris3-text.h"

/* Characters of a name, and of words, in a sentence. */
#define MAX_NAME 60
/* Regions that are named one by one. */
#define MAX_REGIONS 3

char *
ris3_filter_value_words (Ris3FilterResult *result, Ris3Facet facet, const char *value)
{
  guint n_values = 0;
  const Ris3FacetValue *values = NULL;

  if (facet == RIS3_FACET_PERIOD)
    return ris3_period_to_text (value);
  if (facet == RIS3_FACET_CLASS)
    return ris3_class_term_describe (value);
  if (result != NULL)
    values = ris3_filter_result_get_values (result, facet, &n_values);
  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (values[i].id, value))
      return ris3_text_shorten (values[i].title, MAX_NAME);
  return ris3_text_shorten (ris3_facet_get_value_title (facet, value), MAX_NAME);
}

char *
ris3_filter_years_words (Ris3Filter *filter)
{
  guint since = ris3_filter_get_since (filter);
  guint until = ris3_filter_get_until (filter);

  if (since != 0 && since == until)
    return g_strdup_printf ("%u", since);
  if (since != 0 && until != 0)
    /* Translators: two years */
    return g_strdup_printf (_ ("%u–%u"), since, until);
  if (since != 0)
    return g_strdup_printf (_ ("since %u"), since);
  if (until != 0)
    return g_strdup_printf (_ ("until %u"), until);
  return NULL;
}

char *
ris3_filter_regions_words (Ris3Filter *filter)
{
  guint n_regions = g_strv_length ((GStrv) ris3_filter_get_values (filter, RIS3_FACET_REGION));

  return n_regions > MAX_REGIONS
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u region", "%u regions", n_regions), n_regions)
             : NULL;
}

typedef enum
{
  JOIN_OR,
  JOIN_AND,
  JOIN_PARTS,
} Join;

/* Puts one more thing into a list. */
static void
join (char **list, Join how, char *more)
{
  g_autofree char *former = *list;
  g_autofree char *last = more;

  if (former == NULL)
    *list = g_steal_pointer (&last);
  else if (how == JOIN_OR)
    /* Translators: what is filtered by: "France or Italy" */
    *list = g_strdup_printf (C_ ("filter", "%s or %s"), former, last);
  else if (how == JOIN_AND)
    /* Translators: what is filtered by: "Oncology and Genomics" */
    *list = g_strdup_printf (C_ ("filter", "%s and %s"), former, last);
  else
    /* Translators: two parts of a filter: "France or Italy; Oncology" */
    *list = g_strdup_printf (C_ ("filter", "%s; %s"), former, last);
}

static char *
describe_words (Ris3Filter *filter)
{
  g_autofree char *shown = ris3_text_shorten (ris3_filter_get_words (filter), MAX_NAME);

  /* Translators: words that are searched for */
  return g_strdup_printf (_ ("“%s”"), shown);
}

/* NULL: nothing is chosen. */
static char *
describe_facet (Ris3Filter *filter, Ris3FilterResult *result, Ris3Facet facet)
{
  const char *const *values = ris3_filter_get_values (filter, facet);
  gboolean all = facet == RIS3_FACET_THEME && ris3_filter_get_all_themes (filter);
  char *list = facet == RIS3_FACET_REGION ? ris3_filter_regions_words (filter) : NULL;

  if (list != NULL)
    return list;
  for (guint i = 0; values[i] != NULL; i++)
    join (&list, all ? JOIN_AND : JOIN_OR, ris3_filter_value_words (result, facet, values[i]));
  return list;
}

char *
ris3_filter_describe (Ris3Filter *filter, Ris3FilterResult *result)
{
  char *years = ris3_filter_years_words (filter);
  char *list = NULL;

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      char *words = describe_facet (filter, result, facet);

      if (words != NULL)
        join (&list, JOIN_PARTS, words);
    }
  if (years != NULL)
    join (&list, JOIN_PARTS, years);
  if (*ris3_filter_get_words (filter) != '\0')
    join (&list, JOIN_PARTS, describe_words (filter));
  return list != NULL ? list : g_strdup ("");
}

/* The one value by which two differ; FALSE if that is not all. */
static gboolean
find_difference (Ris3Filter *less, Ris3Filter *more, Ris3Facet *facet, const char **value)
{
  guint n_values = 0;
  g_autoptr (Ris3Filter) without = NULL;

  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      const char *const *values = ris3_filter_get_values (more, i);

      for (guint j = 0; values[j] != NULL; j++)
        if (!ris3_filter_has (less, i, values[j]))
          {
            n_values++;
            *facet = i;
            *value = values[j];
          }
    }
  if (n_values != 1)
    return FALSE;
  without = ris3_filter_with (more, *facet, *value, FALSE);
  return ris3_filter_equal (less, without);
}

char *
ris3_filter_step_words (Ris3Filter *from, Ris3Filter *to, Ris3FilterResult *result)
{
  g_autofree char *name = NULL;
  Ris3Facet facet;
  const char *value;
  gboolean adds = find_difference (from, to, &facet, &value);
  g_autoptr (Ris3Filter) with_words = NULL;

  if (adds || find_difference (to, from, &facet, &value))
    {
      name = ris3_filter_value_words (result, facet, value);
      /* Translators: a step of filtering; %s is a country, theme … */
      return g_strdup_printf (adds ? C_ ("filter step", "Add %s")
                                   /* Translators: a step of filtering; %s is a country, theme … */
                                   : C_ ("filter step", "Remove %s"),
                              name);
    }
  if (ris3_filter_is_empty (to))
    return g_strdup (C_ ("filter step", "Clear All"));
  if (ris3_filter_get_since (from) != ris3_filter_get_since (to)
      || ris3_filter_get_until (from) != ris3_filter_get_until (to))
    {
      name = ris3_filter_years_words (to);
      return name != NULL ? g_strdup_printf (C_ ("filter step", "Years: %s"), name)
                          : g_strdup (C_ ("filter step", "Any Year"));
    }
  with_words = ris3_filter_with_words (from, ris3_filter_get_words (to), NULL);
  if (with_words != NULL && ris3_filter_equal (with_words, to) && *ris3_filter_get_words (to) != '\0')
    {
      name = ris3_text_shorten (ris3_filter_get_words (to), MAX_NAME);
      return g_strdup_printf (C_ ("filter step", "Words “%s”"), name);
    }
  return g_strdup (C_ ("filter step", "Change the Filter"));
}
