/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says that a file is damaged, and which backup copy to use if there is one. details: what SQLite or
 * a check says of it
 */
void ris3_damage_set_error (const char *path, const char *name, const char *details, GError **error);

/* A name for a backup copy, beside the file, that nobody has yet. (transfer full) */
char *ris3_backup_find_name (const char *path, guint version);
/* The latest of the backup copies beside the file; NULL: there is none. (transfer full) */
char *ris3_backup_find_latest (const char *path);

G_END_DECLS
