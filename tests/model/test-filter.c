/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A filter as a value: its text form is read as it is written, and errors say what is wrong, where, and what was meant.
 */

#include <string.h>

#include "model/ris3-filter.h"

#define N_RANDOM 20000

static Ris3Filter *
read_filter (const char *text)
{
  g_autoptr (GError) error = NULL;
  Ris3Filter *filter = ris3_filter_from_text (text, NULL, &error);

  g_assert_no_error (error);
  return filter;
}

static void
test_text (void)
{
  static const struct
  {
    const char *typed;
    const char *form;
  } texts[] = {
    { "", "" },
    { "  \n ", "" },
    { "theme:oncology country:FR,IT pm:yes since:2014 until:2018 \"rare disease\" genom* NOT cancer",
      "country:FR,IT theme:oncology pm:yes since:2014 until:2018 \"rare disease\" genom* NOT cancer" },
    { "Country:it country:fr,gb,GR", "country:EL,FR,IT,UK" },
    { "country:IT,FR,IT", "country:FR,IT" },
    { "country:\"Czech Republic\",Deutschland", "country:\"Czech Republic\",Deutschland" },
    { "country:FR, IT", "country:FR,IT" },
    { "theme:all( oncology , genomics )", "theme:all(genomics,oncology)" },
    { "theme:oncology theme:genomics", "theme:all(genomics,oncology)" },
    { "theme:a theme:all(b,c)", "theme:all(a,b,c)" },
    { "theme:oecd-fields/2.10", "theme:oecd-fields/2.10" },
    { "programme:\"S3P \"\"4\"\" PM\"", "programme:\"S3P \"\"4\"\" PM\"" },
    { "PERIOD:2014–2020", "period:2014-2020" },
    { "language:FR,none", "language:fr,none" },
    { "pm:Disputed,yes absence:not-analysed level:2", "level:2 pm:disputed,yes absence:not-analysed" },
    { "region:FRL0 region:DE2,FRL0", "region:DE2,FRL0" },
    { "genom*   data-driven R&D", "genom* data-driven R&D" },
    { "food & health", "food health" },
    { "(a OR \"b  c\"*)AND(d NOT e)", "(a OR \"b  c\"*) AND (d NOT e)" },
    { "\"say \"\"yes\"\"\"", "\"say \"\"yes\"\"\"" },
    { "\"pm:yes\" AND*", "\"pm:yes\" AND*" },
    { "and or not 10:30", "and or not 10:30" },
    { "cancer country:FR NOT breast", "country:FR cancer NOT breast" },
    { "søk Ελλάς*", "søk Ελλάς*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Ris3Filter) filter = read_filter (texts[i].typed);
      g_autofree char *form = ris3_filter_to_text (filter);
      g_autoptr (Ris3Filter) again = read_filter (form);

      g_assert_cmpstr (form, ==, texts[i].form);
      g_assert_true (ris3_filter_equal (filter, again));
      g_assert_true (ris3_filter_is_empty (filter) == (*form == '\0'));
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    gsize position;
    Ris3FilterError code;
    const char *part; /* of the message */
  } texts[] = {
    { "contry:FR", 0, RIS3_FILTER_ERROR_KEY, "Did you mean “country”" },
    { "é colour:red", 3, RIS3_FILTER_ERROR_KEY, "character 3" },
    { "pm:yes,dispute", 7, RIS3_FILTER_ERROR_VALUE, "Did you mean “disputed”" },
    { "pm:perhaps", 3, RIS3_FILTER_ERROR_VALUE, "yes, no, unknown or disputed" },
    { "level:4", 6, RIS3_FILTER_ERROR_VALUE, "0, 1, 2 or 3" },
    { "absence:not-analyzed", 8, RIS3_FILTER_ERROR_VALUE, "Did you mean “not-analysed”" },
    { "period:2014", 7, RIS3_FILTER_ERROR_VALUE, "2014-2020" },
    { "period:2020-2014", 7, RIS3_FILTER_ERROR_VALUE, "2014-2020" },
    { "language:french", 9, RIS3_FILTER_ERROR_VALUE, "two letters" },
    { "since:14", 6, RIS3_FILTER_ERROR_VALUE, "1990 to 2100" },
    { "since:2018 until:2014", 11, RIS3_FILTER_ERROR_VALUE, "since 2018 and until 2014" },
    { "since:2014 since:2015", 11, RIS3_FILTER_ERROR_SYNTAX, "more than one year" },
    { "country:", 8, RIS3_FILTER_ERROR_SYNTAX, "missing at character 9" },
    { "country:FR,", 11, RIS3_FILTER_ERROR_SYNTAX, "missing" },
    { "country:\"Fra", 8, RIS3_FILTER_ERROR_SYNTAX, "not closed" },
    { "theme:all(a", 9, RIS3_FILTER_ERROR_SYNTAX, "not closed" },
    { "country:all(FR)", 0, RIS3_FILTER_ERROR_SYNTAX, "Only themes" },
    { "theme:a,b theme:all(c)", 10, RIS3_FILTER_ERROR_SYNTAX, "one list" },
    { "é theme:a theme:b,c", 11, RIS3_FILTER_ERROR_SYNTAX, "At character 11" },
    { "\"open", 0, RIS3_FILTER_ERROR_SYNTAX, "not closed" },
    { "a \"…\"", 2, RIS3_FILTER_ERROR_SYNTAX, "nothing to look for" },
    { "NOT cancer", 0, RIS3_FILTER_ERROR_SYNTAX, "before “NOT”" },
    { "cancer OR", 7, RIS3_FILTER_ERROR_SYNTAX, "after “OR”" },
    { "cancer OR country:FR", 7, RIS3_FILTER_ERROR_SYNTAX, "after “OR”" },
    { "a AND OR b", 2, RIS3_FILTER_ERROR_SYNTAX, "after “AND”" },
    { "(a", 0, RIS3_FILTER_ERROR_SYNTAX, "not closed" },
    { "a)", 1, RIS3_FILTER_ERROR_SYNTAX, "closes nothing" },
    { "a ()", 2, RIS3_FILTER_ERROR_SYNTAX, "no word in the brackets" },
    { "(a country:FR)", 3, RIS3_FILTER_ERROR_SYNTAX, "outside" },
    { "ge*om", 2, RIS3_FILTER_ERROR_SYNTAX, "asterisk" },
    { "*", 0, RIS3_FILTER_ERROR_SYNTAX, "asterisk" },
    { "a\xff", 1, RIS3_FILTER_ERROR_SYNTAX, "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize position = G_MAXSIZE;

      g_assert_null (ris3_filter_from_text (texts[i].text, &position, &error));
      g_test_message ("%s: %s", texts[i].text, error->message);
      g_assert_error (error, RIS3_FILTER_ERROR, (gint) texts[i].code);
      g_assert_cmpuint (position, ==, texts[i].position);
      g_assert_nonnull (strstr (error->message, texts[i].part));
    }
}

static void
test_too_much (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) brackets = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (words, "word ");
      g_string_append_c (brackets, '(');
    }
  g_assert_null (ris3_filter_from_text (words->str, NULL, &error));
  g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (ris3_filter_from_text (brackets->str, NULL, &error));
  g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX);
}

