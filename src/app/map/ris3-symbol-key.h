/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map/ris3-classification.h"

G_BEGIN_DECLS

#define RIS3_TYPE_SYMBOL_KEY (ris3_symbol_key_get_type ())
G_DECLARE_FINAL_TYPE (Ris3SymbolKey, ris3_symbol_key, RIS3, SYMBOL_KEY, GtkWidget)

/* Of a map of symbols: two or three of them, one within the other, with their numbers. A screen reader is told these.
 * Without any symbol, NULL. */
GtkWidget *ris3_symbol_key_new (Ris3Classification *classification);

G_END_DECLS
