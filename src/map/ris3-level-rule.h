/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Which areas the map draws. */
typedef enum
{
  RIS3_LEVEL_RULE_COUNTRY = 0,
  RIS3_LEVEL_RULE_NUTS_1 = 1,
  RIS3_LEVEL_RULE_NUTS_2 = 2,
  RIS3_LEVEL_RULE_NUTS_3 = 3,
  RIS3_LEVEL_RULE_LEVEL_4 = 4, /* below NUTS 3: only boundaries of one's own have it */
  RIS3_LEVEL_RULE_LEVEL_5 = 5,
  RIS3_LEVEL_RULE_STRATEGY_TERRITORY, /* each area as coarse as its strategies allow */
  RIS3_N_LEVEL_RULES,
} Ris3LevelRule;

/* Names for people, in the language of the locale. (transfer none) */
const char *ris3_level_rule_get_title (Ris3LevelRule rule); /* "Strategy territory" */
/* The rule in one or two sentences. shows_shares: ris3_classification_shows_shares() */
const char *ris3_level_rule_get_description (Ris3LevelRule rule, gboolean shows_shares);

/* Names for files and command lines: "strategy-territory", "2". */
const char *ris3_level_rule_get_id (Ris3LevelRule rule);
gboolean ris3_level_rule_from_id (const char *id, Ris3LevelRule *rule);

/* Whether boundaries have areas of that level; the strategies' territories are in any. */
gboolean ris3_level_rule_suits (Ris3LevelRule rule, Ris3Boundaries *boundaries);
/* The same rule, or the finest level that the boundaries have. */
Ris3LevelRule ris3_level_rule_fit (Ris3LevelRule rule, Ris3Boundaries *boundaries);

G_END_DECLS
