/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-sheet-look-private.h"
#include "geo/ris3-spreadsheet-text-private.h"

#define STYLES_END "</office:automatic-styles>"
#define SPREADSHEET "<office:spreadsheet>"
#define TABLE "<table:table "
#define TABLE_END "</table:table>"
#define ROW "<table:table-row>"
#define ROW_END "</table:table-row>"
#define CELL "<table:table-cell"
#define HEAD                                                                                                           \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-%s "                                                   \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                                                 \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                                                   \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                                          \
  "xmlns:ooo=\"http://openoffice.org/2004/office\" "                                                                   \
  "xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" office:version=\"1.2\">\n"
/* The breadth of a letter, in hundredths of a millimetre. */
#define LETTER 195

static const char *
get_style (const Ris3ColumnLook *look, gboolean is_heading)
{
  if (look->use == RIS3_COLUMN_HIDDEN)
    return "ris3-hidden";
  if (is_heading)
    return look->use == RIS3_COLUMN_ANSWER ? "ris3-answer-heading" : "ris3-recorded-heading";
  return look->use == RIS3_COLUMN_ANSWER  ? "ris3-answer"
         : look->use == RIS3_COLUMN_TITLE ? "ris3-title"
                                          : "ris3-recorded";
}

/* ground, letters: colours, or NULL */
static void
add_cell_style (GString *out, const char *name, const char *ground, const char *letters, gboolean is_bold)
{
  g_string_append_printf (
      out,
      "<style:style style:name=\"%s\" style:family=\"table-cell\" "
      "style:parent-style-name=\"Default\" style:data-style-name=\"ris3-text\">"
      "<style:table-cell-properties fo:wrap-option=\"wrap\" fo:padding=\"0.6mm\" style:vertical-align=\"top\" "
      "fo:border=\"0.5pt solid #" RIS3_LOOK_LINE "\"",
      name);
  if (ground != NULL)
    g_string_append_printf (out, " fo:background-color=\"#%s\"", ground);
  g_string_append (out, "/><style:text-properties");
  if (letters != NULL)
    g_string_append_printf (out, " fo:color=\"#%s\"", letters);
  g_string_append_printf (out, "%s/></style:style>\n", is_bold ? " fo:font-weight=\"bold\"" : "");
}

static void
add_styles (GString *out, const Ris3SheetSource *sheets, guint n_sheets)
{
  g_string_append (out, "<number:text-style style:name=\"ris3-text\"><number:text-content/></number:text-style>\n"
                        "<style:style style:name=\"ris3-table\" style:family=\"table\" "
                        "style:master-page-name=\"Default\"><style:table-properties table:display=\"true\"/>"
                        "</style:style>\n"
                        "<style:style style:name=\"ris3-row\" style:family=\"table-row\">"
                        "<style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>\n");
  for (guint i = 0; i < n_sheets; i++)
    for (guint j = 0; j < sheets[i].n_columns; j++)
      {
        guint width = sheets[i].looks[j].width * LETTER;

        g_string_append_printf (out,
                                "<style:style style:name=\"ris3-column-%u-%u\" style:family=\"table-column\">"
                                "<style:table-column-properties style:column-width=\"%u.%02umm\"/></style:style>\n",
                                i, j, width / 100, width % 100);
      }
  add_cell_style (out, "ris3-recorded-heading", RIS3_LOOK_RECORDED, RIS3_LOOK_LETTERS, TRUE);
  add_cell_style (out, "ris3-answer-heading", RIS3_LOOK_ANSWER, RIS3_LOOK_LETTERS, TRUE);
  add_cell_style (out, "ris3-recorded", NULL, NULL, FALSE);
  add_cell_style (out, "ris3-answer", RIS3_LOOK_ANSWER_CELL, NULL, FALSE);
  add_cell_style (out, "ris3-title", NULL, NULL, TRUE);
  g_string_append (out, "<style:style style:name=\"ris3-hidden\" style:family=\"table-cell\" "
                        "style:parent-style-name=\"Default\" style:data-style-name=\"ris3-text\"/>\n");
}

