/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* OGR writes texts into spreadsheets as they are, and reads them so. The programs that people open them with follow
 * the standards, where spaces at the ends, runs of spaces, tabs and line ends need elements of their own, and would
 * lose them. This puts these elements in behind OGR's writer, and takes them out before its reader.
 */

/* A cell of an ODS file that OGR's writer would make a formula ("of:=…") is marked as a text with this at its
 * beginning, which the encoding removes. No text has it: it is no character (U+FDD0). */
#define RIS3_ODS_TEXT_MARK "\xef\xb7\x90"

/* Where a text occurs next; end if it does not. (transfer none) */
const char *ris3_spreadsheet_text_find (const char *xml, const char *end, const char *what);

/* Whether a text needs encoding in a spreadsheet. */
gboolean ris3_spreadsheet_text_needs_encoding (const char *text);

/* The content.xml of an ODS, as OGR's writer makes it. (transfer full) */
GString *ris3_ods_text_encode (const char *xml, gsize length);
/* The content.xml of any ODS, for OGR's reader: spaces, tabs and line ends that are elements become characters. A text
 * that this reader would compute ("of:=…") gets the mark, and so does one that reads like a number, since the reader
 * would not tell it from one. (transfer full) */
GString *ris3_ods_text_decode (const char *xml, gsize length);
/* The first row of a sheet that says something and is to be there more often than OGR's reader takes, which then
 * reads no more of the sheet, without a word; 0: there is none. */
#define RIS3_ODS_MAX_REPEATED 10000
guint64 ris3_ods_text_find_lost_row (const char *xml, gsize length);
/* A text that was read so, without the mark: a part of text. (transfer none) */
const char *ris3_ods_text_unmark (const char *text);
/* The xl/sharedStrings.xml of an XLSX, as OGR's writer makes it. (transfer full) */
GString *ris3_xlsx_text_encode (const char *xml, gsize length);

/* The text of a cell as XLSX has it: "_x000D_" for a control character, and "_x005F_x000D_" for the text "_x000D_";
 * and the reverse, for what OGR has read. NULL: as it is. (transfer full) */
char *ris3_xlsx_text_escape (const char *text);
char *ris3_xlsx_text_unescape (const char *text);

G_END_DECLS
