/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_THEME_CHIP (ris3_theme_chip_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ThemeChip, ris3_theme_chip, RIS3, THEME_CHIP, GtkWidget)

/* A chosen theme, with a button that takes it out. Alt+Left and Alt+Right on that button, and dragging it onto another
 * one of the same parent, ask for another place.
 *
 * Signals:
 *   removed ()
 *   moved (int by): by one to the beginning (-1) or the end (1), or by as much as it was dragged
 */
GtkWidget *ris3_theme_chip_new (const char *key, const char *name);
const char *ris3_theme_chip_get_key (Ris3ThemeChip *self);

G_END_DECLS
