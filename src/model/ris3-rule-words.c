/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a rule of the schema asks for, in words instead of SQL. */

#include "config.h"

#include "model/ris3-rule-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A kind of rule: what its SQL looks like, with the field as its first group, and what is wrong with a value that
 * breaks it; %1 … are the further groups. */
typedef struct
{
  const char *pattern;
  const char *words;
} Kind;

/* Translators: each of these follows the name of a field and a colon; keep %1 and %2. */
static const Kind kinds[] = {
  { "^(\\w+) <> ''$", N_ ("it is empty") },
  { "^(\\w+) IN \\(0, 1\\)$", N_ ("it is neither 0 nor 1") },
  { "^(\\w+) IN \\(([^()]*)\\)$", N_ ("it is none of %1") },
  { "^(\\w+) BETWEEN (-?\\d+) AND (-?\\d+)$", N_ ("it is not a number from %1 to %2") },
  { "^(\\w+) >= (\\d+)$", N_ ("it is a number below %1") },
  { "^(language)\\b", N_ ("it is not a language code of two small letters, such as “de”") },
  { "^(code) GLOB", N_ ("it is not a NUTS code of two to five letters and digits, such as “FRL0”") },
  { "^(level) =", N_ ("it does not fit the length of the code") },
  { "^\\((parent_code) IS NULL\\)", N_ ("it does not fit the level") },
  { "^(country) = substr", N_ ("it is not the beginning of the code") },
  { "^(country) GLOB", N_ ("it is not a country code of two capital letters, such as “EL”") },
  { "^(parent_code|parent_id) <> (?:code|id)$", N_ ("it names the row itself") },
  { "^(period) GLOB", N_ ("it is not a period such as “2014-2020”") },
  { "^(position) > 0", N_ ("it is not a number above 0") },
  { "^\\((pm_mark) IS 1\\)", N_ ("a mark needs a basis (pm_basis), and only a mark has one") },
  { "^(pm_mark) IS NOT 1 OR", N_ ("a mark needs a health priority (health_priority = 1)") },
  { "^(analysis_state) <> 'pending' OR",
    N_ ("of a strategy that is still pending, neither a mark, a health priority nor a dispute is known") },
  { "^(label) <> '' OR", N_ ("it, the text and the original text are empty") },
  { "^(is_area) = 0 OR", N_ ("an area cannot name personalised medicine itself (explicit_pm)") },
  { "^\\((nuts_version) IS NULL\\)", N_ ("it and region_code are given only together") },
  { "^(region_code) IS NULL OR", N_ ("the region is not in the country") },
  { "^(\\w+)\\b.* GLOB '\\[12\\].*T\\[0-2\\]",
    N_ ("it is not a valid time such as “2026-01-31T12:00:00Z”, or it is too early") },
  { "^(\\w+)\\b.* GLOB '\\[12\\]", N_ ("it is not a valid date such as “2026-01-31”, or it is too early") },
  { "^length \\((digest)\\) = 64\\b", N_ ("it is not a digest (SHA-256) of 64 hexadecimal digits, in small letters") },
  { "^(colour) = '' OR colour GLOB", N_ ("it is not a colour such as “#1a5fb4”") },
  { "^\\W*(\\w+)\\b", N_ ("it does not go together with the other values") },
};

static char *
fill_in (const char *words, GMatchInfo *match)
{
  GString *text = g_string_new (words);

  for (gint i = 2; i < g_match_info_get_match_count (match); i++)
    {
      g_autofree char *group = g_match_info_fetch (match, i);
      char mark[] = { '%', (char) ('0' + i - 1), '\0' };

      g_string_replace (text, mark, group, 1);
    }
  return g_string_free (text, FALSE);
}

char *
ris3_rule_split (const char *expression, char **field)
{
  *field = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (kinds[i].pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (regex, expression, G_REGEX_MATCH_DEFAULT, &match))
        continue;
      *field = g_match_info_fetch (match, 1);
      return fill_in (_ (kinds[i].words), match);
    }
  return g_strdup (expression);
}

char *
ris3_rule_get_words (const char *expression)
{
  g_autofree char *field = NULL;
  g_autofree char *words = ris3_rule_split (expression, &field);

  /* Translators: a field, and what is wrong with its value. */
  return field != NULL ? g_strdup_printf (_ ("%s: %s"), field, words) : g_steal_pointer (&words);
}

char *
ris3_rule_explain (const char *message)
{
  static const char *const beginnings[] = { "CHECK constraint failed: ", "UNIQUE constraint failed: ",
                                            "NOT NULL constraint failed: ", "FOREIGN KEY constraint failed" };
  const char *rest[G_N_ELEMENTS (beginnings)];
  g_autofree char *expression = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    rest[i] = g_str_has_prefix (message, beginnings[i]) ? message + strlen (beginnings[i]) : NULL;
  if (rest[0] != NULL)
    {
      expression = ris3_sql_normalise (rest[0]);
      return ris3_rule_get_words (expression);
    }
  if (rest[1] != NULL && g_str_has_prefix (rest[1], "index "))
    return g_strdup (_ ("there is already a row like it"));
  if (rest[1] != NULL)
    return g_strdup_printf (_ ("there is already a row with the same %s"), rest[1]);
  if (rest[2] != NULL)
    return g_strdup_printf (_ ("%s is missing"), rest[2]);
  if (rest[3] != NULL)
    return g_strdup (_ ("it refers to a row that does not exist"));
  return g_strdup (message);
}
