/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-menu-label.h"

char *
ris3_menu_label (const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  parts = g_strsplit (text, "_", -1);
  return g_strjoinv ("__", parts);
}
