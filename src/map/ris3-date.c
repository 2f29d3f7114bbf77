/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Translators: the months as they stand in "23 November 2026". */
static const char *const months[]
    = { NC_ ("in a date", "January"), NC_ ("in a date", "February"), NC_ ("in a date", "March"),
        NC_ ("in a date", "April"),   NC_ ("in a date", "May"),      NC_ ("in a date", "June"),
        NC_ ("in a date", "July"),    NC_ ("in a date", "August"),   NC_ ("in a date", "September"),
        NC_ ("in a date", "October"), NC_ ("in a date", "November"), NC_ ("in a date", "December") };

char *
ris3_date_to_text (const char *iso_date)
{
  g_auto (GStrv) parts = NULL;
  int year, month, day;
  const char *name;

  g_return_val_if_fail (iso_date != NULL, NULL);
  parts = g_strsplit (iso_date, "-", 3);
  if (g_strv_length (parts) != 3)
    return g_strdup (iso_date);
  year = atoi (parts[0]);
  month = atoi (parts[1]);
  day = atoi (parts[2]);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return g_strdup (iso_date);
  name = g_dpgettext2 (GETTEXT_PACKAGE, "in a date", months[month - 1]);
  if (day == 1)
    /* Translators: the first day of a month, in a text: the day (1), the month's name, the year: "1er mai 2019" */
    return g_strdup_printf (C_ ("first of a month", "%d %s %d"), day, name, year);
  /* Translators: a date in a text: the day, the month's name, the year; "%3$d" and so on change their order. */
  return g_strdup_printf (C_ ("date", "%d %s %d"), day, name, year);
}
