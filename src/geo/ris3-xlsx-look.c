/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-sheet-look-private.h"
#include "geo/ris3-spreadsheet-text-private.h"

#define ROW "<row "
#define ROW_END "</row>"
#define CELL "<c "
#define CELL_END "</c>"
#define COLUMNS "<cols>"
#define COLUMNS_END "</cols>"
/* Of a column of a sheet that is no form, in characters. */
#define PLAIN_WIDTH 15
/* Of a row, in points. */
#define LINE_HEIGHT 13.0
#define PADDING 4.0
#define MAX_HEIGHT 400.0
#define MAX_CHOICES 255 /* letters, in a list within the sheet */

/* The cellXfs of the styles. */
typedef enum
{
  STYLE_NONE,
  STYLE_RECORDED_HEADING,
  STYLE_ANSWER_HEADING,
  STYLE_RECORDED,
  STYLE_ANSWER,
  STYLE_TITLE,
  STYLE_HIDDEN,
} Style;

static Style
get_style (const Ris3ColumnLook *look, gboolean is_heading)
{
  if (look->use == RIS3_COLUMN_HIDDEN)
    return STYLE_HIDDEN;
  if (is_heading)
    return look->use == RIS3_COLUMN_ANSWER ? STYLE_ANSWER_HEADING : STYLE_RECORDED_HEADING;
  return look->use == RIS3_COLUMN_ANSWER ? STYLE_ANSWER : look->use == RIS3_COLUMN_TITLE ? STYLE_TITLE : STYLE_RECORDED;
}

/* "AB", of 27; the last three letters are those of any sheet. */
static const char *
name_column (guint column, char name[4])
{
  char *letter = name + 3;

  *letter = '\0';
  for (column++; column > 0 && letter > name; column = (column - 1) / 26)
    *--letter = (char) ('A' + (column - 1) % 26);
  return letter;
}

static void
add_view (GString *out, const Ris3SheetSource *sheet, gboolean is_first)
{
  char name[4];
  const char *column = name_column (sheet->n_frozen, name);
  const char *pane = sheet->n_frozen > 0 ? "bottomRight" : "bottomLeft";

  g_string_append_printf (out, "<sheetViews><sheetView %sworkbookViewId=\"0\"><pane ",
                          is_first ? "tabSelected=\"1\" " : "");
  if (sheet->n_frozen > 0)
    g_string_append_printf (out, "xSplit=\"%u\" ", sheet->n_frozen);
  g_string_append_printf (out,
                          "ySplit=\"1\" topLeftCell=\"%s2\" activePane=\"%s\" state=\"frozen\"/>"
                          "<selection pane=\"%s\" activeCell=\"%s2\" sqref=\"%s2\"/></sheetView></sheetViews>\n",
                          column, pane, pane, column, column);
}

static void
add_columns (GString *out, const Ris3SheetSource *sheet)
{
  g_string_append (out, COLUMNS);
  for (guint i = 0; i < sheet->n_columns; i++)
    g_string_append_printf (out, "<col min=\"%u\" max=\"%u\" width=\"%u\" customWidth=\"1\"%s/>", i + 1, i + 1,
                            sheet->looks[i].width, sheet->looks[i].use == RIS3_COLUMN_HIDDEN ? " hidden=\"1\"" : "");
  g_string_append (out, COLUMNS_END "\n");
}

/* How many lines a text has in a column, about. */
static guint
count_lines (const char *text, guint width, gboolean is_bold)
{
  guint n_lines = 0;

  do
    {
      const char *line_end = text + strcspn (text, "\n");
      guint n_letters = (guint) g_utf8_strlen (text, line_end - text) * (is_bold ? 12 : 11) / 10;

      n_lines += MAX (1, (n_letters + width - 1) / width);
      text = *line_end != '\0' ? line_end + 1 : line_end;
    }
  while (*text != '\0');
  return n_lines;
}