/* name: of the list, of which attributes of cells make use */
static void
add_choices (GString *out, const char *const *choices, const char *name)
{
  g_autofree char *all = choices != NULL ? g_strjoinv ("\";\"", (char **) choices) : NULL;
  g_autofree char *escaped = all != NULL ? g_markup_escape_text (all, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (out,
                            "<table:content-validation table:name=\"%s\" "
                            "table:condition=\"of:cell-content-is-in-list(&quot;%s&quot;)\" "
                            "table:allow-empty-cell=\"true\"><table:error-message table:display=\"false\"/>"
                            "</table:content-validation>",
                            name, escaped);
}

/* What is chosen among in a column, or in the odd cell of a sheet. number: of the sheet (transfer full) */
static char *
name_choices (const Ris3SheetSource *sheet, guint number, const Ris3ColumnLook *look)
{
  if (sheet->odd != NULL && look == &sheet->odd->look)
    return g_strdup_printf ("ris3-choices-%u-odd", number);
  return g_strdup_printf ("ris3-choices-%u-%u", number, (guint) (look - sheet->looks));
}

static void
add_all_choices (GString *out, const Ris3SheetSource *sheets, guint n_sheets)
{
  g_string_append (out, "<table:content-validations>");
  for (guint i = 0; i < n_sheets; i++)
    for (guint j = 0; j <= sheets[i].n_columns; j++)
      {
        const Ris3ColumnLook *odd = sheets[i].odd != NULL ? &sheets[i].odd->look : NULL;
        const Ris3ColumnLook *look = j < sheets[i].n_columns ? &sheets[i].looks[j] : odd;
        g_autofree char *name = look != NULL ? name_choices (&sheets[i], i, look) : NULL;

        if (look != NULL)
          add_choices (out, look->choices, name);
      }
  g_string_append (out, "</table:content-validations>\n");
}

/* What a cell has beside what OGR wrote. number: of the sheet */
static void
add_attributes (GString *out, const Ris3SheetSource *sheet, guint number, guint row, guint column)
{
  const Ris3ColumnLook *look = ris3_sheet_get_look (sheet, row, column);
  g_autofree char *choices = look->choices != NULL && row > 0 ? name_choices (sheet, number, look) : NULL;

  g_string_append_printf (out, " table:style-name=\"%s\"", get_style (look, row == 0));
  if (choices != NULL)
    g_string_append_printf (out, " table:content-validation-name=\"%s\"", choices);
}

/* A row, with its empty cells. cell, end: what OGR has written */
static void
add_row (GString *out, const Ris3SheetSource *sheet, guint number, guint row, const char *cell, const char *end)
{
  gboolean is_heading = row == 0;

  cell = ris3_spreadsheet_text_find (cell, end, CELL);
  g_string_append (out, is_heading ? "<table:table-header-rows>\n" : "");
  g_string_append (out, "<table:table-row table:style-name=\"ris3-row\">");
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const char *next = cell < end ? ris3_spreadsheet_text_find (cell + 1, end, CELL) : end;

      g_string_append (out, CELL);
      add_attributes (out, sheet, number, row, i);
      if (cell < end)
        g_string_append_len (out, cell + strlen (CELL), next - cell - (gssize) strlen (CELL));
      else
        g_string_append (out, "/>\n");
      cell = next;
    }
  g_string_append (out, ROW_END "\n");
  g_string_append (out, is_heading ? "</table:table-header-rows>\n" : "");
}

/* table, end: what OGR has written, from the tag on */
static void
add_table (GString *out, const Ris3SheetSource *sheet, guint number, const char *table, const char *end)
{
  const char *row = ris3_spreadsheet_text_find (table, end, ROW);

  g_string_append (out, TABLE "table:style-name=\"ris3-table\" ");
  table += strlen (TABLE);
  g_string_append_len (out, table, ris3_spreadsheet_text_find (table, end, ">") + 1 - table);
  for (guint i = 0; i < sheet->n_columns; i++)
    g_string_append_printf (out, "<table:table-column table:style-name=\"ris3-column-%u-%u\"%s/>\n", number, i,
                            sheet->looks[i].use == RIS3_COLUMN_HIDDEN ? " table:visibility=\"collapse\"" : "");
  /* OGR needs a row below the headings, if an empty one. */
  for (guint i = 0; row < end && i <= sheet->n_rows; i++)
    {
      const char *row_end = ris3_spreadsheet_text_find (row, end, ROW_END);

      add_row (out, sheet, number, i, row, row_end);
      row = ris3_spreadsheet_text_find (row_end, end, ROW);
    }
  g_string_append (out, TABLE_END "\n");
}

