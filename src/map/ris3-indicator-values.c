/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What indicators have in common: values of several areas, counting of priorities, and breakdowns. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/ris3-theme.h"

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
ris3_indicator_get_share (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  /* The form has the argument that is asked for. */
  Ris3Value value = self->whole->get_value (self, strategy);

  if (value.absence != RIS3_ABSENCE_NONE)
    return value;
  return (Ris3Value){ .number = value.number == 0 ? 100 : 0, .base = 1 };
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

Ris3Absence
ris3_indicator_get_unread (Ris3Strategy *strategy)
{
  if (ris3_strategy_get_withheld (strategy))
    return RIS3_ABSENCE_WITHHELD;
  return ris3_strategy_is_analysed (strategy) ? RIS3_ABSENCE_NONE : RIS3_ABSENCE_NOT_ANALYSED;
}

Ris3Absence
ris3_indicator_get_absence (Ris3Strategy *strategy)
{
  Ris3Absence absence = ris3_indicator_get_unread (strategy);

  if (absence != RIS3_ABSENCE_NONE || ris3_strategy_get_health_priority (strategy) == RIS3_ANSWER_YES
      || ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    return absence;
  return RIS3_ABSENCE_NO_PRIORITY;
}

/* Keys are "SCHEME VERSION CODE": of whatever version. */
static gboolean
has_theme (Ris3Priority *priority, const char *scheme, gsize scheme_length, const char *code)
{
  const char *const *keys = ris3_priority_get_theme_keys (priority);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *key_code = strrchr (keys[i], ' ');

      if (strncmp (keys[i], scheme, scheme_length) == 0 && keys[i][scheme_length] == ' ' && key_code != NULL
          && g_str_equal (key_code + 1, code))
        return TRUE;
    }
  return FALSE;
}

static guint
count_in_list (GListModel *priorities, const char *scheme, gsize scheme_length, const char *code, guint *n_with_theme)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      if (!ris3_priority_get_is_area (priority))
        {
          n++;
          *n_with_theme += code != NULL && has_theme (priority, scheme, scheme_length, code);
        }
      n += count_in_list (ris3_priority_get_children (priority), scheme, scheme_length, code, n_with_theme);
    }
  return n;
}

guint
ris3_indicator_count_priorities (Ris3Strategy *strategy, const char *theme, guint *n_with_theme)
{
  const char *slash = theme != NULL ? strchr (theme, '/') : NULL;
  const char *scheme = slash != NULL ? theme : RIS3_THEME_SCHEME;

  *n_with_theme = 0;
  return count_in_list (ris3_strategy_get_priorities (strategy), scheme,
                        slash != NULL ? (gsize) (slash - theme) : strlen (scheme), slash != NULL ? slash + 1 : theme,
                        n_with_theme);
}

/* The absence that says most, where no value is known. */
static Ris3Value
get_lack (const Ris3Value *values, guint n_values)
{
  Ris3Absence absence = RIS3_N_ABSENCES;
  gboolean is_unknown = FALSE;

  for (guint i = 0; i < n_values; i++)
    if (values[i].absence == RIS3_ABSENCE_NONE)
      is_unknown = TRUE;
    else
      absence = MIN (absence, values[i].absence);
  if (is_unknown)
    return RIS3_VALUE_NUMBER (RIS3_NUMBER_UNKNOWN);
  return RIS3_VALUE_ABSENT (absence < RIS3_N_ABSENCES ? absence : RIS3_ABSENCE_NO_STRATEGY);
}

static gboolean
is_known (const Ris3Value *value)
{
  return value->absence == RIS3_ABSENCE_NONE && value->number != RIS3_NUMBER_UNKNOWN;
}

Ris3Value
ris3_aggregate_sum (const Ris3Value *values, guint n_values)
{
  gboolean any = FALSE;
  double sum = 0;

  for (guint i = 0; i < n_values; i++)
    if (is_known (&values[i]))
      {
        any = TRUE;
        sum += values[i].number;
      }
  return any ? RIS3_VALUE_NUMBER (sum) : get_lack (values, n_values);
}

