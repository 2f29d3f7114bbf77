/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-period.h"

char *
ris3_period_to_text (const char *period)
{
  g_auto (GStrv) years = NULL;

  g_return_val_if_fail (period != NULL, NULL);
  years = g_strsplit (period, "-", -1);
  return g_strjoinv ("–", years);
}
