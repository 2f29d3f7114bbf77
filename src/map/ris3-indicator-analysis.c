/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far a strategy has been read. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Category categories[] = {
  { "confirmed", N_ ("Confirmed by the region"), RIS3_FILL_FIRST },
  { "document", N_ ("The document itself was read"), RIS3_FILL_SECOND },
  { "desk", N_ ("Read from pages and reports"), RIS3_FILL_THIRD },
};

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_unread (strategy);

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  switch (ris3_strategy_get_analysis_state (strategy))
    {
    case RIS3_ANALYSIS_CONFIRMED:
      return RIS3_VALUE_NUMBER (0);
    case RIS3_ANALYSIS_DOCUMENT:
      return RIS3_VALUE_NUMBER (1);
    case RIS3_ANALYSIS_DESK:
    case RIS3_ANALYSIS_PENDING:
      break;
    }
  return RIS3_VALUE_NUMBER (2);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s; the latest of each region) is confirmed by its region",
                                         "(%s; the latest of each region) are confirmed by their region", count),
                            share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) is confirmed by its region",
                                       "of %s (%s) are confirmed by their region", count),
                          years, share);
}

static const Ris3Indicator share_form = {
  .id = "analysis-share",
  .title = N_ ("Share Confirmed by the Region"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .whole = &ris3_indicator_analysis,
  .get_value = ris3_indicator_get_share,
  .aggregate = ris3_aggregate_shares,
  .base = RIS3_BASE_ANALYSED,
  .get_claim = get_claim,
  .describe = ris3_indicator_describe_ratio,
};

const Ris3Indicator ris3_indicator_analysis = {
  .id = "analysis",
  .title = N_ ("How Far It Was Read"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .get_value = get_value,
  .share = &share_form,
  .base = RIS3_BASE_ANALYSED,
  .get_claim = get_claim,
};
