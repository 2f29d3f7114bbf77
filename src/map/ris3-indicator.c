/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

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

Ris3Value
ris3_aggregate_first_category (const Ris3Value *values, guint n_values)
{
  Ris3Value first = values[0];

  for (guint i = 1; i < n_values; i++)
    if (values[i].absence < first.absence
        || (values[i].absence == RIS3_ABSENCE_NONE && values[i].number < first.number))
      first = values[i];
  return first;
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