/* Programs that open it measure a row only when it is edited. */
static double
get_height (const Ris3SheetSource *sheet, guint row)
{
  guint n_lines = row > 0 ? sheet->n_lines : 1;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const Ris3ColumnLook *look = &sheet->looks[i];
      const char *text = row == 0 ? sheet->columns[i] : sheet->get_cell (row - 1, i, sheet->user_data);

      if (text != NULL && look->use != RIS3_COLUMN_HIDDEN)
        n_lines = MAX (n_lines, count_lines (text, look->width, row == 0 || look->use == RIS3_COLUMN_TITLE));
    }
  return MIN (n_lines * LINE_HEIGHT + PADDING, MAX_HEIGHT);
}

/* A row, with its empty cells. cell, end: what OGR has written */
static void
add_row (GString *out, const Ris3SheetSource *sheet, guint row, const char *cell, const char *end)
{
  g_string_append_printf (out, "<row r=\"%u\" ht=\"%.0f\">", row + 1, get_height (sheet, row));
  cell = ris3_spreadsheet_text_find (cell, end, CELL);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      char name[4];
      g_autofree char *where = g_strdup_printf ("r=\"%s%u\"", name_column (i, name), row + 1);
      const char *rest = cell + strlen (CELL);

      g_string_append_printf (out, CELL "s=\"%u\" %s", get_style (ris3_sheet_get_look (sheet, row, i), row == 0),
                              where);
      if (cell < end && g_str_has_prefix (rest, where))
        {
          const char *cell_end = ris3_spreadsheet_text_find (rest, end, CELL_END);

          rest += strlen (where);
          g_string_append_len (out, rest, cell_end - rest);
          g_string_append (out, CELL_END);
          cell = ris3_spreadsheet_text_find (cell_end, end, CELL);
        }
      else
        g_string_append (out, "/>");
    }
  g_string_append (out, ROW_END "\n");
}

/* The list of what can be chosen in some cells, from row to row. n_lists: of those that are written */
static void
add_choices (GString *out, const char *const *choices, guint column, guint row, guint end, guint *n_lists)
{
  g_autofree char *all = choices != NULL ? g_strjoinv (",", (char **) choices) : g_strdup ("");
  g_autofree char *escaped = g_markup_escape_text (all, -1);
  char name[4];
  const char *letter = name_column (column, name);

  if (*all == '\0' || row > end || g_utf8_strlen (all, -1) > MAX_CHOICES)
    return;
  g_string_append (out, *n_lists == 0 ? "<dataValidations>" : "");
  g_string_append_printf (out,
                          "<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"%s%u:%s%u\">"
                          "<formula1>\"%s\"</formula1></dataValidation>",
                          letter, row, letter, end, escaped);
  (*n_lists)++;
}

static void
add_all_choices (GString *out, const Ris3SheetSource *sheet)
{
  guint n_lists = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    add_choices (out, sheet->looks[i].choices, i, 2, sheet->n_rows + 1, &n_lists);
  if (sheet->odd != NULL)
    add_choices (out, sheet->odd->look.choices, sheet->odd->column, sheet->odd->row + 2, sheet->odd->row + 2, &n_lists);
  g_string_append (out, n_lists > 0 ? "</dataValidations>\n" : "");
}

GString *
ris3_xlsx_look_encode (const char *xml, gsize length, const Ris3SheetSource *sheet, gboolean is_first)
{
  const char *end = xml + length;
  const char *row = ris3_spreadsheet_text_find (xml, end, ROW);
  GString *out = g_string_sized_new (length + length / 4);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\n"
                        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\n");
  add_view (out, sheet, is_first);
  add_columns (out, sheet);
  g_string_append (out, "<sheetData>\n");
  /* OGR needs a row below the headings, if an empty one. */
  for (guint i = 0; row < end && i <= sheet->n_rows; i++)
    {
      const char *row_end = ris3_spreadsheet_text_find (row, end, ROW_END);

      add_row (out, sheet, i, row, row_end);
      row = ris3_spreadsheet_text_find (row_end, end, ROW);
    }
  g_string_append (out, "</sheetData>\n");
  add_all_choices (out, sheet);
  g_string_append (out, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" "
                        "footer=\"0.3\"/>\n"
                        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>\n"
                        "</worksheet>\n");
  return out;
}

