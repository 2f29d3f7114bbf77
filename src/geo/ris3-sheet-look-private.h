/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"

G_BEGIN_DECLS

/* OGR writes sheets without any look. Behind its writer, this makes forms of them: headings that stand out and stay in
 * view, wide columns, wrapped texts, another ground where something is to be filled in, lists of what can be chosen
 * there, and pages across on which a sheet is as wide as the page. Cells are texts to the programs that open it, so
 * that these make no dates and numbers of what is filled in. */

/* The grounds, and the letters of headings: recorded, to be filled in. */
#define RIS3_LOOK_RECORDED "1F3A5F"
#define RIS3_LOOK_ANSWER "7A4B00"
#define RIS3_LOOK_ANSWER_CELL "FFF5D1"
#define RIS3_LOOK_LETTERS "FFFFFF"
#define RIS3_LOOK_LINE "B4B4B4"

/* How a cell looks. row: 0: the headings */
static inline const Ris3ColumnLook *
ris3_sheet_get_look (const Ris3SheetSource *sheet, guint row, guint column)
{
  const Ris3CellLook *odd = sheet->odd;

  return odd != NULL && row == odd->row + 1 && column == odd->column ? &odd->look : &sheet->looks[column];
}

/* The xl/worksheets/sheet….xml of an XLSX, as OGR's writer makes it. is_first: it is the one that is shown. (transfer
 * full) */
GString *ris3_xlsx_look_encode (const char *xml, gsize length, const Ris3SheetSource *sheet, gboolean is_first);
/* The same of a sheet that is no form: OGR has each column reach to the last that a sheet has, over those behind it,
 * which some programs take for damage. n_columns: of the sheet (transfer full) */
GString *ris3_xlsx_look_mend_columns (const char *xml, gsize length, guint n_columns);
/* Its xl/workbook.xml: which sheet is shown, and that headings are printed on each page. (transfer full) */
GString *ris3_xlsx_look_encode_workbook (const char *xml, gsize length, const Ris3SheetSource *sheets, guint n_sheets);
/* Its xl/styles.xml, which replaces that of OGR. (transfer full) */
GString *ris3_xlsx_look_make_styles (void);

/* The content.xml of an ODS, as OGR's writer makes it. (transfer full) */
GString *ris3_ods_look_encode (const char *xml, gsize length, const Ris3SheetSource *sheets, guint n_sheets);
/* Its styles.xml and settings.xml, which replace those of OGR. (transfer full) */
GString *ris3_ods_look_make_styles (void);
GString *ris3_ods_look_make_settings (const Ris3SheetSource *sheets, guint n_sheets);

G_END_DECLS
