/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* A strategy on a card: title, year, language, how it was read, links, what its mark rests on.
 * Floating.
 */
GtkWidget *ris3_strategy_card_new (Ris3Strategy *strategy, Ris3Atlas *atlas);

/* What follows the card: the strategy's health priorities, or a sentence that says why there are none. Floating. */
GtkWidget *ris3_strategy_priorities_new (Ris3Strategy *strategy);

G_END_DECLS
