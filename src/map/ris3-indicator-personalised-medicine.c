/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "Personalised medicine in RIS3", the two classes of the Commission's map of 2019: the explicit mark,
 * or a health priority that does not name personalised medicine.
 */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

enum
{
  CATEGORY_EXPLICIT,
  CATEGORY_HEALTH,
  N_CATEGORIES
};

static const Ris3Category categories[N_CATEGORIES] = {
  [CATEGORY_EXPLICIT]
  = { "explicit", N_ ("Explicit PM priority"), { { 0x0b4f8a, 0x7fa6cb }, { 0x9ccbff, 0x4f7fb2 } }, TRUE },
  [CATEGORY_HEALTH]
  = { "health", N_ ("Health priority, PM not named"), { { 0x6bb2b1, 0xc4e1e0 }, { 0x3d9088, 0x265f5a } } },
};

static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_unread (strategy);

  if (absence != RIS3_ABSENCE_NONE)
    return RIS3_VALUE_ABSENT (absence);
  if (ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    return RIS3_VALUE_NUMBER (CATEGORY_EXPLICIT);
  if (ris3_strategy_get_health_priority (strategy) == RIS3_ANSWER_YES)
    return RIS3_VALUE_NUMBER (CATEGORY_HEALTH);
  return RIS3_VALUE_ABSENT (RIS3_ABSENCE_NO_PRIORITY);
}

static guint
count (const Ris3StrategySummary *summary)
{
  return summary->n_explicit;
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint number,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "(%s; the latest of each region) explicitly prioritises personalised medicine",
                     "(%s; the latest of each region) explicitly prioritise personalised medicine", number),
        share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) explicitly prioritises personalised medicine",
                                       "of %s (%s) explicitly prioritise personalised medicine", number),
                          years, share);
}

static GArray *
get_figures (const Ris3StrategySummary *summary)
{
  GArray *figures = ris3_figures_new ();

  ris3_figures_add (figures, _ ("Explicit PM priority"), summary->n_explicit, TRUE);
  for (guint basis = RIS3_BASIS_TEXT; basis < RIS3_N_BASES; basis++)
    ris3_figures_add (figures, ris3_basis_get_title (basis), summary->explicit_by_basis[basis], FALSE);
  ris3_figures_add (figures, _ ("Health priority, PM not named"), summary->n_health - summary->n_explicit, TRUE);
  ris3_figures_add (figures, _ ("Analysed, health is not a priority"), summary->n_analysed - summary->n_health, TRUE);
  ris3_figures_add (figures, _ ("Analysed in all"), summary->n_analysed, TRUE);
  ris3_figures_add_unknown (figures, summary);
  ris3_figures_add (figures, _ ("Disputed between sources"), summary->n_disputed, FALSE);
  return figures;
}

/* Not all marks were read in the strategy itself. */
static char *
get_evidence (const Ris3StrategySummary *summary)
{
  if (summary->n_explicit == 0)
    return NULL;
  return g_strdup_printf (
      _ ("The mark rests on the source that was read (%u), a record of the Commission (%u), the "
         "region’s own answer (%u), or a call, news item or consultation (%u)."),
      summary->explicit_by_basis[RIS3_BASIS_TEXT], summary->explicit_by_basis[RIS3_BASIS_COMMISSION],
      summary->explicit_by_basis[RIS3_BASIS_REGION], summary->explicit_by_basis[RIS3_BASIS_SECONDARY]);
}

static const Ris3Indicator share_form = {
  .id = "personalised-medicine-share",
  .title = N_ ("Share with an explicit PM priority"),
  .unit = "%",
  .kind = RIS3_VALUE_RATIO,
  .whole = &ris3_indicator_personalised_medicine,
  .get_value = ris3_indicator_get_share,
  .is_disputed = ris3_strategy_get_pm_disputed,
  .aggregate = ris3_aggregate_shares,
  .describe = ris3_indicator_describe_ratio,
  .count = count,
  .get_claim = get_claim,
  .get_figures = get_figures,
  .get_evidence = get_evidence,
};

const Ris3Indicator ris3_indicator_personalised_medicine = {
  .id = "personalised-medicine",
  .title = N_ ("Personalised medicine (PM) in RIS3"),
  .unit = "",
  .kind = RIS3_VALUE_CATEGORY,
  .categories = categories,
  .n_categories = N_CATEGORIES,
  .get_value = get_value,
  .is_disputed = ris3_strategy_get_pm_disputed,
  .share = &share_form,
  .count = count,
  .get_claim = get_claim,
  .get_figures = get_figures,
  .get_evidence = get_evidence,
};
