/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "map/ris3-headed-sheet.h"

G_BEGIN_DECLS

/* Reads the tables that a command names: all sheets that are known, or, of a command that has --all-sheets, those that
 * --sheet names, in the order in which they are to be imported; or one: the file, and of several sheets the one that
 * --sheet says, or the only one whose headings are those of a table of the atlas. The samples have all rows.
 *
 * path: of the file
 * unread: (out) the names of sheets that are left out as they are not known. (transfer full)
 *
 * NULL after telling what is wrong. (transfer full), of Ris3HeadedSheet */
GPtrArray *ris3_import_file_read (const Ris3Arguments *arguments, const char *path, char ***unread);

G_END_DECLS
