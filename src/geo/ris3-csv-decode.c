/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-text-private.h"

#define MARK "\xef\xbb\xbf"

static guint
count_lines (const char *data, gsize length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  return n;
}

/* Such as UTF-16 without a byte order mark has, in a text whose first letters are of the Latin script. */
static gboolean
has_zeros (const char *data, gsize length, guint first)
{
  return length >= 4 && data[first] == '\0' && data[first + 2] == '\0' && data[1 - first] != '\0'
         && data[3 - first] != '\0';
}

/* Whether some of what is not ASCII is UTF-8: then the file was put together of parts in two encodings. An encoded half
 * of a surrogate pair counts: no other encoding has it. */
static gboolean
is_partly_utf8 (const char *data, gsize length)
{
  const char *end = data + length;

  while (data < end)
    {
      const char *next;

      g_utf8_validate (data, end - data, &next);
      for (const char *p = data; p < next; p++)
        if ((guchar) *p >= 0x80)
          return TRUE;
      if (end - next >= 3 && (guchar) next[0] == 0xed && (guchar) next[1] >= 0xa0 && ((guchar) next[1] & 0xc0) == 0x80
          && ((guchar) next[2] & 0xc0) == 0x80)
        return TRUE;
      data = next + 1;
    }
  return FALSE;
}

static char *
convert (const char *data, gsize length, const char *name, const char *encoding, gsize *n_written, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize n_read = 0;
  char *text = g_convert (data, (gssize) length, "UTF-8", encoding, &n_read, n_written, &local_error);

  if (text != NULL && n_read == length)
    return text;
  g_free (text);
  if (g_error_matches (local_error, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                 _ ("Cannot read “%s”: the encoding “%s” is not known. Choose another one."), name, encoding);
  else
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                 _ ("%s:%u: this text is not %s. Save the file as UTF-8, or choose another encoding."), name,
                 count_lines (data, MIN (n_read, length)), encoding);
  return NULL;
}

char *
ris3_csv_decode (GBytes *bytes,
                 const char *name,
                 const char *wanted,
                 gsize *length,
                 const char **encoding,
                 const char **bad,
                 GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  const char *end;

  *encoding = wanted != NULL                                   ? wanted
              : size >= 2 && memcmp (data, "\xff\xfe", 2) == 0 ? "UTF-16LE"
              : size >= 2 && memcmp (data, "\xfe\xff", 2) == 0 ? "UTF-16BE"
              : has_zeros (data, size, 1)                      ? "UTF-16LE"
              : has_zeros (data, size, 0)                      ? "UTF-16BE"
                                                               : "UTF-8";
  if (wanted == NULL && g_str_equal (*encoding, "UTF-8") && !g_utf8_validate (data, (gssize) size, NULL)
      && memchr (data, '\0', size) == NULL && !is_partly_utf8 (data, size))
    {
      text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, length, NULL);
      if (text != NULL)
        *encoding = "WINDOWS-1252";
    }
  if (text == NULL && g_ascii_strcasecmp (*encoding, "UTF-8") != 0)
    {
      text = convert (data, size, name, *encoding, length, error);
      if (text == NULL)
        return NULL;
    }
  if (text == NULL)
    {
      *length = size;
      text = g_malloc (size + 1);
      if (size > 0)
        memcpy (text, data, size);
      text[size] = '\0';
    }

  if (*length >= strlen (MARK) && memcmp (text, MARK, strlen (MARK)) == 0)
    {
      *length -= strlen (MARK);
      memmove (text, text + strlen (MARK), *length + 1);
    }
  *bad = g_utf8_validate (text, (gssize) *length, &end) ? NULL : end;
  return g_steal_pointer (&text);
}
