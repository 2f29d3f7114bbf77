/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A filter as a person reads and types it. */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SINCE "since"
#define UNTIL "until"

typedef struct
{
  Ris3Filter *filter;
  const char *text;
  gboolean has_theme;
  gboolean has_any; /* a list of themes any of which will do */
  gsize *position;
  GError **error;
} Reader;

static guint
point_at (Reader *self, gsize position)
{
  if (self->position != NULL)
    *self->position = position;
  return ris3_filter_get_place (self->text, position);
}

static gboolean
refuse_key (Reader *self, const Ris3Token *token)
{
  const char *keys[RIS3_N_FACETS + 3] = { NULL };
  guint place = point_at (self, token->start);
  const char *nearest;

  for (guint i = 0; i < RIS3_N_FACETS; i++)
    keys[i] = ris3_facet_get_id (i);
  keys[RIS3_N_FACETS] = SINCE;
  keys[RIS3_N_FACETS + 1] = UNTIL;
  nearest = ris3_filter_find_nearest (token->text, keys);
  if (nearest != NULL)
    g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_KEY,
                 _ ("“%s” at character %u is not a condition. Did you mean “%s”?"), token->text, place, nearest);
  else
    {
      g_autofree char *list = ris3_filter_list_values (keys);

      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_KEY,
                   _ ("“%s” at character %u is not a condition. Use %s; a word with a colon is looked for if it "
                      "is in quotation marks."),
                   token->text, place, list);
    }
  return FALSE;
}

static gboolean
refuse_value (Reader *self, const char *key, const char *value, guint place, const char *const *allowed)
{
  const char *nearest = ris3_filter_find_nearest (value, allowed);

  if (nearest != NULL)
    g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                 _ ("“%s” at character %u is not a value of “%s”. Did you mean “%s”?"), value, place, key, nearest);
  else
    {
      g_autofree char *list = ris3_filter_list_values (allowed);

      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                   _ ("“%s” at character %u is not a value of “%s”. Use %s."), value, place, key, list);
    }
  return FALSE;
}

static gboolean
refuse_facet_value (Reader *self, Ris3Facet facet, const char *value, gsize position)
{
  const char *const *fixed = ris3_facet_get_fixed_values (facet);
  guint place = point_at (self, position);

  if (fixed != NULL)
    return refuse_value (self, ris3_facet_get_id (facet), value, place, fixed);
  if (facet == RIS3_FACET_PERIOD)
    g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                 _ ("“%s” at character %u is not a period. Write its first and last year, as in “2014-2020”."), value,
                 place);
  else
    g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                 _ ("“%s” at character %u is not the code of a language. Write its two letters, as in “fr”, or “none” "
                    "where it is not known."),
                 value, place);
  return FALSE;
}

static gboolean
read_facet (Reader *self, Ris3Facet facet, const Ris3Token *token)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (token->all && facet != RIS3_FACET_THEME)
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("Only themes can be asked for with “all”, but it is at character %u. Leave it and its brackets "
                      "out."),
                   point_at (self, token->start));
      return FALSE;
    }
  if (facet == RIS3_FACET_THEME && self->has_theme && (self->has_any || (token->values->len > 1 && !token->all)))
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("At character %u, other themes stand beside a list of which any will do. Write one list: "
                      "“theme:a,b” for any of them, “theme:all(a,b)” for all."),
                   point_at (self, token->start));
      return FALSE;
    }
  for (guint i = 0; i < token->values->len; i++)
    {
      char *value = ris3_facet_read_value (facet, token->values->pdata[i]);

      if (value == NULL)
        return refuse_facet_value (self, facet, token->values->pdata[i], g_array_index (token->starts, gsize, i));
      g_ptr_array_add (values, value);
    }
  g_ptr_array_set_free_func (values, NULL);
  ris3_filter_add_values (self->filter, facet, values);
  if (facet == RIS3_FACET_THEME)
    {
      /* Conditions hold together: one theme and another are both asked for. */
      self->filter->all_themes = token->all || self->has_theme;
      self->has_any = token->values->len > 1 && !token->all;
      self->has_theme = TRUE;
    }
  return TRUE;
}

