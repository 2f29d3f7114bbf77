/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_PAIR (ris3_history_pair_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryPair, ris3_history_pair, RIS3, HISTORY_PAIR, GtkWidget)

/* Two children of equal width side by side; where there is no room for that, the second below the first. */
GtkWidget *ris3_history_pair_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
