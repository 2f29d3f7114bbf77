/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-diff.h"

#include <string.h>

/* Cells of the table of lengths, which takes a millisecond: a change may have a hundred texts. */
#define MAX_CELLS (500 * 1000)

/* A word, a run of spaces, or one other character. */
typedef struct
{
  const char *text;
  guint start;
  guint length;
  guint weight; /* a word that is common is worth more than spaces that are */
  gboolean is_space;
  gboolean differs;
} Token;

#define WORD 256
#define SIGN 16
#define SPACE 1

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static GArray *
tokenise (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *p = text; *p != '\0';)
    {
      gunichar first = g_utf8_get_char (p);
      gboolean is_space = g_unichar_isspace (first);
      Token token = { p, (guint) (p - text), 0, is_space ? SPACE : is_of_word (first) ? WORD : SIGN, is_space, FALSE };
      const char *end = g_utf8_next_char (p);

      /* Scripts that do not put spaces between words are compared by character. */
      if (is_space || (is_of_word (first) && !g_unichar_iswide (first)))
        while (*end != '\0'
               && (is_space ? g_unichar_isspace (g_utf8_get_char (end))
                            : is_of_word (g_utf8_get_char (end)) && !g_unichar_iswide (g_utf8_get_char (end))))
          end = g_utf8_next_char (end);
      token.length = (guint) (end - p);
      g_array_append_val (tokens, token);
      p = end;
    }
  return tokens;
}

static gboolean
equal (const Token *a, const Token *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Marks what is not common; n and m tokens, neither beginning nor ending with common ones. */
static void
mark (Token *a, guint n, Token *b, guint m)
{
  g_autofree guint32 *lengths = NULL;
  guint width = m + 1;
  guint i = 0;
  guint j = 0;

  if (n == 0 || m == 0 || (guint64) n * m > MAX_CELLS)
    {
      for (guint k = 0; k < n; k++)
        a[k].differs = TRUE;
      for (guint k = 0; k < m; k++)
        b[k].differs = TRUE;
      return;
    }
  /* Of each pair of ends of the two texts: what they have in common, by its weight. */
  lengths = g_new0 (guint32, (gsize) (n + 1) * width);
  for (guint k = n; k-- > 0;)
    for (guint l = m; l-- > 0;)
      lengths[k * width + l] = equal (&a[k], &b[l]) ? lengths[(k + 1) * width + l + 1] + a[k].weight
                                                    : MAX (lengths[(k + 1) * width + l], lengths[k * width + l + 1]);
  while (i < n || j < m)
    if (i < n && j < m && equal (&a[i], &b[j]))
      {
        i++;
        j++;
      }
    else if (j >= m || (i < n && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]))
      a[i++].differs = TRUE;
    else
      b[j++].differs = TRUE;
}

/* The space between two words that differ belongs to them: otherwise a sentence that is new would be marked in bits. */
static GArray *
collect (GArray *tokens)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Ris3HistoryRange));

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);
      Ris3HistoryRange range = { token->start, token->start + token->length };
      Ris3HistoryRange *last = ranges->len > 0 ? &g_array_index (ranges, Ris3HistoryRange, ranges->len - 1) : NULL;

      if (!token->differs)
        continue;
      if (last != NULL
          && (last->end == token->start
              || (g_array_index (tokens, Token, i - 1).is_space
                  && last->end == g_array_index (tokens, Token, i - 1).start)))
        last->end = range.end;
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}

void
ris3_history_diff (const char *before, const char *after, GArray **removed, GArray **added)
{
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  guint begin = 0;
  guint end = 0;

  g_return_if_fail (before != NULL && after != NULL && removed != NULL && added != NULL);
  a = tokenise (before);
  b = tokenise (after);
  while (begin < a->len && begin < b->len && equal (&g_array_index (a, Token, begin), &g_array_index (b, Token, begin)))
    begin++;
  while (begin + end < a->len && begin + end < b->len
         && equal (&g_array_index (a, Token, a->len - 1 - end), &g_array_index (b, Token, b->len - 1 - end)))
    end++;
  mark ((Token *) a->data + begin, a->len - begin - end, (Token *) b->data + begin, b->len - begin - end);
  *removed = collect (a);
  *added = collect (b);
}
