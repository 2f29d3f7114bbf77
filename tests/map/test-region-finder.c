/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finding regions by what people type, on the names that come along. The locale is English. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "geo/ris3-fold.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-region-finder.h"

static Ris3RegionFinder *finders[RIS3_N_NUTS_VERSIONS];

static Ris3RegionFinder *
get_finder (guint version)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (ris3_nuts_versions[i] == version)
      {
        if (finders[i] == NULL)
          finders[i] = ris3_region_finder_new (fixture_get_geodata (version));
        return finders[i];
      }
  g_assert_not_reached ();
}

static const char *
get_code (guint version, guint region)
{
  return ris3_boundaries_get_region (fixture_get_boundaries (version), region)->code;
}

/* What is meant, by one who types it. */
static const struct
{
  guint version;
  const char *text;
  const char *code;
} meant[] = {
  /* the examples of the people who found nothing */
  { 2016, "Bavaria", "DE2" },
  { 2016, "Crete", "EL43" },
  { 2016, "Lombardy", "ITC4" },
  { 2016, "łódzkie", "PL71" },
  { 2016, "ŁÓDZKIE", "PL71" },
  { 2016, "lodzkie", "PL71" },
  { 2016, "el", "EL" },
  { 2016, "EL30 ", "EL30" },
  { 2016, "  el30", "EL30" },
  /* other languages and scripts */
  { 2016, "Bavière", "DE2" },
  { 2016, "Baviera", "DE2" },
  { 2016, "Bawaria", "DE2" },
  { 2016, "Бавария", "DE2" },
  { 2016, "Βαυαρία", "DE2" },
  { 2016, "ΒΑΥΑΡΙΑ", "DE2" },
  { 2016, "bayern", "DE2" },
  { 2016, "Κρήτη", "EL43" },
  { 2016, "κρητη", "EL43" },
  { 2016, "Kreta", "EL43" },
  { 2016, "Αττική", "EL3" },
  { 2016, "ανατολικη μακεδονια θρακη", "EL51" },
  { 2016, "Lombardei", "ITC4" },
  { 2016, "Toscane", "ITI1" },
  { 2016, "Schonen", "SE224" },
  { 2016, "Scania", "SE224" },
  { 2016, "Katalonien", "ES51" },
  { 2016, "Țara Bascilor", "ES21" },
  { 2016, "Flandern", "BE2" },
  { 2016, "Vlaanderen", "BE2" },
  { 2016, "Wallonia", "BE3" },
  { 2016, "Brüssel", "BE1" },
  { 2016, "ile de france", "FR1" },
  { 2016, "Niedersachsen", "DE9" },
  { 2016, "Lower Saxony", "DE9" },
  { 2016, "Nordrhein Westfalen", "DEA" },
  { 2016, "Sizilien", "ITG1" },
  { 2016, "София-град", "BG411" },
  { 2016, "Сърбия", "RS" },
  { 2016, "Griechenland", "EL" },
  { 2016, "Grèce", "EL" },
  { 2016, "Czech Republic", "CZ" },
  { 2016, "Turkey", "TR" },
  { 2016, "Londres", "UKI" },
  { 2016, "Mazovia", "PL9" },
  { 2016, "hofudborgarsvaedi", "IS001" },
  { 2016, "Tromso", NULL },
  { 2013, "Bretagne", "FR52" },
  { 2013, "Brittany", "FR52" },
  { 2021, "Brittany", "FRH" },
  { 2021, "Innlandet", "NO02" },
  { 2021, "Zagreb", "HR05" },
  /* beginnings and word order */
  { 2016, "provence", "FRL" },
  { 2016, "azur provence", "FRL" },
  { 2016, "westfalen nordrhein", "DEA" },
  { 2016, "limburg belgium", "BE22" },
  { 2016, "Limburg (NL)", "NL42" },
  /* codes */
  { 2016, "gr", "EL" },
  { 2016, "GR30", "EL30" },
  { 2016, "gb", "UK" },
  { 2016, "UKM", "UKM" },
  { 2016, "GBM", "UKM" },
  { 2016, "de-by", "DE2" },
  { 2016, "GR-M", "EL43" },
  { 2016, "EL-M", "EL43" },
  { 2016, "GB-SCT", "UKM" },
  { 2016, "FR-PAC", "FRL" },
  { 2016, "GRC", "EL" },
  { 2016, "deu", "DE" },
  { 2016, "FR82", "FRL0" },
  { 2016, "fr82 ", "FRL0" },
  { 2013, "FRL0", "FR82" },
  { 2021, "PL12", NULL },
  /* a country before a region of the same name, an exact name before a longer one */
  { 2016, "Luxembourg", "LU" },
  { 2016, "Brandenburg", "DE4" },
  { 2016, "Valencia", "ES523" },
  /* several, or none */
  { 2016, "Limburg", NULL },
  { 2016, "prov", NULL },
  { 2016, "FRF", "FRF" },
  { 2013, "FRF", NULL },
  { 2016, "nowhere", NULL },
  { 2016, "", NULL },
  { 2016, "…", NULL },
  { 2016, "\xff\xfe", NULL },
};

