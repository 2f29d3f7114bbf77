/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many health priorities a strategy states. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_absence (strategy);
  guint n_with_theme;

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  return RIS3_VALUE_NUMBER (ris3_indicator_count_priorities (strategy, NULL, &n_with_theme));
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    /* Translators: the second number is how many priorities there are in all of these strategies. */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "(%s; the latest of each region) is known with its health priorities, %'.0f in all",
                     "(%s; the latest of each region) are known with their health priorities, %'.0f in all", count),
        share, summary->sum);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) is known with its health priorities, %'.0f in all",
                                       "of %s (%s) are known with their health priorities, %'.0f in all", count),
                          years, share, summary->sum);
}

static char *
describe (const Ris3Value *value)
{
  guint n = (guint) value->number;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u health priority", "%'u health priorities", n), n);
}

const Ris3Indicator ris3_indicator_priorities = {
  .id = "priorities",
  .title = N_ ("Number of Health Priorities"),
  .group = RIS3_INDICATOR_GROUP_FINDINGS,
  .unit = "",
  .kind = RIS3_VALUE_COUNT,
  .get_value = get_value,
  .reads_priorities = TRUE,
  .aggregate = ris3_aggregate_sum,
  .aggregates_strategies = TRUE,
  .get_claim = get_claim,
  .describe = describe,
};
