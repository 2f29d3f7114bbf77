/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-printable.h"

#define DELETE 0x7f
/* Unicode's pictures of control characters, and its sign for what cannot be shown. */
#define FIRST_PICTURE 0x2400
#define DELETE_PICTURE 0x2421
#define REPLACEMENT 0xfffd

char *
ris3_printable_text (const char *text)
{
  g_autofree char *valid = NULL;
  GString *printable;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  printable = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (printable, c);
      else
        g_string_append_unichar (printable, c < ' ' ? FIRST_PICTURE + c : c == DELETE ? DELETE_PICTURE : REPLACEMENT);
    }
  return g_string_free (printable, FALSE);
}

char *
ris3_printable_markup (const char *text)
{
  g_autofree char *printable = ris3_printable_text (text);

  return g_markup_escape_text (printable, -1);
}
