/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map/ris3-period.h"

static const Ris3Indicator *const indicators[] = {
  &ris3_indicator_personalised_medicine,
  &ris3_indicator_health,
};

guint
ris3_indicator_get_n_indicators (void)
{
  return G_N_ELEMENTS (indicators);
}

const Ris3Indicator *
ris3_indicator_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (indicators), NULL);
  return indicators[index];
}

const Ris3Indicator *
ris3_indicator_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    if (g_strcmp0 (indicators[i]->id, id) == 0)
      return indicators[i];
  return NULL;
}

const char *
ris3_indicator_get_title (const Ris3Indicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return _ (self->title);
}

char *
ris3_indicator_get_number (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return g_strdup_printf ("%'u", self->count (summary));
}

char *
ris3_indicator_get_claim (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period)
{
  g_autofree char *share = NULL;
  g_autofree char *years = NULL;

  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  share = ris3_share_to_text (self->count (summary), summary->n_analysed);
  years = period != NULL ? ris3_period_to_text (period) : NULL;
  return self->get_claim (self->count (summary), share, years);
}

char *
ris3_indicator_get_headline (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period)
{
  g_autofree char *number = NULL;
  g_autofree char *base = NULL;
  g_autofree char *claim = NULL;

  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  number = ris3_indicator_get_number (self, summary);
  base = ris3_strategy_summary_get_base (summary);
  claim = ris3_indicator_get_claim (self, summary, period);
  return g_strdup_printf ("%s %s %s", number, base, claim);
}

GArray *
ris3_indicator_get_figures (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return self->get_figures (summary);
}

char *
ris3_indicator_get_evidence (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return self->get_evidence != NULL ? self->get_evidence (summary) : NULL;
}

char *
ris3_indicator_describe_ratio (const Ris3Value *value)
{
  guint base, part;
  g_autofree char *share = NULL;

  g_return_val_if_fail (value != NULL && value->absence == RIS3_ABSENCE_NONE, NULL);
  base = (guint) lround (value->base);
  part = (guint) lround (value->number * value->base / 100);
  share = ris3_share_to_text (part, base);
  /* Translators: a share of the areas within a region: "9 of 16 areas (56 %)". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u area (%s)", "%u of %u areas (%s)", base), part, base,
                          share);
}

Ris3Value
ris3_share_of_one (Ris3Value value, gboolean is_found)
{
  if (value.absence != RIS3_ABSENCE_NONE)
    return value;
  return (Ris3Value){ .number = is_found ? 100 : 0, .base = 1 };
}

Ris3Value
ris3_aggregate_shares (const Ris3Value *values, guint n_values)
{
  Ris3Absence absence = RIS3_N_ABSENCES;
  double found = 0, base = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n_values; i++)
    if (values[i].absence == RIS3_ABSENCE_NONE)
      {
        any = TRUE;
        found += values[i].number * values[i].base / 100;
        base += values[i].base;
      }
    else
      {
        absence = MIN (absence, values[i].absence);
        base += values[i].absence == RIS3_ABSENCE_NO_PRIORITY;
      }
  return any ? (Ris3Value){ .number = 100 * found / base, .base = base } : RIS3_VALUE_ABSENT (absence);
}

static void
clear_figure (gpointer data)
{
  g_free (((Ris3Figure *) data)->text);
}

GArray *
ris3_figures_new (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Ris3Figure));

  g_array_set_clear_func (figures, clear_figure);
  return figures;
}

void
ris3_figures_add (GArray *figures, const char *text, guint count, gboolean is_sum)
{
  Ris3Figure figure = { g_strdup (text), count, is_sum };

  g_array_append_val (figures, figure);
}

void
ris3_figures_add_unknown (GArray *figures, const Ris3StrategySummary *summary)
{
  ris3_figures_add (figures, ris3_absence_get_title (RIS3_ABSENCE_NOT_ANALYSED),
                    summary->n_strategies - summary->n_analysed - summary->n_withheld, FALSE);
  if (summary->n_withheld > 0)
    ris3_figures_add (figures, ris3_absence_get_title (RIS3_ABSENCE_WITHHELD), summary->n_withheld, FALSE);
}
