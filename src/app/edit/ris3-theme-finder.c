/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-theme-finder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "geo/ris3-fold.h"

struct _Ris3ThemeFinder
{
  gatomicrefcount ref_count;
  GPtrArray *themes; /* of Ris3Theme */
  char **names;      /* of each theme, folded */
  GHashTable *keys;  /* key to Ris3Theme */
};

/* How well a text finds a theme: the lower the better. */
typedef enum
{
  MATCH_CODE,
  MATCH_NAME,
  MATCH_NAME_PREFIX,
  MATCH_CODE_PREFIX,
  MATCH_WORDS,
  MATCH_NONE,
} Match;

typedef struct
{
  const Ris3Theme *theme;
  guint position;
  Match match;
  Match best; /* of its codebook */
  guint codebook;
} Found;

Ris3ThemeFinder *
ris3_theme_finder_new (GPtrArray *themes)
{
  Ris3ThemeFinder *self;

  g_return_val_if_fail (themes != NULL, NULL);
  self = g_new0 (Ris3ThemeFinder, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->themes = g_ptr_array_ref (themes);
  self->names = g_new0 (char *, themes->len + 1);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < themes->len; i++)
    {
      Ris3Theme *theme = themes->pdata[i];

      self->names[i] = ris3_fold (theme->name);
      g_hash_table_insert (self->keys, ris3_theme_get_key (theme), theme);
    }
  return self;
}

Ris3ThemeFinder *
ris3_theme_finder_ref (Ris3ThemeFinder *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_theme_finder_unref (Ris3ThemeFinder *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->keys);
  g_strfreev (self->names);
  g_ptr_array_unref (self->themes);
  g_free (self);
}

/* Whether a word of a folded text begins with a word. */
static gboolean
begins_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  while (text != NULL)
    {
      if (strncmp (text, word, length) == 0)
        return TRUE;
      text = strchr (text, ' ');
      if (text != NULL)
        text++;
    }
  return FALSE;
}

/* Each word begins one of the name, or the code: "2.1" is one word. */
static gboolean
match_words (const char *name, const char *code, char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = ris3_fold (words[i]);
      g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
      gboolean is_code = *words[i] != '\0' && g_ascii_strncasecmp (code, words[i], strlen (words[i])) == 0;

      for (guint j = 0; parts[j] != NULL && !is_code; j++)
        if (!begins_word (name, parts[j]))
          return FALSE;
    }
  return TRUE;
}

static Match
match (Ris3ThemeFinder *self, guint position, const char *raw, const char *folded, char *const *words)
{
  const Ris3Theme *theme = self->themes->pdata[position];
  const char *name = self->names[position];

  if (*folded == '\0')
    return MATCH_WORDS;
  if (g_ascii_strcasecmp (theme->code, raw) == 0)
    return MATCH_CODE;
  if (g_str_equal (name, folded))
    return MATCH_NAME;
  if (g_str_has_prefix (name, folded))
    return MATCH_NAME_PREFIX;
  if (g_ascii_strncasecmp (theme->code, raw, strlen (raw)) == 0)
    return MATCH_CODE_PREFIX;
  return match_words (name, theme->code, words) ? MATCH_WORDS : MATCH_NONE;
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  if (one->best != other->best)
    return (gint) one->best - (gint) other->best;
  if (one->codebook != other->codebook)
    return one->codebook < other->codebook ? -1 : 1;
  if (one->match != other->match)
    return (gint) one->match - (gint) other->match;
  return one->position < other->position ? -1 : 1;
}

static gboolean
is_same_codebook (const Ris3Theme *one, const Ris3Theme *other)
{
  return g_str_equal (one->scheme, other->scheme) && g_str_equal (one->version, other->version);
}

GPtrArray *
ris3_theme_finder_find (Ris3ThemeFinder *self, const char *text)
{
  g_autofree char *raw = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *themes;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  themes = g_ptr_array_new ();
  raw = g_strstrip (g_strdup (text));
  folded = ris3_fold (text);
  words = g_strsplit_set (raw, " \t\n", -1);
  for (guint i = 0, codebook = 0, first = 0; i < self->themes->len; i++)
    {
      Found item = { .theme = self->themes->pdata[i], .position = i, .match = match (self, i, raw, folded, words) };

      if (i > 0 && !is_same_codebook (item.theme, self->themes->pdata[i - 1]))
        {
          codebook++;
          first = found->len;
        }
      if (item.match == MATCH_NONE)
        continue;
      item.codebook = codebook;
      item.best = first < found->len ? g_array_index (found, Found, first).best : item.match;
      g_array_append_val (found, item);
      for (guint j = first; j < found->len && item.match < item.best; j++)
        g_array_index (found, Found, j).best = item.match;
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (themes, (gpointer) g_array_index (found, Found, i).theme);
  return themes;
}

const Ris3Theme *
ris3_theme_finder_lookup (Ris3ThemeFinder *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  return g_hash_table_lookup (self->keys, key);
}

const Ris3Theme *
ris3_theme_finder_lookup_own (Ris3ThemeFinder *self, const char *code)
{
  const Ris3Theme *newest = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);
  for (guint i = 0; i < self->themes->len; i++)
    {
      const Ris3Theme *theme = self->themes->pdata[i];

      if (g_str_equal (theme->scheme, RIS3_THEME_SCHEME) && g_str_equal (theme->code, code))
        newest = theme;
    }
  return newest;
}

char *
ris3_theme_get_codebook_name (const Ris3Theme *theme)
{
  static const struct
  {
    const char *scheme;
    const char *name;
  } names[] = {
    { RIS3_THEME_SCHEME, N_ ("Health Themes") },
    { "permed-challenge", N_ ("PerMed Challenges") },
    { "nabs", N_ ("NABS Socio-Economic Objectives") },
    { "oecd-fields", N_ ("OECD Fields of Science") },
  };
  const char *name = theme->scheme;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].scheme, theme->scheme))
      name = _ (names[i].name);
  if (g_str_equal (theme->scheme, RIS3_THEME_SCHEME))
    return g_strdup (name);
  /* Translators: a codebook and its version: "OECD Fields of Science 2007" */
  return g_strdup_printf (_ ("%s %s"), name, theme->version);
}
