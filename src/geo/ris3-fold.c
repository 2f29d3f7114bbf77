/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-fold.h"

/* What Unicode does not take apart, in lower case. Of letters, ß is taken apart by folding the case. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { '&', " and " }, /* as people read it out, and as other versions write it */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0138, "k" },  /* ĸ */
  { 0x0142, "l" },  /* ł */
  { 0x014b, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0259, "e" },  /* ə */
};

static const char *
find_letter (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      return letters[i].folded;
  return NULL;
}

/* Spaces one at a time, none at the beginning. */
static void
append (GString *folded, gunichar letter)
{
  if (letter != ' ')
    g_string_append_unichar (folded, letter);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

char *
ris3_fold (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;
  GString *folded = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    {
      cased = g_utf8_casefold (text, -1);
      decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
    }
  for (const char *at = decomposed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      const char *instead = find_letter (letter);

      for (const char *plain = instead; plain != NULL && *plain != '\0'; plain++)
        append (folded, (gunichar) *plain);
      if (instead == NULL && !g_unichar_ismark (letter))
        append (folded,
                g_unichar_isalnum (letter) && g_unichar_type (letter) != G_UNICODE_MODIFIER_LETTER ? letter : ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}
