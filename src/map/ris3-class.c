/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class.h"

#include <glib/gi18n-lib.h>

static const char *const indicator_ids[RIS3_N_INDICATORS] = { "personalised-medicine", "health" };
static const char *const class_ids[RIS3_N_CLASSES]
    = { "explicit", "health", "no-health", "not-analysed", "no-strategy" };
static const char *const level_rule_ids[RIS3_N_LEVEL_RULES] = { "0", "1", "2", "3", "strategy-territory" };

const char *
ris3_indicator_get_title (Ris3Indicator indicator)
{
  g_return_val_if_fail (indicator < RIS3_N_INDICATORS, NULL);
  return indicator == RIS3_INDICATOR_HEALTH ? _ ("Health in RIS3") : _ ("Personalised medicine in RIS3");
}

const char *
ris3_class_get_title (Ris3Class klass, Ris3Indicator indicator)
{
  switch (klass)
    {
    case RIS3_CLASS_EXPLICIT:
      return _ ("Explicit priority");
    case RIS3_CLASS_HEALTH:
      return indicator == RIS3_INDICATOR_HEALTH ? _ ("Health priority") : _ ("Health priority without it");
    case RIS3_CLASS_NO_HEALTH:
      return _ ("Analysed, health is no priority");
    case RIS3_CLASS_NOT_ANALYSED:
      return _ ("Not yet analysed");
    case RIS3_CLASS_NO_STRATEGY:
      return _ ("No strategy known");
    case RIS3_N_CLASSES:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_level_rule_get_title (Ris3LevelRule rule)
{
  switch (rule)
    {
    case RIS3_LEVEL_RULE_COUNTRY:
      return _ ("Countries (level 0)");
    case RIS3_LEVEL_RULE_NUTS_1:
      return _ ("NUTS 1");
    case RIS3_LEVEL_RULE_NUTS_2:
      return _ ("NUTS 2");
    case RIS3_LEVEL_RULE_NUTS_3:
      return _ ("NUTS 3");
    case RIS3_LEVEL_RULE_STRATEGY_TERRITORY:
      return _ ("Strategy territory");
    case RIS3_N_LEVEL_RULES:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_level_rule_get_description (Ris3LevelRule rule)
{
  g_return_val_if_fail (rule < RIS3_N_LEVEL_RULES, NULL);
  if (rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    return _ ("Each area shows its own strategy, or else that of the next wider region.");
  return _ ("A region sums its own strategy and those within it, or else shows that of the next wider region.");
}

gboolean
ris3_indicator_has_class (Ris3Indicator indicator, Ris3Class klass)
{
  return indicator == RIS3_INDICATOR_PERSONALISED_MEDICINE || klass != RIS3_CLASS_EXPLICIT;
}

const char *
ris3_indicator_get_id (Ris3Indicator indicator)
{
  g_return_val_if_fail (indicator < RIS3_N_INDICATORS, NULL);
  return indicator_ids[indicator];
}

const char *
ris3_class_get_id (Ris3Class klass)
{
  g_return_val_if_fail (klass < RIS3_N_CLASSES, NULL);
  return class_ids[klass];
}

const char *
ris3_level_rule_get_id (Ris3LevelRule rule)
{
  g_return_val_if_fail (rule < RIS3_N_LEVEL_RULES, NULL);
  return level_rule_ids[rule];
}

static gboolean
find_id (const char *const *ids, guint n_ids, const char *id, guint *index)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ris3_indicator_from_id (const char *id, Ris3Indicator *indicator)
{
  guint index;

  if (!find_id (indicator_ids, RIS3_N_INDICATORS, id, &index))
    return FALSE;
  *indicator = index;
  return TRUE;
}

gboolean
ris3_level_rule_from_id (const char *id, Ris3LevelRule *rule)
{
  guint index;

  if (!find_id (level_rule_ids, RIS3_N_LEVEL_RULES, id, &index))
    return FALSE;
  *rule = index;
  return TRUE;
}

char *
ris3_period_to_text (const char *period)
{
  g_auto (GStrv) years = NULL;

  g_return_val_if_fail (period != NULL, NULL);
  years = g_strsplit (period, "-", -1);
  return g_strjoinv ("–", years);
}
