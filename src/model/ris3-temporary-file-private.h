/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name for mkstemp (), in the folder of the target, so that a rename is enough; hidden, and short, so that it is
 * never too long. (transfer full) */
char *ris3_temporary_file_get_template (const char *target_path);

/* Removes what a program that was killed has left beside the target: files with such a name, and journals of these,
 * that are the user's own and were last changed long ago. */
void ris3_temporary_file_remove_old (const char *target_path);

G_END_DECLS
