/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-region-key.h"

char *
ris3_region_key (guint nuts_version, const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);
  return g_strdup_printf ("%u %s", nuts_version, code);
}
