/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-chart-kind.h"

#include <glib/gi18n.h>

static const Ris3ChartKind kinds[] = {
  { "pm", NC_ ("chart", "Personalised Medicine"), NC_ ("chart", "Not known"), RIS3_FACET_PM, RIS3_N_FACETS, TRUE,
    TRUE },
  { "country", NC_ ("chart", "Countries"), NC_ ("chart", "Without country"), RIS3_FACET_COUNTRY, RIS3_N_FACETS, FALSE,
    FALSE },
  { "analysis", NC_ ("chart", "State of Analysis"), NC_ ("chart", "Not known"), RIS3_FACET_ANALYSIS, RIS3_N_FACETS,
    TRUE, FALSE },
  { "period", NC_ ("chart", "Periods"), NC_ ("chart", "Without period"), RIS3_FACET_PERIOD, RIS3_N_FACETS, TRUE,
    FALSE },
  { "theme", NC_ ("chart", "Themes"), NC_ ("chart", "Without theme"), RIS3_FACET_THEME, RIS3_N_FACETS, FALSE, TRUE },
  { "theme-country", NC_ ("chart", "Themes by Country"), NC_ ("chart", "Without theme"), RIS3_FACET_THEME,
    RIS3_FACET_COUNTRY, FALSE, TRUE },
};

guint
ris3_chart_kind_get_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

const Ris3ChartKind *
ris3_chart_kind_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);
  return &kinds[index];
}

const char *
ris3_chart_kind_get_title (const Ris3ChartKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_dpgettext2 (NULL, "chart", self->title);
}

gboolean
ris3_chart_kind_is_bars (const Ris3ChartKind *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->columns == RIS3_N_FACETS;
}
