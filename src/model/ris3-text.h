/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The beginning of a text that comes from a file, with “…” if something was left out, so that showing it does not take
 * longer the more the file has of it. It is valid UTF-8.
 *
 * max: how many characters to keep at most. (transfer full)
 */
char *ris3_text_shorten (const char *text, gsize max);
/* The same on one line: what begins a line, or moves the place where one writes, becomes a space. (transfer full) */
char *ris3_text_to_line (const char *text, gsize max);

G_END_DECLS