/* What can be read is the same after it was written, whatever it was. */
static void
test_random (void)
{
  static const char *const pieces[] = { "country:",   "theme:",
                                        "theme:all(", "pm:yes",
                                        "level:2",    "since:2014",
                                        "until:2020", "FR",
                                        ",",          "\"",
                                        "\"\"",       " ",
                                        " ",          "(",
                                        ")",          "AND",
                                        "OR",         "NOT",
                                        "genom",      "*",
                                        "é",          "\xe2\x80\xa8",
                                        "&",          "a b",
                                        "programme:", "health-theme/oncology",
                                        "\n",         "x:y",
                                        "all(",       "language:none",
                                        "\\",         "%20" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  guint n_read = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Filter) filter = NULL;
      gsize position = G_MAXSIZE;

      for (gint j = g_rand_int_range (rand, 1, 12); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (pieces))]);
      filter = ris3_filter_from_text (text->str, &position, &error);
      g_assert_true ((filter == NULL) == (error != NULL));
      if (filter != NULL)
        {
          g_autofree char *form = ris3_filter_to_text (filter);
          g_autoptr (Ris3Filter) again = read_filter (form);
          g_autofree char *second = ris3_filter_to_text (again);

          g_assert_true (ris3_filter_equal (filter, again));
          g_assert_cmpstr (form, ==, second);
          n_read++;
        }
      else
        g_assert_cmpuint (position, <=, text->len);
    }
  g_assert_cmpuint (n_read, >, N_RANDOM / 20);
}

static void
assert_text (Ris3Filter *filter, const char *expected)
{
  g_autofree char *text = ris3_filter_to_text (filter);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_changes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) empty = ris3_filter_new ();
  g_autoptr (Ris3Filter) country = ris3_filter_with (empty, RIS3_FACET_COUNTRY, "IT", TRUE);
  g_autoptr (Ris3Filter) countries = ris3_filter_with (country, RIS3_FACET_COUNTRY, "FR", TRUE);
  g_autoptr (Ris3Filter) fewer = ris3_filter_with (countries, RIS3_FACET_COUNTRY, "IT", FALSE);
  g_autoptr (Ris3Filter) none = ris3_filter_without (countries, RIS3_FACET_COUNTRY);
  g_autoptr (Ris3Filter) theme = ris3_filter_with (fewer, RIS3_FACET_THEME, "health-theme/oncology", TRUE);
  g_autoptr (Ris3Filter) all = ris3_filter_with_all_themes (theme, TRUE);
  g_autoptr (Ris3Filter) without = ris3_filter_with (all, RIS3_FACET_THEME, "health-theme/oncology", FALSE);
  g_autoptr (Ris3Filter) years = ris3_filter_with_years (country, 2014, 0);
  g_autoptr (Ris3Filter) words = ris3_filter_with_words (years, " a  OR b", &error);

  g_assert_no_error (error);
  assert_text (countries, "country:FR,IT");
  assert_text (fewer, "country:FR");
  assert_text (none, "");
  assert_text (all, "country:FR theme:all(health-theme/oncology)");
  assert_text (without, "country:FR");
  assert_text (words, "country:IT since:2014 a OR b");
  g_assert_null (ris3_filter_with_words (words, "pm:yes", &error));
  g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (ris3_filter_with_words (words, "(", &error));
  g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX);
}

static void
test_complete (void)
{
  static const char *const words[][2] = {
    { "genom", "genom*" },  { "a genom", "a genom*" }, { "genom ", "genom " },
    { "genom*", "genom*" }, { "\"a b\"", "\"a b\"" },  { "", "" },
    { "a OR", "a OR" },     { "(a", "(a*" },           { "\"", "\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *completed = ris3_filter_complete_words (words[i][0]);

      g_assert_cmpstr (completed, ==, words[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/errors", test_errors);
  g_test_add_func ("/filter/too-much", test_too_much);
  g_test_add_func ("/filter/random", test_random);
  g_test_add_func ("/filter/changes", test_changes);
  g_test_add_func ("/filter/complete", test_complete);
  return g_test_run ();
}
