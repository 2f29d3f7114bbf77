/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one can filter by, and the values that are the same in every atlas. */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-countries-private.h"
#include "model/ris3-language.h"

#define MAX_VALUES 7 /* with a NULL */

typedef struct
{
  const char *id;
  const char *title;
  const char *values[MAX_VALUES];
  const char *titles[MAX_VALUES];
} FacetInfo;

static const FacetInfo facets[RIS3_N_FACETS] = {
  [RIS3_FACET_COUNTRY] = { "country", N_ ("Country") },
  [RIS3_FACET_GROUP]
  = { "group",
      N_ ("Group of Countries"),
      { "eu27", "efta", "candidate", "uk" },
      { N_ ("European Union (27)"), N_ ("EFTA"), N_ ("Candidate countries"), N_ ("United Kingdom") } },
  [RIS3_FACET_LEVEL] = { "level",
                         N_ ("Level"),
                         { "0", "1", "2", "3" },
                         { N_ ("NUTS 0, whole country"), N_ ("NUTS 1"), N_ ("NUTS 2"), N_ ("NUTS 3") } },
  [RIS3_FACET_PERIOD] = { "period", N_ ("Period") },
  [RIS3_FACET_LANGUAGE] = { "language", N_ ("Language") },
  [RIS3_FACET_THEME] = { "theme", N_ ("Theme") },
  [RIS3_FACET_PM]
  = { "pm",
      N_ ("Personalised Medicine"),
      { "yes", "no", "unknown", "disputed" },
      { N_ ("Explicit PM priority"), N_ ("PM not named"), N_ ("PM not known"), N_ ("Disputed between sources") } },
  [RIS3_FACET_ABSENCE]
  = { "absence",
      N_ ("Health"),
      { "none", "no-priority", "withheld", "not-analysed" },
      { N_ ("Health priority"), N_ ("Analysed, health is not a priority"), N_ ("Withheld"), N_ ("Not yet analysed") } },
  [RIS3_FACET_SOURCE] = { "source",
                          N_ ("Source"),
                          { "strategy", "official-page", "report", "news" },
                          { N_ ("The strategy itself"), N_ ("Official page"), N_ ("Report"), N_ ("News") } },
  [RIS3_FACET_ANALYSIS] = { "analysis",
                            N_ ("Analysis"),
                            { "pending", "desk", "document", "confirmed" },
                            { N_ ("Not yet analysed"), N_ ("From pages and reports"), N_ ("Document was read"),
                              N_ ("Confirmed by the region") } },
  [RIS3_FACET_COMMENT] = { "comment",
                           N_ ("Comments"),
                           { "none", "asked", "answered", "received", "decided", "open" },
                           { N_ ("Nobody was asked"), N_ ("Asked, no answer yet"), N_ ("Answered without a comment"),
                             N_ ("Received, nothing decided"), N_ ("Decided"), N_ ("With open comments") } },
  [RIS3_FACET_PARTICIPATION] = { "programme", N_ ("Programme") },
  [RIS3_FACET_ACTIVITY]
  = { "activity", N_ ("Activities"), { "yes", "no" }, { N_ ("With activities"), N_ ("None known") } },
  [RIS3_FACET_REGION] = { "region", N_ ("Region") },
  [RIS3_FACET_CLASS] = { "class", N_ ("Class on the Map") },
};

const char *
ris3_facet_get_title (Ris3Facet facet)
{
  g_return_val_if_fail (facet < RIS3_N_FACETS, NULL);
  return _ (facets[facet].title);
}

const char *
ris3_facet_get_id (Ris3Facet facet)
{
  g_return_val_if_fail (facet < RIS3_N_FACETS, NULL);
  return facets[facet].id;
}

const char *const *
ris3_facet_get_fixed_values (Ris3Facet facet)
{
  return facets[facet].values[0] != NULL ? facets[facet].values : NULL;
}

const char *
ris3_facet_get_value_title (Ris3Facet facet, const char *value)
{
  const FacetInfo *info;

  g_return_val_if_fail (facet < RIS3_N_FACETS && value != NULL, NULL);
  info = &facets[facet];
  for (guint i = 0; i < MAX_VALUES && info->values[i] != NULL; i++)
    if (g_str_equal (info->values[i], value))
      return _ (info->titles[i]);
  if (facet == RIS3_FACET_COUNTRY)
    return ris3_country_get_name (value);
  if (facet == RIS3_FACET_LANGUAGE)
    return g_str_equal (value, RIS3_FILTER_NO_LANGUAGE) ? _ ("Not known") : ris3_language_get_name (value);
  return g_intern_string (value);
}

static char *
read_country (const char *text)
{
  if (strlen (text) != 2 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return g_strdup (text);
  /* Eurostat's codes are not ISO's. */
  if (g_ascii_strcasecmp (text, "GB") == 0)
    return g_strdup ("UK");
  if (g_ascii_strcasecmp (text, "GR") == 0)
    return g_strdup ("EL");
  return g_ascii_strup (text, -1);
}

static char *
read_period (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "–", -1);
  g_autofree char *period = g_strjoinv ("-", parts);

  if (strlen (period) != 9 || period[4] != '-' || strspn (period, "0123456789") != 4
      || strspn (period + 5, "0123456789") != 4 || strncmp (period, period + 5, 4) >= 0)
    return NULL;
  return g_steal_pointer (&period);
}

static char *
read_language (const char *text)
{
  if (g_ascii_strcasecmp (text, RIS3_FILTER_NO_LANGUAGE) != 0
      && (strlen (text) != 2 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1])))
    return NULL;
  return g_ascii_strdown (text, -1);
}

char *
ris3_facet_read_value (Ris3Facet facet, const char *text)
{
  const FacetInfo *info = &facets[facet];

  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;
  switch ((guint) facet)
    {
    case RIS3_FACET_COUNTRY:
      return read_country (text);
    case RIS3_FACET_PERIOD:
      return read_period (text);
    case RIS3_FACET_LANGUAGE:
      return read_language (text);
    case RIS3_FACET_THEME:
    case RIS3_FACET_PARTICIPATION:
    case RIS3_FACET_REGION:
    case RIS3_FACET_CLASS:
      return g_strdup (text);
    }
  for (guint i = 0; i < MAX_VALUES && info->values[i] != NULL; i++)
    if (g_ascii_strcasecmp (info->values[i], text) == 0)
      return g_strdup (info->values[i]);
  return NULL;
}
