/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the consultation of a region stands. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

enum
{
  DECIDED,
  RECEIVED,
  ASKED,
  OVERDUE,
  NOT_ASKED,
};

static const Ris3Category categories[] = {
  { "decided", N_ ("Answered or commented, all decided"), RIS3_FILL_THIRD },
  { "received", N_ ("Commented, not all decided"), RIS3_FILL_FIRST },
  { "asked", N_ ("Asked, no answer yet"), RIS3_FILL_SECOND },
  { "overdue", N_ ("Asked, overdue"), RIS3_FILL_FIFTH },
  { "none", N_ ("Nobody was asked"), RIS3_FILL_CALM },
};

static Ris3Value
get_region_value (const Ris3Indicator *self, Ris3RegionRecords *records, guint region)
{
  Ris3RegionRecord record = ris3_region_records_get (records, region);

  /* What has come and waits for us goes before what we wait for. */
  return RIS3_VALUE_NUMBER (record.n_open > 0                                ? RECEIVED
                            : record.n_overdue > 0                           ? OVERDUE
                            : record.n_asked > 0                             ? ASKED
                            : record.n_comments > 0 || record.n_answered > 0 ? DECIDED
                                                                             : NOT_ASKED);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "(%s) has answered or commented", "(%s) have answered or commented", count), share);
}

const Ris3Indicator ris3_indicator_comments = {
  .id = "comments",
  .title = N_ ("State of the Consultation"),
  .group = RIS3_INDICATOR_GROUP_CONSULTATION,
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .n_found = RECEIVED + 1,
  .get_region_value = get_region_value,
  .base = RIS3_BASE_AREAS,
  .get_claim = get_claim,
};
