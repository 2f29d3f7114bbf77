/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-class-scheme.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CLASS_SWATCH (ris3_class_swatch_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ClassSwatch, ris3_class_swatch, RIS3, CLASS_SWATCH, GtkWidget)

/* The fill that a class has on the map, hatching included, in the light or dark style in force.
 * Decorative: the label beside it says the same in words. Without a scheme it is blank.
 */
GtkWidget *ris3_class_swatch_new (Ris3ClassScheme *scheme, guint klass, Ris3Marks marks);

/* Shows another class. */
void ris3_class_swatch_set (Ris3ClassSwatch *self, Ris3ClassScheme *scheme, guint klass, Ris3Marks marks);

G_END_DECLS
