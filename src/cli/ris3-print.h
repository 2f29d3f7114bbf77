/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-json.h"

G_BEGIN_DECLS

/* At the start of the program. From then on, what goes to standard error through g_printerr() is printable in every
 * locale, as standard output is.
 */
void ris3_print_init (void);

/* Standard output: all that a command tells is gathered, and goes out at once when it has ended, so that
 * there is one place that can fail. Control characters of a file's text are shown, not sent. What the command draws or
 * builds does not go through here.
 */
void ris3_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* All of it stays UTF-8 in every locale, as other programs read it; JSON does anyway. */
void ris3_print_in_utf8 (void);
void ris3_print_json (Ris3Json *json);

/* Writes what was printed. Errors: G_IO_ERROR, with a sentence. */
gboolean ris3_print_flush (GError **error);

G_END_DECLS
