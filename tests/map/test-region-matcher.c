/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What cells name as regions, on the boundaries and names that come along. The locale is English. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "map/ris3-region-matcher.h"

static Ris3RegionMatcher *
new_matcher (void)
{
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (fixture_get_geodata (2016));

  return ris3_region_matcher_new (finder);
}

static const struct
{
  const char *text;
  guint version;
  const char *country;
  int level;
  const char *code; /* NULL: it is refused */
  guint found_version;
  const char *said; /* within the remark or problem; NULL: nothing is said */
} cells[] = {
  { "ITC4", 0, NULL, -1, "ITC4", 2016, NULL },
  { " itc4 ", 0, NULL, -1, "ITC4", 2016, NULL },
  { "EL30", 0, NULL, -1, "EL30", 2016, NULL },
  { "GR30", 0, NULL, -1, "EL30", 2016, "“GR30” is read as EL30, as NUTS writes it." },
  { "GR", 0, NULL, -1, "EL", 2016, "is read as EL" },
  { "GB", 0, NULL, -1, "UK", 2016, "is read as UK" },
  { "GBC1", 0, NULL, -1, "UKC1", 2016, "is read as UKC1" },
  /* versions */
  { "FR82", 0, NULL, -1, "FR82", 2013, "In NUTS 2016 it is Provence-Alpes-Côte d’Azur (FRL0)" },
  { "FR82", 2013, NULL, -1, "FR82", 2013, NULL },
  { "FR82", 2016, NULL, -1, NULL, 0, "but of NUTS 2013. In NUTS 2016 it is" },
  { "FRL0", 2013, NULL, -1, NULL, 0, "is no region of NUTS 2013" },
  { "FRL0", 0, NULL, -1, "FRL0", 2016, NULL },
  { "FRL0", 2021, NULL, -1, "FRL0", 2021, NULL },
  { "ITC4", 2010, NULL, -1, NULL, 0, "NUTS 2010 are not known" },
  { "FRA", 0, NULL, -1, NULL, 0, "France" },
  { "FRA", 2013, NULL, -1, "FRA", 2013, NULL },
  /* names and ISO codes are said */
  { "Lombardia", 0, NULL, -1, "ITC4", 2016, "“Lombardia” is understood as ITC4, Lombardy, by its name." },
  { "lombardie", 0, NULL, -1, "ITC4", 2016, "by its name" },
  { "Κρήτη", 0, NULL, -1, "EL43", 2016, "by its name" },
  { "Βαυαρία", 0, NULL, -1, "DE2", 2016, "by its name" },
  { "lodzkie", 0, NULL, -1, "PL71", 2016, "by its name" },
  { "DE-BY", 0, NULL, -1, "DE2", 2016, "by its ISO code" },
  { "DEU", 0, NULL, -1, "DE", 2016, "by its ISO code" },
  { "Lombardia", 2021, NULL, -1, "ITC4", 2021, "by its name" },
  { "Lombardia", 0, "Italy", -1, "ITC4", 2016, "by its name" },
  { "Lombardia", 0, "France", -1, NULL, 0, "is Lombardy (ITC4), which is not of the country" },
  { "Berlin", 0, NULL, -1, "DE3", 2016, "by its name" },
  { "Berlin", 0, NULL, 2, "DE30", 2016, "by its name" },
  { "Lombardia", 0, NULL, 1, NULL, 0, "is Lombardy (ITC4), which is not of the country or the level" },
  { "Limburg", 0, NULL, -1, NULL, 0, "add a column with the country" },
  { "Limburg", 0, "NL", -1, "NL42", 2016, "by its name" },
  { "Limburg", 0, "Niederlande", -1, "NL42", 2016, "by its name" },
  { "ITC4 Lombardia", 0, NULL, -1, "ITC4", 2016, "by the code in it" },
  { "ITC4 – Lombardia", 0, NULL, -1, "ITC4", 2016, "by the code in it" },
  { "Lombardia (ITC4)", 0, NULL, -1, "ITC4", 2016, "by the code in it" },
  { "ITC4 Piemonte", 0, NULL, -1, NULL, 0, "has the code of Lombardy and the name of" },
  /* misses: no beginning of a name is taken for it */
  { "Lombard", 0, NULL, -1, NULL, 0, "Did you mean Lombardy (ITC4)?" },
  { "Lombradia", 0, NULL, -1, NULL, 0, "Did you mean Lombardy (ITC4)" },
  { "Atlantis", 0, NULL, -1, NULL, 0, "NUTS 2016 has no region “Atlantis”" },
  { "ITZ9", 0, NULL, -1, NULL, 0, "NUTS 2016 has no region “ITZ9”" },
  { "\x1b[31m", 0, NULL, -1, NULL, 0, "NUTS 2016 has no region" },
};

static void
test_cells (void)
{
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const Ris3RegionMatch *match
          = ris3_region_matcher_match (matcher, cells[i].text, cells[i].version, cells[i].country, cells[i].level);
      const char *said = match->problem != NULL ? match->problem : match->remark;

      g_test_message ("“%s” %u: %s %u, %s", cells[i].text, cells[i].version, match->code, match->version, said);
      g_assert_cmpstr (match->code, ==, cells[i].code);
      g_assert_true ((match->code == NULL) == (match->problem != NULL));
      if (cells[i].code != NULL)
        g_assert_cmpuint (match->version, ==, cells[i].found_version);
      if (cells[i].said != NULL)
        g_assert_nonnull (strstr (said, cells[i].said));
      else if (cells[i].code != NULL)
        g_assert_null (said);
      /* Again, from its memory. */
      g_assert_true (
          match
          == ris3_region_matcher_match (matcher, cells[i].text, cells[i].version, cells[i].country, cells[i].level));
    }
}

