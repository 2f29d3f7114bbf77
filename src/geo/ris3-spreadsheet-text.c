/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-spreadsheet-text-private.h"

#include <string.h>

#define PARAGRAPH "<text:p>"
#define PARAGRAPH_END "</text:p>"
#define SPACES "<text:s"
#define TAB "<text:tab"
#define LINE_BREAK "<text:line-break"
#define FORMULA "of:="
#define NUMBER "0123456789+-.eE"
#define STRING "<t>"
/* More spaces in one element are a trick. */
#define TABLE "<table:table"
#define ROW "<table:table-row"
#define ROWS_REPEATED "table:number-rows-repeated="
#define MAX_SPACES 32767

gboolean
ris3_spreadsheet_text_needs_encoding (const char *text)
{
  gsize length = strlen (text);

  return length > 0
         && (text[0] == ' ' || text[length - 1] == ' ' || strpbrk (text, "\t\n\r") != NULL
             || strstr (text, "  ") != NULL || g_str_has_prefix (text, RIS3_ODS_TEXT_MARK));
}

const char *
ris3_spreadsheet_text_find (const char *xml, const char *end, const char *what)
{
  const char *found = memmem (xml, (gsize) (end - xml), what, strlen (what));

  return found != NULL ? found : end;
}

static void
add_spaces (GString *out, guint n_spaces)
{
  if (n_spaces > 0)
    g_string_append_printf (out, SPACES " text:c=\"%u\"/>", n_spaces);
}

/* What stands between the tags of OGR's one paragraph. Tabs stay: LibreOffice 7.4 keeps them, and loses elements that
 * it writes itself for them. */
static void
encode_paragraph (GString *out, const char *text, const char *end)
{
  gsize start = out->len; /* of the paragraph */

  if (g_str_has_prefix (text, RIS3_ODS_TEXT_MARK))
    text += strlen (RIS3_ODS_TEXT_MARK);
  while (text < end)
    switch (*text)
      {
      case ' ':
        {
          guint n_spaces = (guint) strspn (text, " ");
          gboolean is_between = out->len > start && text + n_spaces < end && strchr ("\r\n", text[n_spaces]) == NULL;

          if (is_between)
            g_string_append_c (out, ' ');
          add_spaces (out, n_spaces - is_between);
          text += n_spaces;
          break;
        }
      case '\r':
      case '\n':
        g_string_append (out, PARAGRAPH_END "\n" PARAGRAPH);
        start = out->len;
        text += *text == '\r' && text[1] == '\n' ? 2 : 1;
        break;
      default:
        g_string_append_c (out, *text++);
      }
}

GString *
ris3_ods_text_encode (const char *xml, gsize length)
{
  const char *end = xml + length;
  GString *out = g_string_sized_new (length + length / 8);

  while (xml < end)
    {
      const char *text = ris3_spreadsheet_text_find (xml, end, PARAGRAPH);
      const char *text_end;

      if (text < end)
        text += strlen (PARAGRAPH);
      g_string_append_len (out, xml, text - xml);
      text_end = ris3_spreadsheet_text_find (text, end, PARAGRAPH_END);
      encode_paragraph (out, text, text_end);
      xml = text_end;
    }
  return out;
}

/* How many spaces an element stands for. */
static guint
count_spaces (const char *element, const char *end)
{
  g_autofree char *copy = g_strndup (element, (gsize) (end - element));
  const char *count = strstr (copy, "text:c=");

  return count != NULL ? (guint) MIN (g_ascii_strtoull (count + strlen ("text:c=") + 1, NULL, 10), MAX_SPACES) : 1;
}

/* Whether an element has that name; after: the ">" of its tag */
static gboolean
is_element (const char *xml, const char *after, const char *name)
{
  gsize length = strlen (name);

  return (gsize) (after - xml) >= length && memcmp (xml, name, length) == 0 && strchr (" />", xml[length]) != NULL;
}

typedef struct
{
  GString *out;
  gsize start;      /* of what a cell says, in out, while nothing has been said */
  gsize end;        /* in out, behind the last paragraph, while nothing but spaces has followed */
  gboolean is_text; /* the cell has a text, not a number */
} Decoder;

static gboolean
has (const char *xml, const char *end, const char *what)
{
  return ris3_spreadsheet_text_find (xml, end, what) < end;
}

/* Whether what stands there is made of the signs of a number. */
static gboolean
is_like_number (const char *text, const char *end)
{
  const char *c = text;

  while (c < end && strchr (NUMBER, *c) != NULL)
    c++;
  return c == end && c > text;
}

/* OGR's reader loses an empty paragraph before all others: so all of a cell become one, with line ends. */
static void
begin_paragraph (Decoder *self, const char *tag, const char *after)
{
  gboolean is_next = self->end > 0 && strspn (self->out->str + self->end, " \t\r\n") == self->out->len - self->end;

  if (is_next)
    {
      g_string_truncate (self->out, self->end - strlen (PARAGRAPH_END));
      g_string_append_c (self->out, '\n');
    }
  else
    {
      g_string_append_len (self->out, tag, after - tag - (after[-1] == '/'));
      g_string_append_c (self->out, '>');
      self->start = self->out->len;
    }
  self->end = 0;
  if (after[-1] == '/')
    {
      g_string_append (self->out, PARAGRAPH_END);
      self->end = self->out->len;
    }
}

