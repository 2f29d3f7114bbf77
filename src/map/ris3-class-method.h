/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-class-scheme.h"

G_BEGIN_DECLS

/* A way to sort values into classes. To add one, write its make function, or for numbers only where they are divided
 * (ris3-class-breaks.h), and list it in ris3-class-method.c. Immutable.
 */
typedef struct _Ris3ClassMethod Ris3ClassMethod;

struct _Ris3ClassMethod
{
  const char *id;    /* "categories" */
  const char *title; /* marked for translation */
  gboolean (*suits) (const Ris3Indicator *indicator);
  /* arguments: what follows the colon in the text form, NULL if nothing does
   * values: those of all territories, without absences, in any order
   * Errors: RIS3_VIEW_ERROR. (transfer full)
   */
  Ris3ClassScheme *(*make) (const Ris3ClassMethod *self,
                            const Ris3Indicator *indicator,
                            const char *arguments,
                            const double *values,
                            guint n_values,
                            GError **error);
  /* Of a method that is told how many classes there are to be: where it divides numbers, and how many classes unless
   * told. Else NULL and 0. */
  guint (*divide) (const double *sorted, guint n, guint n_classes, double *breaks);
  guint n_classes;
};

#define RIS3_CLASS_METHOD_DEFAULT_CLASSES 5

/* The registry, in the order of menus. (transfer none) */
guint ris3_class_method_get_n_methods (void);
const Ris3ClassMethod *ris3_class_method_get (guint index);

/* Makes the classes that a text asks for: "categories", "natural:4", "manual:3,5,10".
 *
 * text: NULL for the first method that suits the indicator
 * Errors: RIS3_VIEW_ERROR: there is no such method, it does not suit the indicator, or its arguments are wrong.
 * (transfer full)
 */
Ris3ClassScheme *ris3_class_scheme_make (const char *text,
                                         const Ris3Indicator *indicator,
                                         const double *values,
                                         guint n_values,
                                         GError **error);

G_END_DECLS
