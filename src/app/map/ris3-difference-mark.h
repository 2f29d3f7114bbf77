/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-comparison.h"
#include "map/ris3-palette.h"

G_BEGIN_DECLS

#define RIS3_TYPE_DIFFERENCE_MARK (ris3_difference_mark_get_type ())
G_DECLARE_FINAL_TYPE (Ris3DifferenceMark, ris3_difference_mark, RIS3, DIFFERENCE_MARK, GtkWidget)

/* In pixels, with its outline. */
#define RIS3_DIFFERENCE_MARK_SIZE 14

/* The sign of a difference as it is on the map: a disc with a plus for what is new, with a minus for what was dropped,
 * with an equals sign for what was kept; blank for any other. Decorative: the label beside it says the same in words.
 */
GtkWidget *ris3_difference_mark_new (Ris3Difference difference);

/* Draws it with its middle at a point, in the colours that set it off from whatever the map shows there. */
void ris3_difference_mark_append (GtkSnapshot *snapshot,
                                  double x,
                                  double y,
                                  Ris3Difference difference,
                                  const Ris3Palette *palette);

G_END_DECLS
