/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-classification.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CLASS_HISTOGRAM (ris3_class_histogram_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ClassHistogram, ris3_class_histogram, RIS3, CLASS_HISTOGRAM, GtkWidget)

/* How many areas have which number, as bars in the colours of their classes, and where the classes meet, which can be
 * moved with the pointer and with keys. What many areas share, and so cannot be divided, is framed.
 *
 * Signals: moved (guint number, double to): a break is wanted elsewhere, between its neighbours; whoever listens shows
 *   it there
 */
GtkWidget *ris3_class_histogram_new (void);
/* A classification whose classes have breaks. */
void ris3_class_histogram_show (Ris3ClassHistogram *self, Ris3Classification *classification);
/* Where a break is, in the widget. */
double ris3_class_histogram_get_x (Ris3ClassHistogram *self, double number);

G_END_DECLS
