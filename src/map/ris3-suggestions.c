/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-suggestions.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-boundaries.h"
#include "map/ris3-suggestions-private.h"

#define HEADER "theme,words"

const char *const ris3_suggestions_languages[] = { "ca", "cs", "da", "de", "el", "en", "es", "fr", "hr", "hu",
                                                   "it", "nl", "no", "pl", "pt", "ro", "sk", "sv", NULL };
#define N_LANGUAGES (G_N_ELEMENTS (ris3_suggestions_languages) - 1)

/* A line of a list: the words, and the theme that they suggest, by its place among the codes. */
typedef struct
{
  Ris3WordPattern *pattern;
  guint code;
} Entry;

/* By what the first word begins with; 0 for those that may begin with anything. */
typedef struct
{
  GArray *entries[256]; /* of Entry; NULL: none */
} List;

struct _Ris3Suggestions
{
  gatomicrefcount ref_count;
  GPtrArray *codes; /* of char *, in the order of the English list, which is that of the codebook */
  List lists[N_LANGUAGES];
};

static void
clear_entry (gpointer data)
{
  ris3_word_pattern_free (((Entry *) data)->pattern);
}

static guint
find_code (Ris3Suggestions *self, const char *code)
{
  guint at;

  if (!g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &at))
    {
      at = self->codes->len;
      g_ptr_array_add (self->codes, g_strdup (code));
    }
  return at;
}

/* Takes one line, which it cuts up. FALSE if it is not as it should be. */
static gboolean
add_line (Ris3Suggestions *self, List *list, char *line)
{
  char *words = strchr (line, ',');
  Entry entry;
  guint first;

  if (words == NULL)
    return FALSE;
  *words++ = '\0';
  if (*line == '\0' || strspn (line, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (line)
      || strpbrk (words, ",\"\t\r") != NULL)
    return FALSE;
  entry.pattern = ris3_word_pattern_new (words);
  if (entry.pattern == NULL)
    return FALSE;
  entry.code = find_code (self, line);
  first = (guchar) ris3_word_pattern_get_first (entry.pattern);
  if (list->entries[first] == NULL)
    {
      list->entries[first] = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (list->entries[first], clear_entry);
    }
  g_array_append_val (list->entries[first], entry);
  return TRUE;
}

static gboolean
read_list (Ris3Suggestions *self, const char *folder, guint language, GError **error)
{
  g_autofree char *name = g_strconcat (ris3_suggestions_languages[language], ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  guint n = 1;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s” is not a list of words that suggest themes. Install the program again."), path);
      return FALSE;
    }
  for (char *line = text; line != NULL && (*line != '\0' || n == 1); n++)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      if (n == 1 ? !g_str_equal (line, HEADER) : !add_line (self, &self->lists[language], line))
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                       _ ("Line %u of “%s”, a list of words that suggest themes, is not as it should be. "
                          "Install the program again."),
                       n, name);
          return FALSE;
        }
      line = end != NULL ? end + 1 : NULL;
    }
  return TRUE;
}

static guint
find_language (const char *language)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (g_str_equal (ris3_suggestions_languages[i], language))
      return i;
  return G_MAXUINT;
}

