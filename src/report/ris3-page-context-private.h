/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* For words that are the same on a screen, in a file and on paper: letters are where they are, whatever the pixels.
 * (transfer full) */
PangoContext *_ris3_page_context_new (void);

G_END_DECLS
