/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a strategy has a priority on a theme. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Category categories[] = {
  { "theme", N_ ("Priority on the theme"), RIS3_FILL_FIRST, TRUE },
  { "other", N_ ("Health priority, not on the theme"), { { 0x6bb2b1, 0xc4e1e0 }, { 0x3d9088, 0x265f5a } } },
};

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_absence (strategy);
  guint n_with_theme;

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  ris3_indicator_count_priorities (strategy, self->argument, &n_with_theme);
  return RIS3_VALUE_NUMBER (n_with_theme > 0 ? 0 : 1);
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

static const Ris3Indicator share_form = {
  .id = "theme-areas-share:personalised-medicine",
  .title = N_ ("Share with a Priority on a Theme"),
  .group = RIS3_INDICATOR_GROUP_THEMES,
  .argument_kind = RIS3_ARGUMENT_THEME,
  .argument = "personalised-medicine",
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .whole = &ris3_indicator_theme,
  .get_value = ris3_indicator_get_share,
  .reads_priorities = TRUE,
  .aggregate = ris3_aggregate_shares,
  .get_claim = get_claim,
  .describe = ris3_indicator_describe_ratio,
};

const Ris3Indicator ris3_indicator_theme = {
  .id = "theme:personalised-medicine",
  .title = N_ ("Priority on a Theme"),
  .group = RIS3_INDICATOR_GROUP_THEMES,
  .argument_kind = RIS3_ARGUMENT_THEME,
  .argument = "personalised-medicine",
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = G_N_ELEMENTS (categories),
  .get_value = get_value,
  .reads_priorities = TRUE,
  .share = &share_form,
  .get_claim = get_claim,
};
