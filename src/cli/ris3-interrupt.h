/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ctrl+C while many files are written: the file at hand is not, and what was written is told. */

/* From now on, Ctrl+C and the like are only noted. */
void ris3_interrupt_watch (void);
gboolean ris3_interrupt_came (void);

G_END_DECLS
