/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether a window may close although something in it would be lost; if so, it is destroyed.
 *
 * heading, body: the question, and what would be lost
 * keep, discard: the answers, with mnemonics; Escape keeps the window open */
void
ris3_ask_to_discard (GtkWindow *window, const char *heading, const char *body, const char *keep, const char *discard);

G_END_DECLS
