/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HARMFUL_N_TEXTS 29

/* A copy of an atlas, in a folder, with a row of each table for each text that may do harm in a table: formulas,
 * quotation marks, line ends, spaces, markup, marks that combine … (transfer full) */
char *harmful_atlas_make (const char *default_atlas, const char *folder);

G_END_DECLS
