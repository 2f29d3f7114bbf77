/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-text.h"

#include <string.h>

/* The most bytes of a character in UTF-8. */
#define MAX_BYTES 4

char *
ris3_text_shorten (const char *text, gsize max)
{
  gsize length;
  g_autofree char *valid = NULL;
  g_autofree char *begin = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  length = strnlen (text, max * MAX_BYTES + 1);
  valid = g_utf8_make_valid (text, (gssize) length);
  if (g_utf8_strlen (valid, -1) <= (glong) max && length <= max * MAX_BYTES)
    return g_steal_pointer (&valid);
  begin = g_utf8_substring (valid, 0, MIN ((glong) max, g_utf8_strlen (valid, -1)));
  return g_strconcat (begin, "…", NULL);
}

char *
ris3_text_to_line (const char *text, gsize max)
{
  g_autofree char *valid = ris3_text_shorten (text, max);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      g_string_append_unichar (line, type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
                                             || type == G_UNICODE_PARAGRAPH_SEPARATOR
                                         ? ' '
                                         : c);
    }
  return g_strstrip (g_string_free (line, FALSE));
}
