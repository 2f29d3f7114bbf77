/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-mail-coding-private.h"

#include <string.h>

/* Of the name of a character set, in bytes. */
#define MAX_CHARSET 40

GByteArray *
_ris3_mail_decode_quoted (const char *text, gsize length, gboolean is_header)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) MIN (length, G_MAXUINT / 2));

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];
      gsize end = i + 1;

      if (text[i] == '_' && is_header)
        byte = ' ';
      else if (text[i] == '=')
        {
          /* A line that goes on; programs may have left spaces at its end. */
          while (end < length && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r'))
            end++;
          if (end == length || text[end] == '\n')
            {
              i = end;
              continue;
            }
          if (length - i < 3 || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2]))
            return NULL;
          byte = (guint8) (g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
  return g_steal_pointer (&bytes);
}

GByteArray *
_ris3_mail_decode_base64 (const char *text, gsize length)
{
  g_autoptr (GString) digits = g_string_sized_new (length);
  gsize n_bytes;
  guchar *bytes;
  gsize n;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (digits, text[i]);
  n = strspn (digits->str, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  /* GLib skips what is no digit. */
  if (digits->len == 0 || digits->len % 4 != 0 || n + 2 < digits->len
      || strspn (digits->str + n, "=") != digits->len - n)
    return NULL;
  bytes = g_base64_decode (digits->str, &n_bytes);
  return g_byte_array_new_take (bytes, n_bytes);
}

char *
_ris3_mail_convert (const guint8 *bytes, gsize length, const char *charset)
{
  gsize n_written;
  g_autofree char *text = g_convert (length > 0 ? (const char *) bytes : "", (gssize) length, "UTF-8",
                                     *charset != '\0' ? charset : "US-ASCII", NULL, &n_written, NULL);

  return text != NULL && g_utf8_validate (text, (gssize) n_written, NULL) ? g_steal_pointer (&text) : NULL;
}

/* An encoded word. */
typedef struct
{
  char charset[MAX_CHARSET + 1];
  GByteArray *bytes;
  const char *end; /* after it */
} Word;

static gboolean
read_word (const char *text, Word *word)
{
  const char *charset = text + 2;
  const char *encoding, *begin, *end;
  gsize length;

  if (!g_str_has_prefix (text, "=?"))
    return FALSE;
  length = strcspn (charset, "?*() \t");
  /* A language may follow the name (RFC 2231). */
  encoding = charset + length + (charset[length] == '*' ? strcspn (charset + length, "? ") : 0);
  if (length == 0 || length > MAX_CHARSET || encoding[0] != '?' || encoding[1] == '\0' || encoding[2] != '?')
    return FALSE;
  begin = encoding + 3;
  end = strstr (begin, "?=");
  if (end == NULL)
    return FALSE;
  if (g_ascii_tolower (encoding[1]) == 'q')
    word->bytes = _ris3_mail_decode_quoted (begin, (gsize) (end - begin), TRUE);
  else if (g_ascii_tolower (encoding[1]) == 'b')
    word->bytes = end > begin ? _ris3_mail_decode_base64 (begin, (gsize) (end - begin)) : g_byte_array_new ();
  else
    return FALSE;
  memcpy (word->charset, charset, length);
  word->charset[length] = '\0';
  word->end = end + 2;
  return word->bytes != NULL;
}

static const char *
skip_spaces (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

/* The words that follow each other in one character set: programs part a letter between two of them. NULL: broken.
 * end: (out) after them (transfer full) */
static char *
read_words (const char *text, const char **end)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char charset[MAX_CHARSET + 1] = "";
  Word word;

  while (read_word (text, &word))
    {
      g_autoptr (GByteArray) more = word.bytes;

      if (*charset != '\0' && g_ascii_strcasecmp (charset, word.charset) != 0)
        break;
      memcpy (charset, word.charset, sizeof charset);
      g_byte_array_append (bytes, more->data, more->len);
      *end = word.end;
      text = skip_spaces (word.end);
    }
  return *charset != '\0' ? _ris3_mail_convert (bytes->data, bytes->len, charset) : NULL;
}

char *
_ris3_mail_decode_words (const char *value)
{
  GString *decoded = g_string_new (NULL);
  const char *after_word = NULL;

  for (const char *begin; (begin = strstr (value, "=?")) != NULL;)
    {
      const char *end = begin;
      g_autofree char *words = read_words (begin, &end);

      /* Between two words that are encoded, spaces part lines, not words. */
      if (words == NULL || after_word == NULL || skip_spaces (after_word) != begin)
        g_string_append_len (decoded, value, begin - value);
      if (words != NULL)
        g_string_append (decoded, words);
      else
        {
          end = MAX (end, begin + 2);
          g_string_append_len (decoded, begin, end - begin);
        }
      after_word = words != NULL ? end : NULL;
      value = end;
    }
  g_string_append (decoded, value);
  g_strdelimit (decoded->str, "\r\n\t\v\f", ' ');
  return g_string_free (decoded, FALSE);
}