GString *
ris3_ods_look_encode (const char *xml, gsize length, const Ris3SheetSource *sheets, guint n_sheets)
{
  const char *end = xml + length;
  const char *styles_end = ris3_spreadsheet_text_find (xml, end, STYLES_END);
  const char *body = ris3_spreadsheet_text_find (styles_end, end, SPREADSHEET);
  const char *rest = MIN (body + strlen (SPREADSHEET), end);
  GString *out = g_string_sized_new (length * 2);

  g_string_append_len (out, xml, styles_end - xml);
  add_styles (out, sheets, n_sheets);
  g_string_append_len (out, styles_end, rest - styles_end);
  add_all_choices (out, sheets, n_sheets);
  for (guint i = 0; i < n_sheets; i++)
    {
      const char *table = ris3_spreadsheet_text_find (rest, end, TABLE);
      const char *table_end = ris3_spreadsheet_text_find (table, end, TABLE_END);

      if (table == end)
        break;
      add_table (out, &sheets[i], i, table, table_end);
      rest = MIN (table_end + strlen (TABLE_END), end);
    }
  g_string_append_len (out, rest, end - rest);
  return out;
}

GString *
ris3_ods_look_make_styles (void)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, HEAD, "styles");
  g_string_append (out, "<office:styles><style:style style:name=\"Default\" style:family=\"table-cell\">"
                        "<style:text-properties fo:font-family=\"Arial\" fo:font-size=\"10pt\"/></style:style>"
                        "</office:styles>\n"
                        "<office:automatic-styles><style:page-layout style:name=\"ris3-page\">"
                        "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\" "
                        "style:print-orientation=\"landscape\" fo:margin=\"10mm\" style:scale-to-X=\"1\" "
                        "style:scale-to-Y=\"0\"/><style:header-style/><style:footer-style/></style:page-layout>"
                        "</office:automatic-styles>\n"
                        "<office:master-styles><style:master-page style:name=\"Default\" "
                        "style:page-layout-name=\"ris3-page\"/></office:master-styles>\n"
                        "</office:document-styles>\n");
  return out;
}

static void
add_number (GString *out, const char *name, const char *kind, guint number)
{
  g_string_append_printf (out, "<config:config-item config:name=\"%s\" config:type=\"%s\">%u</config:config-item>",
                          name, kind, number);
}

static void
add_sheet_settings (GString *out, const Ris3SheetSource *sheet)
{
  g_autofree char *name = g_markup_escape_text (sheet->name, -1);

  g_string_append_printf (out, "<config:config-item-map-entry config:name=\"%s\">", name);
  add_number (out, "CursorPositionX", "int", sheet->n_frozen);
  add_number (out, "CursorPositionY", "int", 1);
  add_number (out, "HorizontalSplitMode", "short", sheet->n_frozen > 0 ? 2 : 0);
  add_number (out, "HorizontalSplitPosition", "int", sheet->n_frozen);
  add_number (out, "VerticalSplitMode", "short", 2);
  add_number (out, "VerticalSplitPosition", "int", 1);
  add_number (out, "ActiveSplitRange", "short", sheet->n_frozen > 0 ? 3 : 2);
  add_number (out, "PositionLeft", "int", 0);
  add_number (out, "PositionRight", "int", sheet->n_frozen);
  add_number (out, "PositionTop", "int", 0);
  add_number (out, "PositionBottom", "int", 1);
  g_string_append (out, "</config:config-item-map-entry>\n");
}

GString *
ris3_ods_look_make_settings (const Ris3SheetSource *sheets, guint n_sheets)
{
  g_autofree char *first = g_markup_escape_text (sheets[0].name, -1);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, HEAD, "settings");
  g_string_append (out, "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
                        "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>\n"
                        "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1</config:config-item>\n"
                        "<config:config-item-map-named config:name=\"Tables\">\n");
  for (guint i = 0; i < n_sheets; i++)
    add_sheet_settings (out, &sheets[i]);
  g_string_append_printf (out,
                          "</config:config-item-map-named>\n"
                          "<config:config-item config:name=\"ActiveTable\" config:type=\"string\">%s"
                          "</config:config-item>\n"
                          "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
                          "</office:settings>\n</office:document-settings>\n",
                          first);
  return out;
}
