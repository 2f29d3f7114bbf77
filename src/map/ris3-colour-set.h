/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-palette.h"

G_BEGIN_DECLS

#define RIS3_COLOUR_SET_MIN_COLOURS 3
#define RIS3_COLOUR_SET_MAX_COLOURS 9

typedef enum
{
  RIS3_COLOUR_SET_SEQUENTIAL,  /* from little to much */
  RIS3_COLOUR_SET_DIVERGING,   /* from one side through a neutral middle to the other */
  RIS3_COLOUR_SET_QUALITATIVE, /* without order */
} Ris3ColourSetKind;

/* Published colours for classes, made so that colour-blind readers can tell them apart: those of ColorBrewer (by
 * Cynthia A. Brewer, Geography, Pennsylvania State University) that it calls colour-blind safe, viridis, cividis, and
 * those of Okabe and Ito. How many classes that holds for depends on the set: ris3_class_scheme_find_alike() tells.
 * Immutable.
 */
typedef struct
{
  const char *id;    /* "blues" */
  const char *title; /* marked for translation */
  Ris3ColourSetKind kind;
  /* RRGGBB one after the other, for each number of classes, as they were published; from pale to dark. */
  const char *colours[RIS3_COLOUR_SET_MAX_COLOURS - RIS3_COLOUR_SET_MIN_COLOURS + 1];
} Ris3ColourSet;

/* The registry, in the order of menus. (transfer none) */
guint ris3_colour_set_get_n_sets (void);
const Ris3ColourSet *ris3_colour_set_get (guint index);
const char *ris3_colour_set_get_title (const Ris3ColourSet *self); /* in the language of the locale */

/* Reads "blues" or "blues,reversed": the same in views and on command lines. FALSE: there is no such set, or another
 * word than “reversed”. */
gboolean ris3_colour_set_from_text (const char *text, const Ris3ColourSet **set, gboolean *reversed);
char *ris3_colour_set_to_text (const Ris3ColourSet *self, gboolean reversed); /* (transfer full) */

/* The colour of class i of n, 1 to 9, in light or dark style: a sequential set ends with what stands out most from the
 * ground, and the middle of a diverging one stands out least. */
guint32
ris3_colour_set_get_colour (const Ris3ColourSet *self, gboolean reversed, guint i, guint n, Ris3PaletteName name);

G_END_DECLS
