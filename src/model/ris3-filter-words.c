/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that are looked for: what people type, as a query of FTS5. What FTS5 would refuse is refused here, with its
 * place; each word is put into quotes, so that nothing in it has a special meaning.
 *
 *   either := both { OR both }   both := but { AND but }   but := row { NOT row }   row := one { one }
 *   one := word | ( either )
 */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 64
#define MAX_DEPTH 16

typedef struct
{
  GPtrArray *tokens;
  guint at;
  guint n_words;
  guint depth;
  const char *text;
  GString *query;
  gsize *position;
  GError **error;
} Parser;

static const Ris3Token *
peek (Parser *self)
{
  while (self->at < self->tokens->len && ((Ris3Token *) self->tokens->pdata[self->at])->kind == RIS3_TOKEN_CONDITION)
    self->at++;
  return self->at < self->tokens->len ? self->tokens->pdata[self->at] : NULL;
}

static gboolean
is_next (Parser *self, Ris3TokenKind kind)
{
  const Ris3Token *token = peek (self);

  return token != NULL && token->kind == kind;
}

static guint
point_at (Parser *self, gsize position)
{
  if (self->position != NULL)
    *self->position = position;
  return ris3_filter_get_place (self->text, position);
}

static gboolean
refuse_missing (Parser *self)
{
  const Ris3Token *token = peek (self);
  const Ris3Token *before = NULL;

  for (guint i = 0; i < self->at; i++)
    if (((Ris3Token *) self->tokens->pdata[i])->kind != RIS3_TOKEN_CONDITION)
      before = self->tokens->pdata[i];
  /* An operator at the end, or before something that is not a word, lacks what follows; else what is before it. */
  if (before != NULL && before->kind >= RIS3_TOKEN_AND && before->kind <= RIS3_TOKEN_NOT)
    {
      g_autofree char *word = g_strndup (self->text + before->start, before->end - before->start);

      g_set_error (
          self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
          _ ("A word is missing after “%s” at character %u. Add it, or put the word into quotation marks if it "
             "is to be looked for."),
          word, point_at (self, before->start));
    }
  else if (token != NULL && token->kind >= RIS3_TOKEN_AND && token->kind <= RIS3_TOKEN_NOT)
    {
      g_autofree char *word = g_strndup (self->text + token->start, token->end - token->start);

      g_set_error (
          self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
          _ ("A word is missing before “%s” at character %u. Add it, or put the word into quotation marks if it "
             "is to be looked for."),
          word, point_at (self, token->start));
    }
  else
    {
      gsize position = before != NULL ? before->start : token != NULL ? token->start : 0;

      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("There is no word in the brackets at character %u. Add it, or remove them."),
                   point_at (self, position));
    }
  return FALSE;
}

static gboolean read_either (Parser *self);

static gboolean
read_one (Parser *self)
{
  const Ris3Token *token = peek (self);

  if (token == NULL)
    return refuse_missing (self);
  if (token->kind == RIS3_TOKEN_OPEN)
    {
      if (++self->depth > MAX_DEPTH)
        {
          g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                       _ ("There are too many brackets within each other at character %u. Use fewer."),
                       point_at (self, token->start));
          return FALSE;
        }
      self->at++;
      g_string_append_c (self->query, '(');
      if (!read_either (self))
        return FALSE;
      if (!is_next (self, RIS3_TOKEN_CLOSE))
        {
          g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                       _ ("The bracket at character %u is not closed. Add “)”, or put it into quotation marks."),
                       point_at (self, token->start));
          return FALSE;
        }
      self->at++;
      self->depth--;
      g_string_append_c (self->query, ')');
      return TRUE;
    }
  if (token->kind != RIS3_TOKEN_WORD && token->kind != RIS3_TOKEN_PHRASE)
    return refuse_missing (self);
  if (++self->n_words > MAX_WORDS)
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("There are more than %u words, from character %u on. Use fewer."), MAX_WORDS,
                   point_at (self, token->start));
      return FALSE;
    }
  self->at++;
  g_string_append_c (self->query, '"');
  for (const char *at = token->text; *at != '\0'; at++)
    g_string_append_len (self->query, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
  g_string_append (self->query, token->is_prefix ? "\"*" : "\"");
  return TRUE;
}

