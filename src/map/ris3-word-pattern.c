/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-fold.h"
#include "map/ris3-suggestions-private.h"

typedef struct
{
  char *folded;
  gsize length;
  gboolean any_beginning, any_end;
  gboolean after_gap;
} Part;

struct _Ris3WordPattern
{
  GArray *parts;
};

static void
clear_word (gpointer data)
{
  g_free (((Ris3TextWord *) data)->folded);
}

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->folded);
}

GArray *
ris3_text_words_new (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Ris3TextWord));
  const char *start = NULL;

  g_array_set_clear_func (words, clear_word);
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean is_word = letter != 0 && (g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == 0xad);

      if (is_word && start == NULL)
        start = at;
      if (!is_word && start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (at - start));
          g_auto (GStrv) halves = g_strsplit (word, "\u00ad", -1);
          g_autofree char *whole = g_strjoinv ("", halves);
          Ris3TextWord found = { ris3_fold (whole), (gsize) (start - text), (gsize) (at - text) };

          g_array_append_val (words, found);
          start = NULL;
        }
      if (letter == 0)
        return words;
    }
}

/* One word of a pattern. Returns FALSE if it is none. */
static gboolean
add_part (Ris3WordPattern *self, char *word, gboolean after_gap)
{
  Part part = { .after_gap = after_gap };
  gsize length;

  if (*word == '*')
    {
      part.any_beginning = TRUE;
      word++;
    }
  length = strlen (word);
  if (length > 0 && word[length - 1] == '*')
    {
      part.any_end = TRUE;
      word[--length] = '\0';
    }
  part.folded = ris3_fold (word);
  part.length = strlen (part.folded);
  g_array_append_val (self->parts, part);
  return part.length > 0 && strpbrk (word, "*. ") == NULL && strchr (part.folded, ' ') == NULL;
}

Ris3WordPattern *
ris3_word_pattern_new (const char *pattern)
{
  Ris3WordPattern *self = g_new0 (Ris3WordPattern, 1);
  g_auto (GStrv) words = g_strsplit (pattern, " ", -1);
  gboolean after_gap = FALSE, is_valid = TRUE;

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  for (guint i = 0; words[i] != NULL && is_valid; i++)
    if (g_str_equal (words[i], ".."))
      {
        is_valid = i > 0 && !after_gap && words[i + 1] != NULL;
        after_gap = TRUE;
      }
    else
      {
        is_valid = add_part (self, words[i], after_gap);
        after_gap = FALSE;
      }
  if (is_valid && self->parts->len > 0)
    return self;
  ris3_word_pattern_free (self);
  return NULL;
}

void
ris3_word_pattern_free (Ris3WordPattern *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

char
ris3_word_pattern_get_first (const Ris3WordPattern *self)
{
  const Part *part = &g_array_index (self->parts, Part, 0);

  return part->any_beginning ? '\0' : *part->folded;
}

static gboolean
matches (const Part *part, const char *word)
{
  gsize length;

  if (!part->any_beginning)
    return strncmp (word, part->folded, part->length) == 0 && (part->any_end || word[part->length] == '\0');
  if (part->any_end)
    return strstr (word, part->folded) != NULL;
  length = strlen (word);
  return length >= part->length && strcmp (word + length - part->length, part->folded) == 0;
}

guint
ris3_word_pattern_match (const Ris3WordPattern *self, GArray *words, guint at)
{
  guint next = at;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      guint last = next + (part->after_gap ? MAX_GAP : 0);

      while (next < words->len && next < last && !matches (part, g_array_index (words, Ris3TextWord, next).folded))
        next++;
      if (next >= words->len || !matches (part, g_array_index (words, Ris3TextWord, next).folded))
        return 0;
      next++;
    }
  return next - at;
}