static void
test_meant (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meant); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_utf8_make_valid (meant[i].text, -1);
      Ris3Found found;

      if (ris3_region_finder_resolve (get_finder (meant[i].version), meant[i].text, NULL, &found, &error))
        {
          g_test_message ("NUTS %u “%s”: %s", meant[i].version, text, get_code (meant[i].version, found.region));
          if (g_strcmp0 (get_code (meant[i].version, found.region), meant[i].code) != 0)
            g_test_fail ();
        }
      else
        {
          g_test_message ("NUTS %u “%s”: %s", meant[i].version, text, error->message);
          if (meant[i].code != NULL)
            g_test_fail ();
        }
    }
}

/* Each name of each region, in each language: the best match, or as good as the best. */
static void
check_name (guint version, guint region, const char *name, guint *n_names)
{
  g_autoptr (GArray) all = ris3_region_finder_find (get_finder (version), name);
  const Ris3Found *found = NULL;

  (*n_names)++;
  for (guint i = 0; i < all->len && found == NULL; i++)
    if (g_array_index (all, Ris3Found, i).region == region)
      found = &g_array_index (all, Ris3Found, i);
  if (found == NULL || found->match > RIS3_MATCH_NAME
      || (g_array_index (all, Ris3Found, 0).match == RIS3_MATCH_CODE && found->match != RIS3_MATCH_CODE
          && strlen (name) > 4))
    {
      g_test_message ("NUTS %u %s is not found by “%s”", version, get_code (version, region), name);
      g_test_fail ();
    }
}

static void
test_every_name (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  Ris3Boundaries *boundaries = fixture_get_boundaries (version);
  g_autoptr (Ris3RegionNames) names = ris3_geodata_load_names (fixture_get_geodata (version), ris3_name_languages);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_names = 0, n_asked = 0;
  /* Each version has another third of Europe; most names are the same in all. */
  guint step = g_test_thorough () ? 1 : 3;

  g_assert_nonnull (names);
  for (guint i = (version - ris3_nuts_versions[0]) / 3 % step; i < ris3_boundaries_get_n_regions (boundaries);
       i += step)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);
      guint n_rows;
      const Ris3NameRow *rows = ris3_region_names_lookup (names, region->code, &n_rows);
      g_autoptr (GPtrArray) asked = g_ptr_array_new ();

      g_ptr_array_add (asked, (gpointer) region->name);
      g_ptr_array_add (asked, (gpointer) region->name_latin);
      g_ptr_array_add (asked, (gpointer) ris3_region_get_shown_name (region));
      for (guint j = 0; j < n_rows; j++)
        g_ptr_array_add (asked, (gpointer) rows[j].name);
      g_ptr_array_add (asked, (gpointer) region->code);
      for (guint j = 0; j < asked->len; j++)
        {
          const char *name = g_ptr_array_index (asked, j);
          g_autofree char *folded = ris3_fold (name);

          n_asked++;
          if (g_hash_table_add (done, g_strdup_printf ("%u %s", i, folded)))
            check_name (version, i, name, &n_names);
        }
    }
  g_test_message ("NUTS %u: %u names, %u different", version, n_asked, n_names);
  g_assert_cmpuint (n_names, >, 5000 / step);
}

