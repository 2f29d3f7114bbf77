/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "Did you mean …": words that are near to what was typed. */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <glib/gi18n-lib.h>

/* Longer words are not compared. */
#define MAX_LETTERS 64

char *
ris3_filter_fold (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *at = decomposed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (folded, letter);
      else if (!g_unichar_ismark (letter) && folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static guint
read_letters (const char *text, gunichar letters[MAX_LETTERS])
{
  guint n = 0;

  for (; *text != '\0' && n < MAX_LETTERS; text = g_utf8_next_char (text))
    letters[n++] = g_utf8_get_char (text);
  return *text == '\0' ? n : 0;
}

/* How many letters are to be added, left out, changed or exchanged with the next one. */
static guint
measure (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0], *former = rows[1], *row = rows[2];

  for (guint j = 0; j <= n_b; j++)
    former[j] = before[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (former[j], row[j - 1]) + 1, former[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = former;
      former = row;
      row = spare;
    }
  return former[n_b];
}

const char *
ris3_filter_find_nearest (const char *text, const char *const *candidates)
{
  g_autofree char *folded = ris3_filter_fold (text);
  gunichar wanted[MAX_LETTERS];
  guint n_wanted = read_letters (folded, wanted);
  /* One slip in a short word, up to three in a long one. */
  guint best = n_wanted < 6 ? 2 : n_wanted < 12 ? 3 : 4;
  const char *nearest = NULL;

  if (n_wanted == 0)
    return NULL;
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      g_autofree char *candidate = ris3_filter_fold (candidates[i]);
      gunichar letters[MAX_LETTERS];
      guint n_letters = read_letters (candidate, letters);
      guint distance;

      if (n_letters == 0)
        continue;
      distance = measure (wanted, n_wanted, letters, n_letters);
      /* Of a word of two letters, another one is not near. */
      if (distance < best && distance < MAX (n_wanted, n_letters))
        {
          best = distance;
          nearest = candidates[i];
        }
    }
  if (nearest != NULL)
    return nearest;
  /* Whoever types the beginning of a word means the word. */
  for (guint i = 0; candidates[i] != NULL && n_wanted >= 3; i++)
    {
      g_autofree char *candidate = ris3_filter_fold (candidates[i]);

      if (g_str_has_prefix (candidate, folded))
        return candidates[i];
    }
  return NULL;
}

char *
ris3_filter_list_values (const char *const *values)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (list, values[i + 1] != NULL ? ", " : _ (" or "));
      g_string_append (list, values[i]);
    }
  return g_string_free (list, FALSE);
}
