/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

/* The kind of a column, as all of its cells are written: text as soon as one is not written as the column's kind is. */
Ris3ColumnKind ris3_gdal_find_kind (const Ris3SheetSource *sheet, guint column, Ris3TableFormat format);
/* Whether a text is a number, with however many digits. */
gboolean ris3_gdal_is_number (const char *text);
/* ISO 8601, of ten characters. */
gboolean ris3_gdal_parse_day (const char *text, GDate *day);
/* What a cell of a spreadsheet cannot hold, and what to do; NULL: nothing. is_xml: as XML has it. (transfer none) */
const char *ris3_gdal_check_text (const char *text, gboolean is_xml);

G_END_DECLS
