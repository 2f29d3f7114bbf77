/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many of a strategy's priorities are on a theme. */

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
  ris3_indicator_count_priorities (strategy, self->argument, &n_with_theme);
  return RIS3_VALUE_NUMBER (n_with_theme);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    /* Translators: a theme, and how many priorities on it there are in all of these strategies. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "(%s; the latest of each region) has priorities on %s, %'.0f in all",
                                         "(%s; the latest of each region) have priorities on %s, %'.0f in all", count),
                            share, ris3_indicator_get_argument_title (self), summary->sum);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) has priorities on %s, %'.0f in all",
                                       "of %s (%s) have priorities on %s, %'.0f in all", count),
                          years, share, ris3_indicator_get_argument_title (self), summary->sum);
}

static char *
describe (const Ris3Value *value)
{
  guint n = (guint) value->number;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u priority on the theme", "%'u priorities on the theme", n),
                          n);
}

const Ris3Indicator ris3_indicator_theme_count = {
  .id = "theme-count:personalised-medicine",
  .title = N_ ("Number of Priorities on a Theme"),
  .group = RIS3_INDICATOR_GROUP_THEMES,
  .argument_kind = RIS3_ARGUMENT_THEME,
  .argument = "personalised-medicine",
  .unit = "",
  .kind = RIS3_VALUE_COUNT,
  .get_value = get_value,
  .reads_priorities = TRUE,
  .aggregate = ris3_aggregate_sum,
  .aggregates_strategies = TRUE,
  .get_claim = get_claim,
  .describe = describe,
};
