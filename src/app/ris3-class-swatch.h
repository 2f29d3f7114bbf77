/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-class.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CLASS_SWATCH (ris3_class_swatch_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ClassSwatch, ris3_class_swatch, RIS3, CLASS_SWATCH, GtkWidget)

/* The fill that a class has on the map, hatching included, in the light or dark style in force.
 * Decorative: the label beside it says the same in words.
 *
 * Properties: class (uint, a Ris3Class), inherited, disputed (boolean)
 */
GtkWidget *ris3_class_swatch_new (Ris3Class klass, gboolean inherited, gboolean disputed);

/* Shows another class. */
void ris3_class_swatch_set (Ris3ClassSwatch *self, Ris3Class klass, gboolean inherited, gboolean disputed);

G_END_DECLS
