/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-value.h"

#include <glib/gi18n-lib.h>

const char *
ris3_absence_get_title (Ris3Absence absence)
{
  switch (absence)
    {
    case RIS3_ABSENCE_NO_PRIORITY:
      return _ ("Analysed, health is not a priority");
    case RIS3_ABSENCE_WITHHELD:
      return _ ("Withheld");
    case RIS3_ABSENCE_NOT_ANALYSED:
      return _ ("Not yet analysed");
    case RIS3_ABSENCE_NO_STRATEGY:
      return _ ("No strategy known");
    case RIS3_ABSENCE_NONE:
    case RIS3_N_ABSENCES:
      break;
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_absence_get_id (Ris3Absence absence)
{
  static const char *const ids[RIS3_N_ABSENCES] = { "", "no-health", "withheld", "not-analysed", "no-strategy" };

  g_return_val_if_fail (absence < RIS3_N_ABSENCES, NULL);
  return ids[absence];
}
