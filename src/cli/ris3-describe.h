/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints what other programs are told of this one, from the tables that --help is printed from: "man", a manual page;
 * "bash" and "zsh", completions; "periods", those of the default atlas, for the completions. Gives the exit status.
 */
int ris3_describe (const char *what);

G_END_DECLS
