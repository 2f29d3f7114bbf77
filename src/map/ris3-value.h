/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kind of an indicator's values, which decides how they may be classed and drawn: counts as
 * symbols, ratios and categories as fills.
 */
typedef enum
{
  RIS3_VALUE_CATEGORY, /* number: the index of a category of the indicator */
  RIS3_VALUE_COUNT,    /* number: how many */
  RIS3_VALUE_RATIO,    /* number: per cent of base */
  RIS3_VALUE_YEAR,     /* number: a calendar year */
  RIS3_VALUE_MEASURE,  /* number: any quantity, with the indicator's unit */
  RIS3_VALUE_TEXT,     /* number: stands for a text, which the indicator names */
} Ris3ValueKind;

/* Why there is no value. These are never lumped together, on the map or in words. They are in the order of
 * legends, from the one that says most: that one counts where several strategies are combined.
 */
typedef enum
{
  RIS3_ABSENCE_NONE,         /* there is a value */
  RIS3_ABSENCE_NO_PRIORITY,  /* analysed, health is not a priority */
  RIS3_ABSENCE_WITHHELD,     /* known, but not to be shown */
  RIS3_ABSENCE_NOT_ANALYSED, /* a strategy is known, but its contents are not */
  RIS3_ABSENCE_NO_STRATEGY,  /* no strategy known */
  RIS3_N_ABSENCES,
} Ris3Absence;

/* The value of an indicator for a strategy, or for a territory. */
typedef struct
{
  Ris3Absence absence; /* unless it is NONE, the rest means nothing */
  double number;       /* as the kind has it */
  double base;         /* of a ratio: how many are 100 per cent */
} Ris3Value;

/* A number that nobody knows of a strategy that is known: no absence, and no number. */
#define RIS3_NUMBER_UNKNOWN (-G_MAXDOUBLE)

#define RIS3_VALUE_ABSENT(why) ((Ris3Value){ .absence = (why) })
#define RIS3_VALUE_NUMBER(value) ((Ris3Value){ .number = (value) })

/* What is said in addition to a value: drawn as hatching on any class. */
typedef enum
{
  RIS3_MARK_NONE = 0,
  RIS3_MARK_INHERITED = 1 << 0, /* the strategy is that of a wider region */
  RIS3_MARK_DISPUTED = 1 << 1,  /* the sources contradict each other */
  RIS3_N_MARKS = 1 << 2,        /* how many combinations there are */
} Ris3Marks;

/* "Not yet analysed", in the language of the locale. (transfer none) */
const char *ris3_absence_get_title (Ris3Absence absence);
/* "not-analysed", for files. (transfer none) */
const char *ris3_absence_get_id (Ris3Absence absence);

G_END_DECLS
