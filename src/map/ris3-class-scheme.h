/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-colour-set.h"
#include "map/ris3-colour-vision.h"
#include "map/ris3-indicator.h"
#include "map/ris3-palette.h"

G_BEGIN_DECLS

/* How values become classes and classes become colours: values in, class indices and fills out.
 *
 * Classes 0 .. n_value_classes - 1 are those of values, in the order of the legend; then follows one
 * class for each absence (RIS3_ABSENCE_NO_PRIORITY first). Immutable: any thread may read it.
 */
typedef struct _Ris3ClassScheme Ris3ClassScheme;

/* The maximum number of classes of values: more cannot be told apart on a map. */
#define RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES 9 /* and one for values that are not known */

/* One class a category of the indicator, with its titles and fills. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_new_categories (const Ris3Indicator *indicator);

/* Classes of numbers between breaks: class 0 is below breaks[0], class i from breaks[i - 1] on and
 * below breaks[i]. Fills go from pale to strong.
 *
 * breaks: n_breaks finite numbers, each greater than the one before; at most
 *   RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES - 1 of them, and without any there is one class
 * kind: of the numbers, which decides how they are written
 * unit: shown after the numbers; "" for none
 * (transfer full)
 */
Ris3ClassScheme *
ris3_class_scheme_new_breaks (const double *breaks, guint n_breaks, Ris3ValueKind kind, const char *unit);

/* One class a text, as the indicator names its number, and one for all others, last.
 *
 * others: its title; NULL: there are none (transfer full)
 */
Ris3ClassScheme *ris3_class_scheme_new_texts (const Ris3Indicator *indicator,
                                              const double *numbers,
                                              guint n_numbers,
                                              const char *others);

/* Classes of shares, 0 to 100 per cent: none, below a quarter, below a half, a half or more. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_new_shares (void);

/* One class, the ground of symbols, for whatever value. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_new_ground (void);

/* Classes of two values at once, of at most 3 classes each: one for each pair, with the colours of a square of their
 * own. Each of the two is by thirds of its values where they are numbers (as many areas in each third as equal values
 * allow), or its own categories.
 *
 * values: of all territories, without absences, of the first indicator and of the second
 * Errors: RIS3_VIEW_ERROR where an indicator has more than 3 categories. (transfer full) */
Ris3ClassScheme *
ris3_class_scheme_new_pairs (const Ris3Indicator *const indicators[2], GArray *const values[2], GError **error);
/* Whether an indicator can be one of two; else why not, in a sentence. */
gboolean ris3_class_scheme_can_pair (const Ris3Indicator *indicator, GError **error);
/* The class of a pair of values. */
guint ris3_class_scheme_classify_pair (Ris3ClassScheme *self, const Ris3Value *first, const Ris3Value *second);
/* Of a scheme of pairs: how many steps its axis 0 or 1 has, from least to most; what a step is called; whether they are
 * thirds; and the class of two steps. Of another scheme there are none. */
guint ris3_class_scheme_get_n_steps (Ris3ClassScheme *self, guint axis);
const char *ris3_class_scheme_get_step_title (Ris3ClassScheme *self, guint axis, guint step);
gboolean ris3_class_scheme_has_thirds (Ris3ClassScheme *self, guint axis);
guint ris3_class_scheme_get_pair_class (Ris3ClassScheme *self, guint first, guint second);

/* The same classes in the colours of a set, 9 or fewer. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_recolour (Ris3ClassScheme *self, const Ris3ColourSet *set, gboolean reversed);

Ris3ClassScheme *ris3_class_scheme_ref (Ris3ClassScheme *self);
void ris3_class_scheme_unref (Ris3ClassScheme *self);

guint ris3_class_scheme_get_n_classes (Ris3ClassScheme *self); /* including absences */
guint ris3_class_scheme_get_n_value_classes (Ris3ClassScheme *self);

/* The class of a value. */
guint ris3_class_scheme_classify (Ris3ClassScheme *self, const Ris3Value *value);
/* The class of an absence, not RIS3_ABSENCE_NONE. */
guint ris3_class_scheme_get_absence_class (Ris3ClassScheme *self, Ris3Absence absence);
/* The class on which a legend shows the marks. */
guint ris3_class_scheme_get_sample_class (Ris3ClassScheme *self);
/* RIS3_ABSENCE_NONE for a class of values. */
Ris3Absence ris3_class_scheme_get_absence (Ris3ClassScheme *self, guint klass);

/* "Health priority", in the language of the locale; "health", for files. (transfer none) */
const char *ris3_class_scheme_get_title (Ris3ClassScheme *self, guint klass);
const char *ris3_class_scheme_get_id (Ris3ClassScheme *self, guint klass);
/* Whether the class is the finding that the indicator is about. */
gboolean ris3_class_scheme_is_finding (Ris3ClassScheme *self, guint klass);
/* Whether a class of two schemes has the same title, and the same colour in every palette. */
gboolean ris3_class_scheme_shares_class (Ris3ClassScheme *self, Ris3ClassScheme *other, guint klass);
Ris3Fill ris3_class_scheme_get_fill (Ris3ClassScheme *self, guint klass, const Ris3Palette *palette);

/* Where classes of numbers are divided, as ris3_class_scheme_new_breaks () has it; NULL: they are not of numbers.
 * (transfer none) */
const double *ris3_class_scheme_get_breaks (Ris3ClassScheme *self, guint *n_breaks);
/* Why the classes are not those that were asked for, in a sentence; NULL: they are. (transfer none) */
const char *ris3_class_scheme_get_remark (Ris3ClassScheme *self);

/* The least distance (CIEDE2000) of the colours of two classes that a reader tells apart on a map. */
#define RIS3_CLASS_SCHEME_LEAST_DISTANCE 10.0

/* Two classes that look alike. */
typedef struct
{
  guint a, b;        /* a comes first in the legend */
  Ris3Vision vision; /* of which reader: normal, if to all */
  double distance;
} Ris3AlikeClasses;

/* Which classes of values cannot be told from each other, or from one of an absence: an array of Ris3AlikeClasses, each
 * pair once, with the first vision in which it looks alike. (transfer full) */
GArray *ris3_class_scheme_find_alike (Ris3ClassScheme *self, const Ris3Palette *palette);
/* How many pairs of classes of values look alike to one reader, or in grey. counts: as below */
guint ris3_class_scheme_count_alike (Ris3ClassScheme *self,
                                     const Ris3Palette *palette,
                                     Ris3Vision vision,
                                     const guint *counts);
/* The same in sentences, for a warning: one for pairs that all readers confuse, one for those that only colour-blind
 * readers do; NULL: all can be told apart. counts: of each class; a class that nothing is in is left out; may be NULL
 * (transfer full)
 */
char *ris3_class_scheme_warn_of_alike (Ris3ClassScheme *self, const Ris3Palette *palette, const guint *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ClassScheme, ris3_class_scheme_unref)

G_END_DECLS
