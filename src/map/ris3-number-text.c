/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-number-text.h"

#include <math.h>
#include <string.h>

#define MAX_LENGTH 64

/* What may stand between groups of three digits, whatever the decimal sign. */
static gboolean
is_space (gunichar letter)
{
  return letter == ' ' || letter == 0x00a0 || letter == 0x2009 || letter == 0x202f || letter == '\''
         || letter == 0x2019;
}

gboolean
ris3_number_text_read (const char *text, Ris3Decimal decimal, double *number)
{
  char plain[MAX_LENGTH + 1];
  gsize length = 0;
  gunichar mark = decimal == RIS3_DECIMAL_POINT ? '.' : ',';
  gunichar other = decimal == RIS3_DECIMAL_POINT ? ',' : '.';
  gunichar group = 0; /* the one between thousands */
  guint n_digits = 0; /* since the last group, or the mark */
  gboolean has_mark = FALSE, has_digits = FALSE;
  const char *at = text;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);
  while (g_ascii_isspace (*at))
    at++;
  if (*at == '-' || *at == '+' || g_str_has_prefix (at, "−"))
    {
      if (*at != '+')
        plain[length++] = '-';
      at = g_utf8_next_char (at);
    }
  for (; *at != '\0' && length < MAX_LENGTH; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char_validated (at, -1);

      if (letter == (gunichar) -1 || letter == (gunichar) -2)
        return FALSE;
      if (letter >= '0' && letter <= '9')
        {
          plain[length++] = (char) letter;
          n_digits++;
          has_digits = TRUE;
        }
      else if (letter == mark && !has_mark && has_digits && (group == 0 || n_digits == 3))
        {
          plain[length++] = '.';
          has_mark = TRUE;
          n_digits = 0;
        }
      else if (g_ascii_isspace (*at) && at[strspn (at, " \t\r\n")] == '\0')
        break;
      else if (!has_mark && (letter == other || is_space (letter)) && (group == 0 || group == letter)
               && (group == 0 ? n_digits >= 1 && n_digits <= 3 : n_digits == 3))
        {
          group = letter;
          n_digits = 0;
        }
      else
        return FALSE;
    }
  if (length == MAX_LENGTH || n_digits == 0 || (group != 0 && !has_mark && n_digits != 3))
    return FALSE;
  plain[length] = '\0';
  *number = g_ascii_strtod (plain, NULL);
  return isfinite (*number);
}
