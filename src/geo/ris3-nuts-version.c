/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-nuts-version.h"

#include <glib/gi18n-lib.h>

const guint ris3_nuts_versions[RIS3_N_NUTS_VERSIONS] = { 2013, 2016, 2021 };

gboolean
ris3_nuts_version_is_known (guint version)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (ris3_nuts_versions[i] == version)
      return TRUE;
  return FALSE;
}

gboolean
ris3_nuts_version_from_string (const char *text, guint *version)
{
  guint64 number;

  g_return_val_if_fail (text != NULL && version != NULL, FALSE);
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL)
      || !ris3_nuts_version_is_known ((guint) number))
    return FALSE;
  *version = (guint) number;
  return TRUE;
}

char *
ris3_nuts_version_list (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      if (i > 0)
        /* Translators: between the last two of a list: "2013, 2016 or 2021". */
        g_string_append (list, i + 1 < RIS3_N_NUTS_VERSIONS ? ", " : _ (" or "));
      g_string_append_printf (list, "%u", ris3_nuts_versions[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}
