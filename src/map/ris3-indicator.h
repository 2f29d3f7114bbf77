/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-palette.h"
#include "map/ris3-strategy-summary.h"
#include "map/ris3-value.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* One value that an indicator of categories can have. */
typedef struct
{
  const char *id;                  /* for files: "explicit" */
  const char *title;               /* marked for translation: "Explicit PM priority" */
  Ris3Fill fills[RIS3_N_PALETTES]; /* in each palette */
  gboolean is_finding;             /* what the indicator is about: it stands out wherever it is shown */
} Ris3Category;

/* A line of the breakdown of the headline's figure. */
typedef struct
{
  char *text;
  guint count;
  gboolean is_sum; /* of lines below it */
} Ris3Figure;

/* What the map can show: one value per strategy, and so per territory. An indicator is only a
 * description, and no other code refers to it by name: to add one, describe it in a file of its own
 * (ris3-indicator-health.c is the shortest) and list it in ris3-indicator.c. Immutable.
 */
typedef struct _Ris3Indicator Ris3Indicator;

struct _Ris3Indicator
{
  const char *id;    /* for files and command lines: "health" */
  const char *title; /* marked for translation */
  const char *unit;  /* marked for translation; "" without one */
  Ris3ValueKind kind;

  /* The values, where kind is RIS3_VALUE_CATEGORY, in the order of the legend. */
  const Ris3Category *categories;
  guint n_categories;

  /* The value of one strategy. */
  Ris3Value (*get_value) (Ris3Strategy *strategy);
  /* Whether its sources contradict each other about that; NULL: they never do. */
  gboolean (*is_disputed) (Ris3Strategy *strategy);
  /* How it goes up to a region of several areas, each with the value of the strategy that decides it: either
   * by another form, of kind RIS3_VALUE_RATIO, in which the whole map is then shown; or by a value made of
   * those of the areas, at least one, absences among them.
   */
  const Ris3Indicator *share;
  Ris3Value (*aggregate) (const Ris3Value *values, guint n_values);

  /* The headline: how many strategies of the summary it counts, and what it says about them (transfer
   * full); years is the period in words, NULL: the latest strategy of each region.
   */
  guint (*count) (const Ris3StrategySummary *summary);
  char *(*get_claim) (guint count, const char *share, const char *years);
  /* The breakdown of that figure: an array of Ris3Figure. (transfer full) */
  GArray *(*get_figures) (const Ris3StrategySummary *summary);
  /* What a printed figure must say about its evidence; NULL if there is nothing to say. (transfer full) */
  char *(*get_evidence) (const Ris3StrategySummary *summary);
};

/* The registry, in the order of menus; the first is the default. (transfer none) */
guint ris3_indicator_get_n_indicators (void);
const Ris3Indicator *ris3_indicator_get (guint index);
const Ris3Indicator *ris3_indicator_find (const char *id); /* NULL: no indicator has that id */

/* The value of a ratio in words, with its base: "9 of 16 areas (56 %)". (transfer full) */
char *ris3_indicator_describe_ratio (const Ris3Value *value);

/* The title in the language of the locale. (transfer none) */
const char *ris3_indicator_get_title (const Ris3Indicator *self);

/* The headline in three parts, in the language of the locale: "32", "of 170 analysed strategies",
 * "of 2014–2020 (19 %) explicitly prioritise personalised medicine". period: NULL for the latest
 * strategy of each region. (transfer full)
 */
char *ris3_indicator_get_number (const Ris3Indicator *self, const Ris3StrategySummary *summary);
char *ris3_indicator_get_claim (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period);
/* The whole of it, without a full stop. (transfer full) */
char *ris3_indicator_get_headline (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period);
/* An array of Ris3Figure, which frees them. (transfer full) */
GArray *ris3_indicator_get_figures (const Ris3Indicator *self, const Ris3StrategySummary *summary);
/* NULL if there is nothing to say. (transfer full) */
char *ris3_indicator_get_evidence (const Ris3Indicator *self, const Ris3StrategySummary *summary);

G_END_DECLS
