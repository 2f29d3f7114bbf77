/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* How the import puts things into words. */

/* “New”, in the language of the locale. (transfer none) */
const char *ris3_import_state_words (Ris3ImportState state);
/* The name of an icon that stands beside that. (transfer none) */
const char *ris3_import_state_icon (Ris3ImportState state);
/* “Title”, in the language of the locale. (transfer none) */
const char *ris3_import_column_words (Ris3Exchange table, guint column);
/* A value on one line: “Yes” for an answer; what is not there is “Empty”. value: may be NULL. (transfer full) */
char *ris3_import_value_words (Ris3Exchange table, guint column, const char *value);
/* “214 rows”. (transfer full) */
char *ris3_import_count_words (guint n_rows);

G_END_DECLS
