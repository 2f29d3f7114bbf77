/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks at the files that SQLite would obey when it opens a database: the rollback journal, the write-ahead log and
 * its index. They came with the file, so nothing says that they are what SQLite left there:
 *
 * - a journal that ends in a super-journal record names any file, and SQLite would delete that file. It
 *   writes such a record only for several databases at once, and this program attaches none;
 * - what belongs to another file of that name would silently bring back the data of that one;
 * - what is no file, or has another name too, is not SQLite's.
 *
 * path: as ris3_file_get_real_path () returns it
 * name: what the user calls the file
 *
 * FALSE: RIS3_ATLAS_ERROR_OPEN names the file and says what to do.
 */
gboolean ris3_journal_check (const char *path, const char *name, GError **error);

/* Whether one of these files lies beside the file. with_empty: whether an empty one counts */
gboolean ris3_journal_exists (const char *path, gboolean with_empty);

G_END_DECLS
