/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-query-private.h"

#include <string.h>

#include "geo/ris3-fold.h"

/* Shorter words are in nearly every name. */
#define MIN_SUBSTRING_LENGTH 3
#define MAX_WORDS 32

void
ris3_query_clear (Ris3Query *self)
{
  g_free (self->text);
  g_free (self->other);
  g_strfreev (self->words);
  g_strfreev (self->other_words);
}

/* Eurostat's Greece and United Kingdom are not ISO's. */
static char *
swap_country (const char *text)
{
  static const char *const pairs[][2] = { { "gr", "el" }, { "gb", "uk" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < 2; j++)
      if (g_str_has_prefix (text, pairs[i][j]))
        return g_strconcat (pairs[i][1 - j], text + 2, NULL);
  return NULL;
}

static gboolean
is_text (const Ris3Query *query, const char *text)
{
  return g_str_equal (query->text, text) || (query->other != NULL && g_str_equal (query->other, text));
}

static gint
find_code (const Ris3Query *query, GArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const Ris3CodeKey *key = &g_array_index (codes, Ris3CodeKey, i);

      if (is_text (query, key->text))
        return (gint) key->region;
    }
  return -1;
}

Ris3Query
ris3_query_read (const char *text, const Ris3RegionKeys *keys)
{
  Ris3Query query = { .text = ris3_fold (text), .country = -1 };
  guint n_words;

  query.other = swap_country (query.text);
  query.words = g_strsplit (query.text, " ", MAX_WORDS + 1);
  n_words = g_strv_length (query.words);
  if (n_words > MAX_WORDS)
    g_clear_pointer (&query.words[--n_words], g_free);
  query.other_words = g_new0 (char *, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      query.other_words[i] = swap_country (query.words[i]);
      if (query.other_words[i] == NULL)
        query.other_words[i] = g_strdup ("");
    }
  query.iso_region = find_code (&query, keys->iso_codes);
  query.alpha3_region = find_code (&query, keys->alpha3_codes);
  return query;
}

static gboolean
has_word_prefix (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = text; at != NULL;)
    {
      if (strncmp (at, word, length) == 0)
        return TRUE;
      at = strchr (at, ' ');
      if (at != NULL)
        at++;
    }
  return FALSE;
}

static gboolean
has_code_prefix (const Ris3Query *query, const char *code, guint word)
{
  const char *other = query->other_words[word];

  return g_str_has_prefix (code, query->words[word]) || (*other != '\0' && g_str_has_prefix (code, other));
}

/* Regions come country by country. */
static void
ensure_country (Ris3Query *query, const Ris3RegionKeys *keys, guint country)
{
  if (query->country == (gint) country)
    return;
  query->country = (gint) country;
  query->own_words = query->foreign_words = 0;
  for (guint word = 0; query->words[word] != NULL; word++)
    for (guint i = keys->first_keys[country]; i < keys->first_keys[country + 1]; i++)
      {
        const Ris3Key *key = &g_array_index (keys->keys, Ris3Key, i);

        if (has_word_prefix (key->text, query->words[word]))
          {
            query->foreign_words |= 1u << word;
            if (!key->is_foreign)
              query->own_words |= 1u << word;
          }
      }
}

/* The best that one word does in any of the names. */
static Ris3Match
match_word (const Ris3Query *query, const Ris3RegionKeys *keys, guint region, guint n, gboolean foreign)
{
  const char *word = query->words[n];
  Ris3Match match = RIS3_MATCH_NONE;

  if (has_code_prefix (query, keys->codes[region], n))
    return RIS3_MATCH_WORD_PREFIX;
  for (guint i = keys->first_keys[region]; i < keys->first_keys[region + 1]; i++)
    {
      const Ris3Key *key = &g_array_index (keys->keys, Ris3Key, i);

      if (key->is_foreign && !foreign)
        break;
      if (has_word_prefix (key->text, word))
        return RIS3_MATCH_WORD_PREFIX;
      /* In two dozen languages, any letters are within some name. */
      if (!key->is_foreign && strlen (word) >= MIN_SUBSTRING_LENGTH && strstr (key->text, word) != NULL)
        match = RIS3_MATCH_SUBSTRING;
    }
  if (match == RIS3_MATCH_NONE && ((foreign ? query->foreign_words : query->own_words) & (1u << n)) != 0)
    match = RIS3_MATCH_COUNTRY;
  return match;
}

static Ris3Match
match_names (const Ris3Query *query, const Ris3RegionKeys *keys, guint region, gboolean foreign)
{
  Ris3Match match = RIS3_MATCH_NONE;

  for (guint i = keys->first_keys[region]; i < keys->first_keys[region + 1]; i++)
    {
      const Ris3Key *key = &g_array_index (keys->keys, Ris3Key, i);

      if (key->is_foreign && !foreign)
        break;
      if (g_str_equal (key->text, query->text))
        return RIS3_MATCH_NAME;
      if (g_str_has_prefix (key->text, query->text))
        match = RIS3_MATCH_NAME_PREFIX;
    }
  if (match != RIS3_MATCH_NONE)
    return match;
  match = RIS3_MATCH_WORD_PREFIX;
  for (guint i = 0; query->words[i] != NULL && match != RIS3_MATCH_NONE; i++)
    match = MAX (match, match_word (query, keys, region, i, foreign));
  return match;
}

Ris3Found
ris3_query_match (Ris3Query *query, const Ris3RegionKeys *keys, Ris3Boundaries *boundaries, guint region)
{
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  gint country = ris3_boundaries_find (boundaries, record->country);
  guint in_country = country >= 0 ? (guint) country : region;
  Ris3Found found = { .region = region };

  if (is_text (query, keys->codes[region]) || query->iso_region == (gint) region)
    return found;
  ensure_country (query, keys, in_country);
  found.match = match_names (query, keys, region, FALSE);
  if (found.match > RIS3_MATCH_NAME)
    {
      Ris3Match foreign = match_names (query, keys, region, TRUE);

      found.is_foreign = foreign < found.match;
      found.match = MIN (found.match, foreign);
    }
  if (found.match > RIS3_MATCH_NAME && query->alpha3_region == (gint) region)
    found = (Ris3Found){ .region = region, .match = RIS3_MATCH_NAME };
  return found;
}