Ris3Value
ris3_aggregate_greatest (const Ris3Value *values, guint n_values)
{
  const Ris3Value *greatest = NULL;

  for (guint i = 0; i < n_values; i++)
    if (is_known (&values[i]) && (greatest == NULL || values[i].number > greatest->number))
      greatest = &values[i];
  return greatest != NULL ? *greatest : get_lack (values, n_values);
}

Ris3Value
ris3_aggregate_most_frequent (const Ris3Value *values, guint n_values)
{
  const Ris3Value *best = NULL;
  guint most = 0;

  for (guint i = 0; i < n_values; i++)
    {
      guint n = 0;

      for (guint j = 0; is_known (&values[i]) && j < n_values; j++)
        n += is_known (&values[j]) && values[j].number == values[i].number;
      if (n > most)
        {
          most = n;
          best = &values[i];
        }
    }
  return best != NULL ? *best : get_lack (values, n_values);
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

GArray *
ris3_figures_of_values (const Ris3Indicator *indicator, const Ris3StrategySummary *summary)
{
  GArray *figures = ris3_figures_new ();

  if (indicator->kind == RIS3_VALUE_CATEGORY)
    for (guint i = 0; i < indicator->n_categories; i++)
      ris3_figures_add (figures, _ (indicator->categories[i].title), summary->n_of[i], i == 0);
  else
    {
      guint count = ris3_indicator_count (indicator, summary);

      ris3_figures_add (figures, _ ("Counted above"), count, TRUE);
      if (summary->n_values > count)
        ris3_figures_add (figures, _ ("With a value, but not counted"), summary->n_values - count, FALSE);
      if (indicator->unknown != NULL)
        ris3_figures_add (figures, _ (indicator->unknown), summary->n_unknown, FALSE);
    }
  if (indicator->base == RIS3_BASE_AREAS)
    {
      ris3_figures_add (figures, _ ("Areas in all"), summary->n_areas, TRUE);
      return figures;
    }
  if (indicator->base == RIS3_BASE_ANALYSED)
    {
      ris3_figures_add (figures, _ ("Analysed in all"), summary->n_analysed, TRUE);
      ris3_figures_add_unknown (figures, summary);
    }
  else
    ris3_figures_add (figures, _ ("Known in all"), summary->n_strategies - summary->n_withheld, TRUE);
  return figures;
}

static GPtrArray *
pick_strategies (GListModel *strategies, const char *period)
{
  g_autoptr (GHashTable) latest = period == NULL ? ris3_strategy_find_latest (strategies) : NULL;
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (period != NULL ? g_str_equal (period, ris3_strategy_get_period (strategy))
                         : g_hash_table_contains (latest, strategy))
        g_ptr_array_add (picked, g_steal_pointer (&strategy));
    }
  return picked;
}

Ris3StrategySummary
ris3_indicator_summarise (const Ris3Indicator *self, GListModel *strategies, const char *period)
{
  g_autoptr (GPtrArray) picked = NULL;
  Ris3StrategySummary summary = { 0 };

  g_return_val_if_fail (self != NULL && G_IS_LIST_MODEL (strategies), summary);
  picked = pick_strategies (strategies, period);
  for (guint i = 0; i < picked->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (picked, i);

      ris3_strategy_summary_add (&summary, strategy);
      if (self->get_value != NULL)
        {
          Ris3Value value = self->get_value (self, strategy);

          ris3_strategy_summary_add_value (&summary, &value, ris3_indicator_is_found (self, &value));
        }
    }
  return summary;
}

GArray *
ris3_indicator_list_values (const Ris3Indicator *self, GListModel *strategies, const char *period)
{
  g_autoptr (GPtrArray) picked = NULL;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL && self->get_value != NULL && G_IS_LIST_MODEL (strategies), values);
  picked = pick_strategies (strategies, period);
  for (guint i = 0; i < picked->len; i++)
    {
      Ris3Value value = self->get_value (self, g_ptr_array_index (picked, i));

      if (value.absence == RIS3_ABSENCE_NONE)
        g_array_append_val (values, value.number);
    }
  return values;
}
