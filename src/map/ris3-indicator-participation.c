/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which regions take part in a programme. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Category categories[] = {
  { "member", N_ ("Takes part, or a region within it does"), RIS3_FILL_FIRST, TRUE },
  { "within-member", N_ ("Its country or a wider region takes part"), RIS3_FILL_THIRD },
  { "none", N_ ("Does not take part"), RIS3_FILL_FOURTH },
};

static Ris3Value
get_region_value (const Ris3Indicator *self, Ris3RegionRecords *records, guint region)
{
  return RIS3_VALUE_NUMBER (RIS3_PART_OWN - ris3_region_records_get_part (records, region, self->argument));
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s) takes part in %s, or a region within it does",
                                       "(%s) take part in %s, or regions within them do", count),
                          share, self->argument);
}

const Ris3Indicator ris3_indicator_participation = {
  .id = "participation:ICPerMed",
  .title = N_ ("Participation"),
  .group = RIS3_INDICATOR_GROUP_PROGRAMMES,
  .argument_kind = RIS3_ARGUMENT_PROGRAMME,
  .argument = "ICPerMed",
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .get_region_value = get_region_value,
  .base = RIS3_BASE_AREAS,
  .get_claim = get_claim,
};
