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
#define STRING "<t>"
/* More spaces in one element are a trick. */
#define MAX_SPACES 32767

gboolean
ris3_spreadsheet_text_needs_encoding (const char *text)
{
  gsize length = strlen (text);

  return length > 0
         && (text[0] == ' ' || text[length - 1] == ' ' || strpbrk (text, "\t\n\r") != NULL
             || strstr (text, "  ") != NULL || g_str_has_prefix (text, RIS3_ODS_TEXT_MARK));
}

/* Where a text occurs next; end if it does not. */
static const char *
find (const char *xml, const char *end, const char *what)
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

/* What stands between the tags of OGR's one paragraph. */
static void
encode_paragraph (GString *out, const char *text, const char *end)
{
  gsize start; /* of the paragraph, in out */
  gboolean is_first = TRUE;

  if (g_str_has_prefix (text, RIS3_ODS_TEXT_MARK))
    text += strlen (RIS3_ODS_TEXT_MARK);
  start = out->len;
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
      case '\t':
        g_string_append (out, TAB "/>");
        text++;
        break;
      case '\r':
      case '\n':
        /* An empty paragraph before all others would be lost by OGR's reader. */
        if (is_first && out->len == start)
          g_string_append (out, LINE_BREAK "/>");
        else
          {
            g_string_append (out, PARAGRAPH_END "\n" PARAGRAPH);
            start = out->len;
            is_first = FALSE;
          }
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
      const char *text = find (xml, end, PARAGRAPH);
      const char *text_end;

      if (text < end)
        text += strlen (PARAGRAPH);
      g_string_append_len (out, xml, text - xml);
      text_end = find (text, end, PARAGRAPH_END);
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

/* Whether an empty element has that name; after: its ">" */
static gboolean
is_element (const char *xml, const char *after, const char *name)
{
  gsize length = strlen (name);

  return (gsize) (after - xml) > length && memcmp (xml, name, length) == 0 && (xml[length] == ' ' || xml[length] == '/')
         && after[-1] == '/';
}

GString *
ris3_ods_text_decode (const char *xml, gsize length)
{
  const char *end = xml + length;
  GString *out = g_string_sized_new (length);

  while (xml < end)
    {
      const char *element = find (xml, end, "<text:");
      const char *after;

      g_string_append_len (out, xml, element - xml);
      xml = element;
      if (element == end)
        break;
      after = find (element, end, ">");
      if (after < end && is_element (element, after, SPACES))
        for (guint i = count_spaces (element, after); i > 0; i--)
          g_string_append_c (out, ' ');
      else if (after < end && is_element (element, after, TAB))
        g_string_append_c (out, '\t');
      else if (after < end && is_element (element, after, LINE_BREAK))
        g_string_append_c (out, '\n');
      else
        {
          after = MIN (after, end - 1);
          g_string_append_len (out, element, after + 1 - element);
          if ((gsize) (end - after) > strlen (FORMULA) && memcmp (after + 1, FORMULA, strlen (FORMULA)) == 0)
            g_string_append (out, RIS3_ODS_TEXT_MARK);
        }
      xml = after + 1;
    }
  return out;
}

const char *
ris3_ods_text_unmark (const char *text)
{
  return g_str_has_prefix (text, RIS3_ODS_TEXT_MARK FORMULA) ? text + strlen (RIS3_ODS_TEXT_MARK) : text;
}

GString *
ris3_xlsx_text_encode (const char *xml, gsize length)
{
  const char *end = xml + length;
  GString *out = g_string_sized_new (length + length / 4);

  while (xml < end)
    {
      const char *string = find (xml, end, STRING);

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
