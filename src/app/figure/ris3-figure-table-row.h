/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row in which it is chosen whether a table of values is saved beside a figure, and of what kind. */
void ris3_figure_table_row_fill (AdwComboRow *row);
/* The ending of its name: "csv"; NULL: none is saved. (transfer none) */
const char *ris3_figure_table_row_get (AdwComboRow *row);
void ris3_figure_table_row_set (AdwComboRow *row, const char *suffix);

G_END_DECLS
