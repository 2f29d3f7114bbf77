/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds a data file that comes with the program, such as "default.ris3atlas": in the folders of
 * the environment variable RIS3_DATA_DIR, separated by colons (for programs that are not installed), then
 * where data is installed. NULL if it is in none of them. (transfer full)
 */
char *ris3_data_find (const char *name);

/* Lets gettext find the translations of the program: in the folder of the environment variable
 * RIS3_LOCALE_DIR (for programs that are not installed), or where they are installed. Takes the
 * locale from the environment too, so it is the first thing that a program does.
 */
void ris3_data_set_language (void);

G_END_DECLS
