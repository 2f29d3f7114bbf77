/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "map/ris3-headed-sheet.h"

G_BEGIN_DECLS

/* Reads the table that a command names: the file, and of several sheets the one that --sheet says, or the only one
 * whose headings are those of a table of the atlas. The sample of what is returned has all rows.
 *
 * path: of the file
 *
 * NULL after telling what is wrong. (transfer full) */
Ris3HeadedSheet *ris3_import_file_read (const Ris3Arguments *arguments, const char *path);

G_END_DECLS
