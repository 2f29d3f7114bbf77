/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "geo/ris3-table.h"

G_BEGIN_DECLS

/* Reads the table that a command names: the file, and of several sheets the one that --sheet says, or the only one
 * whose headings are those of a table of the atlas.
 *
 * path: of the file
 * sheet: (out) the name of the sheet, NULL where the file has but one. (transfer full)
 *
 * NULL after telling what is wrong. (transfer full) */
Ris3Table *ris3_import_file_read (const Ris3Arguments *arguments, const char *path, char **sheet);

G_END_DECLS
