/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-matcher-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-text.h"

/* A text that names a region is no longer; what is cannot fill the memory. */
#define MAX_LENGTH 300
#define MAX_REMEMBERED 20000

static void
free_match (gpointer data)
{
  Ris3RegionMatch *match = data;

  g_free (match->code);
  g_free (match->remark);
  g_free (match->problem);
  g_clear_pointer (&match->suggestions, g_ptr_array_unref);
  g_free (match);
}

Ris3RegionMatcher *
ris3_region_matcher_new (Ris3RegionFinder *finder)
{
  Ris3RegionMatcher *self;

  g_return_val_if_fail (finder != NULL, NULL);
  self = g_new0 (Ris3RegionMatcher, 1);
  self->finder = ris3_region_finder_ref (finder);
  self->geodata = ris3_region_finder_get_geodata (finder);
  self->boundaries = ris3_geodata_get_boundaries (self->geodata);
  self->version = ris3_boundaries_get_nuts_version (self->boundaries);
  self->key = g_string_new (NULL);
  self->matches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_match);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contradictions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ris3_region_matcher_free (Ris3RegionMatcher *self)
{
  g_return_if_fail (self != NULL);
  ris3_region_finder_unref (self->finder);
  g_hash_table_unref (self->matches);
  g_string_free (self->key, TRUE);
  g_hash_table_unref (self->countries);
  g_hash_table_unref (self->contradictions);
  g_clear_pointer (&self->preferred, g_hash_table_unref);
  g_clear_pointer (&self->meanings, g_hash_table_unref);
  g_free (self);
}

void
ris3_region_matcher_prefer (Ris3RegionMatcher *self, GHashTable *codes)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->preferred, g_hash_table_unref);
  self->preferred = codes != NULL ? g_hash_table_ref (codes) : NULL;
}

void
ris3_region_matcher_teach (Ris3RegionMatcher *self, GHashTable *meanings)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->meanings, g_hash_table_unref);
  self->meanings = meanings != NULL ? g_hash_table_ref (meanings) : NULL;
}

const char *
ris3_region_matcher_contradict (Ris3RegionMatcher *self, const char *code, guint version, const char *name)
{
  g_autofree char *key = NULL;
  gpointer known;
  char *words;

  g_return_val_if_fail (self != NULL && code != NULL && name != NULL, NULL);
  if (version != self->version || strlen (name) > MAX_LENGTH)
    return NULL;
  key = g_strconcat (code, " ", name, NULL);
  if (g_hash_table_lookup_extended (self->contradictions, key, NULL, &known))
    return known;
  if (g_hash_table_size (self->contradictions) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->contradictions);
  words = _ris3_region_matcher_find_contradiction (self, code, name);
  g_hash_table_insert (self->contradictions, g_steal_pointer (&key), words);
  return words;
}

gboolean
_ris3_region_matcher_has_code (Ris3RegionMatcher *self, const char *code, guint version)
{
  Ris3Lineage *lineage;
  guint n_rows = 0;

  if (version == self->version)
    return ris3_boundaries_find (self->boundaries, code) >= 0;
  lineage = ris3_geodata_get_lineage (self->geodata, version);
  if (lineage != NULL)
    ris3_lineage_lookup (lineage, code, &n_rows);
  return n_rows > 0;
}

gboolean
_ris3_region_matcher_is_same (Ris3RegionMatcher *self, const char *code, guint version)
{
  Ris3Lineage *lineage = ris3_geodata_get_lineage (self->geodata, version);
  const Ris3LineageRow *rows;
  guint n_rows = 0;

  if (lineage == NULL)
    return version == self->version;
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].kind <= RIS3_LINEAGE_RENAMED && g_str_equal (rows[i].to_code, code))
      return TRUE;
  return FALSE;
}

char *
_ris3_region_matcher_read_code (const char *text)
{
  gsize length = strlen (text);
  char *code;

  if (length < 2 || length > 5 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return NULL;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return NULL;
  code = g_ascii_strup (text, -1);
  if (g_str_has_prefix (code, "GR"))
    memcpy (code, "EL", 2);
  else if (g_str_has_prefix (code, "GB"))
    memcpy (code, "UK", 2);
  return code;
}

/* All regions that are called so, or have that ISO code, each area once, the likeliest first. */
GArray *
_ris3_region_matcher_find_named (Ris3RegionMatcher *self, const char *text, const char *country, int level)
{
  g_autoptr (GArray) all = ris3_region_finder_find (self->finder, text);
  GArray *named = g_array_new (FALSE, FALSE, sizeof (Ris3Found));

  for (guint i = 0; i < all->len; i++)
    {
      const Ris3Found *found = &g_array_index (all, Ris3Found, i);
      const Ris3Region *region = ris3_boundaries_get_region (self->boundaries, found->region);
      gboolean is_known = FALSE;

      if (found->match > RIS3_MATCH_NAME || found->from_version != 0
          || (country != NULL && !g_str_equal (region->country, country))
          || (level >= 0 && region->level != (guint) level))
        continue;
      for (guint j = 0; j < named->len && !is_known; j++)
        {
          const Ris3Region *other
              = ris3_boundaries_get_region (self->boundaries, g_array_index (named, Ris3Found, j).region);

          is_known = other->first_leaf == region->first_leaf && other->n_leaves == region->n_leaves;
        }
      if (!is_known)
        g_array_append_val (named, *found);
    }
  return named;
}

const char *
ris3_region_matcher_find_country (Ris3RegionMatcher *self, const char *text)
{
  gpointer known;
  g_autofree char *name = NULL;
  char *code = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  name = g_strstrip (g_strndup (text, MAX_LENGTH));
  if (g_hash_table_lookup_extended (self->countries, name, NULL, &known))
    return known;
  if (strlen (name) == 2)
    code = _ris3_region_matcher_read_code (name);
  else if (*name != '\0')
    {
      g_autoptr (GArray) named = _ris3_region_matcher_find_named (self, name, NULL, 0);

      if (named->len == 1)
        code = g_strdup (
            ris3_boundaries_get_region (self->boundaries, g_array_index (named, Ris3Found, 0).region)->country);
    }
  if (g_hash_table_size (self->countries) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->countries);
  g_hash_table_insert (self->countries, g_steal_pointer (&name), code);
  return code;
}

const Ris3RegionMatch *
ris3_region_matcher_match (Ris3RegionMatcher *self, const char *text, guint version, const char *country, int level)
{
  Ris3RegionMatch *match;
  const char *country_code;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  country_code = country != NULL ? ris3_region_matcher_find_country (self, country) : NULL;
  /* Two numbers, two letters, and the text. */
  g_string_truncate (self->key, 0);
  g_string_append_unichar (self->key, 1 + version % 0xd000);
  g_string_append_unichar (self->key, (gunichar) (2 + CLAMP (level, -1, 9)));
  g_string_append (self->key, country_code != NULL ? country_code : "  ");
  g_string_append_len (self->key, text, (gssize) MIN (strlen (text), MAX_LENGTH + 1));
  match = g_hash_table_lookup (self->matches, self->key->str);
  if (match != NULL)
    return match;
  name = strlen (text) > MAX_LENGTH ? ris3_text_shorten (text, MAX_LENGTH / 4) : g_utf8_make_valid (text, -1);
  if (g_hash_table_size (self->matches) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->matches);
  match = _ris3_region_matcher_understand (self, g_strstrip (name), version, country_code, level);
  g_hash_table_insert (self->matches, g_strdup (self->key->str), match);
  return match;
}
