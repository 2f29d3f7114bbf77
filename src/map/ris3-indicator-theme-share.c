/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What share of a strategy's priorities is on a theme. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_absence (strategy);
  guint n_priorities, n_with_theme;

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  n_priorities = ris3_indicator_count_priorities (strategy, self->argument, &n_with_theme);
  /* Of nothing there is no share. */
  if (n_priorities == 0)
    return RIS3_VALUE_NUMBER (RIS3_NUMBER_UNKNOWN);
  return (Ris3Value){ .number = 100.0 * n_with_theme / n_priorities, .base = n_priorities };
}

/* Of all priorities together. */
static Ris3Value
aggregate (const Ris3Value *values, guint n_values)
{
  double base = 0, part = 0;

  for (guint i = 0; i < n_values; i++)
    if (values[i].absence == RIS3_ABSENCE_NONE && values[i].number != RIS3_NUMBER_UNKNOWN)
      {
        base += values[i].base;
        part += values[i].number * values[i].base / 100;
      }
  return base > 0 ? (Ris3Value){ .number = 100 * part / base, .base = base }
                  : ris3_aggregate_greatest (values, n_values);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s; the latest of each region) has a priority on %s",
                                         "(%s; the latest of each region) have a priority on %s", count),
                            share, ris3_indicator_get_argument_title (self));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "of %s (%s) has a priority on %s", "of %s (%s) have a priority on %s", count),
      years, share, ris3_indicator_get_argument_title (self));
}

static char *
describe (const Ris3Value *value)
{
  guint base = (guint) lround (value->base), part = (guint) lround (value->number * value->base / 100);
  g_autofree char *share = ris3_share_to_text (part, base);

  /* Translators: a share of the priorities of a strategy: "3 of 7 priorities (43 %)". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u priority (%s)", "%u of %u priorities (%s)", base),
                          part, base, share);
}

const Ris3Indicator ris3_indicator_theme_share = {
  .id = "theme-share:personalised-medicine",
  .title = N_ ("Share of Priorities on a Theme"),
  .group = RIS3_INDICATOR_GROUP_THEMES,
  .argument_kind = RIS3_ARGUMENT_THEME,
  .argument = "personalised-medicine",
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .unknown = N_ ("No priority is recorded"),
  .get_value = get_value,
  .reads_priorities = TRUE,
  .aggregate = aggregate,
  .aggregates_strategies = TRUE,
  .get_claim = get_claim,
  .describe = describe,
};
