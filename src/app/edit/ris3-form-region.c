/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-region.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

const Ris3RegionName *
ris3_form_region_find (Ris3Atlas *atlas, const char *key)
{
  const char *space = strchr (key, ' ');

  if (atlas == NULL || space == NULL)
    return NULL;
  return ris3_atlas_lookup_region (atlas, (guint) strtoul (key, NULL, 10), space + 1);
}

void
ris3_form_region_set (Ris3Edit *edit, const Ris3RegionName *region)
{
  ris3_edit_set_integer (edit, "nuts_version", region->nuts_version);
  ris3_edit_set_text (edit, "region_code", region->code);
}

const char *
ris3_form_region_name (const Ris3RegionName *region)
{
  return *region->name_english != '\0' ? region->name_english : region->name_latin;
}

char *
ris3_form_region_words (Ris3Atlas *atlas, guint nuts_version, const char *code)
{
  const Ris3RegionName *region = ris3_atlas_lookup_region (atlas, nuts_version, code);
  const char *name = region != NULL ? ris3_form_region_name (region) : code;

  /* Translators: the name of a region, its code, and the year of the NUTS version */
  return g_strdup_printf (_ ("%s (%s, NUTS %u)"), name, code, nuts_version);
}

gboolean
ris3_form_region_read (Ris3Atlas *atlas, const char *table, const char *key, char **words)
{
  g_autofree char *code = atlas != NULL ? ris3_atlas_dup_value (atlas, table, key, "region_code") : NULL;
  g_autofree char *version = NULL;

  *words = NULL;
  if (code == NULL)
    return FALSE;
  version = ris3_atlas_dup_value (atlas, table, key, "nuts_version");
  if (*code != '\0')
    *words = ris3_form_region_words (atlas, (guint) g_ascii_strtoull (version, NULL, 10), code);
  return TRUE;
}
