/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a filter says of a region of which no strategy is recorded. */

#include "config.h"

#include <string.h>

#include "model/ris3-countries-private.h"
#include "model/ris3-filter-private.h"

#define COUNTRY_LENGTH 2
#define MAX_LEVEL 3

static gboolean
is_place (Ris3Facet facet)
{
  return facet == RIS3_FACET_COUNTRY || facet == RIS3_FACET_GROUP || facet == RIS3_FACET_LEVEL
         || facet == RIS3_FACET_REGION;
}

static gboolean
has_place (const char *value, Ris3Facet facet, const char *code)
{
  g_autofree char *country = g_strndup (code, COUNTRY_LENGTH);
  gsize level = MIN (strlen (code) - strlen (country), MAX_LEVEL);

  switch (facet)
    {
    case RIS3_FACET_COUNTRY:
      return g_str_equal (value, country);
    case RIS3_FACET_GROUP:
      return g_strcmp0 (value, ris3_country_get_group (country)) == 0;
    case RIS3_FACET_LEVEL:
      return value[0] == (char) ('0' + level);
    default:
      /* Within it. */
      return g_str_has_prefix (code, value);
    }
}

gboolean
ris3_filter_is_about_region (Ris3Filter *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);
  if (*self->words != '\0' || self->since != 0 || self->until != 0)
    return FALSE;
  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      gboolean is_one = self->values[facet][0] == NULL;

      for (char **value = self->values[facet]; *value != NULL && is_place (facet); value++)
        is_one = is_one || has_place (*value, facet, code);
      if (!is_one)
        return FALSE;
    }
  return TRUE;
}