/* after: the ">" of the tag */
static void
decode_tag (Decoder *self, const char *tag, const char *after)
{
  gboolean is_empty = after[-1] == '/';
  gboolean is_first = self->out->len == self->start;

  if (is_element (tag, after, "<table:table-cell"))
    self->is_text = has (tag, after, "value-type=\"string\"") || has (tag, after, "value-type='string'")
                    || !has (tag, after, "value-type=");
  if (is_element (tag, after, "<text:p"))
    begin_paragraph (self, tag, after);
  else if (is_empty && is_element (tag, after, SPACES))
    for (guint i = count_spaces (tag, after); i > 0; i--)
      g_string_append_c (self->out, ' ');
  else if (is_empty && is_element (tag, after, TAB))
    g_string_append_c (self->out, '\t');
  else if (is_empty && is_element (tag, after, LINE_BREAK))
    g_string_append_c (self->out, '\n');
  else
    {
      g_string_append_len (self->out, tag, after + 1 - tag);
      if (is_element (tag, after, "</text:p"))
        self->end = self->out->len;
      /* A part of the text that has a style. */
      else if (is_first)
        self->start = self->out->len;
    }
}

GString *
ris3_ods_text_decode (const char *xml, gsize length)
{
  const char *end = xml + length;
  Decoder decoder = { .out = g_string_sized_new (length) };

  while (xml < end)
    {
      const char *tag = ris3_spreadsheet_text_find (xml, end, "<");
      const char *after = ris3_spreadsheet_text_find (tag, end, ">");

      if (decoder.start > 0 && decoder.out->len == decoder.start
          && (g_str_has_prefix (xml, FORMULA) || (decoder.is_text && is_like_number (xml, tag))))
        g_string_append (decoder.out, RIS3_ODS_TEXT_MARK);
      g_string_append_len (decoder.out, xml, tag - xml);
      if (after < end)
        decode_tag (&decoder, tag, after);
      else
        g_string_append_len (decoder.out, tag, end - tag);
      xml = MIN (after + 1, end);
    }
  return decoder.out;
}

/* How often a row is there. after: the ">" of its tag */
static guint64
count_repeated (const char *tag, const char *after)
{
  const char *value = ris3_spreadsheet_text_find (tag, after, ROWS_REPEATED) + strlen (ROWS_REPEATED);

  return value < after && (*value == '"' || *value == '\'') ? MAX (g_ascii_strtoull (value + 1, NULL, 10), 1) : 1;
}

guint64
ris3_ods_text_find_lost_row (const char *xml, gsize length)
{
  const char *end = xml + length;
  guint64 row = 0; /* before this one */

  for (const char *tag = ris3_spreadsheet_text_find (xml, end, TABLE); tag < end;
       tag = ris3_spreadsheet_text_find (tag + 1, end, TABLE))
    {
      const char *after = ris3_spreadsheet_text_find (tag, end, ">");
      guint64 n_repeated;
      const char *row_end;

      if (is_element (tag, after, TABLE))
        row = 0;
      if (after == end || !is_element (tag, after, ROW))
        continue;
      n_repeated = count_repeated (tag, after);
      row_end = after[-1] == '/' ? after : ris3_spreadsheet_text_find (after, end, "</table:table-row");
      if (n_repeated > RIS3_ODS_MAX_REPEATED && has (after, row_end, "<text:p"))
        return row + 1;
      row += MIN (n_repeated, G_MAXUINT64 - row);
    }
  return 0;
}

const char *
ris3_ods_text_unmark (const char *text)
{
  const char *unmarked = text + strlen (RIS3_ODS_TEXT_MARK);

  return g_str_has_prefix (text, RIS3_ODS_TEXT_MARK)
                 && (g_str_has_prefix (unmarked, FORMULA) || (*unmarked != '\0' && strchr (NUMBER, *unmarked) != NULL))
             ? unmarked
             : text;
}

GString *
ris3_xlsx_text_encode (const char *xml, gsize length)
{
  const char *end = xml + length;
  GString *out = g_string_sized_new (length + length / 4);

  while (xml < end)
    {
      const char *string = ris3_spreadsheet_text_find (xml, end, STRING);

      g_string_append_len (out, xml, string - xml);
      xml = string;
      if (string == end)
        break;
      g_string_append (out, "<t xml:space=\"preserve\">");
      xml += strlen (STRING);
    }
  return out;
}

/* Whether that stands there: "_x000D_". */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

static gboolean
is_control (char c)
{
  return c > 0 && c < ' ' && c != '\t' && c != '\n';
}

char *
ris3_xlsx_text_escape (const char *text)
{
  const char *c = text;
  GString *out;

  while (*c != '\0' && !is_control (*c) && !is_escape (c))
    c++;
  if (*c == '\0')
    return NULL;
  out = g_string_new_len (text, c - text);
  for (; *c != '\0'; c++)
    if (is_control (*c))
      g_string_append_printf (out, "_x%04X_", (guint) *c);
    else
      {
        g_string_append (out, is_escape (c) ? "_x005F_" : "");
        if (!is_escape (c))
          g_string_append_c (out, *c);
      }
  return g_string_free (out, FALSE);
}

char *
ris3_xlsx_text_unescape (const char *text)
{
  GString *out;

  if (strstr (text, "_x") == NULL)
    return NULL;
  out = g_string_new (NULL);
  while (*text != '\0')
    if (is_escape (text))
      {
        gunichar letter = (gunichar) g_ascii_strtoull (text + 2, NULL, 16);

        /* What is no character is left as it stands. */
        if (letter != 0 && g_unichar_validate (letter))
          g_string_append_unichar (out, letter);
        else
          g_string_append_len (out, text, 7);
        text += 7;
      }
    else
      g_string_append_c (out, *text++);
  return g_string_free (out, FALSE);
}
