/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

#include <string.h>

#define MAX_BRACKETS 300 /* letters: longer ones were never closed */

#define SOFT_HYPHEN 0x00ad
#define HYPHEN 0x2010

/* A hyphen before one of these stands for the rest of a word: "Gesundheits- und Sozialwesen" */
static const char *const conjunctions[]
    = { "und", "oder", "bzw", "sowie", "en", "of", "og", "eller", "och", "ja", "tai", "és", "vagy", "and", "or" };

gboolean
ris3_outline_is_space (gunichar letter)
{
  return letter == ' ' || letter == '\t' || letter == '\n';
}

gboolean
ris3_outline_is_in (gunichar letter, const char *letters)
{
  return letter != 0 && g_utf8_strchr (letters, -1, letter) != NULL;
}

static gboolean
is_invisible (gunichar letter)
{
  return letter == SOFT_HYPHEN || (letter >= 0x200b && letter <= 0x200f) || letter == 0x2060 || letter == 0xfeff;
}

static gunichar
simplify (const gunichar *original, guint at, guint n)
{
  gunichar letter = original[at];

  if (letter == '\r')
    return at + 1 < n && original[at + 1] == '\n' ? ' ' : '\n';
  if (letter == '\n' || letter == '\v' || letter == '\f' || letter == 0x85 || letter == 0x2028 || letter == 0x2029)
    return '\n';
  if (letter == '\t')
    return '\t';
  return letter < ' ' || letter == 0x7f || letter == 0xfeff || g_unichar_type (letter) == G_UNICODE_SPACE_SEPARATOR
             ? ' '
             : letter;
}

/* Only pairs count: "a)" has none. */
static void
find_brackets (Ris3OutlineText *self)
{
  guint open[8], n_open = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->letters[i] == '(' || self->letters[i] == '[')
      {
        if (n_open == G_N_ELEMENTS (open))
          n_open = 0;
        open[n_open++] = i;
      }
    else if ((self->letters[i] == ')' || self->letters[i] == ']') && n_open > 0)
      {
        guint start = open[--n_open];

        if (i - start > MAX_BRACKETS)
          {
            n_open = 0;
            continue;
          }
        for (guint j = start + 1; j < i; j++)
          self->inside[j] = TRUE;
      }
}

void
ris3_outline_text_init (Ris3OutlineText *self, const char *text)
{
  glong n;
  guint width = 0;

  self->original = g_utf8_to_ucs4_fast (text, -1, &n);
  self->n = (guint) n;
  self->letters = g_new (gunichar, self->n + 1);
  self->inside = g_new0 (guint8, self->n + 1);
  self->width = 0;
  for (guint i = 0; i < self->n; i++)
    {
      self->letters[i] = simplify (self->original, i, self->n);
      if (!ris3_outline_is_space (self->letters[i]))
        self->width = MAX (self->width, width + 1);
      width = self->letters[i] == '\n' ? 0 : width + 1;
    }
  find_brackets (self);
}

void
ris3_outline_text_clear (Ris3OutlineText *self)
{
  g_clear_pointer (&self->original, g_free);
  g_clear_pointer (&self->letters, g_free);
  g_clear_pointer (&self->inside, g_free);
}

gunichar
ris3_outline_text_get (const Ris3OutlineText *self, guint at)
{
  return at < self->n ? self->letters[at] : 0;
}

guint
ris3_outline_text_skip (const Ris3OutlineText *self, guint at, guint end)
{
  while (at < end && ris3_outline_is_space (self->letters[at]))
    at++;
  return at;
}

