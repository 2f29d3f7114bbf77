/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-palette.h"
#include "map/ris3-region-records.h"
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

/* The sections of menus. */
typedef enum
{
  RIS3_INDICATOR_GROUP_FINDINGS,     /* what strategies say */
  RIS3_INDICATOR_GROUP_THEMES,       /* of one theme */
  RIS3_INDICATOR_GROUP_STRATEGIES,   /* what is known of the document */
  RIS3_INDICATOR_GROUP_CONSULTATION, /* what regions answer */
  RIS3_INDICATOR_GROUP_PROGRAMMES,   /* what goes on */
  RIS3_INDICATOR_GROUP_COLUMNS,      /* what was joined from tables */
  RIS3_N_INDICATOR_GROUPS,
} Ris3IndicatorGroup;

/* What an indicator is asked of. */
typedef enum
{
  RIS3_ARGUMENT_NONE,
  RIS3_ARGUMENT_THEME,     /* a code of the atlas's own themes, or SCHEME/CODE: "oncology", "oecd-fields/3.1" */
  RIS3_ARGUMENT_PROGRAMME, /* "ICPerMed" */
  RIS3_ARGUMENT_COLUMN,    /* the name of a joined column; its unit is in the region records */
} Ris3ArgumentKind;

/* What the headline's figure is a share of. */
typedef enum
{
  RIS3_BASE_ANALYSED, /* strategies that are analysed */
  RIS3_BASE_KNOWN,    /* all known strategies, but those withheld */
  RIS3_BASE_AREAS,    /* the areas of the map */
} Ris3BaseKind;

/* What the map can show: one value per strategy, and so per territory. An indicator is only a
 * description, and no other code refers to it by name: to add one, describe it in a file of its own
 * (ris3-indicator-health.c is the shortest) and list it in ris3-indicator.c. Immutable.
 */
typedef struct _Ris3Indicator Ris3Indicator;

struct _Ris3Indicator
{
  const char *id;    /* for files and command lines: "health", "theme-share:oncology" */
  const char *title; /* marked for translation */
  Ris3IndicatorGroup group;
  Ris3ArgumentKind argument_kind;
  const char *argument; /* "oncology"; NULL if it takes none */
  const char *unit;     /* marked for translation; "" without one */
  Ris3ValueKind kind;

  /* The values, where kind is RIS3_VALUE_CATEGORY, in the order of the legend. */
  const Ris3Category *categories;
  guint n_categories;
  guint n_found; /* so many of the first ones are what the headline counts, and a comparison finds; 0: one */

  /* For values that are not known, in classes of numbers: their title, marked for translation. Such a value has
   * RIS3_NUMBER_UNKNOWN. NULL: there are none. */
  const char *unknown;
  /* Of a text: what a number stands for, in words; and for files: "fr". (transfer full) */
  char *(*name_number) (double number);
  char *(*identify_number) (double number);

  /* The value of one strategy. */
  Ris3Value (*get_value) (const Ris3Indicator *self, Ris3Strategy *strategy);
  /* Or the value of an area, whatever its strategy says: then get_value is NULL, and the headline counts areas.
   * record: what there is in the region and within it, and in wider ones
   */
  Ris3Value (*get_region_value) (const Ris3Indicator *self, Ris3RegionRecords *records, guint region);
  gboolean reads_priorities; /* the strategies must be known with theirs */
  /* Whether its sources contradict each other about that; NULL: they never do. */
  gboolean (*is_disputed) (Ris3Strategy *strategy);
  /* How it goes up to a region of several areas, each with the value of the strategy that decides it: either
   * by another form, of kind RIS3_VALUE_RATIO, in which the whole map is then shown; or by a value made of
   * those of the areas, at least one, absences among them.
   */
  const Ris3Indicator *share;
  const Ris3Indicator *whole; /* of such a form: what it is of */
  Ris3Value (*aggregate) (const Ris3Value *values, guint n_values);
  gboolean aggregates_strategies; /* the values are those of different strategies, each once, not of areas */