Ris3Suggestions *
ris3_suggestions_load (const char *folder, GError **error)
{
  g_autoptr (Ris3Suggestions) self = NULL;
  guint english = find_language ("en");

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (Ris3Suggestions, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  if (!read_list (self, folder, english, error))
    return NULL;
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (i != english && !read_list (self, folder, i, error))
      return NULL;
  return g_steal_pointer (&self);
}

Ris3Suggestions *
ris3_suggestions_ref (Ris3Suggestions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_suggestions_unref (Ris3Suggestions *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < N_LANGUAGES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (self->lists[i].entries); j++)
      g_clear_pointer (&self->lists[i].entries[j], g_array_unref);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

/* What one theme has found; words are told apart without case. */
typedef struct
{
  GPtrArray *words;  /* of char * */
  GHashTable *known; /* the same, folded: of char * */
  gsize covered;     /* where the last one ends in the text that is being read */
} Finding;

static void
add_words (Finding *finding, const char *text, GArray *words, guint at, guint n)
{
  const Ris3TextWord *first = &g_array_index (words, Ris3TextWord, at);
  const Ris3TextWord *last = &g_array_index (words, Ris3TextWord, at + n - 1);
  char *found;

  /* A part of what is shown already says no more. */
  if (last->end <= finding->covered)
    return;
  finding->covered = last->end;
  found = g_strndup (text + first->start, last->end - first->start);
  if (finding->words == NULL)
    {
      finding->words = g_ptr_array_new ();
      finding->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (g_hash_table_add (finding->known, g_utf8_casefold (found, -1)))
    g_ptr_array_add (finding->words, found);
  else
    g_free (found);
}

static void
read_word (const List *list, guint first, GArray *words, guint at, guint *longest)
{
  for (guint i = 0; list->entries[first] != NULL && i < list->entries[first]->len; i++)
    {
      const Entry *entry = &g_array_index (list->entries[first], Entry, i);
      guint n = ris3_word_pattern_match (entry->pattern, words, at);

      longest[entry->code] = MAX (longest[entry->code], n);
    }
}

static void
read_text (Ris3Suggestions *self, const char *text, guint language, Finding *findings)
{
  guint english = find_language ("en");
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) words = ris3_text_words_new (valid);
  g_autofree guint *longest = g_new (guint, self->codes->len);

  for (guint i = 0; i < self->codes->len; i++)
    findings[i].covered = 0;
  for (guint at = 0; at < words->len; at++)
    {
      guint first = (guchar) *g_array_index (words, Ris3TextWord, at).folded;

      memset (longest, 0, self->codes->len * sizeof *longest);
      read_word (&self->lists[english], first, words, at, longest);
      read_word (&self->lists[english], 0, words, at, longest);
      if (language != english && language < N_LANGUAGES)
        {
          read_word (&self->lists[language], first, words, at, longest);
          read_word (&self->lists[language], 0, words, at, longest);
        }
      for (guint i = 0; i < self->codes->len; i++)
        if (longest[i] > 0)
          add_words (&findings[i], valid, words, at, longest[i]);
    }
}

static void
free_suggestion (gpointer data)
{
  Ris3Suggestion *suggestion = data;

  g_free (suggestion->code);
  g_strfreev (suggestion->words);
  g_free (suggestion);
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const Ris3Suggestion *left = *(const Ris3Suggestion *const *) a, *right = *(const Ris3Suggestion *const *) b;

  return (left->n_words < right->n_words) - (left->n_words > right->n_words);
}

GPtrArray *
ris3_suggestions_find (Ris3Suggestions *self, const char *original, const char *language, const char *english)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (free_suggestion);
  g_autofree Finding *findings = NULL;

  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  findings = g_new0 (Finding, self->codes->len);
  if (english != NULL)
    read_text (self, english, find_language ("en"), findings);
  if (original != NULL)
    read_text (self, original, find_language (language), findings);
  for (guint i = 0; i < self->codes->len; i++)
    if (findings[i].words != NULL)
      {
        Ris3Suggestion *suggestion = g_new0 (Ris3Suggestion, 1);

        suggestion->code = g_strdup (g_ptr_array_index (self->codes, i));
        suggestion->n_words = findings[i].words->len;
        g_ptr_array_add (findings[i].words, NULL);
        suggestion->words = (char **) g_ptr_array_free (findings[i].words, FALSE);
        g_hash_table_unref (findings[i].known);
        g_ptr_array_add (suggestions, suggestion);
      }
  /* A stable sort: the rest stays in the order of the codes. */
  g_ptr_array_sort (suggestions, compare_suggestions);
  return suggestions;
}
