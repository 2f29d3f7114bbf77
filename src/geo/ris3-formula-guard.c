/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-formula-guard.h"

#include <string.h>

static gboolean
is_dangerous (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

char *
ris3_formula_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return is_dangerous (text) ? g_strconcat ("'", text, NULL) : NULL;
}

const char *
ris3_formula_unguard (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return *text == '\'' && is_dangerous (text) ? text + 1 : text;
}
