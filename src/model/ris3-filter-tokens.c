/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pieces of a filter's text. */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *at;
  gsize *position;
  GError **error;
} Reader;

void
ris3_token_free (Ris3Token *self)
{
  g_free (self->text);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

guint
ris3_filter_get_place (const char *text, gsize position)
{
  return (guint) g_utf8_strlen (text, (gssize) position) + 1;
}

/* format: with one %u, the place of at */
static gboolean G_GNUC_PRINTF (3, 0) refuse (Reader *self, const char *at, const char *format)
{
  gsize position = (gsize) (at - self->text);

  if (self->position != NULL)
    *self->position = position;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX, format,
               ris3_filter_get_place (self->text, position));
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_space (const char *at)
{
  return *at != '\0' && g_unichar_isspace (g_utf8_get_char (at));
}

static void
skip_spaces (Reader *self)
{
  while (is_space (self->at))
    self->at = g_utf8_next_char (self->at);
}

/* What is within quotes; a quote in it is doubled. */
static char *
read_quoted (Reader *self)
{
  const char *start = self->at;
  GString *text = g_string_new (NULL);

  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        {
          self->at++;
          return g_string_free (text, FALSE);
        }
      if (*self->at == '"')
        self->at++;
      g_string_append_c (text, *self->at);
    }
  g_string_free (text, TRUE);
  refuse (self, start, _ ("The quotation mark at character %u is not closed. Add another one where the text ends."));
  return NULL;
}

static const char *
find_end_of_value (const char *at)
{
  while (*at != '\0' && strchr (",\"()", *at) == NULL && !is_space (at))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
read_value (Reader *self, Ris3Token *token)
{
  gsize start = (gsize) (self->at - self->text);
  const char *end = find_end_of_value (self->at);
  char *value;

  if (*self->at == '"')
    {
      value = read_quoted (self);
      if (value == NULL)
        return FALSE;
    }
  else
    {
      value = g_strndup (self->at, (gsize) (end - self->at));
      self->at = end;
    }
  if (*value == '\0')
    {
      g_free (value);
      return refuse (self, self->text + start, _ ("A value is missing at character %u, as in “country:FR”. Add it."));
    }
  g_array_append_val (token->starts, start);
  g_ptr_array_add (token->values, value);
  return TRUE;
}

/* value,value or all(value,value). Spaces may follow a comma. */
static gboolean
read_values (Reader *self, Ris3Token *token)
{
  const char *bracket = NULL;

  token->values = g_ptr_array_new_with_free_func (g_free);
  token->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (g_ascii_strncasecmp (self->at, "all(", 4) == 0)
    {
      token->all = TRUE;
      bracket = self->at + 3;
      self->at += 4;
      skip_spaces (self);
    }
  if (!read_value (self, token))
    return FALSE;
  while (TRUE)
    {
      if (token->all)
        skip_spaces (self);
      if (*self->at != ',')
        break;
      self->at++;
      skip_spaces (self);
      if (!read_value (self, token))
        return FALSE;
    }
  if (!token->all)
    return TRUE;
  if (*self->at != ')')
    return refuse (self, bracket, _ ("The bracket at character %u is not closed. Add “)” behind the last value."));
  self->at++;
  return TRUE;
}

/* The end of a key and its colon; NULL: no condition begins here. */
static const char *
find_end_of_key (const char *at)
{
  const char *start = at;

  while (g_ascii_isalpha (*at) || (at > start && *at == '-'))
    at++;
  return at > start && *at == ':' ? at + 1 : NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A word without quotes. One without letters, such as “&”, is nothing to look for, and left out: its text is NULL. */
static gboolean
read_word (Reader *self, Ris3Token *token)
{
  static const struct
  {
    const char *word;
    Ris3TokenKind kind;
  } operators[] = { { "AND", RIS3_TOKEN_AND }, { "OR", RIS3_TOKEN_OR }, { "NOT", RIS3_TOKEN_NOT } };
  const char *start = self->at;
  g_autofree char *word = NULL;

  while (*self->at != '\0' && strchr ("\"()*", *self->at) == NULL && !is_space (self->at))
    self->at = g_utf8_next_char (self->at);
  token->kind = RIS3_TOKEN_WORD;
  word = g_strndup (start, (gsize) (self->at - start));
  if (*self->at == '*')
    {
      token->is_prefix = TRUE;
      self->at++;
      if (*word == '\0' || (*self->at != '\0' && strchr ("\"()", *self->at) == NULL && !is_space (self->at)))
        return refuse (
            self, self->at - 1,
            _ ("The asterisk at character %u does not stand at the end of a word, as in “genom*”. Move it."));
    }
  for (guint i = 0; i < G_N_ELEMENTS (operators) && !token->is_prefix; i++)
    if (g_str_equal (word, operators[i].word))
      {
        token->kind = operators[i].kind;
        return TRUE;
      }
  if (has_letter (word))
    token->text = g_steal_pointer (&word);
  return TRUE;
}

static gboolean
read_phrase (Reader *self, Ris3Token *token)
{
  const char *start = self->at;

  token->kind = RIS3_TOKEN_PHRASE;
  token->text = read_quoted (self);
  if (token->text == NULL)
    return FALSE;
  if (!has_letter (token->text))
    return refuse (self, start, _ ("There is nothing to look for in the quotation marks at character %u."));
  if (*self->at == '*')
    {
      token->is_prefix = TRUE;
      self->at++;
    }
  return TRUE;
}

static gboolean
read_token (Reader *self, Ris3Token *token, guint depth)
{
  const char *values = find_end_of_key (self->at);

  if (values != NULL && depth > 0)
    return refuse (self, self->at,
                   _ ("Brackets are for words only, but there is a condition at character %u. Write it outside them."));
  if (values != NULL)
    {
      token->kind = RIS3_TOKEN_CONDITION;
      token->text = g_ascii_strdown (self->at, values - 1 - self->at);
      self->at = values;
      return read_values (self, token);
    }
  if (*self->at == '"')
    return read_phrase (self, token);
  if (*self->at != '(' && *self->at != ')')
    return read_word (self, token);
  token->kind = *self->at == '(' ? RIS3_TOKEN_OPEN : RIS3_TOKEN_CLOSE;
  self->at++;
  return TRUE;
}

GPtrArray *
ris3_filter_read_tokens (const char *text, gsize *position, GError **error)
{
  Reader self = { text, text, position, error };
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_token_free);
  const char *end;
  guint depth = 0;

  if (!g_utf8_validate (text, -1, &end))
    {
      if (position != NULL)
        *position = (gsize) (end - text);
      g_set_error_literal (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX, _ ("The filter is not text in UTF-8."));
      return NULL;
    }
  for (skip_spaces (&self); *self.at != '\0'; skip_spaces (&self))
    {
      Ris3Token *token = g_new0 (Ris3Token, 1);
      gboolean is_read;

      token->start = (gsize) (self.at - text);
      is_read = read_token (&self, token, depth);
      token->end = (gsize) (self.at - text);
      if (!is_read)
        {
          ris3_token_free (token);
          return NULL;
        }
      if (token->kind == RIS3_TOKEN_OPEN)
        depth++;
      else if (token->kind == RIS3_TOKEN_CLOSE && depth > 0)
        depth--;
      if (token->kind == RIS3_TOKEN_WORD && token->text == NULL)
        ris3_token_free (token);
      else
        g_ptr_array_add (tokens, token);
    }
  return g_steal_pointer (&tokens);
}
