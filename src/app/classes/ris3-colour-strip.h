/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_COLOUR_STRIP (ris3_colour_strip_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ColourStrip, ris3_colour_strip, RIS3, COLOUR_STRIP, GtkWidget)

/* Colours side by side, in their order. Decorative: what is beside it says the same in words. */
GtkWidget *ris3_colour_strip_new (void);
/* colours: n of 0xRRGGBB */
void ris3_colour_strip_set (Ris3ColourStrip *self, const guint32 *colours, guint n);

G_END_DECLS
