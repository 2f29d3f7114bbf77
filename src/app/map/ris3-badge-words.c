/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-badge-words.h"

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"

/* Names of regions. */
#define MAX_NAMES 6

char *
ris3_badge_words_list_regions (Ris3Boundaries *boundaries, const guint *regions, guint n_regions)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (boundaries != NULL && (regions != NULL || n_regions == 0), NULL);
  for (guint i = 0; i < MIN (n_regions, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ris3_region_display_name (ris3_boundaries_get_region (boundaries, regions[i])));
  if (n_regions > MAX_NAMES)
    g_string_append (names, ", …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
ris3_badge_words_new (Ris3Boundaries *boundaries, const guint *regions, guint n_regions, guint n_open)
{
  g_autofree char *names = NULL;
  g_autofree char *comments = NULL;

  g_return_val_if_fail (boundaries != NULL && (regions != NULL || n_regions == 0), NULL);
  names = ris3_badge_words_list_regions (boundaries, regions, n_regions);
  comments = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u open comment", "%'u open comments", n_open), n_open);
  if (n_regions == 1)
    /* Translators: a badge on the map: “3 open comments”, and the region that they are about. */
    return g_strdup_printf (_ ("%s: %s"), comments, names);
  /* Translators: a badge on the map: “7 open comments”, the number of regions that they are about, and their names. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s in %u region: %s", "%s in %u regions: %s", n_regions),
                          comments, n_regions, names);
}
