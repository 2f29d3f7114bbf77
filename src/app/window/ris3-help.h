/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The windows that explain the program, of which each call makes another. (transfer none: GTK owns them) */
GtkWindow *ris3_help_new_reading_the_map (void);
GtkWindow *ris3_help_new_shortcuts (void);

G_END_DECLS
