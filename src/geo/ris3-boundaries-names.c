/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-fold.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = ris3_fold (a);
  g_autofree char *folded_b = ris3_fold (b);

  return g_str_equal (folded_a, folded_b);
}

/* Whether all words of one name are in the other, in one piece: "Praha", "Hlavní město Praha". */
static gboolean
contains (const char *a, const char *b)
{
  g_autofree char *folded_a = ris3_fold (a);
  g_autofree char *folded_b = ris3_fold (b);
  g_autofree char *words_a = g_strdup_printf (" %s ", folded_a);
  g_autofree char *words_b = g_strdup_printf (" %s ", folded_b);

  return strstr (words_a, words_b) != NULL || strstr (words_b, words_a) != NULL;
}

/* Who reads the script of a country reads its local names, where the language has none of its own. */
static gboolean
is_language_of (const char *language, const char *country)
{
  static const struct
  {
    const char *language;
    const char *countries[3];
  } scripts[] = { { "bg", { "BG", NULL } }, { "el", { "CY", "EL", NULL } } };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (scripts[i].language, language))
      return g_strv_contains (scripts[i].countries, country);
  return FALSE;
}

static const char *
find_name (Ris3Boundaries *self, const Ris3Region *region, const char *language)
{
  const Ris3Region *parent
      = region->parent >= 0 ? &g_array_index (self->regions, Ris3Region, (guint) region->parent) : NULL;
  guint n_rows;
  const Ris3NameRow *rows = ris3_region_names_lookup (self->names, region->code, &n_rows);

  /* NUTS writes a name as the region does; CLDR now and then with other hyphens. A country has its own in each
   * language: Romania, România. */
  if (n_rows > 0)
    return region->level > 0 && is_alike (rows[0].name, region->name_latin) ? region->name_latin : rows[0].name;
  if (is_language_of (language, region->country))
    return region->name;
  if (parent == NULL || parent->n_leaves != region->n_leaves || parent->name_reader == NULL)
    return NULL;
  return parent->level == 0 || contains (parent->name, region->name) ? parent->name_reader : NULL;
}

void
ris3_boundaries_set_names (Ris3Boundaries *self, Ris3RegionNames *names, const char *language)
{
  g_return_if_fail (self != NULL && names != NULL && language != NULL);
  g_return_if_fail (self->names == NULL);

  self->names = ris3_region_names_ref (names);
  /* Parents come first. */
  for (guint i = 0; i < self->regions->len; i++)
    {
      Ris3Region *region = &g_array_index (self->regions, Ris3Region, i);

      region->name_reader = find_name (self, region, language);
    }
}

const char *
ris3_boundaries_lookup_name (Ris3Boundaries *self, const char *code)
{
  const Ris3NameRow *rows;
  gint region;
  guint n_rows = 0;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);
  region = ris3_boundaries_find (self, code);
  if (region >= 0)
    return ris3_region_get_shown_name (&g_array_index (self->regions, Ris3Region, (guint) region));
  rows = self->names != NULL ? ris3_region_names_lookup (self->names, code, &n_rows) : NULL;
  return n_rows > 0 ? rows[0].name : NULL;
}

const char *
ris3_region_get_shown_name (const Ris3Region *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  if (is_given (region->name_reader))
    return region->name_reader;
  if (region->level == 0 && is_given (region->name_english))
    return region->name_english;
  return is_given (region->name_latin) ? region->name_latin : region->name;
}

const char *
ris3_region_get_name_beside (const Ris3Region *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  return is_given (region->name) && !g_str_equal (region->name, ris3_region_get_shown_name (region)) ? region->name
                                                                                                     : NULL;
}

char *
ris3_region_dup_names_beside (const Ris3Region *region)
{
  const char *local = ris3_region_get_name_beside (region);
  const char *shown = ris3_region_get_shown_name (region);
  gboolean has_latin = is_given (region->name_latin) && !g_str_equal (region->name_latin, shown)
                       && g_strcmp0 (region->name_latin, region->name) != 0;

  if (!has_latin)
    return g_strdup (local);
  return local != NULL ? g_strdup_printf ("%s · %s", local, region->name_latin) : g_strdup (region->name_latin);
}