static gboolean
read_year (Reader *self, guint *year, const Ris3Token *token)
{
  const char *value = token->values->pdata[0];
  guint64 number;

  if (*year != 0 || token->values->len > 1 || token->all)
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("There is more than one year for “%s” at character %u. Leave one."), token->text,
                   point_at (self, token->start));
      return FALSE;
    }
  if (!g_ascii_string_to_unsigned (value, 10, RIS3_FILTER_MIN_YEAR, RIS3_FILTER_MAX_YEAR, &number, NULL))
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                   _ ("“%s” at character %u is not a year. Write one from %u to %u."), value,
                   point_at (self, g_array_index (token->starts, gsize, 0)), RIS3_FILTER_MIN_YEAR,
                   RIS3_FILTER_MAX_YEAR);
      return FALSE;
    }
  *year = (guint) number;
  if (self->filter->since != 0 && self->filter->until != 0 && self->filter->since > self->filter->until)
    {
      g_set_error (self->error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
                   _ ("No year is since %u and until %u, as asked at character %u. Exchange them."),
                   self->filter->since, self->filter->until, point_at (self, token->start));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_condition (Reader *self, const Ris3Token *token)
{
  if (g_str_equal (token->text, SINCE))
    return read_year (self, &self->filter->since, token);
  if (g_str_equal (token->text, UNTIL))
    return read_year (self, &self->filter->until, token);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    if (g_str_equal (token->text, ris3_facet_get_id (i)))
      return read_facet (self, i, token);
  return refuse_key (self, token);
}

static gboolean
read_words (Reader *self, GPtrArray *tokens)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *query = ris3_filter_tokens_to_query (tokens, self->text, self->position, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (self->error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_free (self->filter->words);
  self->filter->words = ris3_filter_tokens_to_words (tokens);
  return TRUE;
}

Ris3Filter *
ris3_filter_from_text (const char *text, gsize *position, GError **error)
{
  g_autoptr (Ris3Filter) filter = ris3_filter_new ();
  Reader self = { .filter = filter, .text = text, .position = position, .error = error };
  g_autoptr (GPtrArray) tokens = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  tokens = ris3_filter_read_tokens (text, position, error);
  if (tokens == NULL)
    return NULL;
  for (guint i = 0; i < tokens->len; i++)
    {
      const Ris3Token *token = tokens->pdata[i];

      if (token->kind == RIS3_TOKEN_CONDITION && !read_condition (&self, token))
        return NULL;
    }
  if (!read_words (&self, tokens))
    return NULL;
  filter->typed = g_strdup (text);
  return g_steal_pointer (&filter);
}

gboolean
ris3_filter_find_typed (Ris3Filter *self, Ris3Facet facet, const char *value, gsize *position)
{
  g_autoptr (GPtrArray) tokens = self->typed != NULL ? ris3_filter_read_tokens (self->typed, NULL, NULL) : NULL;

  for (guint i = 0; tokens != NULL && i < tokens->len; i++)
    {
      const Ris3Token *token = tokens->pdata[i];

      for (guint j = 0; token->kind == RIS3_TOKEN_CONDITION && g_str_equal (token->text, ris3_facet_get_id (facet))
                        && j < token->values->len;
           j++)
        {
          g_autofree char *read = ris3_facet_read_value (facet, token->values->pdata[j]);

          if (g_strcmp0 (read, value) != 0)
            continue;
          *position = g_array_index (token->starts, gsize, j);
          return TRUE;
        }
    }
  return FALSE;
}

Ris3Filter *
ris3_filter_from_words (const char *words, gsize *position, GError **error)
{
  g_autoptr (Ris3Filter) filter = ris3_filter_new ();
  Reader self = { .filter = filter, .text = words, .position = position, .error = error };
  g_autoptr (GPtrArray) tokens = ris3_filter_read_tokens (words, position, error);

  if (tokens == NULL)
    return NULL;
  for (guint i = 0; i < tokens->len; i++)
    {
      const Ris3Token *token = tokens->pdata[i];

      if (token->kind != RIS3_TOKEN_CONDITION)
        continue;
      g_set_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX,
                   _ ("“%s:” at character %u is a condition, where words are looked for. Put it into quotation marks."),
                   token->text, point_at (&self, token->start));
      return NULL;
    }
  return read_words (&self, tokens) ? g_steal_pointer (&filter) : NULL;
}

static gboolean
needs_quotes (const char *value)
{
  for (; *value != '\0'; value = g_utf8_next_char (value))
    if (!g_unichar_isalnum (g_utf8_get_char (value)) && (*value & 0x80) == 0 && strchr ("-_./+&", *value) == NULL)
      return TRUE;
    else if ((*value & 0x80) != 0 && g_unichar_isspace (g_utf8_get_char (value)))
      return TRUE;
  return FALSE;
}

static void
append_values (GString *text, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      if (needs_quotes (values[i]))
        {
          g_auto (GStrv) parts = g_strsplit (values[i], "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          g_string_append_printf (text, "\"%s\"", doubled);
        }
      else
        g_string_append (text, values[i]);
    }
}

char *
ris3_filter_to_text (Ris3Filter *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      gboolean all = i == RIS3_FACET_THEME && self->all_themes;

      if (self->values[i][0] == NULL)
        continue;
      g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", ris3_facet_get_id (i), all ? "all(" : "");
      append_values (text, (const char *const *) self->values[i]);
      if (all)
        g_string_append_c (text, ')');
    }
  if (self->since != 0)
    g_string_append_printf (text, "%s" SINCE ":%u", text->len > 0 ? " " : "", self->since);
  if (self->until != 0)
    g_string_append_printf (text, "%s" UNTIL ":%u", text->len > 0 ? " " : "", self->until);
  if (*self->words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", self->words);
  return g_string_free (text, FALSE);
}
