/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-period.h"

#include <string.h>

#include <glib/gi18n-lib.h>

char *
ris3_period_to_text (const char *period)
{
  const char *dash = strchr (period, '-');
  g_autofree char *first = NULL;

  g_return_val_if_fail (period != NULL, NULL);
  if (dash == NULL)
    return g_strdup (period);
  first = g_strndup (period, (gsize) (dash - period));
  /* Translators: a period, from its first year to its last: "2014–2020" */
  return g_strdup_printf (C_ ("period", "%s–%s"), first, dash + 1);
}

char *
ris3_period_describe (const char *period)
{
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;

  /* Translators: %s is a period, as "2014–2020". */
  return years != NULL ? g_strdup_printf (_ ("strategies of %s"), years)
                       : g_strdup (_ ("latest strategy of each region"));
}
