/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-class-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *title;
  Ris3Fill fills[RIS3_N_PALETTES];
  gboolean is_finding;
} Ris3ValueClass;

struct _Ris3ClassScheme
{
  gatomicrefcount ref_count;
  GArray *classes; /* of Ris3ValueClass */
  double *breaks;  /* one fewer than classes; NULL: a value's number is its class */
  guint n_breaks;
  double *numbers;      /* of each class but the last of texts; NULL: these are not texts */
  gboolean has_unknown; /* the last class is that of RIS3_NUMBER_UNKNOWN */
  char *remark;
  Ris3ClassScheme *axes[2]; /* of pairs of classes: of what each is; else NULL */
};

/* An empty scheme, to be filled. */
Ris3ClassScheme *_ris3_class_scheme_new (void);

void _ris3_value_class_clear (gpointer klass);

/* While a scheme is made: its breaks, its colours for a colour in light or dark style, and what is to be said of its
 * classes. */
void _ris3_class_scheme_add_class (Ris3ClassScheme *self, const char *id, const char *title, const guint32 *colours);
void _ris3_class_scheme_add_unknown (Ris3ClassScheme *self, const char *title);
void _ris3_class_scheme_set_breaks (Ris3ClassScheme *self, const double *breaks, guint n_breaks);
Ris3Fill _ris3_class_scheme_make_fill (guint32 colour, Ris3PaletteName name);
/* "below 3 %", "3 % to below 5 %", "5 % and above"; of whole numbers "3 to 4". (transfer full) */
char *_ris3_class_scheme_describe_range (const double *breaks,
                                         guint n_breaks,
                                         guint klass,
                                         Ris3ValueKind kind,
                                         const char *unit);
/* Whether one of the classes is that of a number: of texts, it may be of none. */
gboolean _ris3_class_scheme_has_place (Ris3ClassScheme *self, double number);
void _ris3_class_scheme_take_remark (Ris3ClassScheme *self, char *remark);

G_END_DECLS
