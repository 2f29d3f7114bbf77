/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds the program's style sheets to the default display, once GTK has started. */
void ris3_style_load (void);

G_END_DECLS
