/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-level-rule.h"

#include <glib/gi18n-lib.h>

static const char *const ids[RIS3_N_LEVEL_RULES] = { "0", "1", "2", "3", "4", "5", "strategy-territory" };

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
    case RIS3_LEVEL_RULE_LEVEL_4:
      return _ ("Level 4, below NUTS 3");
    case RIS3_LEVEL_RULE_LEVEL_5:
      return _ ("Level 5, below NUTS 3");
    case RIS3_LEVEL_RULE_STRATEGY_TERRITORY:
      return _ ("Strategy territory");
    case RIS3_N_LEVEL_RULES:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_level_rule_get_description (Ris3LevelRule rule, gboolean shows_shares)
{
  g_return_val_if_fail (rule < RIS3_N_LEVEL_RULES, NULL);
  if (rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    return _ ("Each area shows its own strategy, or else that of the next wider region.");
  if (shows_shares)
    return _ ("A region shows the share among the strategy territories within it, each counted once. Those not yet "
              "analysed or without a strategy are not in the base.");
  return _ ("A region shows the strategy territory that it is or that contains it.");
}

const char *
ris3_level_rule_get_id (Ris3LevelRule rule)
{
  g_return_val_if_fail (rule < RIS3_N_LEVEL_RULES, NULL);
  return ids[rule];
}

gboolean
ris3_level_rule_from_id (const char *id, Ris3LevelRule *rule)
{
  g_return_val_if_fail (rule != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_LEVEL_RULES; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *rule = i;
        return TRUE;
      }
  return FALSE;
}

static guint
get_finest (Ris3Boundaries *boundaries)
{
  guint finest = 0;

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    finest = MAX (finest, ris3_boundaries_get_region (boundaries, i)->level);
  return finest;
}

gboolean
ris3_level_rule_suits (Ris3LevelRule rule, Ris3Boundaries *boundaries)
{
  return ris3_level_rule_fit (rule, boundaries) == rule;
}

Ris3LevelRule
ris3_level_rule_fit (Ris3LevelRule rule, Ris3Boundaries *boundaries)
{
  g_return_val_if_fail (rule < RIS3_N_LEVEL_RULES && boundaries != NULL, rule);
  return rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY ? rule : MIN ((guint) rule, get_finest (boundaries));
}
