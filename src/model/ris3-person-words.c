/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-person-words.h"

#include <string.h>

struct _Ris3PersonWords
{
  GPtrArray *words; /* folded */
};

/* Folded; those that end in a full stop are known by that. */
static const char *const titles[]
    = { "dr", "prof", "phd", "msc", "mr", "mrs", "ms", "herr", "frau", "mme", "señor", "señora", NULL };

Ris3PersonWords *
ris3_person_words_new (void)
{
  Ris3PersonWords *self = g_new0 (Ris3PersonWords, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ris3_person_words_free (Ris3PersonWords *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* With one space between words. (transfer full) */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *plain = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_sized_new (strlen (plain));
  gboolean follows_space = TRUE;

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_space = g_unichar_isspace (c);

      if (!is_space)
        g_string_append_unichar (folded, c);
      else if (!follows_space)
        g_string_append_c (folded, ' ');
      follows_space = is_space;
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* "Dr.", "Dipl.-Ing.", "Prof", but not the initial of a name. */
static gboolean
is_title (const char *word)
{
  return g_strv_contains (titles, word) || (g_str_has_suffix (word, ".") && g_utf8_strlen (word, -1) > 2);
}

/* (transfer full) */
static char *
leave_out_titles (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !is_title (parts[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/* Takes the word. */
static void
take (Ris3PersonWords *self, char *word)
{
  if (*word == '\0' || g_ptr_array_find_with_equal_func (self->words, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (self->words, word);
}

void
ris3_person_words_add (Ris3PersonWords *self, const char *name)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  g_return_if_fail (self != NULL && name != NULL);
  folded = fold (name);
  take (self, g_strdup (folded));
  if (strchr (folded, '@') != NULL)
    return;
  /* "Huber, Anna", or "Anna Huber, PhD" */
  parts = g_strsplit (folded, ",", 2);
  last = leave_out_titles (parts[0] != NULL ? parts[0] : "");
  first = leave_out_titles (parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
  take (self, *first != '\0' ? g_strdup_printf ("%s %s", first, last) : g_strdup (last));
}

/* Where a word begins, as its end may be declined. */
static gboolean
stands_in (const char *word, const char *folded)
{
  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (at == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

gboolean
ris3_person_words_stand_in (const Ris3PersonWords *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  folded = fold (text);
  for (guint i = 0; i < self->words->len; i++)
    if (stands_in (self->words->pdata[i], folded))
      return TRUE;
  return FALSE;
}