static void
assert_complains (guint version, const char *text, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  Ris3Found found;

  g_assert_false (ris3_region_finder_resolve (get_finder (version), text, NULL, &found, &error));
  g_assert_error (error, RIS3_REGION_FINDER_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_complaints (void)
{
  assert_complains (2016, "Limburg", RIS3_REGION_FINDER_ERROR_SEVERAL,
                    "“Limburg” may be Limburg (BE22) or Limburg (NL42)");
  assert_complains (2013, "FRF", RIS3_REGION_FINDER_ERROR_SEVERAL, "FR21");
  assert_complains (2016, "prov", RIS3_REGION_FINDER_ERROR_SEVERAL, " others. Name one of them by its code.");
  assert_complains (2016, "Lombary", RIS3_REGION_FINDER_ERROR_NONE, "Did you mean Lombardy (ITC4)?");
  assert_complains (2016, "Bavarria", RIS3_REGION_FINDER_ERROR_NONE, "Did you mean Bavaria (DE2)?");
  assert_complains (2016, "Wesphalia", RIS3_REGION_FINDER_ERROR_NONE, "Did you mean North Rhine-Westphalia (DEA)?");
  assert_complains (2016, "Κρίτη", RIS3_REGION_FINDER_ERROR_NONE, "Did you mean Crete (EL43)?");
  assert_complains (2016, "Catlaunya", RIS3_REGION_FINDER_ERROR_NONE, "Catalonia (ES51)");
  assert_complains (2016, "XX", RIS3_REGION_FINDER_ERROR_NONE, "NUTS 2016 has no region “XX”. Give its code");
  assert_complains (2016, "qqqqqqqqqqqq", RIS3_REGION_FINDER_ERROR_NONE, "Give its code");
}

/* A code of another version says so; regions that are one area are settled where the strategies are. */
static void
test_led_and_settled (void)
{
  g_autoptr (Ris3Placement) placement
      = ris3_placement_new (fixture_get_geodata (2016), ris3_atlas_get_strategies (fixture_get_atlas ()));
  g_autoptr (GArray) all = NULL;
  Ris3Found found;
  guint n;

  g_assert_true (ris3_region_finder_resolve (get_finder (2016), "FR82", placement, &found, NULL));
  g_assert_cmpuint (found.from_version, ==, 2013);
  g_assert_cmpint (found.match, ==, RIS3_MATCH_CODE);
  g_assert_true (ris3_region_finder_resolve (get_finder (2016), "FRL0", placement, &found, NULL));
  g_assert_cmpuint (found.from_version, ==, 0);

  g_assert_true (ris3_region_finder_resolve (get_finder (2016), "Provence", placement, &found, NULL));
  g_assert_cmpstr (get_code (2016, found.region), ==, "FRL0");
  g_assert_true (ris3_region_finder_resolve (get_finder (2016), "frl", placement, &found, NULL));
  g_assert_cmpstr (get_code (2016, found.region), ==, "FRL");

  all = ris3_region_finder_find (get_finder (2016), "Provence");
  g_assert_cmpstr (get_code (2016, g_array_index (all, Ris3Found, 0).region), ==, "FRL");
  n = all->len;
  ris3_region_finder_prefer_own (get_finder (2016), all, placement);
  g_assert_cmpuint (all->len, ==, n);
  g_assert_cmpstr (get_code (2016, g_array_index (all, Ris3Found, 0).region), ==, "FRL0");
  g_assert_cmpstr (get_code (2016, g_array_index (all, Ris3Found, 1).region), ==, "FRL");
  g_array_unref (all);
  all = ris3_region_finder_find (get_finder (2016), "frl");
  ris3_region_finder_prefer_own (get_finder (2016), all, placement);
  g_assert_cmpstr (get_code (2016, g_array_index (all, Ris3Found, 0).region), ==, "FRL");
}

static void
test_order (void)
{
  g_autoptr (GArray) all = ris3_region_finder_find (get_finder (2016), "hamburg");
  static const char *const codes[] = { "DE6", "DE60", "DE600" };

  g_assert_cmpuint (all->len, >=, G_N_ELEMENTS (codes));
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (get_code (2016, g_array_index (all, Ris3Found, i).region), ==, codes[i]);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (g_array_index (all, Ris3Found, i - 1).match, <=, g_array_index (all, Ris3Found, i).match);
}

static void
test_europe (void)
{
  static const char *const names[] = { "europe", "Europe", " EUROPE ", "Europa", "Ευρώπη", "Европа", "an Eoraip" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (ris3_region_finder_is_europe (get_finder (2016), names[i]));
  g_assert_false (ris3_region_finder_is_europe (get_finder (2016), "Eur"));
  g_assert_false (ris3_region_finder_is_europe (get_finder (2016), ""));
}

static void
test_shown_names (void)
{
  static const char *const names[][3] = {
    { "DE2", "Bavaria", "Bayern" },
    { "DE6", "Hamburg", NULL },
    { "EL", "Greece", "Ελλάδα" },
    { "EL30", "Attica", "Αττική" },
    { "EE00", "Estonia", "Eesti" },
    { "CZ010", "Prague", "Hlavní město Praha" },
    { "DE21", "Upper Bavaria", "Oberbayern" },
    { "TR", "Türkiye", NULL },
    { "RO", "Romania", "România" },
    { "ITH10", "South Tyrol", "Bolzano-Bozen" },
    { "FRL0", "Provence-Alpes-Côte d’Azur", NULL },
    { "DE212", "München, Kreisfreie Stadt", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint index = ris3_boundaries_find (fixture_get_boundaries (2016), names[i][0]);
      const Ris3Region *region = ris3_boundaries_get_region (fixture_get_boundaries (2016), (guint) index);

      g_test_message ("%s %s", region->code, ris3_region_get_shown_name (region));
      g_assert_cmpstr (ris3_region_get_shown_name (region), ==, names[i][1]);
      g_assert_cmpstr (ris3_region_get_name_beside (region), ==, names[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  fixture_init (&argc, &argv);
  g_test_add_func ("/region-finder/meant", test_meant);
  g_test_add_func ("/region-finder/complaints", test_complaints);
  g_test_add_func ("/region-finder/led-and-settled", test_led_and_settled);
  g_test_add_func ("/region-finder/order", test_order);
  g_test_add_func ("/region-finder/europe", test_europe);
  g_test_add_func ("/region-finder/shown-names", test_shown_names);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/region-finder/every-name/%u", ris3_nuts_versions[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (ris3_nuts_versions[i]), test_every_name);
    }
  status = fixture_run ();
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    g_clear_pointer (&finders[i], ris3_region_finder_unref);
  return status;
}
