/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-authority.h"

#include <string.h>

#include "app/ris3-region-words.h"
#include "geo/ris3-fold.h"
#include "map/ris3-region-places.h"

char *
ris3_authority_make_region_key (guint nuts_version, const char *code, gpointer session)
{
  return ris3_region_places_make_key (ris3_session_get_geodata (session), nuts_version, code);
}

const char *
ris3_authority_name_region (guint nuts_version, const char *code, gpointer session)
{
  return ris3_region_name_of_code (session, nuts_version, code);
}

char **
ris3_authority_read_words (GtkEditable *search)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (GTK_IS_EDITABLE (search), NULL);
  folded = ris3_fold (gtk_editable_get_text (search));
  return *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
}

gboolean
ris3_authority_has_words (Ris3Session *session,
                          guint nuts_version,
                          const char *code,
                          const char *organisation,
                          char **words)
{
  const Ris3RegionName *names;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && code != NULL && organisation != NULL, FALSE);
  if (words == NULL)
    return TRUE;
  names = ris3_atlas_lookup_region (ris3_session_get_atlas (session), nuts_version, code);
  all = g_strjoin (" ", code, ris3_region_name_of_code (session, nuts_version, code), organisation,
                   names != NULL ? names->name : "", names != NULL ? names->name_latin : "", NULL);
  folded = ris3_fold (all);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
