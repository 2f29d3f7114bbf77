/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "Health in RIS3": whether there is a health priority. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Category categories[] = {
  { "health", N_ ("Health priority"), { { 0x6bb2b1, 0xc4e1e0 }, { 0x3d9088, 0x265f5a } } },
};

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_unread (strategy);

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  if (ris3_strategy_get_health_priority (strategy) == RIS3_ANSWER_YES
      || ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    return RIS3_VALUE_NUMBER (0);
  return RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_PRIORITY);
}

static guint
count (const Ris3StrategySummary *summary)
{
  return summary->n_health;
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint number,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s; the latest of each region) has a health priority",
                                         "(%s; the latest of each region) have a health priority", number),
                            share);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "of %s (%s) has a health priority", "of %s (%s) have a health priority", number),
      years, share);
}

static GArray *
get_figures (const Ris3StrategySummary *summary)
{
  GArray *figures = ris3_figures_new ();

  ris3_figures_add (figures, _ ("Health priority"), summary->n_health, TRUE);
  ris3_figures_add (figures, _ ("Analysed, health is not a priority"), summary->n_analysed - summary->n_health, TRUE);
  ris3_figures_add (figures, _ ("Analysed in all"), summary->n_analysed, TRUE);
  ris3_figures_add_unknown (figures, summary);
  return figures;
}

static const Ris3Indicator share_form = {
  .id = "health-share",
  .title = N_ ("Share with a health priority"),
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .whole = &ris3_indicator_health,
  .get_value = ris3_indicator_get_share,
  .aggregate = ris3_aggregate_shares,
  .describe = ris3_indicator_describe_ratio,
  .count = count,
  .get_claim = get_claim,
  .get_figures = get_figures,
};

const Ris3Indicator ris3_indicator_health = {
  .id = "health",
  .title = N_ ("Health in RIS3"),
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .get_value = get_value,
  .share = &share_form,
  .count = count,
  .get_claim = get_claim,
  .get_figures = get_figures,
};
