/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

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
#define RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES 9

/* One class a category of the indicator, with its titles and fills. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_new_categories (const Ris3Indicator *indicator);

/* Classes of numbers between breaks: class 0 is below breaks[0], class i from breaks[i - 1] on and
 * below breaks[i]. Fills go from pale to strong.
 *
 * breaks: n_breaks finite numbers, each greater than the one before; 1 to
 *   RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES - 1 of them
 * kind: of the numbers, which decides how they are written
 * unit: shown after the numbers; "" for none
 * (transfer full)
 */
Ris3ClassScheme *
ris3_class_scheme_new_breaks (const double *breaks, guint n_breaks, Ris3ValueKind kind, const char *unit);

/* Classes of shares, 0 to 100 per cent: none, below a quarter, below a half, a half or more. (transfer full) */
Ris3ClassScheme *ris3_class_scheme_new_shares (void);

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
Ris3Fill ris3_class_scheme_get_fill (Ris3ClassScheme *self, guint klass, const Ris3Palette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ClassScheme, ris3_class_scheme_unref)

G_END_DECLS
