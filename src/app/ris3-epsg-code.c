/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-epsg-code.h"

#include <string.h>

#define PREFIX "EPSG:"
#define MAX_CODE 999999

char *
ris3_epsg_code_from_text (const char *text)
{
  g_autofree char *stripped = NULL;
  const char *number;
  guint64 code;

  g_return_val_if_fail (text != NULL, NULL);
  stripped = g_strstrip (g_strdup (text));
  number = g_ascii_strncasecmp (stripped, PREFIX, strlen (PREFIX)) == 0 ? stripped + strlen (PREFIX) : stripped;
  if (!g_ascii_string_to_unsigned (number, 10, 1, MAX_CODE, &code, NULL))
    return NULL;
  return g_strdup_printf (PREFIX "%u", (guint) code);
}