/* Words beside each other hold together, more closely than any operator joins them. */
static gboolean
read_row (Parser *self)
{
  gsize start = self->query->len;

  if (!read_one (self))
    return FALSE;
  while (is_next (self, RIS3_TOKEN_WORD) || is_next (self, RIS3_TOKEN_PHRASE) || is_next (self, RIS3_TOKEN_OPEN))
    {
      g_string_append (self->query, " AND ");
      if (!read_one (self))
        return FALSE;
    }
  g_string_insert_c (self->query, (gssize) start, '(');
  g_string_append_c (self->query, ')');
  return TRUE;
}

static gboolean
read_joined (Parser *self, Ris3TokenKind kind, const char *joint, gboolean (*read) (Parser *self))
{
  if (!read (self))
    return FALSE;
  while (is_next (self, kind))
    {
      self->at++;
      g_string_append (self->query, joint);
      if (!read (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_but (Parser *self)
{
  return read_joined (self, RIS3_TOKEN_NOT, " NOT ", read_row);
}

static gboolean
read_both (Parser *self)
{
  return read_joined (self, RIS3_TOKEN_AND, " AND ", read_but);
}

static gboolean
read_either (Parser *self)
{
  return read_joined (self, RIS3_TOKEN_OR, " OR ", read_both);
}

char *
ris3_filter_tokens_to_query (GPtrArray *tokens, const char *text, gsize *position, GError **error)
{
  Parser self = { .tokens = tokens, .text = text, .position = position, .error = error };
  g_autoptr (GString) query = g_string_new (NULL);
  const Ris3Token *rest;

  self.query = query;
  if (peek (&self) == NULL || !read_either (&self))
    return NULL;
  rest = peek (&self);
  if (rest == NULL)
    return g_strdup (query->str);
  g_set_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
               _ ("The bracket at character %u closes nothing. Remove it, or put it into quotation marks."),
               point_at (&self, rest->start));
  return NULL;
}

char *
ris3_filter_tokens_to_words (GPtrArray *tokens)
{
  static const char *const fixed[] = { [RIS3_TOKEN_AND] = "AND",
                                       [RIS3_TOKEN_OR] = "OR",
                                       [RIS3_TOKEN_NOT] = "NOT",
                                       [RIS3_TOKEN_OPEN] = "(",
                                       [RIS3_TOKEN_CLOSE] = ")" };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const Ris3Token *token = tokens->pdata[i];

      if (token->kind == RIS3_TOKEN_CONDITION)
        continue;
      if (words->len > 0 && words->str[words->len - 1] != '(' && token->kind != RIS3_TOKEN_CLOSE)
        g_string_append_c (words, ' ');
      if (token->kind == RIS3_TOKEN_PHRASE)
        {
          g_auto (GStrv) parts = g_strsplit (token->text, "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          g_string_append_printf (words, "\"%s\"", doubled);
        }
      else
        g_string_append (words, token->kind == RIS3_TOKEN_WORD ? token->text : fixed[token->kind]);
      if (token->is_prefix)
        g_string_append_c (words, '*');
    }
  return g_string_free (words, FALSE);
}

char *
ris3_filter_complete_words (const char *words)
{
  g_autoptr (GPtrArray) tokens = NULL;
  const Ris3Token *last;

  g_return_val_if_fail (words != NULL, NULL);
  tokens = ris3_filter_read_tokens (words, NULL, NULL);
  last = tokens != NULL && tokens->len > 0 ? tokens->pdata[tokens->len - 1] : NULL;
  if (last == NULL || last->kind != RIS3_TOKEN_WORD || last->is_prefix || last->end != strlen (words))
    return g_strdup (words);
  return g_strconcat (words, "*", NULL);
}