static gboolean
begins_with_conjunction (const Ris3OutlineText *self, guint at, guint end)
{
  for (guint i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    {
      const char *letter = conjunctions[i];
      guint to = at;

      for (; *letter != '\0' && to < end && self->letters[to] == g_utf8_get_char (letter); to++)
        letter = g_utf8_next_char (letter);
      if (*letter == '\0' && (to == end || !g_unichar_isalpha (self->letters[to])))
        return TRUE;
    }
  return FALSE;
}

/* At a hyphen: where the word goes on in the next line, 0 if it does not. Whether the hyphen belongs to the word, and
 * whether a space comes after it, as a person reads it. */
static guint
find_rest (const Ris3OutlineText *self, guint at, guint start, guint end, gboolean *is_part, gboolean *is_apart)
{
  guint to = at + 1;
  guint n_lines = 0;

  if (at == start || !g_unichar_isalnum (self->letters[at - 1]))
    return 0;
  for (; to < end && ris3_outline_is_space (self->letters[to]) && n_lines < 2; to++)
    n_lines += self->letters[to] == '\n';
  if (n_lines != 1 || to == end || !g_unichar_isalnum (self->letters[to]))
    return 0;
  *is_apart = begins_with_conjunction (self, to, end);
  /* "e-health" and "Provence-Alpes" have theirs anyway. */
  *is_part = self->letters[at] != SOFT_HYPHEN
             && (*is_apart || !g_unichar_islower (self->letters[to]) || at - start < 2
                 || !g_unichar_isalnum (self->letters[at - 2]) || g_unichar_isdigit (self->letters[at - 1]));
  return to;
}

static gboolean
takes_full_stop (const char *text, const char *last)
{
  const char *word = last;

  for (; word > text && word[-1] != ' '; word--)
    if (word[-1] == '.')
      return FALSE;
  return g_utf8_strlen (word, last - word) > 3 && strstr (text, ". ") == NULL;
}

/* Takes off what separates an item from the next, and quotation marks around the whole. */
static char *
strip (GString *text)
{
  static const char *const quotes[] = { "\"\"", "“”", "„“", "„”", "«»", "»«", "‘’", "‚‘", "''", "””" };

  const char *first = text->str;

  for (gboolean is_done = FALSE; !is_done && text->len > 0;)
    {
      const char *last = g_utf8_prev_char (text->str + text->len);

      is_done = TRUE;
      if (ris3_outline_is_in (g_utf8_get_char (last), " ;:,–—") || (*last == '-' && last > text->str && last[-1] == ' ')
          || (*last == '.' && takes_full_stop (text->str, last)))
        {
          g_string_truncate (text, (gsize) (last - text->str));
          is_done = FALSE;
        }
    }
  while (*first != '\0' && ris3_outline_is_in (g_utf8_get_char (first), " ;:,–—"))
    first = g_utf8_next_char (first);
  g_string_erase (text, 0, first - text->str);
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *close = g_utf8_next_char (quotes[i]);
      gsize open_length = (gsize) (close - quotes[i]);

      if (text->len > open_length + strlen (close) && strncmp (text->str, quotes[i], open_length) == 0
          && g_str_has_suffix (text->str, close))
        {
          const char *inner = text->str + open_length;
          gunichar opens = g_utf8_get_char (quotes[i]);
          const char *other = g_utf8_strchr (inner, -1, g_utf8_get_char (close));

          /* "A" and "B" are two. */
          if (other == text->str + text->len - strlen (close)
              && (g_utf8_strchr (inner, -1, opens) == NULL || opens == g_utf8_get_char (close)))
            {
              g_string_truncate (text, text->len - strlen (close));
              g_string_erase (text, 0, (gssize) open_length);
            }
          break;
        }
    }
  return g_string_free (text, FALSE);
}

char *
ris3_outline_text_clean (const Ris3OutlineText *self, guint start, guint end, guint skip_start, guint skip_end)
{
  GString *text = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (guint i = start; i < end; i++)
    {
      gunichar letter = self->letters[i];
      gboolean is_part, takes_space;
      guint rest = 0;

      if (i == skip_start && skip_end > skip_start)
        {
          i = skip_end - 1;
          is_apart = TRUE;
          continue;
        }
      if (ris3_outline_is_space (letter))
        {
          is_apart = TRUE;
          continue;
        }
      if (letter == '-' || letter == HYPHEN || letter == SOFT_HYPHEN)
        rest = find_rest (self, i, start, MIN (end, skip_start > i ? skip_start : end), &is_part, &takes_space);
      if (is_invisible (letter) && rest == 0)
        continue;
      if (is_apart && text->len > 0 && !(i == skip_end && ris3_outline_is_in (letter, ",;:.")))
        g_string_append_c (text, ' ');
      is_apart = FALSE;
      if (rest == 0 || is_part)
        g_string_append_unichar (text, letter);
      if (rest > 0)
        {
          is_apart = takes_space;
          i = rest - 1;
        }
    }
  return strip (text);
}

char *
ris3_outline_text_copy (const Ris3OutlineText *self, guint start, guint end)
{
  return g_ucs4_to_utf8 (self->original + start, (glong) (end - start), NULL, NULL, NULL);
}