GString *
ris3_xlsx_look_mend_columns (const char *xml, gsize length, guint n_columns)
{
  const char *end = xml + length;
  const char *columns = ris3_spreadsheet_text_find (xml, end, COLUMNS);
  const char *rest = ris3_spreadsheet_text_find (columns, end, COLUMNS_END);
  GString *out = g_string_sized_new (length + 1);

  g_string_append_len (out, xml, columns - xml);
  if (rest < end)
    {
      g_string_append (out, COLUMNS);
      for (guint i = 1; i <= n_columns; i++)
        g_string_append_printf (out, "<col min=\"%u\" max=\"%u\" width=\"%u\" customWidth=\"1\"/>", i, i, PLAIN_WIDTH);
    }
  g_string_append_len (out, rest, end - rest);
  return out;
}

static void
add_printed_headings (GString *out, const Ris3SheetSource *sheets, guint n_sheets)
{
  g_string_append (out, "<definedNames>");
  for (guint i = 0; i < n_sheets; i++)
    {
      g_auto (GStrv) parts = g_strsplit (sheets[i].name, "'", -1);
      g_autofree char *name = g_strjoinv ("''", parts);
      g_autofree char *escaped = g_markup_escape_text (name, -1);

      g_string_append_printf (
          out, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%u\">'%s'!$1:$1</definedName>", i, escaped);
    }
  g_string_append (out, "</definedNames>\n");
}

GString *
ris3_xlsx_look_encode_workbook (const char *xml, gsize length, const Ris3SheetSource *sheets, guint n_sheets)
{
  const char *end = xml + length;
  const char *list = ris3_spreadsheet_text_find (xml, end, "<sheets>");
  const char *list_end = ris3_spreadsheet_text_find (list, end, "</sheets>");
  const char *rest = MIN (list_end + strlen ("</sheets>"), end);
  GString *out = g_string_sized_new (length * 2);

  g_string_append_len (out, xml, list - xml);
  g_string_append (out, "<bookViews><workbookView activeTab=\"0\"/></bookViews>\n");
  g_string_append_len (out, list, rest - list);
  add_printed_headings (out, sheets, n_sheets);
  g_string_append_len (out, rest, end - rest);
  return out;
}

GString *
ris3_xlsx_look_make_styles (void)
{
  /* Fonts: 0 plain, 1 headings, 2 titles. Fills: two that must be there, then as in the enumeration of styles. */
  return g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\n"
      "<fonts count=\"3\">"
      "<font><sz val=\"10\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
      "<font><b/><sz val=\"10\"/><color rgb=\"FF" RIS3_LOOK_LETTERS
      "\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
      "<font><b/><sz val=\"10\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
      "</fonts>\n"
      "<fills count=\"5\">"
      "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" RIS3_LOOK_RECORDED "\"/></patternFill></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" RIS3_LOOK_ANSWER "\"/></patternFill></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" RIS3_LOOK_ANSWER_CELL "\"/></patternFill></fill>"
      "</fills>\n"
      "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      "<border><left style=\"thin\"><color rgb=\"FF" RIS3_LOOK_LINE "\"/></left>"
      "<right style=\"thin\"><color rgb=\"FF" RIS3_LOOK_LINE "\"/></right>"
      "<top style=\"thin\"><color rgb=\"FF" RIS3_LOOK_LINE "\"/></top>"
      "<bottom style=\"thin\"><color rgb=\"FF" RIS3_LOOK_LINE "\"/></bottom><diagonal/></border></borders>\n"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\n"
      "<cellXfs count=\"7\">"
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
#define XF(font, fill)                                                                                                 \
  "<xf numFmtId=\"49\" fontId=\"" font "\" fillId=\"" fill "\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" "     \
  "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"                                            \
  "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
      XF ("1", "2") XF ("1", "3") XF ("0", "0") XF ("0", "4") XF ("2", "0")
#undef XF
          "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
          "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
          "</cellXfs>\n"
          "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\n"
          "</styleSheet>\n");
}