  /* The headline: how many strategies of the summary it counts (NULL: those with one of the first categories, n_found,
   * or with a number above 0), of which, and what it says about them (transfer full); years is the period in words,
   * NULL: the latest strategy of each region.
   */
  Ris3BaseKind base;
  guint (*count) (const Ris3StrategySummary *summary);
  char *(*get_claim) (const Ris3Indicator *self,
                      const Ris3StrategySummary *summary,
                      guint count,
                      const char *share,
                      const char *years);
  /* The breakdown of that figure: an array of Ris3Figure; NULL: how many have what value. (transfer full) */
  GArray *(*get_figures) (const Ris3StrategySummary *summary);
  /* One value in words, where its class is not enough: "3 of 7 priorities (43 %)". (transfer full) */
  char *(*describe) (const Ris3Value *value);
  /* What a printed figure must say about its evidence; NULL if there is nothing to say. (transfer full) */
  char *(*get_evidence) (const Ris3StrategySummary *summary);
};

/* The registry, in the order of menus; the first is the default. (transfer none) */
guint ris3_indicator_get_n_indicators (void);
const Ris3Indicator *ris3_indicator_get (guint index);
/* NULL: no indicator has that id. One that takes an argument has it after a colon: "theme-share:oncology"; without it,
 * the one that the registry has. The same id always gives the same indicator, which stays for good. */
const Ris3Indicator *ris3_indicator_find (const char *id);
/* Whether a text can be such an argument: one line of printable characters, which are not too many. */
#define RIS3_INDICATOR_MAX_ARGUMENT 100
gboolean ris3_indicator_is_argument (const char *text);
/* That of a joined column of numbers or texts; NULL: it cannot have that name. */
const Ris3Indicator *ris3_indicator_find_column (const char *name, gboolean is_text);

/* Counts strategies with the values that they have: those of the period, or with NULL the latest of each region. An
 * indicator of areas finds no values there: a map has them. */
Ris3StrategySummary ris3_indicator_summarise (const Ris3Indicator *self, GListModel *strategies, const char *period);
/* The values of them that are there, as ris3_class_scheme_make() takes them. (transfer full) */
GArray *ris3_indicator_list_values (const Ris3Indicator *self, GListModel *strategies, const char *period);
/* What the codebook of an atlas calls a theme, for titles and headlines: of the atlas that was read last, whatever the
 * thread. argument: as indicators have it: "oncology"; name: copied */
void ris3_indicator_name_theme (const char *argument, const char *name);
/* "Oncology", or what the argument is, where that is not known. NULL: it takes none. (transfer none): it stays */
const char *ris3_indicator_get_argument_title (const Ris3Indicator *self);
/* A section's heading, in the language of the locale. (transfer none) */
const char *ris3_indicator_group_get_title (Ris3IndicatorGroup group);
/* Whether the headline counts a value. */
gboolean ris3_indicator_is_found (const Ris3Indicator *self, const Ris3Value *value);
/* A value in words; NULL: its class says it. (transfer full) */
char *ris3_indicator_describe (const Ris3Indicator *self, const Ris3Value *value);

/* The value of a ratio in words, with its base: "9 of 16 areas (56 %)". (transfer full) */
char *ris3_indicator_describe_ratio (const Ris3Value *value);

/* The title in the language of the locale. (transfer none) */
const char *ris3_indicator_get_title (const Ris3Indicator *self);
/* The title of two that are shown together. other: NULL: of the one alone. (transfer full) */
char *ris3_indicator_dup_titles (const Ris3Indicator *self, const Ris3Indicator *other);

/* The headline in three parts, in the language of the locale: "32", "of 170 analysed strategies",
 * "of 2014–2020 (19 %) explicitly prioritise personalised medicine". period: NULL for the latest
 * strategy of each region. (transfer full)
 */
guint ris3_indicator_count (const Ris3Indicator *self, const Ris3StrategySummary *summary);
guint ris3_indicator_count_base (const Ris3Indicator *self, const Ris3StrategySummary *summary);
char *ris3_indicator_get_base (const Ris3Indicator *self, const Ris3StrategySummary *summary);
char *ris3_indicator_get_number (const Ris3Indicator *self, const Ris3StrategySummary *summary);
char *ris3_indicator_get_claim (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period);
/* The whole of it, without a full stop. (transfer full) */
char *ris3_indicator_get_headline (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period);
/* An array of Ris3Figure, which frees them. (transfer full) */
GArray *ris3_indicator_get_figures (const Ris3Indicator *self, const Ris3StrategySummary *summary);
/* NULL if there is nothing to say. (transfer full) */
char *ris3_indicator_get_evidence (const Ris3Indicator *self, const Ris3StrategySummary *summary);

G_END_DECLS
