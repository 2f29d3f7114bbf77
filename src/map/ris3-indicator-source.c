/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What kind of source a strategy is known from. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Category categories[] = {
  { "strategy", N_ ("The strategy itself"), RIS3_FILL_FIRST },
  { "official-page", N_ ("Official page"), RIS3_FILL_SECOND },
  { "report", N_ ("Report"), RIS3_FILL_THIRD },
  { "news", N_ ("News item"), RIS3_FILL_FOURTH },
};

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  if (ris3_strategy_get_withheld (strategy))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_WITHHELD);
  return RIS3_VALUE_NUMBER (ris3_strategy_get_source_kind (strategy));
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "(%s; the latest of each region) is known from the document itself",
                                         "(%s; the latest of each region) are known from the document itself", count),
                            share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) is known from the document itself",
                                       "of %s (%s) are known from the document itself", count),
                          years, share);
}

static const Ris3Indicator share_form = {
  .id = "source-share",
  .title = N_ ("Share Known from the Strategy Itself"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .whole = &ris3_indicator_source,
  .get_value = ris3_indicator_get_share,
  .aggregate = ris3_aggregate_shares,
  .base = RIS3_BASE_KNOWN,
  .get_claim = get_claim,
  .describe = ris3_indicator_describe_ratio,
};

const Ris3Indicator ris3_indicator_source = {
  .id = "source",
  .title = N_ ("Kind of Source"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .get_value = get_value,
  .share = &share_form,
  .base = RIS3_BASE_KNOWN,
  .get_claim = get_claim,
};
