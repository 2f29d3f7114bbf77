/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-decode-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"

/* Bytes at the beginning of a file that show whether it is UTF-16. */
#define SAMPLE 4096

static const struct
{
  const char *encoding;
  const char *mark;
  gsize length;
} marks[] = {
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

/* The length of the mark that a text of the encoding begins with. */
static gsize
get_mark (const char *data, gsize length, const char *encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (marks[i].encoding, encoding) == 0 && length >= marks[i].length
        && memcmp (data, marks[i].mark, marks[i].length) == 0)
      return marks[i].length;
  return 0;
}

/* Every second byte of Latin letters in UTF-16 is 0. */
static const char *
guess_utf_16 (const char *data, gsize length)
{
  gsize n[2] = { 0, 0 };
  gsize end = MIN (length, SAMPLE) & ~(gsize) 1;

  for (gsize i = 0; i < end; i++)
    n[i % 2] += data[i] == '\0';
  if (length % 2 != 0 || n[0] + n[1] < end / 4)
    return NULL;
  return n[1] > 4 * n[0] ? "UTF-16LE" : n[0] > 4 * n[1] ? "UTF-16BE" : NULL;
}

static const char *
guess (const char *data, gsize length)
{
  const char *utf_16;
  gsize text_length;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (get_mark (data, length, marks[i].encoding) > 0)
      return marks[i].encoding;
  utf_16 = guess_utf_16 (data, length);
  if (utf_16 != NULL)
    return utf_16;
  /* A NUL is refused later, with its place. */
  for (const char *p = data; p < data + length; p += text_length + 1)
    {
      const char *nul = memchr (p, '\0', (gsize) (data + length - p));

      text_length = nul != NULL ? (gsize) (nul - p) : (gsize) (data + length - p);
      if (!g_utf8_validate (p, (gssize) text_length, NULL))
        return "WINDOWS-1252";
    }
  return "UTF-8";
}

static guint
count_lines (const char *text, gsize length)
{
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  return n_lines;
}

/* Latin letters of each encoding have a line end as a byte. */
static void
set_error (const char *data, gsize n_read, const char *encoding, const char *name, GError **error)
{
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("%s:%u: this text is not in the encoding %s. Choose the encoding that the file was saved in, or save "
                  "it as UTF-8."),
               name, count_lines (data, n_read), encoding);
}

/* Windows-1252 has no letters at five places. What other programs make of them is a control character. */
static char *
convert_windows_1252 (const char *data, gsize length, gsize *n_written)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length;)
    {
      gsize n_read = 0, n = 0;
      g_autofree char *part = g_convert (data + i, (gssize) (length - i), "UTF-8", "WINDOWS-1252", &n_read, &n, NULL);

      if (part == NULL && n_read > 0)
        part = g_convert (data + i, (gssize) n_read, "UTF-8", "WINDOWS-1252", NULL, &n, NULL);
      if (part != NULL)
        g_string_append_len (text, part, (gssize) n);
      i += n_read;
      if (i < length)
        g_string_append_unichar (text, (guchar) data[i++]);
    }
  *n_written = text->len;
  return g_string_free (text, FALSE);
}

GBytes *
ris3_table_decode (GBytes *bytes, const char *encoding, const char *name, const char **found, GError **error)
{
  gsize length, n_read = 0, n_written = 0, mark;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text;

  *found = encoding != NULL ? g_intern_string (encoding) : guess (data, length);
  mark = get_mark (data, length, *found);
  if (g_ascii_strcasecmp (*found, "UTF-8") == 0)
    return g_bytes_new_from_bytes (bytes, mark, length - mark);
  if (g_ascii_strcasecmp (*found, "WINDOWS-1252") == 0)
    text = convert_windows_1252 (data, length, &n_written);
  else
    text = g_convert (data + mark, (gssize) (length - mark), "UTF-8", *found, &n_read, &n_written, NULL);
  /* An incomplete character at the end is no error to iconv. */
  if (text == NULL || (n_read > 0 && n_read < length - mark))
    {
      g_free (text);
      set_error (data + mark, n_read, *found, name, error);
      return NULL;
    }
  return g_bytes_new_take (text, n_written);
}
