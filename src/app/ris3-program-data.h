/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a data file that is part of the program, as ris3_data_find() finds it. Fails with
 * G_FILE_ERROR if the program is not completely installed. (transfer full)
 */
char *ris3_program_data (const char *name, GError **error);

G_END_DECLS
