/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

/* The cells below the headings of the first sheet of a table file that the program wrote, row by row, as its own reader
 * understands them. An array of char *. (transfer full) */
GPtrArray *table_read_back (GBytes *bytes, Ris3TableFormat format, guint *n_columns);

G_END_DECLS
