/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the map shows of a strategy. */
typedef enum
{
  RIS3_INDICATOR_PERSONALISED_MEDICINE, /* "personalised medicine in RIS3", the source's map */
  RIS3_INDICATOR_HEALTH,                /* "health in RIS3": a health priority or none */
  RIS3_N_INDICATORS,
} Ris3Indicator;

/* The class of a territory. The last three are absences and are never told as one; dispute and
 * inheritance are marks on top of a class (Ris3Territory).
 */
typedef enum
{
  RIS3_CLASS_EXPLICIT,     /* the explicit personalised-medicine mark */
  RIS3_CLASS_HEALTH,       /* a health priority (without the mark, where the indicator asks for it) */
  RIS3_CLASS_NO_HEALTH,    /* analysed, health is no priority */
  RIS3_CLASS_NOT_ANALYSED, /* a strategy is known, its contents are not */
  RIS3_CLASS_NO_STRATEGY,  /* no strategy known */
  RIS3_N_CLASSES,
} Ris3Class;

/* Which areas the map draws. */
typedef enum
{
  RIS3_LEVEL_RULE_COUNTRY = 0,
  RIS3_LEVEL_RULE_NUTS_1 = 1,
  RIS3_LEVEL_RULE_NUTS_2 = 2,
  RIS3_LEVEL_RULE_NUTS_3 = 3,
  RIS3_LEVEL_RULE_STRATEGY_TERRITORY = 4, /* each area as coarse as its strategies allow */
  RIS3_N_LEVEL_RULES,
} Ris3LevelRule;

/* Names for people, in the language of the locale. (transfer none) */
const char *ris3_indicator_get_title (Ris3Indicator indicator); /* "Personalised medicine in RIS3" */
const char *ris3_class_get_title (Ris3Class klass, Ris3Indicator indicator);
const char *ris3_level_rule_get_title (Ris3LevelRule rule);       /* "Strategy territory" */
const char *ris3_level_rule_get_description (Ris3LevelRule rule); /* one sentence: the rule in force */
/* Whether the indicator uses the class at all. */
gboolean ris3_indicator_has_class (Ris3Indicator indicator, Ris3Class klass);

/* Names for files and command lines: "personalised-medicine", "explicit", "strategy-territory". */
const char *ris3_indicator_get_id (Ris3Indicator indicator);
const char *ris3_class_get_id (Ris3Class klass);
const char *ris3_level_rule_get_id (Ris3LevelRule rule);
gboolean ris3_indicator_from_id (const char *id, Ris3Indicator *indicator);
gboolean ris3_level_rule_from_id (const char *id, Ris3LevelRule *rule);

/* A period as people write it: "2014-2020" becomes "2014–2020". (transfer full) */
char *ris3_period_to_text (const char *period);

G_END_DECLS
