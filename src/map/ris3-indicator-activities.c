/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many activities are under way in a region. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static Ris3Value
get_region_value (const Ris3Indicator *self, Ris3RegionRecords *records, guint region)
{
  return RIS3_VALUE_NUMBER (ris3_region_records_get (records, region).n_activities);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "(%s) has an activity, %'.0f in all", "(%s) have activities, %'.0f in all", count),
      share, summary->sum);
}

static char *
describe (const Ris3Value *value)
{
  guint n = (guint) value->number;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u activity", "%'u activities", n), n);
}

const Ris3Indicator ris3_indicator_activities = {
  .id = "activities",
  .title = N_ ("Number of Activities"),
  .group = RIS3_INDICATOR_GROUP_PROGRAMMES,
  .unit = "",
  .kind = RIS3_VALUE_COUNT,
  .get_region_value = get_region_value,
  .base = RIS3_BASE_AREAS,
  .get_claim = get_claim,
  .describe = describe,
};