/* Of two regions that are one area, a name means the one that the atlas has. */
static void
test_preferred (void)
{
  g_autoptr (Ris3RegionMatcher) plain = new_matcher ();
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  const Ris3RegionMatch *match = ris3_region_matcher_match (plain, "Provence-Alpes-Côte d’Azur", 0, NULL, -1);

  g_assert_cmpstr (match->code, ==, "FRL");
  g_hash_table_add (codes, (gpointer) "FRL0");
  ris3_region_matcher_prefer (matcher, codes);
  match = ris3_region_matcher_match (matcher, "Provence-Alpes-Côte d’Azur", 0, NULL, -1);
  g_assert_cmpstr (match->code, ==, "FRL0");
  g_assert_nonnull (strstr (match->remark, "which is the same area as FRL, since the atlas has strategies"));
  match = ris3_region_matcher_match (matcher, "FRL", 0, NULL, -1);
  g_assert_cmpstr (match->code, ==, "FRL");
}

static void
test_contradict (void)
{
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();
  const char *words = ris3_region_matcher_contradict (matcher, "FR10", 2016, "Lombardia");

  g_assert_nonnull (strstr (words, "“Lombardia” is the name of Lombardy (ITC4), but the code of the row, FR10"));
  g_assert_true (words == ris3_region_matcher_contradict (matcher, "FR10", 2016, "Lombardia"));
  g_assert_null (ris3_region_matcher_contradict (matcher, "ITC4", 2016, "Lombardia"));
  g_assert_null (ris3_region_matcher_contradict (matcher, "FR10", 2016, "Our dear land"));
}

/* Each code of each version is understood, as one of that version where the version is named. */
static void
test_codes (void)
{
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();
  guint n_said = 0;

  for (guint i = 0; fixture_nuts_versions[i] != 0; i++)
    {
      Ris3Boundaries *boundaries = fixture_get_boundaries (fixture_nuts_versions[i]);

      for (guint j = 0; j < ris3_boundaries_get_n_regions (boundaries); j++)
        {
          const char *code = ris3_boundaries_get_region (boundaries, j)->code;
          const Ris3RegionMatch *match = ris3_region_matcher_match (matcher, code, fixture_nuts_versions[i], NULL, -1);

          g_assert_cmpstr (match->code, ==, code);
          g_assert_cmpuint (match->version, ==, fixture_nuts_versions[i]);
          g_assert_null (match->remark);
          match = ris3_region_matcher_match (matcher, code, 0, NULL, -1);
          if (match->code == NULL || match->version != 2016 || match->remark != NULL)
            {
              n_said++;
              g_assert_true (match->remark != NULL || match->problem != NULL);
            }
          if (match->code != NULL)
            g_assert_cmpstr (match->code, ==, code);
        }
    }
  g_assert_cmpuint (n_said, >, 100);
}

static void
test_countries (void)
{
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();

  g_assert_cmpstr (ris3_region_matcher_find_country (matcher, "Italien"), ==, "IT");
  g_assert_cmpstr (ris3_region_matcher_find_country (matcher, " gr"), ==, "EL");
  g_assert_cmpstr (ris3_region_matcher_find_country (matcher, "Ελλάδα"), ==, "EL");
  g_assert_cmpstr (ris3_region_matcher_find_country (matcher, "BR"), ==, "BR");
  g_assert_null (ris3_region_matcher_find_country (matcher, "Lombardia"));
  g_assert_null (ris3_region_matcher_find_country (matcher, ""));
}

/* What may be meant is there to be chosen, and what was chosen goes before all else. */
static void
test_taught (void)
{
  g_autoptr (Ris3RegionMatcher) matcher = new_matcher ();
  g_autoptr (Ris3RegionMatcher) taught = new_matcher ();
  g_autoptr (GHashTable) meanings = g_hash_table_new (g_str_hash, g_str_equal);
  const Ris3RegionMatch *match = ris3_region_matcher_match (matcher, " Lombradia ", 2013, NULL, -1);
  const Ris3ImportSuggestion *first;

  g_assert_nonnull (match->problem);
  g_assert_nonnull (match->suggestions);
  g_assert_cmpuint (match->suggestions->len, <=, 3);
  first = g_ptr_array_index (match->suggestions, 0);
  g_assert_cmpstr (first->value, ==, "ITC4");
  g_assert_cmpstr (first->name, ==, "Lombardy");
  g_assert_null (ris3_region_matcher_match (matcher, "Lombardia", 0, NULL, -1)->suggestions);

  g_hash_table_insert (meanings, (gpointer) "Lombradia", (gpointer) "ITC1");
  ris3_region_matcher_teach (taught, meanings);
  match = ris3_region_matcher_match (taught, " Lombradia ", 2013, NULL, -1);
  g_assert_null (match->problem);
  g_assert_cmpstr (match->code, ==, "ITC1");
  g_assert_cmpuint (match->version, ==, 2016);
  g_assert_cmpstr (match->remark, ==, "“Lombradia” is understood as Piedmont (ITC1), as you chose.");
  g_assert_nonnull (ris3_region_matcher_match (taught, "Lombrady", 0, NULL, -1)->problem);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/region-matcher/preferred", test_preferred);
  g_test_add_func ("/region-matcher/taught", test_taught);
  g_test_add_func ("/region-matcher/contradict", test_contradict);
  g_test_add_func ("/region-matcher/cells", test_cells);
  g_test_add_func ("/region-matcher/codes", test_codes);
  g_test_add_func ("/region-matcher/countries", test_countries);
  return fixture_run ();
}
