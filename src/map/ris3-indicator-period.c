/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The period of the strategy: to be asked of the latest of each region. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-period.h"

/* "2014-2020" as 20142020. */
static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  const char *period = ris3_strategy_get_period (strategy);
  guint first = 0, last = 0;

  if (ris3_strategy_get_withheld (strategy))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_WITHHELD);
  for (guint i = 0; i < 4 && g_ascii_isdigit (period[i]); i++)
    first = first * 10 + (guint) g_ascii_digit_value (period[i]);
  for (guint i = 5; first >= 1000 && period[4] == '-' && i < 9 && g_ascii_isdigit (period[i]); i++)
    last = last * 10 + (guint) g_ascii_digit_value (period[i]);
  return RIS3_VALUE_NUMBER (last > 0 ? first * 10000.0 + last : RIS3_NUMBER_UNKNOWN);
}

static char *
identify_number (double number)
{
  return g_strdup_printf ("%u-%u", (guint) number / 10000, (guint) number % 10000);
}

static char *
name_number (double number)
{
  g_autofree char *period = identify_number (number);

  return ris3_period_to_text (period);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  g_autofree char *last = NULL;

  if (years != NULL)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "(%s) is of the period %s", "(%s) are of the period %s", count), share, years);
  last = name_number (summary->greatest);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s) is the latest of its region; the last period is %s",
                                       "(%s) are the latest of their regions; the last period is %s", count),
                          share, last);
}

const Ris3Indicator ris3_indicator_period = {
  .id = "period",
  .title = N_ ("Period of the Strategy"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "",
  .kind = RIS3_VALUE_TEXT,
  .unknown = N_ ("Period not known"),
  .name_number = name_number,
  .identify_number = identify_number,
  .get_value = get_value,
  .aggregate = ris3_aggregate_greatest,
  .aggregates_strategies = TRUE,
  .base = RIS3_BASE_KNOWN,
  .get_claim = get_claim,
};
