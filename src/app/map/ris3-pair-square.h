/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-classification.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PAIR_SQUARE (ris3_pair_square_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PairSquare, ris3_pair_square, RIS3, PAIR_SQUARE, GtkGrid)

/* The legend of a map of two indicators: a square of their classes, the first upwards and the second to the right, with
 * the number of areas in each, and what the axes and their steps are. Each cell is a button.
 *
 * Signals: chosen (guint class) */
GtkWidget *ris3_pair_square_new (Ris3Classification *classification);

G_END_DECLS
