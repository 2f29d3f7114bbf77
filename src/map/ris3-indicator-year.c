/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The year of the strategy. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  if (ris3_strategy_get_withheld (strategy))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_WITHHELD);
  return RIS3_VALUE_NUMBER (ris3_strategy_get_year (strategy) > 0 ? ris3_strategy_get_year (strategy)
                                                                  : RIS3_NUMBER_UNKNOWN);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  guint first = (guint) summary->least, last = (guint) summary->greatest;

  if (years == NULL)
    /* Translators: the first and the last year. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "(%s; the latest of each region) says its year, from %u to %u",
                                         "(%s; the latest of each region) say their year, from %u to %u", count),
                            share, first, last);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) says its year, from %u to %u",
                                       "of %s (%s) say their year, from %u to %u", count),
                          years, share, first, last);
}

static char *
describe (const Ris3Value *value)
{
  return g_strdup_printf ("%.0f", value->number);
}

const Ris3Indicator ris3_indicator_year = {
  .id = "year",
  .title = N_ ("Year of the Strategy"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "",
  .kind = RIS3_VALUE_YEAR,
  .unknown = N_ ("Year not known"),
  .get_value = get_value,
  .aggregate = ris3_aggregate_greatest,
  .aggregates_strategies = TRUE,
  .base = RIS3_BASE_KNOWN,
  .get_claim = get_claim,
  .describe = describe,
};
